"""How the time of a build grows with the course: each stage at 1, 10 and 30 times the slides, in seconds.

usage: python bench/scale.py [TIMES ...]        run from the root of the project

A second table sets the site engine against plain MkDocs + Material on as many pages with the same words, in the same
run; trust the ratio, not the seconds.
"""

from __future__ import annotations

import re
import shutil
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from time import perf_counter
from typing import Any

from lok.build import build, load_and_check
from lok.check.course import check_course
from lok.model.audience import Audience
from lok.model.output import Artifact
from lok.publish import engine, finish
from lok.publish.guard import guard
from lok.publish.secrets import secrets
from lok.read.course import load_course
from lok.read.places import places
from lok.render import picture
from lok.render.deck import deck
from lok.render.paper import paper
from lok.render.site import config, site
from lok.view import view

ROOT = Path(__file__).parent.parent
TODAY = date(2026, 11, 23)
BARE: dict[str, Any] = {
    "site_name": "plain",
    "use_directory_urls": False,
    "theme": {"name": "material", "font": False},
    "docs_dir": "docs",
    "site_dir": "site",
}


def main(times: list[int]) -> None:
    session = next((ROOT / "content" / "sessies").glob("*.md")).stem
    tables = []
    for factor in times:
        with tempfile.TemporaryDirectory() as folder:
            root = enlarged(Path(folder), session, factor)
            tables.append(measure(root, session))
    print(f"{'seconds':<22}" + "".join(f"{f'x{factor}':>10}" for factor in times))
    for name in tables[0]:
        print(f"{name:<22}" + "".join(f"{table[name]:>10.3f}" for table in tables))
    print(f"{'site / plain MkDocs':<22}" + "".join(f"{t['engine'] / t['plain MkDocs']:>10.2f}" for t in tables))


def enlarged(root: Path, session: str, factor: int) -> Path:
    """A copy of the project whose session has each part `factor` times, under other titles."""
    for name in ("content", "cases", "slides"):
        shutil.copytree(ROOT / name, root / name)
    names = []
    for path in sorted((root / "slides" / session).glob("*.md")):
        text = path.read_text(encoding="utf-8")
        for n in range(factor):
            names.append(f"{path.stem}-{n}")
            copied = re.sub(r"(?m)^## (.+)$", rf"## \1 ({n})", text)
            copied = re.sub(r"(?m)^id: *(.+)$", rf"id: \1-{n}", copied)
            path.with_stem(names[-1]).write_text(copied, encoding="utf-8")
        path.unlink()
    file = root / "content" / "sessies" / f"{session}.md"
    text = file.read_text(encoding="utf-8")
    file.write_text(re.sub(r"(?m)(^delen:\n)((?:  - .*\n)+)", rf"\1{listed(names)}", text), encoding="utf-8")
    return root


def listed(names: list[str]) -> str:
    return "".join(f"  - {name}\n" for name in names)


def measure(root: Path, session: str) -> dict[str, float]:
    took: dict[str, float] = {}
    clock = stopwatch(took)
    with clock("load"):
        course, _ = load_course(root, session)
    assert course is not None
    with clock("check"):
        check_course(course, TODAY)
    with clock("view"):
        seen, public = view(course, Audience.TRAINER), view(course, Audience.PARTICIPANT)
    with clock("deck"):
        deck.render(seen, Audience.TRAINER, {})
    with clock("pictures"):
        picture.render(seen, Audience.TRAINER, {})
    with clock("papers"):
        paper.render(public, Audience.PARTICIPANT, {})
    settings = config.own_settings()
    with clock("site tree"):
        pages = site.render(seen, Audience.TRAINER, {}).files
    tree, wanted = config.project(seen, Audience.TRAINER, pages, settings)
    with clock("engine"):
        engine_files = engine.build(tree, wanted, engine.MKDOCS)
    with clock("finish"):
        done = finish.finish(engine_files)
    with clock("guard"):
        made = [Artifact(path, data, ()) for path, data in done.items() if path.endswith(".html")]
        guard(secrets(places(root, session)), public, made)
    loaded = load_and_check(root, [session], TODAY)
    with clock("everything"):
        build(loaded, list(Audience))
    plain = {f"docs/{item.path}": item.data for item in pages}
    with clock("plain MkDocs"):
        engine.build(plain, BARE, engine.MKDOCS)
    return took


def stopwatch(took: dict[str, float]) -> Callable[[str], Any]:
    @contextmanager
    def clock(name: str) -> Iterator[None]:
        start = perf_counter()
        yield
        took[name] = perf_counter() - start

    return clock


if __name__ == "__main__":
    main([int(value) for value in sys.argv[1:]] or [1, 10, 30])
