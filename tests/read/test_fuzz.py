"""Any text that an author could save: never a traceback, nothing dropped, nothing hidden that is not hidden."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import unquote

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from lok.model.audience import Audience
from lok.model.plain import pieces
from lok.model.ref import Ref, RefKind
from lok.model.text import Link, Picture
from lok.model.walk import walk
from lok.problems import Problem, has_errors
from lok.read.markdown import parse
from lok.read.pitfalls import pitfalls
from lok.read.scan import BOUNDARY, REMARK, KeyTest, Source, scan
from lok.view import view
from projects import (
    BALANCE,
    CASE,
    COLUMNS,
    FACTS,
    FIRST,
    SECOND,
    SESSION,
    SHEET,
    SOURCES,
    STATEMENTS,
    TERMS,
    TRAINER_SHEET,
    put,
    read,
    tiny,
)

FILES = (SESSION, FIRST, SECOND, CASE, COLUMNS, BALANCE, STATEMENTS, SHEET, TRAINER_SHEET, FACTS, TERMS, SOURCES)
STARTS = [
    "",
    "",
    "- ",
    "1. ",
    "    - ",
    "  - ",
    "> ",
    "# ",
    "## ",
    "### ",
    "#### ",
    "##",
    " ## ",
    "> ## ",
    "- # ",
    "• ",
]
STARTS += [
    "| ",
    "minuten: ",
    "wie: ",
    "kort: ",
    "- pauze: ",
    "feit: ",
    "titel: ",
    "\t",
    "\u00a0",
    "oordeel: ",
    "delen:",
]
PIECES = [
    "woord",
    "lang",
    "Trainer",
    "Deel 1",
    "3",
    "0,5",
    "**vet**",
    "*schuin*",
    "`code`",
    "[link](blad:leidraad)",
    "|",
    "\\",
]
PIECES += [
    "![beeld](druppel.png)",
    "![](",
    "](",
    "<b>",
    "{: x}",
    "---",
    "===",
    "```",
    "~~~",
    "(",
    ")",
    ":",
    "\u200b",
    "22/11/2026",
]
PIECES += [
    "feit: wrijftijd",
    "Mogelijk antwoord",
    "Reactie 1: x",
    "Zeg",
    "**",
    "_",
    "`",
    "&amp;",
    "<https://x.be>",
    "[a][b]",
    "[a]: b",
]
STARTS += [
    "> 65 ", "- > 3 ",
    "+ 5 ", "- - 2 ", "2026. ", "- 1999. ", "-\u00a0", "o\t", "\uf0b7 ", "— ", "*", "::: ", "    " * 9,
]  # fmt: skip
PIECES += [
    "\u00ad", "\u202e", "\ufe0f", "[^1]", "~~x~~", "$x^2$", "&nbsp;", "{{ x }}", "[[x]]", "<<<<<<< a", "=======",
    "https://x.be/a?b=c.", "www.x.be", "\t", "**half", "__half", "_half", "[" * 400, "> " * 9, "9" * 400, "zin\\",
    "[a](https://x.be/é f)", "[a](http://[::1)", "<<", "§", "o",
]  # fmt: skip
LINES = st.builds(
    lambda start, pieces: start + " ".join(pieces),
    st.sampled_from(STARTS),
    st.lists(st.sampled_from(PIECES), max_size=4),
)
AUTHORED = st.lists(st.one_of(LINES, st.just(""), st.just("---"), st.text(max_size=20)), max_size=25).map("\n".join)
EXAMPLES = settings.default.max_examples
"""How many texts to try where that is quick; a share of it where a whole course is read for each."""
QUIET = settings(max_examples=EXAMPLES // 4, deadline=None, suppress_health_check=list(HealthCheck))


@pytest.mark.parametrize("path", FILES)
def test_no_text_in_any_file_raises(path: str, tmp_path: Path) -> None:
    root = tiny(tmp_path)
    original = (root / path).read_text(encoding="utf-8").split("\n")

    @QUIET
    @given(text=AUTHORED, at=st.integers(0, len(original)), whole=st.booleans())
    def attack(text: str, at: int, whole: bool) -> None:
        mixed = text if whole else "\n".join([*original[:at], text, *original[at:]])
        put(root, {path: mixed.encode("utf-8", "surrogatepass")})
        courses, problems = read(root)
        assert all(isinstance(problem, Problem) and str(problem) for problem in problems)
        for course in courses:
            view(course, Audience.PARTICIPANT)

    attack()


@pytest.mark.parametrize("path", FILES)
def test_no_bytes_in_any_file_raise(path: str, tmp_path: Path) -> None:
    root = tiny(tmp_path)

    @settings(max_examples=EXAMPLES // 10, deadline=None, suppress_health_check=list(HealthCheck))
    @given(raw=st.binary(max_size=200))
    def attack(raw: bytes) -> None:
        put(root, {path: raw})
        assert all(isinstance(problem, Problem) for problem in read(root)[1])

    attack()


@settings(max_examples=EXAMPLES * 5, deadline=None)
@given(text=AUTHORED, levels=st.sampled_from([frozenset[int](), frozenset({2})]))
def test_scan_keeps_every_line(text: str, levels: frozenset[int]) -> None:
    source = Source.decode("a.md", text.encode("utf-8", "surrogatepass").decode("utf-8", "replace").encode())
    page = scan(source, levels, KeyTest(frozenset({"minuten", "wie", "oordeel"})))
    kept = {line.span.line for line in page.headings}
    for keys in (page.keys, *(heading.keys for heading in page.headings)):
        kept |= {key.span.line for key in keys} | {item.span.line for key in keys for item in key.items}
    for run in (page.intro, *(heading.text for heading in page.headings)):
        kept |= {run.span.line + n for n in range(len(run.lines))}
    lines = source.text.split("\n")
    lost = {n: line for n, line in enumerate(lines, 1) if line.strip() and n not in kept}
    opened, *closed = [n for n, line in lost.items() if BOUNDARY.match(line)] or [len(lines)]
    assert len(closed) <= 1
    remarks = {n: line for n, line in lost.items() if n not in (opened, *closed)}
    assert all(REMARK.match(line) and opened < n < min((*closed, len(lines) + 1)) for n, line in remarks.items())


@settings(max_examples=EXAMPLES * 5, deadline=None)
@given(lines=st.lists(st.one_of(LINES, st.just("")), min_size=1, max_size=12))
def test_prose_keeps_every_word_or_says_so(lines: list[str]) -> None:
    numbered = [re.sub("woord|lang", lambda match, n=n: f"{match.group()}{n}q", line) for n, line in enumerate(lines)]  # type: ignore[misc]
    page = scan(Source.decode("slides/a/b.md", "\n".join(numbered).encode()), frozenset(), KeyTest(frozenset()))
    for run in (page.intro, *(heading.text for heading in page.headings)):
        blocks, problems = parse(run)
        if not has_errors((*problems, *pitfalls(page))):
            seen = unquote(" ".join((*pieces(blocks), *_targets(blocks))))
            wanted = re.findall(r"[^\W_]+", re.sub(r"&\w+;|\d+\. ", " ", run.content))
            assert [word for word in wanted if word.lower() not in seen.lower()] == []


def _targets(blocks: object) -> Iterator[str]:
    for record in walk(blocks):
        match record:
            case Link(target=target):
                yield str(target)
            case Picture(path=path):
                yield path
            case Ref(kind=RefKind.FACT, id=name):
                yield f"feit {name}"
