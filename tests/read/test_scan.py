"""The scanner: bytes of one file in, keys, headings and text with their places out."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lok.model.place import Span
from lok.problems import allowed, edits
from lok.read.scan import KeyTest, Page, Source, Text, fenced, scan

SLIDE_KEYS = KeyTest(frozenset({"minuten", "wie", "nodig"}))


def page(text: str | bytes, levels: frozenset[int] = frozenset({2})) -> Page:
    return scan(Source.decode("a.md", text if isinstance(text, bytes) else text.encode()), levels, SLIDE_KEYS)


def keys(text: str) -> list[tuple[str, str, int, int]]:
    found = page(text)
    every = (*found.keys, *(key for heading in found.headings for key in heading.keys))
    return [(key.name, key.value.text, key.value.span.line, key.value.span.column) for key in every]


@given(st.binary(max_size=60))
def test_bytes_stay_as_they_were(raw: bytes) -> None:
    try:
        source = Source.decode("a.md", raw)
    except UnicodeDecodeError:
        return
    assert source.raw == raw
    assert "\r" not in source.text


@pytest.mark.parametrize("raw", [b"\xef\xbb\xbf## A\r\nminuten: 3\r\n", b"## A\rminuten: 3\r", b"## A\nminuten: 3\n"])
def test_bom_and_line_ends_are_understood(raw: bytes) -> None:
    heading = page(raw).headings[0]
    assert (heading.title, heading.span, heading.keys[0].value.text) == ("A", Span("a.md", 1, 4), "3")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("---\ntitel: Een\n---\n", [("titel", "Een", 2, 8)]),
        ("\n\n---\ntitel:   Een\n---\n", [("titel", "Een", 4, 10)]),
        ("---\nTITEL : Een\n---\n", [("titel", "Een", 2, 9)]),
        ("---\ntitel:Een\n---\n", [("titel", "Een", 2, 7)]),
        ("---\ntitel\u00a0:\u00a0Een\u00a0twee\n---\n", [("titel", "Een twee", 2, 9)]),
        ("---\n  in het kort: a: b # c\n---\n", [("in het kort", "a: b # c", 2, 16)]),
        ("---\nzomaar tekst\n---\n", [("", "zomaar tekst", 2, 1)]),
        ("---\n20:00 begin\n---\n", [("", "20:00 begin", 2, 1)]),
        ("## A\nminuten: 3\nwie: ik\n\ntekst: niet", [("minuten", "3", 2, 10), ("wie", "ik", 3, 6)]),
        ("## A\n\nminuten: 3\n\ntekst", [("minuten", "3", 3, 10)]),
        ("## A\n\nminutn: 3\n\ntekst", [("minutn", "3", 3, 9)]),
        ("## A\n\nlet wel: dit is tekst\n", []),
        ("## A\n\n\nminuten: 3\n", []),
        ("## A\nminuten:3\n", [("minuten", "3", 2, 9)]),
        ("## A\nhttps://x.be\n", []),
        ("## A\ntekst\nminuten: 3\n", []),
        ("### A\nminuten: 3\n", []),
    ],
)
def test_keys(text: str, expected: list[tuple[str, str, int, int]]) -> None:
    assert keys(text) == expected


def test_list_under_a_key_without_value() -> None:
    found = page("---\ndelen:\n  - een\n- twee: drie\n\t* vier\nwie: ik\n- geen\n---\n").keys
    assert [(item.text, item.span.line, item.span.column) for item in found[0].items] == [
        ("een", 3, 5),
        ("twee: drie", 4, 3),
        ("vier", 5, 4),
    ]
    assert [(key.name, key.items) for key in found[1:]] == [("wie", ()), ("", ())]


@pytest.mark.parametrize(
    ("line", "level", "title", "column"),
    [
        ("# A", 1, "A", 3),
        ("##   A b  ", 2, "A b", 6),
        ("##\u00a0A", 2, "A", 4),
        ("##\u2003A", 2, "A", 4),
        ("##\tA ##", 2, "A", 4),
        ("## C#", 2, "C#", 4),
        ("##", 2, "", 3),
        ("####### A", 7, "A", 9),
    ],
)
def test_headings(line: str, level: int, title: str, column: int) -> None:
    heading = page(f"tekst\n{line}\n").headings[0]
    assert (heading.level, heading.title, heading.span) == (level, title, Span("a.md", 2, column))


@pytest.mark.parametrize("line", ["##A", " ## A", "> ## A", "\\## A", "a ## b", "##\u200bA"])
def test_other_lines_are_no_headings(line: str) -> None:
    assert page(line).headings == ()


def test_fence_hides_headings() -> None:
    assert [heading.title for heading in page("## A\n```\n## B\n```\n## C\n~~~\n## D\n").headings] == ["A", "C"]
    assert fenced(["a", "```", "b", "~~~", "```", "c"]) == [False, True, True, True, True, False]


def test_open_front_matter_ends_at_the_first_empty_line_or_heading() -> None:
    found = page("---\ntitel: A\n\ntekst\n## B\n---\n")
    assert found.front_matter_open
    assert ([key.name for key in found.keys], found.intro.content) == (["titel"], "tekst")
    assert page("---\ntitel: A\n## B\n").headings[0].title == "B"
    assert not page("tekst\n---\n").front_matter_open


def test_text_has_no_empty_lines_around_it() -> None:
    found = page("---\n---\n\n\neen\n\ntwee\n\n\n## A\n\n\ndrie\n")
    assert (found.intro.span.line, found.intro.lines) == (5, ("een", "", "twee"))
    assert (found.headings[0].text.span.line, found.headings[0].text.content) == (13, "drie")
    assert page("## A\n\n").headings[0].text.empty


def test_locate_tells_the_nth() -> None:
    text = Text(Span("a.md", 4), ("een twee", "twee"))
    assert text.locate("twee") == Span("a.md", 4, 5)
    assert text.locate("twee", 1) == Span("a.md", 5, 1)
    assert text.locate("drie") == text.span


@pytest.mark.parametrize(
    ("one", "other", "distance"),
    [
        ("trianer", "trainer", 1),
        ("zegt", "zeg", 1),
        ("bed", "zeg", 2),
        ("", "abc", 3),
        ("a", "abcdef", 4),
        ("doe", "doe", 0),
    ],
)
def test_edits(one: str, other: str, distance: int) -> None:
    assert edits(one, other) == distance


@given(st.text("abcde", max_size=8), st.text("abcde", max_size=8), st.text("abcde", max_size=8))
def test_edits_is_symmetric_and_zero_only_for_the_same(one: str, other: str, third: str) -> None:
    assert edits(one, other) == edits(other, one)
    assert (edits(one, other) == 0) == (one == other)
    assert edits(one, one + third[:3]) == len(third[:3])


def test_short_words_allow_one_edit() -> None:
    assert [allowed(word) for word in ("zeg", "vier", "vijfe")] == [1, 1, 2]
