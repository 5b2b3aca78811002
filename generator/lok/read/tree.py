"""The lines of a text in, the tree that Python-Markdown makes of them out: what we take of Markdown, and no HTML."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from xml.etree.ElementTree import Element

from markdown import Markdown

from lok.read import footnotes
from lok.read.addresses import BareLink
from lok.read.signs import PLAIN_AFTER_STROKE, understood


@cache
def _parser() -> Markdown:
    parser = Markdown(
        extensions=["tables", "sane_lists", "pymdownx.betterem", "pymdownx.caret", "pymdownx.tilde"],
        extension_configs={
            "pymdownx.betterem": {"smart_enable": "all"},
            "pymdownx.caret": {"insert": False},
            "pymdownx.tilde": {"delete": False},
        },
    )
    parser.ESCAPED_CHARS.extend(PLAIN_AFTER_STROKE)
    parser.preprocessors.deregister("html_block")  # raw HTML is refused, not stashed
    for pattern in ("html", "entity", "automail"):
        parser.inlinePatterns.deregister(pattern)
    parser.inlinePatterns.register(BareLink(), "bare", 105)
    parser.inlinePatterns.register(footnotes.Mark(), "note", 175)
    parser.parser.blockprocessors.deregister("reference")  # `[x]: y` stays text, so that nothing vanishes
    parser.parser.blockprocessors.deregister("setextheader")
    parser.parser.blockprocessors.deregister("hashheader")
    return parser


def tree(written: Sequence[str]) -> Element:
    """The root, with a block in each child."""
    parser = _parser()
    parser.reset()
    lines = understood([line if line.strip() else "" for line in written])
    for preprocessor in parser.preprocessors:
        lines = preprocessor.run(lines)
    root = parser.parser.parseDocument(lines).getroot()
    assert root is not None
    for name in ("inline", "unescape"):
        changed = parser.treeprocessors[name].run(root)
        root = root if changed is None else changed
    return root
