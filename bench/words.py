"""The words of finished PDFs, as other tools and a plain paper of ours are given them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import escape
from pathlib import Path

import pypdfium2
from weasyprint import HTML
from weasyprint.text.fonts import FontConfiguration

from lok.design import palette

STYLE = """
@page { size: A4; margin: 14mm 16mm 17mm; @bottom-right { content: "pagina " counter(page) " van " counter(pages);
  font: 9pt Body } }
body { font: 11pt/1.35 Body; color: #16262e } p, ul { margin: .6em 0 }
h1 { font-size: 25pt; color: #0f3d4a } h2 { font-size: 12.5pt; color: #0f3d4a; break-after: avoid }
section { border-top: .5pt solid #55646c }
table { border-collapse: collapse; width: 100% } th, td { border-bottom: .5pt solid #55646c; text-align: left }
"""
FACES = {"Regular": "", "Bold": "font-weight: bold;", "Italic": "font-style: italic;"}
FONT = palette.TEXT_FONT.replace(" ", "")


def paragraphs(pdf: bytes) -> Iterator[str]:
    """The paragraphs of a PDF, as far as the ends of its sentences tell them."""
    with pypdfium2.PdfDocument(pdf) as opened:
        text = "\n".join(page.get_textpage().get_text_range() for page in opened)
    for found in re.split(r"(?<=[.?!:])\s*\n", text.replace("\ufffe", "").replace("\x02", "")):
        if words := " ".join(found.split()):
            yield words


def page(title: str, body: str) -> str:
    """A page of HTML for WeasyPrint, with our font and a plain style."""
    faces = "".join(
        f"@font-face {{ font-family: Body; {extra} src: url({(palette.FONTS / f'{FONT}-{name}.ttf').as_uri()}) }}"
        for name, extra in FACES.items()
    )
    head = f"<title>{escape(title)}</title><style>{STYLE}{faces}</style>"
    return f'<html lang="nl-BE"><head>{head}</head><body>{body}</body></html>'


def document(title: str, words: list[str]) -> str:
    """The words of one paper as a page."""
    return page(title, f"<h1>{escape(title)}</h1>" + "".join(f"<p>{escape(each)}</p>" for each in words))


def weasyprint(text: str) -> bytes:
    """An accessible PDF of a page, by WeasyPrint."""
    made = HTML(string=text, base_url="https://example.org/")
    return bytes(made.write_pdf(font_config=FontConfiguration(), pdf_variant="pdf/ua-1") or b"")


def weasyprint_all(folder: Path) -> None:
    """Every page in a folder as a PDF beside it, in one process."""
    for path in sorted(folder.glob("*.html")):
        path.with_suffix(".pdf").write_bytes(weasyprint(path.read_text(encoding="utf-8")))
