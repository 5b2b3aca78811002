"""A table that a spreadsheet saved in (.csv, .xlsx), its rows of cells with their places out."""

from __future__ import annotations

import csv
import io
import warnings
from collections.abc import Iterator, Sequence
from datetime import date, datetime, time
from zipfile import ZipFile

from openpyxl import load_workbook

from lok.model.names import clean
from lok.model.place import Span
from lok.read.invisible import folded
from lok.read.scan import Value

Row = tuple[Value, ...]
SEPARATORS = (";", "\t", ",")
MOST_ROWS, MOST_COLUMNS = 1_000, 50
LONGEST_LINE = 10_000
LARGEST = 50_000_000
"""Bytes of an unpacked workbook."""
ZIP, OLD_EXCEL = b"PK\x03\x04", b"\xd0\xcf\x11\xe0"


class TableError(Exception):
    """What is wrong with a table as a whole: a Dutch message, its line (from 1) and what to do."""

    def __init__(self, message: str, tip: str, line: int = 1) -> None:
        super().__init__(message)
        self.message, self.tip, self.line = message, tip, line


def rows(path: str, raw: bytes) -> tuple[Row, ...]:
    """The rows that hold anything. In a workbook these are of its first sheet, and a column is counted in cells.

    Raises TableError where nothing can be made of it.
    """
    if raw.startswith(OLD_EXCEL):
        raise TableError("dit is een oud Excelbestand", _SAVE)
    found = _workbook(path, raw) if raw.startswith(ZIP) else _lines(path, text_of(raw))
    kept = tuple(row for row in found if any(value.text for value in row))
    if len(kept) > MOST_ROWS:
        raise TableError(f"deze tabel telt meer dan {MOST_ROWS} rijen", "verdeel ze over meer bestanden", MOST_ROWS)
    return kept


def text_of(raw: bytes) -> str:
    """The text of a file that a spreadsheet may have saved in the letters of Windows or as "Unicode-tekst"."""
    if raw[:2] in (b"\xff\xfe", b"\xfe\xff"):
        return folded(raw.decode("utf-16", "replace"))
    if b"\0" in raw[:200]:
        return folded(raw.decode("utf-16-le" if raw[1:2] == b"\0" else "utf-16-be", "replace"))
    try:
        return folded(raw.decode("utf-8-sig"))
    except UnicodeDecodeError:
        return folded(raw.decode("cp1252", "replace"))


def _lines(path: str, text: str) -> Iterator[Row]:
    """The rows of a text. Raises TableError where a line is too long for one, or has no end of its quotes."""
    lines = text.split("\n")
    if long := next((n for n, line in enumerate(lines, 1) if len(line) > LONGEST_LINE), 0):
        raise TableError("deze regel is te lang voor een rij", "kijk na of dit de tabel met avonden is", long)
    first = next((line for line in lines if line.strip()), "")
    named = first.lower().startswith("sep=") and len(first.strip()) <= 5
    sign = (first[4:5] or "\t") if named else max(SEPARATORS, key=first.count)
    if named:
        lines[lines.index(first)] = ""
    reader, start = csv.reader(io.StringIO("\n".join(lines)), delimiter=sign, strict=True), 1
    try:
        for cells in reader:
            yield _placed(path, start, lines[start - 1], cells[:MOST_COLUMNS])
            start = reader.line_num + 1
    except csv.Error as wrong:
        tip = 'laat de aanhalingstekens weg, of zet er twee: `"Zaal ""De Kring"" boven"`'
        raise TableError("de aanhalingstekens in deze rij kloppen niet", tip, start) from wrong


def _placed(path: str, number: int, line: str, cells: Sequence[str]) -> Row:
    """The cells of a row, each with its column: its words are looked up again behind those of the cell before."""
    found, at = [], 0
    for cell in cells:
        at = max(at, line.find(cell.strip().split("\n")[0], at))
        found.append(Value(clean(cell), Span(path, number, at + 1)))
        at += len(cell.strip())
    return tuple(found)


def _workbook(path: str, raw: bytes) -> Iterator[Row]:
    """The rows of the first sheet. Raises TableError where it is no workbook, or a very large one."""
    try:
        with ZipFile(io.BytesIO(raw)) as packed:
            if sum(entry.file_size for entry in packed.infolist()) > LARGEST:
                raise TableError("dit Excelbestand is te groot", _SAVE)
            if "mimetype" in packed.namelist():
                raise TableError("dit is geen Excelbestand", _SAVE)
        with warnings.catch_warnings(action="ignore"):
            book = load_workbook(io.BytesIO(raw), read_only=True, data_only=True)
            sheet = book.worksheets[0]
            sheet.reset_dimensions()
            cells = list(sheet.iter_rows(max_row=MOST_ROWS + 1, max_col=MOST_COLUMNS, values_only=True))
    except TableError:
        raise
    except Exception as wrong:  # openpyxl raises whatever its parts raise
        raise TableError("dit Excelbestand is niet te lezen", _SAVE) from wrong
    for number, row in enumerate(cells, 1):
        yield tuple(Value(_text(cell), Span(path, number, n)) for n, cell in enumerate(row, 1))


def _text(cell: object) -> str:
    """A cell as its author sees it: a day, an hour, a number or words."""
    match cell:
        case None:
            return ""
        case datetime():
            return f"{cell:%d/%m/%Y}" if cell.time() == time() else f"{cell:%d/%m/%Y %H:%M}"
        case date():
            return f"{cell:%d/%m/%Y}"
        case time():
            return f"{cell:%H:%M}"
        case float() if cell == int(cell):
            return str(int(cell))
    return clean(folded(str(cell)))


_SAVE = "bewaar de tabel als .xlsx of als .csv"
