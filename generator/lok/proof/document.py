"""A course in, one Word document for its reviewers out: all that its authors wrote, each piece with its file and line.

It begins with what nobody confirmed yet, with room to sign for each profession. It holds trainer text: no build has it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import count, groupby

from lok.exercises.flow import bold, said
from lok.model.course import Course
from lok.model.library import Entry
from lok.proof.pieces import Kind, Piece
from lok.proof.places import name
from lok.render.paper import nodes
from lok.render.paper.nodes import Node
from lok.render.paper.records import origin
from lok.render.word.document import Piece as Element
from lok.render.word.document import WordFile, listed
from lok.render.word.flow import Writer, text
from lok.render.word.template import BULLETS, LEVELS, NUMBERS
from lok.words import words

Pieces = Mapping[str, Sequence[Piece]]
"""The pieces of author files by their paths."""
Chapter = tuple[str, str, Sequence[Piece]]
"""A title, the path of its file and its pieces."""
LISTS = {Kind.POINT: "List Bullet", Kind.NUMBERED: "List Number"}
"""The styles of points."""
APART = 9999
"""Stands for the cell of a name that is used a second time: each bookmark needs a name of its own."""
SIGNED = 3
"""How much wider the column of what is to be confirmed is than one to sign in."""


def proof(course: Course, files: Pieces) -> bytes:
    """The document as bytes of a .docx; changes in it are tracked from the start. `files` are those of the project."""
    w = words("proof")
    made = _Proof(course)
    made.heading(w["title"].format(title=course.title), 1)
    made.said(w["how"], w["how_track"], w["how_back"])
    unsure = [entry for entry in (*course.facts, *course.terms, *course.references) if entry.unsure]
    if unsure:
        made.heading(w["confirm"], 1)
        made.said(w["confirm_how"])
        made.signatures(unsure)
    for title, chapters in _chapters(course, files):
        made.heading(title, 1)
        for name_of, path, pieces in chapters:
            made.heading(name_of, 2)
            made.pieces(path, pieces)
    return made.bytes()


def _chapters(course: Course, files: Pieces) -> Iterator[tuple[str, list[Chapter]]]:
    """The chapters of the document, those of a kind under one title."""
    w = words("site")
    parts = dict.fromkeys((part.title, part.span.path) for part in course.parts)
    evening = ((course.title, course.span.path), *parts)
    yield w["deel"], [(title, path, files[path]) for title, path in evening if path in files]
    for key, items in (
        ("casussen", [(each.name, each.span.path) for each in course.cases]),
        ("oefeningen", [(each.title, each.span.path) for each in course.exercises]),
        ("bladen", [(each.title, each.span.path) for each in course.sheets]),
    ):
        if items:
            yield w[key], [(title, path, files[path]) for title, path in items]
    for key, entries in (("feiten", course.facts), ("begrippen", course.terms), ("bronnen", course.references)):
        if entries:
            yield w[key], [(each.title, each.span.path, _of(each, files[each.span.path])) for each in entries]


def _of(entry: Entry, pieces: Sequence[Piece]) -> list[Piece]:
    """The pieces of one entry: from its title up to the next."""
    start = entry.span.line
    others = [each.line for each in pieces if each.kind is Kind.HEADING and each.level == 2 and each.line > start]
    return [each for each in pieces if start <= each.line and not (others and each.line >= others[0])]


class _Proof:
    """The document while it is written."""

    def __init__(self, course: Course) -> None:
        self.course = course
        self.file = WordFile()
        self.file.track()
        self.writer = Writer(self.file, {})
        self.numbers = count(1)
        self.list = 0
        """The number of the list that the last piece stands in, or 0."""

    def heading(self, title: str, level: int) -> None:
        self.writer.heading(title, level)

    def said(self, *paragraphs: str) -> None:
        for each in paragraphs:
            self.writer.paragraph(text(each))

    def pieces(self, path: str, pieces: Iterable[Piece]) -> None:
        """The pieces of a file; rows that follow each other are a table."""
        for is_row, group in groupby(pieces, key=lambda piece: piece.kind is Kind.ROW):
            if is_row:
                self.rows(path, [*group])
            else:
                for piece in group:
                    self.piece(path, piece)
            self.list = 0

    def piece(self, path: str, piece: Piece) -> None:
        """One piece with its place behind it."""
        style = LISTS.get(piece.kind, "Normal")
        if piece.kind is Kind.HEADING:
            style = f"Heading {min(piece.level + 1, 6)}"
        elif piece.kind is Kind.KEY:
            style = words("word")["small"]
        made = self.file.paragraph(style)
        self.writer.inlines(made, piece.cells[0])
        if piece.kind in LISTS:
            listed(made, self.number(piece), min(piece.level, LEVELS - 1))
        elif piece.kind is not Kind.KEY:
            self.list = 0
        self.place(made, path, piece.line, 0, piece.texts[0])
        self.tell(made, path, piece.line)

    def number(self, piece: Piece) -> int:
        """The number of the list of a point: numbered points that follow each other count on."""
        if piece.kind is Kind.POINT:
            return BULLETS
        self.list = self.list or self.file.new_list(NUMBERS)
        return self.list

    def rows(self, path: str, rows: Sequence[Piece]) -> None:
        """A table, each cell with its place."""
        width = max(len(row.cells) for row in rows)
        table = self.file.table(len(rows), [1] * width)
        for row, drawn in zip(rows, table.rows, strict=True):
            cells = list(drawn.cells)
            for n, (inlines, told, cell) in enumerate(zip(row.cells, row.texts, cells, strict=False)):
                made = self.file.paragraph("Normal", cell)
                self.writer.inlines(made, inlines)
                self.place(made, path, row.line, n, told)
            self.tell(cells[-1].paragraphs[-1], path, row.line)
        self.file.paragraph(words("word")["gap"])

    def signatures(self, unsure: Sequence[Entry]) -> None:
        """What somebody must still confirm, with room for each profession to do so."""
        w = words("proof")
        roles = [role.name for role in self.course.roles]
        table = self.file.table(len(unsure) + 1, [SIGNED, *(1 for _ in roles)])
        for cell, title in zip(table.rows[0].cells, (w["what"], *roles), strict=True):
            Writer(self.file, {}, where=cell).paragraph(text(title))
        known = nodes.facts(self.course)
        for entry, row in zip(unsure, list(table.rows)[1:], strict=True):
            cells = list(row.cells)
            Writer(self.file, {}, where=cells[0]).all(self.claim(entry, known))
            self.place(cells[0].paragraphs[0], entry.span.path, entry.span.line, APART, entry.title)
            self.tell(cells[0].paragraphs[0], entry.span.path, entry.span.line)
            for cell in cells[1:]:
                Writer(self.file, {}, where=cell).all(map(said, (w["right"], w["name"], w["date"], w["signature"])))
        self.file.paragraph(words("word")["gap"])

    def claim(self, entry: Entry, known: nodes.Facts) -> list[Node]:
        """What an entry says, and where that comes from."""
        short = [said(entry.short)] if entry.short else []
        return [*bold(entry.title), *short, *nodes.blocks(entry.blocks, known), said(" ".join(origin(entry)))]

    def place(self, paragraph: Element, path: str, line: int, cell: int, told: str) -> None:
        """Put a paragraph in the bookmark of its piece."""
        number = next(self.numbers)
        self.file.mark(paragraph, name(path, line, cell, told), number)

    def tell(self, paragraph: Element, path: str, line: int) -> None:
        """The file and the line, quiet, behind a paragraph."""
        self.file.look(paragraph.add_run(f" {path}:{line}"), words("word")["place"])

    def bytes(self) -> bytes:
        w = words("proof")
        self.file.foot(w["foot"].format(version=self.course.version))
        return self.file.bytes(self.course, w["title"].format(title=self.course.title))
