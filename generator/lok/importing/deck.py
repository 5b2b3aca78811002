"""The bytes of a presentation in, what stands on its slides and in its notes out."""

from __future__ import annotations

import io
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from itertools import pairwise
from typing import Any

from pptx import Presentation

from lok.importing import own, package
from lok.importing.frames import P, has, paragraphs
from lok.importing.letters import line
from lok.importing.order import Shape, in_reading_order
from lok.importing.paragraphs import Par
from lok.importing.pictures import Album
from lok.importing.shapes import BROKEN, DRAWN, Walk, content, routine, unwrapped
from lok.model.plain import inline_text
from lok.model.text import Blocks, Paragraph
from lok.model.vocabulary import ALL_SPEAK
from lok.problems import shortened
from lok.words import words

P14 = "{http://schemas.microsoft.com/office/powerpoint/2010/main}"
COMMENTS = "/comments"
HIDDEN = "verborgen slide: ze mag nu weg als het uitloopt, maar deelnemers zien haar; haal ze weg als dat niet mag"
BESIDE = "tekst naast de slide, die niemand in de zaal zag, is niet overgenomen: “{text}”"
LONGEST_LEAD = 80
"""Letters of a first text that can be the title of a slide without one."""


@dataclass(frozen=True)
class Slide:
    """One slide: its number in the deck, what it shows and says, and sentences on what was left behind.

    `title` is "" where nothing on it can be one. `lost` tells whether something that it showed was left behind.
    Only a slide of ours has an id, a kind, a question, a reveal, a role and minutes.
    """

    number: int
    title: str
    body: Blocks
    notes: tuple[Par, ...]
    hidden: bool
    told: tuple[str, ...]
    lost: bool = False
    id: str = ""
    kind: str = ""
    question: Blocks = ()
    reveal: Blocks = ()
    role: str = ""
    minutes: Decimal | None = None


@dataclass(frozen=True)
class Section:
    """Slides in a row under one name; "" where the deck gives none."""

    name: str
    slides: tuple[Slide, ...]


@dataclass(frozen=True)
class Deck:
    """A presentation: what it calls itself, its sections in order, and sentences about it as a whole."""

    title: str
    sections: tuple[Section, ...]
    told: tuple[str, ...]

    @property
    def slides(self) -> tuple[Slide, ...]:
        """All slides in order."""
        return tuple(slide for section in self.sections for slide in section.slides)

    @property
    def roles(self) -> tuple[str, ...]:
        """Who speaks alone at any slide, in the order of their turns."""
        return tuple(dict.fromkeys(slide.role for slide in self.slides if slide.role not in ("", *ALL_SPEAK)))


def read(name: str, data: bytes, album: Album) -> Deck:
    """All that a deck says; its pictures and recordings go to the album. Raises RefusedError where it says nothing."""
    parts = package.opened(name, data, package.DECK)
    try:
        shown = Presentation(io.BytesIO(package.packed(parts)))
        listed = list(shown.slides)
    except Exception as wrong:  # python-pptx raises whatever its parts raise
        raise package.RefusedError(package.damaged(name)) from wrong
    if not listed:
        raise package.RefusedError(f"{name} heeft geen slides")
    try:
        slides = [_slide(each, number, album) for number, each in enumerate(listed, 1)]
    except BROKEN as wrong:
        raise package.RefusedError(package.damaged(name)) from wrong
    told: list[str] = []
    title = line(shown.core_properties.title or "", told)
    return Deck(title, tuple(_sections(shown, slides)), (*told, *_about(shown, parts)))


def _about(shown: Any, parts: dict[str, bytes]) -> Iterator[str]:
    """What a deck has besides slides."""
    if package.has_macros(parts):
        yield "de macro's in dit bestand zijn niet gelezen en niet overgenomen"
    for show in shown.element.iter(f"{P}custShow"):
        name = line(show.get("name", ""), [])
        if name != words("deck")["short_show"]:  # follows from `als het uitloopt`
            yield f"de aangepaste voorstelling “{name}” is niet overgenomen"


def _sections(shown: Any, slides: Sequence[Slide]) -> Iterator[Section]:
    """The sections that hold slides; those that stand in none before the first come first."""
    ids = [each.get("id") for each in shown.element.iter(f"{P}sldId")]
    starts: dict[int, str] = {}
    for section in shown.element.iter(f"{P14}section"):
        first = next((each.get("id") for each in section.iter(f"{P14}sldId") if each.get("id") in ids), None)
        if first is not None:
            starts.setdefault(ids.index(first), line(section.get("name", ""), []))
    starts.setdefault(0, "")
    edges = [*sorted(starts), len(slides)]
    for start, end in pairwise(edges):
        yield Section(starts[start], tuple(slides[start:end]))


