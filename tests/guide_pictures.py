"""Makes the pictures of the forms in the authors' guide, from its own examples: `python tests/guide_pictures.py`."""

from __future__ import annotations

import io
from collections.abc import Mapping
from pathlib import Path
from tempfile import TemporaryDirectory

import pypdfium2 as pdfium
import typst
from PIL import Image, ImageOps

from guide import EXERCISE, PART, SLIDE, examples, exercise_id, forms, picture
from lok.build import build
from lok.load import load_and_check
from lok.model.audience import Audience
from lok.model.course import Course
from projects import ROOT, TODAY

WIDTH = 440
"""Of a picture, in pixels: what a guide of one column shows."""
COLOURS = 32
"""As many as keep letters smooth: a picture stays below some thousands of bytes."""


def slide_picture(svg: bytes) -> Image.Image:
    """A slide as `lok` draws it for trainers."""
    page = f'#set page(width: {WIDTH}pt, height: auto, margin: 0pt)\n#image("slide.svg", width: 100%)'
    with TemporaryDirectory() as folder:
        (Path(folder) / "slide.svg").write_bytes(svg)
        (Path(folder) / "page.typ").write_text(page, encoding="utf-8")
        return Image.open(io.BytesIO(typst.compile(Path(folder) / "page.typ", format="png", ppi=72)))


def sheet_picture(pdf: bytes) -> Image.Image:
    """The first page of a sheet."""
    page = pdfium.PdfDocument(pdf)[0]
    return page.render(scale=WIDTH / page.get_width()).to_pil()


def small(image: Image.Image) -> bytes:
    """A PNG with a thin edge, in few colours."""
    out = io.BytesIO()
    ImageOps.expand(image.convert("RGB"), 1, "#999999").quantize(COLOURS).save(out, "PNG", optimize=True)
    return out.getvalue()


def pictures(course: Course, made: Mapping[str, bytes]) -> Mapping[str, bytes]:
    """Every form: where its picture stands, and its bytes."""
    [part] = [each for each in course.parts if each.span.path == PART]
    written = [slide for slide in part.slides if slide.span.line > 1]
    drawn = {
        picture(SLIDE, word): slide_picture(made[f"slides/{slide.id}.svg"])
        for word, slide in zip(examples(SLIDE), written, strict=True)
    }
    sheets = {
        picture(EXERCISE, word): sheet_picture(made[f"downloads/{exercise_id(example)}-a4.pdf"])
        for word, example in examples(EXERCISE).items()
    }
    return {path: small(image) for path, image in {**drawn, **sheets}.items()}


def main() -> None:
    with TemporaryDirectory() as folder:
        loaded = load_and_check(forms(Path(folder)), [], TODAY)
        outputs = build(loaded, [Audience.TRAINER]).outputs
    [course] = loaded.courses
    made = {each.path.removeprefix(f"trainer/{course.id}/"): each.data for each in outputs}
    for path, data in pictures(course, made).items():
        (ROOT / "docs" / path).parent.mkdir(parents=True, exist_ok=True)
        (ROOT / "docs" / path).write_bytes(data)


if __name__ == "__main__":
    main()
