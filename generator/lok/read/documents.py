"""A PDF of somebody else: bytes in, the same out where they can be handed on; and whether everybody can read it."""

from __future__ import annotations

import io


def published(data: bytes) -> bytes:
    """The file as it is. Raises ValueError where it is no whole PDF, or one that asks for a password."""
    import pikepdf  # noqa: PLC0415  # few courses hand out a PDF of somebody else

    try:
        with pikepdf.open(io.BytesIO(data)) as document:
            if document.is_encrypted or not len(document.pages):
                raise ValueError("a PDF with a lock, or without pages")
    except pikepdf.PdfError as wrong:
        raise ValueError("no whole PDF") from wrong
    return data


def tagged(data: bytes) -> bool:
    """Whether a PDF says what is a heading, a list or a picture, so that it can be read aloud."""
    import pikepdf  # noqa: PLC0415  # as above

    with pikepdf.open(io.BytesIO(data)) as document:
        root = document.Root
        marks = root.get("/MarkInfo")
        return "/StructTreeRoot" in root and marks is not None and bool(marks.get("/Marked"))
