"""Blocks of the model in, Markdown of an author out: what `read.markdown` reads back as the same blocks.

Every sign that means something in our Markdown is escaped; emphasis that would be read otherwise is left out.
"""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator, Sequence

from lok.model.links import followed
from lok.model.place import Span
from lok.model.plain import inline_text
from lok.model.ref import Ref
from lok.model.text import (
    Block,
    Blocks,
    Chart,
    Emphasis,
    Inline,
    Inlines,
    LineBreak,
    Link,
    ListBlock,
    Monospace,
    Notes,
    Paragraph,
    Picture,
    Plain,
    Quote,
    Shifted,
    Strong,
    Table,
)
from lok.read import markdown
from lok.read.addresses import BARE
from lok.read.foreign import ENTITY
from lok.read.format import SLIDES
from lok.read.scan import KEY, Text

ANYWHERE = re.compile(
    rf"[\\`*\[\]{{}}|$]|(?<![^\W_])_|_(?![^\W_])|<(?=[A-Za-z/!<-])|[~^]|=(?==)|&(?={ENTITY.pattern[1:]})|(?<=\{{)[:#.]"
)
"""Signs that mean something wherever they stand."""
AT_START = re.compile(r"[-+>#=<§•·▪‣◦●○■□▫◻☐☑☒✓✔✗✘➢➤►▶❖◆◇➔→⇒⁃∙–—]|:(?=::)|!(?=!!)|\?(?=\?\?)|~(?=~)")
"""Signs that mean something as the first of a line."""
COUNTED = re.compile(r"(\d{1,9}|[a-z])(?=[.)])")
"""What is read as the number of a point, before its dot or bracket."""
BULLET_LETTER = re.compile(r"o (?=[A-Z])")
"""A word processor's bullet, where a letter and a space are meant."""
WORDS = ("feit", "grafiek", *SLIDES.heading_keys)
"""What before a colon would be a key, a fact or a chart."""
INDENT = "    "
LONGEST = 4_000
"""Letters of a line: a longer paragraph goes on on the next one."""


def written(blocks: Blocks, indent: str = "") -> str:
    """Blocks as Markdown lines, without an empty line at the end; `indent` stands before each."""
    return "\n\n".join(text for block in blocks if (text := _block(block, indent)))


def _block(block: Block, indent: str) -> str:
    match block:
        case Paragraph():
            return indent + _paragraph(block.children, indent)
        case ListBlock():
            return "\n".join(_item(block.ordered, n, item, indent) for n, item in enumerate(block.items, 1) if item)
        case Quote():
            return "\n".join(f"{indent}> {line}".rstrip() for line in written(block.blocks).split("\n"))
        case Table():
            return "\n".join(indent + line for line in _table(block))
        case Chart():
            head = f"{indent}grafiek: {block.kind.value}, {_text(block.caption)}"
            return "\n\n".join((head, "\n".join(indent + line for line in _table(block.table))))
        case Picture():
            return f"{indent}![{alt_text(block.alt)}]({posixpath.basename(block.path)})"
        case Ref():
            return f"{indent}feit: {block.id}"
        case Notes():
            return ""  # a deck of others has none


def _item(ordered: bool, number: int, item: Blocks, indent: str) -> str:
    """A point; a list in it stands right below, anything else after an empty line."""
    first, *rest = item
    mark = f"{number}. " if ordered else "- "
    head = _paragraph(first.children, indent + INDENT) if isinstance(first, Paragraph) else ""
    made = f"{indent}{mark}{head}"
    for block in rest if head else item:
        between = "\n" if isinstance(block, ListBlock) else "\n\n"
        made += between + _block(block, indent + INDENT)
    return made


def _paragraph(children: Inlines, indent: str) -> str:
    """The lines of a paragraph; its emphasis only where the reader sees it as it was meant."""
    rich = _lines(children, indent)
    read = _read(rich)
    plain = not any(isinstance(child, Strong | Emphasis | Shifted | Link) for child in children)
    faithful = plain or (read is not None and _look(read) == _look(children))
    return rich if faithful else _lines(_bare(children), indent)


