"""Makes the deck template: `python -m lok.render.deck.template > lok.pptx`. Same bytes on every run; a test compares.

Own theme, master, layouts from `slides.layouts`, notes master with its own theme, a table style. Nothing in it comes
from another template, so it carries no foreign names, dates or settings.
"""

from __future__ import annotations

import io
import sys
from collections.abc import Iterator, Mapping
from functools import cache
from typing import IO

from lok.archive import archive
from lok.design import office, palette
from lok.render.deck import xml as x
from lok.slides.drawing import HAIRLINE, HEAD_RULE
from lok.slides.layouts import (
    HEIGHT,
    PAGE_HEIGHT,
    PAGE_IMAGE,
    PAGE_TEXT,
    PAGE_WIDTH,
    WIDTH,
    Decoration,
    Layout,
    Placeholder,
)
from lok.slides.registry import LAYOUTS, layouts_for
from lok.slides.type_styles import STYLES
from lok.words import LOCALE, words

FILE = palette.TEMPLATES / "deck" / "lok.pptx"
"""The template of most decks, made by this script."""
FILED = 2
"""For how many speakers that is, at most: the layouts of more would only stand in the way of those."""
WORD = words("deck")
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
FORMAT = "application/vnd.openxmlformats-officedocument"
PML = f"{FORMAT}.presentationml"
CLR_MAP = (
    '<p:clrMap bg1="lt1" tx1="dk1" bg2="lt2" tx2="dk2" accent1="accent1" accent2="accent2" accent3="accent3" '
    'accent4="accent4" accent5="accent5" accent6="accent6" hlink="hlink" folHlink="folHlink"/>'
)
MASTER_INDEX = {"title": 0, "body": 1, "ftr": 3, "sldNum": 4}
"""Numbers of the places of a master."""


# --- master and layouts ---------------------------------------------------------------------------------------------


def background(name: str) -> str:
    """The ground of a layout, in a colour by its name."""
    return f"<p:bg><p:bgPr>{x.solid(name)}<a:effectLst/></p:bgPr></p:bg>"


def placeholder(frame: Placeholder, number: int, indexes: Mapping[str, int] | None = None) -> str:
    """A place for text with its hint; on the master it has one of the few `indexes`, on a layout its own."""
    kind = x.placeholder_type(frame.key)
    place = indexes[kind] if indexes else frame.idx
    index = f' idx="{place}"' if place else ""
    hint = ' hasCustomPrompt="1"' if not indexes and kind in ("title", "body", "tbl") else ""
    quarter = ' sz="quarter"' if kind in ("ftr", "sldNum", "body", "tbl") else ""
    ph = f'<p:ph type="{kind}"{quarter}{index}{hint}/>'
    look_of = x.transform(frame.x, frame.y, frame.w, frame.h) + x.geometry("rect", frame.w, frame.h)
    look_of += x.solid(frame.fill) + x.border(frame.line, 0.35)
    if kind == "sldNum":
        shown = x.field("slidenum", "‹nr.›")
    else:
        shown = f'<a:p><a:r><a:rPr lang="{LOCALE}"/><a:t>{x.text(WORD[f"hint_{frame.key}"])}</a:t></a:r></a:p>'
    size = STYLES[frame.style].sizes[0]
    body = x.text_body(x.body_properties(frame.style), x.list_style(frame.style, size, frame.colour), [shown])
    return x.shape(x.named(number, WORD[f"place_{frame.key}"]), ph, look_of, body)


def mark(item: Decoration, number: int) -> str:
    """A decoration as a shape with this number."""
    look_of = x.transform(item.x, item.y, item.w, item.h) + x.geometry(item.shape, item.w, item.h)
    look_of += x.solid(item.fill, item.alpha) + x.border(item.line)
    empty = x.text_body("<a:bodyPr/>", "<a:lstStyle/>", [f'<a:p><a:endParaRPr lang="{LOCALE}"/></a:p>'])
    return x.shape(x.named(number, WORD["decoration"], decorative=True), "", look_of, empty)


