"""Blocks of author text as paragraphs for slides and notes: levels instead of nesting, runs instead of inlines."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from types import MappingProxyType

from lok.model.library import Entry
from lok.model.ref import Ref, RefKind
from lok.model.text import (
    Block,
    Chart,
    Emphasis,
    Inline,
    LineBreak,
    Link,
    ListBlock,
    Monospace,
    Paragraph,
    Picture,
    Plain,
    Quote,
    Strong,
    Table,
)
from lok.model.vocabulary import WEB_LINKS
from lok.slides.canvas import Par
from lok.slides.line_breaking import Run, Runs, runs_text
from lok.slides.type_styles import BULLET, DEEP, PLAIN, QUOTE
from lok.words import words

WEB = tuple(f"{kind}:" for kind in WEB_LINKS)


def paragraphs(blocks: Sequence[Block], facts: Mapping[str, Entry]) -> tuple[Par, ...]:
    """Every paragraph, list item and quote in order; tables and pictures are left to the caller."""
    return tuple(par for block in blocks for par in _block(block, PLAIN, facts))


def _block(block: Block, level: int, facts: Mapping[str, Entry]) -> Iterator[Par]:
    match block:
        case Paragraph():
            yield Par(level, runs(block.children, facts))
        case ListBlock():
            yield from _list(block, max(BULLET, min(level + 1, DEEP)), facts)
        case Quote():
            for inner in block.blocks:
                yield from (Par(QUOTE, par.runs) for par in _block(inner, PLAIN, facts))
        case Ref():
            if block.id in facts:
                yield from _fact(facts[block.id], level)
        case Table() | Chart() | Picture():
            return


def _list(block: ListBlock, level: int, facts: Mapping[str, Entry]) -> Iterator[Par]:
    for count, item in enumerate(block.items, 1):
        for n, inner in enumerate(item):
            if n == 0 and isinstance(inner, Paragraph):
                yield Par(level, runs(inner.children, facts), count if block.ordered else 0)
            else:
                yield from _block(inner, level, facts)


def _fact(fact: Entry, level: int) -> Iterator[Par]:
    """The text of a fact; one that nobody confirmed yet says so."""
    pars = [par for block in fact.blocks for par in _block(block, level, {})]
    if pars:
        last = pars.pop()
        pars.append(Par(last.level, (*last.runs, *doubt(fact)), last.number))
    yield from pars


def doubt(fact: Entry | None) -> Runs:
    """A mark behind a fact that nobody confirmed yet."""
    return (Run(f" ({words('common')['to_confirm']})", italic=True),) if fact and fact.unsure else ()


def runs(
    inlines: Sequence[Inline],
    facts: Mapping[str, Entry] = MappingProxyType({}),
    bold: bool = False,
    italic: bool = False,
    link: str = "",
) -> Runs:
    """Flatten inlines; links to our own pages become plain text, to an unsure fact with its mark."""
    flat: list[Run] = []
    for inline in inlines:
        match inline:
            case Plain() | Monospace():
                flat.append(Run(inline.text, bold, italic, link))
            case LineBreak():
                flat.append(Run("\n", bold, italic, link))
            case Strong():
                flat.extend(runs(inline.children, facts, True, italic, link))
            case Emphasis():
                flat.extend(runs(inline.children, facts, bold, True, link))
            case Link():
                own = inline.target if isinstance(inline.target, Ref) else None
                web = inline.target if isinstance(inline.target, str) and inline.target.startswith(WEB) else ""
                flat.extend(runs(inline.children, facts, bold, italic, web))
                flat.extend(doubt(facts.get(own.id)) if own and own.kind is RefKind.FACT else ())
    return tuple(run for run in flat if run.text)


def plain(inlines: Sequence[Inline]) -> str:
    """The words alone."""
    return runs_text(runs(inlines)).replace("\n", " ")
