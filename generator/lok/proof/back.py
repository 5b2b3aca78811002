"""What comes back from reviewers: a document or a presentation and the project in, lines with file and line out."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from lok.model.course import Course, Slide
from lok.proof.deck_remarks import DECK, SlideRemark, slide_remarks
from lok.proof.office import UnreadableFileError, opened
from lok.proof.pieces import Piece
from lok.proof.places import LIKE, Finder
from lok.proof.remarks import DOCUMENT, Remark, remarks


@dataclass(frozen=True, order=True)
class Told:
    """One remark or change: at which line of which file, by whom, and what was said or done, all in Dutch."""

    path: str
    line: int
    who: str
    said: str

    def __str__(self) -> str:
        return f"{self.path}:{self.line}: {self.who}: {self.said}"


def told(name: str, data: bytes, files: Mapping[str, Sequence[Piece]], courses: Sequence[Course]) -> tuple[Told, ...]:
    """All that reviewers said and did in a file called `name`, in its order.

    Raises UnreadableFileError where it is no document that we made nor a presentation, or is damaged.
    """
    package = opened(data)
    if DECK in package.parts:
        return tuple(_on_slide(name, each, courses) for each in slide_remarks(package))
    if DOCUMENT not in package.parts:
        raise UnreadableFileError("is geen .docx of .pptx")
    finder = Finder(files)
    return tuple(_in_text(name, each, finder) for each in remarks(package))


def _in_text(name: str, remark: Remark, finder: Finder) -> Told:
    if remark.mark is None or not finder.knows(remark.mark):
        return Told(name, 1, remark.who, f"{remark.said} (dit stuk staat niet in dit project)")
    found = finder.find(remark.mark, remark.text)
    note = f" ({found.told})" if found.told else ""
    return Told(found.path, found.line, remark.who, f"{remark.said}{note}")


def _on_slide(name: str, remark: SlideRemark, courses: Sequence[Course]) -> Told:
    """By the name that our decks give a slide; where another program lost it, by its title, and then its number."""
    slides = [slide for course in courses for slide in course.slides]
    found = next(_alike(remark, slides), None)
    if found is None:
        return Told(name, 1, remark.who, f"{remark.said} (slide {remark.number}: deze slide staat niet in dit project)")
    return Told(found.span.path, found.span.line, remark.who, f"slide {remark.number}: {remark.said}")


def _alike(remark: SlideRemark, slides: Sequence[Slide]) -> Iterator[Slide]:
    """The slides that a remark may be on, the likeliest first."""
    yield from (each for each in slides if each.id == remark.name and each.number == remark.number)
    yield from (each for each in slides if each.id == remark.name)
    near = [(SequenceMatcher(None, each.title, remark.title).ratio(), each.number == remark.number) for each in slides]
    for n in sorted(range(len(slides)), key=near.__getitem__, reverse=True):
        if near[n][0] >= LIKE:
            yield slides[n]
