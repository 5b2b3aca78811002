"""What authors choose to see drawn: pictograms, portraits, quotes, what stands out; the keys of every kind of file."""

from pathlib import Path

import pytest

from lok.exercises.choice.record import Choice
from lok.exercises.conversation.record import Conversation
from lok.model.audience import Audience
from lok.model.course import Course, Slide
from lok.model.library import Case
from lok.problems import Code
from lok.view import view
from projects import CASE, CHOICE, FIRST, SHEET, TALK, edit, only, put, read, tiny

LIST = "## Je handen reizen mee\nminuten: 3\n"
TEXT = (
    "Ik dacht: ‘jij weer’. Daar **schrok** ik van, en\nhet was maandag.\n\n"
    "- ’s Avonds laat\n- een punt\n\n"
    "### Mogelijk antwoord\nDat is zwaar.\n\n### Trainer\nHij zwijgt hier.\n"
)


def slide(root: Path, keys: str) -> Slide:
    """The slide with three points in a list, with more keys."""
    edit(root, FIRST, LIST, LIST + keys)
    return next(each for each in only(root).slides if each.id == "je-handen-reizen-mee")


def codes(root: Path) -> list[tuple[Code, int, int]]:
    return [(problem.code, problem.span.line, problem.span.column) for problem in read(root)[1]]


def case_of(root: Path, name: str = "an", keys: str = "", quote: str = "") -> tuple[Case, list[Code]]:
    """A case in a file of its own, with keys at the top and a quote at its one part."""
    below = f"citaat: {quote}\n" if quote else ""
    text = f"---\nnaam: Iemand\n{keys}---\n\n## Deel 1\nvoorlezer: hygiënist\n{below}\n{TEXT}"
    put(root, {f"cases/{name}.md": text})
    edit(root, CASE, "Ik schud een hand", f"Ik schud [een hand](casus:{name})")
    courses, problems = read(root)
    return next(each for each in courses[0].cases if each.id == name), [each.code for each in problems]


def test_nothing_is_chosen_where_no_key_says_so(tmp_path: Path) -> None:
    course = only(tiny(tmp_path))
    assert {(each.pictogram, each.pictograms, each.overlap, each.highlight) for each in course.written} == {
        ("", (), "", 0)
    }
    assert {each.pictogram for each in (*course.exercises, *course.sheets)} == {""}
    assert [(each.portrait, [part.quote for part in each.fragments]) for each in course.cases] == [("", ["", "", ""])]


def test_a_slide_has_a_pictogram_and_one_for_each_point(tmp_path: Path) -> None:
    made = slide(tiny(tmp_path), "beeld: Batterij\nbeelden: arts, werk, netwerk\n")
    assert (made.pictogram, made.pictograms) == ("batterij", ("arts", "werk", "netwerk"))


@pytest.mark.parametrize("name", ["S", "stethoscoop", "S, stethoscoop:"])
def test_two_circles_share_what_the_author_names(name: str, tmp_path: Path) -> None:
    root = tiny(tmp_path)
    edit(root, FIRST, "- Van de deurklink naar", "- **D, deurklink:** van daar naar")
    edit(root, FIRST, "- Van de stethoscoop naar", "- **S, stethoscoop:** van daar naar")
    edit(root, FIRST, "- Je ziet er niets van.", "- **J, jij:** je ziet er niets van.")
    edit(root, FIRST, "\n![Een groene druppel op een witte achtergrond](druppel.png)\n", "")
    assert slide(root, f"soort: twee cirkels\noverlap: {name}\n").overlap == name


def test_pictograms_may_stand_in_a_list(tmp_path: Path) -> None:
    assert slide(tiny(tmp_path), "beelden:\n- arts\n- werk\n- rust\n").pictograms == ("arts", "werk", "rust")


@pytest.mark.parametrize(("names", "known"), [("arts, werk", True), ("arts, werk, rust, hart", True), ("wat", False)])
def test_as_many_pictograms_as_points(tmp_path: Path, names: str, known: bool) -> None:
    edit(tiny(tmp_path), FIRST, LIST, f"{LIST}beelden: {names}\n")
    unknown = [] if known else [(Code.UNKNOWN_PICTOGRAM, 15, 10)]
    assert sorted(codes(tmp_path)) == sorted([(Code.PICTOGRAM_COUNT, 15, 10), *unknown])


def test_pictograms_of_points_that_appear_later_would_tell_of_them(tmp_path: Path) -> None:
    keys = "## Wanneer sloeg jij het over?\nminuten: 2\n"
    edit(
        tiny(tmp_path), FIRST, keys, f"{keys}beelden: arts, werk\n\n### Na de klik\n- **Een.** Ja.\n- **Twee.** Nee.\n"
    )
    assert [code for code, *_ in codes(tmp_path)] == [Code.PICTOGRAM_COUNT]


GRAPH = "grafiek: staven, Zo veel\n\n| Wat | Aantal |\n|---|---|\n| a | 1 |\n| b | 2 |\n\n"


def test_a_row_of_a_chart_stands_out(tmp_path: Path) -> None:
    edit(tiny(tmp_path), FIRST, "- Van de deurklink", f"{GRAPH}- Van de deurklink")
    edit(tmp_path, FIRST, LIST, f"{LIST}uitgelicht: 2\n")
    made = next(each for each in read(tmp_path)[0][0].slides if each.highlight)
    assert (made.id, made.highlight) == ("je-handen-reizen-mee", 2)