def _slide(slide: Any, number: int, album: Album) -> Slide:
    told: list[str] = []
    unwrapped(slide.element)
    title = _title(slide, told)
    walk = Walk(slide, title or f"slide {number}", album, told, own.is_ours(slide))
    head = slide.shapes.title
    others = [each for each in slide.shapes if head is None or each.shape_id != head.shape_id]
    notes = _notes(slide, told)
    if walk.ours:
        return _ours(walk, number, title, others, notes)
    beside = [each for each in others if _is_beside(slide, each)]
    told += [BESIDE.format(text=shortened(line(each.text_frame.text, []))) for each in beside]
    body = content(walk, [each for each in others if each not in beside])
    lost = bool(told)
    if not title:
        title, body = _lead(body)
    hidden = _is_hidden(slide)
    told += [*_behind(slide), *([HIDDEN] if hidden else [])]
    return Slide(number, title, body, notes, hidden, tuple(dict.fromkeys(told)), lost)


def _ours(walk: Walk, number: int, title: str, shapes: Sequence[Shape], notes: tuple[Par, ...]) -> Slide:
    """A slide that lok made: what waits for a click stays behind it, since participants are not to read it."""
    late = own.waiting(walk.slide.element)
    shown = [each for each in shapes if not own.is_furniture(each) and not own.is_question(each)]
    whole = [each for each in shown if (each.shape_id, -1) in late]
    partly = [each for each in shown if each not in whole]
    body = content(replace(walk, left_out=late), partly)
    built = [each for each in partly if each.shape_id in {shape for shape, _ in late}]
    reveal = content(walk, whole) + content(replace(walk, only=late), built)
    head = own.head(notes)
    return Slide(
        number,
        title,
        own.regrouped(body),
        head.notes,
        _is_hidden(walk.slide) or head.may_go,
        tuple(each for each in dict.fromkeys(walk.told) if each != DRAWN),
        id=walk.slide.name,
        kind=own.kind(walk.slide),
        question=content(walk, [each for each in shapes if own.is_question(each)]),
        reveal=own.regrouped(reveal),
        role=head.role,
        minutes=head.minutes,
    )


def _is_beside(slide: Any, shape: Shape) -> bool:
    """Whether a text stands where nobody in the room sees it: next to the slide."""
    if not shape.has_text_frame or not shape.text_frame.text.strip() or shape.left is None or shape.top is None:
        return False
    show = slide.part.package.presentation_part.presentation
    right, bottom = shape.left + (shape.width or 0), shape.top + (shape.height or 0)
    return bool(right <= 0 or bottom <= 0 or shape.left >= show.slide_width or shape.top >= show.slide_height)


def _is_hidden(slide: Any) -> bool:
    return slide.element.get("show") in ("0", "false")


def _title(slide: Any, told: list[str]) -> str:
    """The words in the frame for the title, on one line."""
    head = slide.shapes.title
    body = head.element.find(f"{P}txBody") if head is not None else None
    found = paragraphs(body, head.part, (), told) if body is not None else []
    return line(" ".join(inline_text(par.children) for par in found), told)


def _lead(body: Blocks) -> tuple[str, Blocks]:
    """A short first paragraph as the title of a slide without one, and what is left."""
    first = body[0] if body else None
    text = inline_text(first.children).strip() if isinstance(first, Paragraph) else ""
    if text and len(text) <= LONGEST_LEAD and "\n" not in text:
        return text, body[1:]
    return "", body


def _behind(slide: Any) -> Iterator[str]:
    """What goes with a slide and has no place in a course."""
    comments = [rel for rel in slide.part.rels.values() if rel.reltype.endswith(COMMENTS) and not rel.is_external]
    if comments:
        yield "opmerkingen van lezers zijn niet overgenomen"
    if has(slide.element, f"{P}timing"):
        yield "animaties zijn niet overgenomen"


def _notes(slide: Any, told: list[str]) -> tuple[Par, ...]:
    """The paragraphs below a slide, whole and in order; a deeper level is a point."""
    if not slide.has_notes_slide:
        return ()
    found = slide.notes_slide
    unwrapped(found.element)
    main = found.notes_placeholder
    frames: list[Shape] = [each for each in in_reading_order(found.shapes) if each.has_text_frame and not routine(each)]
    if main is not None:
        frames.sort(key=lambda each: each.shape_id != main.shape_id)
    try:
        pars = [par for each in frames for par in paragraphs(each.element.find(f"{P}txBody"), each.part, (), told)]
    except BROKEN:
        told.append("de notities zijn niet te lezen")
        return ()
    return tuple(Par(par.children, max(par.level - 1, 0), par.mark or ("-" if par.level else "")) for par in pars)
