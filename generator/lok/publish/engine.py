"""A tree of pages and a configuration in, the files of a website out: runs a site engine in a temporary folder."""

from __future__ import annotations

import json
import logging
import os
import subprocess
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from jinja2 import TemplateError
from mkdocs.commands.build import build as run_mkdocs
from mkdocs.config import load_config
from mkdocs.exceptions import Abort, MkDocsException

from lok.publish.disk import place, scratch

os.environ["NO_MKDOCS_2_WARNING"] = "1"  # read when the theme is imported

MKDOCS = "mkdocs"
ZENSICAL = "zensical"
ENGINES = (MKDOCS, ZENSICAL)

LOST = "404.html"
"""Every engine makes one, which finds its files nowhere but at the root of a host."""


class EngineError(Exception):
    """The engine stopped or complained; the message is the engine's own."""


def build(tree: Mapping[str, bytes], config: Mapping[str, Any], engine: str) -> dict[str, bytes]:
    """The pages that the engine made and the files of the tree beside them, path -> bytes, without a theme's own.

    `tree` holds what `config` names in docs_dir and custom_dir.

    Raises EngineError with what the engine said, warnings included: a tree of ours has none.
    Raises WriteError where the temporary folder has no room for it.
    """
    with scratch() as root:
        for path, data in tree.items():
            place(root / path).write_bytes(data)
        file = root / "mkdocs.yml"
        file.write_text(json.dumps(config, ensure_ascii=False), encoding="utf-8")  # JSON is YAML, and quicker written
        run = {MKDOCS: _mkdocs, ZENSICAL: _zensical}[engine]
        run(file)
        own = {path.removeprefix(f"{config['docs_dir']}/") for path in tree}
        return {path: data for path, data in _read(root / str(config["site_dir"])) if path in own or _made(path)}


def _made(path: str) -> bool:
    return path.endswith(".html") and path != LOST


def _read(folder: Path) -> Iterator[tuple[str, bytes]]:
    for path in sorted(folder.rglob("*")):
        if path.is_file():
            yield path.relative_to(folder).as_posix(), path.read_bytes()


def _mkdocs(file: Path) -> None:
    """Raises EngineError with what MkDocs said, warnings included."""
    with _warnings("mkdocs") as said:
        try:
            config = load_config(str(file))
            config.theme.dirs = [
                str(config.theme.custom_dir)
            ]  # else it walks and copies thousands of files of its theme
            config.theme.static_templates = set()
            run_mkdocs(config)
        except (MkDocsException, Abort, TemplateError) as wrong:
            raise EngineError("\n".join([*said, str(wrong)])) from wrong
    if said:
        raise EngineError("\n".join(said))


@contextmanager
def _warnings(name: str) -> Iterator[list[str]]:
    """Gathers what a logger would say from warning up, and keeps it off the screen."""
    said: list[str] = []
    logger = logging.getLogger(name)
    handler = logging.Handler(logging.WARNING)
    handler.emit = lambda record: said.append(record.getMessage())  # type: ignore[method-assign]
    before = logger.propagate
    logger.addHandler(handler)
    logger.propagate = False
    try:
        yield said
    finally:
        logger.removeHandler(handler)
        logger.propagate = before


def _zensical(file: Path) -> None:
    """Raises EngineError with what Zensical said, where it stops."""
    command = [sys.executable, "-m", "zensical", "build", "-f", str(file)]
    done = subprocess.run(command, cwd=file.parent, capture_output=True, text=True, encoding="utf-8", check=False)
    if done.returncode:
        raise EngineError((done.stderr or done.stdout).strip())
