"""How the time of a deck grows with its slides, and how it compares to pandoc on the same words, in seconds.

usage: python bench/decks.py [TIMES ...]        run from the root of the project

Pandoc comes with `pip install pypandoc_binary`, or stands on the path; without it its rows stay out. Both make the same
slides with the same notes side by side in one run, the best of three rounds counts: trust the ratio, not the seconds.
Pandoc draws title, text and notes only; ours adds layouts, roles, clicks, tables and measured text.
"""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from time import perf_counter

from lok.model.audience import Audience
from lok.model.course import Course
from lok.read.course import load_course
from lok.render.deck import deck
from lok.render.deck.notes_page import notes
from lok.render.deck.shapes import texts
from lok.session.lookup import lookup
from lok.slides.canvas import Par
from lok.slides.compose import canvases
from lok.view import view
from scale import ROOT, enlarged

ROUNDS = 3
NO_TEXT = ("badge", "part", "title", "opening", "section", "footer", "number")
"""Styles of words that pandoc's slides do not have, or have as their title."""


def main(times: Sequence[int]) -> None:
    session = next((ROOT / "content" / "sessies").glob("*.md")).stem
    program = pandoc()
    rows: dict[str, list[str]] = {name: [] for name in ("slides", "deck", "ms per slide", "read and deck")}
    if program:
        rows |= {"pandoc": [], "deck / pandoc": []}
    for factor in times:
        with tempfile.TemporaryDirectory() as folder:
            measure(enlarged(Path(folder), session, factor), session, program, rows)
    for name, values in rows.items():
        print(f"{name:<16}" + "".join(f"{value:>10}" for value in values))


def pandoc() -> str:
    """The program's path, or ""."""
    try:
        import pypandoc  # noqa: PLC0415  comes only with the benchmark
    except ImportError:
        return shutil.which("pandoc") or ""
    return str(pypandoc.get_pandoc_path())


def measure(root: Path, session: str, program: str, rows: dict[str, list[str]]) -> None:
    def course() -> Course:
        read, _ = load_course(root, session)
        assert read is not None
        return view(read, Audience.TRAINER)

    seen, source, target = course(), root / "deck.md", root / "deck.pptx"
    source.write_text("\n\n".join(markdown(seen)), encoding="utf-8")
    works: dict[str, Callable[[], object]] = {
        "deck": lambda: deck.render(seen, Audience.TRAINER, {}).files,
        "read and deck": lambda: deck.render(course(), Audience.TRAINER, {}).files,
    }
    if program:
        command = [program, "-f", "markdown", "-t", "pptx", "--slide-level=1", "-o", str(target), str(source)]
        works["pandoc"] = lambda: subprocess.run(command, check=True)
    took = dict.fromkeys(works, float("inf"))
    for _ in range(ROUNDS):
        for name, work in works.items():
            start = perf_counter()
            work()
            took[name] = min(took[name], perf_counter() - start)
    decks = len(deck.render(seen, Audience.TRAINER, {}).files)
    rows["slides"].append(str(len(seen.slides)))
    rows["ms per slide"].append(f"{took['deck'] / decks / len(seen.slides) * 1000:.2f}")
    for name, seconds in took.items():
        rows[name].append(f"{seconds:.2f}")
    if program:
        rows["deck / pandoc"].append(f"{took['deck'] / decks / took['pandoc']:.2f}")


def markdown(course: Course) -> Iterator[str]:
    """The words and notes of every slide, as pandoc reads them."""
    found = lookup(course)
    for _, slide, canvas in canvases(course):
        yield f"# {plain(slide.title)}"
        for text in texts(canvas):
            if text.style not in NO_TEXT:
                yield from map(written, text.pars)
        yield "::: notes"
        yield from map(written, notes(found, slide, ""))
        yield ":::"


def written(par: Par) -> str:
    words = plain("".join(run.text for run in par.runs))
    return f"- {words}" if par.level else words


def plain(text: str) -> str:
    return re.sub(r"([^\w\s])", r"\\\1", " ".join(text.split()))


if __name__ == "__main__":
    main([int(value) for value in sys.argv[1:]] or [1, 10, 30])
