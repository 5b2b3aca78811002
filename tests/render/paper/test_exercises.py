"""What holds for the papers of all kinds of exercise: size, access, bytes, type sizes, and what stays away."""

from __future__ import annotations

from dataclasses import replace

import page
import pypdfium2
import pytest

import samples
from lok.exercises.choice.record import Choice, OptionGroup
from lok.exercises.matrix.kind import Matrix
from lok.exercises.scores.record import Scores
from lok.exercises.spaces.kind import WritingFields
from lok.exercises.steps.kind import Steps
from lok.model.audience import Audience
from lok.model.library import Exercise
from lok.model.output import Artifact
from lok.model.text import Section
from lok.render.paper.paper import render
from render.paper.test_paper import HOSTILE, SECRET, letters, only, papers, runs, sizes, text


def every_kind() -> tuple[Exercise, ...]:
    explained = samples.section("Zo reken je", *samples.say("Tel alles op."))
    made = (
        samples.exercise(samples.spaces("Nu", "Later", "Nooit"), paper=("a4", "a3")),
        samples.exercise(samples.steps("Zoek", "Erken", "Spreek")),
        samples.exercise(samples.matrix(), paper=("a4", "a3", "a1")),
        samples.exercise(samples.plan()),
        samples.exercise(samples.scores(), explained),
        samples.exercise(samples.choice(), paper=("a4", "a3", "a6")),
    )
    return tuple(replace(each, id=f"soort-{n}") for n, each in enumerate(made))


@pytest.fixture(scope="module")
def all_papers() -> dict[str, Artifact]:
    made, problems = papers(*every_kind())
    assert problems == ()
    return {each.path.removeprefix("downloads/").removesuffix(".pdf"): each for each in made}


def test_pages_have_the_size_of_their_paper(all_papers: dict[str, Artifact]) -> None:
    assert {name: sizes(made.data) for name, made in all_papers.items()} == {
        "soort-0-a4": [(210, 297)],
        "soort-0-a3": [(297, 420)],
        "soort-1-a4": [(210, 297)],
        "soort-2-a4": [(297, 210)],
        "soort-2-a3": [(420, 297)],
        "soort-2-a1": [(841, 594)],
        "soort-3-a4": [(210, 297)],
        "soort-4-a4": [(210, 297)],
        "soort-5-a4": [(210, 297)],
        "soort-5-a3": [(420, 297)],
        "soort-5-a6": [(210, 297)],
    }


def test_every_paper_passes_an_independent_pdf_ua_check(all_papers: dict[str, Artifact]) -> None:
    for name, made in all_papers.items():
        report = page.validate_pdf_bytes(made.data, profile="ua1")
        assert report.is_compliant, (name, [(each.rule_id, each.message) for each in report.failures])


def test_the_same_bytes_twice_and_for_both_audiences(all_papers: dict[str, Artifact]) -> None:
    course = samples.course(*every_kind())
    for audience in Audience:
        assert render(course, audience, {}).files == tuple(all_papers.values())


def test_text_is_never_small_and_most_of_the_page_stays_white(all_papers: dict[str, Artifact]) -> None:
    for name, made in all_papers.items():
        assert min(size for size, found in runs(made.data) if found.strip() and not is_foot(found)) >= 10.9
        shades = pypdfium2.PdfDocument(made.data)[0].render().to_pil().convert("L").histogram()
        assert sum(shades[:128]) < (0.25 if name.endswith("a6") else 0.08) * sum(shades)


def is_foot(found: str) -> bool:
    return "Een cursus" in found or "pagina" in found


def test_trainer_text_and_answers_stay_away() -> None:
    hidden = samples.section("Trainer", *samples.say(SECRET))

    def spoilt(section: Section) -> Section:
        return replace(section, trainer=(hidden,), answer=samples.say(SECRET))

    items = []
    for each in every_kind():
        content = each.content
        if isinstance(content, WritingFields):
            content = replace(content, fields=tuple(map(spoilt, content.fields)))
        elif isinstance(content, Steps):
            content = Steps(tuple(map(spoilt, content.steps)))
        elif isinstance(content, Matrix):
            content = replace(content, rows=tuple(map(spoilt, content.rows)))
        elif isinstance(content, Scores):
            scales = (replace(scale, section=spoilt(scale.section)) for scale in content.scales)
            content = replace(content, scales=tuple(scales))
        elif isinstance(content, Choice):
            groups = (
                OptionGroup(
                    spoilt(group.section),
                    tuple(replace(option, section=spoilt(option.section)) for option in group.options),
                )
                for group in content.groups
            )
            content = replace(content, groups=tuple(groups))
        else:
            content = replace(content, blocks=tuple(map(spoilt, content.blocks)))  # type: ignore[call-arg]
        items.append(replace(each, content=content, trainer=(hidden,), answer=samples.say(SECRET)))
    for made in papers(*items)[0]:
        assert letters(SECRET) not in letters(text(made.data))


@pytest.mark.parametrize("index", range(6))
def test_author_text_comes_out_letter_for_letter(index: int) -> None:
    exercise = replace(every_kind()[index], title=HOSTILE, task=samples.say(HOSTILE), paper=("a4",))
    assert letters(text(only(exercise))).count(letters(HOSTILE)) == 2


@pytest.mark.parametrize("index", range(5))  # to choose from, there is nothing else
def test_sections_besides_the_kind_are_printed(index: int) -> None:
    more = samples.section("Nog iets", *samples.say("Dit hoort erbij."))
    made, _ = papers(replace(every_kind()[index], sections=(more,), paper=("a4",)))
    assert "Dit hoort erbij." in text(made[0].data)
