"""One file of slides in, one Part out: titles, keys, what stands on the slide and what only the trainers read."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from decimal import Decimal

from lok.model.course import Note, Part, Role, Slide
from lok.model.names import fold, slug
from lok.model.plain import inline_text
from lok.model.ref import Ref, RefKind
from lok.model.text import Blocks, Notes
from lok.model.vocabulary import ALL_SPEAK, CUE, NOTES, OVERLAP, QUESTION, REVEAL, SLIDE_HEADINGS, SOURCE
from lok.problems import Code, Problem, did_you_mean, error, shortened, warning
from lok.read import drawings
from lok.read.format import SLIDES
from lok.read.headings import blocks, grouped, refuse_below, word
from lok.read.keys import Fields
from lok.read.scan import Heading, Page, Value
from lok.read.steps import counted
from lok.slides.mechanisms import circles
from lok.slides.registry import WORDS

Roles = Mapping[str, Role]
"""The session's roles by id, that of all together included."""
NOBODY = Role("", "", 0)
"""Speaks where the author named a role that does not exist."""


def load_part(page: Page, part_id: str, roles: Roles, problems: list[Problem]) -> Part:
    """Read a part. Slides are numbered from 0 here; the session numbers them through."""
    fields = Fields(page.keys, SLIDES.keys, page.span, problems, "bovenaan een bestand met slides")
    fields.require(SLIDES.required)
    default = find_role(fields.value("wie"), roles, problems)
    if not page.intro.empty:
        problems.append(
            error(
                page.intro.span,
                Code.TEXT_WITHOUT_SLIDE,
                "deze tekst hoort bij geen slide",
                "zet er een titel met ## boven",
            )
        )
    reader = _Reader(roles, problems)
    groups = grouped([*reader.levelled(page.headings)], 2, problems)
    if not groups:
        problems.append(
            error(page.span, Code.NO_SLIDES, "dit bestand heeft geen slides", "begin een slide met `## Titel`")
        )
    slides = tuple(reader.slide(heading, below, default) for heading, below in groups)
    return Part(part_id, fields.text("deel"), page.span, slides, drawings.pictogram(fields))


def find_role(value: Value | None, roles: Roles, problems: list[Problem]) -> Role | None:
    """The role that a value names, or None, and a problem where there is none of that name."""
    if value is None:
        return None
    said = slug(value.text)
    all_speak = [roles[word] for word in ALL_SPEAK if word in roles]
    role = all_speak[0] if all_speak and said in ALL_SPEAK else roles.get(said)
    if role is None:
        names = [r.name for r in roles.values()]
        problems.append(
            error(value.span, Code.UNKNOWN_ROLE, f'onbekende rol "{value.text}"', did_you_mean(value.text, names))
        )
    return role


