"""What the public reads on who made a course."""

from __future__ import annotations

from dataclasses import replace

import samples
from lok.derive.made import made


def test_who_made_it_who_gives_it_and_how_sure_it_is() -> None:
    facts = (samples.fact(), samples.fact(id="ander", status="te bevestigen"))
    told = " ".join(made(samples.course(facts=facts, made_by="An en Bo")))
    assert told.startswith("Gemaakt door An en Bo.")
    roles = samples.course().roles
    assert f"De avond krijg je van een {roles[0].name} en een {roles[1].name}." in told
    assert "nagekeken op 22 november 2026" in told
    assert told.endswith("Eén van de 2 nummers en regels moet nog iemand bevestigen. Dat staat erbij.")


def test_names_that_nobody_gave_are_not_guessed() -> None:
    told = " ".join(made(replace(samples.course(), made_by="", facts=())))
    assert told.startswith("Wie de teksten schreef, staat er niet bij, want er is geen naam opgegeven.")
    assert "nagekeken" not in told
    assert "bevestigen" not in told
