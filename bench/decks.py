"""How the time of the decks of a course grows with its slides, beside pandoc on the same words; seconds of processor.

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

from cost import spent
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
from project import SESSION, enlarged

ROUNDS = 3
NO_TEXT = ("badge", "part", "title", "opening", "section", "footer", "number")
"""Styles of words that pandoc's slides do not have, or have as their title."""


def main(times: Sequence[int]) -> None:
    program = pandoc()
    rows: dict[str, list[str]] = {name: [] for name in ("slides", "decks", "ms per slide", "read and decks")}
    if program:
        rows |= {"pandoc": [], "decks / pandoc": []}
    for factor in times:
        with tempfile.TemporaryDirectory() as folder:
            measure(enlarged(Path(folder), factor), program, rows)
    for name, values in rows.items():
        print(f"{name:<16}" + "".join(f"{value:>10}" for value in values))


def pandoc() -> str:
    """The program's path, or ""."""
    try:
        import pypandoc  # noqa: PLC0415  comes only with the benchmark
    except ImportError:
        return shutil.which("pandoc") or ""
    return str(pypandoc.get_pandoc_path())


def measure(root: Path, program: str, rows: dict[str, list[str]]) -> None:
    def course() -> Course:
        read, _ = load_course(root, SESSION)
        assert read is not None
        return view(read, Audience.TRAINER)

    seen, target = course(), root / "deck.pptx"
    sources = written_out(seen, root)
    works: dict[str, Callable[[], object]] = {
        "decks": lambda: deck.render(seen, Audience.TRAINER, {}).files,
        "read and decks": lambda: deck.render(course(), Audience.TRAINER, {}).files,
    }
    if program:
        works["pandoc"] = lambda: [subprocess.run(command(program, each, target), check=True) for each in sources]
    took = dict.fromkeys(works, float("inf"))
    for _ in range(ROUNDS):
        for name, work in works.items():
            start = spent()
            work()
            took[name] = min(took[name], spent() - start)
    rows["slides"].append(str(len(seen.slides)))
    rows["ms per slide"].append(f"{took['decks'] / len(sources) / len(seen.slides) * 1000:.2f}")
    for name, seconds in took.items():
        rows[name].append(f"{seconds:.2f}")
    if program:
        rows["decks / pandoc"].append(f"{took['decks'] / took['pandoc']:.2f}")


def written_out(course: Course, folder: Path) -> list[Path]:
    """What pandoc reads, a file for each deck of ours: with the notes of all speakers, and of each."""
    paths = []
    for reader in ("", *(role.id for role in course.roles)):
        paths.append(folder / f"deck-{reader or 'all'}.md")
        paths[-1].write_text("\n\n".join(markdown(course, reader)), encoding="utf-8")
    return paths


def command(program: str, source: Path, target: Path) -> list[str]:
    """How pandoc makes a deck."""
    return [program, "-f", "markdown", "-t", "pptx", "--slide-level=1", "-o", str(target), str(source)]


def markdown(course: Course, reader: str) -> Iterator[str]:
    """The words of every slide and the notes for a reader, by the id of the role, as pandoc reads them."""
    found = lookup(course)
    for _, slide, canvas in canvases(course):
        yield f"# {plain(slide.title)}"
        for text in texts(canvas):
            if text.style not in NO_TEXT:
                yield from map(written, text.pars)
        yield "::: notes"
        yield from map(written, notes(found, slide, reader))
        yield ":::"


def written(par: Par) -> str:
    words = plain("".join(run.text for run in par.runs))
    return f"- {words}" if par.level else words


def plain(text: str) -> str:
    return re.sub(r"([^\w\s])", r"\\\1", " ".join(text.split()))


if __name__ == "__main__":
    main([int(value) for value in sys.argv[1:]] or [1, 10, 30])
