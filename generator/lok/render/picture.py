"""Slide pictures for trainers: the canvases of a course drawn by Typst, one SVG per slide."""

from __future__ import annotations

import json
from collections.abc import Mapping

from lok.derive import downloads
from lok.derive.look import look
from lok.design import artwork, palette
from lok.design.palette import Palette
from lok.model.audience import Audience
from lok.model.course import Course
from lok.model.library import Media
from lok.model.output import Artifact
from lok.render.contract import Made, Rendered
from lok.slides import compose
from lok.slides.canvas import Canvas
from lok.slides.drawing import FONTS, items
from lok.slides.layouts import HEIGHT, WIDTH
from lok.typesetting.press import Job, press

TEMPLATE = palette.TEMPLATES / "picture" / "slide.typ"
"""Draws one slide."""


def render(course: Course, audience: Audience, made: Made) -> Rendered:
    """One SVG per slide; none for participants, because pictures show what comes after the click.

    Raises TypesettingError where a picture cannot be laid out.
    """
    if audience is Audience.PARTICIPANT or not course.slides:
        return Rendered()
    drawn = [(slide, canvas) for _, slide, canvas in compose.canvases(course)]
    media = {item.path: item for item in course.media}
    done = press([_job(canvas, media, look(course.face)) for _, canvas in drawn])
    return Rendered(
        tuple(
            Artifact(downloads.picture_path(slide.id), page.pieces[0], (slide.span.path,))
            for (slide, _), page in zip(drawn, done, strict=True)
        )
    )


def _job(canvas: Canvas, media: Mapping[str, Media], colours: Palette) -> Job:
    data = {
        "width": WIDTH,
        "height": HEIGHT,
        "fonts": FONTS,
        "slide": list(items(canvas, look=colours)),
        "pictures": {path: list(artwork.image(media, path)) for path in sorted({each.path for each in canvas.photos})},
    }
    return Job(str(TEMPLATE), json.dumps(data, ensure_ascii=False))
