"""Themes and their questions as sections, so that a page, a paper and a card say the same words."""

from __future__ import annotations

from dataclasses import replace

from lok.exercises.conversation.record import Question, Theme
from lok.model.text import Blocks, ListBlock, Paragraph, Plain, Section, Strong


def theme(source: Theme) -> Section:
    """A theme with its questions as a list, each after its code."""
    return replace(source.section, blocks=(*source.section.blocks, asked(source)))


def asked(source: Theme) -> ListBlock:
    """The questions of a theme as a list, each after its code."""
    return ListBlock(False, tuple(coded(question) for question in source.questions))


def coded(source: Question) -> Blocks:
    """A question that begins with its code in bold."""
    mark = Strong((Plain(source.code),))
    first, *rest = source.blocks or (Paragraph(()),)
    if isinstance(first, Paragraph):
        return (Paragraph((mark, Plain(" "), *first.children)), *rest)
    return (Paragraph((mark,)), first, *rest)
