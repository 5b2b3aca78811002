"""Addresses that a browser asks for by itself, in markup, styles and scripts: those of other hosts are kept."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from lok.publish import escapes

FETCHING = {"src", "srcset", "imagesrcset", "href", "xlink:href", "data", "poster", "action", "formaction"}
FETCHING |= {
    "background",
    "ping",
    "manifest",
    "codebase",
    "archive",
    "code",
    "classid",
    "lowsrc",
    "dynsrc",
    "attributionsrc",
}
CLICKED = {"a", "area"}
"""What asks for its href only when a person chooses it."""
NOT_FETCHED = {"canonical", "alternate", "license", "author", "help", "bookmark", "me", "external", "nofollow"}
NOT_FETCHED |= {"noopener", "noreferrer"}
"""Words in `rel` of a link that nobody follows unasked; one other word and it may be followed."""
BY_HEADER = {
    "refresh": re.compile(r"[;,\s]\s*(?:url\s*=)?\s*['\"]?([^'\";,\s]+)", re.IGNORECASE),
    "link": re.compile(r"<([^<>]*)>"),
    "content-security-policy": re.compile(r"report-uri\s+([^;]+)", re.IGNORECASE),
}
"""By the header that a meta element stands for: where its address is."""
ANIMATED = ("to", "from", "by", "values")
NAMESPACE = re.compile(r"@namespace[^;]*;", re.IGNORECASE)
COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
IN_STYLE = re.compile(
    r"url\(\s*(?:'([^']*)'|\"([^\"]*)\"|([^'\"()]*))|@import\s*(?:'([^']*)'|\"([^\"]*)\")"
    r"|(?:image-set|image|src|cross-fade)\(([^;{}]*)",
    re.IGNORECASE,
)
QUOTED = re.compile(r"'([^']*)'|\"([^\"]*)\"")
IN_SCRIPT = re.compile(
    r"(?:\b(?:import|fetch|importScripts|sendBeacon|WebSocket|EventSource|Worker|SharedWorker|Request|Image|Audio|URL"
    r"|addModule|register|open|assign|replace|load)\s*\(\s*(?:['\"`](?:get|post|put|head)['\"`]\s*,\s*)?"
    r"|\b(?:import|from)\s*"
    r"|[.\]]\s*(?:src|srcset|href|action|data|poster|location|background)\s*=\s*|\blocation\s*=\s*"
    r"|['\"`](?:src|srcset|href|action|data|poster|xlink:href)['\"`]\s*[,:]\s*"
    r"|\b(?:src|url)\s*:\s*)"
    r"(['\"`])(.*?)(?<!\\)\1",
    re.IGNORECASE | re.DOTALL,
)


def elsewhere(address: str) -> bool:
    """Whether a browser would read this as an address on another host."""
    bare = re.sub(r"[\t\r\n]", "", address).strip("".join(map(chr, range(33)))).replace("\\", "/").lower()
    return bare.startswith(("http:", "https:", "ws:", "wss:", "ftp:", "//"))


def in_tag(tag: str, values: Mapping[str, str]) -> Iterator[str]:
    """What a start tag makes a browser ask for, on another host."""
    unasked = tag == "link" and set(values.get("rel", "").lower().split()) <= NOT_FETCHED and "rel" in values
    for name, value in values.items():
        if name == "style" or "url" in value.lower() or "\\" in value:
            yield from in_style(value)
        elif name.startswith("on") or value.lstrip().lower().startswith("javascript:"):
            yield from in_script(value)
        if name in FETCHING and not (name.endswith("href") and (tag in CLICKED or unasked)):
            parts = re.split(r"[\s,]+", value) if "srcset" in name or name in ("ping", "archive") else (value,)
            yield from filter(elsewhere, parts)
    if tag == "meta" and values.get("http-equiv"):
        form = BY_HEADER.get(values["http-equiv"].strip().lower())
        yield from filter(elsewhere, form.findall(values.get("content", "")) if form else ())
    if values.get("attributename", "").lower().endswith("href"):
        yield from (part for name in ANIMATED for part in values.get(name, "").split(";") if elsewhere(part))
    if tag == "param" and elsewhere(values.get("value", "")):
        yield values["value"]


def in_style(text: str) -> Iterator[str]:
    """What a style sheet fetches from another host."""
    text = NAMESPACE.sub("", COMMENT.sub("", escapes.style(text)))
    for match in IN_STYLE.finditer(text):
        *plain, several = match.groups()
        found = [part for pair in QUOTED.findall(several) for part in pair] if several else plain
        yield from (part for part in found if part and elsewhere(part))


def in_script(text: str) -> Iterator[str]:
    """What a script fetches from another host, where the address is written in the call itself."""
    for match in IN_SCRIPT.finditer(text):
        address = escapes.script(match.group(2))
        if elsewhere(address) and not address.startswith("http://www.w3.org/"):
            yield address
