"""What is imported reads the same: any text survives the way through our own Markdown and our own reader."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from lok.importing.headings import heading, title
from lok.importing.letters import shown
from lok.importing.paragraphs import Par, Run, inlines, nested
from lok.importing.to_markdown import written
from lok.model.names import clean
from lok.model.place import Span
from lok.model.plain import inline_text, pieces
from lok.model.text import Blocks, LineBreak, Link, ListBlock, Paragraph, Picture, Plain, Table
from lok.problems import Code, Problem, Severity
from lok.read import markdown
from lok.read.bounds import bounded
from lok.read.format import SLIDES
from lok.read.pitfalls import misplaced_keys, pitfalls
from lok.read.scan import KeyTest, Source, scan

KEYS = frozenset(SLIDES.heading_keys)
SIGNS = """** * __ _ ` <b> </a> <!-- [x](y) ![a](b.png) {: .x} {#i} --8<-- ~~a~~ ==b== $$x$$ \\ \\frac &amp; &#39;
feit: grafiek: staven, minuten: bron: # ## - + > 1. 2026. 1) a) a. • – — --- === ``` ~~~ ::: !!! ??? <<<<<<<
>>>>>>> ======= ||||||| | |---| https://x.be/a_b__c?d=e&f#g www.vrt.be casus:jan % a B Woord 12 1.1 . " ( ) = [^1]
[[x]] {{x}} {% [ ] é …"""
LOOSE = ["o Jan", "§ 3 art", "* * *", "Als het uitloopt: ja", "\t", "\u00a0", "\u00ad", " ", "een\\", "+ 5"]
WORDS = [*SIGNS.split(), *LOOSE]
TEXTS = st.lists(st.sampled_from(WORDS) | st.text(st.characters(codec="utf-8"), max_size=6), min_size=1, max_size=8)


def loaded(text: str) -> tuple[Blocks, list[Problem]]:
    """What the reader of slides makes of a text on a slide."""
    problems: list[Problem] = []
    raw = f"---\ndeel: x\nwie: duo\n---\n\n## Titel\nminuten: 1\n\n{text}\n".encode()
    source = Source.decode("slides/x/01.md", raw)
    bounded(source.path, source.text, problems)
    page = scan(source, frozenset({2}), KeyTest(KEYS))
    assert len(page.headings) == 1
    blocks, wrong = markdown.parse(page.headings[0].text)
    found = [*problems, *pitfalls(page), *misplaced_keys(page, SLIDES.keys, KEYS), *wrong]
    return blocks, [each for each in found if each.code not in (Code.WIDE_TABLE, Code.TRAINER_LOOKALIKE)]


def said(blocks: Blocks) -> list[str]:
    return [clean(piece) for piece in pieces(blocks)]


@pytest.mark.parametrize("form", ["paragraph", "after a break", "list", "table"])
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(TEXTS)
@example(["feit: x"])
@example(["> 65"])
@example(["C:\\"])
@example(["_0", " 0", "_0"])
def test_any_text_reads_the_same(form: str, parts: list[str]) -> None:
    text = clean(shown("".join(parts), []))
    if not text:
        return
    par = Paragraph((Plain(text),))
    forms: dict[str, Blocks] = {
        "paragraph": (par,),
        "after a break": (Paragraph((Plain("x"), LineBreak(), Plain(text))),),
        "list": (ListBlock(False, ((par,), (par, ListBlock(True, ((par,), (par,)))))),),
        "table": (Table(((Plain(text),), (Plain("b"),)), (((Plain(text),), (Plain(text),)),)),),
    }
    blocks, problems = loaded(written(forms[form]))
    assert said(blocks) == said(forms[form])
    assert [type(block) for block in blocks] == [type(block) for block in forms[form]]
    assert problems == []


@given(st.lists(st.builds(Run, st.sampled_from(WORDS), st.booleans(), st.booleans()), min_size=1, max_size=5))
@example([Run(">>>>>>>", False, True), Run("<b>", False, True)])
def test_any_emphasis_keeps_the_words(runs: list[Run]) -> None:
    children = inlines(runs, [])
    if not inline_text(children).strip():
        return
    blocks, problems = loaded(written((Paragraph(children),)))
    assert said(blocks) == said((Paragraph(children),))
    assert problems == []


@given(TEXTS)
@example(["C", " ", "#"])
@example(["<!--"])
@example(["<!-- x -->"])
def test_any_title_stays_a_title(parts: list[str]) -> None:
    made = title(shown("".join(parts), []), [])
    if not made:
        return
    page = scan(Source.decode("x.md", f"{heading(2, made)}\nminuten: 1\n".encode()), frozenset({2}), KeyTest(KEYS))
    assert [each.title for each in page.headings] == [clean(made)]
    errors = [each for each in pitfalls(page) if each.severity is Severity.ERROR]
    assert [each for each in errors if each.code is not Code.TRAINER_LOOKALIKE] == []


def test_emphasis_stands_against_its_letters() -> None:
    runs = [
        Run("Bel "),
        Run("eerst ", bold=True),
        Run("de"),
        Run(" arts", italic=True),
        Run(", dan"),
        Run("pas", bold=True),
    ]
    children = inlines(runs, [])
    assert written((Paragraph(children),)) == "Bel **eerst** de *arts*, danpas"


def test_links_keep_their_address() -> None:
    link = Link("https://x.be/a (b)_c", (Plain("hier [1]"),), Span(""))
    blocks, problems = loaded(written((Paragraph((Plain("Lees "), link)),)))
    assert written(blocks) == "Lees [hier \\[1\\]](https://x.be/a%20%28b%29_c)"
    assert problems == []


def test_levels_become_lists_in_lists() -> None:
    pars = [
        Par((Plain(text),), level, mark)
        for text, level, mark in (("a", 1, "-"), ("b", 3, "1."), ("c", 3, "1."), ("d", 1, "-"))
    ]
    assert written(nested(pars)) == "- a\n    1. b\n    2. c\n- d"


def test_typed_bullets_and_numbers_are_points() -> None:
    pars = [Par((Plain(text),)) for text in ("– een", "• twee", "1. drie", "2. vier", "7. los")]
    assert written(nested(pars)) == "- een\n- twee\n\n1. drie\n2. vier\n\n7\\. los"


def test_a_picture_has_no_marks_in_its_words() -> None:
    assert written((Picture("x/a.png", "een [b] *c*", Span("")),)) == "![een b c](a.png)"


def test_a_long_paragraph_goes_on_on_the_next_line() -> None:
    text = " ".join(["- woord"] * 3000)
    blocks, problems = loaded(written((Paragraph((Plain(text),)),)))
    assert said(blocks) == [text]
    assert problems == []
