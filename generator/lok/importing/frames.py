"""The text of a shape in PowerPoint's XML in, its paragraphs with levels and marks out."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from lok.importing.order import Shape
from lok.importing.paragraphs import DEEPEST, Par, Run, inlines

Element = Any
"""An element of lxml as python-pptx keeps it."""
A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
P = "{http://schemas.openxmlformats.org/presentationml/2006/main}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
MATH = "{http://schemas.openxmlformats.org/officeDocument/2006/math}oMath"
MARKS = {f"{A}buNone": "", f"{A}buChar": "-", f"{A}buBlip": "-", f"{A}buAutoNum": "1."}
NUMBER = "slidenum"
"""A field that counts slides: no word of an author."""
Styles = Sequence[Element]
"""Lists of paragraph looks, the nearest first."""


def paragraphs(body: Element, part: Any, styles: Styles, told: list[str]) -> list[Par]:
    """The paragraphs of a text body; `part` knows where its links lead, `styles` which levels have marks."""
    if has(body, MATH):
        told.append("een formule is niet overgenomen: typ ze over, met gewone tekens")
    return [_paragraph(each, part, styles, told) for each in body.iterchildren(f"{A}p")]


def has(element: Element, *tags: str) -> bool:
    """Whether an element of one of these names stands anywhere in another."""
    return next(element.iter(*tags), None) is not None


def styles_of(shape: Shape, slide: Any) -> Styles:
    """What decides about marks in a shape: its own list, and for a placeholder those of layout and master."""
    found = [shape.element.find(f".//{A}lstStyle")]
    if shape.is_placeholder:
        layout = slide.slide_layout
        found += [_list_of(each) for each in layout.placeholders if _idx(each) == _idx(shape)]
        kind = shape.placeholder_format.type
        names = {kind, "BODY"} if _is_body(shape) else {kind}
        master = layout.slide_master
        found += [_list_of(each) for each in master.placeholders if _name(each) in {_name_of(k) for k in names}]
        texts = master.element.find(f"{P}txStyles")
        if texts is not None and _is_body(shape):
            found.append(texts.find(f"{P}bodyStyle"))
    return [each for each in found if each is not None]


def _paragraph(element: Element, part: Any, styles: Styles, told: list[str]) -> Par:
    look = element.find(f"{A}pPr")
    level = min(int(look.get("lvl", 0)) if look is not None else 0, DEEPEST)
    found = [*_runs(element, part)]
    return Par(inlines(found, told), level, _mark(look, level, styles))


def _mark(look: Element | None, level: int, styles: Styles) -> str:
    """The mark that the nearest look of this level gives."""
    for each in (look, *(style.find(f"{A}lvl{level + 1}pPr") for style in styles)):
        for tag, mark in MARKS.items() if each is not None else ():
            if each.find(tag) is not None:
                return mark
    return ""


def _runs(element: Element, part: Any) -> Iterator[Run]:
    for child in element.iterchildren(f"{A}r", f"{A}br", f"{A}fld"):
        if child.tag == f"{A}br":
            yield Run("\v")
        elif child.get("type") != NUMBER:
            yield _run(child, part)


def _run(element: Element, part: Any) -> Run:
    look, words = element.find(f"{A}rPr"), element.findtext(f"{A}t") or ""
    if look is None:
        return Run(words)
    bold, italic = (look.get(name) in ("1", "true") for name in ("b", "i"))
    return Run(words, bold, italic, _address(look, part))


def _address(look: Element, part: Any) -> str:
    """Where a run leads outside the deck."""
    click = look.find(f"{A}hlinkClick")
    found = part.rels.get(click.get(f"{R}id")) if click is not None and not click.get("action") else None
    return found.target_ref if found is not None and found.is_external else ""


def _list_of(shape: Shape) -> Element | None:
    return shape.element.find(f".//{A}lstStyle")


def _idx(shape: Shape) -> int:
    return int(shape.placeholder_format.idx)


def _is_body(shape: Shape) -> bool:
    return _name(shape) in ("BODY", "OBJECT", "VERTICAL_BODY", "VERTICAL_OBJECT", "CONTENT")


def _name(shape: Shape) -> str:
    return _name_of(shape.placeholder_format.type)


def _name_of(kind: Any) -> str:
    return kind if isinstance(kind, str) else str(getattr(kind, "name", ""))
