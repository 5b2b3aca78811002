"""What reviewers did in a Word document: its parts in, each remark and each change with the piece it is about out."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import groupby

from lxml import etree

from lok.problems import shortened
from lok.proof.office import Package, UnreadableFileError
from lok.proof.pieces import digest
from lok.proof.places import Mark, mark, written

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
DOCUMENT = "word/document.xml"
CORE = "docProps/core.xml"
AROUND = 40
"""Letters at each side of a change that tell where it stands."""
PARTS = 5
"""Paragraphs into which somebody may cut one piece."""
PLACE = re.compile(r"\s*(\S+\.md):(\d{1,6})\s*$")
"""The place that stands behind a piece."""
INSERTED, DELETED = (f"{W}ins", f"{W}moveTo"), (f"{W}del", f"{W}moveFrom")
NOBODY = "iemand"
"""Who made a change that bears no name."""


@dataclass(frozen=True)
class Remark:
    """What somebody says of a piece: `mark` is that piece (None where it stands in none), `text` its words before.

    `said` is what was done, in Dutch.
    """

    mark: Mark | None
    text: str
    who: str
    said: str


@dataclass(frozen=True)
class Segment:
    """Letters of a paragraph, and what was done to them: "" for nothing, "+" where new, "-" where taken out."""

    text: str
    done: str = ""
    who: str = ""


@dataclass
class Block:
    """A paragraph: its piece, its letters, and the remarks that begin and that go on in it.

    It is the piece itself where that is its `own`; else it stands below it.
    """

    mark: Mark | None = None
    own: bool = False
    segments: list[Segment] = field(default_factory=list)
    begun: list[str] = field(default_factory=list)
    quoted: dict[str, str] = field(default_factory=dict)

    @property
    def seen(self) -> Mark | None:
        """What its place says, where a program lost its bookmark."""
        found = PLACE.search("".join(each.text for each in self.segments))
        return written(found.group(1), int(found.group(2))) if found else None

    @property
    def before(self) -> str:
        """Its words as they were, without its place."""
        return PLACE.sub("", "".join(each.text for each in self.segments if each.done != "+"))


def remarks(package: Package) -> tuple[Remark, ...]:
    """Every remark and change in a document, in its order.

    Raises UnreadableFileError where it is damaged, or none that we made.
    """
    blocks = list(_blocks(package.xml(DOCUMENT)))
    if not any(block.mark for block in blocks):
        raise UnreadableFileError("is geen proef van lok")
    said = _comments(package)
    found = [remark for block in blocks for remark in (*_changes(block), *_said(block, said, blocks))]
    return (*found, *_silent(package, blocks))


def _blocks(root: etree._Element) -> Iterator[Block]:
    """The paragraphs of a document; one without a mark of its own belongs to the piece before it."""
    last: Mark | None = None
    open_comments: list[str] = []
    seen: set[str] = set()
    for paragraph in root.iter(f"{W}p"):
        block = Block()
        for each in paragraph.iter():
            id = each.get(f"{W}id", "")
            if each.tag == f"{W}bookmarkStart":
                block.mark = block.mark or mark(each.get(f"{W}name", ""))
            elif each.tag == f"{W}commentRangeEnd":
                open_comments = [other for other in open_comments if other != id]
            elif each.tag in (f"{W}commentRangeStart", f"{W}commentReference") and id not in seen:
                seen.add(id)
                block.begun.append(id)
                open_comments += [id] if each.tag == f"{W}commentRangeStart" else []
            elif letters := _letters(each):
                block.segments.append(_segment(each, letters))
                for id in open_comments:
                    block.quoted[id] = block.quoted.get(id, "") + letters
        block.mark = block.mark or block.seen
        block.own = block.mark is not None
        block.mark = last = block.mark or last
        yield block


def _letters(element: etree._Element) -> str:
    if element.tag in (f"{W}t", f"{W}delText"):
        return element.text or ""
    return " " if element.tag in (f"{W}br", f"{W}tab", f"{W}cr") else ""


def _segment(element: etree._Element, letters: str) -> Segment:
    """Letters with the change around them; what was put in and taken out again by reviewers was never ours."""
    around = [each for each in element.iterancestors() if each.tag in (*INSERTED, *DELETED)]
    new = next((each for each in around if each.tag in INSERTED), None)
    change = new if new is not None else next(iter(around), None)
    if change is None:
        return Segment(letters)
    gone = new is not None and len(around) > 1
    return Segment("" if gone else letters, "+" if new is not None else "-", change.get(f"{W}author") or NOBODY)


def _changes(block: Block) -> Iterator[Remark]:
    """What was put in and taken out, each with the words around it."""
    runs = [
        Segment("".join(each.text for each in group), done, who)
        for (done, who), group in groupby(block.segments, key=lambda each: (each.done, each.who))
    ]
    for n, run in enumerate(runs):
        if not run.done or not run.text.strip():
            continue
        before = "".join(each.text for each in runs[:n] if each.done != "+")[-AROUND:]
        after = PLACE.sub("", "".join(each.text for each in runs[n + 1 :] if each.done != "+"))[:AROUND]
        what = "voegt toe" if run.done == "+" else "schrapt"
        said = f"{what}: “{before}[{run.done}{run.text}{run.done}]{after}”"
        yield Remark(block.mark, block.before, run.who, said)


def _comments(package: Package) -> dict[str, tuple[str, str]]:
    """Who said what, by the id of the remark."""
    found = {}
    for part in package.related(DOCUMENT, "comments"):
        for comment in package.xml(part).iter(f"{W}comment"):
            paragraphs = ["".join(map(_letters, each.iter())) for each in comment.iter(f"{W}p")]
            said = " ".join(" ".join(paragraphs).split())
            found[comment.get(f"{W}id", "")] = (comment.get(f"{W}author") or NOBODY, said)
    return found


def _said(block: Block, said: dict[str, tuple[str, str]], blocks: list[Block]) -> Iterator[Remark]:
    """The remarks that begin in a paragraph."""
    for id in block.begun:
        if id in said:
            who, text = said[id]
            about = PLACE.sub("", " ".join("".join(each.quoted.get(id, "") for each in blocks).split()))
            about = f"bij “{shortened(about)}”: " if about else ""
            yield Remark(block.mark, block.before, who, f"{about}{text}")


def _silent(package: Package, blocks: list[Block]) -> Iterator[Remark]:
    """Pieces that were changed without Word keeping the change."""
    who = _last_saved_by(package)
    for n, block in enumerate(blocks):
        if block.own and block.mark and block.mark.digest and block.mark.digest not in map(digest, _cut(blocks, n)):
            said = f"wijzigde zonder dat het bijgehouden is: “{block.before}”"
            yield Remark(block.mark, block.before, who, said)


def _cut(blocks: list[Block], n: int) -> Iterator[str]:
    """The words of a piece, alone and with the paragraphs below it that somebody may have cut it into."""
    found = blocks[n].before
    yield found
    for below in blocks[n + 1 : n + 1 + PARTS]:
        if below.own:
            return
        found += below.before
        yield found


def _last_saved_by(package: Package) -> str:
    """Who saved the document last, where that is somebody else than who it says that made it."""
    if CORE not in package.parts:
        return NOBODY
    names = {str(each.tag).rpartition("}")[2]: each.text for each in package.xml(CORE).iter()}
    who = names.get("lastModifiedBy")
    return who if who and who != names.get("creator") else NOBODY
