"""Which kind a slide is of: decided once, by what stands on it, as far as its author did not choose."""

import pytest

import samples
from lok.model.audience import Audience
from lok.model.course import Course, Slide
from lok.model.ref import Ref, RefKind
from lok.model.text import Block, ListBlock, Table
from lok.slides.compose import canvases, decided, slide_context
from lok.slides.registry import LAYOUTS, MECHANISMS, WORDS, choose
from lok.slides.slide_content import SlideContent
from lok.view import view

STEPS = ListBlock(True, tuple(samples.say(text) for text in ("kijk", "denk", "doe")))
TABLE = Table((samples.say("a")[0].children, samples.say("b")[0].children), (((), ()),))
HERE = Ref(RefKind.EXERCISE, "oefening", samples.span())
WHO = Ref(RefKind.CASE, "iemand", samples.span())
COLUMNS = samples.exercise(samples.columns("A", "B"))
TASK = samples.exercise(samples.steps("Eerst"))


def kind(slide: Slide, course: Course) -> str:
    return choose(SlideContent(slide_context(course), slide)).word


def test_every_layout_and_word_is_there_once() -> None:
    assert len(LAYOUTS) == sum(len(mechanism.layouts) for mechanism in MECHANISMS)
    assert len(set(WORDS)) == len(WORDS)


@pytest.mark.parametrize(
    ("exercise", "changes", "expected"),
    [
        (COLUMNS, {"case": WHO, "exercise": HERE, "body": (TABLE,)}, "casus"),
        (COLUMNS, {"exercise": HERE, "body": (TABLE,)}, "kolommen"),
        (TASK, {"exercise": HERE, "body": (TABLE,)}, "tabel"),
        (TASK, {"exercise": HERE, "body": (STEPS,)}, "oefening"),
        (TASK, {"body": (STEPS,), "question": samples.say("Wat?")}, "stappen"),
        (TASK, {"body": samples.say("Zo."), "question": samples.say("Wat?")}, "inhoud"),
        (TASK, {"question": samples.say("Wat?")}, "vraag"),
        (TASK, {}, "tussentitel"),
    ],
)
def test_what_a_slide_refers_to_goes_before_how_it_is_written(
    exercise: object, changes: dict[str, object], expected: str
) -> None:
    course = samples.course(exercise, cases=(samples.case(samples.fragment()),))  # type: ignore[arg-type]
    assert kind(samples.slide(number=2, **changes), course) == expected


@pytest.mark.parametrize(
    ("word", "body", "expected"),
    [
        ("inhoud", (STEPS,), "inhoud"),
        ("stappen", (samples.bullets("een", "twee"),), "stappen"),
        ("kaarten", (STEPS,), "inhoud"),
        ("kolommen", (STEPS,), "inhoud"),
        ("tussentitel", (STEPS,), "tussentitel"),
        ("inhoud", (TABLE,), "tabel"),
    ],
)
def test_an_author_chooses_as_far_as_it_can_be_shown(word: str, body: tuple[Block, ...], expected: str) -> None:
    assert kind(samples.slide(kind=word, number=2, body=body), samples.course()) == expected


@pytest.mark.parametrize(
    ("changes", "expected"),
    [({"reveal": samples.say("Dit.")}, "inhoud"), ({"body": samples.say("Zo:"), "reveal": (STEPS,)}, "stappen")],
)
def test_a_slide_keeps_its_kind_where_an_audience_does_not_see_all(changes: dict[str, object], expected: str) -> None:
    opening = samples.slide("Begin", "tussentitel")
    course = decided(samples.course(agenda=(samples.part(opening, samples.slide("Straks", **changes)),)))
    public = view(course, Audience.PARTICIPANT)
    assert [slide.kind for slide in course.slides] == ["tussentitel", expected]
    assert [slide.kind for slide in public.slides] == ["tussentitel", expected]
    assert not public.slides[1].reveal
    assert [canvas.layout.key for _, _, canvas in canvases(public)][1] == "content"
