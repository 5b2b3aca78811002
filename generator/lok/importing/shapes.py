"""The shapes of one slide in, blocks of the model out; what has no place in a course is told in Dutch."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from lok.importing import diagrams
from lok.importing.charts import chart
from lok.importing.frames import A, Element, P, R, has, paragraphs, styles_of
from lok.importing.letters import line
from lok.importing.order import Shape, by_rows, in_reading_order
from lok.importing.paragraphs import NOWHERE, Par, nested
from lok.importing.pictures import Album, described
from lok.importing.tables import table
from lok.model.text import Block, Blocks, Paragraph, Picture, Plain

MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
P14 = "{http://schemas.microsoft.com/office/powerpoint/2010/main}"
DECORATIVE = "{http://schemas.microsoft.com/office/drawing/2017/decorative}decorative"
DATA = "{http://schemas.openxmlformats.org/drawingml/2006/main}graphicData"
SOUND, FILM = (f"{A}audioFile", f"{A}wavAudioFile"), (f"{A}videoFile", f"{A}quickTimeFile")
ROUTINE = ("DATE", "FOOTER", "HEADER", "SLIDE_NUMBER", "SLIDE_IMAGE")
"""Placeholders that stand on every slide and say nothing of this one."""
BROKEN = (KeyError, ValueError, AttributeError, TypeError, IndexError, ArithmeticError, NotImplementedError)
"""What python-pptx and lxml raise for a shape that is not as it should be."""


@dataclass(frozen=True)
class Walk:
    """What is known while the shapes of a slide are read: the slide, its title, where pictures go, what is told.

    `left_out` and `only` name paragraphs by the id of their shape and their number, `only` those alone that are wanted.
    A drawing of `ours` says its words in its description.
    """

    slide: Any
    title: str
    album: Album
    told: list[str]
    ours: bool = False
    left_out: frozenset[tuple[int, int]] = frozenset()
    only: frozenset[tuple[int, int]] | None = None


def unwrapped(tree: Element) -> None:
    """Put in the place of each choice that programs are given what they all can read, else the first."""
    for choice in list(tree.iter(f"{MC}AlternateContent")):
        options = [*choice.iterchildren(f"{MC}Choice"), *choice.iterchildren(f"{MC}Fallback")]
        inside = [each for each in options if len(each)]
        taken = next((each for each in inside if has(each, f"{P}txBody", f"{P}graphicFrame")), None)
        taken = taken if taken is not None else inside[-1] if inside else None
        above = choice.getparent()
        for child in list(taken) if taken is not None else ():
            above.insert(above.index(choice), child)
        above.remove(choice)


def content(walk: Walk, shapes: Iterable[Shape]) -> Blocks:
    """The blocks of a slide without its title, in reading order."""
    return tuple(block for shape in in_reading_order(shapes) for block in _safely(walk, shape))


def routine(shape: Shape) -> bool:
    """Whether a shape is the date, the number or the foot of every slide."""
    return bool(shape.is_placeholder and getattr(shape.placeholder_format.type, "name", "") in ROUTINE)


def text_of(walk: Walk, shape: Shape) -> list[Par]:
    """The paragraphs of a shape with text."""
    body = shape.element.find(f"{P}txBody")
    found = [] if body is None else paragraphs(body, shape.part, styles_of(shape, walk.slide), walk.told)
    places = [(shape.shape_id, n) for n in range(len(found))]
    wanted = [place for place in places if place not in walk.left_out and (walk.only is None or place in walk.only)]
    return [found[n] for _, n in wanted]


def _safely(walk: Walk, shape: Shape) -> Blocks:
    """The blocks of a shape; one that cannot be read is told, and the others go on."""
    try:
        return tuple(_blocks(walk, shape))
    except BROKEN:
        walk.told.append(f"een onderdeel is niet te lezen en viel weg ({shape.element.tag.rpartition('}')[2]})")
        return ()


def _blocks(walk: Walk, shape: Shape) -> Iterator[Block]:
    element = shape.element
    if routine(shape) or element.get("hidden") == "1":
        return
    if element.tag == f"{P}grpSp" and walk.ours:
        if said := line(_words(element), walk.told):
            yield Paragraph((Plain(said),))
    elif element.tag == f"{P}grpSp":
        for child in by_rows(shape.shapes):
            yield from _safely(walk, child)
    elif element.tag == f"{P}pic":
        yield from _media(walk, shape)
    elif element.tag == f"{P}graphicFrame":
        yield from _frame(walk, shape)
    elif shape.has_text_frame and shape.text_frame.text.strip():
        yield from nested(text_of(walk, shape))
    elif has(element, f"{A}blip"):
        yield from _picture(walk, shape, next(element.iter(f"{A}blip")))
    elif element.tag == f"{P}sp" and not shape.is_placeholder and not _decorative(element):
        walk.told.append(DRAWN)


def _frame(walk: Walk, shape: Shape) -> Iterator[Block]:
    """A table, a chart, SmartArt or an object of another program."""
    data = shape.element.find(f".//{DATA}")
    kind = data.get("uri") if data is not None else ""
    if shape.has_table:
        yield from filter(None, [table(shape.element, shape.part, walk.told)])
    elif shape.has_chart:
        yield from filter(None, [chart(shape, walk.title, walk.told)])
    elif kind == diagrams.DIAGRAM:
        yield from diagrams.diagram(shape.element, shape.part, walk.told)
    else:
        program = next((each.get("progId", "") for each in shape.element.iter(f"{P}oleObj")), "")
        what = f"een ingesloten object ({program})" if program else "een ingesloten object"
        walk.told.append(f"{what} is niet overgenomen, alleen zijn beeld waar dat kan")
        for blip in list(shape.element.iter(f"{A}blip"))[:1]:
            yield from _picture(walk, shape, blip)


def _media(walk: Walk, shape: Shape) -> Iterator[Block]:
    element = shape.element
    if has(element, *SOUND):
        _sound(walk, shape)
    elif (film := next(element.iter(*FILM), None)) is not None:
        walk.told.append(f"een film is niet overgenomen: {_place(shape, film)}")
    elif not _decorative(element):
        blip = next(element.iter(f"{A}blip"), None)
        if blip is None:
            walk.told.append(NO_DATA)
        else:
            yield from _picture(walk, shape, blip)


def _sound(walk: Walk, shape: Shape) -> None:
    """A recording, kept where lok can play it, else named."""
    media = next(shape.element.iter(f"{P14}media"), None)
    found = next(shape.element.iter(*SOUND))
    try:
        name = walk.album.keep_sound(shape.part.related_part(media.get(f"{R}embed")).blob if media is not None else b"")
        walk.told.append(f"een geluidsopname is bewaard als {name}, maar staat op geen slide: gebruik ze in een casus")
    except (ValueError, KeyError):
        walk.told.append(f"een geluidsopname is niet overgenomen: {_place(shape, found)}")


def _place(shape: Shape, element: Element) -> str:
    """Where sound or film is to be found, as far as its link says."""
    rel = shape.part.rels.get(element.get(f"{R}link") or element.get(f"{R}embed") or "")
    address = rel.target_ref if rel is not None else shape.name
    return str(address).replace("\\", "/").rpartition("/")[2] or shape.name


def _picture(walk: Walk, shape: Shape, blip: Element) -> Iterator[Picture]:
    """A picture with its words; where it cannot be used, one sentence."""
    relation = shape.part.rels.get(blip.get(f"{R}embed") or "")
    if relation is None or relation.is_external:
        walk.told.append(NO_DATA)
        return
    turn = int(getattr(shape, "rotation", 0) or 0)
    try:
        name = walk.album.keep(relation.target_part.blob, turn, _crop(blip))
    except ValueError:
        kind = relation.target_part.partname.ext.upper()
        walk.told.append(f"een afbeelding ({kind}) is niet te lezen en viel weg: bewaar ze als .png of .jpg")
        return
    alt = described(_words(shape.element), walk.told)
    yield Picture(name, alt, NOWHERE)


def _crop(blip: Element) -> tuple[float, float, float, float]:
    """What the frame cuts off of a picture: nobody saw it, so it is not published either."""
    cut = blip.getparent().find(f"{A}srcRect")
    if cut is None:
        return 0, 0, 0, 0
    left, top, right, bottom = (max(_part(cut.get(side, "0")), 0.0) for side in "ltrb")
    return left, top, right, bottom


def _part(text: str) -> float:
    return float(text.rstrip("%")) / (100 if text.endswith("%") else 100_000)


def _words(element: Element) -> str:
    """What is said of a shape for who cannot see it."""
    return next((each.get("descr", "") for each in element.iter(f"{P}cNvPr")), "")


def _decorative(element: Element) -> bool:
    return any(each.get("val") in ("1", "true") for each in element.iter(DECORATIVE))


NO_DATA = "een afbeelding zonder gegevens viel weg"
DRAWN = "getekende vormen zonder tekst zijn niet overgenomen"
