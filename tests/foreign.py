"""Decks as others make them, for tests: with python-pptx, and what it cannot make with a pen in the XML."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable, Mapping
from typing import Any

from pptx import Presentation
from pptx.oxml import parse_xml
from pptx.util import Cm

from media import image

Slide = Any
P14 = "http://schemas.microsoft.com/office/powerpoint/2010/main"
SECTIONS = "{521415D9-36F7-43E2-AB2F-B90AF26B5E84}"
TITLED, TITLE_ALONE, BLANK = 1, 5, 6
"""Layouts of python-pptx's own template."""


class Foreign:
    """A deck that grows slide by slide."""

    def __init__(self) -> None:
        self.file = Presentation()

    def slide(self, title: str = "", *points: str, notes: str = "", layout: int = TITLED) -> Slide:
        """A slide with a title, points and notes."""
        made = self.file.slides.add_slide(self.file.slide_layouts[layout])
        if made.shapes.title is not None:
            made.shapes.title.text = title
        if points:
            made.placeholders[1].text = "\n".join(points)
        if notes:
            made.notes_slide.notes_text_frame.text = notes
        return made

    def section(self, **names: int) -> None:
        """Sections by name, each with the number (from 1) of its first slide."""
        ids = [each.get("id") for each in self.file.element.iter("{*}sldId")]
        starts = [*names.values(), len(ids) + 1]
        inside = "".join(
            f'<p14:section name="{name}" id="{{00000000-0000-4000-8000-{n:012}}}"><p14:sldIdLst>'
            + "".join(f'<p14:sldId id="{each}"/>' for each in ids[starts[n] - 1 : starts[n + 1] - 1])
            + "</p14:sldIdLst></p14:section>"
            for n, name in enumerate(names)
        )
        listed = f'<p:ext uri="{SECTIONS}"><p14:sectionLst>{inside}</p14:sectionLst></p:ext>'
        xml(self.file.element, f"<p:extLst {NAMESPACES}>{listed}</p:extLst>")

    def bytes(self, change: Callable[[dict[str, bytes]], Mapping[str, bytes]] | None = None) -> bytes:
        """The file, after a change of its parts."""
        stream = io.BytesIO()
        self.file.save(stream)
        return repacked(stream.getvalue(), change) if change else stream.getvalue()


NAMESPACES = (
    'xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    f'xmlns:p14="{P14}"'
)


def xml(parent: Any, text: str) -> Any:
    """Put an element at the end of another."""
    made = parse_xml(text)
    parent.append(made)
    return made


def repacked(data: bytes, change: Callable[[dict[str, bytes]], Mapping[str, bytes]]) -> bytes:
    """A zip with its files changed."""
    with zipfile.ZipFile(io.BytesIO(data)) as source:
        parts = {name: source.read(name) for name in source.namelist()}
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as target:
        for name, part in change(parts).items():
            target.writestr(name, part)
    return stream.getvalue()


def replaced(part: str, old: bytes, new: bytes) -> Callable[[dict[str, bytes]], Mapping[str, bytes]]:
    """A change of one part; what is replaced must be there."""

    def change(parts: dict[str, bytes]) -> Mapping[str, bytes]:
        assert old in parts[part]
        return {**parts, part: parts[part].replace(old, new)}

    return change


def picture(slide: Slide, alt: str = "", data: bytes = b"", **place: float) -> Any:
    """A picture on a slide."""
    left, top = Cm(place.get("left", 1)), Cm(place.get("top", 8))
    made = slide.shapes.add_picture(io.BytesIO(data or image("PNG")), left, top, Cm(4), Cm(3))
    made._element.nvPicPr.cNvPr.set("descr", alt)
    return made


def box(shapes: Any, text: str, left: float = 1, top: float = 1, width: float = 4, height: float = 1) -> Any:
    """A text box, in cm."""
    made = shapes.add_textbox(Cm(left), Cm(top), Cm(width), Cm(height))
    made.text_frame.text = text
    return made
