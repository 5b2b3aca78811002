"""Worksheets for a word processor: the words of the paper, native and accessible, the same bytes twice."""

from __future__ import annotations

import io
import re
import unicodedata
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise
from pathlib import Path
from string import digits

import pypdfium2
import pytest
from docx import Document
from docx.oxml.ns import qn
from openxml_audit.validator import OpenXmlValidator

import samples
from lok.exercises import KINDS, kind_of
from lok.model.audience import Audience
from lok.model.course import Bundle, Course
from lok.model.library import Exercise, Media, Sheet
from lok.model.output import Artifact
from lok.model.ref import Ref, RefKind
from lok.model.text import Blocks, Chart, ChartKind, Link, ListBlock, Paragraph, Picture, Plain, Quote, Strong, Table
from lok.problems import Code
from lok.publish.guard import guard
from lok.publish.secrets import secrets
from lok.read.places import places
from lok.render.paper.document import press
from lok.render.paper.paper import single
from lok.render.renderers import RENDERERS
from lok.render.site import site
from lok.render.word import worksheets
from lok.render.word.document import WordFile
from lok.render.word.flow import Writer, shares
from lok.view import view
from media import image
from office import convert
from planted import planted
from projects import only, tiny
from render.deck.test_deck import PNG


def forms() -> tuple[Exercise, ...]:
    """An exercise of every kind that has a worksheet."""
    made = (
        samples.exercise(samples.spaces("Nu", "Later", "Nooit")),
        samples.exercise(samples.columns("Thuis", "Werk"), samples.section("Erbij", *samples.say("Nog iets."))),
        samples.exercise(samples.steps("Zoek", "Erken")),
        samples.exercise(samples.matrix()),
        samples.exercise(samples.plan()),
        samples.exercise(replace(samples.matrix(), rows=(samples.section("Alles", *blocks()),))),
    )
    return tuple(replace(each, id=f"vorm-{n}") for n, each in enumerate(made))


def sheet() -> Sheet:
    return samples.sheet(samples.section("Deel", *blocks()))


def blocks() -> Blocks:
    """Every block that an author can write."""
    link = Link("https://example.org/", (Plain("een pagina"),), samples.span())
    table = Table(((Plain("Rol"),), (Plain("Naam en nummer"),)), (((Plain("apotheek"),), ()), ((Plain("labo"),), ())))
    inner = (*samples.say("eerste punt"), samples.bullets("dieper punt"))
    return (
        Paragraph((Plain("Lees "), Strong((Plain("dit"),)), Plain(" op "), link, Plain("."))),
        ListBlock(True, (inner, samples.say("tweede punt"))),
        ListBlock(True, (samples.say("opnieuw van een"),)),
        Quote(samples.say("Wat iemand zei.")),
        table,
        Chart(ChartKind.BARS, "Hoeveel", table, ((), ()), samples.span()),
        Picture("foto.png", "een deur", samples.span()),
        *samples.say("……………………"),
    )


@pytest.fixture(scope="module")
def course(tmp_path_factory: pytest.TempPathFactory) -> Course:
    """The tiny course with a form of every kind and a sheet with every block."""
    read = only(tiny(tmp_path_factory.mktemp("tiny")))
    added = (*forms(), replace(sheet(), id="alles"))
    refs = [Ref(RefKind.SHEET if isinstance(each, Sheet) else RefKind.EXERCISE, each.id, each.span) for each in added]
    return replace(
        read,
        exercises=(*read.exercises, *forms()),
        sheets=(*read.sheets, added[-1]),
        media=(*read.media, Media("foto.png", PNG, 2, 1)),
        bundle=Bundle(read.span, tuple(refs)),
    )


@pytest.fixture(scope="module")
def made(course: Course) -> dict[str, Artifact]:
    files = worksheets.render(view(course, Audience.PARTICIPANT), Audience.PARTICIPANT, {}).files
    return {Path(file.path).stem: file for file in files}


def letters(text: str) -> str:
    return "".join(each for each in unicodedata.normalize("NFKC", text) if each.isalnum())


def paragraphs(data: bytes) -> Iterator[str]:
    """The text of every paragraph of a document, those in cells too."""
    for each in Document(io.BytesIO(data)).element.body.iter(qn("w:p")):
        yield "".join(node.text or "" for node in each.iter(qn("w:t")))


