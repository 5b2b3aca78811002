"""The authors' guide works when it is followed: its commands, its files, its examples, its pictures and its tables."""

from __future__ import annotations

import re
import shlex
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import click
import pytest
from click.testing import CliRunner

from guide import CHANGE, EXERCISE, FILE, GUIDE, SLIDE, examples, forms, picture, section
from lok.cli import main
from lok.exercises import BY_WORD, KINDS
from lok.exercises.kind import Kind
from lok.live import Live
from lok.load import load_and_check
from lok.model.audience import Audience
from lok.model.course import Course
from lok.problems import Code, has_errors
from lok.publish.engine import MKDOCS
from lok.read.format import CARDS, CASE, EVENING, FACTS, SESSION, SHEET, SLIDES, SPEAKER_KEYS
from lok.read.format import EXERCISE as EXERCISES
from lok.slides.registry import WORDS
from projects import ROOT, edit, read

README = (ROOT / "README.md").read_text(encoding="utf-8")
START = section("Beginnen").partition("**Je eerste cursus.**")[2]
COMMANDS = re.compile(r"^```sh\n(.*?)^```$", re.MULTILINE | re.DOTALL)
SHOWN = re.compile(r"^```text\n(.*?)^```$", re.MULTILINE | re.DOTALL)
ANSWER = re.compile(r"[?:\]] ([^?:\]]+)$")
LEFT_OUT = {Code.NO_WORDS, Code.NO_CUE, Code.MINUTES_DO_NOT_ADD_UP}
"""What is told of an example that shows no notes, in an evening that holds every form."""
ROWS = {
    "sessie": ((*SESSION.required, *SPEAKER_KEYS), SESSION.optional),
    "bestand met slides": (SLIDES.required, SLIDES.optional),
    "elke slide": (SLIDES.required_heading_keys, SLIDES.heading_keys),
    "casus": (CASE.required, CASE.optional),
    "deel van een casus": ((), CASE.heading_keys),
    "oefening": (EXERCISES.required, EXERCISES.optional),
    "blad": (SHEET.required, SHEET.optional),
    "kaarten": (CARDS.required, CARDS.optional),
    "feit": (FACTS.required_heading_keys, FACTS.heading_keys),
    "avond": (EVENING.required, EVENING.optional),
}


def lok(*arguments: str, given: str = "") -> str:
    """What `lok` says; it must end well."""
    result = CliRunner().invoke(main, arguments, input=given)
    assert result.exit_code == 0, result.output
    return result.output


