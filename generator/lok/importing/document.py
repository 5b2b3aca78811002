"""A Word document of running text in, a sheet or a case in our format out."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from docx import Document
from docx.oxml.ns import qn
from docx.table import Table as WordTable
from docx.text.hyperlink import Hyperlink

from lok.importing import package
from lok.importing.headings import heading, title
from lok.importing.letters import line
from lok.importing.paragraphs import DEEPEST, NOWHERE, Par, Run, inlines, nested
from lok.importing.pictures import Album, described
from lok.importing.report import Made, Todo
from lok.importing.tables import MERGED, as_table, joined
from lok.importing.to_markdown import written
from lok.model.text import Block, Blocks, Inlines, Paragraph, Picture, Plain, Strong
from lok.read.cases import PART, REACTION
from lok.read.format import CASE, FileFormat
from lok.read.headings import DEEPEST as DEEPEST_HEADING
from lok.read.headings import word

HEADING = re.compile(r"(?:heading|kop) (\d)$", re.IGNORECASE)
TITLES = ("title", "titel")
ACCEPTED = ("w:ins", "w:moveTo", "w:smartTag", "w:sdt", "w:sdtContent", "w:fldSimple", "w:customXml")
"""What stands around words that are in the text."""
REMOVED = ("w:del", "w:moveFrom")
UNREAD = {
    "w:footnoteReference": "voetnoten zijn niet overgenomen",
    "w:endnoteReference": "eindnoten zijn niet overgenomen",
    "w:commentReference": "opmerkingen van lezers zijn niet overgenomen",
    "w:txbxContent": "een tekstvak is niet overgenomen",
    "m:oMath": "een formule is niet overgenomen: typ ze over, met gewone tekens",
    "w:object": "een ingesloten object is niet overgenomen",
    "w:ins": "voorstellen om tekst te wijzigen staan er als aanvaard",
}


@dataclass(frozen=True)
class Chapter:
    """A heading, of a level from 1 (0 where text has none), and what stands below it."""

    level: int
    title: str
    blocks: Blocks


def files(name: str, data: bytes, form: FileFormat, id: str, album: Album) -> Made:
    """The sheet or case of that id with its pictures, by paths in the project. Raises RefusedError."""
    parts = package.opened(name, data, package.DOCUMENT)
    told: list[str] = []
    try:
        found = Document(io.BytesIO(package.packed(parts)))
        body = found.element.body
        told += [sentence for tag, sentence in UNREAD.items() if next(body.iter(_name(tag)), None) is not None]
        _accept(body)
        called, chapters = _chapters(found, album, told)
    except Exception as wrong:  # python-docx raises whatever its parts raise
        raise package.RefusedError(package.damaged(name)) from wrong
    if not any(chapter.title or chapter.blocks for chapter in chapters):
        raise package.RefusedError(f"{name} bevat geen tekst")
    path = f"{form.folder}/{id}.md"
    called = title(called or next((each.title for each in chapters if each.title), ""), told) or id
    text, todo = (_case if form is CASE else _sheet)(called, chapters, path)
    beside = {f"{form.folder}/{picture}": kept for picture, kept in album.files.items()}
    macros = ("de macro's in dit bestand zijn niet gelezen en niet overgenomen",) if package.has_macros(parts) else ()
    return Made({path: text.encode(), **beside}, todo, (*dict.fromkeys(told), *macros))


def _sheet(called: str, chapters: Sequence[Chapter], path: str) -> tuple[str, tuple[Todo, ...]]:
    """A sheet: each heading at the depth that it has among the others."""
    lines, depths = [f"---\ntitel: {called}\n---"], list[int]()
    for chapter in chapters:
        if chapter.title:
            depths = [*(each for each in depths if each < chapter.level), chapter.level]
            deep = min(len(depths) + 1, DEEPEST_HEADING)
            lines.append(heading(deep, title(chapter.title, [])))
        lines += filter(None, [written(chapter.blocks)])
    return "\n\n".join(lines) + "\n", (Todo(path, 2, "geef het blad een titel, en `uitdelen:` als je het uitdeelt"),)


def _case(called: str, chapters: Sequence[Chapter], path: str) -> tuple[str, tuple[Todo, ...]]:
    """A case: a part for each heading, whose words stand in bold where they are not ours."""
    lines = [f"---\nnaam: {called}\nverzonnen: nee\n---"]
    number = 0
    for chapter in chapters:
        ours = any(form.match(chapter.title) for form in (PART, REACTION)) or word(chapter.title) == "trainer"
        match = PART.match(word(chapter.title))
        if match or not ours:
            number = max(number + 1, int(match.group(1)) if match else 0)
        lines.append(heading(2, f"Deel {number}" if match or not ours else title(chapter.title, [])))
        if chapter.title and not match and not ours:
            lines.append(written((Paragraph((Strong((Plain(chapter.title),)),)),)))
        lines += filter(None, [written(chapter.blocks)])
    what = "is dit verhaal verzonnen, of onherkenbaar gemaakt? Schrijf dan `verzonnen: ja`"
    return "\n\n".join(lines) + "\n", (Todo(path, 2, "geef de casus de naam van wie ze gaat"), Todo(path, 3, what))


def _chapters(found: Any, album: Album, told: list[str]) -> tuple[str, list[Chapter]]:
    """The title of a document, and its text cut at its headings."""
    called, level, name = line(found.core_properties.title or "", told), 0, ""
    chapters: list[Chapter] = []
    pieces: list[Par | Block] = []
    for item in found.iter_inner_content():
        style = "" if isinstance(item, WordTable) else item.style.name or ""
        match = HEADING.match(style)
        words = "" if isinstance(item, WordTable) else line(item.text, told)
        if words and (match or style.lower() in TITLES):
            chapters += _closed(level, name, pieces)
            pieces = []
            level, name = (int(match.group(1)), words) if match else (0, "")
            called = called if match else words
        else:
            pieces += _pieces(item, style, album, told)
    return called, [*chapters, *_closed(level, name, pieces)]


def _closed(level: int, name: str, pieces: Sequence[Par | Block]) -> Iterator[Chapter]:
    """A chapter, where it says anything."""
    blocks: list[Block] = []
    running: list[Par] = []
    for piece in (*pieces, None):
        if isinstance(piece, Par):
            running.append(piece)
            continue
        blocks += nested(running)
        running = []
        blocks += [piece] if piece is not None else []
    if name or blocks:
        yield Chapter(level, name, tuple(blocks))


def _pieces(item: Any, style: str, album: Album, told: list[str]) -> Iterator[Par | Block]:
    """A paragraph, with the pictures in it below it, or a table."""
    if isinstance(item, WordTable):
        yield from filter(None, [_table(item, told)])
        return
    mark, level = _mark(item, style)
    yield Par(_inlines(item, told), level, mark)
    for blip in item._p.iter(qn("a:blip")):
        yield from _picture(blip, item, album, told)


def _inlines(paragraph: Any, told: list[str]) -> Inlines:
    runs = [run for each in paragraph.iter_inner_content() for run in _runs(each)]
    return inlines(runs, told)


def _runs(item: Any) -> Iterator[Run]:
    if isinstance(item, Hyperlink):
        for run in item.runs:
            yield Run(_text(run), bool(run.bold), bool(run.italic), item.url)
    else:
        yield Run(_text(item), bool(item.bold), bool(item.italic))


def _text(run: Any) -> str:
    return str(run.text).replace("\n", "\v")


def _table(table: WordTable, told: list[str]) -> Block | None:
    """The cells of a table; python-docx gives a merged one wherever it reaches."""
    rows = []
    for row in table.rows:
        rows.append([joined([Par(_inlines(each, told)) for each in cell.paragraphs]) for cell in row.cells])
        if len({id(cell._tc) for cell in row.cells}) < len(row.cells) and MERGED not in told:
            told.append(MERGED)
    return as_table(rows)


def _mark(paragraph: Any, style: str) -> tuple[str, int]:
    """The mark of a point and its depth, by its own numbering or that of its style."""
    own = paragraph._p.pPr.numPr if paragraph._p.pPr is not None else None
    named = re.match(r"(?:list|lijst) ?(bullet|number|opsom\w*|nummer\w*) ?(\d)?", style, re.IGNORECASE)
    if own is not None and own.numId is not None:
        level = own.ilvl.val if own.ilvl is not None else 0
        return _numbering(paragraph, own.numId.val, level), min(level, DEEPEST)
    if named:
        level = int(named.group(2) or 1) - 1
        return "1." if named.group(1).lower().startswith("n") else "-", level
    return "", 0


def _numbering(paragraph: Any, id: int, level: int) -> str:
    """Whether a list of this id counts at this level; 0 is no list."""
    if not id:
        return ""
    try:
        root = paragraph.part.numbering_part.element
    except (KeyError, NotImplementedError):
        return "-"
    kinds = root.xpath(
        f"//w:abstractNum[@w:abstractNumId=//w:num[@w:numId={id}]/w:abstractNumId/@w:val]"
        f"/w:lvl[@w:ilvl={level}]/w:numFmt/@w:val"
    )
    return "-" if not kinds or kinds[0] == "bullet" else "" if kinds[0] == "none" else "1."


def _picture(blip: Any, paragraph: Any, album: Album, told: list[str]) -> Iterator[Picture]:
    part = paragraph.part.related_parts.get(blip.get(qn("r:embed")))
    said = blip.xpath("string(ancestor::w:drawing//wp:docPr/@descr)")
    try:
        yield Picture(album.keep(part.blob if part else b""), described(str(said), told), NOWHERE)
    except ValueError:
        told.append("een afbeelding is niet te lezen en viel weg: bewaar ze als .png of .jpg")


def _accept(body: Any) -> None:
    """Take what was proposed as accepted, and words out of what only stands around them."""
    for gone in list(body.iter(*map(_name, REMOVED))):
        gone.getparent().remove(gone)
    for around in list(body.iter(*map(_name, ACCEPTED))):
        above = around.getparent()
        if above is None:
            continue
        for child in list(around):
            above.insert(above.index(around), child)
        above.remove(around)


def _name(tag: str) -> str:
    return str(qn(tag)) if not tag.startswith("m:") else f"{{{MATH}}}{tag[2:]}"


MATH = "http://schemas.openxmlformats.org/officeDocument/2006/math"
