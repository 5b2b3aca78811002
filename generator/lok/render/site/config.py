"""Pages of sites and the settings of mkdocs.yml in, what a site engine needs out: its files and its configuration."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from typing import Any

import yaml

from lok.design import palette
from lok.model.audience import Audience
from lok.model.course import Course
from lok.model.output import Artifact, Nav
from lok.render.html.templates import said
from lok.render.site import site
from lok.words import LANGUAGE, words

Config = dict[str, Any]
"""What an engine reads as mkdocs.yml."""
SiteSettings = Mapping[str, Any]
"""What the author's mkdocs.yml says, or our own."""
OWN_SETTINGS = palette.TEMPLATES / "site" / "mkdocs.yml"
"""The settings of a project that has none."""
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


class SettingsError(Exception):
    """A setting has not the form that a site engine can work with; the message says which, in Dutch."""


@cache
def own_settings() -> SiteSettings:
    """The settings of a site for which no author wrote any."""
    return read_settings(OWN_SETTINGS.read_text(encoding="utf-8"))


def read_settings(text: str) -> SiteSettings:
    """The author's mkdocs.yml.

    Raises yaml.YAMLError where it is no YAML, RecursionError where it is too deep, SettingsError where the form of a
    setting is wrong.
    """
    settings = yaml.safe_load(text)
    if not isinstance(settings, dict) or not all(isinstance(name, str) for name in settings):
        raise SettingsError("er staan geen instellingen in")
    kept = {name: value for name, value in settings.items() if value is not None}
    theme = kept.get("theme")
    kept["theme"] = {"name": theme} if isinstance(theme, str) else theme
    if not isinstance(kept["theme"], dict) or kept["theme"].get("name") != "material":
        raise SettingsError("`theme:` noemt niet `name: material`")
    if not isinstance(kept.get("extra", {}), dict):
        raise SettingsError("`extra:` is geen lijst van namen met een waarde")
    for name, value in _lists(kept):
        if not isinstance(value, list) or not all(isinstance(item, str | dict) for item in value):
            raise SettingsError(f"`{name}:` is geen lijst")
    return kept


def _lists(settings: Config) -> Iterator[tuple[str, Any]]:
    for name in ("extra_css", "extra_javascript"):
        yield name, settings.get(name, [])


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
