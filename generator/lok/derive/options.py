"""Options and questions as sections, so that a page, a paper and a card say the same words."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import partial

from lok.model.course import Exercise, Sheet
from lok.model.exercises import Choice, Conversation, Option, OptionGroup, Theme
from lok.model.text import Blocks, Emphasis, Inlines, ListBlock, Paragraph, Plain, Section, Strong
from lok.words import capitalised, words

SHORT = 40
"""Letters up to which the text of a property shares a line with others."""


def group(source: OptionGroup) -> Section:
    """A group with an option in each section below it."""
    return replace(source.section, children=tuple(map(option, source.options)))


def option(source: Option) -> Section:
    """An option with its properties: the first and each long one in a paragraph, the short ones together in a last."""
    own = source.section
    said = tuple(Paragraph(named(*item)) for item in source.properties if item not in short(source))
    return replace(own, blocks=(*said, *own.blocks, *closing(source)))


def brief(source: Option) -> Blocks:
    """What a poster has room for: the first property and the short ones, without their names."""
    first = (Paragraph((Plain(text),)) for _, text in source.properties[:1])
    rest = " · ".join(text for _, text in short(source))
    return (*first, Paragraph((Emphasis((Plain(rest),)),))) if rest else tuple(first)


def short(source: Option) -> Sequence[tuple[str, str]]:
    return [(name, text) for name, text in source.properties[1:] if len(text) <= SHORT and not ended(text)]


def closing(source: Option) -> Blocks:
    """The short properties in one paragraph."""
    return (Paragraph(joined(short(source))),) if short(source) else ()


def ended(text: str) -> bool:
    """Whether it is a sentence."""
    return text.endswith((".", "!", "?"))


def joined(properties: Sequence[tuple[str, str]]) -> Inlines:
    found: Inlines = ()
    for item in properties:
        found += ((Plain(" · "),) if found else ()) + named(*item)
    return found


def named(name: str, text: str) -> Inlines:
    """A property after its name."""
    return Strong((Plain(f"{capitalised(name)}:"),)), Plain(f" {text}")


def theme(source: Theme) -> Section:
    """A theme with its questions as a list, each after its code."""
    return replace(source.section, blocks=(*source.section.blocks, asked(source)))


def asked(source: Theme) -> ListBlock:
    return ListBlock(False, tuple(coded(question.code, question.blocks) for question in source.questions))


def coded(code: str, said: Blocks) -> Blocks:
    """A question that begins with its code in bold."""
    mark = Strong((Plain(code),))
    first, *rest = said or (Paragraph(()),)
    if isinstance(first, Paragraph):
        return (Paragraph((mark, Plain(" "), *first.children)), *rest)
    return (Paragraph((mark,)), first, *rest)


# --- cards ----------------------------------------------------------------------------------------------------------


def card_set(item: Exercise) -> Sheet:
    """The exercise as cards: an option or a theme on each, and what stands beside a conversation."""
    content = item.content
    cards: tuple[Section, ...] = ()
    if isinstance(content, Choice):
        cards = tuple(option_card(one, each) for each in content.groups for one in each.options)
    elif isinstance(content, Conversation):
        cards = tuple(map(theme_card, content.themes))
        cards += tuple(card for section in item.sections for card in section_cards(section))
    return Sheet(item.id, item.title, item.summary, item.copies, item.paper, item.span, item.task, cards, cards=True)


def option_card(source: Option, of: OptionGroup) -> Section:
    """In front the first property, behind it the others under the name of the group."""
    own = option(source)
    back = Section("", of.section.title, own.span, own.blocks[1:])
    return Section(own.id, own.title, own.span, own.blocks[:1], (back,))


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
