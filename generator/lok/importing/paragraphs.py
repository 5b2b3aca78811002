"""Paragraphs of Office XML in, with their levels, marks and emphasis; lists and paragraphs of the model out."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from lok.importing.letters import shown
from lok.model.links import followed
from lok.model.place import Span
from lok.model.plain import inline_text
from lok.model.text import (
    Block,
    Blocks,
    Emphasis,
    Inline,
    Inlines,
    LineBreak,
    Link,
    ListBlock,
    Paragraph,
    Plain,
    Strong,
)

NOWHERE = Span("")
"""What is imported has no place in an author's file yet."""
BULLET = re.compile(r"[-–•▪◦●*]\s+(?=\S)")
NUMBER = re.compile(r"(\d{1,2})\.\s+(?=\S)")
"""What people type before a point."""
DEEPEST = 4
"""Levels of a list, from 0: deeper ones no slide can show."""


@dataclass(frozen=True)
class Run:
    """Letters of one look; a `\\v` in them is a line break."""

    text: str
    bold: bool = False
    italic: bool = False
    link: str = ""


@dataclass(frozen=True)
class Par:
    """A paragraph as it stands in a frame: `mark` is "" for running text, "-" for a point, "1." for a numbered one."""

    children: Inlines
    level: int = 0
    mark: str = ""


def inlines(runs: Sequence[Run], told: list[str]) -> Inlines:
    """Runs as inlines: neighbours of one look as one, spaces outside emphasis, none that begins or ends in a word."""
    printable = [replace(run, text="\v".join(shown(part, told) for part in run.text.split("\v"))) for run in runs]
    joined = [_joined(list(same)) for _, same in groupby(filter(lambda run: run.text, printable), key=_look)]
    found: list[Inline] = []
    for n, run in enumerate(joined):
        before = joined[n - 1].text[-1:] if n else ""
        after = joined[n + 1].text[:1] if n + 1 < len(joined) else ""
        found.extend(_inline(run, before, after))
    return _trimmed(found)


def nested(pars: Sequence[Par]) -> Blocks:
    """Paragraphs in a row as blocks: marked ones in lists, deeper ones in the list of the point above."""
    blocks: list[Block] = []
    said = [par for par in pars if inline_text(par.children).strip()]
    for marked, group in groupby(_typed(said), key=lambda par: bool(par.mark)):
        found = list(group)
        blocks += [*_lists(found)] if marked else [Paragraph(par.children) for par in found]
    return tuple(blocks)


def _lists(pars: Sequence[Par]) -> Iterator[ListBlock]:
    """A list for each run of one mark at the least depth."""
    least = min(par.level for par in pars)
    tops = [n for n, par in enumerate(pars) if par.level == least or n == 0]
    items = [(pars[a].mark, pars[a], pars[a + 1 : b]) for a, b in zip(tops, [*tops[1:], len(pars)], strict=True)]
    for mark, same in groupby(items, key=lambda item: item[0]):
        yield ListBlock(mark == "1.", tuple((Paragraph(par.children), *_below(deeper)) for _, par, deeper in same))


def _below(pars: Sequence[Par]) -> Iterator[ListBlock]:
    if pars:
        yield from _lists(pars)


def _look(run: Run) -> tuple[bool, bool, str]:
    return run.bold, run.italic, run.link


def _joined(runs: Sequence[Run]) -> Run:
    return replace(runs[0], text="".join(run.text for run in runs))


def _inline(run: Run, before: str, after: str) -> Iterator[Inline]:
    """One run, with its line breaks; emphasis that a reader of Markdown would not see as such is left out."""
    text = run.text.strip(" \v")
    start = len(run.text) - len(run.text.lstrip(" \v"))
    lead, trail = run.text[:start], run.text[start + len(text) :] if text else ""
    inside = (not lead and before.isalnum()) or (not trail and after.isalnum())
    yield from _plain(lead)
    children = tuple(_plain(text))
    if text and run.link and followed(run.link) and LineBreak() not in children:
        yield Link(run.link, children, NOWHERE)
    elif text and not inside and any(char.isalnum() for char in text):
        yield from _emphasised(children, run)
    else:
        yield from children
    yield from _plain(trail)


def _emphasised(children: Inlines, run: Run) -> Iterator[Inline]:
    """Line by line: emphasis never runs over a break."""
    wraps: list[Callable[[Inlines], Inline]] = [kind for kind, on in ((Emphasis, run.italic), (Strong, run.bold)) if on]
    for child in children:
        made = child
        for wrap in wraps if isinstance(child, Plain) and child.text.strip() else ():
            made = wrap((made,))
        yield made


def _plain(text: str) -> Iterator[Inline]:
    for n, part in enumerate(text.split("\v")):
        if n:
            yield LineBreak()
        if part:
            yield Plain(part)


def _trimmed(found: Sequence[Inline]) -> Inlines:
    """Without breaks and spaces at the ends, around breaks, or twice in a row."""
    made: list[Inline] = []
    for piece in found:
        last = made[-1] if made else None
        if isinstance(piece, LineBreak):
            if isinstance(last, Plain):
                made[-1] = Plain(last.text.rstrip())
            if last is not None and not isinstance(last, LineBreak):
                made.append(piece)
        elif isinstance(piece, Plain):
            text = piece.text.lstrip() if last is None or isinstance(last, LineBreak) else piece.text
            made[-1:] = [Plain(last.text + text)] if isinstance(last, Plain) else [*made[-1:], Plain(text)]
        else:
            made.append(piece)
    while made and (isinstance(made[-1], LineBreak) or made[-1] == Plain("")):
        made.pop()
    if made and isinstance(made[-1], Plain):
        made[-1] = Plain(made[-1].text.rstrip())
    return tuple(piece for piece in made if piece != Plain(""))


def _typed(pars: Sequence[Par]) -> Iterator[Par]:
    """Paragraphs, where a bullet or a number that somebody typed is the mark of a point."""
    count = 0
    for n, par in enumerate(pars):
        text = inline_text(par.children)
        bullet, number = BULLET.match(text), _number(par)
        follows = number == count + 1 and (count or (n + 1 < len(pars) and _number(pars[n + 1]) == 2))
        count = number if follows else 0
        if follows:
            yield replace(par, children=without(par.children, text.index(".") + 1), mark="1.")
        elif bullet:
            yield replace(par, children=without(par.children, bullet.end()), mark=par.mark or "-")
        else:
            yield par


def _number(par: Par) -> int:
    """The number that a paragraph begins with, 0 where it does not."""
    match = NUMBER.match(inline_text(par.children))
    return int(match.group(1)) if match else 0


def without(children: Inlines, count: int) -> Inlines:
    """Inlines without their first letters."""
    found: list[Inline] = []
    for child in children:
        length = len(inline_text((child,)))
        if count >= length:
            count -= length
        elif count:
            found.append(_cut(child, count))
            count = 0
        else:
            found.append(child)
    while found and (isinstance(found[0], LineBreak) or found[0] == Plain("")):
        found.pop(0)
    if found and isinstance(found[0], Plain):
        found[0] = Plain(found[0].text.lstrip())
    return tuple(found)


def _cut(child: Inline, count: int) -> Inline:
    if isinstance(child, Strong | Emphasis | Link):
        return replace(child, children=without(child.children, count))
    return Plain(inline_text((child,))[count:])
