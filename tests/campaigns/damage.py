"""Real files in, damaged ones out: what people, other programs and broken disks make of a text, a picture, a table."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from random import Random

SIGNS = (
    *"\t\u00a0\u00ad\u200b\u202e\ufeff\u0301\u2028\ufffd\x00\x1b|*_`~[](){}<>#:;!&\\'\"=-+.,0123456789%€ß日🙂İǅ",
    "\U000e0041", "\ud800", "\r", "\r\n", "\n\n", "---", "```", "](", "![", "**", "</", "{{", "}}", "{%", "&#x0;",
)  # fmt: skip
SNIPPETS = (
    "---", "## Trainer", "### Zeg", "### Mogelijk antwoord", "## Deel 1", "## Reactie 1: “x”", "- a", "    - b", "> c",
    "1. d", "| a | b |", "|---|---|", "feit: wrijftijd", "grafiek: staven, x", "grafiek: stroom, y", "minuten: 3",
    "minuten: 1e9", "minuten: -1", "wie: duo", "titel:", "titel: " + "t" * 400, "id: x", "vorm: balans", "vorm: kiezen",
    "vorm: schaalscore", "papier: A4, A3, A1, A6", "uitdelen: 1 per twee", "oefening: a", "casus: a, deel 1",
    "als het uitloopt: mag weg", "delen:", "  - 01-a", "  - pauze: 5 minuten", "  - marge: 99999999999999999999",
    "duo: a, b", "duo: a", "versie: 1.0", "bijgewerkt: 31/02/2026", "bijgewerkt: 29 februari 2028", "adres: //x",
    "audio: geluid.mp3", "![beeld](beeld.png)", "![](beeld.png)", "[a](blad:a)", "[a](casus:a#deel-1)",
    "[a](javascript:x)", "<script>alert(1)</script>", "[x]: y", "[^1]: z", "=" * 9, "\\", "[" * 3000, "> " * 900,
    "- " * 900, "`" * 3000, "*a " * 900, "|" * 900, "9" * 900, "a" * 30000, "((" * 900, "<a " * 900, "&" * 900,
    "\u0301" * 900, "🙂" * 900, "- * " * 900, "+\0" * 900,
)  # fmt: skip
KEY = re.compile(r"^([^\W\d_][\w ]*): ")

Change = Callable[[list[str], Random, Sequence[str]], None]


def _at(lines: list[str], dice: Random) -> int:
    return dice.randrange(len(lines))


def _leave_out(lines: list[str], dice: Random, others: Sequence[str]) -> None:
    start = _at(lines, dice)
    del lines[start : start + dice.choice((1, 1, 2, 5))]


def _repeat(lines: list[str], dice: Random, others: Sequence[str]) -> None:
    at = _at(lines, dice)
    lines[at:at] = [lines[at]] * dice.choice((1, 1, 2, 40))


def _swap(lines: list[str], dice: Random, others: Sequence[str]) -> None:
    one, other = _at(lines, dice), _at(lines, dice)
    lines[one], lines[other] = lines[other], lines[one]


def _insert(lines: list[str], dice: Random, others: Sequence[str]) -> None:
    lines.insert(_at(lines, dice), dice.choice(SNIPPETS))


def _splice(lines: list[str], dice: Random, others: Sequence[str]) -> None:
    start = dice.randrange(len(others))
    lines[_at(lines, dice) : 0] = others[start : start + dice.randint(1, 12)]


def _sign(lines: list[str], dice: Random, others: Sequence[str]) -> None:
    number = _at(lines, dice)
    line, at = lines[number], dice.randint(0, len(lines[number]))
    lines[number] = line[:at] + dice.choice(SIGNS) * dice.choice((1, 1, 1, 3, 600)) + line[at + dice.randint(0, 2) :]


def _indent(lines: list[str], dice: Random, others: Sequence[str]) -> None:
    at = _at(lines, dice)
    lines[at] = (
        dice.choice((" ", "   ", "    ", "\t", "> ", "- ", "1. ", "# ", "## ", "### ", "|", "\u00a0")) + lines[at]
    )


def _join(lines: list[str], dice: Random, others: Sequence[str]) -> None:
    at = _at(lines, dice)
    lines[at : at + 2] = ["".join(lines[at : at + 2])]


def _number(lines: list[str], dice: Random, others: Sequence[str]) -> None:
    at = _at(lines, dice)
    value = dice.choice(("0", "-1", "1,5", "1e400", "9" * 400, "٣", "½", "", "NaN", "1/0", "00000", "2.5.1"))
    lines[at] = re.sub(r"\d+", value, lines[at], count=1)


def _value(lines: list[str], dice: Random, others: Sequence[str]) -> None:
    keys = [n for n, line in enumerate(lines) if KEY.match(line)]
    if keys:
        at = dice.choice(keys)
        name = KEY.match(lines[at])
        lines[at] = f"{name[1] if name else ''}: {dice.choice((*SNIPPETS, dice.choice(others)))}"


def _cut(lines: list[str], dice: Random, others: Sequence[str]) -> None:
    del lines[_at(lines, dice) :]


CHANGES: tuple[Change, ...] = (
    _leave_out, _repeat, _swap, _insert, _insert, _splice, _sign, _sign, _sign, _indent, _join, _number, _value, _value,
)  # fmt: skip


def text(source: str, others: Sequence[str], dice: Random, most: int = 8) -> bytes:
    """A text with up to so many changes, sometimes in another encoding. `others` are lines of others."""
    lines = source.split("\n")
    for _ in range(min(most, dice.choice((1, 1, 2, 3, 8)))):
        lines = lines or [""]
        dice.choice(CHANGES if dice.random() > 0.03 else (_cut,))(lines, dice, others)
    whole = "\n".join(lines)
    encoding = dice.choice(("utf-8",) * 30 + ("utf-8-sig", "utf-16", "latin-1", "cp1252", "utf-16-be"))
    made = whole.encode(encoding, "surrogatepass" if encoding.startswith("utf") else "replace")
    return made if dice.random() > 0.03 else data(made, dice)


def data(source: bytes, dice: Random) -> bytes:
    """Bytes with some of them changed, left out, repeated or cut off."""
    made = bytearray(source)
    for _ in range(dice.choice((1, 1, 2, 8, 60))):
        at = dice.randrange(len(made) or 1)
        end = at + dice.choice((1, 1, 4, 64))
        change = dice.choice((bytes((dice.randrange(256),)), b"", bytes(made[at:end]) * 2, b"\xff" * 4, b"\0" * 4))
        made[at : dice.choice((at + 1, at, end))] = change
    return bytes(made if dice.random() > 0.1 else made[: dice.randrange(len(made) or 1)])
