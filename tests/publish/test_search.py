"""Finished pages in, the index of a search out."""

from __future__ import annotations

import json

from lok.publish import search
from lok.publish.search import Help

PAGE = b"""<nav>Menu</nav><main><article class="text"><p class="kicker">Blad</p>
<h1 id="_begin">Moe <span class="whole">zijn</span></h1><p>Eerst<br>dit.</p><script>weg()</script>
<h2 id="tabel">Naast elkaar</h2><table><tr><td>bezig</td><td>wezenlijk</td></tr></table><p data-search-exclude>knop</p>
<h3>Zonder adres</h3><details class="answer"><summary>Toon</summary><p>Antwoord<img src="x.png"></p></details>
<p>Einde</p>
</article></main><footer>Voet</footer>"""


def made(answers: bool = False, **also: tuple[str, ...]) -> dict[str, list[list[object]]]:
    words = {address.replace("_", "."): found for address, found in also.items()}
    pages = {"a.html": PAGE, "map/index.html": PAGE}
    script = search.index(pages, words, [Help("a.html#tabel", "Lijn", "1 2 3"), Help("weg.html", "Weg", "")], answers)
    found: dict[str, list[list[object]]] = json.loads(script.removeprefix(b"var lokIndex = ").removesuffix(b";\n"))
    return found


def test_each_heading_with_an_address_is_a_part_and_overviews_repeat_nothing() -> None:
    assert made()["pages"] == [["a.html", "Moe zijn"]]
    assert [part[:3] for part in made()["parts"]] == [[0, "", "Moe zijn"], [0, "tabel", "Naast elkaar"]]


def test_words_stand_apart_and_what_is_no_text_is_left_out() -> None:
    first, second = (part[3] for part in made()["parts"])
    assert first == "Eerst dit."
    assert second == "bezig · wezenlijk · Zonder adres Einde"


def test_answers_are_only_for_who_may_see_them_at_once() -> None:
    assert "Antwoord" not in str(made())
    assert "Toon Antwoord Einde" in str(made(answers=True))


def test_other_words_and_help_go_to_their_part() -> None:
    found = made(a_html=("slapte", "geen fut"))
    assert found["parts"][0][4] == "slapte; geen fut"
    assert found["help"] == [[1, "Lijn", "1 2 3"]]


def test_kin_are_folded_and_sorted() -> None:
    assert search.kin(["Klachten en klacht", "foto’s, één foto"]) == ["foto fotos", "klacht klachten"]
    assert search.kin(["burn-outs", "burnout"]) == ["burnout burnouts"]
