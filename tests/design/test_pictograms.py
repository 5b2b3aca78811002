"""Our drawings: each can be drawn by all that draws, and is the drawing of its file wherever it is drawn."""

from __future__ import annotations

import io
import json
from pathlib import Path
from xml.etree import ElementTree

import pytest
import typst
from PIL import Image, ImageChops

import samples
from lok.design import outline, palette
from lok.design.pictograms import PICTOGRAMS, PORTRAITS, SVG, Figure, pictogram, portrait
from lok.slides import compose, drawing
from lok.slides.canvas import Canvas, Group
from lok.slides.shapes.figure import figure_boxes

FILES = sorted([*(palette.ASSETS / "pictograms").glob("*.svg"), *(palette.ASSETS / "portraits").glob("*.svg")])
SIDE = 60
"""Pixels of a drawing when it is compared."""


def figure(file: Path) -> Figure:
    if file.parent.name == "pictograms":
        return pictogram(file.stem)
    found = portrait(file.stem)
    assert found
    return found


def test_there_are_as_many_as_were_drawn() -> None:
    assert (len(PICTOGRAMS), len(PORTRAITS)) == (30, 6)
    assert all((palette.ASSETS / folder / "LICENCE.txt").is_file() for folder in ("pictograms", "portraits"))


def test_a_name_that_nobody_drew() -> None:
    assert portrait("niemand") is None
    with pytest.raises(KeyError):
        pictogram("niets")


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_a_drawing_is_nothing_but_paths(file: Path) -> None:
    root = ElementTree.parse(file).getroot()
    assert {item.tag for item in root} == {f"{SVG}path"}
    assert {key for item in root for key in item.attrib} <= {"d", "fill", "fill-rule"}
    assert root.get("viewBox") == ("0 0 48 48" if file.parent.name == "pictograms" else "0 0 200 200")
    made = figure(file)
    coloured = file.parent.name == "portraits"
    assert all(bool(path.fill) == coloured and palette.on_light(path.fill or "ink") for path in made.paths)
    places = [place for path in made.paths for _, ends in outline.steps(path.d) for end in ends[-1:] for place in end]
    assert len(places) > 8
    assert min(places) >= -1
    assert max(places) <= made.width + 1


def compared(files: list[Path], folder: Path) -> list[tuple[Image.Image, Image.Image]]:
    """Each drawing as its file says, and as a slide picture draws it."""
    unit = SIDE * 25.4 / 72
    layout = compose.canvases(samples.course(agenda=(samples.part(samples.slide()),)))[0][2].layout
    canvases = [Canvas(layout, (Group("", figure_boxes(figure(file), 0, 0, unit, "ink"), ""),)) for file in files]
    shown = [[item for item in drawing.items(canvas) if item["kind"] == "path"] for canvas in canvases]
    for file in files:
        ink = file.read_text(encoding="utf-8").replace("currentColor", f"#{palette.LIGHT['ink']}")
        (folder / file.name).write_text(ink, encoding="utf-8")
    (folder / "draw.typ").write_text((palette.TEMPLATES / "picture" / "draw.typ").read_text(encoding="utf-8"))
    (folder / "main.typ").write_text(
        '#import "draw.typ": slide\n#let data = json(bytes(sys.inputs.data))\n'
        f"#set page(width: {SIDE}pt, height: {SIDE}pt, margin: 0pt, fill: white)\n"
        "#for name in data.files { page(image(name, width: 100%)) }\n"
        '#for items in data.shown { page(slide(items, "Carlito", (:))) }\n'
    )
    data = json.dumps({"files": [file.name for file in files], "shown": shown})
    pages = typst.compile(str(folder / "main.typ"), format="png", ppi=72 * 2, sys_inputs={"data": data})
    assert isinstance(pages, list)
    images = [Image.open(io.BytesIO(page or b"")).convert("RGB") for page in pages]
    return list(zip(images[: len(files)], images[len(files) :], strict=True))


def test_a_slide_picture_draws_what_the_file_draws(tmp_path: Path) -> None:
    """Holes too: the rule by which the file fills makes no difference."""
    pairs = compared(FILES, tmp_path)
    assert len(pairs) == len(FILES)
    for file, (wanted, got) in zip(FILES, pairs, strict=True):
        low, high = ImageChops.difference(wanted, got).convert("L").getextrema()
        assert high < 60, file.stem
        assert wanted.convert("L").getextrema()[0] < 120, file.stem
        assert low == 0
    different = ImageChops.difference(pairs[0][0], pairs[1][1]).convert("L").getextrema()[1]
    assert different > 100


def test_what_is_no_path_is_refused() -> None:
    with pytest.raises(ValueError, match="no path data"):
        outline.steps("M1 1 hallo")


def test_curves_of_one_bend_are_curves_of_two() -> None:
    assert outline.steps("M0 0Q3 3 6 0") == (
        ("M", ((0.0, 0.0),)),
        ("C", ((2.0, 2.0), (4.0, 2.0), (6.0, 0.0))),
    )
