"""Options as sections, so that a page, a paper and a card say the same words."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from lok.exercises.choice.record import Option, OptionGroup
from lok.model.text import Blocks, Inlines, Paragraph, Plain, Section, Strong
from lok.words import capitalised

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


def lead(source: Option) -> str:
    """What a poster has room for: the first property without its name."""
    return source.properties[0][1] if source.properties else ""


def short(source: Option) -> Sequence[tuple[str, str]]:
    """The names and texts of properties that share a line: all but the first that are short and no sentence."""
    return [(name, text) for name, text in source.properties[1:] if len(text) <= SHORT and not ended(text)]


def closing(source: Option) -> Blocks:
    """The short properties in one paragraph."""
    return (Paragraph(joined(short(source))),) if short(source) else ()


def ended(text: str) -> bool:
    """Whether it is a sentence."""
    return text.endswith((".", "!", "?"))


def joined(properties: Sequence[tuple[str, str]]) -> Inlines:
    """Properties with their names, in one line."""
    found: Inlines = ()
    for item in properties:
        found += ((Plain(" · "),) if found else ()) + named(*item)
    return found


def named(name: str, text: str) -> Inlines:
    """A property after its name."""
    return Strong((Plain(f"{capitalised(name)}:"),)), Plain(f" {text}")