def _read(text: str) -> Inlines | None:
    """What the reader makes of a paragraph; None where it makes something else of it, or something wrong."""
    blocks, wrong = markdown.parse(Text(Span(""), tuple(line.lstrip() for line in text.split("\n"))))
    alone = len(blocks) == 1 and not wrong
    return blocks[0].children if alone and isinstance(blocks[0], Paragraph) else None


def _bare(children: Inlines) -> Inlines:
    """Words and line breaks alone."""
    found: list[Inline] = []
    for child in children:
        found += [child] if isinstance(child, Plain | LineBreak) else [Plain(inline_text((child,)))]
    return tuple(found)


def _lines(children: Inlines, indent: str) -> str:
    lines = [""]
    for child in children:
        if isinstance(child, LineBreak):
            lines.append("")
        else:
            lines[-1] += _inline(child)
    return f"\\\n{indent}".join(_folded(_begun(line.strip()), indent) for line in lines)


def _folded(line: str, indent: str) -> str:
    """A line that no reader finds too long."""
    parts = []
    while len(line) > LONGEST and " " in line[:LONGEST]:
        part, line = line[: line.rindex(" ", 0, LONGEST)], line[line.rindex(" ", 0, LONGEST) + 1 :]
        parts.append(part)
    return f"\n{indent}".join(_begun(each) for each in (*parts, line)) if parts else line


def _inline(child: Inline) -> str:
    match child:
        case Plain():
            return _text(child.text)
        case Strong():
            return f"**{''.join(map(_inline, child.children))}**"
        case Emphasis():
            return f"*{''.join(map(_inline, child.children))}*"
        case Link():
            words = "".join(map(_inline, child.children))
            target = child.target if isinstance(child.target, str) else ""
            address = (followed(target) or "").replace("(", "%28").replace(")", "%29")
            return words if words == address or not address else f"[{words}]({address})"
        case Monospace():
            return _text(child.text)
        case Shifted():
            sign = "^" if child.up else "~"
            return f"{sign}{''.join(map(_inline, child.children))}{sign}"
        case _:
            return ""


def _text(text: str) -> str:
    """Words with each sign that means something escaped; addresses stay as they are."""
    made, end = "", 0
    for match in re.finditer(BARE, text):
        if followed(match.group(1)) and not re.search(r"__|~~|[{}$&]", match.group(1)):
            made += ANYWHERE.sub(r"\\\g<0>", text[end : match.start(1)]) + match.group(1)
            end = match.end(1)
    return made + ANYWHERE.sub(r"\\\g<0>", text[end:])


def _begun(line: str) -> str:
    """A line whose first signs make no list, no heading and no key of it."""
    key = KEY.match(line)
    if key and " ".join(key.group(1).lower().split()) in WORDS:
        at = key.start(2) - 1
        return f"{line[:at]}\\{line[at:]}"
    if BULLET_LETTER.match(line):
        return f"o\u00a0{line[2:]}"
    if AT_START.match(line):
        return f"\\{line}"
    return COUNTED.sub(r"\1\\", line, count=1) if COUNTED.match(line) else line


def _table(table: Table) -> Iterator[str]:
    yield _row(table.header)
    yield f"|{'---|' * len(table.header)}"
    yield from map(_row, table.rows)


def _row(cells: Sequence[Inlines]) -> str:
    return f"| {' | '.join(map(_cell, cells))} |"


def _cell(children: Inlines) -> str:
    """A cell on one line: what stood on lines of its own is set apart by a stroke."""
    flat = tuple(Plain(" / ") if isinstance(child, LineBreak) else child for child in children)
    rich, plain = ("".join(map(_inline, each)) for each in (flat, _bare(flat)))
    read = _read(" ".join(rich.split()))
    return " ".join((rich if read is not None and _look(read) == _look(flat) else plain).split())


def _look(children: Inlines) -> list[tuple[str, str]]:
    """Words by their look, without the spaces between pieces."""
    return [(type(child).__name__, text) for child in children if (text := " ".join(inline_text((child,)).split()))]


def alt_text(text: str) -> str:
    """What is said of a picture, without signs that would end or mark it."""
    return " ".join(re.sub(r"[\[\]`*_<>{}\\|]", " ", text).split())
