"""Problems as data: a place, a severity, a code, a Dutch message and a hint. Nothing here raises or prints."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import Enum

from lok.source import Span, allowed, edits


class Severity(Enum):
    ERROR = "fout"
    WARNING = "waarschuwing"


@dataclass(frozen=True)
class Problem:
    """One mistake or warning at an author's line; `code` names its kind, `hint` says what to try."""

    span: Span
    severity: Severity
    code: str
    message: str
    hint: str = ""

    def __str__(self) -> str:
        place = f"{self.span.path}:{self.span.line}:{self.span.column}"
        text = f"{place}: {self.severity.value}[{self.code}]: {self.message}"
        return f"{text}\n    tip: {self.hint}" if self.hint else text


def error(span: Span, code: str, message: str, hint: str = "") -> Problem:
    return Problem(span, Severity.ERROR, code, message, hint)


def warning(span: Span, code: str, message: str, hint: str = "") -> Problem:
    return Problem(span, Severity.WARNING, code, message, hint)


def ordered(problems: Iterable[Problem]) -> tuple[Problem, ...]:
    """Without doubles, in the order of the files; errors first on the same place."""
    return tuple(sorted(set(problems), key=lambda p: (p.span, p.severity.value, p.code, p.message)))


def has_errors(problems: Iterable[Problem], strict: bool = False) -> bool:
    """Tell whether these problems stop a build; `strict` lets warnings stop it too."""
    return any(strict or p.severity is Severity.ERROR for p in problems)


def closest(word: str, candidates: Iterable[str]) -> str | None:
    """The candidate that `word` most resembles, within two edits (one for short words), or None."""
    word = word.lower()
    near = [(edits(word, c.lower()), c) for c in candidates if edits(word, c.lower()) <= allowed(c)]
    return min(near)[1] if near else None


def did_you_mean(word: str, candidates: Iterable[str], shown: int = 12) -> str:
    """Dutch hint: the nearest candidate if there is one, and the candidates themselves while they are few."""
    names = sorted(set(candidates))
    near = closest(word, names)
    choice = ", ".join(names) if 0 < len(names) <= shown else ""
    if near:
        return f'bedoelde je "{near}"?' + (f" ({choice})" if choice else "")
    return f"kies uit: {choice}" if choice else ""
