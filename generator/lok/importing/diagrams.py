"""SmartArt in, its words as a list out: from parent to child by the links of its data part, in the order of these."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from pptx.oxml import parse_xml

from lok.importing.frames import Element, paragraphs
from lok.importing.paragraphs import DEEPEST, Par, nested
from lok.importing.tables import joined
from lok.model.plain import inline_text
from lok.model.text import Blocks

D = "{http://schemas.openxmlformats.org/drawingml/2006/diagram}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
DIAGRAM = "http://schemas.openxmlformats.org/drawingml/2006/diagram"
"""What a frame says that holds SmartArt."""
ROOT, HELPERS = "doc", ("pres", "parTrans", "sibTrans")
"""Kinds of points: the diagram itself, and what only draws or connects."""


def diagram(frame: Element, part: Any, told: list[str]) -> Blocks:
    """The words of SmartArt as a list, deeper where the drawing is deeper; each point once."""
    link = frame.find(f".//{D}relIds")
    data = part.related_part(link.get(f"{R}dm")) if link is not None else None
    tree = parse_xml(data.blob) if data is not None else None
    made = nested(_walked(tree, data, told)) if tree is not None else ()
    if made:
        told.append("SmartArt staat er als lijst: de tekening zelf is niet overgenomen")
    else:
        told.append("SmartArt zonder tekst is niet overgenomen")
    return made


def _walked(tree: Element, part: Any, told: list[str]) -> list[Par]:
    points = {each.get("modelId"): each for each in tree.iter(f"{D}pt") if each.get("type") not in HELPERS}
    children = _children(tree, points)
    below = {child for found in children.values() for child in found}
    roots = [each for each in points if points[each].get("type") == ROOT] or [
        each for each in points if each not in below
    ]
    seen: set[str] = set()
    found: list[Par] = []

    def walk(name: str, level: int) -> None:
        if name in seen:
            return
        seen.add(name)
        body = points[name].find(f"{D}t")
        text = joined(paragraphs(body, part, (), told)) if body is not None else ()
        if inline_text(text).strip():
            found.append(Par(text, min(level, DEEPEST), "-"))
        for child in children.get(name, ()):
            walk(child, level + bool(inline_text(text).strip()))

    for name in (*roots, *points):  # what no link leads to comes last
        walk(name, 0)
    return found


def _children(tree: Element, points: Mapping[str, Element]) -> Mapping[str, Sequence[str]]:
    """The points below each, in the order of their links."""
    found: dict[str, list[tuple[int, str]]] = {}
    for link in tree.iter(f"{D}cxn"):
        source, target = link.get("srcId"), link.get("destId")
        if link.get("type", "parOf") == "parOf" and source in points and target in points:
            found.setdefault(source, []).append((int(link.get("srcOrd", 0)), target))
    return {
        source: [target for _, target in sorted(links, key=lambda link: link[0])] for source, links in found.items()
    }