class _Reader:
    def __init__(self, roles: Roles, problems: list[Problem]) -> None:
        self.roles = roles
        self.problems = problems

    def levelled(self, headings: Sequence[Heading]) -> Iterator[Heading]:
        """The headings, where one that belongs under a slide is lowered to there: `## Zeg` is no slide."""
        for n, heading in enumerate(headings):
            if n and heading.level < 3 and word(heading.title) in self._known():
                message = f'"{heading.title}" hoort onder een slide, en zou hier zelf een slide worden'
                self.problems.append(error(heading.span, Code.HEADING_LEVEL, message, f"schrijf `### {heading.title}`"))
                yield replace(heading, level=3)
            else:
                yield heading

    def slide(self, heading: Heading, below: Sequence[Heading], default: Role | None) -> Slide:
        fields = Fields(heading.keys, frozenset(SLIDES.heading_keys), heading.span, self.problems, "bij een slide")
        fields.require(SLIDES.required_heading_keys)
        minutes = fields.minutes("minuten")
        under = self._under(below)
        step, written = counted(blocks(heading.text, self.problems))
        body, sources = _sourced(written)
        slide_id = slug(fields.text("id") or heading.title)
        if heading.title and not slide_id:
            tip = "voeg een regel `id: …` toe, in kleine letters van a tot z"
            self.problems.append(error(heading.span, Code.NO_ID, f'uit "{heading.title}" volgt geen id', tip))
        slide = Slide(
            id=slide_id,
            number=0,
            title=heading.title,
            span=heading.span,
            kind=fields.choice("soort", WORDS),
            kind_span=value.span if (value := fields.value("soort")) else None,
            role=find_role(fields.value("wie"), self.roles, self.problems) or default or NOBODY,
            minutes=Decimal(0) if minutes is None else minutes,
            body=body,
            step=step,
            source=" · ".join(filter(None, (fields.text(SOURCE), *sources))),
            question=under.get(QUESTION, ()),
            case=_case(value) if (value := fields.value("casus")) else None,
            exercise=Ref(RefKind.EXERCISE, slug(value.text), value.span)
            if (value := fields.value("oefening"))
            else None,
            handouts=fields.handouts("uitdelen"),
            reveal=under.get(REVEAL, ()),
            needs=tuple(value.text for value in fields.split("nodig")),
            shortening=fields.shortening("als het uitloopt"),
            notes=self._notes(below),
            cue=under.get(CUE, ()),
        )
        self._warn_empty(slide, fields)
        return replace(drawings.with_drawings(slide, fields), overlap=self._overlap(slide, fields))

    def _under(self, below: Sequence[Heading]) -> dict[str, Blocks]:
        """The text under each fixed heading that may stand once; every unknown heading is a problem."""
        known = self._known()
        found: dict[str, Blocks] = {}
        for heading, deeper in grouped(below, 3, self.problems):
            name = word(heading.title)
            refuse_below(deeper, self.problems, f'"{heading.title}"')
            if name not in known:
                self._unknown(heading)
            elif name in found:
                self.problems.append(
                    error(
                        heading.span,
                        Code.SAME_HEADING,
                        f'"{heading.title}" staat twee keer op deze slide',
                        "voeg ze samen",
                    )
                )
            elif heading.text.empty:
                self.problems.append(
                    warning(
                        heading.span,
                        Code.EMPTY_HEADING,
                        f'onder "{heading.title}" staat niets',
                        "vul aan of haal de kop weg",
                    )
                )
            elif name in (QUESTION, REVEAL, CUE):
                found[name] = blocks(heading.text, self.problems)
            else:
                found[name] = ()
        return found

    def _known(self) -> tuple[str, ...]:
        return (*SLIDE_HEADINGS, *(fold(role.name) for role in self.roles.values()))

    def _unknown(self, heading: Heading) -> None:
        names = [name.capitalize() for name in (*SLIDE_HEADINGS, *(role.name for role in self.roles.values()))]
        hint = did_you_mean(heading.title, names, shown=len(names))
        self.problems.append(
            error(heading.span, Code.UNKNOWN_HEADING, f'onbekende kop "{heading.title}" op een slide', hint)
        )

    def _notes(self, below: Sequence[Heading]) -> tuple[Note, ...]:
        roles = {fold(role.name): role.id for role in self.roles.values()}
        return tuple(
            Note(roles.get(name, name), roles.get(name, ""), blocks(heading.text, self.problems), heading.span)
            for heading in below
            if (name := word(heading.title)) in (*NOTES, *roles) and not heading.text.empty
        )

    def _warn_empty(self, slide: Slide, fields: Fields) -> None:
        """A warning where nothing stands on a slide and the author did not say that this is meant."""
        if slide.bare and not slide.step and not fields.text("soort"):
            tip = "vergat je de tekst? Is het een tussentitel, schrijf dan `soort: tussentitel`"
            message = f'op de slide "{slide.title}" staat niets'
            self.problems.append(warning(slide.span, Code.EMPTY_SLIDE, message, tip))

    def _overlap(self, slide: Slide, fields: Fields) -> str:
        """The letter, word or lead of one of the three items in two circles."""
        value, shown = fields.value(OVERLAP), (*slide.body, *slide.reveal)
        if value is None:
            return ""
        if slide.kind != circles.WORD or not circles.written(shown):
            message = f'"{OVERLAP}" kan alleen op een slide met twee cirkels'
            tip = f"schrijf ook `soort: {circles.WORD}`, of haal deze regel weg"
        elif circles.overlapping(shown, value.text) is None:
            names = {name for lead in circles.leads(shown) for name in circles.named(lead) if name}
            message = f'geen van de drie punten heet "{shortened(value.text)}"'
            tip = did_you_mean(value.text, names, shown=len(names))
        else:
            return value.text
        self.problems.append(error(value.span, Code.UNKNOWN_OVERLAP, message, tip))
        return ""


def _sourced(written: Blocks) -> tuple[Blocks, tuple[str, ...]]:
    """What stands on a slide, and its footnotes as one line each for the foot of the slide."""
    notes = [item for block in written if isinstance(block, Notes) for item in block.items]
    kept = tuple(block for block in written if not isinstance(block, Notes))
    return kept, tuple(f"{n} {inline_text(item)}" for n, item in enumerate(notes, 1))


def _case(value: Value) -> Ref:
    name, _, fragment = value.text.partition(",")
    return Ref(RefKind.CASE, slug(name), value.span, slug(fragment))


def numbered(parts: Sequence[Part]) -> tuple[Part, ...]:
    """The same parts with their slides numbered from 1 through the session."""
    count = 0
    found = []
    for part in parts:
        slides = []
        for slide in part.slides:
            count += 1
            slides.append(replace(slide, number=count))
        found.append(replace(part, slides=tuple(slides)))
    return tuple(found)
