"""Blocks of author text as paragraphs for slides and notes: levels instead of nesting, runs instead of inlines."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from types import MappingProxyType

from lok.model.library import Entry
from lok.model.ref import Ref, RefKind
from lok.model.text import (
    Attachment,
    Block,
    Chart,
    Emphasis,
    Inline,
    LineBreak,
    Link,
    ListBlock,
    Monospace,
    NoteMark,
    Notes,
    Paragraph,
    Picture,
    Plain,
    Quote,
    Shifted,
    Strong,
    Table,
)
from lok.model.vocabulary import WEB_LINKS
from lok.slides.canvas import Par
from lok.slides.line_breaking import Run, Runs, runs_text
from lok.slides.type_styles import BULLET, DEEP, PLAIN, QUOTE
from lok.words import words

Facts = Mapping[str, Entry]
"""Facts by id."""
NONE: Facts = MappingProxyType({})
"""No fact at all."""
WEB = tuple(f"{kind}:" for kind in WEB_LINKS)
"""How an address that a deck may lead to begins."""


def paragraphs(blocks: Sequence[Block], facts: Facts, marked: Facts = NONE) -> tuple[Par, ...]:
    """Every paragraph, list item and quote in order; tables and pictures are left to the caller.

    `marked` are the facts that say so where nobody confirmed them yet: all of them in notes, none on a slide.
    """
    return tuple(par for block in blocks for par in _block(block, PLAIN, facts, marked))


def _block(block: Block, level: int, facts: Facts, marked: Facts) -> Iterator[Par]:
    match block:
        case Paragraph():
            yield Par(level, runs(block.children, marked))
        case ListBlock():
            yield from _list(block, max(BULLET, min(level + 1, DEEP)), facts, marked)
        case Quote():
            for inner in block.blocks:
                yield from (Par(QUOTE, par.runs) for par in _block(inner, PLAIN, facts, marked))
        case Ref():
            if block.id in facts:
                yield from _fact(facts[block.id], level, marked)
        case Notes():
            for count, item in enumerate(block.items, 1):
                yield Par(PLAIN, (Run(f"{count} "), *runs(item, marked)))
        case Table() | Chart() | Picture():
            return


def _list(block: ListBlock, level: int, facts: Facts, marked: Facts) -> Iterator[Par]:
    for count, item in enumerate(block.items, 1):
        for n, inner in enumerate(item):
            if n == 0 and isinstance(inner, Paragraph):
                yield Par(level, runs(inner.children, marked), count if block.ordered else 0)
            else:
                yield from _block(inner, level, facts, marked)


def _fact(fact: Entry, level: int, marked: Facts) -> Iterator[Par]:
    """The text of a fact, with its mark where it is one of those that have it."""
    pars = [par for block in fact.blocks for par in _block(block, level, NONE, NONE)]
    if pars:
        last = pars.pop()
        pars.append(Par(last.level, (*last.runs, *doubt(marked.get(fact.id))), last.number))
    yield from pars


def doubt(fact: Entry | None) -> Runs:
    """A mark behind a fact that nobody confirmed yet."""
    return (Run(f" ({words('common')['to_confirm']})", italic=True),) if fact and fact.unsure else ()


def runs(
    inlines: Sequence[Inline],
    marked: Facts = NONE,
    bold: bool = False,
    italic: bool = False,
    link: str = "",
) -> Runs:
    """Flatten inlines; links to our own pages become plain text, to an unsure fact of `marked` with its mark."""
    flat: list[Run] = []
    for inline in inlines:
        match inline:
            case NoteMark(number):
                flat.append(Run(str(number), bold, italic, link, 1))
            case Shifted(up, children):
                inner = runs(children, marked, bold, italic, link)
                flat.extend(replace(run, shift=1 if up else -1) for run in inner)
            case Plain() | Monospace():
                flat.append(Run(inline.text, bold, italic, link))
            case LineBreak():
                flat.append(Run("\n", bold, italic, link))
            case Strong():
                flat.extend(runs(inline.children, marked, True, italic, link))
            case Emphasis():
                flat.extend(runs(inline.children, marked, bold, True, link))
            case Attachment():
                flat.extend(runs(inline.children, marked, bold, italic, link))
            case Link():
                own = inline.target if isinstance(inline.target, Ref) else None
                web = inline.target if isinstance(inline.target, str) and inline.target.startswith(WEB) else ""
                flat.extend(runs(inline.children, marked, bold, italic, web))
                flat.extend(doubt(marked.get(own.id)) if own and own.kind is RefKind.FACT else ())
    return tuple(run for run in flat if run.text)


def plain(inlines: Sequence[Inline]) -> str:
    """The words alone, on one line."""
    return runs_text(runs(inlines)).replace("\n", " ")
