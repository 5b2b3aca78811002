"""What authors do wrong every day: each slip gives one message, at its place, with the remedy, and no consequences."""

from __future__ import annotations

from pathlib import Path

import pytest

from lok.load import load_and_check
from lok.read.evening import from_table, read_evenings
from projects import CASE, CHOICE, COLUMNS, FACTS, FIRST, SECOND, SESSION, SHEET, TODAY, edit, only, tiny

Slip = tuple[str, str, str, str, str]
"""A file, what stands there, what somebody makes of it, where that is told, and what the message or tip says."""
SLIPS: tuple[Slip, ...] = (
    # a colon forgotten
    (FIRST, "minuten: 3\n", "minuten 3\n", "14:1", "schrijf `minuten: 3`"),
    (FIRST, "oefening: drempels", "oefening drempels", "61:1", "schrijf `oefening: drempels`"),
    (FIRST, "wie: verpleegkundige", "wie verpleegkundige", "3:1", "schrijf `wie: verpleegkundige`"),
    (SESSION, "delen:", "delen", "7:1", "schrijf `delen:`"),
    (SESSION, "duo: ", "duo ", "4:1", "schrijf `duo: verpleegkundige, hygiënist`"),
    (SESSION, "duur: ", "duur ", "3:1", "schrijf `duur: 30 minuten`"),
    (SHEET, "titel: ", "titel ", "2:1", "schrijf `titel: De vijf momenten`"),
    (CASE, "naam: ", "naam ", "2:1", "schrijf `naam: Noémie`"),
    (COLUMNS, "vorm: ", "vorm ", "2:1", "schrijf `vorm: kolommen`"),
    (FACTS, "kort: ", "kort ", "4:1", "schrijf `kort: 30 seconden`"),
    # a key misspelt
    (FIRST, "wie: verpleegkundige", "wi: verpleegkundige", "3:1", 'bedoelde je "wie"?'),
    (FIRST, "minuten: 3", "minuuten: 3", "14:1", 'bedoelde je "minuten"?'),
    (FIRST, "deel: ", "deeel: ", "2:1", 'bedoelde je "deel"?'),
    (SHEET, "titel: ", "titl: ", "2:1", 'bedoelde je "titel"?'),
    (SESSION, "duur: ", "durr: ", "3:1", 'bedoelde je "duur"?'),
    (SESSION, "delen:", "deeln:", "7:1", 'bedoelde je "delen"?'),
    (SESSION, "versie: ", "versi: ", "5:1", 'bedoelde je "versie"?'),
    (SESSION, "bijgewerkt: ", "bijgewrkt: ", "6:1", 'bedoelde je "bijgewerkt"?'),
    (CASE, "naam: ", "nam: ", "2:1", 'bedoelde je "naam"?'),
    (COLUMNS, "vorm: ", "form: ", "2:1", 'bedoelde je "vorm"?'),
    (FACTS, "kort: ", "korte: ", "4:1", 'bedoelde je "kort"?'),
    # a value that says nothing
    (SESSION, "duur: 30 minuten", "duur: een half uur", "3:7", "is geen aantal minuten"),
    (SESSION, "duur: 30 minuten", "duur: 35 minuten", "3:7", "de sessie duurt 35 minuten"),
    (FIRST, "minuten: 3", "minuten: drie", "14:10", "is geen aantal minuten"),
    (SESSION, "bijgewerkt: 22/11/2026", "bijgewerkt: 22/13/2026", "6:13", "is geen datum"),
    (SESSION, "duo: verpleegkundige, hygiënist", "duo: verpleegkundige", "4:6", "een duo telt twee rollen"),
    (FIRST, "wie: verpleegkundige", "wie: verpleger", "3:6", "onbekende rol"),
    (FIRST, "uitdelen: drempels", "uitdelen: drempels, 1 per tafel", "62:21", "zegt niet hoeveel"),
    (CHOICE, "papier: ", "papier: A5, ", "", "kies uit:"),
    # a title, or another name than that of the file
    (FIRST, "uitdelen: drempels", "uitdelen: Drempels op een rij", "62:11", 'naam van het bestand: "drempels"'),
    (SESSION, "(blad:vijf-momenten)", "(blad:De vijf momentjes)", "30:22", "kies uit"),
    (SESSION, "- 01-kijken", "- kijken", "8:5", 'bedoelde je "01-kijken"?'),
    (SESSION, "- 01-kijken", "- 01-kijkn", "8:5", 'bedoelde je "01-kijken"?'),
    (FIRST, "casus: noemie", "casus: noemi", "47:8", 'bedoelde je "noemie"?'),
    (FIRST, "casus: noemie, deel 1", "casus: noemie, deel 9", "47:8", "kies uit: deel 1"),
    (SESSION, "(oefening:drempels)", "(oefening:dremples)", "", 'bedoelde je "drempels"?'),
    (SESSION, "(oefening:drempels)", "(oefeningen:drempels)", "", 'bedoelde je "oefening"?'),
    # signs
    (SHEET, "Ontsmet je handen", "Ontsmet 你好世界 je handen", "7:9", "de tekens"),
    (SHEET, "Ontsmet je handen", "Ontsmet <b>je handen", "7:9", "HTML kan hier niet"),
    (SHEET, "Ontsmet je handen", "Ontsmet **je handen", "7:9", ""),
    (SHEET, "Ontsmet je handen:", "Ontsmet je handen[^1]:", "7:18", "heeft onder deze kop geen tekst"),
    (FIRST, "(druppel.png)", "(druppel.png){width=50%}", "20:60", "haal de accolades weg"),
    (FIRST, "(druppel.png)", "(drupel.png)", "", 'bedoelde je "druppel.png"?'),
    (FIRST, "![Een groene druppel op een witte achtergrond]", "![]", "", "heeft geen beschrijving"),
    # places
    (FIRST, "### Zeg\nDenk", "### Zegg\nDenk", "", 'bedoelde je "Zeg"?'),
    (FIRST, "### Zeg\nDenk", "###Zeg\nDenk", "", "ontbreekt een spatie"),
    (FIRST, "### Zeg\nDenk", "## Zeg\nDenk", "", "schrijf `### Zeg`"),
    (SHEET, "## Trainer", "## Voor de trainers", "", "zet trainerstekst onder `## Trainer`"),
    (SHEET, "deelnemer\n---\n", "deelnemer\n", "1:1", "sluit de sleutels bovenaan af"),
    (SECOND, "- Kies één moment.", "• Kies één moment.", "", "begin elk punt met"),
)