def layout(item: Layout) -> str:
    """A slide layout with its ground, decorations and places."""
    marks = [mark(m, n) for n, m in enumerate(item.decorations, 2)]
    frames = [placeholder(f, n) for n, f in enumerate(item.placeholders, 2 + len(marks))]
    name = x.attribute(WORD[f"layout_{item.key}"])
    return (
        f'<p:sldLayout {x.NAMESPACES} preserve="1" userDrawn="1"><p:cSld name={name}>{background(item.ground)}'
        f"{x.tree([*marks, *frames])}</p:cSld>{x.colour_map(item.ground)}</p:sldLayout>"
    )


def master(count: int) -> str:
    """The slide master of so many layouts, with the places and text styles that all of them inherit."""
    base = LAYOUTS["content"]
    frames = [base.placeholder(key) for key in ("title", "text", "footer", "number")]
    ids = "".join(f'<p:sldLayoutId id="{2147483649 + n}" r:id="rId{n}"/>' for n in range(1, count + 1))
    styles = {"titleStyle": "title", "bodyStyle": "body", "otherStyle": "body"}
    levels = {
        tag: "".join(x.level(STYLES[key], n, STYLES[key].sizes[0]) for n in range(x.LEVELS))
        for tag, key in styles.items()
    }
    shapes = [placeholder(frame, n, MASTER_INDEX) for n, frame in enumerate(frames, 2)]
    text_styles = "".join(f"<p:{tag}>{inner}</p:{tag}>" for tag, inner in levels.items())
    return (
        f'<p:sldMaster {x.NAMESPACES}><p:cSld name="{WORD["master"]}">{background("paper")}{x.tree(shapes)}</p:cSld>'
        f'{CLR_MAP}<p:sldLayoutIdLst>{ids}</p:sldLayoutIdLst><p:hf hdr="0" dt="0"/>'
        f"<p:txStyles>{text_styles}</p:txStyles></p:sldMaster>"
    )


# --- notes ----------------------------------------------------------------------------------------------------------


def notes_levels() -> str:
    """Plain paragraphs and bullets at the largest size."""
    return x.named_font("".join(x.level(STYLES["notes"], n, STYLES["notes"].sizes[0]) for n in range(x.LEVELS)))


def notes_master() -> str:
    """The slide small on top, room for about 3,600 characters below it, the number at the foot."""
    frame = x.transform(*PAGE_IMAGE) + x.geometry("rect", *PAGE_IMAGE[2:]) + f"<a:noFill/>{x.border('line')}"
    image = x.slide_image(2, WORD["place_image"], frame)
    place = x.transform(*PAGE_TEXT) + x.geometry("rect", *PAGE_TEXT[2:])
    text = f'<a:p><a:r><a:rPr lang="{LOCALE}"/><a:t>{WORD["place_notes"]}</a:t></a:r></a:p>'
    zero = '<a:bodyPr vert="horz" lIns="0" tIns="0" rIns="0" bIns="0" rtlCol="0"/>'
    body = x.text_body(zero, f"<a:lstStyle>{notes_levels()}</a:lstStyle>", [text])
    notes = x.shape(x.named(3, WORD["place_notes"]), '<p:ph type="body" sz="quarter" idx="3"/>', place, body)
    at = x.transform(PAGE_TEXT[0] + PAGE_TEXT[2] - 30, 284, 30, 8) + x.geometry("rect", 30, 8)
    right = (
        f'<a:lstStyle><a:lvl1pPr algn="r"><a:defRPr lang="{LOCALE}" sz="1000">{x.solid("grey")}</a:defRPr></a:lvl1pPr>'
        "</a:lstStyle>"
    )
    count = x.text_body(zero, right, [x.field("slidenum", "‹nr.›")])
    number = x.shape(x.named(4, WORD["place_number"]), '<p:ph type="sldNum" sz="quarter" idx="5"/>', at, count)
    return (
        f"<p:notesMaster {x.NAMESPACES}><p:cSld>{background('white')}{x.tree([image, notes, number])}</p:cSld>{CLR_MAP}"
        f'<p:hf hdr="0" ftr="0" dt="0"/><p:notesStyle>{notes_levels()}</p:notesStyle></p:notesMaster>'
    )


