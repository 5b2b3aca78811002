"""A Word text as a sheet or a case: headings, lists, tables, emphasis and pictures; never a real person as made up."""

from __future__ import annotations

import io
from typing import Any

import pytest
from docx import Document
from docx.oxml import parse_xml

from foreign import repacked
from lok.importing.document import files
from lok.importing.package import RefusedError
from lok.importing.pictures import Album
from lok.importing.report import Made
from lok.read.format import CASE, SHEET, FileFormat
from media import image

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'


def made(document: Any, form: FileFormat = SHEET) -> Made:
    return files("x.docx", saved(document), form, "x", Album("x-beeld"))


def saved(document: Any) -> bytes:
    stream = io.BytesIO()
    document.save(stream)
    return stream.getvalue()


def text(document: Any, form: FileFormat = SHEET) -> str:
    return made(document, form).files[f"{form.folder}/x.md"].decode()


def test_a_sheet() -> None:
    document = Document()
    document.add_heading("Rust is geen straf", 0)
    document.add_paragraph("Vooraf 1. en *dit*.")
    document.add_heading("Wat doe je?", 1)
    document.add_paragraph("eerst", style="List Number")
    document.add_paragraph("dan", style="List Number")
    document.add_heading("Thuis", 3)
    paragraph = document.add_paragraph("Neem ")
    paragraph.add_run("altijd").bold = True
    paragraph.add_run(" de tijd.")
    document.add_paragraph("punt", style="List Bullet")
    document.add_paragraph("dieper", style="List Bullet 2")
    assert text(document) == (
        "---\ntitel: Rust is geen straf\n---\n\nVooraf 1. en \\*dit\\*.\n\n"
        "## Wat doe je?\n\n1. eerst\n2. dan\n\n### Thuis\n\nNeem **altijd** de tijd.\n\n- punt\n    - dieper\n"
    )


def test_tables_and_pictures() -> None:
    document = Document()
    table = document.add_table(2, 2)
    for n, cell in enumerate(cell for row in table.rows for cell in row.cells):
        cell.text = "abcd"[n]
    table.cell(1, 0).merge(table.cell(1, 1))
    document.add_picture(io.BytesIO(image("PNG")))
    document.inline_shapes[0]._inline.docPr.set("descr", "Een wit veld")
    found = made(document)
    body = found.files["content/bladen/x.md"].decode()
    assert "| a | b |\n|---|---|\n| c / d | c / d |" in body
    assert "![Een wit veld](x-beeld-01.png)" in body
    assert "content/bladen/x-beeld-01.png" in found.files
    assert "samengevoegde cellen" in " ".join(found.told)


def test_a_case_is_not_called_made_up() -> None:
    document = Document()
    document.add_paragraph("Ik slaap slecht.")
    document.add_heading("Een week later", 1)
    document.add_paragraph("Nog altijd.")
    document.add_heading("Reactie 1: “Nee”", 1)
    document.add_paragraph("Waarom?")
    found = text(document, CASE)
    assert "verzonnen: nee\n" in found
    assert found.partition("---\n\n")[2] == (
        "## Deel 1\n\nIk slaap slecht.\n\n## Deel 2\n\n**Een week later**\n\nNog altijd.\n\n"
        "## Reactie 1: “Nee”\n\nWaarom?\n"
    )
    assert [each.line for each in made(document, CASE).todo] == [2, 3]


def test_proposed_changes_are_taken_as_accepted_and_told() -> None:
    document = Document()
    paragraph = document.add_paragraph("Dit ")._p
    paragraph.append(parse_xml(f'<w:ins {W} w:id="1" w:author="x"><w:r><w:t>blijft</w:t></w:r></w:ins>'))
    paragraph.append(parse_xml(f'<w:del {W} w:id="2" w:author="x"><w:r><w:delText>weg</w:delText></w:r></w:del>'))
    paragraph.append(parse_xml(f'<w:r {W}><w:footnoteReference w:id="3"/></w:r>'))
    found = made(document)
    assert found.files["content/bladen/x.md"].decode().endswith("\n\nDit blijft\n")
    assert set(found.told) == {
        "voetnoten zijn niet overgenomen",
        "voorstellen om tekst te wijzigen staan er als aanvaard",
    }


def broken() -> bytes:
    return repacked(saved(Document()), lambda parts: {**parts, "word/document.xml": b"<w"})


@pytest.mark.parametrize("data", [b"", saved(Document()), broken()])
def test_what_says_nothing_is_refused(data: bytes) -> None:
    with pytest.raises(RefusedError, match=r"^x\.docx "):
        files("x.docx", data, SHEET, "x", Album("x"))
