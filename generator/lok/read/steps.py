"""A first line that counts ("Stap 3 van 8: motiveren") in, the step that it names and the text without it out."""

from __future__ import annotations

import re

from lok.model.course import Step
from lok.model.plain import inline_text
from lok.model.text import Blocks, Paragraph
from lok.words import words

LONGEST = 12
"""A series of more steps than this is no series that somebody can see at a glance."""


def counted(body: Blocks) -> tuple[Step | None, Blocks]:
    """The step that the first paragraph counts, and the rest; None and all of it where it does not count."""
    first = body[0] if body else None
    pattern = words("deck")["series"].format(number=r"(\d{1,3})", count=r"(\d{1,3})") + r"(?:[:,.]?\s+(.*))?"
    match = re.fullmatch(pattern, inline_text(first.children), re.IGNORECASE) if isinstance(first, Paragraph) else None
    if match is None:
        return None, body
    number, count = int(match[1]), int(match[2])
    if not (1 <= number <= count <= LONGEST and count > 1):
        return None, body
    return Step(number, count, match[3] or ""), body[1:]