@pytest.mark.parametrize("row", ["0", "3", "-1", "1,5", "de tweede"])
def test_only_a_row_that_is_there_stands_out(tmp_path: Path, row: str) -> None:
    edit(tiny(tmp_path), FIRST, "- Van de deurklink", f"{GRAPH}- Van de deurklink")
    edit(tmp_path, FIRST, LIST, f"{LIST}uitgelicht: {row}\n")
    assert (Code.BAD_NUMBER, 15, 13) in codes(tmp_path)


def test_without_a_chart_no_row_stands_out(tmp_path: Path) -> None:
    edit(tiny(tmp_path), FIRST, LIST, f"{LIST}uitgelicht: 1\n")
    assert codes(tmp_path) == [(Code.BAD_NUMBER, 15, 13)]


def test_a_case_has_the_portrait_of_its_name(tmp_path: Path) -> None:
    case, problems = case_of(tiny(tmp_path), "nadia")
    assert (case.portrait, problems) == ("nadia", [])


@pytest.mark.parametrize(("name", "found", "code"), [("Bilal", "bilal", []), ("piet", "", [Code.UNKNOWN_PORTRAIT])])
def test_a_case_may_ask_for_a_portrait(tmp_path: Path, name: str, found: str, code: list[Code]) -> None:
    case, problems = case_of(tiny(tmp_path), "nadia", f"portret: {name}\n")
    assert (case.portrait, problems) == (found, code)


@pytest.mark.parametrize(
    ("written", "found"),
    [
        ("Daar schrok ik van", "Daar schrok ik van"),
        ("Daar **schrok** ik van, en het was maandag.", "Daar schrok ik van, en het was maandag."),
        ("“Ik dacht: 'jij weer'.”", "Ik dacht: ‘jij weer’."),
        ("'s Avonds laat", "’s Avonds laat"),
    ],
)
def test_a_quote_stands_literally_in_its_part(tmp_path: Path, written: str, found: str) -> None:
    case, problems = case_of(tiny(tmp_path), quote=written)
    assert (case.fragments[0].quote, problems) == (found, [])


@pytest.mark.parametrize(
    "wrong", ["daar schrok ik van", "maandag. ’s Avonds", "Dat is zwaar.", "Hij zwijgt hier.", "“”", f"{'- ' * 3000}x"]
)
def test_a_quote_from_elsewhere_is_refused(tmp_path: Path, wrong: str) -> None:
    case, problems = case_of(tiny(tmp_path), quote=wrong)
    assert (case.fragments[0].quote, problems) == ("", [Code.UNKNOWN_QUOTE])


def chosen(root: Path) -> Course:
    """A project with a pictogram wherever one can stand."""
    edit(root, CHOICE, "vorm: kiezen", "vorm: kiezen\nbeeld: lijst")
    edit(root, CHOICE, "## Aan de wastafel\n", "## Aan de wastafel\nbeeld: thuis\n\n")
    edit(root, TALK, "code: Z", "code: Z\nbeeld: praten")
    edit(root, SHEET, "titel:", "beeld: agenda\ntitel:")
    return only(root)


def test_exercises_sheets_groups_and_themes_have_a_pictogram(tmp_path: Path) -> None:
    course = chosen(tiny(tmp_path))
    contents = {each.id: each.content for each in course.exercises}
    choice, talk = contents["voornemens"], contents["handgesprek"]
    assert isinstance(choice, Choice)
    assert isinstance(talk, Conversation)
    assert {each.pictogram for each in course.exercises} == {"lijst", ""}
    assert [each.pictogram for each in choice.groups] == ["thuis", ""]
    assert [each.pictogram for each in talk.themes] == ["praten", ""]
    assert {each.id: each.pictogram for each in course.sheets}["vijf-momenten"] == "agenda"


def test_a_set_of_cards_has_a_pictogram_for_each(tmp_path: Path) -> None:
    root = tiny(tmp_path)
    edit(
        root,
        "content/kaarten/stemkaarten.md",
        "uitdelen: 1 per deelnemer\n",
        "uitdelen: 1 per deelnemer\nbeeld: stemmen\n",
    )
    assert {sheet.id: sheet.pictogram for sheet in only(root).sheets}["stemkaarten"] == "stemmen"


def test_a_pictogram_below_a_group_is_no_text(tmp_path: Path) -> None:
    before = only(tiny(tmp_path / "before"))
    after = chosen(tiny(tmp_path / "after"))
    options = [[each.content for each in course.exercises if each.id == "voornemens"] for course in (before, after)]
    texts = [[group.section.blocks for group in one.groups] for [one] in options if isinstance(one, Choice)]
    assert len(texts) == 2
    assert texts[0] == texts[1]


def test_only_groups_take_a_pictogram(tmp_path: Path) -> None:
    edit(tiny(tmp_path), CHOICE, "## Na een week\n", "## Na een week\nbeeld: agenda\n\n")
    edit(tmp_path, CHOICE, "### Horloge uit\n", "### Horloge uit\nbeeld: klok\n")
    assert [code for code, *_ in codes(tmp_path)] == [Code.UNKNOWN_KEY, Code.UNKNOWN_KEY]


def test_participants_get_what_is_drawn(tmp_path: Path) -> None:
    edit(tiny(tmp_path), FIRST, LIST, f"{LIST}beelden: arts, werk, rust\n")
    edit(tmp_path, CASE, "## Deel 1\n", "## Deel 1\ncitaat: Volgende!\n")
    seen = view(chosen(tmp_path), Audience.PARTICIPANT)
    assert [each.pictograms for each in seen.slides if each.pictograms] == [("arts", "werk", "rust")]
    assert [part.quote for part in seen.cases[0].fragments] == ["Volgende!", "", ""]
    assert "agenda" in {each.pictogram for each in seen.sheets}
