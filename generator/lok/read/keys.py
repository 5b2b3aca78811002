"""Key lines in, typed values out: texts, minutes, dates, choices and lists, with a problem for each that is none."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import replace
from datetime import date, time
from decimal import Decimal
from typing import TypeVar

from lok.model.course import Bundle, Handout, Shortening
from lok.model.library import Copies
from lok.model.names import slug
from lok.model.place import Span
from lok.model.ref import Ref, RefKind
from lok.model.vocabulary import FOR, PAPER_SIZES, PATIENT
from lok.problems import Code, Problem, closest, did_you_mean, error, shortened
from lok.read.bounds import LONGEST_TITLE
from lok.read.scan import Key, Value, loose_key
from lok.read.values import (
    parse_address,
    parse_answer,
    parse_clock,
    parse_copies,
    parse_day,
    parse_minutes,
    parse_range,
    parse_shortening,
    parse_telephone,
    split,
)

PASTED = re.compile(r"[•·▪●○–—*+]|\d{1,3}[.)]")
NAMES = ("titel", "naam", "deel", "versie", "id")
"""Keys whose value becomes the name of a file or a document."""
MOST_KEYS = 20
"""So many keys a message still lists."""
T = TypeVar("T")


class Fields:
    """The keys of one block. Each reading method answers a default and notes a problem where the value is wrong."""

    def __init__(
        self, keys: Iterable[Key], known: frozenset[str], span: Span, problems: list[Problem], place: str
    ) -> None:
        self.span = span
        self.problems = problems
        self._keys: dict[str, Key] = {}
        self._meant: set[str] = set()
        """Those that an author wrote another way: told once, and read as they were meant."""
        for key in keys:
            self._add(key, known, place)

    def _add(self, key: Key, known: frozenset[str], place: str) -> None:
        if key.name == "":
            self._no_key(key, known)
        elif key.name not in known:
            self._mean(closest(key.name, known - self._keys.keys()), key)
            hint = did_you_mean(key.name, known, shown=MOST_KEYS) if known else _NO_KEYS
            self.problems.append(
                error(key.span, Code.UNKNOWN_KEY, f'onbekende sleutel "{key.name}" {place}', hint or _CLOSE_BLOCK)
            )
        elif key.name in self._keys and key.name not in self._meant:
            self.problems.append(
                error(key.span, Code.SAME_KEY, f'"{key.name}" staat hier twee keer', "houd er één over")
            )
        else:
            self._keys[key.name] = key
            self._meant.discard(key.name)
            if key.name in NAMES and len(key.value.text) > LONGEST_TITLE:
                message = f'"{key.name}" telt meer dan {LONGEST_TITLE} letters'
                self._wrong(key.value, Code.TOO_MUCH, message, "maak het korter")

    def _no_key(self, key: Key, known: frozenset[str]) -> None:
        """A line without a colon: a known key, where its name stands in front."""
        text, span = key.value.text, key.span
        name = loose_key(text, known)
        if not name:
            hint = _LIST_FORM if PASTED.match(text) else _CLOSE_BLOCK
            self._wrong(key.value, Code.KEY_FORM, f'"{text}" is geen `sleutel: waarde`', hint)
            return
        said = text[len(name) :].lstrip()
        written = f"{name}: {said}".rstrip()
        self._wrong(key.value, Code.KEY_FORM, f'na "{name}" ontbreekt een dubbelpunt', f"schrijf `{written}`")
        place = replace(span, column=span.column + len(text) - len(said))
        self._mean(name, replace(key, value=Value(said, place)))

    def _mean(self, name: str | None, key: Key) -> None:
        """Read a key as the one that its author meant, so that its one mistake brings no other."""
        if name and name not in self._keys:
            self._keys[name] = key
            self._meant.add(name)

    def require(self, names: Iterable[str]) -> None:
        """Note each name that is missing or has no value."""
        for name in names:
            key = self._keys.get(name)
            if key is None or not (key.value.text or key.items):
                span = key.span if key else self.span
                self.problems.append(
                    error(span, Code.NO_KEY, f'"{name}:" ontbreekt of is leeg', f"voeg een regel `{name}: …` toe")
                )

    def require_one(self, names: tuple[str, str]) -> str:
        """Which of two names of one key is there: a problem for none, and for both."""
        name = self.one_of(names)
        self.require([name])
        return name

    def one_of(self, names: tuple[str, str]) -> str:
        """Which of two names of one key is there, the first where neither is: a problem for both."""
        one, other = names
        given = [name for name in names if name in self._keys]
        if len(given) == len(names):
            tip = "houd er één over"
            message = f'"{one}" en "{other}" zeggen hetzelfde'
            self.problems.append(error(self._keys[other].span, Code.SAME_KEY, message, tip))
        return given[0] if given else one

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
        """Where the value of a key stands, else where the fields do."""
        key = self._keys.get(name)
        return key.value.span if key else self.span

    def text(self, name: str) -> str:
        """The value as it is written, or ""."""
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

    def phrases(self, name: str) -> tuple[str, ...]:
        """The values as `split` gives them, as they are written."""
        return tuple(value.text for value in self.split(name))

    def facts(self, name: str) -> tuple[Ref, ...]:
        """The facts that the values name, in order."""
        return tuple(Ref(RefKind.FACT, slug(value.text), value.span) for value in self.split(name))

    def minutes(self, name: str) -> Decimal | None:
        """Minutes, or None and a problem where they are no number."""
        tip = "schrijf bijvoorbeeld `4` of `0,5`, en hoogstens een dag"
        return self._read(name, parse_minutes, Code.BAD_NUMBER, "is geen aantal minuten", tip)

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
        tip = "schrijf bijvoorbeeld `1 tot 5`"
        return self._read(name, parse_range, Code.BAD_NUMBER, f'past niet bij "{name}"', tip) or ()

    def date(self, name: str) -> date | None:
        """A day, or None and a problem where it is none."""
        return self._read(name, parse_day, Code.BAD_DATE, "is geen datum", _DAY_FORM)

    def time(self, name: str) -> time | None:
        """A time of day, or None and a problem where it is none."""
        return self._read(name, parse_clock, Code.BAD_TIME, "is geen uur", "schrijf bijvoorbeeld `20:00`")

    def address(self, name: str) -> str:
        """A web address, or ""; a problem where it is none."""
        tip = "schrijf bijvoorbeeld `https://lok.voorbeeld.be`"
        return self._read(name, parse_address, Code.BAD_ADDRESS, "is geen webadres voor een site", tip) or ""

    def telephone(self, name: str) -> str:
        """A number to call, in figures and spaces, or ""; a problem where it is none."""
        tip = "schrijf alleen cijfers en spaties, bijvoorbeeld `1813` of `02 424 30 00`"
        return self._read(name, parse_telephone, Code.BAD_NUMBER, "is geen telefoonnummer", tip) or ""

    def yes(self, name: str, default: bool) -> bool:
        """Whether the author says yes; `default` where nothing is said, or something else, which is a problem."""
        answer = self._read(name, parse_answer, Code.YES_OR_NO, "is geen ja of nee", "schrijf `ja` of `nee`")
        return default if answer is None else answer

    def choice(self, name: str, choices: tuple[str, ...]) -> str:
        """One of the choices in lower case, or "" and a problem where it is none."""
        value = self.value(name)
        if value is None:
            return ""
        if value.text.lower() not in choices:
            self._wrong(
                value, Code.UNKNOWN_VALUE, f'"{value.text}" kan niet bij "{name}"', did_you_mean(value.text, choices)
            )
            return ""
        return value.text.lower()

    def for_patient(self) -> bool:
        """Whether the author says that it is for a patient; another word for whom is a problem."""
        return self.choice(FOR, (PATIENT,)) == PATIENT

    def paper(self, name: str, known: tuple[str, ...] = PAPER_SIZES) -> tuple[str, ...]:
        """Those of the known paper sizes that the author names, in that order; A4 where none is given."""
        sizes = []
        for value in self.split(name):
            if value.text.lower() in known:
                sizes.append(value.text.lower())
            else:
                hint = f"kies uit: {', '.join(size.upper() for size in known)}"
                self._wrong(value, Code.UNKNOWN_VALUE, f'onbekend papierformaat "{value.text}"', hint)
        return tuple(dict.fromkeys(sizes)) or PAPER_SIZES[:1]

    def copies(self, name: str) -> Copies | None:
        """How many to print, or None and a problem where it says no number."""
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
        papers = self.papers(name)
        return Bundle(self._keys[name].span, papers) if papers else None

    def papers(self, name: str) -> tuple[Ref, ...]:
        """Ids of exercises or sheets, in order; empty where there are none."""
        return tuple(Ref(RefKind.PAPER, slug(value.text), value.span) for value in self.split(name))

    def pages(self, name: str) -> tuple[Ref, ...]:
        """Ids of cases, exercises or sheets, in order; empty where there are none."""
        return tuple(Ref(RefKind.PAGE, slug(value.text), value.span) for value in self.split(name))

    def shortening(self, name: str) -> Shortening | None:
        """What may fall out of a slide, or None and a problem where it does not say."""
        tip = "schrijf `mag weg`, `nooit inkorten` of `2 minuten, wat dan wegvalt`"
        wrong = "zegt niet wat er kan wegvallen"
        return self._read(name, parse_shortening, Code.UNKNOWN_SHORTENING, wrong, tip)

    def _copies(self, value: Value) -> Copies | None:
        tip = "schrijf bijvoorbeeld `1 per deelnemer`, `1 per twee` of `1 voor de groep`"
        return self._parsed(value, parse_copies, Code.BAD_COPIES, "zegt niet hoeveel er nodig zijn", tip)

    def _read(self, name: str, parse: Callable[[str], T | None], code: Code, wrong: str, tip: str) -> T | None:
        value = self.value(name)
        return self._parsed(value, parse, code, wrong, tip) if value else None

    def _parsed(self, value: Value, parse: Callable[[str], T | None], code: Code, wrong: str, tip: str) -> T | None:
        found = parse(value.text)
        if found is None:
            self._wrong(value, code, f'"{shortened(value.text)}" {wrong}', tip)
        return found

    def _wrong(self, value: Value, code: Code, message: str, hint: str) -> None:
        self.problems.append(error(value.span, code, message, hint))


_DAY_FORM = "schrijf bijvoorbeeld `22/11/2026`, met een jaar van 2000 tot 2100"
_LIST_FORM = "is dit een lijst? Begin elk punt met `- `, onder een sleutel zonder waarde"
_CLOSE_BLOCK = "is dit gewone tekst? Zet er dan een lege regel boven"
_NO_KEYS = "hier horen geen sleutels: haal deze regel weg"
