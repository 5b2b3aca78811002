"""At the border to Typst every text can be set; addresses stay what they are."""

from lok.render.paper.nodes import settable


def test_every_text_has_one_line_and_characters_that_a_font_has() -> None:
    data = {"title": "een\ntwee", "rows": [["一"], ("a", 1, None, True)], "inner": {"text": "\x01"}}
    assert settable(data) == {
        "title": "een twee",
        "rows": [["\ufffd"], ["a", 1, None, True]],
        "inner": {"text": "\ufffd"},
    }


def test_paths_and_addresses_stay() -> None:
    assert settable({"path": "一.png", "target": "https://a.be/一"}) == {"path": "一.png", "target": "https://a.be/一"}
