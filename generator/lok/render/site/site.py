"""Course in, the Markdown pages of its website out; and the styles, fonts, theme and menu that a site engine adds.

Headings are Markdown, so that contents and search find them; prose is HTML written by `html`, which no engine parses.
Slide pictures and downloads are linked to where `downloads` places them; the build puts them there afterwards.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache
from pathlib import Path

from lok.design import palette
from lok.exercises import KINDS
from lok.model.audience import Audience
from lok.model.course import Course
from lok.model.output import Artifact, Listing, SiteFile
from lok.model.plain import plain
from lok.render.contract import Made, Rendered
from lok.render.html import addresses
from lok.render.html.lost import base_script
from lok.render.html.policy import allowed, digest
from lok.render.html.templates import fill
from lok.render.site.pages import Pages

JOINED: Mapping[str, Sequence[str]] = {
    "exercise": ("pieces", "values", "days", "fields", "screens", "answers"),
    "exercise-tools": ("dialogue", "keep", "text", "file", "tools"),
}
"""Scripts made of parts in a folder of that name, in the order in which each may use those before it."""


def render(course: Course, audience: Audience, made: Made) -> Rendered:
    """The pages of a course that `view` already narrowed to this audience, with the media they show."""
    media = (SiteFile(addresses.media(item), item.data, (item.path,)) for item in course.media)
    return Rendered((*Pages(course, audience).all(), *media))


def listing(course: Course, audience: Audience) -> Listing:
    """What the pages above a course say of it, its menu among it."""
    return Listing(audience.value, course.id, course.title, plain(course.intro), Pages(course, audience).nav())


def groups(course: Course, audience: Audience) -> list[dict[str, object]]:
    """The groups of the menu, each the titles of what it holds; none for participants, whose menu is short."""
    found = Pages(course, audience).groups() if audience is Audience.TRAINER else ()
    return [{"title": title, "holds": [page.title for page in pages]} for title, pages in found]


def index_page(listings: Sequence[Listing], audience: Audience) -> bytes:
    """The page above the courses; it borrows the styles of the first."""
    return fill("home.html.j2", courses=listings, trainer=audience is Audience.TRAINER, script="", allowed="")


def lost_page(listings: Sequence[Listing], audience: Audience) -> bytes:
    """The same for an address that does not exist, at any depth: it says so and shows the way to the courses."""
    script = base_script([one.course for one in listings], inside=False)
    allows = allowed([digest(script.encode())])
    return fill("home.html.j2", courses=listings, trainer=audience is Audience.TRAINER, script=script, allowed=allows)


@cache
def assets(audience: Audience) -> tuple[Artifact, ...]:
    """Styles, fonts with their licence, the mark and the helpers of search; what only trainers need, only for them."""
    name = palette.TEXT_FONT.replace(" ", "")
    fonts = (*palette.FONTS.glob("*.woff2"), *palette.FONTS.glob(f"LICENSE-{name}*"))
    files = {
        "site.css": fill("site.css.j2", light=palette.LIGHT, dark=palette.DARK, font=palette.TEXT_FONT, kinds=KINDS),
        addresses.LICENCE: (palette.ASSETS / "pictograms" / "LICENCE.txt").read_bytes(),
        "mark.svg": fill("mark.svg.j2", light=palette.LIGHT),
        **{f"fonts/{path.name}": path.read_bytes() for path in fonts},
        **{path.name: path.read_bytes() for path in (palette.ASSETS / "site").glob("*.js")},
        **{f"{name}.js": joined(palette.ASSETS / "site" / name, parts) for name, parts in JOINED.items()},
        **{f"exercise-{kind.name}.js": kind.script.read_bytes() for kind in KINDS if kind.script},
    }
    if audience is Audience.TRAINER:
        files[addresses.TRAINER_STYLE] = fill("trainer.css.j2", light=palette.LIGHT)
        files |= {
            f"trainer/{name}": (palette.ASSETS / "trainer" / name).read_bytes() for name in addresses.TRAINER_SCRIPTS
        }
    return tuple(Artifact(f"{addresses.ASSETS}/{path}", data, ()) for path, data in sorted(files.items()))


def joined(folder: Path, parts: Sequence[str]) -> bytes:
    """The scripts of these names in a folder as one: a page asks for less, and a browser runs no module from a file."""
    return b"\n".join((folder / f"{part}.js").read_bytes() for part in parts)


@cache
def theme() -> tuple[Artifact, ...]:
    """Our templates over the engine's theme."""
    folder = palette.TEMPLATES / "site" / "theme"
    return tuple(Artifact(path.name, path.read_bytes(), ()) for path in sorted(folder.glob("*.html")))
