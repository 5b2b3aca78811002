"""Pages of sites and their settings in, what a site engine needs out: its files and its configuration."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from lok.model.audience import Audience
from lok.model.course import Course
from lok.model.output import Artifact, Nav
from lok.render.html.templates import said
from lok.render.site import site
from lok.render.site.settings import Config, SiteSettings
from lok.words import LANGUAGE, words

PAGES = "paginas"
"""The folder of Markdown pages, for an engine."""
THEME = "thema"
"""The folder of our templates, for an engine."""

THEME_WORDS = (
    "skip", "menu", "main_menu", "search", "help", "on_this_page", "overview", "turn", "previous", "next", "about",
    "foot", "courses",
)  # fmt: skip
"""Words of the locale that our templates show."""

BANNER_WORDS = ("banner", "banner_label")
"""Those that they show to trainers only."""
COVER_WORDS = ("cover", "cover_key", "covered", "uncover")
"""Those of the button that hides a page for trainers."""


def project(
    course: Course, audience: Audience, pages: Iterable[Artifact], settings: SiteSettings
) -> tuple[dict[str, bytes], Config]:
    """The files of one course's site by path, with pages of `site.render`, and the configuration that builds them.

    Raises KeyError where the settings have no `theme`.
    """
    inside = site.assets(audience, course.face) if course.evening else ()
    tree = {f"{PAGES}/{item.path}": item.data for item in (*inside, *pages)}
    tree |= {f"{THEME}/{item.path}": item.data for item in site.theme()}
    config = _config(settings, audience, course.title, _nav(site.listing(course, audience).nav))
    config["extra"]["lok"] |= site.frame(course, audience)
    if course.address:
        config["site_url"] = f"{course.address.rstrip('/')}/{course.id}/"
    return tree, config


def _config(settings: SiteSettings, audience: Audience, title: str, nav: list[Any]) -> Config:
    w = words("site")
    own: dict[str, str] = {name: w[name] for name in THEME_WORDS} | {"said": str(said("frame"))}
    if audience is Audience.TRAINER:
        own |= {name: w[name] for name in BANNER_WORDS} | {name: words("trainer")[name] for name in COVER_WORDS}
    return {
        **settings,
        "site_name": title,
        "docs_dir": PAGES,
        "site_dir": "site",
        "theme": {**settings["theme"], "custom_dir": THEME, "language": LANGUAGE},
        "extra": {**settings.get("extra", {}), "lok": {"banner": "", "language": LANGUAGE, **own}},
        "nav": nav,
        "plugins": [],
    }


def _nav(nav: Nav) -> list[dict[str, Any]]:
    return [{title: item if isinstance(item, str) else _nav(item)} for title, item in nav]
