"""What is written is what is read: signs that Markdown would swallow, unseen signs, and texts too much to read."""

from __future__ import annotations

import time

import pytest

from lok.model.plain import pieces
from lok.model.text import LineBreak, Link, ListBlock, Paragraph, Quote
from lok.model.walk import walk
from lok.problems import Problem
from lok.read.bounds import bounded
from lok.read.markdown import parse
from lok.read.pitfalls import pitfalls
from lok.read.scan import KeyTest, Page, Source, scan

KEYS = KeyTest(frozenset({"deel", "wie"}))


def page(text: str) -> Page:
    return scan(Source.decode("a.md", text.encode()), frozenset(), KEYS)


def words(text: str) -> list[str]:
    return list(pieces(parse(page(text).intro)[0]))


@pytest.mark.parametrize(
    ("text", "seen"),
    [
        ("- > 65 jaar\n- >65 jaar\n- >= 3\n- < 18 jaar", ["> 65 jaar", ">65 jaar", ">= 3", "< 18 jaar"]),
        ("1. > 65 jaar", ["> 65 jaar"]),
        ("> 38,5 °C", ["> 38,5 °C"]),
        ("> € 5", ["> € 5"]),
        ("Koorts is\n> 38,5 °C en de pols\n> 100 per minuut.", ["Koorts is > 38,5 °C en de pols > 100 per minuut."]),
        ("- - 5 graden\n- + 3", ["- 5 graden", "+ 3"]),
        ("2026. Een jaar", ["2026. Een jaar"]),
        ("- 1999. Een jaar", ["1999. Een jaar"]),
        ("-\u00a0een\n-\u202ftwee", ["een", "twee"]),
        ("lang\u00adwoord, nul\u200bbreed, \u202ebidi\u202c, hart\ufe0f", ["langwoord, nulbreed, bidi, hart"]),
        ("5\u00a0%", ["5\u00a0%"]),
        ("een \\<b> en {\\#x} \\&amp; \\$5 \\~\\~a\\~\\~", ["een <b> en {#x} &amp; $5 ~~a~~"]),
        ("\\– geen punt", ["– geen punt"]),
        ("\\> 65 jaar", ["> 65 jaar"]),
        ("feit\\: zo heet het", ["feit: zo heet het"]),
        ("grafiek\\: staven, x", ["grafiek: staven, x"]),
    ],
)
def test_signs_are_read_as_meant(text: str, seen: list[str]) -> None:
    assert pitfalls(page(text)) == ()
    assert words(text) == seen


def test_points_stay_points_and_quotes_stay_quotes() -> None:
    [points] = parse(page("- > 65 jaar\n- koorts").intro)[0]
    assert isinstance(points, ListBlock)
    assert all(isinstance(block, Paragraph) for item in points.items for block in item)
    for text in ("> Een citaat.", "> 3 weken later\n> was hij terug.", "> Ik kwam\n> 3 weken later."):
        assert [type(block) for block in parse(page(text).intro)[0]] == [Quote]


def test_a_backslash_at_the_end_breaks_the_line() -> None:
    [address] = parse(page("Straat 1\\\nGent\\").intro)[0]
    assert [type(piece) for piece in walk(address)].count(LineBreak) == 1
    assert "\\" not in "".join(words("Straat 1\\\nGent\\"))


@pytest.mark.parametrize(
    ("text", "targets"),
    [
        ("Kijk op https://www.bcfi.be/nl of www.bcfi.be.", ["https://www.bcfi.be/nl", "https://www.bcfi.be"]),
        ("(https://x.be/a), `https://x.be` en mijn@www.x.be", ["https://x.be/a"]),
        ("[https://x.be](https://x.be)", ["https://x.be"]),
        ("[a](https://x.be/één pagina)", ["https://x.be/%C3%A9%C3%A9n%20pagina"]),
        ("[b](HTTPS://X.be/%C3%A9?q=a b)", ["https://x.be/%C3%A9?q=a%20b"]),
        ("[a](mailto:an@x.be?subject=Vraag over LOK)", ["mailto:an@x.be?subject=Vraag%20over%20LOK"]),
        ("[a](tel:+32 2 123 45 67)", ["tel:+3221234567"]),
    ],
)
def test_addresses_are_links_that_a_browser_follows(text: str, targets: list[str]) -> None:
    blocks, problems = parse(page(text).intro)
    assert [str(item.target) for item in walk(blocks) if isinstance(item, Link)] == targets
    assert problems == ()


@pytest.mark.parametrize("rule", ["---", "—", "–", "—-", "-----"])
def test_a_rule_that_a_word_processor_changed_closes_the_keys(rule: str) -> None:
    read = page(f"{rule}\ndeel: A\nwie: arts\n{rule}\n\nTekst")
    assert ([key.name for key in read.keys], read.front_matter_open) == (["deel", "wie"], False)
    assert read.intro.lines == ("Tekst",)


def test_a_remark_between_keys_leaves_the_others() -> None:
    read = page("---\ndeel: A\n# nog nakijken\nwie: arts\n---\n\nTekst")
    assert [key.name for key in read.keys] == ["deel", "wie"]


HOSTILE = {
    "brackets": "[" * 20_000,
    "brackets in lines": "[[[[\n" * 5_000,
    "brackets of links": "[a](" * 20_000,
    "stars": "*" * 20_000,
    "loose stars": "*a " * 20_000,
    "stars in lines": "*a **b\n" * 10_000,
    "backticks": "`" * 20_000,
    "pairs of backticks": "`a``" * 5_000,
    "backticks in lines": "`a``b```\n" * 5_000,
    "quotes": ">" * 20_000,
    "quotes with spaces": "> " * 3_000 + "a",
    "points": "- " * 3_000 + "a",
    "points without an end": "- * " * 900,
    "points far apart": "*   " * 900,
    "steps": "\n".join("    " * n + "- a" for n in range(400)),
    "nested quotes": "\n".join("> " * n + "a" for n in range(1, 400)),
    "tabs": "a\t" * 20_000,
    "underlines": "_a " * 20_000,
    "braces": "{#" * 20_000,
    "dollars": "$a" * 20_000,
    "dollars on a line": "$a" * 3_900,
    "ampersands": "&a" * 20_000,
    "bars": "|a" * 20_000 + "\n" + "|-" * 20_000,
    "lines": "woord\n" * 20_000,
    "indented": "    a\n\n" * 10_000,
    "commas": "deel: " + "a, " * 20_000,
    "sharps": "#" * 20_000,
}


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE)
def test_hostile_text_takes_no_time(text: str) -> None:
    """Less than a second where nothing else runs; what is more than linear takes minutes. Seconds of this process."""
    problems: list[Problem] = []
    start = time.process_time()
    read = page(bounded("a.md", Source.decode("a.md", text.encode()).text, problems))
    problems += pitfalls(read)
    for run in (read.intro, *(heading.text for heading in read.headings)):
        problems += parse(run)[1]
    assert time.process_time() - start < 5


def test_what_is_too_much_is_told_once_and_left_out() -> None:
    problems: list[Problem] = []
    text = bounded("a.md", "goed\n" + "- " * 9 + "a\n" + "- " * 9 + "b\n\n" + "x" * 9_000, problems)
    assert text == "goed\n\n\n\n"
    assert [(p.code, p.span.line) for p in problems] == [("te-veel", 2), ("te-veel", 5)]
