"""Names as people write them and ids as files need them: text in, its one form out."""

from __future__ import annotations

import re
import unicodedata


def clean(text: str) -> str:
    """Text with every kind and number of spaces folded to one plain space, and none around it."""
    return " ".join(text.split())


def one_form(name: str) -> str:
    """The one Unicode form of a file's name: a Mac keeps `é` as two signs, other computers as one."""
    return unicodedata.normalize("NFC", name)


def slug(text: str) -> str:
    """An id: lower case, no diacritics, hyphens for the rest; "" where nothing is left."""
    letters = unicodedata.normalize("NFKD", text.lower().replace("ß", "ss").replace("ø", "o").replace("æ", "ae"))
    return _NOT_ID.sub("-", "".join(c for c in letters if not unicodedata.combining(c))).strip("-")


def fold(text: str) -> str:
    """A heading or name as a reader sees it: lower case, no diacritics, invisible signs or letters of lookalikes."""
    if text.isascii():
        return " ".join(text.lower().split())
    letters = unicodedata.normalize("NFKD", text)
    seen = "".join(c for c in letters if unicodedata.category(c) not in ("Mn", "Cf")).lower()
    return " ".join(seen.translate(_LOOKALIKES).split())


_NOT_ID = re.compile(r"[^a-z0-9]+")


_LOOKALIKES = str.maketrans("авекмнорстухіѕјԁԝαεζικνορτυχ\u0131ɡո", "abekmhopctyxisjdwaezikvoptuxign")
"""Cyrillic, Greek and other letters that look like a Latin one."""
