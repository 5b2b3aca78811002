"""Marks of other programs, which would be printed as they stand: one line in, problems with their remedy out."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator

from lok.model.ref import LINK_KINDS
from lok.model.vocabulary import WEB_LINKS
from lok.problems import Code, Problem, error, warning
from lok.read.lines import Lines

CODE = re.compile(r"(`+)(?!`).*?(?<!`)\1(?!`)")
ESCAPED = re.compile(r"\\.")
CONFLICT = re.compile(r"(<{7}|>{7}|\|{7})(?=[ \t]|$)|={7}$")
HIDING = re.compile(r"[ \t]*(:{3,}|!!!|\?\?\?\+?)(?=[ \t]|\w|$|\{)")
"""What elsewhere hides or frames the lines below it."""
ENTITY = re.compile(r"&(?:#\d{1,7}|#x[0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,30});")
FORMULA = "schrijf de formule met gewone tekens"
MARKS: tuple[tuple[re.Pattern[str], str], ...] = (
    (re.compile(r"~~[^~\s][^~]*~~"), "doorstrepen kan niet: haal de woorden weg"),
    (re.compile(r"(?<![=\w])==[^=\s][^=]*==(?![=\w])"), "markeren kan niet: gebruik **vet**"),
    (re.compile(r"\[\[[^\[\]]+\]\]"), "schrijf `[woorden](blad:naam)`"),
    (re.compile(r"^[ \t]*(?:[-*+]|\d{1,3}\.)[ \t]+(\[[ xX]?\])(?=[ \t])"), "haal de haken weg"),
    (re.compile(r"^[ \t]*>[ \t]*\[![A-Za-z]+\]"), "haal deze regel weg: een kader kan hier niet"),
    (re.compile(r"\$\$[^$]+\$\$"), FORMULA),
    (re.compile(r"\$(?=[^\s$])[^$]*[\\^_={][^$]*\$|\\(?:frac|sqrt|cdot|times|text)\b"), FORMULA),
    (re.compile(r"\{\{[^{}]*\}\}|\{%[^{}]*%\}|\{![^{}]*\}"), "haal de accolades weg"),
    (re.compile(r"\[[^\[\]]+\]\[[^\[\]]*\]|^[ \t]{0,3}\[[^\[\]^]+\]:[ \t]+\S+"), "schrijf het adres erbij: `[woorden](https://…)`"),
    (re.compile(rf"(?<!\!)\[[^\[\]]+\][ \t]+\((?:{'|'.join((*LINK_KINDS, *WEB_LINKS))}):"), "zet `(` tegen `]`"),
)  # fmt: skip


def foreign_marks(lines: Lines, n: int) -> Iterator[Problem]:
    """Marks of other programs, which would be printed as they stand."""
    line = ESCAPED.sub("\\\\ ", CODE.sub(_blanked, lines[n])) if _suspect(lines[n]) else ""
    for mark, tip in MARKS if line else ():
        for match in mark.finditer(line):
            text = lines[n][match.start() : match.end()].strip()
            column = match.start() + len(match.group()) - len(match.group().lstrip()) + 1
            yield _told(lines, n, column, text, tip)
    for match in ENTITY.finditer(line):
        if (char := html.unescape(match.group())) != match.group():
            tip = f"typ het teken zelf: {char}" if char.strip() else "typ een gewone spatie"
            yield _told(lines, n, match.start() + 1, match.group(), tip)


def hiding_marks(lines: Lines, n: int) -> Iterator[Problem]:
    """What looks as if it hides or frames: printed, it would be the opposite of what was meant."""
    if match := HIDING.match(lines[n]):
        message = f'"{match.group(1)}" verbergt niets en zet niets in een kader'
        tip = "haal deze regel weg; tekst voor de trainers hoort onder `## Trainer` of bij een kop als `### Zeg`"
        yield error(lines.at(n, match.start(1) + 1), Code.FOREIGN_FRAME, message, tip)


def conflict(lines: Lines, n: int) -> Iterator[Problem]:
    """What a version control system leaves where two people changed the same lines."""
    if match := CONFLICT.match(lines[n]):
        message = f'"{match.group()}" staat rond twee versies van dezelfde tekst'
        tip = "kies een van de versies, en haal de andere en deze tekens weg"
        yield error(lines.at(n, 1), Code.CONFLICT, message, tip)


def _suspect(line: str) -> bool:
    return any(sign in line for sign in "[~=$\\{&")


def _told(lines: Lines, n: int, column: int, text: str, tip: str) -> Problem:
    return warning(lines.at(n, column), Code.FOREIGN_MARKUP, f'"{text}" zou letterlijk verschijnen', tip)


def _blanked(match: re.Match[str]) -> str:
    return " " * len(match.group())