@pytest.mark.parametrize(("path", "old", "new", "place", "said"), SLIPS)
def test_one_slip_is_one_message(path: str, old: str, new: str, place: str, said: str, tmp_path: Path) -> None:
    root = tiny(tmp_path)
    edit(root, path, old, new)
    [problem] = load_and_check(root, [], TODAY).problems
    assert problem.span.path == path
    assert place in ("", f"{problem.span.line}:{problem.span.column}")
    assert said in f"{problem.message} {problem.hint}"


def test_there_are_fifty() -> None:
    assert len(SLIPS) == len(set(SLIPS)) >= 50


@pytest.mark.parametrize(
    ("header", "said"),
    [
        ("datum;aanvng;plaats", ['de kolom "aanvng" kennen we niet']),
        ("datum;plaats", ['"aanvang:" ontbreekt of is leeg']),
        ("datum;plaats;aanvang", []),
    ],
)
def test_a_wrong_column_is_told_once(header: str, said: list[str], tmp_path: Path) -> None:
    cells = ";".join({"datum": "{day}/12/2026", "plaats": "De Kring"}.get(name, "20:00") for name in header.split(";"))
    rows = "".join(f"{cells}\n".format(day=day) for day in (10, 11, 12))
    asked = from_table("avonden.csv", f"{header}\n{rows}".encode())
    _, problems = read_evenings(asked, only(tiny(tmp_path)))
    assert [problem.message for problem in problems] == said
