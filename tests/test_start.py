"""`lok nieuw`: what it writes is in order, whoever speaks and whatever is added, and what was there stays."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from lok.build import build
from lok.cli import main
from lok.design import palette
from lok.exercises import KINDS
from lok.load import load_and_check
from lok.model.audience import Audience
from lok.model.names import slug
from lok.problems import Problem
from lok.read.places import places
from lok.slides.registry import WORDS
from projects import TODAY, put

Run = Callable[..., Result]
SPEAKERS = (
    "kinesist, tandarts",
    "kinesist",
    "kinesist, tandarts, arts",
    "kinesist, tandarts, arts, psycholoog",
)
"""Of one session each: as many as a session may have."""
SESSION = "content/sessies/een-goed-gesprek.md"
PART = "slides/een-goed-gesprek/02-doen.md"


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Run:
    """Run `lok` in an empty folder."""
    monkeypatch.chdir(tmp_path)

    def lok(*arguments: str, **given: str) -> Result:
        result = CliRunner().invoke(main, arguments, **given)
        assert result.exception is None or isinstance(result.exception, SystemExit), result.exception
        return result

    return lok


@pytest.fixture
def begun(run: Run) -> Run:
    """The same in a folder with a new course."""
    assert begin(run).exit_code == 0
    return run


def begin(run: Run, speakers: str = SPEAKERS[0], minutes: str = "60") -> Result:
    return run("nieuw", "--titel", "Een goed gesprek", "--sprekers", speakers, "--minuten", minutes)


def problems() -> tuple[Problem, ...]:
    return load_and_check(Path.cwd(), (), TODAY).problems


def texts() -> dict[str, bytes]:
    return {path.as_posix(): path.read_bytes() for path in sorted(Path().rglob("*.md"))}


@pytest.mark.parametrize("minutes", ["25", "26", "120"])
@pytest.mark.parametrize("speakers", SPEAKERS)
def test_a_new_course_is_in_order(speakers: str, minutes: str, run: Run) -> None:
    said = begin(run, speakers, minutes)
    assert said.exit_code == 0, said.output
    assert f"Open eerst {SESSION}" in said.output
    assert [str(problem) for problem in problems()] == []
    course = load_and_check(Path.cwd(), (), TODAY).courses[0]
    assert len([part for part in course.parts if part.written]) == 2
    assert len({slide.kind for slide in course.slides}) >= 6
    assert [len(each) for each in (course.cases, course.exercises, course.sheets)] == [1, 1, 2]
    assert course.minutes == int(minutes)


def test_a_new_course_is_built_without_a_warning(run: Run) -> None:
    begin(run)
    loaded = load_and_check(Path.cwd(), (), TODAY)
    made = build(loaded, tuple(Audience))
    assert [str(problem) for problem in made.problems] == []
    assert {"trainer/een-goed-gesprek/index.html", "deelnemer/een-goed-gesprek/index.html"} <= {
        output.path for output in made.outputs
    }
    assert [passage for passage in places(Path.cwd(), "een-goed-gesprek").passages if not passage.public]


def test_each_role_has_notes_of_its_own(begun: Run) -> None:
    course = load_and_check(Path.cwd(), (), TODAY).courses[0]
    assert {note.role for slide in course.slides for note in slide.notes} >= {role.id for role in course.roles}


@pytest.mark.parametrize("form", [kind.word for kind in KINDS])
def test_every_form_of_exercise_can_be_added(form: str, begun: Run) -> None:
    said = begun("nieuw", "oefening", form, "Iets nieuws")
    assert (said.exit_code, problems()) == (0, ()), said.output
    assert "Open eerst content/oefeningen/iets-nieuws.md" in said.output
    assert begun("nieuw", "slide", "--soort", "oefening").exit_code == 0
    assert problems() == ()


def test_every_kind_of_slide_can_be_added_one_after_the_other(begun: Run) -> None:
    for form in ("balans", "uitspraken"):
        assert begun("nieuw", "oefening", form, form).exit_code == 0
    for number, kind in enumerate(WORDS, start=1):
        said = begun("nieuw", "slide", f"Nummer {number}", "--soort", kind)
        assert (said.exit_code, said.output.splitlines()[-1]) == (0, f"Open eerst {PART} en zet er je eigen tekst in.")
        assert [str(problem) for problem in problems()] == [], kind
        course = load_and_check(Path.cwd(), (), TODAY).courses[0]
        assert next(slide.kind for slide in course.slides if slide.title == f"Nummer {number}") == kind
    assert course.minutes == 60 + 2 * len(WORDS)


def test_a_slide_can_be_added_to_any_part(begun: Run) -> None:
    assert begun("nieuw", "slide", "Hier", "--deel", "01-kijken").exit_code == 0
    assert problems() == ()
    assert "## Hier" in Path("slides/een-goed-gesprek/01-kijken.md").read_text(encoding="utf-8")
    assert "kies uit: 01-kijken, 02-doen" in begun("nieuw", "slide", "--deel", "03").output


@pytest.mark.parametrize("what", ["casus", "blad", "kaart"])
def test_a_case_a_sheet_and_cards_can_be_added(what: str, begun: Run) -> None:
    before = texts()
    for _ in range(2):
        assert begun("nieuw", what).exit_code == 0
        assert problems() == ()
    after = texts()
    assert len(after) == len(before) + 2
    assert {path for path, data in before.items() if after[path] != data} == {SESSION}


def test_a_session_can_be_added(begun: Run) -> None:
    assert begun("nieuw", "sessie", "Nog een avond", "--minuten", "40").exit_code == 0
    assert problems() == ()
    assert "zeg bij welke avond" in begun("nieuw", "blad").output
    assert begun("nieuw", "blad", "--sessie", "nog-een-avond").exit_code == 0
    assert problems() == ()


def test_what_is_there_is_never_overwritten(begun: Run) -> None:
    before = texts()
    assert "al een cursus" in begin(begun).output
    for again in (
        ["casus", "Sam"],
        ["blad", "Vragen"],
        ["oefening", "stappen", "Eerste week"],
        ["sessie", "Een goed gesprek"],
    ):
        said = begun("nieuw", *again)
        assert (said.exit_code, "bestaat al" in said.output) == (1, True), said.output
    assert texts() == before


def test_line_ends_of_windows_stay(begun: Run) -> None:
    path = Path(SESSION)
    path.write_bytes(b"\xef\xbb\xbf" + path.read_bytes().replace(b"\n", b"\r\n"))
    for what in ("blad", "slide"):
        assert begun("nieuw", what).exit_code == 0
    data = path.read_bytes()
    assert data.startswith(b"\xef\xbb\xbf---\r\n")
    assert data.count(b"\r\n") == data.count(b"\n")
    assert problems() == ()


def test_what_lok_cannot_read_is_not_written(run: Run) -> None:
    said = begin(run, "duo, vraag")
    assert (said.exit_code, texts()) == (1, {})
    assert "rol" in said.output
    assert begin(run, "").exit_code == 1
    assert run("nieuw", "--titel", "!!", "--sprekers", SPEAKERS[0], "--minuten", "60").exit_code == 1
    assert texts() == {}


def test_without_a_terminal_it_asks_nothing(run: Run) -> None:
    said = run("nieuw")
    assert said.exit_code == 2
    assert "geef --titel, --sprekers en --minuten" in said.output


def test_with_a_terminal_it_asks(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("lok.cli.new.can_ask", lambda: True)
    said = run("nieuw", input="Een goed gesprek\nkinesist, tandarts\n\n")
    assert said.exit_code == 0, said.output
    assert "Hoeveel minuten duurt het?" in said.output
    assert problems() == ()


@pytest.mark.parametrize("command", [["check"], ["build"], ["serve"], ["nieuw", "slide"], ["pack", "x"]])
def test_without_a_course_every_command_says_how_to_begin(command: list[str], run: Run) -> None:
    said = run(*command)
    assert (said.exit_code, "lok nieuw" in said.output) == (1, True), said.output


def test_every_kind_has_something_to_begin_with() -> None:
    assert [kind.word for kind in KINDS if not (palette.KINDS / kind.name / "start.md").is_file()] == []
    slides = {path.stem for path in (palette.TEMPLATES / "start" / "slides").iterdir()}
    assert slides == {slug(word) for word in WORDS} - {kind.word for kind in KINDS if kind.slide}


def test_mkdocs_yml_of_an_author_overrules_ours(begun: Run) -> None:
    ours = load_and_check(Path.cwd(), (), TODAY).settings
    put(Path.cwd(), {"mkdocs.yml": "theme: material\nextra_css: [eigen.css]\n"})
    theirs = load_and_check(Path.cwd(), (), TODAY).settings
    assert (theirs["extra_css"], ours.get("extra_css")) == (["eigen.css"], None)
