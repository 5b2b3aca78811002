"""The Jinja environment of the site: its templates, strict about what is undefined, and the filters they use."""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from decimal import Decimal
from functools import cache
from math import ceil

from jinja2 import BytecodeCache, Environment, FileSystemBytecodeCache, FileSystemLoader, StrictUndefined
from jinja2.utils import htmlsafe_json_dumps
from markupsafe import Markup

from lok.derive import downloads
from lok.derive.look import of_role
from lok.derive.made import made
from lok.design import palette
from lok.design.signs import signs
from lok.model.course import Part, Slide
from lok.model.library import Case, Exercise
from lok.model.text import Section
from lok.render.html import addresses, figures
from lok.render.html.prose import chat, doubt, heading_text
from lok.session import clock
from lok.session.notes import tell_shortening
from lok.words import LANGUAGE, capitalised, format_number, long_date, words

PICTURE_SIZE = (960, 540)
"""Width and height in px of a slide picture as a page shows it."""


TESTS = {
    "part": lambda item: isinstance(item, Part),
    "slide": lambda item: isinstance(item, Slide),
    "person": lambda item: isinstance(item, Case),
    "exercise": lambda item: isinstance(item, Exercise),
    "timed": lambda item: isinstance(item, Exercise) and item.minutes is not None,
}
"""What a template can ask of a record: `item is slide`."""


def fill(template: str, **values: object) -> bytes:
    """A template filled in with these values and the words of the locale, as UTF-8.

    Raises jinja2.UndefinedError where a value is missing, jinja2.TemplateNotFound where no template has that name.
    """
    return _environment().get_template(template).render(values).encode()


def _yaml(text: str) -> Markup:
    """Plain text as a value in front matter; a JSON string is YAML too."""
    return Markup(json.dumps(text, ensure_ascii=False))


def _signed(cards: Sequence[Section]) -> Iterator[tuple[Section, Markup]]:
    """Each card of a set to vote with, and its sign."""
    return zip(cards, map(figures.sign, signs([card.title for card in cards])), strict=True)


FILTERS: Mapping[str, Callable[..., object]] = {
    "chat": chat,
    "heading": heading_text,
    "number": format_number,
    "minutes": clock.format_minutes,
    "whole": lambda minutes: Decimal(ceil(minutes)),
    "clock": lambda minute, start: clock.format_clock(start, minute),
    "long_date": long_date,
    "doubt": doubt,
    "yaml": _yaml,
    "sentence": capitalised,
    "hyphened": lambda text: text.replace(" ", "-"),
    "shortening": tell_shortening,
    "lasts": clock.lasts,
    "colour": of_role,
    "signed": _signed,
}
"""What a template can make of a value: `slide|lasts`."""
SECTIONS = {"w": "site", "t": "trainer", "common": "common", "e": "exercise", "p": "preview"}
"""Sections of our words by the name that templates use."""


def _compiled() -> BytecodeCache | None:
    """Where the code of templates is kept: where Python keeps that of modules; None where it keeps none.

    To compile them takes each process half a second.
    """
    place = palette.TEMPLATES.parent / "__pycache__"
    if sys.dont_write_bytecode or not os.access(place, os.W_OK):
        return None
    return FileSystemBytecodeCache(str(place), "template-%s.pyc")


@cache
def _environment() -> Environment:
    environment = Environment(
        loader=FileSystemLoader([palette.TEMPLATES / "site", palette.KINDS]),
        undefined=StrictUndefined,
        autoescape=True,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        bytecode_cache=_compiled(),
    )
    environment.tests.update(TESTS)
    environment.filters.update(FILTERS)
    environment.globals.update(
        {short: words(section) for short, section in SECTIONS.items()},
        language=LANGUAGE,
        who_made=made,
        role_colours=palette.SPEAKERS,
        said=said,
        folders=addresses,
        picture=downloads.picture_path,
        address_of=addresses.own_page,
        code=figures.code,
        pictogram=figures.pictogram,
        portrait=figures.portrait,
        picture_size=PICTURE_SIZE,
    )
    return environment


def said(section: str, worded: Callable[[str], Mapping[str, str]] = words) -> Markup:
    """The words of a section for a script, as the value of an attribute between single quotes."""
    return spoken(worded(section))


def spoken(told: Mapping[str, str]) -> Markup:
    """Words for a script by name, as the value of an attribute between single quotes."""
    return htmlsafe_json_dumps(dict(told), ensure_ascii=False, separators=(",", ":"))
