"""What reviewers remarked in a presentation: its parts in, each remark with the slide it stands on out.

PowerPoint has two kinds: the classic ones, and those of today with answers below them.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from lxml import etree

from lok.proof.office import Package
from lok.proof.remarks import NOBODY

P = "{http://schemas.openxmlformats.org/presentationml/2006/main}"
A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
OFFICE = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
P188 = "{http://schemas.microsoft.com/office/powerpoint/2018/8/main}"
DECK = "ppt/presentation.xml"


@dataclass(frozen=True)
class SlideRemark:
    """A remark on a slide: its number in the presentation, its name and title there, who, and what."""

    number: int
    name: str
    title: str
    who: str
    said: str


def slide_remarks(package: Package) -> Iterator[SlideRemark]:
    """Every remark of a presentation, in the order of its slides. Raises UnreadableFileError where it is damaged."""
    authors = _authors(package)
    for number, path in enumerate(_slides(package), start=1):
        slide = package.xml(path)
        name = next((each.get("name", "") for each in slide.iter(f"{P}cSld")), "")
        for part in package.related(path, "comments"):
            for who, said in _remarks(package.xml(part), authors):
                yield SlideRemark(number, name, _title(slide), who, said)


def _slides(package: Package) -> list[str]:
    """The parts of the slides in the order in which they are shown."""
    listed = [each.get(f"{OFFICE}id") for each in package.xml(DECK).iter(f"{P}sldId")]
    beside = package.xml("ppt/_rels/presentation.xml.rels")
    targets = {each.get("Id"): each.get("Target", "") for each in beside}
    paths = [f"ppt/{targets[id].removeprefix('/ppt/')}" for id in listed if id in targets]
    return [path for path in paths if path in package.parts]


def _authors(package: Package) -> dict[str, str]:
    """The names of who remarked, by their ids."""
    found = {}
    for kind in ("commentAuthors", "authors"):
        for part in package.related(DECK, kind):
            for each in package.xml(part):
                found[each.get("id", "")] = each.get("name") or NOBODY
    return found


def _remarks(root: etree._Element, authors: dict[str, str]) -> Iterator[tuple[str, str]]:
    for each in root.iter(f"{P}cm"):
        yield authors.get(each.get("authorId", ""), NOBODY), " ".join((each.findtext(f"{P}text") or "").split())
    for each in root.iter(f"{P188}cm", f"{P188}reply"):
        lines = [_words(line) for line in each.iterfind(f"{P188}txBody/{A}p")]
        answer = "antwoordt: " if each.tag == f"{P188}reply" else ""
        yield authors.get(each.get("authorId", ""), NOBODY), answer + " ".join(lines)


def _title(slide: etree._Element) -> str:
    """The words of the title of a slide, or ""."""
    for shape in slide.iter(f"{P}sp"):
        if any(place.get("type") in ("title", "ctrTitle") for place in shape.iter(f"{P}ph")):
            return _words(shape)
    return ""


def _words(element: etree._Element) -> str:
    return " ".join("".join(each.text or "" for each in element.iter(f"{A}t")).split())
