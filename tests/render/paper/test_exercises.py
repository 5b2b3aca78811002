"""Papers to fill in: fields, steps, matrices, plans and scores, and what is told where a text is too large."""

from __future__ import annotations

from dataclasses import replace

import page
import pypdfium2
import pytest

import samples
from lok.model.audience import Audience
from lok.model.course import Exercise
from lok.model.exercises import Choice, Matrix, OptionGroup, Scores, Spaces, Steps
from lok.model.output import Artifact
from lok.model.text import Section
from lok.problems import Problem
from lok.render.paper.exercises import signs
from lok.render.paper.paper import render
from render.paper.test_paper import HOSTILE, SECRET, heights, letters, only, pages, papers, runs, sizes, text


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


def told(*items: Exercise) -> list[tuple[str, int]]:
    """Path and line of each warning; all are about what does not fit."""
    problems: tuple[Problem, ...] = papers(*items)[1]
    assert {problem.code for problem in problems} <= {"past-niet"}
    return [(problem.span.path, problem.span.line) for problem in problems]


# --- what holds for all ---------------------------------------------------------------------------------------------


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
        "soort-5-a6": [(210, 297), (210, 297)],
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
    for made in all_papers.values():
        assert min(size for size, found in runs(made.data) if found.strip() and not is_foot(found)) >= 10.9
        shades = pypdfium2.PdfDocument(made.data)[0].render().to_pil().convert("L").histogram()
        assert sum(shades[:128]) < 0.08 * sum(shades)


def is_foot(found: str) -> bool:
    return "Een cursus" in found or "pagina" in found


def test_trainer_text_and_answers_stay_away() -> None:
    hidden = samples.section("Trainer", *samples.say(SECRET))

    def spoilt(section: Section) -> Section:
        return replace(section, trainer=(hidden,), answer=samples.say(SECRET))

    items = []
    for each in every_kind():
        content = each.content
        if isinstance(content, Spaces):
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


# --- fields ---------------------------------------------------------------------------------------------------------


def test_fields_have_a_name_and_a_question(all_papers: dict[str, Artifact]) -> None:
    found = text(all_papers["soort-0-a4"].data)
    for wanted in ("Datum", "Nu", "Wat hoort bij Nu?", "Nooit", "Neem je pen"):
        assert wanted in found


@pytest.mark.parametrize(("across", "wanted"), [(1, [0, 0, 0]), (2, [0, 1, 0]), (3, [0, 1, 2])])
def test_fields_stand_side_by_side(across: int, wanted: list[int]) -> None:
    data = only(samples.exercise(samples.spaces("Een", "Twee", "Drie", across=across)))
    lefts = [left_of(data, f"Wat hoort bij {title}?") for title in ("Een", "Twee", "Drie")]
    assert [sorted(set(lefts)).index(left) for left in lefts] == wanted


def left_of(data: bytes, words: str) -> int:
    """Where this text begins, in mm from the left."""
    [sheet] = pypdfium2.PdfDocument(data)
    lines = sheet.get_textpage()
    index, _ = lines.search(words).get_next()
    return round(lines.get_charbox(index)[0] * 25.4 / 72)


def visible(data: bytes, words: str) -> int:
    """How often these words stand on a page, above its foot."""
    [sheet] = pypdfium2.PdfDocument(data)
    width, height = sheet.get_size()
    return " ".join(sheet.get_textpage().get_text_bounded(0, 40, width, height).split()).count(words)


def test_three_fields_side_by_side_lie_down() -> None:
    assert sizes(only(samples.exercise(samples.spaces("Een", "Twee", "Drie", across=3)))) == [(297, 210)]


def test_a_field_that_is_too_full_is_told_at_its_own_line() -> None:
    def filled(paragraphs: int) -> Exercise:
        full = samples.section("Vol", *samples.say("Een zin die het vak vult. " * 5) * paragraphs, line=70)
        return samples.exercise(Spaces((samples.section("Leeg"), full), 2))

    assert told(filled(12)) == []
    assert told(filled(14)) == [("content/a.md", 70), ("content/o.md", 2)]
    made, _ = papers(filled(40))
    inside = [each for each in pages(made[0].data) if "vult" in text(each)]
    assert sum(visible(each, "vak vult") for each in inside) == 200


# --- steps ----------------------------------------------------------------------------------------------------------


def test_steps_are_numbered_in_order(all_papers: dict[str, Artifact]) -> None:
    found = text(all_papers["soort-1-a4"].data)
    for wanted in ("1", "Zoek", "2", "Erken", "3", "Spreek", "Doe dit bij Spreek."):
        assert wanted in found
        found = found.partition(wanted)[2]


