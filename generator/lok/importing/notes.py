"""The paragraphs of a notes page in, the same below our headings for notes out; none of these headings is public."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from lok.importing.paragraphs import Par, without
from lok.model.names import fold
from lok.model.plain import inline_text
from lok.model.vocabulary import CUE, NOTES

DEFAULT = "zeg"
"""Where notes go that say nothing of themselves."""
LABEL = re.compile(r"\s*([^\W\d_][^:\n]{0,60}?)\s*(?::\s*|$)")
TO_WHOM = re.compile(rf"{CUE} aan .+")


def spread(pars: Sequence[Par], roles: Sequence[str]) -> dict[str, list[Par]]:
    """Notes by heading, each in its order: a line that begins with a heading or a role opens it, others follow."""
    known = {fold(word): word for word in (*NOTES, CUE, *roles)}
    found: dict[str, list[Par]] = {}
    here = DEFAULT
    for par in pars:
        label = LABEL.match(inline_text(par.children))
        word = _named(fold(label.group(1)), known) if label else None
        if label and word:
            here = word
            par = replace(par, children=without(par.children, label.end()))  # noqa: PLW2901
        if inline_text(par.children).strip():
            found.setdefault(here, []).append(par)
    return found


def _named(label: str, known: dict[str, str]) -> str | None:
    return CUE if TO_WHOM.fullmatch(label) else known.get(label)
