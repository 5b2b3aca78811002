"""What our presentations and our documents have in common: a theme, with our colours and font."""

from __future__ import annotations

import re
from collections.abc import Mapping

from lok.design import palette
from lok.design.palette import Palette
from lok.words import words

DRAWING = "http://schemas.openxmlformats.org/drawingml/2006/main"
"""The namespace of what is drawn."""
_VALUE = re.compile(rb'="([0-9A-F]{6})"')
MORE_COLOURS = (
    *("line", "sand", "bar", "way", "peach", "orange-light", "ochre", "ground-1", "ground-2"),
    *(f"{name}-tint" for name in ("role-1", "role-2", "green", "ochre")),
    *("role-1-light", "role-2-light"),
)
"""Colours that a theme has no slot for: it lists them, so that a trainer finds them too."""
OF_MORE = ("role-{}", "role-{}-tint", "role-{}-light", "ground-{}")
"""Those of a third and a fourth speaker; the first two have theirs already."""


def theme(speakers: int = 1) -> str:
    """The XML of a theme: our colours, with those of so many speakers, and the font of what an office program opens."""
    name = words("deck")["master"]
    slots = {
        "dk1": "ink", "lt1": "white", "dk2": "petrol", "lt2": "paper", "accent1": "role-1", "accent2": "role-2",
        "accent3": "orange", "accent4": "green", "accent5": "red", "accent6": "grey", "hlink": "ink",
        "folHlink": "ink",
    }  # fmt: skip
    colours = "".join(f'<a:{slot}><a:srgbClr val="{palette.LIGHT[name]}"/></a:{slot}>' for slot, name in slots.items())
    font = f'<a:latin typeface="{palette.DECK_FONT}"/><a:ea typeface=""/><a:cs typeface=""/>'
    fill = '<a:solidFill><a:schemeClr val="phClr"/></a:solidFill>'
    lines = "".join(f'<a:ln w="{w}">{fill}</a:ln>' for w in (6350, 12700, 19050))
    extra = "".join(
        f'<a:custClr name="{name}"><a:srgbClr val="{palette.LIGHT[name]}"/></a:custClr>'
        for name in (*MORE_COLOURS, *(each.format(n) for n in range(3, speakers + 1) for each in OF_MORE))
    )
    return (
        f'<a:theme xmlns:a="{DRAWING}" name="{name}"><a:themeElements>'
        f'<a:clrScheme name="{name}">{colours}</a:clrScheme>'
        f'<a:fontScheme name="{name}"><a:majorFont>{font}</a:majorFont><a:minorFont>{font}</a:minorFont>'
        f'</a:fontScheme><a:fmtScheme name="{name}"><a:fillStyleLst>{fill * 3}</a:fillStyleLst>'
        f"<a:lnStyleLst>{lines}</a:lnStyleLst>"
        f"<a:effectStyleLst>{'<a:effectStyle><a:effectLst/></a:effectStyle>' * 3}</a:effectStyleLst>"
        f"<a:bgFillStyleLst>{fill * 3}</a:bgFillStyleLst></a:fmtScheme></a:themeElements><a:objectDefaults/>"
        f"<a:extraClrSchemeLst/><a:custClrLst>{extra}</a:custClrLst></a:theme>"
    )


def painted(parts: Mapping[str, bytes], look: Palette) -> dict[str, bytes]:
    """The parts of a file by name, made in our colours, in those of `look`: so templates and styles are made once."""
    changed = {ours.encode(): look.light[name].encode() for name, ours in palette.LIGHT.items()}

    def repainted(part: bytes) -> bytes:
        return _VALUE.sub(lambda found: b'="%s"' % changed.get(found[1], found[1]), part)

    return {name: repainted(part) if name.endswith(".xml") else part for name, part in parts.items()}
