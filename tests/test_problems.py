"""Problems: how they read, in which order, and what they suggest."""

import pytest

from lok.model.place import Span
from lok.problems import Code, Problem, Severity, closest, did_you_mean, error, has_errors, ordered, warning


def test_a_problem_reads_as_one_line_and_a_tip() -> None:
    problem = error(Span("slides/a.md", 14, 6), "wie-onbekend", 'onbekende rol "x"', "kies uit: y")
    assert str(problem) == 'slides/a.md:14:6: fout[wie-onbekend]: onbekende rol "x"\n    tip: kies uit: y'
    assert str(warning(Span("a.md"), "b", "c")) == "a.md:1:1: waarschuwing[b]: c"


def test_order_is_that_of_the_files_and_no_problem_comes_twice() -> None:
    places = [Span("b.md"), Span("a.md", 10), Span("a.md", 9, 2), Span("a.md", 9, 1)]
    problems = [make(place, "code", "woorden") for place in places for make in (warning, error, error)]
    found = ordered(problems)
    assert [p.span for p in found] == [place for place in reversed(places) for _ in range(2)]
    assert [p.severity for p in found] == [Severity.ERROR, Severity.WARNING] * 4


def test_warnings_stop_only_when_strict() -> None:
    warnings, errors = [warning(Span("a"), "b", "c")], [error(Span("a"), "b", "c")]
    assert [has_errors(warnings), has_errors(warnings, strict=True), has_errors(errors)] == [False, True, True]
    assert not has_errors([], strict=True)


@pytest.mark.parametrize(
    ("word", "expected"),
    [("psychologe", "psycholoog"), ("ARTS", "arts"), ("atrs", "arts"), ("kinesist", None), ("ars", "arts")],
)
def test_closest(word: str, expected: str | None) -> None:
    assert closest(word, ("arts", "psycholoog", "duo")) == expected


@pytest.mark.parametrize(
    ("word", "names", "hint"),
    [
        ("nodg", ["nodig", "wie"], 'bedoelde je "nodig"? (nodig, wie)'),
        ("xyz", ["nodig", "wie"], "kies uit: nodig, wie"),
        ("xyz", [], ""),
        ("b12", [f"a{n}" for n in range(13)], 'bedoelde je "a12"?'),
        ("xyz", [f"naam{n}" for n in range(13)], ""),
    ],
)
def test_did_you_mean(word: str, names: list[str], hint: str) -> None:
    assert did_you_mean(word, names) == hint


def test_problems_are_data() -> None:
    assert error(Span("a"), "b", "c") == Problem(Span("a"), Severity.ERROR, "b", "c", "")


def test_a_quoted_line_end_breaks_no_message() -> None:
    told = error(Span("a.md", 2, 3), Code.UNKNOWN_LINK, '"casus:jer\noen" is geen link', "bedoelde je\ncasus?")
    assert str(told) == 'a.md:2:3: fout[link-onbekend]: "casus:jer oen" is geen link\n    tip: bedoelde je casus?'
