"""Drawings in a deck: native freeforms that no gate minds, in the same places as on the slide's picture."""

from __future__ import annotations

import io
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from lxml import etree
from openxml_audit import validate_pptx
from pptx import Presentation

import samples
from deck_checks import findings
from deck_checks.freeform import inside
from deck_checks.package import Deck, find
from lok.design import pictograms
from lok.design.pictograms import PICTOGRAMS, PORTRAITS, pictogram
from lok.model.audience import Audience
from lok.model.course import Course
from lok.render.deck import deck
from lok.render.deck.xml import EMU, freeform
from lok.slides import compose, drawing
from lok.slides.canvas import Canvas, Group, Item
from lok.slides.layouts import BOTTOM, TOP, Rect
from lok.slides.shapes.disc import portrait
from lok.slides.shapes.figure import figure_boxes, path_box
from lok.slides.typeset import free_text_box

SIDE, STEP = 20.0, 21.0
"""Width of a drawing and from one to the next, in mm."""
NAMES = {"moveTo": "M", "lnTo": "L", "cubicBezTo": "C", "close": "Z"}
A = "http://schemas.openxmlformats.org/drawingml/2006/main"


def drawings() -> Iterator[Item]:
    """Every drawing that there is."""
    for n, name in enumerate(PICTOGRAMS):
        boxes = figure_boxes(pictogram(name), 18 + n % 14 * STEP, TOP + n // 14 * STEP, SIDE, "petrol")
        yield Group(name, boxes, "")
    for n, name in enumerate(PORTRAITS):
        assert pictograms.portrait(name)
        case = replace(samples.case(), name=name.capitalize(), portrait=name)
        yield portrait(case, 18 + n * STEP, BOTTOM - 2 * SIDE, SIDE)


def lens(colour: str) -> Group:
    """A word of some colour in a dark lens, whose box is wider than the lens."""
    word = free_text_box("Woord", "lead", "ja", Rect(182, BOTTOM - 36, 16, 14))
    form = path_box(160, BOTTOM - 60, 60, 60, "M5 0 A5 5 0 0 1 5 8.66 A5 5 0 0 1 5 0 Z", (10, 8.66), "petrol")
    return Group("Lens", (form, replace(word, colour=colour)), "ja")


def made(monkeypatch: pytest.MonkeyPatch, *items: Item) -> bytes:
    """A deck whose second slide shows these too."""
    plain = compose.canvases

    def with_items(course: Course) -> Iterator[tuple[object, object, Canvas]]:
        for n, (part, slide, canvas) in enumerate(plain(course)):
            yield part, slide, replace(canvas, items=(*canvas.items, *items)) if n else canvas

    monkeypatch.setattr(compose, "canvases", with_items)
    course = samples.course(agenda=(samples.part(samples.slide("Eerst"), samples.slide("Beelden")),))
    return deck.render(course, Audience.TRAINER, {}).files[0].data


def test_no_gate_minds(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    data = made(monkeypatch, *drawings(), lens("white"))
    assert findings(data) == []
    (tmp_path / "deck.pptx").write_bytes(data)
    assert validate_pptx(tmp_path / "deck.pptx").errors == []
    assert len(Presentation(io.BytesIO(data)).slides) == 2


def test_a_gate_sees_dark_words_on_a_dark_form(monkeypatch: pytest.MonkeyPatch) -> None:
    assert {finding.code for finding in findings(made(monkeypatch, lens("ink")))} == {"contrast"}


def test_a_gate_knows_what_lies_in_a_form() -> None:
    found = find(etree.fromstring(f'<r xmlns:a="{A}">{freeform("M0 0H9V9H0Z M3 3H6V6H3Z", (9, 9))}</r>'), ".//a:path")
    assert [inside(found[0], across, 0.5) for across in (0.1, 0.5, 0.9, 1.1)] == [True, False, True, False]


@pytest.mark.parametrize("name", ["agenda", "jeroen"])
def test_a_deck_and_a_picture_draw_the_same(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """The same rings in the same places, in mm, and the same colours."""
    group = next(item for item in drawings() if item.name == name or name.capitalize() in item.alt)
    whole = Deck(made(monkeypatch, group))
    found = find(whole.trees[whole.slides[1]], "//p:sp[p:spPr/a:custGeom]")
    wanted = [item for box in group.boxes for item in drawing._box(box)]
    assert len(found) == len(wanted) == len(group.boxes)
    for shape, item in zip(found, wanted, strict=True):
        path = find(shape, "p:spPr/a:custGeom/a:pathLst/a:path")[0]
        points = [(int(p.get("x", "")), int(p.get("y", ""))) for p in find(path, ".//a:pt")]
        scale = SIDE / int(path.get("w", ""))
        assert [(x * scale, y * scale) for x, y in points] == [
            pytest.approx(point, abs=0.002) for point in item["points"]
        ]
        assert "".join(NAMES[step.tag.rpartition("}")[2]] for step in path) == item["steps"]
        corner = find(shape, "p:spPr/a:xfrm/a:off")[0]
        assert (int(corner.get("x", "")) / EMU, int(corner.get("y", "")) / EMU) == pytest.approx((item["x"], item["y"]))
        colour = find(shape, "p:spPr/a:solidFill/*")[0].get("val")
        assert colour in (item["fill"], "tx2")


def test_decoration_is_marked_and_a_face_has_a_name(monkeypatch: pytest.MonkeyPatch) -> None:
    whole = Deck(made(monkeypatch, *drawings()))
    groups = find(whole.trees[whole.slides[1]], "//p:grpSp/p:nvGrpSpPr/p:cNvPr")
    told = [group.get("descr") for group in groups]
    assert told == ["" for _ in PICTOGRAMS] + [f"Portret van {name.capitalize()}" for name in PORTRAITS]
    assert [bool(find(group, ".//adec:decorative")) for group in groups] == [not words for words in told]
