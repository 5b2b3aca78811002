"""What a page draws, by PDFium: text and other objects with their places, and pictures with and without text."""

from __future__ import annotations

import ctypes
from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property
from math import hypot

import pypdfium2
from PIL import Image
from pypdfium2 import raw

Box = tuple[float, float, float, float]
"""Left, bottom, right and top in points, from the lower left corner of the page."""
Colour = tuple[int, int, int]
Roles = tuple[str, ...]
"""Roles that lead to something from the top of the structure; () where it has no place there."""
TEXT, FORM = raw.FPDF_PAGEOBJ_TEXT, raw.FPDF_PAGEOBJ_FORM
PIXELS = 2.0
"""Pixels per point in the pictures of pages."""


@dataclass(frozen=True)
class Item:
    """A thing drawn on a page."""

    kind: int
    box: Box
    roles: Roles
    artifact: bool


@dataclass(frozen=True)
class Run(Item):
    """Text set in one go: its size in points as seen, its fill and how much that covers, from 0 to 1."""

    text: str
    size: float
    colour: Colour
    opacity: float
    clip: Box | None

    @property
    def quoted(self) -> str:
        return repr(" ".join(self.text[:40].split()))


class Page:
    """A page as it is drawn; its sides in points."""

    def __init__(self, number: int, page: pypdfium2.PdfPage, roles: Callable[[int, int], Roles]) -> None:
        self.number, self._page = number, page
        self.width, self.height = page.get_size()
        self._objects = [each for each in page.get_objects(textpage=page.get_textpage()) if each.type != FORM]
        self.items = [_item(each, roles(number, _content(each))) for each in self._objects]
        self.runs = [item for item in self.items if isinstance(item, Run) and item.text.strip()]

    @cached_property
    def seen(self) -> Image.Image:
        return self._page.render(scale=PIXELS, rev_byteorder=True).to_pil()

    @cached_property
    def ground(self) -> Image.Image:
        """The page without its text."""
        texts = [each for each in self._objects if each.type == TEXT]
        for each in texts:
            raw.FPDFPageObj_SetIsActive(each, False)
        drawn = self._page.render(scale=PIXELS, rev_byteorder=True).to_pil()
        for each in texts:
            raw.FPDFPageObj_SetIsActive(each, True)
        return drawn


def pages(data: bytes, roles: Callable[[int, int], Roles]) -> list[Page]:
    """All pages; `roles` tells those of a piece of marked content by the number of its page and its own."""
    return [Page(number, page, roles) for number, page in enumerate(pypdfium2.PdfDocument(data), 1)]


def _item(item: pypdfium2.PdfObject, roles: Roles) -> Item:
    base = item.type, _box(item), roles, _is_artifact(item)
    if item.type != TEXT:
        return Item(*base)
    *colour, alpha = _fill(item)
    matrix = _matrix(item)
    size = item.get_font_size() * hypot(matrix.c, matrix.d)
    return Run(*base, item.extract(), size, tuple(colour), alpha / 255, _clip(item))  # type: ignore[arg-type]


def _matrix(item: pypdfium2.PdfObject) -> pypdfium2.PdfMatrix:
    """From the object's own measures to those of the page, through the forms that it stands in."""
    matrix, holder = item.get_matrix(), item.container
    while holder is not None:
        matrix, holder = matrix.multiply(holder.get_matrix()), holder.container
    return matrix


def _box(item: pypdfium2.PdfObject) -> Box:
    left, bottom, right, top = item.get_bounds()
    corners, holder = [(x, y) for x in (left, right) for y in (bottom, top)], item.container
    while holder is not None:
        corners, holder = [holder.get_matrix().on_point(*corner) for corner in corners], holder.container
    return _around(corners)


def _around(points: list[tuple[float, float]]) -> Box:
    across, up = zip(*points, strict=True)
    return min(across), min(up), max(across), max(up)


def _content(item: pypdfium2.PdfObject) -> int:
    return int(raw.FPDFPageObj_GetMarkedContentID(item))


def _is_artifact(item: pypdfium2.PdfObject) -> bool:
    """Marked as no part of the content: footers, lines, grounds."""
    while item is not None:
        for n in range(raw.FPDFPageObj_CountMarks(item)):
            name, length = ctypes.create_string_buffer(64), ctypes.c_ulong()
            target = ctypes.cast(name, ctypes.POINTER(raw.FPDF_WCHAR))
            raw.FPDFPageObjMark_GetName(raw.FPDFPageObj_GetMark(item, n), target, 64, length)
            if name.raw[: length.value].decode("utf-16-le").rstrip("\0") == "Artifact":
                return True
        item = item.container
    return False


def _fill(item: pypdfium2.PdfObject) -> list[int]:
    parts = [ctypes.c_uint() for _ in range(4)]
    raw.FPDFPageObj_GetFillColor(item, *parts)
    return [part.value for part in parts]


def _clip(item: pypdfium2.PdfObject) -> Box | None:
    """What its clipping paths leave of the page; None where nothing clips."""
    path, boxes = raw.FPDFPageObj_GetClipPath(item), []
    for n in range(max(0, raw.FPDFClipPath_CountPaths(path))):
        points = []
        for m in range(raw.FPDFClipPath_CountPathSegments(path, n)):
            x, y = ctypes.c_float(), ctypes.c_float()
            raw.FPDFPathSegment_GetPoint(raw.FPDFClipPath_GetPathSegment(path, n, m), x, y)
            points.append((x.value, y.value))
        boxes += [_around(points)] if points else []
    if not boxes:
        return None
    left, bottom, right, top = zip(*boxes, strict=True)
    return max(left), max(bottom), min(right), min(top)
