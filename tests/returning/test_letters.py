"""Every letter that is shown is found where its author wrote it."""

import pytest

from lok.returning.letters import gap, places, stretch

FOUND = [
    ("Een zin.", "Een zin."),
    ("**Deur:** je komt *er* altijd", "Deur: je komt er altijd"),
    ("voor [huisbezoeken](casus:noemie) en [meer](https://a.be/x_(y)?b=*)", "voor huisbezoeken en meer"),
    ("een regel\n  die doorloopt", "een regel die doorloopt"),
    ("een regel\\\r\n    en een nieuwe", "een regel\nen een nieuwe"),
    ("> een citaat\n> van twee regels", "een citaat van twee regels"),
    (r"5 \* 3 * 2 en snake_case", "5 * 3 * 2 en snake_case"),
    ("be\u00adhandeling, 20\u00a0mg", "behandeling, 20 mg"),
    ("typ `lok check` nu", "typ lok check nu"),
]


@pytest.mark.parametrize(("written", "shown"), FOUND)
def test_each_letter_has_its_place(written: str, shown: str) -> None:
    found = places(written, shown)
    assert found is not None
    letters = [written[each[0] : each[1]] for each in found if each]
    assert [letter.strip("\\\n\r> \u00a0") for letter in letters] == [letter.strip() for letter in shown]


@pytest.mark.parametrize(
    ("written", "shown"), [("een zin", "een zon"), ("een zin meer", "een zin"), ("een", "een zin")]
)
def test_other_words_have_none(written: str, shown: str) -> None:
    assert places(written, shown) is None


def test_what_our_own_hand_adds_stands_nowhere() -> None:
    found = places("[30 seconden](feit:tijd), en dan", "30 seconden (te bevestigen), en dan", " (te bevestigen)")
    assert found is not None
    assert found[11:27] == (None,) * 16
    assert stretch("[30 seconden](feit:tijd), en dan", found, 5, 14) is None


def test_a_stretch_holds_no_marks() -> None:
    written = "Hang **dit blad** op"
    found = places(written, "Hang dit blad op")
    assert found is not None
    assert stretch(written, found, 5, 13) == (7, 15)
    assert stretch(written, found, 5, 16) is None


def test_a_new_word_behind_a_link_is_no_part_of_it() -> None:
    written = "[lees](https://a.be) meer"
    found = places(written, "lees meer")
    assert found is not None
    assert gap(written, found, 4, " nog") == written.index(" meer")
    assert gap(written, found, 4, "t") == written.index("](")
    assert gap(written, found, 0, "Nu ") == 1
