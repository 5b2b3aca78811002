"""The face of an organisation: one scanned file in, its record out, with a problem for each value that cannot be."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Mapping
from decimal import ROUND_DOWN, Decimal

from lok.design import palette
from lok.design.contrast import MARK, TEXT, contrast, nearest
from lok.model.face import Face, Gathering
from lok.model.text import Picture
from lok.model.vocabulary import ACCENT, ADDRESS, COLOUR, GATHERING, GROUP, LICENCE, LOGO, NAME
from lok.problems import Code, Problem, error, shortened
from lok.read.format import FACE
from lok.read.keys import Fields
from lok.read.scan import Page, Value
from lok.read.strange import printable
from lok.words import format_number

HEX = re.compile(r"#?([0-9a-f]{6})", re.IGNORECASE)
FORM = re.compile(r"(?:(de|het)\s+)?([^,]+?)\s*,\s*([^,]+)", re.IGNORECASE)
"""What people come to: an article where it is not "de", the word, and several of them."""
Needs = Mapping[str, float]
"""Colours (RRGGBB) that a colour meets, each with the least contrast."""


def load_face(page: Page, problems: list[Problem]) -> Face:
    """The face that the keys at the top of organisatie.md describe; below them stands nothing."""
    fields = Fields(page.keys, FACE.keys, page.span, problems, f"in {FACE.folder}")
    fields.require(FACE.required)
    for text in (page.intro, *(heading.text for heading in page.headings)):
        if not text.empty or page.headings:
            tip = "zet alles bovenaan, als `sleutel: waarde` tussen twee regels `---`"
            problems.append(error(text.span, Code.TEXT_WITHOUT_HEADING, "deze tekst verschijnt nergens", tip))
            break
    name, licence, group = (_told(fields, key, problems) for key in (NAME, LICENCE, GROUP))
    colour = _colour(fields, COLOUR, _for_ground(), problems)
    accent = _colour(fields, ACCENT, _for_accent(colour), problems)
    gathering = _gathering(fields, problems)
    return Face(name, fields.address(ADDRESS), _logo(fields, name), licence, colour, accent, group, gathering)


def _told(fields: Fields, key: str, problems: list[Problem]) -> str:
    value = fields.value(key)
    return printable(value, problems) if value else ""


def _logo(fields: Fields, name: str) -> Picture | None:
    """The picture with the name of the organisation as its text; whether it exists is seen with all other media."""
    value = fields.value(LOGO)
    if value is None:
        return None
    folder = posixpath.dirname(value.span.path)
    return Picture(posixpath.normpath(posixpath.join(folder, value.text)), name or value.text, value.span)


def _gathering(fields: Fields, problems: list[Problem]) -> Gathering | None:
    value = fields.value(GATHERING)
    if value is None:
        return None
    match = FORM.fullmatch(printable(value, problems))
    if match is None:
        tip = "schrijf één en meer ervan: `vorming, vormingen`, of met `het`: `het atelier, ateliers`"
        problems.append(error(value.span, Code.UNKNOWN_VALUE, f'"{shortened(value.text)}" mist het meervoud', tip))
        return None
    return Gathering((match.group(1) or "de").lower(), match.group(2), match.group(3))


# --- colours --------------------------------------------------------------------------------------------------------


def _for_ground() -> Needs:
    return {palette.LIGHT[name]: least for name, least in palette.ON_GROUND.items()}


def _for_accent(colour: str) -> Needs:
    """Words in ink stand on it, and it marks what stands on the ground."""
    return {palette.LIGHT["ink"]: TEXT, colour or palette.LIGHT[palette.GROUND]: MARK}


def _colour(fields: Fields, key: str, needs: Needs, problems: list[Problem]) -> str:
    """RRGGBB; one that stands out too little is told, and the nearest that does not takes its place."""
    value = fields.value(key)
    if value is None:
        return ""
    match = HEX.fullmatch(value.text)
    if match is None:
        tip = "schrijf zes tekens van 0 tot 9 en A tot F, bijvoorbeeld `#0B3C4C`"
        problems.append(error(value.span, Code.BAD_COLOUR, f'"{shortened(value.text)}" is geen kleur', tip))
        return ""
    return _strong(value, match.group(1).upper(), needs, problems)


def _strong(value: Value, colour: str, needs: Needs, problems: list[Problem]) -> str:
    weak = {other: least for other, least in needs.items() if contrast(colour, other) < least}
    if not weak:
        return colour
    worst = min(weak, key=lambda other: contrast(colour, other) / weak[other])
    found = nearest(colour, lambda shade: all(contrast(shade, other) >= least for other, least in needs.items()))
    ratio, least = (format_number(_down(each)) for each in (contrast(colour, worst), weak[worst]))
    message = f"#{colour} verschilt te weinig van #{worst}: {ratio} op 1, en {least} is nodig"
    problems.append(error(value.span, Code.WEAK_COLOUR, message, f"de dichtste kleur die wel kan: #{found}"))
    return found


def _down(ratio: float) -> Decimal:
    """With one decimal, never rounded up to what is asked."""
    return Decimal(ratio).quantize(Decimal("0.1"), ROUND_DOWN)
