"""Themes and their questions as sections, so that a page, a paper and a card say the same words."""

from __future__ import annotations

from dataclasses import replace
from functools import partial

from lok.exercises.conversation.record import Question, Theme
from lok.model.text import Blocks, ListBlock, Paragraph, Plain, Section, Strong
from lok.words import words


def theme(source: Theme) -> Section:
    """A theme with its questions as a list, each after its code."""
    return replace(source.section, blocks=(*source.section.blocks, asked(source)))


def asked(source: Theme) -> ListBlock:
    return ListBlock(False, tuple(coded(question) for question in source.questions))


def coded(source: Question) -> Blocks:
    """A question that begins with its code in bold."""
    mark = Strong((Plain(source.code),))
    first, *rest = source.blocks or (Paragraph(()),)
    if isinstance(first, Paragraph):
        return (Paragraph((mark, Plain(" "), *first.children)), *rest)
    return (Paragraph((mark,)), first, *rest)


def theme_card(source: Theme) -> Section:
    """In front what introduces the theme, behind it the questions."""
    own = source.section
    back = Section("", words("paper")["questions"], own.span, (asked(source),))
    return Section(own.id, f"{source.code} {own.title}", own.span, own.blocks, (back,))


def section_cards(source: Section) -> tuple[Section, ...]:
    """One card, or one for each section below."""
    if not source.children:
        return (Section(source.id, source.title, source.span, source.blocks),) if source.blocks else ()
    return tuple(map(partial(_described_card, source.title), source.children))


def _described_card(of: str, own: Section) -> Section:
    """In front a first paragraph that introduces more, behind it the rest under the name of what it belongs to."""
    opening = own.blocks[:1] if len(own.blocks) > 1 and isinstance(own.blocks[0], Paragraph) else ()
    back = Section("", of, own.span, own.blocks[len(opening) :])
    return Section(own.id, own.title, own.span, opening, (back,))
