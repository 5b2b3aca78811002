"""Numbers as people write them."""

from __future__ import annotations

import re
from decimal import Decimal

NUMBER = re.compile(r"([-−–]?)\s?(\d{1,3}(?:[ .]\d{3}){1,4}|\d{1,15})(?:,(\d{1,6}))?\s*%?$")
"""`1 500`, `1.500`, `27,3`, `−4` or `12 %`, as people write them."""


def parse_number(text: str) -> Decimal | None:
    """What a cell counts; nothing where it is empty, None where it is no number."""
    clean = " ".join(text.split())
    if not clean:
        return Decimal(0)
    match = NUMBER.match(clean)
    if match is None:
        return None
    sign, whole, part = match.groups()
    return Decimal(("-" if sign else "") + re.sub(r"[ .]", "", whole) + (f".{part}" if part else ""))
