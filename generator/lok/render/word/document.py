"""A Word document: paragraphs, lists and tables in, bytes of a .docx out.

All that python-docx keeps to itself and that we need stands here: it has no call for links, for lists that begin again
at one, for a heading row that a screen reader names, or for a file without the hour at which it was saved.
"""

from __future__ import annotations

import io
from collections.abc import Sequence
from datetime import datetime
from typing import Any

from docx import Document
from docx.enum.section import WD_ORIENT
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm, Twips

from lok.archive import contents, packed
from lok.derive.look import look
from lok.design.office import painted
from lok.model.course import Course
from lok.render.word.template import MARGIN, PAGE, template
from lok.words import LOCALE, words

Piece = Any
"""What python-docx, which has no types, gives: a paragraph, a table, a cell."""
ROW = 480
"""The height of a line to write on in a table, in twentieths of a point."""


class WordFile:
    """A document on A4 while paragraphs and tables are added at its end."""

    def __init__(self, *, lying: bool = False) -> None:
        self._file = Document(io.BytesIO(template()))
        self._styles = {each.name: each.style_id for each in self._file.styles}  # looked up once: it takes long
        self.width = (PAGE[1] if lying else PAGE[0]) - 2 * MARGIN
        """Of its text, in twentieths of a point."""
        if lying:
            section = self._file.sections[0]
            section.orientation = WD_ORIENT.LANDSCAPE
            section.page_width, section.page_height = Twips(PAGE[1]), Twips(PAGE[0])

    def paragraph(self, style: str, cell: Piece | None = None) -> Piece:
        """A new paragraph of a style, by its name, at the end of a cell or of the document."""
        made = (cell or self._file).add_paragraph() if cell is None or not _new(cell) else cell.paragraphs[0]
        made._p.style = self._styles[style]
        return made

    def look(self, run: Piece, style: str) -> None:
        """Give a run the look of a style of letters, by its name."""
        run._r.style = self._styles[style]

    def link(self, address: str, runs: Sequence[Piece]) -> None:
        """Make runs that follow each other lead to an address of the web, of mail or of a telephone."""
        relation = self._file.part.relate_to(address, RELATIONSHIP_TYPE.HYPERLINK, is_external=True)
        made = OxmlElement("w:hyperlink")
        made.set(qn("r:id"), relation)
        runs[0]._r.addprevious(made)
        for run in runs:
            self.look(run, "Hyperlink")
            made.append(run._r)

    def new_list(self, kind: int) -> int:
        """The number of a new list of a kind of the template, which begins at one."""
        numbering = self._file.part.numbering_part.element
        made = numbering.add_num(kind)
        made.add_lvlOverride(ilvl=0).add_startOverride(1)
        return int(made.numId)

    def table(self, rows: int, shares: Sequence[float], where: Piece | None = None) -> Piece:
        """A table with a heading row and columns of these shares of the width."""
        whole = self.width if where is None else self.width // 2
        made = (where or self._file).add_table(rows, len(shares))
        made.style, made.autofit = words("word")["table"], False
        widths = [Twips(round(whole * share / sum(shares))) for share in shares]
        for column, width in zip(made.columns, widths, strict=True):
            column.width = width
        for row in made.rows:
            for cell, width in zip(row.cells, widths, strict=True):
                cell.width = width
        _flag(made.rows[0], "w:tblHeader")
        for row in made.rows:
            _flag(row, "w:cantSplit", first=True)
        return made

    def hold(self, paragraph: Piece | None = None) -> None:
        """Keep a paragraph, or else the last one, on the page of what follows it."""
        held = paragraph or next(iter(self._file.paragraphs[-1:]), None)
        if held is not None:
            held.paragraph_format.keep_with_next = True

    def picture(self, data: bytes, width: float, alt: str, where: Piece | None = None) -> None:
        """A picture in a paragraph of its own, so many mm wide, with what it says to who does not see it."""
        shown = self.paragraph("Normal", where).add_run().add_picture(io.BytesIO(data), width=Mm(width))
        shown._inline.docPr.set("descr", alt)

    def track(self) -> None:
        """Keep every change that somebody makes visible as a change."""
        self._file.settings.element.insert(0, OxmlElement("w:trackRevisions"))

    def foot(self, text: str) -> None:
        """What stands below each page, with its number and how many there are."""
        paragraph = self._file.sections[0].footer.paragraphs[0]
        paragraph.style = "footer"
        before, _, rest = words("paper")["page_of"].partition("{page}")
        between, _, after = rest.partition("{pages}")
        paragraph.add_run(f"{text} · {before}")
        _field(paragraph, "PAGE")
        paragraph.add_run(between)
        _field(paragraph, "NUMPAGES")
        if after:
            paragraph.add_run(after)

    def mark(self, paragraph: Piece, name: str, number: int) -> None:
        """Put a bookmark around a paragraph: a name that stays when the document is saved elsewhere."""
        start, end = OxmlElement("w:bookmarkStart"), OxmlElement("w:bookmarkEnd")
        for each in (start, end):
            each.set(qn("w:id"), str(number))
        start.set(qn("w:name"), name)
        properties = paragraph._p.pPr
        paragraph._p.insert(0 if properties is None else 1, start)
        paragraph._p.append(end)

    def bytes(self, course: Course, title: str) -> bytes:
        """The file, with the title and the day of the course; nothing of whoever made it."""
        moment = datetime.combine(course.updated, datetime.min.time())
        core = self._file.core_properties
        core.title, core.author, core.last_modified_by = title, course.title, course.title
        core.created = core.modified = moment
        core.language, core.version, core.revision = LOCALE, course.version, 1
        stream = io.BytesIO()
        self._file.save(stream)
        return packed(b"", painted(contents(stream.getvalue()), look(course.face)))


def listed(paragraph: Piece, number: int, level: int) -> None:
    """Make a paragraph an item of a list, by the number of the list and its level from 0."""
    properties = paragraph._p.get_or_add_pPr().get_or_add_numPr()
    properties.get_or_add_ilvl().val = level
    properties.get_or_add_numId().val = number


def room(row: Piece, lines: int) -> None:
    """Make a row at least so many lines high."""
    row.height = Twips(lines * ROW)


def tab(paragraph: Piece) -> None:
    """A line to fill in, up to where the style of the paragraph ends it."""
    paragraph.add_run().add_tab()


def lines(paragraph: Piece, count: int) -> None:
    """Make an empty paragraph so many lines high: it grows with what is typed in it."""
    run = paragraph.add_run()
    for _ in range(count - 1):
        run.add_break()


def _new(cell: Piece) -> bool:
    """Whether a cell holds nothing but the empty paragraph that it begins with."""
    return len(cell.paragraphs) == 1 and len(cell.paragraphs[0]._p) == 0


def _flag(row: Piece, name: str, *, first: bool = False) -> None:
    properties = row._tr.get_or_add_trPr()
    properties.insert(0, OxmlElement(name)) if first else properties.append(OxmlElement(name))


def _field(paragraph: Piece, code: str) -> None:
    field = OxmlElement("w:fldSimple")
    field.set(qn("w:instr"), code)
    paragraph._p.append(field)
    run = paragraph.add_run("1")
    field.append(run._r)
