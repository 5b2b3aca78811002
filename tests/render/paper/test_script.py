"""Scripts: every slide is in them, own notes in full, the other's on a line, and each change of speaker is marked."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import time
from decimal import Decimal

import page
import pypdfium2
import pytest

import samples
from evenings import evening, printed, talk
from lok.model.course import Break, Course, Note, Slide
from lok.model.library import Case
from lok.model.ref import Ref, RefKind
from render.paper.test_paper import pages, text

SHEETS = ("script-een-a4", "script-twee-a4")


def note(kind: str, words: str, role: str = "") -> Note:
    return Note(kind, role, samples.say(words), samples.span())


def whole(**changes: object) -> Course:
    mine = talk(
        "Mijn begin",
        0,
        "2.5",
        notes=(note("achtergrond", "Ter info."), note("zeg", "Goedenavond."), note("doe", "Sta recht.")),
        cue=samples.say("En jij dan?"),
        question=samples.say("Wat denk jij?"),
        reveal=samples.say("Dit was het."),
    )
    other = talk(
        "Het woord aan Twee",
        1,
        "4",
        notes=(note("zeg", "Alleen voor Twee."), note("intussen", "Deel uit."), note("een", "Knik eens.", "een")),
        case=Ref(RefKind.CASE, "iemand", samples.span(), "deel-1"),
        cue=samples.say("Nu weer samen."),
    )
    verdicts = talk("Stemmen", 2, "5", exercise=Ref(RefKind.EXERCISE, "oefening", samples.span()))
    last = talk("Slot van Twee", 1, "1")
    return evening(
        samples.part(mine, other, title="Begin"),
        Break("pauze", Decimal(10), samples.span()),
        samples.part(verdicts, last, title="Einde"),
        exercises=(samples.exercise(samples.statements("De maan is rond.", "Gras is blauw."), paper=()),),
        cases=(samples.case(samples.fragment(reader="een")),),
        **changes,
    )


@pytest.fixture(scope="module")
def scripts() -> dict[str, bytes]:
    made = {name: printed(whole(start=time(23, 55)), name) for name in SHEETS}
    assert all(problems == () for _, problems in made.values())
    return {name: data for name, (data, _) in made.items()}


def test_every_slide_stands_in_every_script_with_its_time(scripts: dict[str, bytes]) -> None:
    wanted = {
        "1 Mijn begin": "23:55–23:57 · 2,5 min",
        "2 Het woord aan Twee": "23:57–0:01 · 4 min",
        "3 Stemmen": "0:11–0:16 · 5 min",
        "4 Slot van Twee": "0:16–0:17 · 1 min",
    }
    for data in scripts.values():
        for title, when in wanted.items():
            assert re.search(f"{title}.{{0,3}}{when}", text(data)), title
        assert "Pauze · 0:01–0:11 · 10 minuten" in text(data)


def test_without_a_beginning_the_minutes_are_told() -> None:
    assert "minuut 2,5–6,5 · 4 min" in text(printed(whole(), "script-een-a4")[0])


def test_own_notes_stand_in_full_and_in_the_order_of_use(scripts: dict[str, bytes]) -> None:
    found = text(scripts["script-een-a4"])
    told = ("Wat denk jij?", "Dit was het.", "Sta recht.", "Goedenavond.", "Ter info.", "En jij dan?")
    assert [found.index(each) for each in told] == sorted(found.index(each) for each in told)
    assert "Sta recht." not in text(scripts["script-twee-a4"])


def test_of_the_other_only_what_concerns_the_reader(scripts: dict[str, bytes]) -> None:
    found = text(scripts["script-een-a4"])
    assert "Alleen voor Twee." not in found
    for wanted in ("Jij intussen Deel uit.", "Knik eens.", "Ik kom voor mijn rug.", "Nu weer samen."):
        assert wanted in found
    assert "Alleen voor Twee." in text(scripts["script-twee-a4"])


def test_statements_stand_with_their_verdicts(scripts: dict[str, bytes]) -> None:
    for data in scripts.values():
        for wanted in ("De maan is rond.", "Gras is blauw.", "waar (eerder). Uitleg achteraf."):
            assert wanted in text(data)


@pytest.mark.parametrize(
    ("name", "marks"),
    [
        ("script-een", ["Jij spreekt", "Nu spreekt: Twee", "Jullie spreken samen", "Nu spreekt: Twee"]),
        ("script-twee", ["Nu spreekt: Eén", "Jij spreekt", "Jullie spreken samen", "Jij spreekt"]),
    ],
)
def test_each_change_of_speaker_is_marked(scripts: dict[str, bytes], name: str, marks: list[str]) -> None:
    found = text(scripts[f"{name}-a4"])
    assert re.findall("→ (Jij spreekt|Jullie spreken samen|Nu spreekt: (?:Eén|Twee))", found) == marks


def test_what_is_read_aloud_is_not_torn_over_two_pages() -> None:
    """Wherever on a page a fragment comes to stand, its first and last words stand on one page."""

    def told(n: int) -> Slide:
        filler = note("zeg", "Een zin om te vullen. " * (11 * n % 37))
        read = Ref(RefKind.CASE, f"iemand-{n}", samples.span(), "deel-1")
        return talk(f"Titel{n}.", 0, "1", notes=(filler,), case=read)

    def case(n: int) -> Case:
        words = samples.say(f"Begin{n}. " + "Ik ben moe en het gaat niet over. " * 30 + f"Einde{n}.")
        return replace(samples.case(replace(samples.fragment(), blocks=words)), id=f"iemand-{n}")

    count = 12
    course = evening(samples.part(*map(told, range(count))), cases=tuple(map(case, range(count))))
    found = [text(each) for each in pages(printed(course, "script-een-a4")[0])]
    for n in range(count):
        assert any(f"Begin{n}." in each and f"Einde{n}." in each for each in found), n
    assert len(found) > 4


def test_no_slide_begins_at_the_foot_of_a_page() -> None:
    """Wherever a title comes to stand, its first note stands on the same page."""

    def one(n: int) -> Slide:
        filler = "Een zin om te vullen. " * (7 * n % 23)
        return talk(f"Titel{n}.", n % 2, "1", notes=(note("doe", f"Nota{n}."), note("zeg", filler)))

    made = printed(evening(samples.part(*map(one, range(150)))), "script-een-a4")[0]
    found = [text(each) for each in pages(made)]
    for n in range(0, 150, 2):
        assert any(re.search(rf"\b{n + 1} Titel{n}\. minuut.*Nota{n}\.", each) for each in found), n


def test_a_page_that_goes_on_says_with_which_slide() -> None:
    long = talk("Een lang verhaal", 0, "9", notes=(note("zeg", "Nog een zin om te zeggen. " * 300),))
    first, second, *_ = pages(printed(evening(samples.part(long)), "script-een-a4")[0])
    assert "Vervolg van slide" not in text(first)
    assert "Vervolg van slide 1 Een lang verhaal" in text(second)


def test_they_are_accessible_large_enough_and_little_ink(scripts: dict[str, bytes]) -> None:
    for name, data in scripts.items():
        report = page.validate_pdf_bytes(data, profile="ua1")
        assert report.is_compliant, (name, [(each.rule_id, each.message) for each in report.failures])
        shades = pypdfium2.PdfDocument(data)[0].render().to_pil().convert("L").histogram()
        assert sum(shades[:128]) < 0.12 * sum(shades)
