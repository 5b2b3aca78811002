"""Slide pictures for trainers: the canvases of a course drawn by Typst, one SVG per slide."""

from __future__ import annotations

import json
import re

import typst

from lok.derive import downloads
from lok.design import artwork, palette
from lok.model.audience import Audience
from lok.model.course import Course
from lok.model.output import Artifact
from lok.render.contract import Made, Rendered
from lok.slides import compose
from lok.slides.drawing import FONTS, Drawn, items
from lok.slides.layouts import HEIGHT, WIDTH

TEMPLATE = palette.TEMPLATES / "picture" / "slide.typ"
"""Draws every slide, each on a page of its own."""
_FAR_DIGITS = re.compile(rb"(?<=\.\d{3})\d+")


def render(course: Course, audience: Audience, made: Made) -> Rendered:
    """One SVG per slide; none for participants, because pictures show what comes after the click.

    Raises typst.TypstError where a picture cannot be laid out.
    """
    if audience is Audience.PARTICIPANT or not course.slides:
        return Rendered()
    drawn = [(slide, canvas, list(items(canvas))) for _, slide, canvas in compose.canvases(course)]
    media = {item.path: item for item in course.media}
    photos = sorted({photo.path for _, canvas, _ in drawn for photo in canvas.photos})
    data = {
        "width": WIDTH,
        "height": HEIGHT,
        "fonts": FONTS,
        "slides": [shown for _, _, shown in drawn],
        "pictures": {path: list(artwork.image(media, path)) for path in photos},
    }
    pages = _pages(data)
    return Rendered(
        tuple(
            Artifact(downloads.picture_path(slide.id), page, (slide.span.path,))
            for (slide, _, _), page in zip(drawn, pages, strict=True)
        )
    )


def slim(svg: bytes) -> bytes:
    """An SVG in, a third fewer bytes for the same picture out: thousandths of a point do, defaults need no saying."""
    return _FAR_DIGITS.sub(b"", svg).replace(b' fill-rule="nonzero"', b"")


def _pages(data: Drawn) -> list[bytes]:
    made = typst.compile(
        str(TEMPLATE),
        format="svg",
        font_paths=[str(palette.FONTS)],
        ignore_system_fonts=True,
        sys_inputs={"data": json.dumps(data, ensure_ascii=False)},
    )
    return [slim(page) for page in (made if isinstance(made, list) else [made or b""])]
