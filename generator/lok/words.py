"""Every word a visitor sees and no author wrote, from locale/<language>.yml."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from decimal import Decimal
from functools import cache
from pathlib import Path
from types import MappingProxyType
from typing import Any

import yaml

QUICKEST = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
"""Nine times as quick as Python's own, in each process; PyYAML has it wherever it was built with libyaml."""
LANGUAGE = "nl"
"""Of the pages, and the name of the locale file."""
LOCALE = "nl-BE"
"""Language and country, as decks and papers name it."""
LOCALE_FOLDER = Path(__file__).parent / "locale"


@cache
def words(section: str) -> Mapping[str, str]:
    """The words of one section (site, paper, deck ...). Raises KeyError where the section does not exist."""
    return MappingProxyType(_sections()[section])


Terms = tuple[tuple[str, str], ...]
"""Words of an organisation that take the place of ours in sentences, each with its name there."""


@cache
def called(section: str, terms: Terms = (), speakers: int = 2) -> Mapping[str, str]:
    """The words of one section, with terms in the place of ours, as so many speakers read them.

    The locale says them to two, with our terms; beside them stands what differs. Raises KeyError where the section does
    not exist.
    """
    to_others = {} if speakers == 2 else _sections()["to_one" if speakers == 1 else "to_more"].get(section, {})
    return MappingProxyType({**words(section), **(_own(section, terms) if terms else {}), **to_others})


def _own(section: str, terms: Terms) -> Mapping[str, str]:
    own = _sections()["own_words"]
    known = own["defaults"] | dict(terms)
    known |= {capitalised(name): capitalised(term) for name, term in known.items()}
    return {name: text.format(**known) for name, text in own.get(section, {}).items()}


@cache
def every() -> tuple[str, ...]:
    """All words of all sections, in the order of the locale file."""

    def inside(value: object) -> Iterator[str]:
        if isinstance(value, dict):
            for child in value.values():
                yield from inside(child)
        elif isinstance(value, list):
            for child in value:
                yield from inside(child)
        else:
            yield str(value)

    return tuple(inside(_sections()))


@cache
def _sections() -> Any:
    text = (LOCALE_FOLDER / f"{LANGUAGE}.yml").read_text(encoding="utf-8")
    return yaml.load(text, QUICKEST)


def enumeration(names: Iterable[str]) -> str:
    """Names as they stand in a sentence: `An`, `An en Bo`, `An, Bo en Cas`; "" where there are none."""
    each = tuple(names)
    return words("common")["and"].join(filter(None, (", ".join(each[:-1]), *each[-1:])))


def capitalised(text: str) -> str:
    """With a capital first, the other letters as they are; ij is one letter."""
    first = 2 if text[:2].lower() == "ij" else 1
    return text[:first].upper() + text[first:]


def month_names() -> tuple[str, ...]:
    """The twelve months as they are written in a date, January first."""
    return tuple(words("site")["months"].split())


def weekday(day: date) -> str:
    """The name of the day of a date, as it stands in a sentence: `dinsdag`."""
    return words("site")["weekdays"].split()[day.weekday()]


def long_date(day: date) -> str:
    """A date as it stands in a sentence: `22 november 2026`."""
    return f"{day.day} {month_names()[day.month - 1]} {day.year}"


def format_number(value: Decimal) -> str:
    """A number without needless zeros, with a decimal comma: `2`, `0,5`."""
    return localised(f"{value.normalize():f}")


def localised(figures: str) -> str:
    """Figures as Python writes them, in our signs: `1,500.5` becomes `1 500,5`, with a space that does not break."""
    return figures.translate({ord(","): "\u00a0", ord("."): words("site")["decimal_sign"]})
