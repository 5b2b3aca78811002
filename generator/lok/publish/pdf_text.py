"""All words a PDF holds: on its pages, in its metadata, its bookmarks and the alt texts of its structure."""

from __future__ import annotations

import ctypes
from collections.abc import Iterator

import pypdfium2 as pdfium
from pypdfium2 import raw


def all_text(data: bytes) -> Iterator[str]:
    """Yield each piece of text in the file; all pages are one piece, because sentences run on over them."""
    document = pdfium.PdfDocument(data)
    try:
        yield from document.get_metadata_dict().values()
        for bookmark in document.get_toc():
            yield bookmark.get_title()
        yield " ".join(page.get_textpage().get_text_range() for page in document)
        for page in document:
            yield from _alt_texts(page)
    finally:
        document.close()


def _alt_texts(page: pdfium.PdfPage) -> Iterator[str]:
    tree = raw.FPDF_StructTree_GetForPage(page)
    if not tree:
        return
    for index in range(raw.FPDF_StructTree_CountChildren(tree)):
        yield from _element(raw.FPDF_StructTree_GetChildAtIndex(tree, index))
    raw.FPDF_StructTree_Close(tree)


def _element(element: object) -> Iterator[str]:
    if not element:
        return
    for read in (raw.FPDF_StructElement_GetAltText, raw.FPDF_StructElement_GetActualText):
        length = read(element, None, 0)
        if length > 2:
            buffer = ctypes.create_string_buffer(length)
            read(element, buffer, length)
            yield buffer.raw.decode("utf-16-le").rstrip("\0")
    for index in range(max(raw.FPDF_StructElement_CountChildren(element), 0)):
        yield from _element(raw.FPDF_StructElement_GetChildAtIndex(element, index))
