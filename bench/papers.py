"""Papers beside WeasyPrint, in seconds of processor: a handout of 60 pages, and the words of every paper of a course.

usage: python bench/papers.py [PAGES]        run from the root of the project

Both make accessible PDFs (PDF/UA-1) of the same words in the same font on the same paper, in turn in one run, each time
in a fresh process; the best of two rounds counts: trust the ratio, not the seconds. "plain" are the words of every
paper of the course in one plain template of ours; "whole set" the papers as they are, which fit themselves to the page.
"""

from __future__ import annotations

import multiprocessing
import os
import pickle
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import replace
from itertools import cycle, islice
from pathlib import Path

from cost import spent
from lok.model.audience import Audience
from lok.model.course import Course, Slide
from lok.model.library import Sheet
from lok.model.names import slug
from lok.model.text import Block, Paragraph, Picture, Plain, Section
from lok.read.course import load_course
from lok.render.html.prose import Writer
from lok.render.paper import paper
from lok.render.paper.document import press_all
from lok.view import view
from project import ROOT, SESSION
from words import document, page, paragraphs, weasyprint

ROUNDS = 2
SLIDES_PER_PAGE = 2.2
WORKS = ("handout", "handout, WeasyPrint", "plain", "plain, WeasyPrint", "whole set")
RATIOS = (("handout", "handout, WeasyPrint"), ("plain", "plain, WeasyPrint"), ("whole set", "plain, WeasyPrint"))
Words = dict[str, list[str]]


def main(pages: int) -> None:
    os.environ["LOK_CACHE"] = "-"
    best: dict[str, tuple[float, str]] = {}
    context = multiprocessing.get_context("spawn")
    with tempfile.TemporaryDirectory() as folder:
        kept = Path(folder) / "words"
        with context.Pool(1) as fresh:
            kept.write_bytes(fresh.apply(all_words))
        for _ in range(ROUNDS):
            for name in WORKS:
                with context.Pool(1) as fresh:
                    result = fresh.apply(measured, (name, pages, kept))
                best[name] = min(result, best.get(name, result))
    for name, (seconds, done) in best.items():
        print(f"{name:<24}{seconds:>8.2f} s  {done}")
    for one, other in RATIOS:
        print(f"{one + ' / WeasyPrint':<24}{best[one][0] / best[other][0]:>8.2f}")


def course() -> Course:
    read, _ = load_course(ROOT, SESSION)
    assert read is not None
    return view(read, Audience.TRAINER)


def all_words() -> bytes:
    """The paragraphs of each paper of the course by its title, pickled."""
    seen = course()
    wanted = list(paper.documents(seen, Audience.TRAINER))
    done = press_all([made for _, made in wanted], seen)
    found = zip(wanted, done, strict=True)
    return pickle.dumps({f"{file.title} {file.path}": list(paragraphs(one.pdf)) for (file, _), one in found})


def measured(name: str, pages: int, kept: Path) -> tuple[float, str]:
    """Seconds of one work, and what it made. Reading the course and choosing the words do not count."""
    words: Words = pickle.loads(kept.read_bytes())
    seen = course()
    made = handout(seen, pages) if name.startswith("handout") else plain(seen, words)
    texts = [html(made)] if name.startswith("handout") else [document(each, said) for each, said in words.items()]
    start = spent()
    if name.endswith("WeasyPrint"):
        files = [weasyprint(text) for text in texts]
    elif name == "whole set":
        files = [done.pdf for done in press_all([each for _, each in paper.documents(seen, Audience.TRAINER)], seen)]
    else:
        files = [done.pdf for done in press_all([paper.single(made, each, "a4") for each in made.sheets], made)]
    return spent() - start, f"{len(files)} PDF, {sum(map(len, files)) // 1024} KiB"


def handout(course: Course, pages: int) -> Course:
    """A course with one sheet only, of about so many pages: its slides in turn, as often as it takes."""
    sections = [section(slide) for slide in course.slides]
    chosen = tuple(islice(cycle(sections), round(pages * SLIDES_PER_PAGE)))
    return replace(course, exercises=(), sheets=(sheet(course, "Handout", chosen),))


def plain(course: Course, words: Words) -> Course:
    """A course with a sheet for each paper, that has its words and nothing else."""
    sheets = (
        sheet(course, title, (Section("a", title, course.span, tuple(Paragraph((Plain(each),)) for each in said)),))
        for title, said in words.items()
    )
    return replace(course, exercises=(), sheets=tuple(sheets))


def sheet(course: Course, title: str, sections: tuple[Section, ...]) -> Sheet:
    return Sheet(slug(title), title, "", None, ("a4",), course.span, (), sections)


def section(slide: Slide) -> Section:
    blocks = (*slide.body, *slide.question, *(block for note in slide.notes for block in note.blocks))
    return Section(slide.id, slide.title, slide.span, tuple(filter(is_text, blocks)))


def is_text(block: Block) -> bool:
    return not isinstance(block, Picture)


def html(course: Course) -> str:
    """The same handout as a page of HTML."""
    return page("Handout", "".join(parts(course)))


def parts(course: Course) -> Iterator[str]:
    writer = Writer.of("handout.html", course, marks=False)
    yield "<h1>Handout</h1>"
    for each in course.sheets[0].sections:
        yield f"<section><h2>{each.title}</h2>{writer.prose(each.blocks)}</section>"


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 60)
