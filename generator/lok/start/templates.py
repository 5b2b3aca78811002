"""The Jinja environment of what authors begin with: plain Markdown, in which nothing is escaped."""

from __future__ import annotations

from functools import cache

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from lok.design import palette
from lok.words import capitalised


def fill(template: str, **values: object) -> str:
    """A template filled in with these values.

    Raises jinja2.UndefinedError where a value is missing, jinja2.TemplateNotFound where no template has that name.
    """
    return _environment().get_template(template).render(values)


@cache
def _environment() -> Environment:
    environment = Environment(
        loader=FileSystemLoader([palette.TEMPLATES / "start", palette.KINDS]),
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        autoescape=False,
    )
    environment.filters["sentence"] = capitalised
    return environment
