"""What looks like a place and is none is refused with the right heading; what looks like nothing is let through."""

from __future__ import annotations

import pytest

from lok.problems import Code
from lok.read.format import CARDS, CASE, CHANGES, EXERCISE, SESSION, SHEET, SLIDES, FileFormat
from lok.read.lookalikes import lookalikes
from lok.read.scan import KeyTest, Source, scan

TRAINER, ANSWER = Code.TRAINER_LOOKALIKE, Code.ANSWER_LOOKALIKE


def told(text: str, form: FileFormat) -> list[tuple[Code, int, str]]:
    source = Source.decode("a.md", text.encode())
    page = scan(source, frozenset({2} if form.heading_keys else ()), KeyTest(frozenset(form.heading_keys)))
    return [(problem.code, problem.span.line, problem.hint) for problem in lookalikes(page, form)]


@pytest.mark.parametrize(
    "heading",
    [
        "## Trainer",
        "# Trainer",
        "## Trianer",
        "## **Trainer:**",
        "## Trainers",
        "## Voor de trainers",
        "## Enkel voor lesgevers",
        "## Nota's voor de begeleider",
        "## Alleen docenten",
        "## Niet voor deelnemers",
    ],
)
def test_no_slide_is_called_trainer(heading: str) -> None:
    (problem,) = told(f"## Een slide\nminuten: 1\n\n{heading}\nminuten: 1\n\n- Zwijg hierover.", SLIDES)
    assert problem[:2] == (TRAINER, 4)
    assert "`### Zeg`" in problem[2]


@pytest.mark.parametrize("form", [SHEET, SESSION, EXERCISE, CARDS], ids=lambda form: form.folder)
@pytest.mark.parametrize(
    "title", ["Enkel voor lesgevers", "Lesgever", "Voor de lesgevers", "Notities voor docenten", "Niet publiceren"]
)
def test_other_words_for_trainer_are_no_place(title: str, form: FileFormat) -> None:
    assert told(f"## Een\nTekst.\n\n### {title}\nZwijg.", form) == [
        (TRAINER, 4, "schrijf `### Trainer`, of kies een andere titel")
    ]


@pytest.mark.parametrize("form", [SHEET, SESSION, EXERCISE, CARDS, CASE, SLIDES], ids=lambda form: form.folder)
@pytest.mark.parametrize(
    "line",
    [
        "**Trainer:** zwijg hierover.",
        "**Trainer**: zwijg hierover.",
        "__Trainer:__ zwijg hierover.",
        "**Trainer.** Zwijg hierover.",
        "**Trainer** – zwijg hierover.",
        "**Voor de trainers:** zwijg.",
        "**Enkel voor lesgevers**",
        "- **Lesgever:** zwijg.",
        "Trainer: zwijg hierover.",
        "Alleen voor lesgevers: zwijg.",
        "**Zeg:** goed zo.",
        "**Doe**: sta recht.",
        "**Let op:** wacht.",
        "**Geef het woord:** en nu jij.",
        "**Na de klik:** 12.",
    ],
)
def test_bold_words_are_no_place(line: str, form: FileFormat) -> None:
    text = told(f"## Deel 1\n\nTekst.\n\n{line}\n\nNog tekst.", form)
    assert [(code, at) for code, at, _ in text] == [(TRAINER, 5)]
    assert "`### " in text[0][2]


def test_the_remedy_on_a_slide_is_the_heading_itself() -> None:
    assert told("## A\nminuten: 1\n\n**Zeg:** dag.", SLIDES)[0][2] == "schrijf `### Zeg`"


@pytest.mark.parametrize(
    "title",
    [
        "Antwoord",
        "Antwoorden",
        "Oplossing",
        "De oplossing",
        "Mogelijke antwoorden",
        "Mogelijke oplossingen",
        "Juist antwoord",
        "Modelantwoord",
        "Verbetersleutel",
        "Oplossingen",
    ],
)
def test_other_words_for_an_answer_are_no_place(title: str) -> None:
    expected = [(ANSWER, 4, "schrijf `### Mogelijk antwoord`, of kies een andere titel")]
    assert told(f"## Voor\nWat pleit ervoor?\n\n### {title}\nGeld.", EXERCISE) == expected


def test_bold_answer_is_no_place() -> None:
    assert told("## Voor\n\n**Antwoord:** geld.", EXERCISE) == [(ANSWER, 3, "schrijf `### Mogelijk antwoord`")]


@pytest.mark.parametrize(
    ("text", "form"),
    [
        ("## A\n\n## Trainer\n### Enkel voor lesgevers\n**Zeg:** dit.\n\n### Mogelijke antwoorden\nEen.", EXERCISE),
        ("## A\nminuten: 1\n\n### Doe\n**Zeg:** dit.\n\n### Zeg\n**Trainer:** wie?", SLIDES),
        ("## A\n\n### Mogelijk antwoord\nGeld.\n\n## Oplossingen\nSamen zoeken.", EXERCISE),
        ("## Er staan er twee, en dat is al een antwoord\nminuten: 1", SLIDES),
        ("## Wie zijn jullie trainers?\nminuten: 1\n\n## Samen trainen\nminuten: 1", SLIDES),
        ("## Wat een begeleider doet\n\n**Begeleider:** Wat scheelt er?\n\n**Jij:** Niets.", SHEET),
        ("## A\n\n**Let op met klussen.** Verf droogt traag.\n\n**Zegt iemand nee?** Wacht.", SHEET),
        ("## A\n\n**Arts:** Wat nu?\n\n**Doe iets.** Nu.\n\nZeg: ik hoor je.", SHEET),
        ("## A\n\nEen trainer: wat is dat?\n\nGoed\nTrainer: staat midden in een alinea.", SHEET),
        ("## Antwoorden\nOp elke vraag.", SHEET),
        ("## 0.2, 1/11/2026\n- **Trainer:** nieuw.", CHANGES),
    ],
)
def test_what_is_no_lookalike_passes(text: str, form: FileFormat) -> None:
    assert told(text, form) == []