# --- the package ----------------------------------------------------------------------------------------------------


def table_styles() -> str:
    """One style, without grounds: a rule below the head, hairlines between rows, the names of rows bold."""
    none = "<a:ln><a:noFill/></a:ln>"
    hair = f'<a:ln w="{x.emu(HAIRLINE)}">{x.solid("line")}</a:ln>'
    rule = f'<a:ln w="{x.emu(HEAD_RULE)}">{x.solid("role-1")}</a:ln>'
    lines = {"left": none, "right": none, "top": none, "bottom": none, "insideH": hair, "insideV": none}
    sides = "".join(f"<a:{side}>{line}</a:{side}>" for side, line in lines.items())
    return (
        f'<a:tblStyleLst xmlns:a="{x.A}" def="{x.TABLE_STYLE}"><a:tblStyle styleId="{x.TABLE_STYLE}" styleName="LOK">'
        f'<a:wholeTbl><a:tcTxStyle><a:fontRef idx="minor"/>{x.colour("ink")}</a:tcTxStyle>'
        f"<a:tcStyle><a:tcBdr>{sides}</a:tcBdr><a:fill><a:noFill/></a:fill></a:tcStyle></a:wholeTbl>"
        f'<a:firstCol><a:tcTxStyle b="on"><a:fontRef idx="minor"/>{x.colour("ink")}</a:tcTxStyle><a:tcStyle>'
        "<a:tcBdr/></a:tcStyle></a:firstCol>"
        f'<a:firstRow><a:tcTxStyle b="on"><a:fontRef idx="minor"/>{x.colour("role-1")}</a:tcTxStyle>'
        f"<a:tcStyle><a:tcBdr><a:bottom>{rule}</a:bottom></a:tcBdr></a:tcStyle></a:firstRow>"
        "</a:tblStyle></a:tblStyleLst>"
    )


def presentation() -> str:
    """The presentation itself: its size, and the languages and levels of text that stands nowhere else."""
    levels = "".join(x.level(STYLES["body"], n, 18) for n in range(x.LEVELS))
    return (
        f'<p:presentation {x.NAMESPACES} saveSubsetFonts="1" autoCompressPictures="0">'
        '<p:sldMasterIdLst><p:sldMasterId id="2147483648" r:id="rId1"/></p:sldMasterIdLst>'
        '<p:notesMasterIdLst><p:notesMasterId r:id="rId2"/></p:notesMasterIdLst>'
        f'<p:sldSz cx="{x.emu(WIDTH)}" cy="{x.emu(HEIGHT)}"/>'
        f'<p:notesSz cx="{x.emu(PAGE_WIDTH)}" cy="{x.emu(PAGE_HEIGHT)}"/>'
        f'<p:defaultTextStyle><a:defPPr><a:defRPr lang="{LOCALE}"/></a:defPPr>{levels}</p:defaultTextStyle>'
        "</p:presentation>"
    )


def relations(targets: Mapping[str, tuple[str, str]]) -> str:
    """Relationships by id: kind and target."""
    made = "".join(
        f'<Relationship Id="{key}" Type="{kind}" Target="{target}"/>' for key, (kind, target) in targets.items()
    )
    return f'<Relationships xmlns="{PACKAGE}/relationships">{made}</Relationships>'


def content_types(parts: Mapping[str, str]) -> str:
    """Which content type each part has, by its path."""
    made = "".join(f'<Override PartName="/{path}" ContentType="{kind}"/>' for path, kind in parts.items())
    return (
        f'<Types xmlns="{PACKAGE}/content-types"><Default Extension="rels" '
        'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Default Extension="xml" ContentType="application/xml"/>{made}</Types>'
    )


