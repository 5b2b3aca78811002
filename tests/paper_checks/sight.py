"""What an eye sees: each text on what lies under it, in colour and in grey, and nothing hidden.

The colour of a text is the one that its object names. What lies under it are the pixels of the same page drawn without
any text, within the bounds of that text: fills, pictures and tints count as they come out, whatever made them. A text
is hidden where drawing the whole page changes nothing there, or hardly.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import cache

from PIL import Image

from .document import Document, Finding
from .drawn import PIXELS, Colour, Page, Run

CONTRAST = 4.5
FAINT = 2.0
"""The least contrast that the darkest pixel of a text has; thin strokes never reach the whole of their colour."""
CROSSED = 0.15
"""The share of what lies under a text that may be lines crossing it."""


def findings(document: Document) -> list[Finding]:
    return [found for page in document.pages for run in page.runs for found in _run(page, run)]


def _run(page: Page, run: Run) -> Iterator[Finding]:
    place = _place(page, run)
    if not place:
        return
    ground, seen = page.ground.crop(place), page.seen.crop(place)
    if _strongest(ground, seen) < FAINT:
        yield Finding("hidden", page.number, f"{run.quoted} cannot be seen")
    for code, look, how in (("contrast", lambda colour: colour, "in colour"), ("grey", _grey, "printed in grey")):
        worst = _contrast(run, ground, look)
        if worst < CONTRAST:
            yield Finding(code, page.number, f"{run.quoted} has {worst:.1f}:1 {how}: hard to see")


def _place(page: Page, run: Run) -> tuple[int, int, int, int] | None:
    """The pixels within the text's bounds; None outside the page, which another check tells."""
    left, bottom, right, top = (side * PIXELS for side in run.box)
    width, height = page.seen.size
    box = (
        max(0, int(left)),
        max(0, int(height - top)),
        min(width, int(right) + 1),
        min(height, int(height - bottom) + 1),
    )
    return box if box[0] < box[2] and box[1] < box[3] else None


def _contrast(run: Run, ground: Image.Image, look: Callable[[Colour], Colour]) -> float:
    """The contrast that all but a small share of what lies under a text offers it at least."""
    counted = ground.getcolors(ground.width * ground.height)
    shares = sorted((contrast(look(_laid(run, under)), look(under)), count) for count, under in counted or ())
    left = CROSSED * ground.width * ground.height
    for ratio, count in shares:
        left -= count
        if left < 0:
            return ratio
    return 0.0


def _laid(run: Run, under: Colour) -> Colour:
    red, green, blue = (round(a * run.opacity + b * (1 - run.opacity)) for a, b in zip(run.colour, under, strict=True))
    return red, green, blue


def _strongest(ground: Image.Image, seen: Image.Image) -> float:
    if len(under := _colours(ground)) == 1:  # the usual case, and the quick one
        return max(contrast(*under, colour) for colour in _colours(seen))
    pairs = set(zip(_pixels(ground), _pixels(seen), strict=True))
    return max(contrast(one, other) for one, other in pairs)


def _colours(picture: Image.Image) -> list[Colour]:
    counted = picture.getcolors(picture.width * picture.height) or ()
    return [colour for _, colour in counted]


def _pixels(picture: Image.Image) -> list[Colour]:
    data = picture.tobytes()
    return list(zip(data[::3], data[1::3], data[2::3], strict=True))


def _grey(colour: Colour) -> Colour:
    """As printers and viewers turn colour into grey (ITU-R BT.601)."""
    red, green, blue = colour
    level = round(0.299 * red + 0.587 * green + 0.114 * blue)
    return level, level, level


@cache
def contrast(one: Colour, other: Colour) -> float:
    """The ratio of WCAG 2."""
    light, dark = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


@cache
def _luminance(colour: Colour) -> float:
    parts = [part / 255 for part in colour]
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
