"""Addresses in running text that no brackets stand around: Markdown in, links out."""

from __future__ import annotations

import re
from xml.etree.ElementTree import Element

from markdown.inlinepatterns import InlineProcessor

from lok.model.links import followed

BARE = r"(?<![\w@/.:-])((?:https?://|www\.)[^\s<>()\[\]\"“”*`|\\]*[^\s<>()\[\]\"“”*`|\\.,;:!?'’_…])"
"""A sign that ends a sentence is no part of it."""


class BareLink(InlineProcessor):
    """`https://…` or `www.…` in running text is a link, as an author expects of every program."""

    ANCESTOR_EXCLUDES = ("a",)

    def __init__(self) -> None:
        super().__init__(BARE)

    def handleMatch(self, match: re.Match[str], data: str) -> tuple[Element | None, int | None, int | None]:  # type: ignore[override]  # noqa: N802
        if followed(match.group(1)) is None:
            return None, None, None
        link = Element("a", href=match.group(1))
        link.text = match.group(1)
        return link, match.start(1), match.end(1)
