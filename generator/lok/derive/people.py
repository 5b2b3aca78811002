"""Whom a title is about: the case whose name stands in it."""

from __future__ import annotations

import re
from collections.abc import Iterable

from lok.model.library import Case


def named_in(title: str, cases: Iterable[Case]) -> Case | None:
    """The first case whose name stands in a title, as words of their own; None where there is none."""
    said = _words(title)
    return next((case for case in cases if _words(case.name) <= said), None)


def _words(text: str) -> set[str]:
    return set(re.findall(r"\w+", text.casefold()))
