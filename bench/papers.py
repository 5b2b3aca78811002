"""How long a handout of 60 pages takes as a paper of ours and by WeasyPrint, and the whole set of papers, in seconds.

usage: python bench/papers.py [PAGES]        run from the root of the project

Both make an accessible PDF (PDF/UA-1) of the same words, the titles, bodies and notes of the course's slides, in the
same font on the same paper, in turn in one run, each time in a fresh process, because Typst remembers what it laid out;
the best of three rounds counts: trust the ratio, not the seconds.
"""

from __future__ import annotations

import multiprocessing
import sys
from collections.abc import Iterator
from dataclasses import replace
from itertools import cycle, islice
from time import perf_counter

import pypdfium2
from weasyprint import HTML
from weasyprint.text.fonts import FontConfiguration

from lok.design import palette
from lok.model.audience import Audience
from lok.model.course import Course, Slide
from lok.model.library import Sheet
from lok.model.text import Block, Picture, Section
from lok.read.course import load_course
from lok.render.html.prose import Writer
from lok.render.paper import paper
from lok.view import view
from scale import ROOT

ROUNDS = 3
SLIDES_PER_PAGE = 2.2
WORKS = ("ours", "WeasyPrint", "whole set")
Result = tuple[float, str]
STYLE = """
@page { size: A4; margin: 14mm 16mm 17mm; @bottom-right { content: "pagina " counter(page) " van " counter(pages);
  font: 9pt Body } }
body { font: 11pt/1.35 Body; color: #16262e } p, ul { margin: .6em 0 }
h1 { font-size: 25pt; color: #0f3d4a } h2 { font-size: 12.5pt; color: #0f3d4a; break-after: avoid }
section { border-top: .5pt solid #55646c }
table { border-collapse: collapse; width: 100% } th, td { border-bottom: .5pt solid #55646c; text-align: left }
"""
FACES = {"Regular": "", "Bold": "font-weight: bold;", "Italic": "font-style: italic;"}


def main(pages: int) -> None:
    best: dict[str, Result] = {}
    context = multiprocessing.get_context("spawn")
    for _ in range(ROUNDS):
        for name in WORKS:
            with context.Pool(1) as fresh:
                result = fresh.apply(measured, (name, pages))
            best[name] = min(result, best.get(name, result))
    for name, (seconds, done) in best.items():
        print(f"{name:<18}{seconds:>8.2f} s  {done}")
    print(f"{'ours / WeasyPrint':<18}{best['ours'][0] / best['WeasyPrint'][0]:>8.2f}")


def measured(name: str, pages: int) -> Result:
    """Seconds of one work, and what it made. Reading the course and choosing the words do not count."""
    session = next((ROOT / "content" / "sessies").glob("*.md")).stem
    read, _ = load_course(ROOT, session)
    assert read is not None
    course = view(read, Audience.TRAINER)
    made, words = handout(course, pages), ""
    if name == "WeasyPrint":
        words = html(made)
    start = perf_counter()
    match name:
        case "ours":
            files = [file.data for file in paper.render(made, Audience.TRAINER, {}).files]
        case "WeasyPrint":
            files = [weasyprint(words)]
        case _:
            files = [file.data for file in paper.render(course, Audience.TRAINER, {}).files]
    took = perf_counter() - start
    total = sum(len(pypdfium2.PdfDocument(data)) for data in files)
    return took, f"{len(files)} PDF, {total} pages, {sum(map(len, files)) // 1024} KiB"


def handout(course: Course, pages: int) -> Course:
    """A course with one sheet only, of about so many pages: its slides in turn, as often as it takes."""
    sections = [section(slide) for slide in course.slides]
    chosen = tuple(islice(cycle(sections), round(pages * SLIDES_PER_PAGE)))
    made = Sheet("handout", "Handout", "", None, ("a4",), course.span, (), chosen)
    return replace(course, agenda=(), exercises=(), sheets=(made,), bundle=None, duo_bundle=None)


def section(slide: Slide) -> Section:
    blocks = (*slide.body, *slide.question, *(block for note in slide.notes for block in note.blocks))
    return Section(slide.id, slide.title, slide.span, tuple(filter(is_text, blocks)))


def is_text(block: Block) -> bool:
    return not isinstance(block, Picture)


def html(course: Course) -> str:
    """The same handout as a page of HTML."""
    return f'<html lang="nl-BE"><head><title>Handout</title></head><body>{"".join(parts(course))}</body></html>'


def parts(course: Course) -> Iterator[str]:
    writer = Writer.of("handout.html", course)
    yield "<h1>Handout</h1>"
    for each in course.sheets[0].sections:
        yield f"<section><h2>{each.title}</h2>{writer.prose(each.blocks)}</section>"


def weasyprint(words: str) -> bytes:
    faces = (
        f"@font-face {{ font-family: Body; {extra} src: url({(palette.FONTS / f'{FONT}-{name}.ttf').as_uri()}) }}"
        for name, extra in FACES.items()
    )
    style = f"<style>{STYLE}{''.join(faces)}</style>"
    page = HTML(string=words.replace("</head>", f"{style}</head>"), base_url="https://example.org/")
    return bytes(page.write_pdf(font_config=FontConfiguration(), pdf_variant="pdf/ua-1") or b"")


FONT = palette.TEXT_FONT.replace(" ", "")

if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 60)
