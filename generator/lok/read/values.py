"""The text of one value in, what it says out: minutes, days, hours, copies and pieces; None where it says none."""

from __future__ import annotations

import re
from datetime import date, time
from decimal import Decimal

from lok.model.course import Late, Shortening
from lok.model.library import Copies
from lok.model.links import web_address
from lok.model.place import Span
from lok.read.scan import Value
from lok.words import month_names

MINUTES = re.compile(r"(\d{1,4}(?:[.,]\d{1,4})?)\s*(?:min\.?|minuut|minuten|m|['’′])?$", re.IGNORECASE)
HOURS = re.compile(r"(\d{1,2}(?:[.,]\d{1,4})?)\s*(?:u|uur|uren)\.?$", re.IGNORECASE)
RANGE = re.compile(r"(\d{1,3})\s*(?:tot|-|–)\s*(\d{1,3})$", re.IGNORECASE)
COPIES = re.compile(r"(\d{1,3})(?!\d)\s*(.*?)\s*per\s+(\S+)$", re.IGNORECASE)
GROUP = re.compile(r"(\d{1,3})(?!\d)\s*(.*?)\s*voor de groep$", re.IGNORECASE)
DAY_FIRST = re.compile(r"(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})(?:\s+0?0:00(?::00)?)?$")
YEAR_FIRST = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})(?:[T ]0?0:00(?::00)?)?$")
"""The day, as a spreadsheet writes it too: with the first minute behind it."""
CLOCK = re.compile(r"(\d{1,2})\s*(?:[.:uh]\s*(\d{2})(?::\d{2}(?:\.0+)?)?)?\s*(?:u|uur|h)?\.?$", re.IGNORECASE)
"""A spreadsheet writes seconds too."""
TELEPHONE = re.compile(r"\+?\d(?:[ \u00a0]?\d){1,17}")
WORDED = re.compile(r"(\d{1,2})\s+([a-z]+)\s+(\d{4})$", re.IGNORECASE)
PER = {"deelnemer": 1, "persoon": 1, "twee": 2, "duo": 2, "2": 2, "drie": 3, "3": 3, "vier": 4, "4": 4}
LONGEST_DAY = 24 * 60
"""Minutes: what takes longer is no part of an evening."""
FIRST_YEAR, LAST_YEAR = 2000, 2100
"""Years of evenings, facts and versions: another one is a slip."""
LONGEST_ADDRESS = 300
"""Letters of the address of a site: a QR code of a page on it can still be read from a chair."""
SHORTER = re.compile(r"(.+?),(?!\d)\s*(.+)$")
SEPARATOR = re.compile(r"(?:(?<!\d),|,(?!\d))\s*(?![^(]*\))")


def split(value: Value) -> tuple[Value, ...]:
    """A value in pieces at its commas, each with its own column."""
    pieces, start = [], 0
    for end in (*(m.start() for m in SEPARATOR.finditer(value.text)), len(value.text)):
        piece = value.text[start:end].lstrip(", ")
        column = value.span.column + end - len(piece)
        if piece.strip():
            pieces.append(Value(piece.strip(), Span(value.span.path, value.span.line, column)))
        start = end
    return tuple(pieces)


def parse_minutes(text: str) -> Decimal | None:
    """`4`, `0,5`, `3 min`, `120 minuten` or `2 uur` as minutes, at most a day, or None."""
    minutes, hours = MINUTES.match(text), HOURS.match(text)
    found = minutes or hours
    if found is None:
        return None
    length = Decimal(found.group(1).replace(",", ".")) * (1 if minutes else 60)
    return length if length <= LONGEST_DAY else None


def parse_clock(text: str) -> time | None:
    """`20:00`, `20:00:00`, `20.00`, `20u`, `20u30` or `20 uur` as a time of day, or None."""
    match = CLOCK.match(text)
    try:
        return time(int(match.group(1)), int(match.group(2) or 0)) if match else None
    except ValueError:
        return None


def parse_day(text: str) -> date | None:
    """`22/11/2026`, `2026-11-22` or `22 november 2026` as a date from 2000 to 2100, or None."""
    numbers: tuple[int, int, int] | None = None
    if match := DAY_FIRST.match(text):
        numbers = (int(match.group(3)), int(match.group(2)), int(match.group(1)))
    elif match := YEAR_FIRST.match(text):
        numbers = (int(match.group(1)), int(match.group(2)), int(match.group(3)))
    elif (match := WORDED.match(text)) and match.group(2).lower() in month_names():
        numbers = (int(match.group(3)), month_names().index(match.group(2).lower()) + 1, int(match.group(1)))
    try:
        return date(*numbers) if numbers and FIRST_YEAR <= numbers[0] <= LAST_YEAR else None
    except ValueError:
        return None


def parse_address(text: str) -> str | None:
    """The address of a site, encoded, without a query; or None."""
    found = None if set("<>\"' ") & set(text) else web_address(text)
    return found if found and len(found) <= LONGEST_ADDRESS and not {"?", "#"} & set(found) else None


def parse_telephone(text: str) -> str | None:
    """`1813`, `02 424 30 00` or `+32 2 424 30 00` with single spaces, or None."""
    return " ".join(text.split()) if TELEPHONE.fullmatch(text) else None


def parse_range(text: str) -> tuple[int, int] | None:
    """`1 tot 5` as a lowest and a highest whole number, or None."""
    match = RANGE.match(text)
    if match is None or int(match.group(1)) >= int(match.group(2)):
        return None
    return int(match.group(1)), int(match.group(2))


def parse_answer(text: str) -> bool | None:
    """`ja` or `nee`, or None."""
    return {"ja": True, "nee": False}.get(text.lower())


def parse_copies(text: str) -> Copies | None:
    """`1 per twee`, or `1 voor de groep, om te tonen` with for whom or for what behind a comma; or None."""
    many, _, why = (part.strip() for part in text.partition(","))
    if group := GROUP.match(many):
        return Copies(int(group.group(1)), 0, many, why)
    match = COPIES.match(many)
    people = PER.get(match.group(3).lower().rstrip(".")) if match else None
    return Copies(int(match.group(1)), people, many, why) if match and people else None


def parse_shortening(text: str) -> Shortening | None:
    """`mag weg`, `nooit inkorten` or `2 minuten, wat dan wegvalt`, or None."""
    for whole in (Late.DROP, Late.NEVER):
        if text.lower() == whole.value:
            return Shortening(whole, Decimal(0))
    match = SHORTER.match(text)
    remaining = parse_minutes(match.group(1)) if match else None
    return Shortening(Late.SHORTEN, remaining, match.group(2)) if match and remaining is not None else None
