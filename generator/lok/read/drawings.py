"""What an author chooses to see drawn: pictograms and portraits of the set, a quote, what stands out in a drawing.

Each reads its key and notes a problem where the set, or the text that it is about, has no such thing.
"""

from __future__ import annotations

import re
from collections.abc import Collection
from dataclasses import replace

from lok.design.pictograms import PICTOGRAMS, PORTRAITS
from lok.model import vocabulary as fmt
from lok.model.course import Slide
from lok.model.names import clean, slug
from lok.model.plain import pieces, plain
from lok.model.text import Blocks, Chart, ListBlock
from lok.problems import Code, did_you_mean, error, shortened
from lok.read import markdown
from lok.read.bounds import DEEPEST, depth
from lok.read.keys import Fields
from lok.read.scan import Text, Value

QUOTED = re.compile('[“"„](.*)[”"“]$')
"""A text between quotes."""
_STRAIGHT = str.maketrans("‘’‚“”„", "'''\"\"\"")


def with_drawings(slide: Slide, fields: Fields) -> Slide:
    """The slide with what its keys say of how it is drawn."""
    return replace(
        slide,
        pictogram=pictogram(fields),
        pictograms=_pictograms(fields, slide.body),
        highlight=_highlight(fields, slide.body),
    )


def pictogram(fields: Fields) -> str:
    """The name of a pictogram in the set, or ""."""
    value = fields.value(fmt.PICTOGRAM)
    return _pictogram(fields, value) if value else ""


def portrait(fields: Fields, case_id: str) -> str:
    """The name of a portrait in the set, by itself that of the case; "" where the set has none of it."""
    value = fields.value(fmt.PORTRAIT)
    if value is None:
        return case_id if case_id in PORTRAITS else ""
    return _known(fields, value, PORTRAITS, Code.UNKNOWN_PORTRAIT, "portret")


def quote(fields: Fields, text: Blocks, title: str) -> str:
    """Words as they stand in a paragraph, item or cell of `text`, without Markdown; "" where none are asked for.

    The author may leave out emphasis, put the whole between quotes, and type other quotes than the text has.
    """
    value = fields.value(fmt.QUOTE)
    if value is None:
        return ""
    bearable = depth(value.text) <= DEEPEST  # what stands behind a key is no line of its own, so nobody looked yet
    words = plain(markdown.parse(Text(value.span, (value.text,)))[0]) if bearable else ""
    said = _straight(QUOTED.sub(r"\1", words))
    for piece in map(clean, pieces(text)):
        if said and (start := _straight(piece).find(said)) >= 0:
            return piece[start : start + len(said)]
    message = f'"{shortened(value.text)}" staat niet zo in "{title}"'
    tip = "neem de woorden precies over uit één alinea van de tekst eronder"
    fields.problems.append(error(value.span, Code.UNKNOWN_QUOTE, message, tip))
    return ""


def _straight(text: str) -> str:
    """The same letters with straight quotes, each in its place."""
    return text.translate(_STRAIGHT)


def _pictograms(fields: Fields, body: Blocks) -> tuple[str, ...]:
    """One name for each item of the one list in the body."""
    values = fields.split(fmt.PICTOGRAMS)
    names = tuple(_pictogram(fields, value) for value in values)
    lists = [block for block in body if isinstance(block, ListBlock)]
    if not values or (len(lists) == 1 and len(lists[0].items) == len(values)):
        return names if all(names) else ()
    if len(lists) == 1:
        message = f'"{fmt.PICTOGRAMS}" noemt er {len(values)}, en de lijst telt {len(lists[0].items)} punten'
        tip = "geef elk punt één beeld, in dezelfde volgorde"
    else:
        message = f'"{fmt.PICTOGRAMS}" kan alleen op een slide met één lijst'
        tip = f"hoort er één beeld bij de hele slide, schrijf dan `{fmt.PICTOGRAM}: …`"
    fields.problems.append(error(values[0].span, Code.PICTOGRAM_COUNT, message, tip))
    return ()


def _highlight(fields: Fields, body: Blocks) -> int:
    """The number of a row of the chart in the body."""
    value = fields.value(fmt.HIGHLIGHT)
    chart = next((block for block in body if isinstance(block, Chart)), None)
    if chart:
        return fields.whole(fmt.HIGHLIGHT, 0, 1, len(chart.table.rows))
    if value:
        message, tip = f'"{fmt.HIGHLIGHT}" kan alleen op een slide met een grafiek', "haal deze regel weg"
        fields.problems.append(error(value.span, Code.BAD_NUMBER, message, tip))
    return 0


def _pictogram(fields: Fields, value: Value) -> str:
    return _known(fields, value, PICTOGRAMS, Code.UNKNOWN_PICTOGRAM, "beeld")


def _known(fields: Fields, value: Value, names: Collection[str], code: Code, what: str) -> str:
    name = slug(value.text)
    if name in names:
        return name
    hint = did_you_mean(name, names, shown=len(names))
    fields.problems.append(error(value.span, code, f'er is geen {what} "{shortened(value.text)}"', hint))
    return ""
