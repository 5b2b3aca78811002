"""Lines that Markdown would change in silence: each told at its place, and none of the sound ones."""

import pytest

from lok.read.pitfalls import misplaced_keys, pitfalls
from lok.read.scan import KeyTest, Page, Source, scan

KEYS = frozenset({"minuten", "uitdelen", "feit"})


def page(text: str) -> Page:
    return scan(Source.decode("a.md", text.encode()), frozenset({2}), KeyTest(KEYS))


def told(text: str) -> list[tuple[str, int, int]]:
    return [(p.code, p.span.line, p.span.column) for p in pitfalls(page(text))]


@pytest.mark.parametrize(
    "text",
    [
        "Gewone tekst.\n\n- een\n- twee\n    - drie\n    - vier\n- vijf",
        "## A\n- een\n- twee",
        "## A\nuitdelen:\n- een\n  - twee\n\ntekst",
        "1. een\n2. twee\n\n    verder\n\n3. drie",
        "- een\n  loopt door\n- twee",
        "| a | b |\n|---|---|\n| `a|b` | c \\| d |\n| e |",
        "a | b\n--|--\nc | d",
        "Tussen 3 < 4 en 5 > 2, en <https://x.be> en `<b>`.",
        "[1813](feit:zelf) of feit: dit in een zin",
        "feit: noodnummer",
        "## A\n\nfeit: noodnummer\n\nfeit: ander",
        "\\# geen kop en \\- geen punt",
        "Vraag 1) en 2) staan hier, – zo – bleek.",
        "patiënt*en en arts*en, snake_case",
        "**1.** Vet, *schuin*.",
        "-5 graden, 1.5 mg",
        "---\ntitel: 1) a • b\n---\n\ntekst",
        "De trainer zegt iets. Trainer worden?",
        "## Samen met arts*en en 1*2*3",
        "€ 5 – “ja” … ½ × é ñ Ł",
        "> een citaat\n> op twee regels",
    ],
)
def test_sound(text: str) -> None:
    assert told(text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("• een", ("lijst-geplakt", 1, 1)),
        ("tekst\n\n  – een", ("lijst-geplakt", 3, 3)),
        ("1) een", ("lijst-geplakt", 1, 1)),
        ("a) een", ("lijst-geplakt", 1, 1)),
        ("-een", ("lijst-geplakt", 1, 1)),
        ("1.een", ("lijst-geplakt", 1, 1)),
        ("·\teen", ("lijst-geplakt", 1, 1)),
        ("tekst\n- een", ("lijst-zonder-lege-regel", 2, 1)),
        ("tekst\n- een\n- twee", ("lijst-zonder-lege-regel", 2, 1)),
        ("- een\n1. twee", ("lijst-zonder-lege-regel", 2, 1)),
        ("- een\n\n    meer\n- twee", ("lijst-zonder-lege-regel", 4, 1)),
        ("- een\n  - twee", ("lijst-inspringing", 2, 3)),
        ("1. een\n   - twee", ("lijst-inspringing", 2, 4)),
        ("- een\n\u00a0\u00a0- twee", ("lijst-inspringing", 2, 3)),
        ("    tekst", ("tekst-ingesprongen", 1, 5)),
        ("\ttekst", ("tekst-ingesprongen", 1, 2)),
        ("## A\n    tekst", ("tekst-ingesprongen", 2, 5)),
        ("##A", ("kop-zonder-spatie", 1, 1)),
        ("#A", ("kop-zonder-spatie", 1, 1)),
        (" ## A", ("kop-ingesprongen", 1, 2)),
        ("\u3000## A", ("kop-ingesprongen", 1, 2)),
        (" ##A", ("kop-ingesprongen", 1, 2)),
        ("- ## A", ("kop-in-lijst", 1, 3)),
        ("> > # A", ("kop-in-lijst", 1, 5)),
        ("## A **b**", ("kop-opmaak", 1, 6)),
        ("## *A*", ("kop-opmaak", 1, 4)),
        ("tekst\n---", ("streep-onder-tekst", 2, 1)),
        ("tekst\n===", ("streep-onder-tekst", 2, 1)),
        ("tekst\n-", ("streep-onder-tekst", 2, 1)),
        ("## A\n---", ("streep-onder-tekst", 2, 1)),
        ("Trainer", ("kop-lijkt-trainer", 1, 1)),
        ("**Trainers:**", ("kop-lijkt-trainer", 1, 1)),
        ("| a | b |\n|---|---|\n| c | d | e |", ("tabel-vorm", 3, 1)),
        ("| a | b |\n|---|\n| c | d |", ("tabel-vorm", 2, 1)),
        ("tekst\n| a | b |\n|---|---|", ("tabel-vorm", 2, 1)),
        ("tekst\nfeit: een", ("feit-in-tekst", 2, 1)),
        ("- feit: een", ("feit-in-tekst", 1, 3)),
        ("tekst\ngrafiek: staven, een", ("grafiek-in-tekst", 2, 1)),
        ("een <b>twee", ("html", 1, 5)),
        ("een <!-- twee", ("html", 1, 5)),
        ("---\ntitel: <i>a\n---", ("html", 2, 8)),
        ("[a](https://x.be){: onclick=b}", ("attributen", 1, 18)),
        ("een {.klasse}", ("attributen", 1, 5)),
        ('--8<-- "b.md"', ("invoegen", 1, 1)),
        ("een\n\n```\ncode", ("codeblok", 3, 1)),
        ("~~~\n## A\n~~~", ("codeblok", 1, 1)),
        ("een 🤷", ("teken-onbekend", 1, 5)),
        ("---\ntitel: 🤷\n---", ("teken-onbekend", 2, 8)),
    ],
)
def test_told_once_at_its_place(text: str, expected: tuple[str, int, int]) -> None:
    assert told(text) == [expected]


def test_keys_between_text_are_told() -> None:
    found = misplaced_keys(page("## A\n\n\nminuten: 3\n\ntekst"), frozenset({"titel"}), KEYS)
    assert [(p.code, p.span.line) for p in found] == [("sleutel-in-tekst", 4)]
    found = misplaced_keys(page("## A\ntekst\nminuten: 3"), frozenset(), KEYS)
    assert [(p.code, p.span.line) for p in found] == [("sleutel-in-tekst", 3)]
    assert not misplaced_keys(page("## A\ntekst\n\nminuten: 3\n\n### B\nminuten: 3"), frozenset(), KEYS)


def test_top_keys_without_their_lines_are_told() -> None:
    found = misplaced_keys(page("titel: A\n\ntekst"), frozenset({"titel"}), KEYS)
    assert [(p.code, p.span.line) for p in found] == [("voorblad-ontbreekt", 1)]
    assert not misplaced_keys(page("onderwerp: A\n\ntekst"), frozenset({"titel"}), KEYS)
