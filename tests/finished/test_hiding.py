"""However the word Trainer is written: what stands below it is hidden, or the author is told. It is never published."""

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from lok.model.audience import Audience
from lok.model.walk import everything
from lok.problems import has_errors
from lok.read.course import load
from lok.view import view
from projects import BALANCE, CASE, COLUMNS, SESSION, SHEET, STATEMENTS, TERMS, put, read, tiny

PLACES = (SESSION, CASE, COLUMNS, BALANCE, STATEMENTS, SHEET, TERMS)
FORMS = {
    "understood": [
        "## Trainer",
        "## trainer:",
        "## TRAINER",
        "##  Trainer ",
        "##\u00a0Trainer",
        "##\tTrainer",
        "## Trainer ##",
    ],
    "spelled": [
        "## Trianer",
        "## Trainers",
        "## Trainner",
        "## Trainer's",
        "## Trayner",
        "## Voor de trainer",
        "## Trainersdeel",
    ],
    "marked": [
        "## **Trainer**",
        "## *Trainer*",
        "## `Trainer`",
        "## [Trainer](blad:leidraad)",
        "## Trainer.",
        "## (Trainer)",
    ],
    "levels": ["# Trainer", "#### Trainer", "##### Trainer", "###### Trainer", "####### Trainer", "######## Trainer"],
    "glued": ["##Trainer", "#Trainer", "##\u200bTrainer", "##\ufeffTrainer", "##:Trainer", "##*Trainer*"],
    "indented": [
        " ## Trainer",
        "    ## Trainer",
        "\t## Trainer",
        "\u00a0## Trainer",
        "\u200b## Trainer",
        "\u3000## Trainer",
    ],
    "spaces": ["##\u2003Trainer", "##\u3000Trainer", "##\u202fTrainer", "##\u00a0\u00a0Trainer"],
    "nested": [
        "> ## Trainer",
        "> > ## Trainer",
        ">## Trainer",
        "- ## Trainer",
        "1. ## Trainer",
        "* ## Trainer",
        "- > ## Trainer",
    ],
    "deeper": [
        "    - ## Trainer",
        "- a\n\n    ## Trainer",
        "> a\n## Trainer:",
        "+ ## Trainer",
        "• ## Trainer",
        "1) ## Trainer",
    ],
    "underlined": [
        "Trainer\n=======",
        "Trainer\n-------",
        "Trainer\n-",
        "Trainer\n=",
        "Trainer\n  ---",
        "Trainer\n***",
    ],
    "loose": [
        "Trainer",
        "**Trainer**",
        "__Trainer:__",
        "Trainer:",
        "*Trainer*",
        "**Trainers**",
        "TRAINER",
        "Trainer\\",
    ],
    "fenced": [
        "```\n## Trainer",
        "~~~\n## Trainer",
        "```\n## Trainer\n```",
        "````\n## Trainer",
        "   ```\n## Trainer",
        "\t```\n## Trainer",
    ],
    "unseen": [
        "## Trai\u200bner",
        "## Trai\u00adner",
        "## \u200eTrainer",
        "## \u2060Trainer",
        "## Trainer\ufeff",
        "## T\u0301rainer",
    ],
    "lookalike": [
        "## Тrainer",
        "## Trаiner",
        "## Tгаinеr",
        "## Ｔｒａｉｎｅｒ",
        "## 𝐓rainer",
        "## Τrαiηer",
        "## Trаinеr",
    ],
    "combined": [
        "## Trаi\u200bnеrs",
        "> **Trainer**",
        "- Trainer:",
        "##\u2003Тrainеr",
        "| ## Trainer |",
        "\\## Trainer",
    ],
}
FREE = [
    "### Zegt",
    "### Zeg",
    "### Doe",
    "### Doen",
    "### Achtergrnd",
    "### Verwachtt",
    "### Letop",
    "### Na de klick",
    "### Geef t woord",
]


def published(root: Path) -> set[str]:
    """The files whose secret participants would get: no error stops it, and `view` leaves it."""
    courses, problems = load(root)
    public = [record for course in courses for record in everything(view(course, Audience.PARTICIPANT))]
    shown = " ".join(record for record in public if isinstance(record, str))
    wrong = {problem.span.path for problem in problems if has_errors([problem])}
    return {path for path in PLACES if secret(path) in shown} - wrong


def secret(path: str) -> str:
    return f"zqxwaltrov{PLACES.index(path)}"


def plant(root: Path, path: str, text: str) -> None:
    """Put text at the end of the part of a file that is for everyone."""
    content = (root / path).read_text(encoding="utf-8")
    before, mark, after = content.partition("\n## Trainer\n")
    put(root, {path: f"{before.rstrip()}\n\n{text}\n\n{mark}{after}"})


@pytest.mark.parametrize("heading", [heading for headings in FORMS.values() for heading in headings])
def test_trainer_text_is_hidden_or_refused(heading: str, tmp_path: Path) -> None:
    root = tiny(tmp_path)
    for path in PLACES:
        plant(root, path, f"{heading}\n{secret(path)}\n\n### Meer\n{secret(path)}")
    assert not published(root)


@pytest.mark.parametrize("path", [SESSION, COLUMNS, BALANCE, SHEET])
@pytest.mark.parametrize("heading", FREE)
def test_free_heading_may_not_look_like_one_that_hides(heading: str, path: str, tmp_path: Path) -> None:
    plant(tiny(tmp_path), path, f"## Nog iets\n\n{heading}\n{secret(path)}")
    assert [p.code for p in read(tmp_path)[1] if p.code != "kop-ontbreekt"] == ["kop-lijkt-trainer"]


@pytest.mark.parametrize("heading", ["Bed", "Samen trainen", "Vragen", "Achterdeur", "Verwarring", "Zeven", "Let wel"])
def test_other_free_headings_are_free(heading: str, tmp_path: Path) -> None:
    plant(tiny(tmp_path), SHEET, f"## {heading}\n{secret(SHEET)}")
    assert not read(tmp_path)[1]
    assert published(tmp_path) == {SHEET}


def test_deep_trainer_heading_hides_up_to_its_own_level(tmp_path: Path) -> None:
    text = f"## Een\n\n### Twee\n\n#### Trainer\n{secret(SHEET)}\n\n### Drie\nVoor iedereen."
    plant(tiny(tmp_path), SHEET, text)
    assert not read(tmp_path)[1]
    assert not published(tmp_path)
    put(tmp_path, {SHEET: (tmp_path / SHEET).read_text(encoding="utf-8").replace("Voor iedereen.", secret(SHEET))})
    assert published(tmp_path) == {SHEET}


@settings(max_examples=settings.default.max_examples, deadline=None, suppress_health_check=list(HealthCheck))
@given(
    before=st.text(st.sampled_from(" \t\u00a0>-*1.#\u200b•`~|\\_"), max_size=5),
    marks=st.sampled_from(["##", "#", "###", ""]),
    between=st.text(st.sampled_from(" \t\u00a0\u2003\u200b*_`"), max_size=3),
    after=st.text(st.sampled_from(" :.#*_`~-=\n"), max_size=4),
)
def test_no_form_publishes(
    before: str, marks: str, between: str, after: str, tmp_path_factory: pytest.TempPathFactory
) -> None:
    root = tiny(tmp_path_factory.getbasetemp() / "hiding")
    plant(root, SHEET, f"{before}{marks}{between}Trainer{after}\n{secret(SHEET)}")
    assert not published(root)
