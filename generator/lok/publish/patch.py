"""A finished page and the Markdown that it should show now in, the page with that text out: in ms, without an engine.

What stands around the text (menu, contents of the page) stays as it was, until an engine makes the page again.
"""

from __future__ import annotations

import re

from markdown import Markdown
from mkdocs.utils.meta import get_data

from lok.publish.finish import LINES

ARTICLE = re.compile(rb'(<article class="text">\s*(?:<p class="kicker">.*?</p>\s*)?)(.*?)(\s*</article>)', re.DOTALL)
EXTENSIONS = ("toc", "tables", "fenced_code", "attr_list")
"""What an engine reads our pages with."""


def patched(page: bytes, source: bytes) -> bytes | None:
    """A finished page with other Markdown as its text; None where the page has no place for it."""
    found = ARTICLE.search(page)
    if not found:
        return None
    text, _ = get_data(source.decode())
    made = Markdown(extensions=list(EXTENSIONS)).convert(text).encode()
    return page[: found.end(1)] + LINES.sub(b"\n", made) + page[found.start(3) :]
