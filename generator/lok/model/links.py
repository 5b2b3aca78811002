"""Addresses of the web, of mail and of telephones: as an author writes them in, as programs follow them out."""

from __future__ import annotations

import re
from urllib.parse import quote, urlsplit, urlunsplit

LONGEST = 2_000
"""Letters of a link: browsers and spreadsheets follow no longer ones."""
LABEL = r"[a-z0-9_](?:[a-z0-9_-]{0,61}[a-z0-9])?"
HOST = re.compile(rf"{LABEL}(?:\.{LABEL})*\.?")
PORT = re.compile(r"[^:]*(?::\d{1,5})?")
MAIL = re.compile(r"[^@\s?<>\"]+@[^@\s?<>\"]+\.[^@\s?<>\"]+(?:\?[^<>\"]*)?")
TELEPHONE = re.compile(r"\+?[\d ()./\u00a0-]{2,30}")


def web_address(text: str) -> str | None:
    """An address that starts with http(s):// with everything encoded that needs it, or None where it is none."""
    try:
        parts = urlsplit(text.strip())
        host = (parts.hostname or "").encode("idna").decode("ascii")
        port = parts.port
    except ValueError:  # UnicodeError is one
        return None
    if parts.scheme not in ("http", "https") or not HOST.fullmatch(host) or not PORT.fullmatch(parts.netloc):
        return None
    place = host if port is None else f"{host}:{port}"
    made = urlunsplit((parts.scheme, place, *(_encoded(part) for part in (parts.path, parts.query, parts.fragment))))
    return made if len(made) <= LONGEST else None


def followed(target: str) -> str | None:
    """A link as a browser follows it: http(s), mailto or tel; None where it is none of these or not well formed."""
    kind, _, rest = target.strip().partition(":")
    if target.lower().startswith("www."):
        return web_address(f"https://{target}")
    if kind.lower() in ("http", "https"):
        return web_address(target)
    if kind.lower() == "mailto" and MAIL.fullmatch(rest.strip()) and len(rest) <= LONGEST:
        return f"mailto:{_encoded(rest.strip())}"
    if kind.lower() == "tel" and TELEPHONE.fullmatch(rest.strip()):
        return "tel:" + re.sub(r"[^\d+]", "", rest)
    return None


def _encoded(part: str) -> str:
    """Percent-encoded, and what is encoded already left as it is."""
    return quote(re.sub(r"%(?![0-9A-Fa-f]{2})", "%25", part), safe="%/:=&?~+!$,;@()*-._")