def core() -> str:
    """The title and language of the template."""
    return (
        f'<cp:coreProperties xmlns:cp="{PACKAGE}/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" '
        'xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">'
        f"<dc:title>{WORD['master']}</dc:title><dc:language>{LOCALE}</dc:language></cp:coreProperties>"
    )


def parts(speakers: int) -> Iterator[tuple[str, str, str]]:
    """Path, content type ("" for relationships) and XML of every part of a template for so many speakers."""
    kind, layouts = f"{OFFICE}/", layouts_for(speakers)
    yield "ppt/presentation.xml", f"{PML}.presentation.main+xml", presentation()
    yield (
        "ppt/_rels/presentation.xml.rels",
        "",
        relations(
            {
                "rId1": (f"{kind}slideMaster", "slideMasters/slideMaster1.xml"),
                "rId2": (f"{kind}notesMaster", "notesMasters/notesMaster1.xml"),
                "rId3": (f"{kind}theme", "theme/theme1.xml"),
                "rId4": (f"{kind}tableStyles", "tableStyles.xml"),
                "rId5": (f"{kind}presProps", "presProps.xml"),
                "rId6": (f"{kind}viewProps", "viewProps.xml"),
            }
        ),
    )
    yield "ppt/slideMasters/slideMaster1.xml", f"{PML}.slideMaster+xml", master(len(layouts))
    own = {f"rId{n}": (f"{kind}slideLayout", f"../slideLayouts/slideLayout{n}.xml") for n in range(1, len(layouts) + 1)}
    own[f"rId{len(layouts) + 1}"] = (f"{kind}theme", "../theme/theme1.xml")
    yield "ppt/slideMasters/_rels/slideMaster1.xml.rels", "", relations(own)
    for n, item in enumerate(layouts, 1):
        yield f"ppt/slideLayouts/slideLayout{n}.xml", f"{PML}.slideLayout+xml", layout(item)
        up = relations({"rId1": (f"{kind}slideMaster", "../slideMasters/slideMaster1.xml")})
        yield f"ppt/slideLayouts/_rels/slideLayout{n}.xml.rels", "", up
    yield "ppt/notesMasters/notesMaster1.xml", f"{PML}.notesMaster+xml", notes_master()
    notes = relations({"rId1": (f"{kind}theme", "../theme/theme2.xml")})
    yield "ppt/notesMasters/_rels/notesMaster1.xml.rels", "", notes
    yield "ppt/theme/theme1.xml", f"{FORMAT}.theme+xml", office.theme(speakers)
    yield "ppt/theme/theme2.xml", f"{FORMAT}.theme+xml", office.theme(speakers)
    yield "ppt/tableStyles.xml", f"{PML}.tableStyles+xml", table_styles()
    yield "ppt/presProps.xml", f"{PML}.presProps+xml", f"<p:presentationPr {x.NAMESPACES}/>"
    yield "ppt/viewProps.xml", f"{PML}.viewProps+xml", f"<p:viewPr {x.NAMESPACES}/>"
    yield "docProps/core.xml", "application/vnd.openxmlformats-package.core-properties+xml", core()


def template(speakers: int) -> bytes:
    """The whole template of a deck for so many speakers, as bytes of a .pptx."""
    made = list(parts(speakers))
    first = {
        "[Content_Types].xml": content_types({path: kind for path, kind, _ in made if kind}),
        "_rels/.rels": relations(
            {
                "rId1": (f"{OFFICE}/officeDocument", "ppt/presentation.xml"),
                "rId2": (f"{PACKAGE}/relationships/metadata/core-properties", "docProps/core.xml"),
            }
        ),
    }
    texts = (*first.items(), *((path, xml) for path, _, xml in made))
    return archive(((path, (x.HEAD + xml).encode("utf-8")) for path, xml in texts), level=9)


@cache
def _made(speakers: int) -> bytes:
    return template(speakers)


def opened(speakers: int) -> IO[bytes]:
    """The template of a deck for so many speakers, to read from."""
    return io.BytesIO(FILE.read_bytes() if speakers <= FILED else _made(speakers))


if __name__ == "__main__":
    sys.stdout.buffer.write(template(FILED))
