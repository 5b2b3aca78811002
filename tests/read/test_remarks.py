"""What stands between `<!--` and `-->` is for nobody: no record holds it, no lock knows it, no line moves."""

from pathlib import Path

import pytest

from lok.build import build
from lok.load import load_and_check
from lok.model.audience import Audience
from lok.problems import Code
from lok.read.places import places
from lok.read.remarks import without_remarks
from projects import CASE, FACTS, FIRST, SESSION, SHEET, TODAY, edit, only, put, read, tiny

SECRET = "zwijgplicht"
REMARK = f"<!-- {SECRET} -->"
LONG = f"<!-- {SECRET}\n\n## Trainer\nnodig: {SECRET}\n-->"


def remarked(root: Path) -> Path:
    """The tiny course with remarks in each kind of place."""
    edit(root, SESSION, "duur:", f"# {SECRET}\n{REMARK}\n# nog {SECRET}\nduur:")
    edit(root, SESSION, "  - 02-doen", f"  - 02-doen {REMARK}\n  # {SECRET}\n{REMARK}")
    edit(root, SESSION, "Een half uur", f"{LONG}\n\nEen half {REMARK}uur")
    edit(root, FIRST, "## Je handen reizen mee\n", f"## Je handen {REMARK} reizen mee\n{REMARK}\n")
    edit(root, FIRST, "casus: noemie, deel 1\n", f"{REMARK}\ncasus: noemie, deel 1 {REMARK}\n{LONG}\n")
    edit(root, FIRST, "nodig: flipchart", f"{REMARK}\nnodig: flipchart")
    edit(root, FIRST, "- Van de deurklink", f"- {REMARK} Van de deurklink")
    edit(root, CASE, "## Deel 1\n", f"## Deel 1\n{REMARK}\n")
    edit(root, SHEET, "---\n", f"---\n{REMARK}\n")
    edit(root, FACTS, "kort:", f"{REMARK}\nkort:")
    return root


def test_a_course_with_remarks_is_the_course_without(tmp_path: Path) -> None:
    without = only(tiny(tmp_path / "one"))
    course = only(remarked(tiny(tmp_path / "other")))
    assert SECRET not in repr(course)
    assert [slide.body for slide in course.slides if slide.title] != []
    assert [slide.needs for slide in course.slides] == [slide.needs for slide in without.slides]
    assert [slide.title for slide in course.slides] == [slide.title for slide in without.slides]


def test_the_second_lock_does_not_know_them(tmp_path: Path) -> None:
    plain, said = (places(root, "handhygiene") for root in (tiny(tmp_path / "a"), remarked(tiny(tmp_path / "b"))))
    told = [{(each.text, each.public) for each in found.passages} for found in (plain, said)]
    assert told[0] == told[1]


def test_nothing_of_them_is_made(tmp_path: Path) -> None:
    loaded = load_and_check(remarked(tiny(tmp_path)), [], TODAY)
    built = build(loaded, list(Audience))
    assert not [problem for problem in built.problems if problem.code is Code.LEAK]
    assert not [output.path for output in built.outputs if SECRET.encode() in output.data]


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("een <!-- x --> twee", "een   twee"),
        ("een <!-- x -->", "een"),
        ("<!-- x -->", "\f"),
        ("<!-- x\ny -->\nz", "\f\n\f\nz"),
        ("    - punt <!-- x -->", "    - punt"),
        ("een \\ <!-- x -->", "een \\"),
        ("een <!-- x", "een <!-- x"),
        ("<!-- x <!-- y --> z", "<!-- x   z"),
        ("rust --> herstel", "rust --> herstel"),
    ],
)
def test_lines_stay_where_they_are(text: str, left: str) -> None:
    assert without_remarks(text) == left


def test_a_mistake_below_a_remark_has_its_own_line(tmp_path: Path) -> None:
    root = put(tiny(tmp_path), {SHEET: f"---\ntitel: Blad\n{LONG}\n---\n\n{LONG}\n\n[x](blad:niets)\n"})
    assert (16, Code.UNKNOWN_SHEET) in [(each.span.line, each.code) for each in read(root)[1]]
