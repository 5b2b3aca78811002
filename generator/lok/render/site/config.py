"""Pages of sites and the settings of mkdocs.yml in, what a site engine needs out: its files and its configuration.

Both a build (one course at a time) and a preview (all courses of an audience in one tree) come from here.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

import yaml

from lok.model.audience import Audience
from lok.model.course import Course
from lok.model.output import Artifact, Listing, Nav
from lok.render.html import addresses
from lok.render.html.prose import heading_text
from lok.render.site import site
from lok.words import LANGUAGE, words

Config = dict[str, Any]
SiteSettings = Mapping[str, Any]
"""What the author's mkdocs.yml says."""
PAGES = "paginas"
THEME = "thema"
PREVIEW = ".bron"
"""The folder below build/ with the sources of the previews."""

THEME_WORDS = (
    "menu", "main_menu", "search", "search_start", "search_reset", "search_results", "on_this_page", "overview",
    "turn", "previous", "next", "about", "foot", "lost", "lost_text", "lost_home",
)  # fmt: skip

BANNER_WORDS = ("banner", "banner_label")
COVER_WORDS = ("cover", "cover_key", "covered", "uncover")


class SettingsError(Exception):
    """A setting has not the form that a site engine can work with; the message says which, in Dutch."""


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
    for name, value in (("polyfills", kept.get("extra", {}).get("polyfills", [])), *_lists(kept)):
        if not isinstance(value, list) or not all(isinstance(item, str | dict) for item in value):
            raise SettingsError(f"`{name}:` is geen lijst")
    return kept


def _lists(settings: Config) -> Iterator[tuple[str, Any]]:
    for name in ("extra_css", "extra_javascript"):
        yield name, settings.get(name, [])


def project(
    course: Course, audience: Audience, pages: Iterable[Artifact], settings: SiteSettings
) -> tuple[dict[str, bytes], Config]:
    """The files of one course's site, of which `site.render` made the pages, and the configuration that builds them."""
    tree = {f"{PAGES}/{item.path}": item.data for item in (*site.assets(audience), *pages)}
    tree |= {f"{THEME}/{item.path}": item.data for item in site.theme()}
    config = _config(settings, audience, course.title, "", _nav(site.listing(course, audience).nav, ""))
    if course.address:
        config["site_url"] = f"{course.address.rstrip('/')}/{course.id}/"
    return tree, config


def preview(audience: Audience, listings: Sequence[Listing], settings: SiteSettings) -> dict[str, bytes]:
    """What all courses of an audience share in the preview, by path below build/.

    There they are one project, on which `mkdocs serve -f build/<audience>.yml` works.
    """
    folder = f"{PREVIEW}/{audience.value}"
    title = words("site")["root_title" if audience is Audience.PARTICIPANT else "root_title_trainer"]
    courses = "\n".join(f"- [{heading_text(one.title)}]({one.course}/index.md)" for one in listings)
    files = {f"{PAGES}/index.md": f"# {heading_text(title)}\n\n{courses}\n".encode()}
    files |= {f"{PAGES}/{item.path}": item.data for item in site.assets(audience)}
    files |= {f"{THEME}/{item.path}": item.data for item in site.theme()}
    nav = [{title: "index.md"}, *({one.title: _nav(one.nav, f"{one.course}/")} for one in listings)]
    config = _config(settings, audience, title, f"{folder}/", nav)
    config["extra"]["lok"]["about_page"] = ""
    return {**{f"{folder}/{path}": data for path, data in files.items()}, f"{audience.value}.yml": to_yaml(config)}


def preview_pages(course: Course, audience: Audience, files: Iterable[Artifact]) -> Iterator[tuple[str, Artifact]]:
    """All that was rendered of one course, its pages still Markdown, in the preview of its audience."""
    for item in files:
        yield f"{PREVIEW}/{audience.value}/{PAGES}/{course.id}/{item.path}", item


def to_yaml(config: Config) -> bytes:
    """A configuration as an engine reads it."""
    return yaml.safe_dump(config, allow_unicode=True, sort_keys=False).encode()


def _config(settings: SiteSettings, audience: Audience, title: str, folder: str, nav: list[Any]) -> Config:
    w = words("site")
    own: dict[str, str] = {name: w[name] for name in THEME_WORDS} | {"about_page": addresses.list_page(addresses.ABOUT)}
    styles = [f"{addresses.ASSETS}/site.css"]
    last: list[dict[str, Any]] = []
    if audience is Audience.TRAINER:
        own |= {name: w[name] for name in BANNER_WORDS} | {name: words("trainer")[name] for name in COVER_WORDS}
        styles.append(f"{addresses.ASSETS}/{addresses.TRAINER_STYLE}")
        last += [{"path": f"{addresses.ASSETS}/trainer/{name}", "defer": True} for name in addresses.TRAINER_SCRIPTS]
    scripts = [*settings.get("extra", {}).get("polyfills", ()), f"{addresses.ASSETS}/search.js"]
    return {
        **settings,
        "site_name": title,
        "docs_dir": f"{folder}{PAGES}",
        "site_dir": f"{folder}site",
        "theme": {**settings["theme"], "custom_dir": f"{folder}{THEME}", "language": LANGUAGE},
        "extra": {**settings.get("extra", {}), "polyfills": scripts, "lok": {"banner": "", **own}},
        "extra_css": [*settings.get("extra_css", ()), *styles],
        "extra_javascript": [*settings.get("extra_javascript", ()), *last],
        "nav": nav,
    }


def _nav(nav: Nav, folder: str) -> list[dict[str, Any]]:
    return [{title: folder + item if isinstance(item, str) else _nav(item, folder)} for title, item in nav]