def words_of(pdf: bytes) -> tuple[str, list[str]]:
    """The letters of a PDF, and those of each of its lines."""
    pages = [page.get_textpage().get_text_range() for page in pypdfium2.PdfDocument(pdf)]
    return letters("".join(pages)), [letters(line) for page in pages for line in page.splitlines()]


def test_every_editable_kind_has_a_flow_and_no_other() -> None:
    assert {kind.name for kind in KINDS if kind.flow} == {kind.name for kind in KINDS if kind.record.editable}
    assert {kind_of(each.content).name for each in forms()} == {kind.name for kind in KINDS if kind.flow}


def test_sheets_and_forms_have_one_but_neither_cards_nor_what_is_for_trainers(made: dict[str, Artifact]) -> None:
    assert set(made) == {"drempels", "moment", "vijf-momenten", "alles", *(each.id for each in forms())}
    assert {file.path for file in made.values()} == {f"downloads/{name}.docx" for name in made}


def test_both_audiences_have_the_same_bytes_on_every_run(course: Course, made: dict[str, Artifact]) -> None:
    again = worksheets.render(view(course, Audience.TRAINER), Audience.TRAINER, {}).files
    assert {Path(file.path).stem: file.data for file in again} == {name: file.data for name, file in made.items()}


def test_it_says_the_words_of_the_paper_and_no_other(course: Course, made: dict[str, Artifact]) -> None:
    items: dict[str, Exercise | Sheet] = {each.id: each for each in (*course.exercises, *course.sheets)}
    for name, file in made.items():
        whole, lines = words_of(press(single(course, items[name], "a4"), course).pdf)
        said = [letters(text) for text in paragraphs(file.data)]
        assert [text for text in said if text not in whole] == [], name
        # The numbers of a list are letters of a PDF, and of no paragraph.
        foot = re.compile(r".*versie.*bijgewerktop.*|pagina\d+van\d+")
        missing = [line for line in lines if line not in "".join(said) and not foot.fullmatch(line)]
        assert [line for line in missing if Counter(line.lstrip(digits)) - Counter("".join(said))] == [], name


def test_the_audit_of_the_format_finds_nothing(made: dict[str, Artifact], tmp_path: Path) -> None:
    for name, file in made.items():
        (tmp_path / f"{name}.docx").write_bytes(file.data)
        assert list(OpenXmlValidator().validate(tmp_path / f"{name}.docx").errors) == []


def test_it_says_its_title_its_language_and_its_day_and_nothing_of_who_made_it(
    course: Course, made: dict[str, Artifact]
) -> None:
    core = Document(io.BytesIO(made["drempels"].data)).core_properties
    assert (core.title, core.language) == (next(e.title for e in course.exercises if e.id == "drempels"), "nl-BE")
    assert core.created.date() == core.modified.date() == course.updated
    assert core.author == core.last_modified_by == course.title
    languages = Document(io.BytesIO(made["drempels"].data)).styles.element.iter(qn("w:lang"))
    assert {each.get(qn("w:val")) for each in languages} == {"nl-BE"}


def test_headings_are_headings_and_skip_no_level(made: dict[str, Artifact]) -> None:
    for file in made.values():
        styles = [each.style.name for each in Document(io.BytesIO(file.data)).paragraphs]
        levels = [int(name[-1]) for name in styles if name.startswith("Heading")]
        assert levels[0] == 1
        assert levels.count(1) == 1
        assert all(below <= above + 1 for above, below in pairwise(levels))


def test_tables_name_their_heading_row(made: dict[str, Artifact]) -> None:
    tables = [table for file in made.values() for table in Document(io.BytesIO(file.data)).tables]
    assert len(tables) >= 5
    for table in tables:
        assert table.rows[0]._tr.trPr.find(qn("w:tblHeader")) is not None


def test_lists_are_lists_and_each_numbered_one_begins_at_one(made: dict[str, Artifact]) -> None:
    document = Document(io.BytesIO(made["alles"].data))
    items = {each.text: each._p.pPr.numPr for each in document.paragraphs if each._p.pPr is not None}
    first, second, again = (items[text] for text in ("eerste punt", "tweede punt", "opnieuw van een"))
    assert first.numId.val == second.numId.val != again.numId.val
    assert (first.ilvl.val, items["dieper punt"].ilvl.val) == (0, 1)
    number = document.part.numbering_part.element.num_having_numId(again.numId.val)
    assert [each.val for each in number.iter(qn("w:startOverride"))] == [1]