@pytest.fixture
def begun(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder of the first course, after every command of the guide up to the preview."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr("lok.cli.new.can_ask", lambda: True)
    asked = SHOWN.findall(START)[0].splitlines()
    for command in "".join(COMMANDS.findall(START)).splitlines():
        match shlex.split(command):
            case ["mkdir", name]:
                Path(name).mkdir()
            case ["cd", name]:
                monkeypatch.chdir(name)
            case ["lok", "nieuw"]:
                said = lok("nieuw", given="".join(f"{ANSWER.search(line)[1]}\n" for line in asked))
                assert all(line in said for line in asked)
            case other:
                assert other == ["lok", "serve"]
    return Path.cwd()


def test_the_first_course_says_the_new_text(begun: Path) -> None:
    [(path, line, new)] = CHANGE.findall(START)
    preview = Live(begun, [], (Audience.PARTICIPANT,), MKDOCS)
    assert any(line in page for page in _pages(preview))
    text = (begun / path).read_text(encoding="utf-8")
    [old] = [each for each in text.splitlines() if each.startswith(line)]
    edit(begun, path, old, new.strip())
    assert new.strip() in next(_pages(preview))
    assert "Alles in orde." in lok("check")


def _pages(preview: Live) -> Iterator[str]:
    """Each page that a preview shows, the first of them first; by the clock, as what `lok nieuw` wrote is."""
    for stage in preview.stages(date.today()):
        yield from (data.decode() for path, data in stage.files.items() if path.endswith(".html"))


def test_the_files_of_the_guide_are_in_order_one_after_the_other(begun: Path) -> None:
    files = FILE.findall(GUIDE)
    assert [path.partition("/")[0] for path, _ in files] == ["content", "slides", "cases", "content"]
    for path, text in files:
        assert (begun / path).is_file()
        (begun / path).write_text(text, encoding="utf-8")
        assert read(begun)[1] == ()
    assert "Alles in orde." in lok("check")


def test_one_thing_more_leaves_the_course_in_order(begun: Path) -> None:
    more = [shlex.split(command) for command in re.findall(r"`lok (nieuw [^`]+)`", START.partition("**En dan?**")[2])]
    assert len(more) == 6
    for words in more:
        lok(*words)
    assert not has_errors(load_and_check(begun, (), date.today()).problems)


def test_the_message_of_the_guide_is_what_lok_says(begun: Path) -> None:
    told = SHOWN.findall(section("De mappen"))[1]
    edit(begun, told.partition(":")[0], "wie: tandarts", "wie: tandart")
    assert told in CliRunner().invoke(main, ["check"]).output


@pytest.fixture(scope="module")
def course(tmp_path_factory: pytest.TempPathFactory) -> Course:
    """Every example of a form in one course."""
    courses, problems = read(forms(tmp_path_factory.mktemp("forms")))
    assert {each.code for each in problems} <= LEFT_OUT
    return courses[0]


def test_each_form_of_slide_has_an_example_of_that_form(course: Course) -> None:
    written = [slide.kind for slide in course.parts[0].slides if slide.span.line > 1]
    assert written == list(examples(SLIDE))
    assert set(written) == set(WORDS)


def test_each_form_of_exercise_has_an_example_of_that_form() -> None:
    assert set(examples(EXERCISE)) == set(BY_WORD)
    assert all(f"\nvorm: {word}\n" in example for word, example in examples(EXERCISE).items())


@pytest.mark.parametrize("form", [(SLIDE, word) for word in WORDS] + [(EXERCISE, word) for word in BY_WORD])
def test_each_form_has_its_picture(form: tuple[str, str]) -> None:
    assert f"]({picture(*form)})" in GUIDE


@pytest.mark.parametrize("page", ["README.md", "docs/auteursgids.md"])
def test_what_a_guide_points_to_is_there(page: str) -> None:
    text = re.sub(
        r"^```.*?^```$|`[^`]*`", "", (ROOT / page).read_text(encoding="utf-8"), flags=re.MULTILINE | re.DOTALL
    )
    targets = re.findall(r"\]\(([^)#:]+)\)", text)
    assert targets
    assert [each for each in targets if not ((ROOT / page).parent / each).is_file()] == []


def test_links_within_the_guide_lead_to_a_heading() -> None:
    headings = re.findall(
        r"^#+ (.+)$", re.sub(r"^```.*?^```$", "", GUIDE, flags=re.MULTILINE | re.DOTALL), re.MULTILINE
    )
    places = {re.sub(r"[^\w -]", "", each.lower()).replace(" ", "-") for each in headings}
    assert [each for each in re.findall(r"\]\(#([^)]+)\)", re.sub(r"`[^`]*`", "", GUIDE)) if each not in places] == []


def _row(table: str, name: str) -> tuple[set[str], set[str]]:
    """The keys in bold and the others, of the row that names `name`."""
    [cell] = re.findall(rf"^\| (?:[\w, ]+, )?{name}(?:, [\w, ]+)? \| (.+) \|$", table, re.MULTILINE)
    keys = set(re.split(r"[,;] | \(of ", re.sub(r"onder (?:elke|een) \w+ |\)", "", cell)))
    return {key.strip("*") for key in keys if "*" in key}, {key for key in keys if "*" not in key}


@pytest.mark.parametrize("name", ROWS)
def test_the_table_says_which_keys_are_obligatory(name: str) -> None:
    required, known = ROWS[name]
    bold, plain = _row(section("Sleutels").partition("En bij een oefening")[0], name)
    assert bold == set(required)
    assert plain - {"en die van haar vorm"} == set(known) - set(required)


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.word)
def test_the_table_says_which_keys_a_form_asks_for(kind: Kind[Any]) -> None:
    keys = kind.keys
    bold, plain = _row(section("Sleutels").partition("En bij een oefening")[2], kind.word)
    assert bold == {*keys.required, *keys.required_heading_keys}
    optional = {*keys.optional, *keys.heading_keys, *keys.group_keys} - bold
    assert plain - {"geen"} == optional


@pytest.mark.parametrize("line", [each for each in README.splitlines() if each.startswith("    lok ")])
def test_the_readme_names_only_options_that_are_there(line: str) -> None:
    for said in line.partition("#")[0].split(" | "):
        command = main.get_command(click.Context(main), said.split()[1])
        assert command
        below = command.commands.values() if isinstance(command, click.Group) else ()
        known = {option for each in (command, *below) for parameter in each.params for option in parameter.opts}
        assert set(re.findall(r"--[a-z]+", said)) <= known


@pytest.mark.parametrize("said", sorted(set(re.findall(r"`lok ([a-z][^`]*)`|^    lok (.+)$", GUIDE, re.MULTILINE))))
def test_each_command_of_the_guide_is_there_with_its_options(said: tuple[str, str]) -> None:
    name, *words = shlex.split("".join(said))
    command = main.get_command(click.Context(main), name)
    assert command
    if isinstance(command, click.Group) and words and words[0] in command.commands:
        command = command.commands[words[0]]
    known = {option for parameter in command.params for option in parameter.opts}
    assert {word for word in words if word.startswith("--")} <= known
