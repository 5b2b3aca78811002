"""The form of what the author wrote on a slide: blocks in, its lists, leads and links out; never a word is read.

Layouts ask it whether a text is written as they would show it.
"""

from __future__ import annotations

from collections.abc import Sequence

from lok.model.plain import inline_text
from lok.model.ref import Ref, RefKind
from lok.model.text import Block, Link, ListBlock, Paragraph, Plain, Quote, Strong
from lok.model.vocabulary import WEB_LINKS

AFTER_LEAD = (":", ",", "–")
"""What divides a lead from the rest, where the lead itself does not end a sentence."""
ENDS = (":", "?", "!")
"""What ends a sentence or announces what follows."""


def ordered(blocks: Sequence[Block]) -> bool:
    """Whether there is a numbered list among these blocks."""
    return any(isinstance(block, ListBlock) and block.ordered for block in blocks)


def listed(blocks: Sequence[Block]) -> list[Paragraph]:
    """The items of the one list among paragraphs, each a paragraph; none where there is more."""
    lists = [block for block in blocks if isinstance(block, ListBlock)]
    others = [block for block in blocks if not isinstance(block, ListBlock)]
    if len(lists) != 1 or not all(isinstance(block, (Paragraph, Quote, Ref)) for block in others):
        return []
    items = [item[0] for item in lists[0].items if len(item) == 1]
    plain = [item for item in items if isinstance(item, Paragraph)]
    return plain if len(plain) == len(lists[0].items) else []


def lead(block: Block) -> str:
    """The bold words that a paragraph begins with and goes on after; "" where it does not."""
    if not isinstance(block, Paragraph) or len(block.children) < 2 or not isinstance(block.children[0], Strong):
        return ""
    said, then = inline_text(block.children[0].children), block.children[1]
    divided = said.endswith(ENDS) or (isinstance(then, Plain) and then.text.lstrip().startswith(AFTER_LEAD))
    return said if divided else ""


def leads_out(block: Paragraph) -> bool:
    """Whether there is a link in this paragraph that leads out of the course."""
    return any(isinstance(child, Link) and _is_source(child.target) for child in block.children)


def _is_source(target: Ref | str) -> bool:
    """Whether a link leads to a source or to the web."""
    return target.kind is RefKind.SOURCE if isinstance(target, Ref) else target.partition(":")[0] in WEB_LINKS


def bold(block: Block) -> bool:
    """Whether this is a paragraph of bold words alone."""
    return isinstance(block, Paragraph) and len(block.children) == 1 and isinstance(block.children[0], Strong)


def mostly_links(blocks: Sequence[Block]) -> bool:
    """Whether more than half of the items of a list without numbers lead out of the course."""
    items = listed(blocks)
    return not ordered(blocks) and 2 * sum(map(leads_out, items)) > len(items)


def headed_lists(blocks: Sequence[Block]) -> list[ListBlock]:
    """Two lists, each below a paragraph of bold words; only a paragraph may close. Else none."""
    if not 4 <= len(blocks) <= 5 or not all(isinstance(block, Paragraph) for block in blocks[4:]):
        return []
    found = [block for block in blocks[1:4:2] if isinstance(block, ListBlock)]
    return found if len(found) == 2 and all(map(bold, blocks[0:4:2])) else []


def figure(block: Block) -> str:
    """The bold words with a digit that a paragraph begins with and goes on after; "" where it does not."""
    if not isinstance(block, Paragraph) or len(block.children) < 2 or not isinstance(block.children[0], Strong):
        return ""
    said = inline_text(block.children[0].children)
    return said if any(sign.isdigit() for sign in said) else ""
