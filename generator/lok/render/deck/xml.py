"""Pieces of PresentationML as text: shapes, paragraphs and places in mm in, XML out.

Shared by the deck and by the script that makes its template. Colours are names in `palette.LIGHT`; those of the theme
are written as theme colours, so that a trainer who changes the theme changes the deck.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from types import MappingProxyType
from xml.sax.saxutils import escape, quoteattr

from lok.design import outline, palette
from lok.slides.canvas import ROUNDING, Par
from lok.slides.layouts import DARK
from lok.slides.line_breaking import Run
from lok.slides.type_styles import STYLES, Style
from lok.words import LOCALE

A = "http://schemas.openxmlformats.org/drawingml/2006/main"
P = "http://schemas.openxmlformats.org/presentationml/2006/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
P14 = "http://schemas.microsoft.com/office/powerpoint/2010/main"
NAMESPACES = f'xmlns:a="{A}" xmlns:r="{R}" xmlns:p="{P}"'
"""Declares the prefixes that XML in this package uses."""
HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
"""Begins each part."""
EMU = 36000
"""Units of PresentationML in one mm."""
SCHEME: Mapping[str, str] = MappingProxyType(
    {
        "ink": "tx1",
        "white": "bg1",
        "petrol": "tx2",
        "paper": "bg2",
        "role-1": "accent1",
        "role-2": "accent2",
        "role-duo": "tx2",
        "orange": "accent3",
        "green": "accent4",
        "red": "accent5",
        "grey": "accent6",
    }
)
"""Our colours by name, as far as the theme has them."""
SHAPES: Mapping[str, str] = MappingProxyType(
    {
        "rect": "rect",
        "ellipse": "ellipse",
        "round": "roundRect",
        "arrow": "rightArrow",
        "down": "downArrow",
    }
)
"""Preset geometries by our name of a shape."""
ADJUSTED: Mapping[str, float] = MappingProxyType({"round": ROUNDING})
"""What of a shape is measured in mm."""
FINE = 1000
"""Units of a freeform in one of its drawing: PresentationML knows whole numbers only."""
STEPS: Mapping[str, str] = MappingProxyType(
    {
        "M": "<a:moveTo>{}</a:moveTo>",
        "L": "<a:lnTo>{}</a:lnTo>",
        "C": "<a:cubicBezTo>{}</a:cubicBezTo>",
        "Z": "<a:close/>",
    }
)
"""What a freeform is made of, by the letters of `outline`."""
LEVELS = 9
"""List levels of PresentationML."""
TABLE_STYLE = "{5B6C0E5E-8C0A-4F0B-9C57-6C6F6B736C61}"
"""Id of the one table style of the template."""
PLACEHOLDER_TYPES: Mapping[str, str] = MappingProxyType(
    {"title": "title", "footer": "ftr", "number": "sldNum", "table": "tbl"}
)
"""By their key, the types of places that hold no plain text."""
_UNFIT = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")


def text(words: str) -> str:
    """Words as XML text; characters that XML cannot hold are dropped."""
    return escape(_UNFIT.sub("", words))


def attribute(words: str) -> str:
    """Words as a quoted attribute value, line ends as spaces."""
    return quoteattr(" ".join(_UNFIT.sub("", words).split()))


def emu(mm: float) -> int:
    """Millimetres in, whole units of PresentationML out."""
    return round(mm * EMU)


def colour(name: str, alpha: float = 1.0) -> str:
    """A colour by its name or RRGGBB, that of the theme where it has one, so that it follows. `alpha` is 0 to 1."""
    inner = f'<a:alpha val="{round(alpha * 100000)}"/>' if alpha < 1 else ""
    if name in SCHEME:
        return f'<a:schemeClr val="{SCHEME[name]}">{inner}</a:schemeClr>'
    return f'<a:srgbClr val="{palette.on_light(name)}">{inner}</a:srgbClr>'


def solid(name: str, alpha: float = 1.0) -> str:
    """A fill, or none where `name` is ""; `alpha` is 0 to 1."""
    return f"<a:solidFill>{colour(name, alpha)}</a:solidFill>" if name else "<a:noFill/>"


def border(name: str, width: float = 0.26) -> str:
    """A line of `width` mm, or none where `name` is ""."""
    return f'<a:ln w="{emu(width)}">{solid(name)}</a:ln>' if name else "<a:ln><a:noFill/></a:ln>"


def transform(x: float, y: float, w: float, h: float, tag: str = "a:xfrm") -> str:
    """Where something stands and how large it is, from mm."""
    return f'<{tag}><a:off x="{emu(x)}" y="{emu(y)}"/><a:ext cx="{emu(w)}" cy="{emu(h)}"/></{tag}>'


def geometry(shape: str, w: float, h: float) -> str:
    """The form of a preset shape of `w` by `h` mm, with corners or points that are as large on each shape."""
    adjust = ""
    if shape in ADJUSTED:
        adjust = f'<a:gd name="adj" fmla="val {round(ADJUSTED[shape] / min(w, h) * 100000)}"/>'
    return f'<a:prstGeom prst="{SHAPES[shape]}"><a:avLst>{adjust}</a:avLst></a:prstGeom>'


def level(style: Style, number: int, size: float, ink: str = "") -> str:
    """One `a:lvlNpPr` of a style, from 0, at `size` points; every property is set, so that nothing is inherited."""
    chosen = style.levels[min(number, len(style.levels) - 1)]
    bullet = "<a:buNone/>"
    if chosen.marker:
        bullet = f'<a:buClr>{colour(style.marker)}</a:buClr><a:buFont typeface="+mj-lt"/>'
        bullet += f"<a:buChar char={attribute(chosen.marker)}/>"
    space = f'<a:spcBef><a:spcPts val="{round(chosen.space * size * 100)}"/></a:spcBef>'
    align = {"left": "l", "center": "ctr", "right": "r"}[style.align]
    marks = f'sz="{round(size * 100)}" b="{int(style.bold)}" i="{int(chosen.italic)}"'
    return (
        f'<a:lvl{number + 1}pPr marL="{emu(chosen.indent)}" indent="{-emu(chosen.hang)}" algn="{align}">'
        f'<a:lnSpc><a:spcPct val="100000"/></a:lnSpc>{space}<a:spcAft><a:spcPts val="0"/></a:spcAft>{bullet}'
        f'<a:defRPr lang="{LOCALE}" {marks}>{solid(ink or style.colour)}<a:latin typeface="+mn-lt"/></a:defRPr>'
        f"</a:lvl{number + 1}pPr>"
    )


@cache
def freeform(path: str, view: tuple[float, float]) -> str:
    """The form of a path, from SVG path data in units of which `view` fill its width and height.

    Its rings stay together in one path, so that holes are holes. Raises ValueError where it is no path data.
    """
    drawn = "".join(
        STEPS[letter].format("".join(f'<a:pt x="{round(a * FINE)}" y="{round(b * FINE)}"/>' for a, b in points))
        for letter, points in outline.steps(path)
    )
    width, height = (round(side * FINE) for side in view)
    return (
        '<a:custGeom><a:avLst/><a:gdLst/><a:ahLst/><a:cxnLst/><a:rect l="0" t="0" r="r" b="b"/>'
        f'<a:pathLst><a:path w="{width}" h="{height}">{drawn}</a:path></a:pathLst></a:custGeom>'
    )


@cache
def list_style(key: str, size: float, ink: str = "") -> str:
    """All levels of a style at `size` points; `ink` replaces its colour."""
    style = STYLES[key]
    return f"<a:lstStyle>{''.join(level(style, n, size, ink) for n in range(LEVELS))}</a:lstStyle>"


def named_font(levels: str) -> str:
    """The same levels with the font by its name: LibreOffice finds no theme font on notes pages."""
    return levels.replace("+mn-lt", palette.DECK_FONT).replace("+mj-lt", palette.DECK_FONT)


def body_properties(key: str) -> str:
    """How text stands in its box, by the name of its style."""
    style = STYLES[key]
    left, top, right, bottom = (emu(side) for side in style.inset)
    anchor = {"top": "t", "middle": "ctr", "bottom": "b"}[style.anchor]
    sides = f'lIns="{left}" tIns="{top}" rIns="{right}" bIns="{bottom}"'
    return f'<a:bodyPr vert="horz" wrap="square" {sides} rtlCol="0" anchor="{anchor}"><a:noAutofit/></a:bodyPr>'


def run(piece: Run, links: Mapping[str, str], base_bold: bool, base_italic: bool, size: float = 0) -> str:
    """One run; only what differs from its level is written. `links` are relationship ids by address.

    `size` is in points, 0 where the level says it.
    """
    marks = f' sz="{round(size * 100)}"' if size else ""
    marks += "" if piece.bold == base_bold else f' b="{int(piece.bold)}"'
    marks += "" if piece.italic == base_italic else f' i="{int(piece.italic)}"'
    marks += f' baseline="{30000 if piece.shift > 0 else -25000}"' if piece.shift else ""
    link = f'<a:hlinkClick r:id="{links[piece.link]}"/>' if piece.link in links else ""
    properties = f'<a:rPr lang="{LOCALE}"{marks} dirty="0">{link}</a:rPr>'
    lines = piece.text.split("\n")
    pieces = [f"<a:r>{properties}<a:t>{text(line)}</a:t></a:r>" if line else "" for line in lines]
    return f'<a:br><a:rPr lang="{LOCALE}"{marks}/></a:br>'.join(pieces)


def paragraph(par: Par, key: str, links: Mapping[str, str], size: float = 0, *, typed: bool = False) -> str:
    """`size` in points is written, with the line height, where the text has no list style to inherit from.

    `typed` numbers are text before a tab: a program that counts goes on from an earlier list.
    """
    style = STYLES[key]
    base = style.levels[min(par.level, len(style.levels) - 1)]
    runs = "".join(run(piece, links, style.bold, base.italic, size) for piece in par.runs)
    inner = '<a:lnSpc><a:spcPct val="100000"/></a:lnSpc>' if size else ""
    if par.number and typed:
        inner += "<a:buNone/>"
        runs = run(Run(f"{par.number}.\t"), {}, style.bold, base.italic, size) + runs
    elif par.number:
        inner += '<a:buFont typeface="+mj-lt"/><a:buAutoNum type="arabicPeriod" startAt="1"/>'
    elif base.marker and style.marker != "ink":
        inner += f"<a:buClr>{colour(style.marker)}</a:buClr>"  # LibreOffice takes it from the slide's last text
    properties = f'<a:pPr lvl="{par.level}">{inner}</a:pPr>' if par.level or inner else ""
    end = f' sz="{round(size * 100)}"' if size else ""
    return f'<a:p>{properties}{runs}<a:endParaRPr lang="{LOCALE}"{end} dirty="0"/></a:p>'


def named(number: int, name: str, alt: str = "", decorative: bool = False, inner: str = "") -> str:
    """`p:cNvPr`, with a description or marked as decoration; `inner` is what a click on it does."""
    if decorative:
        inner += (
            '<a:extLst><a:ext uri="{C183D7F6-B498-43B3-948B-1728B52AA6E4}">'
            '<adec:decorative xmlns:adec="http://schemas.microsoft.com/office/drawing/2017/decorative" val="1"/>'
            "</a:ext></a:extLst>"
        )
    described = f" descr={attribute(alt)}" if alt or decorative else ""
    return f'<p:cNvPr id="{number}" name={attribute(name)}{described}>{inner}</p:cNvPr>'


def shape(identity: str, placeholder: str, properties: str, body: str) -> str:
    """`p:sp`; `placeholder` is a `p:ph` or "", `body` a `p:txBody` or ""."""
    locks = '<p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr>' if placeholder else "<p:cNvSpPr/>"
    return (
        f"<p:sp><p:nvSpPr>{identity}{locks}<p:nvPr>{placeholder}</p:nvPr></p:nvSpPr>"
        f"<p:spPr>{properties}</p:spPr>{body}</p:sp>"
    )


def tree(shapes: Iterable[str]) -> str:
    """All shapes of a slide, layout or master."""
    zero = '<a:off x="0" y="0"/><a:ext cx="0" cy="0"/><a:chOff x="0" y="0"/><a:chExt cx="0" cy="0"/>'
    return (
        '<p:spTree><p:nvGrpSpPr><p:cNvPr id="1" name=""/><p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr>'
        f"<p:grpSpPr><a:xfrm>{zero}</a:xfrm></p:grpSpPr>{''.join(shapes)}</p:spTree>"
    )


def field(kind: str, shown: str) -> str:
    """A paragraph with a slide number that follows the slide; the id is fixed, as one deck needs only one."""
    identity = "{7B1C4B2A-5D0E-4C55-9A55-2F6E1D0C9A11}"
    return (
        f'<a:p><a:fld id="{identity}" type="{kind}"><a:rPr lang="{LOCALE}" dirty="0"/><a:t>{text(shown)}</a:t></a:fld>'
        f'<a:endParaRPr lang="{LOCALE}" dirty="0"/></a:p>'
    )


def text_body(properties: str, style: str, paragraphs: Sequence[str]) -> str:
    """Text of a shape, from XML of its properties, list style and paragraphs."""
    return f"<p:txBody>{properties}{style}{''.join(paragraphs)}</p:txBody>"


def colour_map(ground: str) -> str:
    """`p:clrMapOvr`: links are ink like the text around them, and on petrol white."""
    if ground not in DARK:
        return "<p:clrMapOvr><a:masterClrMapping/></p:clrMapOvr>"
    same = " ".join(f'accent{n}="accent{n}"' for n in range(1, 7))
    return (
        f'<p:clrMapOvr><a:overrideClrMapping bg1="lt1" tx1="dk1" bg2="lt2" tx2="dk2" {same} '
        'hlink="lt1" folHlink="lt1"/></p:clrMapOvr>'
    )


def slide_image(number: int, name: str, properties: str = "") -> str:
    """The place of the slide's image on a notes page."""
    locks = '<a:spLocks noGrp="1" noRot="1" noChangeAspect="1"/>'
    return (
        f"<p:sp><p:nvSpPr>{named(number, name)}<p:cNvSpPr>{locks}</p:cNvSpPr>"
        f'<p:nvPr><p:ph type="sldImg" idx="2"/></p:nvPr></p:nvSpPr><p:spPr>{properties}</p:spPr></p:sp>'
    )


def placeholder_type(key: str) -> str:
    """The type that a place of that name has in a deck."""
    return PLACEHOLDER_TYPES.get(key, "body")
