"""Slide pictures: one SVG per slide, drawn from the same canvas as the deck."""

from __future__ import annotations

import pytest
from lxml import etree

import samples
from lok.derive import downloads
from lok.design import palette
from lok.exercises.statements.record import Statements
from lok.model.audience import Audience
from lok.model.course import Course
from lok.model.library import Media
from lok.model.ref import Ref, RefKind
from lok.model.text import Picture
from lok.render import picture
from lok.slides import compose, drawing, layouts

SVG = "{http://www.w3.org/2000/svg}"
HERE = Ref(RefKind.EXERCISE, "oefening", samples.span())
PNG = bytes.fromhex(
    "89504e470d0a1a0a0000000d4948445200000001000000010806000000"
    "1f15c4890000000d49444154789c6360606060000000050001a5f645400000000049454e44ae426082"
)


def course(**changes: object) -> Course:
    first = samples.part(
        samples.slide("Welkom", body=samples.say("Fijn dat je er bent.")),
        samples.slide("Vraag", "vraag", question=samples.say("Wat zou jij doen?")),
        samples.slide("Balans", "balans", exercise=HERE),
    )
    return samples.course(samples.exercise(samples.balance()), agenda=(first,), **changes)


def drawn(made: Course) -> list[list[drawing.Drawn]]:
    return [list(drawing.items(canvas)) for _, _, canvas in compose.canvases(made)]


def texts(items: list[drawing.Drawn]) -> list[str]:
    return ["".join(run["text"] for run in item["runs"]) for item in items if item["kind"] == "line"]


def test_each_slide_has_a_picture_at_its_address() -> None:
    made = course()
    artifacts = picture.render(made, Audience.TRAINER, {}).files
    assert [artifact.path for artifact in artifacts] == [downloads.picture_path(slide.id) for slide in made.slides]
    for artifact in artifacts:
        root = etree.fromstring(artifact.data)
        assert root.tag == f"{SVG}svg"
        width, height = (float(root.get("viewBox", "").split()[n]) for n in (2, 3))
        assert width / height == pytest.approx(layouts.WIDTH / layouts.HEIGHT, abs=0.001)


def test_participants_get_no_pictures() -> None:
    assert picture.render(course(), Audience.PARTICIPANT, {}).files == ()
    assert picture.render(samples.course(), Audience.TRAINER, {}).files == ()


def test_the_same_course_gives_the_same_pictures() -> None:
    assert picture.render(course(), Audience.TRAINER, {}).files == picture.render(course(), Audience.TRAINER, {}).files


def test_a_picture_names_no_other_host() -> None:
    for artifact in picture.render(course(), Audience.TRAINER, {}).files:
        text = artifact.data.decode("utf-8").replace("http://www.w3.org/", "")
        assert "http" not in text


def test_a_picture_has_the_words_and_lines_of_the_layout() -> None:
    long = "Een zin die zo lang is dat ze niet op één regel kan, hoe breed de slide ook is, en dus breekt."
    made = samples.course(agenda=(samples.part(samples.slide("Eerst"), samples.slide("Lang", body=samples.say(long))),))
    shown = texts(drawn(made)[1])
    assert shown[0] == "Lang"
    assert shown[-3:] == ["duo", "· Een deel", "2"]
    lines = shown[1:-3]
    assert len(lines) == 2
    assert " ".join(lines) == long


def test_text_is_never_code() -> None:
    nasty = "#panic() $x$ *vet* <label> @ref \\ `a` // weg [b] \u201e\u00a0"
    made = samples.course(agenda=(samples.part(samples.slide(nasty, body=samples.say(nasty))),))
    assert len(picture.render(made, Audience.TRAINER, {}).files) == 1
    assert " ".join(texts(drawn(made)[0])).startswith("#panic() $x$ *vet* <label> @ref \\ `a` // weg [b]")


def test_every_kind_of_item_can_be_drawn() -> None:
    zee = Picture("slides/s/zee.png", "De zee", samples.span())
    content: Statements = samples.statements("Zus.", "Zo.")
    made = samples.course(
        samples.exercise(content),
        agenda=(
            samples.part(
                samples.slide("Beeld", body=(zee,)),
                samples.slide("Stem", "uitspraken", exercise=HERE, reveal=samples.say("Klaar.")),
            ),
        ),
        media=(Media("slides/s/zee.png", PNG, 2, 1),),
    )
    first, second = picture.render(made, Audience.TRAINER, {}).files
    assert b"<image" in first.data
    assert {"waar", "Zus.", "Klaar."} <= set(texts(drawn(made)[1]))
    assert f"#{palette.LIGHT['role-1']}".lower().encode() in second.data


def test_a_marker_stands_before_its_text() -> None:
    items = (*samples.say("vooraf"), samples.bullets("punt"))
    made = samples.course(agenda=(samples.part(samples.slide("Eerst"), samples.slide("Lijst", body=items)),))
    lines = [item for item in drawn(made)[1] if item["kind"] == "line"]
    marker = next(item for item in lines if item["runs"][0]["text"] == "•")
    point = next(item for item in lines if item["runs"][0]["text"] == "punt")
    assert marker["x"] < point["x"]
    assert marker["y"] == point["y"]


def test_without_answers_a_statement_has_no_verdict() -> None:
    asked = samples.slide("Stem", "uitspraken", exercise=HERE)
    made = samples.course(samples.exercise(samples.statements("Zus.")), agenda=(samples.part(samples.slide(), asked),))
    _, canvas = (canvas for _, _, canvas in compose.canvases(made))
    shown, full = (texts(list(drawing.items(canvas, answers=answers))) for answers in (False, True))
    assert "Zus." in shown
    assert [line for line in full if line not in shown] == ["waar"]
