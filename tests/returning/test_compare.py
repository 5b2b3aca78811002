"""Three readings of a slide say who changed what."""

from lok.render.deck.shown import Shown
from lok.returning.compare import Change, Line, Place, changes


def shown(*text: str, title: str = "Titel") -> Shown:
    return Shown(title, text)


def told(found: tuple[Change, ...]) -> list[tuple[str, str, str, str | None]]:
    return [(each.old, each.new, each.now, each.at.words if each.at else None) for each in found]


def test_equal_readings_say_nothing() -> None:
    assert changes(shown("a", "b"), shown("a", "b"), shown("a", "b")) == ()
    assert changes(shown("a", "b"), shown("a", "b"), shown("a", "iets anders")) == ()


def test_a_title_and_a_paragraph_that_changed() -> None:
    found = changes(shown("een", "twee"), shown("een", "drie", title="Nieuw"), shown("een", "twee"))
    assert [each.place for each in found] == [Place.TITLE, Place.TEXT]
    assert told(found) == [("Titel", "Nieuw", "Titel", "Titel"), ("twee", "drie", "twee", "twee")]
    assert not any(each.done or each.both for each in found)


def test_what_both_changed() -> None:
    [alike] = changes(shown("een"), shown("twee"), shown("twee"))
    [other] = changes(shown("een"), shown("twee"), shown("drie"))
    assert (alike.done, alike.both, other.done, other.both) == (True, False, False, True)


def test_what_is_added_follows_what_stood_before_it() -> None:
    built = shown("een zin over regen", "een zin over zon")
    deck = shown("een zin over regen", "heel iets nieuws", "een zin over zon")
    assert told(changes(built, deck, built)) == [("", "heel iets nieuws", "", "een zin over regen")]
    assert told(changes(built, shown("vooraan", *built.text), built)) == [("", "vooraan", "", None)]
    [again] = changes(built, deck, deck)
    assert again.done


def test_what_is_taken_away_by_both_is_done() -> None:
    built, less = shown("een zin over regen", "een zin over zon"), shown("een zin over zon")
    [change] = changes(built, less, built)
    assert (change.old, change.new, change.at) == ("een zin over regen", "", Line("een zin over regen"))
    [gone] = changes(built, less, less)
    assert gone.done


def test_paragraphs_that_only_changed_places_are_no_change() -> None:
    assert changes(shown("a", "b", "c"), shown("c", "a", "b"), shown("a", "b", "c")) == ()


def test_the_same_words_are_counted() -> None:
    found = changes(shown("ja", "nee", "ja"), shown("ja", "nee", "toch"), shown("ja", "nee", "ja"))
    assert [each.at for each in found] == [Line("ja", 1, 2)]
