"""Papers beside WeasyPrint, in seconds of processor: a handout of 60 pages, and the words of every paper of a course.

usage: python bench/papers.py [PAGES]        run from the root of the project

Both make accessible PDFs (PDF/UA-1) of the same words in the same font on the same paper, in turn in one run, each time
in a fresh process; the best of two rounds counts: trust the ratio, not the seconds.

"handout" is a paper of ours, names beside the text, and a page of HTML of the same blocks. "plain" are the words of
every paper of the course, title and paragraphs, with the same page, sizes and space and lines broken the same way on
both sides (`plain.typ` and `words.STYLE`): what the two engines cost. "whole set" are the papers as they are, in their
own templates, which draw, measure and fit themselves to the page, beside those plain words by WeasyPrint.
"""

from __future__ import annotations

import json
import multiprocessing
import os
import pickle
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import replace
from itertools import cycle, islice
from pathlib import Path

import pypdfium2
import typst

from cost import spent
from lok.design import palette
from lok.model.audience import Audience
from lok.model.course import Course, Slide
from lok.model.library import Sheet
from lok.model.names import slug
from lok.model.text import Block, Picture, Section
from lok.read.course import load_course
from lok.render.html.prose import Writer
from lok.render.paper import paper
from lok.render.paper.document import press_all
from lok.typesetting import worker
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
    made = handout(seen, pages)
    texts = [html(made)] if name.startswith("handout") else [document(each, said) for each, said in words.items()]
    start = spent()
    if name.endswith("WeasyPrint"):
        files = [weasyprint(text) for text in texts]
    elif name == "whole set":
        files = [done.pdf for done in press_all([each for _, each in paper.documents(seen, Audience.TRAINER)], seen)]
    elif name == "plain":
        files = plain(words)
    else:
        files = [press_all([paper.single(made, made.sheets[0], "a4")], made)[0].pdf]
    seconds = spent() - start
    sheets = sum(len(pypdfium2.PdfDocument(file)) for file in files)
    return seconds, f"{len(files)} PDF, {sheets} pages, {sum(map(len, files)) // 1024} KiB"


def handout(course: Course, pages: int) -> Course:
    """A course with one sheet only, of about so many pages: its slides in turn, as often as it takes."""
    sections = [section(slide) for slide in course.slides]
    chosen = tuple(islice(cycle(sections), round(pages * SLIDES_PER_PAGE)))
    return replace(course, exercises=(), sheets=(sheet(course, "Handout", chosen),))


def plain(words: Words) -> list[bytes]:
    """A PDF of the words of each paper and nothing else, as the program has Typst make one."""
    place = Path(__file__).parent
    fonts = typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=[palette.FONTS])
    shared = {"template": str(place / "plain.typ"), "day": "2026-11-22", "labels": (), "bare": False}
    told = ({"title": title, "font": palette.TEXT_FONT, "paragraphs": said} for title, said in words.items())
    return [worker.answer(str(place), fonts, {**shared, "data": json.dumps(each)})[0][0] for each in told]


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
