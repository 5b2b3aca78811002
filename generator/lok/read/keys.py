"""Key lines in, typed values out: texts, minutes, dates, choices and lists, with a problem for each that is none."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date, time
from decimal import Decimal

from lok.model.course import Bundle, Copies, Handout, Late, Shortening
from lok.model.names import slug
from lok.model.place import Span
from lok.model.ref import Ref, RefKind
from lok.model.vocabulary import PAPER_SIZES
from lok.problems import Code, Problem, did_you_mean, error
from lok.read.scan import Key, Value

MINUTES = re.compile(r"(\d+(?:[.,]\d+)?)\s*(?:min\.?|minuut|minuten|m|['’′])?$", re.IGNORECASE)
HOURS = re.compile(r"(\d+(?:[.,]\d+)?)\s*(?:u|uur|uren)\.?$", re.IGNORECASE)
PASTED = re.compile(r"[•·▪●○–—*+]|\d{1,3}[.)]")
RANGE = re.compile(r"(\d{1,3})\s*(?:tot|-|–)\s*(\d{1,3})$", re.IGNORECASE)
COPIES = re.compile(r"(\d+)\s*(.*?)\s*per\s+(\S+)$", re.IGNORECASE)
GROUP = re.compile(r"(\d+)\s*(.*?)\s*voor de groep$", re.IGNORECASE)
DAY_FIRST = re.compile(r"(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$")
YEAR_FIRST = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})$")
CLOCK = re.compile(r"(\d{1,2})\s*(?:[.:u]\s*(\d{2}))?\s*(?:u|uur)?$", re.IGNORECASE)
WORDED = re.compile(r"(\d{1,2})\s+([a-z]+)\s+(\d{4})$", re.IGNORECASE)
MONTHS = [
    "januari",
    "februari",
    "maart",
    "april",
    "mei",
    "juni",
    "juli",
    "augustus",
    "september",
    "oktober",
    "november",
    "december",
]
PER = {"deelnemer": 1, "persoon": 1, "twee": 2, "duo": 2, "2": 2, "drie": 3, "3": 3, "vier": 4, "4": 4}
ADDRESS = re.compile(r"https?://[^\s/]+(/\S*)?$")
SHORTER = re.compile(r"(.+?),(?!\d)\s*(.+)$")
SEPARATOR = re.compile(r"(?:(?<!\d),|,(?!\d))\s*(?![^(]*\))")


class Fields:
    """The keys of one block. Each reading method answers a default and notes a problem where the value is wrong."""

    def __init__(
        self, keys: Iterable[Key], known: frozenset[str], span: Span, problems: list[Problem], place: str
    ) -> None:
        self.span = span
        self.problems = problems
        self._keys: dict[str, Key] = {}
        for key in keys:
            self._add(key, known, place)

    def _add(self, key: Key, known: frozenset[str], place: str) -> None:
        if key.name == "":
            hint = _LIST_FORM if PASTED.match(key.value.text) else _CLOSE_BLOCK
            self._wrong(key.value, Code.KEY_FORM, f'"{key.value.text}" is geen `sleutel: waarde`', hint)
        elif key.name not in known:
            hint = did_you_mean(key.name, known) if known else _NO_KEYS
            self.problems.append(
                error(key.span, Code.UNKNOWN_KEY, f'onbekende sleutel "{key.name}" {place}', hint or _CLOSE_BLOCK)
            )
        elif key.name in self._keys:
            self.problems.append(
                error(key.span, Code.SAME_KEY, f'"{key.name}" staat hier twee keer', "houd er één over")
            )
        else:
            self._keys[key.name] = key

    def require(self, names: Iterable[str]) -> None:
        """Note each name that is missing or has no value."""
        for name in names:
            key = self._keys.get(name)
            if key is None or not (key.value.text or key.items):
                span = key.span if key else self.span
                self.problems.append(
                    error(span, Code.NO_KEY, f'"{name}:" ontbreekt of is leeg', f"voeg een regel `{name}: …` toe")
                )

    def value(self, name: str) -> Value | None:
        """The single value, or None where it is absent or empty; a list where one value belongs is a problem."""
        key = self._keys.get(name)
        if key is None:
            return None
        if key.items and not key.value.text:
            self._wrong(
                key.items[0], Code.LIST_FOR_VALUE, f'"{name}" krijgt één waarde, geen lijst', "zet ze na de dubbelpunt"
            )
            return None
        return key.value if key.value.text else None

    def span_of(self, name: str) -> Span:
        key = self._keys.get(name)
        return key.value.span if key else self.span

    def text(self, name: str) -> str:
        value = self.value(name)
        return value.text if value else ""

    def items(self, name: str) -> tuple[Value, ...]:
        """The lines under a key, or its one value as a single item."""
        key = self._keys.get(name)
        if key is None:
            return ()
        return key.items or ((key.value,) if key.value.text else ())

    def split(self, name: str) -> tuple[Value, ...]:
        """Like `items`, with a single value split at its commas (those in brackets stay)."""
        return tuple(part for value in self.items(name) for part in split(value))

    def minutes(self, name: str) -> Decimal | None:
        value = self.value(name)
        if value is None:
            return None
        found = parse_minutes(value.text)
        if found is None:
            self._wrong(
                value, Code.BAD_NUMBER, f'"{value.text}" is geen aantal minuten', "schrijf bijvoorbeeld `4` of `0,5`"
            )
        return found

    def whole(self, name: str, default: int, least: int, most: int) -> int:
        """A whole number between two bounds."""
        value = self.value(name)
        if value is None:
            return default
        if not re.fullmatch(r"\d{1,3}", value.text) or not least <= int(value.text) <= most:
            tip = f"schrijf een getal van {least} tot {most}"
            self._wrong(value, Code.BAD_NUMBER, f'"{value.text}" past niet bij "{name}"', tip)
            return default
        return int(value.text)

    def range(self, name: str) -> tuple[int, ...]:
        """A lowest and a highest whole number, as `1 tot 5`; empty where the key is absent."""
        value = self.value(name)
        if value is None:
            return ()
        match = RANGE.match(value.text)
        if match is None or int(match.group(1)) >= int(match.group(2)):
            tip = "schrijf bijvoorbeeld `1 tot 5`"
            self._wrong(value, Code.BAD_NUMBER, f'"{value.text}" past niet bij "{name}"', tip)
            return ()
        return int(match.group(1)), int(match.group(2))

    def date(self, name: str) -> date | None:
        value = self.value(name)
        if value is None:
            return None
        found = parse_day(value.text)
        if found is None:
            self._wrong(value, Code.BAD_DATE, f'"{value.text}" is geen datum', "schrijf bijvoorbeeld `22/11/2026`")
        return found

    def time(self, name: str) -> time | None:
        value = self.value(name)
        if value is None:
            return None
        found = parse_clock(value.text)
        if found is None:
            self._wrong(value, Code.BAD_TIME, f'"{value.text}" is geen uur', "schrijf bijvoorbeeld `20:00`")
        return found

    def address(self, name: str) -> str:
        value = self.value(name)
        if value and not ADDRESS.match(value.text):
            tip = "schrijf bijvoorbeeld `https://lok.voorbeeld.be`"
            self._wrong(value, Code.BAD_ADDRESS, f'"{value.text}" is geen webadres', tip)
        return value.text if value else ""

    def yes(self, name: str, default: bool) -> bool:
        value = self.value(name)
        if value is None:
            return default
        answer = {"ja": True, "nee": False}.get(value.text.lower())
        if answer is None:
            self._wrong(value, Code.YES_OR_NO, f'"{value.text}" is geen ja of nee', "schrijf `ja` of `nee`")
        return default if answer is None else answer

    def choice(self, name: str, choices: tuple[str, ...]) -> str:
        value = self.value(name)
        if value is None:
            return ""
        if value.text.lower() not in choices:
            self._wrong(
                value, Code.UNKNOWN_VALUE, f'"{value.text}" kan niet bij "{name}"', did_you_mean(value.text, choices)
            )
            return ""
        return value.text.lower()

    def paper(self, name: str, known: tuple[str, ...] = PAPER_SIZES) -> tuple[str, ...]:
        """Those of the known paper sizes that the author names, in that order; A4 where none is given."""
        sizes = []
        for value in self.split(name):
            if value.text.lower() in known:
                sizes.append(value.text.lower())
            else:
                hint = did_you_mean(value.text, known)
                self._wrong(value, Code.UNKNOWN_VALUE, f'onbekend papierformaat "{value.text}"', hint)
        return tuple(dict.fromkeys(sizes)) or PAPER_SIZES[:1]

    def copies(self, name: str) -> Copies | None:
        value = self.value(name)
        return self._copies(value) if value else None

    def handouts(self, name: str) -> tuple[Handout, ...]:
        """`id` or `id, 1 per twee` a line; several ids may stand on one line, separated by commas."""
        found: list[Handout] = []
        for value in self.split(name):
            if found and re.match(r"\d+\s", value.text):
                found[-1] = Handout(found[-1].paper, self._copies(value))
            else:
                found.append(Handout(Ref(RefKind.PAPER, slug(value.text), value.span)))
        return tuple(found)

    def bundle(self, name: str) -> Bundle | None:
        """Ids in order; None where there is none."""
        papers = tuple(Ref(RefKind.PAPER, slug(value.text), value.span) for value in self.split(name))
        return Bundle(self._keys[name].span, papers) if papers else None

    def shortening(self, name: str) -> Shortening | None:
        value = self.value(name)
        if value is None:
            return None
        if value.text.lower() == Late.DROP.value:
            return Shortening(Late.DROP, Decimal(0))
        if value.text.lower() == Late.NEVER.value:
            return Shortening(Late.NEVER, Decimal(0))
        match = SHORTER.match(value.text)
        remaining = parse_minutes(match.group(1)) if match else None
        if match is None or remaining is None:
            self._wrong(
                value,
                Code.UNKNOWN_SHORTENING,
                f'"{value.text}" zegt niet wat er kan wegvallen',
                "schrijf `mag weg`, `nooit inkorten` of `2 minuten, wat dan wegvalt`",
            )
            return None
        return Shortening(Late.SHORTEN, remaining, match.group(2))

    def _copies(self, value: Value) -> Copies | None:
        group = GROUP.match(value.text)
        if group:
            return Copies(int(group.group(1)), 0, value.text)
        match = COPIES.match(value.text)
        people = PER.get(match.group(3).lower().rstrip(".")) if match else None
        if match is None or people is None:
            self._wrong(
                value,
                Code.BAD_COPIES,
                f'"{value.text}" zegt niet hoeveel er nodig zijn',
                "schrijf bijvoorbeeld `1 per deelnemer`, `1 per twee` of `1 voor de groep`",
            )
            return None
        return Copies(int(match.group(1)), people, value.text)

    def _wrong(self, value: Value, code: Code, message: str, hint: str) -> None:
        self.problems.append(error(value.span, code, message, hint))


_LIST_FORM = "is dit een lijst? Begin elk punt met `- `, onder een sleutel zonder waarde"
_CLOSE_BLOCK = "is dit gewone tekst? Zet er dan een lege regel boven"
_NO_KEYS = "hier horen geen sleutels: haal deze regel weg"


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
    elif (match := WORDED.match(text)) and match.group(2).lower() in MONTHS:
        numbers = (int(match.group(3)), MONTHS.index(match.group(2).lower()) + 1, int(match.group(1)))
    try:
        return date(*numbers) if numbers else None
    except ValueError:
        return None
