"""The text of one value in, what it says out: minutes, days, hours, copies and pieces; None where it says none."""

from __future__ import annotations

import re
from datetime import date, time
from decimal import Decimal

from lok.model.course import Copies, Late, Shortening
from lok.model.place import Span
from lok.read.scan import Value
from lok.words import month_names

MINUTES = re.compile(r"(\d+(?:[.,]\d+)?)\s*(?:min\.?|minuut|minuten|m|['’′])?$", re.IGNORECASE)
HOURS = re.compile(r"(\d+(?:[.,]\d+)?)\s*(?:u|uur|uren)\.?$", re.IGNORECASE)
RANGE = re.compile(r"(\d{1,3})\s*(?:tot|-|–)\s*(\d{1,3})$", re.IGNORECASE)
COPIES = re.compile(r"(\d+)\s*(.*?)\s*per\s+(\S+)$", re.IGNORECASE)
GROUP = re.compile(r"(\d+)\s*(.*?)\s*voor de groep$", re.IGNORECASE)
DAY_FIRST = re.compile(r"(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$")
YEAR_FIRST = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})$")
CLOCK = re.compile(r"(\d{1,2})\s*(?:[.:u]\s*(\d{2}))?\s*(?:u|uur)?$", re.IGNORECASE)
WORDED = re.compile(r"(\d{1,2})\s+([a-z]+)\s+(\d{4})$", re.IGNORECASE)
PER = {"deelnemer": 1, "persoon": 1, "twee": 2, "duo": 2, "2": 2, "drie": 3, "3": 3, "vier": 4, "4": 4}
ADDRESS = re.compile(r"https?://[^\s/]+(/\S*)?$")
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
    """`4`, `0,5`, `3 min`, `120 minuten` or `2 uur` as minutes, or None."""
    match = MINUTES.match(text)
    if match:
        return Decimal(match.group(1).replace(",", "."))
    match = HOURS.match(text)
    return Decimal(match.group(1).replace(",", ".")) * 60 if match else None


def parse_clock(text: str) -> time | None:
    """`20:00`, `20.00`, `20u`, `20u30` or `20 uur` as a time of day, or None."""
    match = CLOCK.match(text)
    try:
        return time(int(match.group(1)), int(match.group(2) or 0)) if match else None
    except ValueError:
        return None


def parse_day(text: str) -> date | None:
    """`22/11/2026`, `2026-11-22` or `22 november 2026` as a date, or None."""
    numbers: tuple[int, int, int] | None = None
    if match := DAY_FIRST.match(text):
        numbers = (int(match.group(3)), int(match.group(2)), int(match.group(1)))
    elif match := YEAR_FIRST.match(text):
        numbers = (int(match.group(1)), int(match.group(2)), int(match.group(3)))
    elif (match := WORDED.match(text)) and match.group(2).lower() in month_names():
        numbers = (int(match.group(3)), month_names().index(match.group(2).lower()) + 1, int(match.group(1)))
    try:
        return date(*numbers) if numbers else None
    except ValueError:
        return None


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
    """`1 per twee` or `1 voor de groep`, or None."""
    if group := GROUP.match(text):
        return Copies(int(group.group(1)), 0, text)
    match = COPIES.match(text)
    people = PER.get(match.group(3).lower().rstrip(".")) if match else None
    return Copies(int(match.group(1)), people, text) if match and people else None


def parse_shortening(text: str) -> Shortening | None:
    """`mag weg`, `nooit inkorten` or `2 minuten, wat dan wegvalt`, or None."""
    for whole in (Late.DROP, Late.NEVER):
        if text.lower() == whole.value:
            return Shortening(whole, Decimal(0))
    match = SHORTER.match(text)
    remaining = parse_minutes(match.group(1)) if match else None
    return Shortening(Late.SHORTEN, remaining, match.group(2)) if match and remaining is not None else None
