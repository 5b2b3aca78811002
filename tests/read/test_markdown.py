"""Markdown between headings: what becomes which record, where links stand, what is refused."""

import pytest

from lok.model.place import Span
from lok.model.plain import inline_text, plain
from lok.model.ref import Ref, RefKind
from lok.model.text import (
    Blocks,
    Emphasis,
    LineBreak,
    Link,
    ListBlock,
    Monospace,
    Paragraph,
    Picture,
    Plain,
    Quote,
    Strong,
    Table,
)
from lok.model.walk import walk
from lok.problems import Problem
from lok.read.markdown import parse
from lok.read.scan import Text


def read(text: str) -> tuple[Blocks, tuple[Problem, ...]]:
    return parse(Text(Span("slides/a/b.md", 11), tuple(text.split("\n"))))


def sound(text: str) -> Blocks:
    blocks, problems = read(text)
    assert not problems
    return blocks


def say(text: str) -> Paragraph:
    return Paragraph((Plain(text),))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Een **vet** en *schuin* en `code`.",
            ["Een ", Strong((Plain("vet"),)), " en ", Emphasis((Plain("schuin"),)), " en ", Monospace("code"), "."],
        ),
        ("een  \ntwee", ["een", LineBreak(), "twee"]),
        ("een\ntwee", ["een twee"]),
        ("patiënt*e en arts*en", ["patiënt*e en arts*en"]),
        ("snake_case_naam", ["snake_case_naam"]),
        ("2 * 3 * 4", ["2 * 3 * 4"]),
        ("5 < 6 & 7 > 2", ["5 < 6 & 7 > 2"]),
        ("&amp; &copy;", ["&amp; &copy;"]),
        ("\\*geen\\* \\# kop", ["*geen* # kop"]),
        ("[a]: b", ["[a]: b"]),
        ("[a][b]", ["[a][b]"]),
        ("jan@x.be", ["jan@x.be"]),
        ("“Ja”, zei hij’s", ["“Ja”, zei hij’s"]),
    ],
)
def test_inlines(text: str, expected: list[object]) -> None:
    assert sound(text) == (Paragraph(tuple(Plain(e) if isinstance(e, str) else e for e in expected)),)  # type: ignore[misc]


def test_lists() -> None:
    assert sound("- een\n- **twee**\n    - drie\n\n        vier\n\n- [vijf](blad:x)") == (
        ListBlock(
            False,
            (
                (say("een"),),
                (Paragraph((Strong((Plain("twee"),)),)), ListBlock(False, ((say("drie"), say("vier")),))),
                (
                    Paragraph(
                        (
                            Link(
                                Ref(RefKind.SHEET, "x", Span("slides/a/b.md", 17, 10)),
                                (Plain("vijf"),),
                                Span("slides/a/b.md", 17, 10),
                            ),
                        )
                    ),
                ),
            ),
        ),
    )
    assert sound("1. een\n2. twee") == (ListBlock(True, ((say("een"),), (say("twee"),))),)


def test_quote_and_table() -> None:
    assert sound("> een\n> twee") == (Quote((say("een twee"),)),)
    assert sound("| a | b |\n|---|---|\n| 1 | **2** |\n| 3 |") == (
        Table(((Plain("a"),), (Plain("b"),)), (((Plain("1"),), (Strong((Plain("2"),)),)), ((Plain("3"),), ()))),
    )


def test_picture_stands_beside_its_file() -> None:
    place = Span("slides/a/b.md", 13, 8)
    assert sound("tekst\n\n![Een](../c.png)")[1] == Picture("slides/c.png", "Een", place)


@pytest.mark.parametrize("text", ["feit: noodnummer", "Feit : Noodnummer", "feit:\u00a0noodnummer"])
def test_fact(text: str) -> None:
    assert sound(f"een\n\n{text}\n\n{text}") == (
        say("een"),
        Ref(RefKind.FACT, "noodnummer", Span("slides/a/b.md", 13, 1)),
        Ref(RefKind.FACT, "noodnummer", Span("slides/a/b.md", 15, 1)),
    )


@pytest.mark.parametrize(
    ("target", "expected"),
    [
        ("blad:kop", "blad:kop"),
        ("Oefening:Noémie", "oefening:noemie"),
        ("casus:jeroen#Deel 1", "casus:jeroen#deel-1"),
        ("https://x.be/a?b#c", "https://x.be/a?b#c"),
        ("pad/naar.md", "pad/naar.md"),
    ],
)
def test_links_of_our_own_have_one_form(target: str, expected: str) -> None:
    links = [record for record in walk(sound(f"[x]({target})")) if isinstance(record, Link)]
    assert [str(link.target) for link in links] == [expected]


def test_links_know_their_place_also_the_second_time() -> None:
    links = [
        record for record in walk(sound("[a](blad:x) en\n[b](blad:x), <https://y.be>")) if isinstance(record, Link)
    ]
    assert [(link.span.line, link.span.column) for link in links] == [(11, 5), (12, 5), (12, 15)]


@pytest.mark.parametrize(
    ("text", "code", "line", "column"),
    [
        ("een ![a](b.png)", "afbeelding-in-zin", 11, 10),
        ("![a](b.png) twee", "afbeelding-in-zin", 11, 6),
        ("[![a](b.png)](https://x.be)", "afbeelding-in-zin", 11, 7),
        ('[a](https://x.be "meer")', "link-titel", 11, 19),
        ('![a](b.png "meer")', "link-titel", 11, 13),
        ("a\n\n***\n\n---", "opmaak-onbekend", 13, 1),
        ("    code", "tekst-ingesprongen", 11, 5),
        ("een\n\n3. drie", "lijst-nummer", 13, 1),
    ],
)
def test_refused(text: str, code: str, line: int, column: int) -> None:
    problem = read(text)[1][0]
    assert (problem.code, problem.span) == (code, Span("slides/a/b.md", line, column))


def test_html_is_text() -> None:
    assert plain(sound("<b>vet</b> <!-- x -->")) == "<b>vet</b> <!-- x -->"


def test_plain_text() -> None:
    assert (
        plain(sound("Een **vet**\n\n- punt\n\n| a | b |\n|---|---|\n| c | d |\n\n![Beeld](x.png)"))
        == "Een vet punt a b c d Beeld"
    )
    assert inline_text((Plain("a"), LineBreak(), Monospace("b"))) == "a b"
    assert sound("") == ()
