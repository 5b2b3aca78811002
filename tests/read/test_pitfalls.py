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
        "> 3 weken later\n> was hij terug",
        "- > 65 jaar\n- < 2 jaar\n- -5 graden",
        "Koorts is\n> 38,5 °C",
        "2026. Een goed jaar.",
        "De Kring\\\nLange Straat 1",
        "Een zin.\nNog een zin.\nen nog wat",
        "- een punt dat lang genoeg is om op het scherm te worden afgebroken\nen zo verder",
        "| a\tb | c |\n|---|---|\n| d | e |",
        "Het kost $5 en $6, dat is 5 % & meer; x == y of a[1] [b].",
        "Zie `[^1]`, `~~x~~` en \\[^1].",
        "§ 3 van het decreet",
        "O ja, dat ook.",
        "1.5 mg per dag",
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
        ("een <!-- twee", ("opmerking-open", 1, 5)),
        ("---\ntitel: <i>a\n---", ("html", 2, 8)),
        ("[a](https://x.be){: onclick=b}", ("attributen", 1, 18)),
        ("een {.klasse}", ("attributen", 1, 5)),
        ('--8<-- "b.md"', ("invoegen", 1, 1)),
        ("een\n\n```\ncode", ("codeblok", 3, 1)),
        ("~~~\n## A\n~~~", ("codeblok", 1, 1)),
        ("een 🤷", ("teken-onbekend", 1, 5)),
        *((f"{mark} een", ("lijst-geplakt", 1, 1)) for mark in "·➢✔✓■□☐→❖\uf0b7\uf0a7"),
        *((f"{mark}\teen", ("lijst-geplakt", 1, 1)) for mark in "o§Øüvq"),
        ("§ Derde", ("lijst-geplakt", 1, 1)),
        ("o Een", ("lijst-geplakt", 1, 1)),
        ("a. een", ("lijst-geplakt", 1, 1)),
        ("- • een", ("lijst-geplakt", 1, 1)),
        ("a\tb\tc", ("tabel-vorm", 1, 1)),
        ("a\tb\nc\td", ("tabel-vorm", 1, 1)),
        ("Benauwd\nKoorts", ("regels-lopen-samen", 2, 1)),
        ("Straat 1\n9000 Gent\nBelgië", ("regels-lopen-samen", 2, 1)),
        ("- een\nTekst.", ("tekst-plakt-aan-lijst", 2, 1)),
        ("- een\ntekst", ("tekst-plakt-aan-lijst", 2, 1)),
        ("+ 5 kg", ("teken-verdwijnt", 1, 1)),
        ("> 65 jaar\n> 70 jaar", ("teken-verdwijnt", 1, 1)),
        ("<<<<<<< HEAD", ("versies-dooreen", 1, 1)),
        ("=======", ("versies-dooreen", 1, 1)),
        (">>>>>>> main", ("versies-dooreen", 1, 1)),
        ("::: notes", ("kader-onbekend", 1, 1)),
        ("!!! note", ("kader-onbekend", 1, 1)),
        *(
            (f"Zie {mark}.", ("vreemde-opmaak", 1, 5))
            for mark in (
                "~~weg~~",
                "==geel==",
                "[[Jeroen]]",
                "&nbsp;",
                "&#8364;",
                "$x^2$",
                "$$y$$",
                "{{ naam }}",
                "[a][b]",
                "[a] (https://x.be)",
            )
        ),
        ("[a]: https://x.be", ("vreemde-opmaak", 1, 1)),
        ("- [x] taak", ("vreemde-opmaak", 1, 1)),
        (f"## {'a' * 201}", ("te-veel", 1, 1)),
        ("---\ntitel: 🤷\n---", ("teken-onbekend", 2, 8)),
    ],
)
def test_told_once_at_its_place(text: str, expected: tuple[str, int, int]) -> None:
    assert told(text) == [expected]


def test_numbers_of_a_word_processor_are_told_at_each_line() -> None:
    assert told("1.1 een\n1.2 twee") == [("lijst-geplakt", 1, 1), ("lijst-geplakt", 2, 1)]


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
