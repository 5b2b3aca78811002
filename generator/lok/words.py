"""Every word a visitor sees and no author wrote, from locale/<language>.yml."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from functools import cache
from pathlib import Path
from types import MappingProxyType

import yaml

LANGUAGE = "nl"
LOCALE = "nl-BE"
LOCALE_FOLDER = Path(__file__).parent / "locale"


@cache
def words(section: str) -> Mapping[str, str]:
    """The words of one section (site, paper, deck ...). Raises KeyError where the section does not exist."""
    path = LOCALE_FOLDER / f"{LANGUAGE}.yml"
    return MappingProxyType(yaml.safe_load(path.read_text(encoding="utf-8"))[section])


def capitalised(text: str) -> str:
    """With a capital first, the other letters as they are; ij is one letter."""
    first = 2 if text[:2].lower() == "ij" else 1
    return text[:first].upper() + text[first:]


def month_names() -> tuple[str, ...]:
    """The twelve months as they are written in a date, January first."""
    return tuple(words("site")["months"].split())


def long_date(day: date) -> str:
    """`22 november 2026`."""
    return f"{day.day} {month_names()[day.month - 1]} {day.year}"


def format_number(value: Decimal) -> str:
    """A number without needless zeros: `2`, `0,5`."""
    return localised(f"{value.normalize():f}")


def localised(figures: str) -> str:
    """Figures as Python writes them, in our signs: `1,500.5` becomes `1 500,5`, with a space that does not break."""
    return figures.translate({ord(","): "\u00a0", ord("."): words("site")["decimal_sign"]})
