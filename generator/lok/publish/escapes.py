"""Text in the disguises that browsers take off: entities, `\\u0041`, CSS escapes, percents and data addresses."""

from __future__ import annotations

import html
import re
from base64 import b64decode
from binascii import Error
from collections.abc import Iterator
from urllib.parse import unquote, unquote_to_bytes

SCRIPT = re.compile(r"\\(?:u\{([0-9a-fA-F]{1,6})\}|u([0-9a-fA-F]{4})|x([0-9a-fA-F]{2})|([0-7]{1,3})|(\r?\n)|(.))", re.S)
STYLE = re.compile(r"\\(?:([0-9a-fA-F]{1,6})(?:\r\n|[ \t\r\n\f])?|(\r?\n)|(.))", re.S)
DATA = re.compile(r"data:([\w.+-]*/?[\w.+-]*)((?:;[^;,\"'()]*)*),([^\"'()\s]*)", re.IGNORECASE)
BLANKS = {"n": "\n", "t": "\t", "r": "\r", "b": " ", "f": " ", "v": " "}


def script(text: str) -> str:
    """The letters that a script means by its escapes."""
    return SCRIPT.sub(_script, text) if "\\" in text else text


def style(text: str) -> str:
    """The letters that a style sheet means by its escapes."""
    return STYLE.sub(_style, text) if "\\" in text else text


def readings(text: str) -> Iterator[str]:
    """The text itself, and what it says without each disguise that it may wear."""
    seen = {text}
    yield text
    for bare in (html.unescape(text) if "&" in text else text, unquote(text) if "%" in text else text):
        for one in (bare, script(bare), style(bare)):
            if one not in seen:
                seen.add(one)
                yield one


def data_addresses(text: str) -> Iterator[tuple[str, bytes]]:
    """The type and the bytes of each file that is written inside an address."""
    if "data:" not in text.lower():
        return
    whole = DATA.match(text.strip())
    for match in (whole,) if whole else DATA.finditer(text):
        kind, options = match.group(1).lower(), match.group(2).lower()
        written = text.strip()[match.start(3) :] if whole else match.group(3)
        yield kind, _base64(written) if "base64" in options else unquote_to_bytes(written)


def _base64(written: str) -> bytes:
    letters = re.sub(r"[^\w+/-]", "", unquote(written)).replace("-", "+").replace("_", "/")
    try:
        return b64decode(letters + "=" * (-len(letters) % 4))
    except Error:
        return written.encode()


def _script(match: re.Match[str]) -> str:
    braces, four, two, octal, line, other = match.groups()
    if octal:
        return chr(int(octal, 8))
    if braces or four or two:
        return _letter(braces or four or two)
    return "" if line else BLANKS.get(other, other)


def _style(match: re.Match[str]) -> str:
    number, line, other = match.groups()
    return _letter(number) if number else "" if line else str(other)


def _letter(number: str) -> str:
    code = int(number, 16)
    return chr(code) if 0 < code < 0x110000 and not 0xD800 <= code < 0xE000 else " "
