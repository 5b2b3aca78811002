"""The text of mkdocs.yml in, the settings of the sites out."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache
from typing import Any

import yaml

from lok.design import palette

Config = dict[str, Any]
"""What an engine reads as mkdocs.yml."""
SiteSettings = Mapping[str, Any]
"""What the author's mkdocs.yml says, or our own."""
OWN_SETTINGS = palette.TEMPLATES / "site" / "mkdocs.yml"
"""The settings of a project that has none."""


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
