"""What each audience may have: trainer text out, and with it what only trainer text uses."""

from dataclasses import fields, is_dataclass, replace
from pathlib import Path

import pytest

from lok.exercises.statements.record import Statements
from lok.model.audience import Audience
from lok.model.course import Course, Part
from lok.model.library import Exercise
from lok.model.walk import walk
from lok.view import view
from projects import CASE, FIRST, SECOND, SESSION, SHEET, edit, only, put, tiny


def seen(root: Path, audience: Audience = Audience.PARTICIPANT) -> Course:
    return view(only(root), audience)


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return tiny(tmp_path)


def test_trainers_keep_every_text(root: Path) -> None:
    course = only(root)
    assert seen(root, Audience.TRAINER) == course


def test_participants_have_slides_without_notes(root: Path) -> None:
    whole, public = only(root), seen(root)
    assert len(public.slides) == len(whole.slides)
    assert [slide.body for slide in public.slides] == [slide.body for slide in whole.slides]
    assert [slide.question for slide in public.slides] == [slide.question for slide in whole.slides]
    assert not any((s.notes, s.cue, s.reveal, s.needs, s.shortening) != ((), (), (), (), None) for s in public.slides)


def test_participants_have_answers_and_no_trainer_sections(root: Path) -> None:
    public = seen(root)
    assert public.cases[0].fragments[2].answer
    assert not public.trainer
    assert not public.cases[0].trainer
    statements = next(e.content for e in public.exercises if isinstance(e.content, Statements))
    assert not any(statement.trainer for statement in statements.statements)
    assert [sheet.id for sheet in public.sheets] == ["vijf-momenten", "stemkaarten"]


def test_what_only_trainer_text_uses_is_gone(root: Path) -> None:
    put(root, {"content/oefeningen/extra.md": "---\nvorm: kolommen\ntitel: Extra\n---\n\n## A\n"})
    edit(root, FIRST, "### Intussen\n", "### Intussen\n![Beeld](twee.png)\n\nZie [extra](oefening:extra).\n\n")
    put(root, {"slides/handhygiene/twee.png": (root / "slides/handhygiene/druppel.png").read_bytes()})
    assert "extra" not in {e.id for e in seen(root).exercises}
    assert "slides/handhygiene/twee.png" not in {item.path for item in seen(root).media}
    trainer = seen(root, Audience.TRAINER)
    assert "extra" in {e.id for e in trainer.exercises}
    assert "slides/handhygiene/twee.png" in {item.path for item in trainer.media}


def test_what_a_reached_page_leads_to_stays(root: Path) -> None:
    edit(
        root,
        SESSION,
        " Meer weten over [handalcohol](begrip:handalcohol)? Kijk bij de [WHO](bron:who-handhygiene).",
        " Klaar.",
    )
    assert not seen(root).terms
    edit(root, SHEET, "Ontsmet je handen:", "Ontsmet je handen met [gel](begrip:handalcohol):")
    assert [term.id for term in seen(root).terms] == ["handalcohol"]


def test_a_link_in_a_trainer_part_of_a_public_page_leads_nowhere_for_participants(root: Path) -> None:
    put(root, {"content/bladen/diep.md": "---\ntitel: Diep\n---\n\nTekst.\n"})
    edit(root, CASE, "### Achtergrond", "### Achtergrond\n[Diep](blad:diep)\n")
    assert "diep" not in {sheet.id for sheet in seen(root).sheets}
    assert "diep" in {sheet.id for sheet in seen(root, Audience.TRAINER).sheets}


def test_records_that_lead_to_each_other_end(root: Path) -> None:
    edit(root, SHEET, "## Hoelang", "Zie [hier](blad:rond).\n\n## Hoelang")
    put(
        root, {"content/bladen/rond.md": "---\ntitel: Rond\n---\n\n[Terug](blad:vijf-momenten) en [hier](blad:rond).\n"}
    )
    assert {sheet.id for sheet in seen(root).sheets} == {"vijf-momenten", "rond", "stemkaarten"}


def test_what_hides_nothing_stays_itself(root: Path) -> None:
    """So whether something is hidden may not rest on a field that records leave out where they are compared."""
    once = seen(root)
    assert view(once, Audience.PARTICIPANT) is once
    kinds = {type(record) for record in walk(once) if is_dataclass(record)}
    assert [(kind, item.name) for kind in kinds for item in fields(kind) if not item.compare] == []


def test_a_view_of_a_view_is_the_same(root: Path) -> None:
    once = seen(root)
    assert view(once, Audience.PARTICIPANT) == once == view(replace(once), Audience.TRAINER)
    assert {type(record) for record in walk(once)} >= {Part, Exercise}


def test_a_handed_out_exercise_stays(root: Path) -> None:
    edit(root, SECOND, "oefening: stellingen\nuitdelen: stemkaarten", "uitdelen: stellingen")
    edit(root, SESSION, "- [Waar of niet waar?](oefening:stellingen)\n", "")
    assert "stellingen" in {exercise.id for exercise in seen(root).exercises}