def test_few_steps_speak_large(all_papers: dict[str, Artifact]) -> None:
    assert heights(all_papers["soort-1-a4"].data, "Doe dit bij") == pytest.approx(14)


def test_many_steps_take_both_sides_of_a_leaf_and_none_is_cut_in_two() -> None:
    steps = samples.steps(*(f"Stap {n}" for n in range(1, 9)))
    long = Steps(tuple(replace(step, blocks=step.blocks * 4) for step in steps.steps))
    sides = [text(each) for each in pages(only(samples.exercise(long)))]
    assert len(sides) == 2
    for n in range(1, 9):
        assert sorted(side.count(f"Doe dit bij Stap {n}.") for side in sides) == [0, 4]


def test_more_steps_than_a_leaf_holds_are_told_and_nothing_is_lost() -> None:
    long = samples.exercise(samples.steps(*(f"Stap {n}" for n in range(1, 40))))
    made, _ = papers(long)
    assert told(long) == [("content/o.md", 2)]
    assert all(f"Doe dit bij Stap {n}." in text(made[0].data) for n in range(1, 40))


# --- matrix ---------------------------------------------------------------------------------------------------------


def test_a_matrix_names_rows_columns_and_signs(all_papers: dict[str, Artifact]) -> None:
    found = text(all_papers["soort-2-a4"].data)
    for wanted in ("kolom 1", "kolom 3", "Rij 1", "Uitleg bij rij 3.", "D doet", "B betrekt", "W weet"):
        assert wanted in found


def test_on_the_wall_rows_stand_without_explanation(all_papers: dict[str, Artifact]) -> None:
    found = text(all_papers["soort-2-a1"].data)
    assert "Rij 3" in found
    assert "Uitleg" not in found


@pytest.mark.parametrize(
    ("marks", "wanted"),
    [
        (["doet", "betrekt", "weet"], ["D", "B", "W"]),
        (["beslist", "betrekt"], ["Bes", "Bet"]),
        (["weet", "weet niet"], ["Weet", "Weet "]),
        (["+", "−", "?"], ["+", "−", "?"]),
    ],
)
def test_a_sign_tells_its_mark_from_the_others(marks: list[str], wanted: list[str]) -> None:
    assert signs(marks) == wanted


def test_a_sign_that_is_its_own_mark_is_not_explained() -> None:
    found = text(only(samples.exercise(samples.matrix(marks=("+", "?")))))
    assert "+ ?" in found
    assert "+ +" not in found


def test_a_row_that_is_too_full_is_told_at_its_own_line() -> None:
    full = samples.section("Vol", *samples.say("Een zin die de rij vult. " * 9) * 8, line=70)
    matrix = samples.matrix(rows=4)
    assert told(samples.exercise(replace(matrix, rows=(*matrix.rows, full))))[0] == ("content/a.md", 70)


# --- plan -----------------------------------------------------------------------------------------------------------


def test_a_plan_has_prompts_and_a_line_for_each_week(all_papers: dict[str, Artifact]) -> None:
    found = text(all_papers["soort-3-a4"].data)
    for wanted in ("Vraag 1", "Vraag 3", "Noteer elke dag", "Week", "Uren of taken", "Hoe ging het?"):
        assert wanted in found
    assert found.partition("Hoe ging het?")[2].startswith(" 1 2 3 4 ")


def test_groups_inside_a_block_are_printed_too() -> None:
    inner = samples.section("Thuis", samples.bullets("Wie helpt?"))
    plan = samples.plan()
    changed = replace(plan, blocks=(replace(plan.blocks[0], children=(inner,)), *plan.blocks[1:]))
    found = text(only(samples.exercise(changed)))
    assert "Thuis" in found
    assert "Wie helpt?" in found


def test_a_long_plan_takes_a_leaf_and_a_longer_one_is_told() -> None:
    assert len(sizes(only(samples.exercise(samples.plan(weeks=12, prompts=20))))) == 2
    assert told(samples.exercise(samples.plan(weeks=26, prompts=60))) == [("content/o.md", 2)]


# --- scores ---------------------------------------------------------------------------------------------------------


def test_each_version_has_its_scales_with_sums_and_means(all_papers: dict[str, Artifact]) -> None:
    found = text(all_papers["soort-4-a4"].data)
    for wanted in ("lang", "oranje vanaf", "rood vanaf", ": 8 =", "25 (3,06)", "27 (3,31)", "geen grens"):
        assert wanted in found
    short = found.partition("kort")[2]
    assert "13 (2,50)" in short
    assert "rood" not in short
    assert "Droog" not in short