def test_a_picture_says_what_it_shows_and_a_link_leads_there(made: dict[str, Artifact]) -> None:
    document = Document(io.BytesIO(made["alles"].data))
    assert [each.get("descr") for each in document.element.iter(qn("wp:docPr"))] == ["een deur"]
    [link] = document.element.iter(qn("w:hyperlink"))
    assert document.part.rels[link.get(qn("r:id"))].target_ref == "https://example.org/"


def test_a_high_picture_fits_on_a_page() -> None:
    file = WordFile()
    media = Media("foto.png", image("PNG", (100, 2000)), 100, 2000)
    Writer(file, {"foto.png": media}).one({"kind": "picture", "path": "foto.png", "alt": "een toren"})
    [shown] = Document(io.BytesIO(file.bytes(samples.course(), "x"))).inline_shapes
    assert (shown.width.mm, shown.height.mm) == (pytest.approx(7.5, abs=0.1), pytest.approx(150, abs=0.1))


def test_a_table_of_many_columns_lies_and_has_room_for_its_longest_words() -> None:
    wide = replace(samples.exercise(samples.matrix(columns=6)), id="breed")
    file = worksheets.render(samples.course(wide), Audience.PARTICIPANT, {}).files[0]
    page = Document(io.BytesIO(file.data)).sections[0]
    assert page.page_width > page.page_height
    text = [[{"kind": "text", "text": each}] for each in ("kinesitherapeut", "ja")]
    needed, other = shares(text, [], 40)
    assert needed > len("kinesitherapeut")
    assert needed + other == pytest.approx(40)


def test_a_node_that_nobody_knows_is_refused() -> None:
    writer = Writer(WordFile(), {})
    for node in ({"kind": "liedje"}, {"kind": "paragraph", "inlines": [{"kind": "liedje"}, {"kind": "liedje"}]}):
        with pytest.raises(ValueError, match="liedje"):
            writer.one(node)


@pytest.mark.parametrize("audience", Audience)
def test_pages_offer_each_beside_its_paper(course: Course, made: dict[str, Artifact], audience: Audience) -> None:
    seen = view(course, audience)
    drawn = {each.path: each for each in RENDERERS[0].render(seen, audience, {}).files}
    tree = site.render(seen, audience, drawn).files
    pages = "".join(file.data.decode() for file in tree if file.path.endswith(".md"))
    for name in made:
        assert f"downloads/{name}.docx" in pages


def test_the_guard_reads_trainer_text_in_a_document(tmp_path: Path) -> None:
    """A fault that puts notes on a worksheet is told, bold in the middle of a sentence or not."""
    root, _ = planted(tmp_path)
    wanted = secrets(places(root, "handhygiene"))
    first, second, rest = next(iter(wanted.runs.values()))[0][1].split(" ", 2)
    file = WordFile()
    writer = Writer(file, {})
    bold = {"kind": "strong", "inlines": [{"kind": "text", "text": second}]}
    inlines = [{"kind": "text", "text": f"{first} "}, bold, {"kind": "text", "text": f" {rest}"}]
    writer.one({"kind": "paragraph", "inlines": inlines})
    leak = Artifact("downloads/x.docx", file.bytes(samples.course(), "x"), ())
    assert {problem.code for problem in guard(wanted, (), [leak])} == {Code.LEAK}


@pytest.fixture(scope="module")
def office(made: dict[str, Artifact], tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with what LibreOffice makes of every worksheet."""
    folder = tmp_path_factory.mktemp("office")
    for name, file in made.items():
        (folder / f"{name}.docx").write_bytes(file.data)
    convert(folder, "pdf", *sorted(folder.glob("*.docx")))
    return folder


def test_another_program_shows_the_same_words(office: Path, made: dict[str, Artifact]) -> None:
    for name, file in made.items():
        whole, _ = words_of((office / f"{name}.pdf").read_bytes())
        assert [text for text in paragraphs(file.data) if letters(text) not in whole] == [], name
