"""What the author's own writing asks for on a slide: blocks in, the kind of slide that shows them best out.

Only the form is read, never a word: a numbered list is steps, items that begin in bold are cards, and so on.
"""

from __future__ import annotations

from collections.abc import Sequence

from lok.model.course import SlideKind
from lok.model.plain import inline_text
from lok.model.ref import Ref, RefKind
from lok.model.text import Block, Link, ListBlock, Paragraph, Plain, Quote, Strong
from lok.model.vocabulary import WEB_LINKS

MOST_STEPS, MOST_CARDS, SPEAKERS = 8, 6, 2
"""Links that lead out of the course."""
AFTER_LEAD = (":", ",", "–")
"""What divides a lead from the rest, where the lead itself does not end a sentence."""
ENDS = (":", "?", "!")


def form(blocks: Sequence[Block]) -> SlideKind | None:
    """The kind that these blocks are written as; None where they are plain text and points."""
    if _dialogue(blocks):
        return SlideKind.DIALOGUE
    if _pair(blocks):
        return SlideKind.PAIR
    items = listed(blocks)
    if any(isinstance(block, ListBlock) and block.ordered for block in blocks):
        return SlideKind.STEPS if 1 < len(items) <= MOST_STEPS else None
    if 2 * sum(map(_leads_out, items)) > len(items):
        return SlideKind.SOURCES
    return SlideKind.CARDS if 1 < len(items) <= MOST_CARDS and all(map(lead, items)) else None


def fits(kind: SlideKind, blocks: Sequence[Block]) -> bool:
    """Whether these blocks can be shown as that kind, which an author may have chosen."""
    if kind in (SlideKind.DIALOGUE, SlideKind.PAIR):
        return form(blocks) is kind
    items = listed(blocks)
    if kind is SlideKind.CARDS:
        return 1 < len(items) <= MOST_CARDS and all(map(lead, items))
    return bool(items) and (kind is not SlideKind.STEPS or len(items) <= MOST_STEPS)


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


def _dialogue(blocks: Sequence[Block]) -> bool:
    """At least three sentences of two who take turns."""
    speakers = [lead(block) for block in blocks]
    return len(blocks) > SPEAKERS and all(name.endswith(":") for name in speakers) and len(set(speakers)) == SPEAKERS


def _pair(blocks: Sequence[Block]) -> bool:
    """A bold line and its list, twice; a paragraph may close."""
    if not 4 <= len(blocks) <= 5 or not all(isinstance(block, Paragraph) for block in blocks[4:]):
        return False
    heads, lists = blocks[0:4:2], blocks[1:4:2]
    return all(isinstance(block, ListBlock) for block in lists) and all(map(_bold, heads))


def _bold(block: Block) -> bool:
    return isinstance(block, Paragraph) and len(block.children) == 1 and isinstance(block.children[0], Strong)


def _leads_out(block: Paragraph) -> bool:
    return any(isinstance(child, Link) and _is_source(child.target) for child in block.children)


def _is_source(target: Ref | str) -> bool:
    """Whether a link leads to a source or to the web."""
    return target.kind is RefKind.SOURCE if isinstance(target, Ref) else target.partition(":")[0] in WEB_LINKS
