"""Course in, the Markdown pages of its website out; and the styles, fonts, theme and menu that a site engine adds.

Headings are Markdown, so that contents and search find them; prose is HTML written by `html`, which no engine parses.
Slide pictures and downloads are linked to where `downloads` places them; the build puts them there afterwards.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import cache

import rcssmin

from lok.derive.look import look
from lok.derive.wording import wording
from lok.design import palette
from lok.exercises import KINDS
from lok.model.audience import Audience
from lok.model.course import Course
from lok.model.face import Face
from lok.model.library import Entry
from lok.model.output import Artifact, Listing, SiteFile
from lok.model.plain import plain
from lok.model.ref import RefKind
from lok.model.shared import FIELDS, Shared, shared
from lok.render.contract import Made, Rendered
from lok.render.html import addresses
from lok.render.html.lost import base_script
from lok.render.html.policy import allowed, digest
from lok.render.html.prose import heading_text
from lok.render.html.templates import fill
from lok.render.site import scripts
from lok.render.site.pages import Pages
from lok.words import called, long_date, words

LOGO_SIZE = (144, 44)
"""The most px that a logo takes above a page."""
NUMBER = re.compile(r"\d[\d ]*")
INSIDE = {
    "first-people.css.j2": 'class="face',
    "first-stories.css.j2": 'class="story"',
    "first-facts.css.j2": 'class="fact"',
    "first-tables.css.j2": "<table",
}
"""Styles that stand in a page whose text holds this, besides the first."""


def render(course: Course, audience: Audience, made: Made) -> Rendered:
    """The pages of a course that `view` already narrowed to this audience, with the media they show."""
    media = (SiteFile(addresses.media(item), item.data, (item.path,)) for item in course.media)
    return Rendered((*Pages(course, audience).all(), *media))


def listing(course: Course, audience: Audience) -> Listing:
    """What the pages above a course say of it, its menu among it."""
    nav = Pages(course, audience).nav()
    return Listing(audience.value, course.id, course.title, plain(course.intro), nav, _help_page(course))


def frame(course: Course, audience: Audience) -> dict[str, object]:
    """What stands around each page of a course: its menu in groups, who can be called, and what the foot says."""
    w = wording(course, "site")
    return {
        "course": course.id,
        "early": scripts.joined(scripts.SCRIPTS / "early.js").decode(),
        "first": first_style(course.face).decode(),
        "inside": [{"sign": sign, "style": _minified(name).decode()} for name, sign in INSIDE.items()],
        "mark": _mark(course.face).decode(),
        "title": str(heading_text(course.title)),
        "groups": _groups(course, audience),
        "help_page": _help_page(course),
        "about_page": addresses.list_page(addresses.ABOUT),
        "version": w["foot_version"].format(version=course.version, updated=long_date(course.updated)),
        "alone": bool(course.evening),
        "assets": addresses.assets(course),
        "styles": [*([addresses.TRAINER_STYLE] if audience is Audience.TRAINER else ())],
        "scripts": [*(addresses.TRAINER_SCRIPTS if audience is Audience.TRAINER else ())],
        "foot": w["foot"],
        **_publisher(course),
    }


def _help_page(course: Course) -> str:
    """The address of who can be called first, or ""."""
    places = addresses.places(course)
    return next((places[str(ref)] for ref in course.help if str(ref) in places), "")


def _mark(face: Face | None) -> bytes:
    return fill("mark.svg.j2", light=look(face).light, dark=look(face).dark)


def _publisher(course: Course) -> dict[str, object]:
    """The organisation in the frame: its name and website, its licence, its logo; nothing where it has our face."""
    face = course.face
    if face is None:
        return {"published_by": ""}
    before, after = words("site")["published_by"].split("{name}")
    licence = words("site")["licence"].format(licence=face.licence) if face.licence else ""
    name = {"published_by": before, "publisher": face.name, "publisher_address": face.address, "published_end": after}
    return {**name, "licence": licence, "logo": _logo(course, face)}


def _logo(course: Course, face: Face) -> dict[str, object]:
    """Where the logo stands and how large it is shown, in px; empty where there is none."""
    file = next((item for item in course.media if face.logo and item.path == face.logo.path), None)
    if file is None:
        return {}
    scale = min(LOGO_SIZE[0] / file.width, LOGO_SIZE[1] / file.height)
    size = {"width": max(round(file.width * scale), 1), "height": max(round(file.height * scale), 1)}
    return {"path": addresses.media(file), "name": face.name, **size}


def _groups(course: Course, audience: Audience) -> list[dict[str, object]]:
    """The groups of the menu, each the titles of what it holds; none for participants, whose menu is short."""
    found = Pages(course, audience).groups() if audience is Audience.TRAINER else ()
    return [{"title": title, "holds": [page.title for page in pages]} for title, pages in found]


def synonyms(course: Course) -> Mapping[str, tuple[str, ...]]:
    """Other words for what stands at an address of the site; of facts, terms and sources their title is the first."""
    places = addresses.places(course)
    found = {f"{kind}:{item.id}": item for kind in FIELDS for item in shared(course, kind)}
    return {places[name]: (*_titles(item), *item.also) for name, item in found.items() if _titles(item) or item.also}


def _titles(item: Shared) -> tuple[str, ...]:
    return (item.title,) if isinstance(item, Entry) else ()


def helps(course: Course) -> tuple[tuple[str, str, str], ...]:
    """Who can be called, most urgent first: the address of the fact, its title, and the number or ""."""
    places = addresses.places(course)
    facts = {fact.id: fact for fact in course.facts}
    known = [facts[ref.id] for ref in course.help if ref.id in facts]
    return tuple((places[f"{RefKind.FACT}:{fact.id}"], fact.title, _number(fact.short)) for fact in known)


def _number(short: str) -> str:
    return short if NUMBER.fullmatch(short) else ""


def index_page(listings: Sequence[Listing], audience: Audience, face: Face | None = None) -> bytes:
    """The page above the courses."""
    return _above(listings, audience, face, "")


def lost_page(listings: Sequence[Listing], audience: Audience, face: Face | None = None) -> bytes:
    """The same for an address that does not exist, at any depth: it says so and shows the way to the courses."""
    return _above(listings, audience, face, base_script([one.course for one in listings]))


def _above(listings: Sequence[Listing], audience: Audience, face: Face | None, script: str) -> bytes:
    inside = {"script": script, "style": first_style(face).decode()}
    leave = {f"{name}s": allowed([digest(text.encode())]) for name, text in inside.items()}
    told = {"w": called("site", face.terms if face else ()), "face": face, "trainer": audience is Audience.TRAINER}
    return fill("home.html.j2", courses=listings, **told, **inside, **leave)


@cache
def first_style(face: Face | None = None) -> bytes:
    """The styles that stand in each page: with them its frame and its text show before anything else is fetched."""
    return _minified("first.css.j2", **_on_pages(face), font=palette.TEXT_FONT, face=face)


def _on_pages(face: Face | None) -> dict[str, object]:
    """The colours that styles of pages name, on a light ground and on a dark one."""
    both = {"light": look(face).light, "dark": look(face).dark}
    return {ground: {name: table[name] for name in palette.ON_PAGES} for ground, table in both.items()}


def _minified(template: str, **values: object) -> bytes:
    made: bytes = rcssmin.cssmin(fill(template, **values))
    return made


@cache
def assets(audience: Audience, face: Face | None = None) -> tuple[Artifact, ...]:
    """Styles, fonts with their licence, the mark and the helpers of search; what only trainers need, only for them."""
    colours = _on_pages(face)
    name = palette.TEXT_FONT.replace(" ", "")
    fonts = (*palette.FONTS.glob("*.woff2"), *palette.FONTS.glob(f"LICENSE-{name}*"))
    files = {
        "site.css": _minified("site.css.j2", font=palette.TEXT_FONT),
        "pages.css": _minified("pages.css.j2"),
        "chart.css": _minified("chart.css.j2"),
        addresses.LICENCE: (palette.ASSETS / "pictograms" / "LICENCE.txt").read_bytes(),
        "mark.svg": _mark(face),
        **{f"fonts/{path.name}": path.read_bytes() for path in fonts},
        "frame.js": scripts.frame(),
        "find.js": scripts.search(),
        "find.css": _minified("find.css.j2"),
        **{f"exercise-{kind.name}.js": scripts.exercise(kind) for kind in KINDS if kind.script},
        **{f"exercise-{kind.name}.css": _minified("kind.css.j2", kind=kind) for kind in KINDS if kind.script},
    }
    if audience is Audience.TRAINER:
        files[addresses.TRAINER_STYLE] = fill("trainer.css.j2", **colours)
        files |= {name: (palette.ASSETS / name).read_bytes() for name in addresses.TRAINER_SCRIPTS}
    return tuple(Artifact(f"{addresses.ASSETS}/{path}", data, ()) for path, data in sorted(files.items()))


@cache
def theme() -> tuple[Artifact, ...]:
    """Our templates over the engine's theme."""
    folder = palette.TEMPLATES / "site" / "theme"
    return tuple(Artifact(path.name, path.read_bytes(), ()) for path in sorted(folder.glob("*.html")))
