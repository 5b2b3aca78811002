"""Kind `schaalscore`: sums of the scales of an official form, and what they mean."""

from __future__ import annotations

import re
from decimal import Decimal

from lok.exercises.kind import Kind
from lok.exercises.printing import LEAF, Body
from lok.exercises.reading import Headings, Read
from lok.exercises.scores import arithmetic
from lok.exercises.scores.record import Cutoff, Scale, ScaleVersion, Scores
from lok.model.names import slug
from lok.model.text import Section
from lok.model.vocabulary import ANSWER, TRAINER
from lok.problems import Code, Problem, error
from lok.read.format import FileFormat
from lok.read.headings import blocks, grouped, outline, refuse_lookalike, section_of, word
from lok.read.keys import Fields
from lok.read.scan import Heading, Value
from lok.render.paper import nodes
from lok.render.paper.nodes import Facts, Node
from lok.words import localised

LEAST = r"\d{1,3}(?:,\d{1,2})?"
"""A mean as an author writes it: two decimals at most, because means are rounded to two."""
SCALE = re.compile(rf"([1-9]\d{{0,2}}) vra(?:ag|gen)((?:,(?!\d)\s*[^,]+? vanaf {LEAST})*)$")
"""How an author writes a version of a scale: how many questions it has, then its cut-offs."""
CUTOFF = re.compile(rf",\s*([^,]+?) vanaf ({LEAST})")
"""How an author writes a cut-off: its name and the mean from which it holds."""


def read(headings: Headings, fields: Fields, problems: list[Problem]) -> Read:
    """Headings with a key for each version are scales; those that `toelichting` names are plain text."""
    versions = tuple(value.text for value in fields.split("versies"))
    plain = {slug(value.text) for value in fields.split("toelichting")}
    rest: list[Heading] = []
    scales: list[Scale] = []
    for heading, below in grouped(headings, 2, problems):
        free = slug(heading.title) in plain or word(heading.title) in (TRAINER, ANSWER)
        if free:
            rest += [heading, *below]
        elif not refuse_lookalike(heading, problems):
            scales.append(_scale(heading, below, versions, problems))
    if not scales:
        tip = "geef elke schaal een kop met ##"
        problems.append(error(fields.span, Code.NO_SCALES, "deze oefening heeft geen schalen", tip))
    content = Scores(versions, tuple(scales), fields.range("antwoorden"), fields.text("onder de grenzen"))
    return content, outline(rest, problems)


def _scale(heading: Heading, below: Headings, versions: tuple[str, ...], problems: list[Problem]) -> Scale:
    names = [version.lower() for version in versions]
    fields = Fields(heading.keys, frozenset(names), heading.span, problems, "bij een schaal")
    read = [
        _version(version, value, problems)
        for version, name in zip(versions, names, strict=True)
        if (value := fields.value(name))
    ]
    if not heading.keys:
        tip = f"schrijf onder de titel bijvoorbeeld `{versions[0] if versions else 'versie'}: 8 vragen`"
        problems.append(error(heading.span, Code.BAD_SCALE, f'"{heading.title}" noemt geen versie', tip))
    own = section_of(heading, blocks(heading.text, problems), outline(below, problems, 3))
    return Scale(own, tuple(version for version in read if version))


def _version(version: str, value: Value, problems: list[Problem]) -> ScaleVersion | None:
    match = SCALE.match(value.text)
    if match is None:
        tip = "schrijf bijvoorbeeld `8 vragen, oranje vanaf 3,06, rood vanaf 3,31`"
        problems.append(error(value.span, Code.BAD_SCALE, f'"{value.text}" beschrijft geen schaal', tip))
        return None
    cutoffs = tuple(Cutoff(name, Decimal(least.replace(",", "."))) for name, least in CUTOFF.findall(match.group(2)))
    if list(cutoffs) != sorted(cutoffs, key=lambda cutoff: cutoff.least):
        tip = "zet de laagste grens eerst"
        problems.append(error(value.span, Code.BAD_SCALE, "de grenzen staan niet van laag naar hoog", tip))
    return ScaleVersion(version, int(match.group(1)), cutoffs)


def paper(content: Scores, sections: tuple[Section, ...], known: Facts) -> Body:
    """One leaf: a table for each version of the form, and what the author explains."""
    return Body({"forms": [form(each, known) for each in arithmetic.forms(content)]}, LEAF)


def form(source: arithmetic.ScoreSheet, known: Facts) -> Node:
    """One version: its scales, how many items they count and from which sum and mean each name holds."""
    return {
        "title": source.version,
        "names": list(source.names),
        "scales": [
            {
                "title": row.scale.title,
                "blocks": nodes.blocks(row.scale.blocks, known),
                "items": str(row.items),
                "bounds": [bound(each) for each in row.bounds],
            }
            for row in source.rows
        ],
    }


def bound(source: arithmetic.Bound) -> Node:
    """The sum and mean from which a name holds, as people write them; "" where the scale does not know the name."""
    if source.total is None or source.mean is None:
        return {"total": "", "mean": ""}
    return {"total": str(source.total), "mean": hundredths(source.mean)}


def hundredths(number: Decimal) -> str:
    """A mean as people write it, always with two decimals."""
    return localised(f"{number:.2f}")


SCORES = Kind(
    name="scores",
    word="schaalscore",
    record=Scores,
    read=read,
    keys=FileFormat("", ("versies",), ("toelichting", "antwoorden", "onder de grenzen")),
    naming="versies",
    boxes=lambda content: tuple(scale.section for scale in content.scales),
    helpers={"forms": arithmetic.forms, "hundredths": hundredths},
    paper=paper,
)