def test_what_a_scale_means_stands_there_once(all_papers: dict[str, Artifact]) -> None:
    assert text(all_papers["soort-4-a4"].data).count("Hoe proper het is.") == 1


def test_the_explanation_stands_on_the_same_page_or_on_the_other_side(all_papers: dict[str, Artifact]) -> None:
    assert "Tel alles op." in text(all_papers["soort-4-a4"].data)
    long = [samples.section(f"Deel {n}", *samples.say("Nog een zin om te lezen. " * 6)) for n in range(9)]
    first, second = (text(each) for each in pages(only(samples.exercise(samples.scores(), *long))))
    assert "Nog een zin" not in first
    assert second.count("Nog een zin") == 54


def test_more_explanation_than_a_leaf_holds_is_told() -> None:
    long = [samples.section(f"Deel {n}", *samples.say("Nog een zin om te lezen. " * 30)) for n in range(9)]
    assert told(samples.exercise(samples.scores(), *long)) == [("content/o.md", 2)]


# --- choices --------------------------------------------------------------------------------------------------------


def test_a_list_to_tick_says_all_and_has_lines_for_the_plan(all_papers: dict[str, Artifact]) -> None:
    found = text(all_papers["soort-5-a4"].data)
    for wanted in (
        "Groep 1", "Uitleg bij 1.", "Keuze 1.1", "Doe dit bij 1.1.", "Waarom: Het helpt 1.1.", "Tijd: 1 minuut",
        "Groep 2", "Keuze 2.2", "Ons plan", "Terugkijken na 4 weken:", "Wie", "Vanaf", "1", "2", "Later", "Wat werkt?",
    ):  # fmt: skip
        assert wanted in found
        found = found.partition(wanted)[2] if wanted not in ("Ons plan", "Terugkijken na 4 weken:") else found


def test_groups_share_a_page_in_two_columns_of_about_the_same_height() -> None:
    made = only(samples.exercise(samples.choice(3, 2)))
    assert [left_of(made, f"Keuze {group}.2") > 105 for group in (1, 2, 3)] == [False, True, True]


def test_groups_that_no_page_holds_go_on_and_lose_nothing() -> None:
    found = text(only(samples.exercise(samples.choice(3, 14))))
    assert found.count("Doe dit bij") == 42


def test_a_poster_shows_groups_side_by_side_to_read_while_standing(all_papers: dict[str, Artifact]) -> None:
    data = all_papers["soort-5-a3"].data
    found = text(data)
    assert "Doe dit bij 1.1." in found
    assert "1 minuut" in found
    assert "Het helpt" not in found
    assert "Ons plan" not in found
    assert heights(data, "Doe dit bij 1.1.") >= 14
    assert left_of(data, "Doe dit bij 2.1.") > 210 > left_of(data, "Doe dit bij 1.1.")


def test_an_option_is_a_card_with_its_group_behind(all_papers: dict[str, Artifact]) -> None:
    first, second = (text(each) for each in pages(all_papers["soort-5-a6"].data))
    assert "Keuze 2.1" not in first
    for wanted in ("Keuze 1.1", "Doe dit bij 1.1.", "Keuze 1.1 · Groep 1", "Waarom: Het helpt 1.1.", "Keuze 1.2"):
        assert wanted in first
    assert "Keuze 2.2 · Groep 2" in second


def test_fifteen_options_are_readable_on_a_poster_and_too_many_are_told() -> None:
    fit = samples.exercise(samples.choice(4, 4), paper=("a3",))
    full = samples.exercise(samples.choice(4, 14), paper=("a3",))
    assert told(fit) == []
    assert told(full) == [("content/o.md", 2)]
    assert heights(only(fit), "Doe dit bij 4.4.") >= 14
    [made], _ = papers(full)
    assert text(made.data).count("Doe dit bij") == 56


def test_a_plan_is_not_torn_from_its_heading() -> None:
    sides = [text(each) for each in pages(only(samples.exercise(samples.choice(4, 4))))]
    [last] = [side for side in sides if "Ons plan" in side]
    assert "Wat niet?" in last


def test_a_choice_without_a_plan_prints_none() -> None:
    bare = replace(samples.choice(), agreements=(), dates=(), review=None, after=None)
    assert "Ons plan" not in text(only(samples.exercise(bare)))
    assert "Terugkijken na 4 weken:" in text(only(samples.exercise(replace(bare, after=samples.choice().after))))
