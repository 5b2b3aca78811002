"""Slides with people on them: cases, what they say, great questions and dialogues; and lines that stay together."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

import pytest

import samples
from lok.model.course import Course, Slide
from lok.model.library import Case, Media
from lok.model.ref import Ref, RefKind
from lok.model.text import Block, Paragraph, Plain, Quote, Recording, Strong
from lok.slides import compose
from lok.slides.canvas import Box, Canvas, Group, Photo
from lok.slides.drawing import items
from lok.slides.line_breaking import CAUTION, Run, count_lines, runs_text, unbroken
from lok.slides.typeset import balanced_width, plain_par, set_text

TALKS = Case("ida", "Ida", "55 jaar, kapper", True, (), samples.span("cases/ida.md"), ())
"""A case with the name of somebody in a dialogue."""


def told(*slides: Slide, cases: tuple[Case, ...]) -> list[Canvas]:
    """Slides in one part of a course with these cases."""
    course = samples.course(cases=cases, agenda=(samples.part(*slides),))
    return [canvas for _, _, canvas in compose.canvases(course)]


def about(title: str = "Een claim", anchor: str = "deel-1", **changes: object) -> Slide:
    where = Ref(RefKind.CASE, "iemand", samples.span(), anchor)
    return samples.slide(title, **{"kind": "casus", "case": where, **changes})


def saying(quote: str = "", title: str = "") -> Case:
    return samples.case(replace(samples.fragment(title=title), quote=quote))


def frames(canvas: Canvas) -> dict[str, Box]:
    return {item.frame: item for item in canvas.items if isinstance(item, Box) and item.frame}


def written(box: Box) -> str:
    return " ".join(runs_text(line) for par in (box.text.pars if box.text else ()) for line in par.lines)


def named(canvas: Canvas, name: str) -> list[Group]:
    return [item for item in canvas.items if isinstance(item, Group) and item.name == name]


# --- a case -------------------------------------------------------------------------------------------------------


def test_a_case_is_a_face_a_name_and_nothing_of_its_text() -> None:
    (canvas,) = told(about(question=samples.say("Wat?")), cases=(saying(),))
    found = frames(canvas)
    assert written(found["title"]) == "Een claim"
    assert written(found["name"]) == "Iemand"
    assert written(found["summary"]) == "55\u00a0jaar, kapper"
    assert [group.alt for group in named(canvas, "Portret")] == ["Portret van Iemand"]
    assert "rug" not in str(canvas)
    assert "leest" not in str(canvas)


@pytest.mark.parametrize(
    ("case", "anchor"), [(saying("Het gaat."), "deel-1"), (saying(title="Het gaat."), "reactie-1")]
)
def test_what_they_say_stands_in_a_balloon_that_points_at_the_face(case: Case, anchor: str) -> None:
    (canvas,) = told(about(anchor=anchor), cases=(case,))
    quote, (balloon,) = frames(canvas)["quote"], named(canvas, "Ballon")
    (drawn,) = balloon.boxes
    assert written(quote) == "Het gaat."
    assert balloon.alt == ""
    assert (drawn.shape, drawn.fill) == ("path", "white")
    assert drawn.x < quote.x
    assert drawn.x + drawn.w == pytest.approx(quote.x + quote.w)
    (face,) = named(canvas, "Portret")
    assert max(box.x + box.w for box in face.boxes) < drawn.x
    assert canvas.overflow == 0


def test_own_text_stands_below_the_balloon_where_both_fit_and_else_instead_of_it() -> None:
    case = saying("Geef me iets waarmee ik kan doorslapen, dan komt de rest wel in orde.")
    short, long = told(
        about("Kort", body=samples.say("Luister.")),
        about("Lang", body=(samples.bullets(*["een punt dat hier staat"] * 5),), question=samples.say("Wat?")),
        cases=(case,),
    )
    quote, text = frames(short)["quote"], frames(short)["text"]
    assert quote.y + quote.h < text.y
    assert "quote" not in frames(long)
    assert named(long, "Ballon") == []
    assert (short.overflow, long.overflow) == (0, 0)


def test_only_the_first_slide_of_a_part_says_who_somebody_is() -> None:
    slides = [about(title, body=samples.say("Luister.")) for title in ("Eerst", "Dan", "Later")]
    asks = about("Vraag", kind="vraag", question=samples.say("Wat?"))
    canvases = told(asks, *slides, cases=(saying(),))[1:]
    assert ["summary" in frames(canvas) for canvas in canvases] == [True, False, False]
    assert all("name" in frames(canvas) for canvas in canvases)


def test_a_case_that_says_nothing_keeps_its_summary() -> None:
    canvases = told(about("Eerst"), about("Dan"), cases=(saying(),))
    assert all("summary" in frames(canvas) for canvas in canvases)


@pytest.mark.parametrize("fictional", [True, False])
def test_only_who_is_invented_is_called_so(fictional: bool) -> None:
    (canvas,) = told(about(), cases=(replace(saying(), fictional=fictional),))
    assert ("Verzonnen persoon" in str(canvas)) == fictional


def test_a_recording_has_a_button_on_the_face() -> None:
    sound = Recording("cases/iemand.mp3", samples.span())
    case = samples.case(replace(samples.fragment(), audio=sound))
    media = (Media("cases/iemand.mp3", b""),)
    course = samples.course(cases=(case,), media=media, agenda=(samples.part(about()),))
    ((_, _, canvas),) = compose.canvases(course)
    (button,) = [item for item in canvas.items if isinstance(item, Photo)]
    assert (button.sound, button.w, button.h) == ("cases/iemand.mp3", 20.0, 20.0)


def test_a_long_title_takes_room_from_nobody() -> None:
    title = "Een titel die op één regel van die kolom echt niet meer past"
    (canvas,) = told(about(title, question=samples.say("Wat?")), cases=(saying("Het " * 16 + "gaat."),))
    found = frames(canvas)
    order = ("title", "name", "summary", "quote", "question")
    assert all(found[a].y + found[a].h <= found[b].y + 0.01 for a, b in pairwise(order))
    assert canvas.overflow == 0


# --- a quote ------------------------------------------------------------------------------------------------------

SAID = Quote(samples.say("Die man had kanker, en ik dacht: jij weer. Daar schrok ik van."))


def quoted(*blocks: Block, cases: tuple[Case, ...] = (), **changes: object) -> Canvas:
    slide = samples.slide("Wie dit zei", kind="citaat", body=blocks, **changes)
    (canvas,) = told(samples.slide("Vooraf"), slide, cases=cases)[1:]
    return canvas


@pytest.mark.parametrize("question", [(), samples.say("Wat?")])
def test_a_quote_is_large_beside_the_face_and_the_name_of_who_said_it(question: tuple[Block, ...]) -> None:
    where = Ref(RefKind.CASE, "iemand", samples.span())
    canvas = quoted(SAID, cases=(samples.case(),), case=where, question=question)
    found = frames(canvas)
    assert canvas.layout.key == ("quote-question" if question else "quote")
    assert written(found["quote"]).startswith("Die man had kanker, en ik dacht:")
    assert found["quote"].text
    assert found["quote"].text.size >= 32
    assert written(found["name"]) == "Iemand, 55\u00a0jaar, kapper"
    assert found["quote"].y + found["quote"].h < found["name"].y
    assert len(named(canvas, "Portret")) == 1
    assert [group.alt for group in named(canvas, "Aanhalingstekens")] == [""]
    assert canvas.overflow == 0


def test_a_quote_of_nobody_has_no_face() -> None:
    canvas = quoted(SAID)
    assert canvas.layout.key == "quote"
    assert named(canvas, "Portret") == []
    assert "name" not in frames(canvas)


@pytest.mark.parametrize("blocks", [samples.say("Geen citaat."), (SAID, *samples.say("En dan."))])
def test_only_what_somebody_says_is_a_quote(blocks: tuple[Block, ...]) -> None:
    assert quoted(*blocks).layout.key == "content"


# --- a great question -----------------------------------------------------------------------------------------------


def asked(words: str, **changes: object) -> Canvas:
    slide = samples.slide("Een vraag", kind="vraag", question=samples.say(words), **changes)
    return told(samples.slide("Vooraf"), slide, cases=(samples.case(),))[1]


def test_a_question_about_somebody_shows_their_face_right_of_it() -> None:
    canvas = asked("Wat schrijf je voor Jeroen onder O?", case=Ref(RefKind.CASE, "iemand", samples.span()))
    question, (face,) = frames(canvas)["question"], named(canvas, "Portret")
    assert question.text
    assert question.text.size == 60
    assert question.x + question.w <= min(box.x for box in face.boxes)


def test_a_line_that_fills_its_box_is_not_broken_again() -> None:
    canvas = asked("Waarom verwijs je door bij burn-out, en naar wie? Hoe werk je daarna samen?")
    lines = [item for item in items(canvas) if item["kind"] == "line" and item["size"] == 60]
    assert len(lines) > 1
    box = frames(canvas)["question"]
    assert all(line["w"] > box.w * 1.01 for line in lines)
    assert all(line["x"] == box.x for line in lines)


# --- a dialogue -----------------------------------------------------------------------------------------------------


def talk(*lines: tuple[str, str]) -> tuple[Block, ...]:
    return tuple(Paragraph((Strong((Plain(f"{who}:"),)), Plain(f" {said}"))) for who, said in lines)


def spoken(*lines: tuple[str, str], **changes: object) -> list[Group]:
    slide = samples.slide("Zo klinkt het", kind="gesprek", **{"body": talk(*lines), **changes})
    canvas = told(samples.slide("Vooraf"), slide, cases=(TALKS,))[1]
    assert canvas.layout.key.startswith("dialogue")
    assert canvas.overflow == 0
    return [item for item in canvas.items if isinstance(item, Group) and item.name.startswith("Zin")]


def sides(groups: list[Group]) -> list[str]:
    """At which side of what they say each stands, by the balloon and what comes after it."""
    return ["right" if min(box.x for box in group.boxes[2:]) > group.boxes[0].x else "left" for group in groups]


@pytest.mark.parametrize("first", ["Eén", "Ida"])
def test_a_role_stands_at_the_left_and_a_case_with_its_face_at_the_right(first: str) -> None:
    second = {"Eén": "Ida", "Ida": "Eén"}[first]
    groups = spoken((first, "Hoe gaat het?"), (second, "Het gaat."), (first, "Echt?"))
    assert sides(groups) == ["left" if who == "Eén" else "right" for who in (first, second, first)]
    fills = {"Eén": "role-1-tint", "Ida": "sand"}
    assert [group.boxes[0].fill for group in groups] == [fills[who] for who in (first, second, first)]
    assert [group.alt for group in groups][:2] == [f"{first}: Hoe gaat het?", f"{second}: Het gaat."]


def test_a_balloon_is_as_wide_as_its_words_and_as_high_as_their_lines() -> None:
    long = "Dat zeg ik niet. Ik snap waarom je het wilt, en ik ben bezorgd. Mag ik vertellen waarom dat zo is?"
    short, other, tall = (
        group.boxes[1] for group in spoken(("Eén", "Ja."), ("Ida", "Dat denk ik ook wel."), ("Eén", long))
    )
    assert short.w < other.w < tall.w
    assert short.h == other.h == pytest.approx(21.2)
    assert tall.h > short.h
    assert short.y + short.h < other.y


def test_five_lines_fit_above_a_question_and_appear_one_by_one() -> None:
    lines = [(who, "Wat betekent dat voor jou?") for who in ("Eén", "Ida", "Eén", "Ida", "Eén")]
    groups = spoken(*lines, question=samples.say("Wat hoor je?"), body=(), reveal=talk(*lines))
    assert [group.click for group in groups] == [1, 2, 3, 4, 5]


# --- lines ----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("words", "kept"),
    [
        ("34 jaar oud", "34_jaar oud"),
        ("bel 0800 23 460 nu", "bel 0800_23_460_nu"),
        ("de kolommen K, O en P dus", "de kolommen K,_O_en_P dus"),
        ("K = O × P", "K_=_O_×_P"),
        ("bel 1813. Altijd", "bel 1813. Altijd"),
        ("zie A. En dan", "zie A. En dan"),
    ],
)
def test_what_belongs_together_stays_on_a_line(words: str, kept: str) -> None:
    assert unbroken(words) == kept.replace("_", "\u00a0")


LONG = "Waarom verwijs je door bij burn-out, en naar wie? Hoe werk je daarna samen?"


@pytest.mark.parametrize("size", [60, 44])
def test_balanced_lines_are_as_many_and_more_alike(size: float) -> None:
    pars = (plain_par(LONG),)
    narrow = balanced_width("question-large", pars, 290, size)
    runs = (Run(LONG, bold=True),)
    assert narrow < 290
    assert count_lines(runs, narrow * CAUTION, size) == count_lines(runs, 290 * CAUTION, size)


def test_balanced_lines_end_with_a_sentence_and_never_within_a_word() -> None:
    (par,) = set_text("quote", (plain_par(SAYS),), balanced_width("quote", (plain_par(SAYS),), 169, 44), 44).pars
    assert [runs_text(line) for line in par.lines] == [
        "Die man had kanker,",
        "en ik dacht: jij weer.",
        "Daar schrok ik van.",
    ]


SAYS = "Die man had kanker, en ik dacht: jij weer. Daar schrok ik van."


def test_one_line_keeps_its_place() -> None:
    assert balanced_width("quote", (plain_par("Kort."),), 169, 44) == 169


def test_a_course_needs_no_case_for_its_slides() -> None:
    course: Course = samples.course(agenda=(samples.part(about()),))
    ((_, _, canvas),) = compose.canvases(course)
    assert canvas.layout.key != "case"
