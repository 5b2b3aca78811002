"""What reviewers do to a document or a presentation, for tests: remarks, and changes, kept or not."""

from __future__ import annotations

import io
from typing import Any

from docx import Document
from docx.oxml import parse_xml

from lok.archive import archive, contents

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
MODERN = "http://schemas.microsoft.com/office/2018/10/relationships"
Paragraph = Any


class Review:
    """A document in the hands of a reviewer."""

    def __init__(self, data: bytes) -> None:
        self.document = Document(io.BytesIO(data))

    def paragraph(self, words: str) -> Paragraph:
        """The only paragraph, in or out of a table, that holds these words after the list of what is unconfirmed."""
        cells = [cell for table in self.document.tables for row in table.rows for cell in row.cells]
        every = [*self.document.paragraphs, *(each for cell in cells for each in cell.paragraphs)]
        return next(each for each in every if words in each.text)

    def remark(self, words: str, said: str, who: str) -> None:
        """A remark on the first run of a paragraph."""
        self.document.add_comment(self.paragraph(words).runs[0], text=said, author=who, initials=who[0])

    def swap(self, words: str, old: str, new: str, who: str) -> None:
        """Take `old` out of the run that holds it and put `new` in, as a word processor keeps it."""
        run = next(each for each in self.paragraph(words).runs if old in each.text)
        before, _, after = run.text.partition(old) if old else ("", "", run.text)
        run.text = before
        by = f'w:author="{who}" w:date="2026-11-30T10:00:00Z"'
        for n, xml in enumerate(
            (
                f'<w:r {W}><w:t xml:space="preserve">{after}</w:t></w:r>',
                f'<w:ins {W} w:id="901" {by}><w:r><w:t xml:space="preserve">{new}</w:t></w:r></w:ins>',
                f'<w:del {W} w:id="900" {by}><w:r><w:delText xml:space="preserve">{old}</w:delText></w:r></w:del>',
            )
        ):
            if n == 0 or (n == 1 and new) or (n == 2 and old):
                run._r.addnext(parse_xml(xml))

    def overwrite(self, words: str, text: str, who: str) -> None:
        """Type over the words of a paragraph where nothing keeps changes."""
        self.paragraph(words).runs[0].text = text
        self.document.core_properties.last_modified_by = who

    def bytes(self) -> bytes:
        stream = io.BytesIO()
        self.document.save(stream)
        return stream.getvalue()


def with_parts(data: bytes, parts: dict[str, str], related: dict[str, str]) -> bytes:
    """A package with more parts; `related` are relations (XML) to put in a part of relations, by its name."""
    files = contents(data)
    for name, relation in related.items():
        files[name] = files[name].replace(b"</Relationships>", relation.encode() + b"</Relationships>")
    return archive([*files.items(), *((name, text.encode()) for name, text in parts.items())])


def classic(data: bytes, slide: int, who: str, said: str) -> bytes:
    """A presentation with a remark as PowerPoint wrote them until 2021."""
    p = 'xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main"'
    parts = {
        "ppt/commentAuthors.xml": f'<p:cmAuthorLst {p}><p:cmAuthor id="0" name="{who}" initials="A"/></p:cmAuthorLst>',
        "ppt/comments/comment1.xml": f'<p:cmLst {p}><p:cm authorId="0" idx="1"><p:pos x="1" y="1"/>'
        f"<p:text>{said}</p:text></p:cm></p:cmLst>",
    }
    return with_parts(
        data,
        parts,
        {
            "ppt/_rels/presentation.xml.rels": f'<Relationship Id="a1" Type="{RELATION}/commentAuthors" '
            'Target="commentAuthors.xml"/>',
            f"ppt/slides/_rels/slide{slide}.xml.rels": f'<Relationship Id="c1" Type="{RELATION}/comments" '
            'Target="../comments/comment1.xml"/>',
        },
    )


def modern(data: bytes, slide: int, who: str, said: str, answer: str) -> bytes:
    """A presentation with a remark and an answer below it, as PowerPoint writes them today."""
    p = 'xmlns:p188="http://schemas.microsoft.com/office/powerpoint/2018/8/main"'
    p += ' xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"'

    def body(text: str) -> str:
        return f"<p188:txBody><a:bodyPr/><a:p><a:r><a:t>{text}</a:t></a:r></a:p></p188:txBody>"

    parts = {
        "ppt/authors.xml": f'<p188:authorLst {p}><p188:author id="{{A}}" name="{who}" initials="A"/></p188:authorLst>',
        "ppt/comments/modernComment_1.xml": f'<p188:cmLst {p}><p188:cm id="{{1}}" authorId="{{A}}"><p188:replyLst>'
        f'<p188:reply id="{{2}}" authorId="{{A}}">{body(answer)}</p188:reply></p188:replyLst>{body(said)}'
        "</p188:cm></p188:cmLst>",
    }
    return with_parts(
        data,
        parts,
        {
            "ppt/_rels/presentation.xml.rels": f'<Relationship Id="a1" Type="{MODERN}/authors" Target="authors.xml"/>',
            f"ppt/slides/_rels/slide{slide}.xml.rels": f'<Relationship Id="c1" Type="{MODERN}/comments" '
            'Target="../comments/modernComment_1.xml"/>',
        },
    )
