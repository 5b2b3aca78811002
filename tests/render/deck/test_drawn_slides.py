"""Slides that are drawn from the form of their text, in a deck: no gate minds them, and each sees what spoils them."""

from __future__ import annotations

from pathlib import Path

import pytest
from openxml_audit import validate_pptx

import samples
from deck_checks import findings
from deck_edits import Edit, Edited, drop, lose, put, write
from lok.model.audience import Audience
from lok.model.course import Slide
from lok.model.text import Block, ListBlock, Paragraph, Plain, Strong
from lok.render.deck import deck


def strong(text: str, rest: str = "") -> Paragraph:
    return Paragraph((Strong((Plain(text),)), *((Plain(rest),) if rest else ())))


def led(*pairs: tuple[str, str]) -> ListBlock:
    return ListBlock(False, tuple((strong(lead, f" {rest}"),) for lead, rest in pairs))


THREE = led(("K, klachten:", "wat je hoort"), ("O, omgeving:", "op het werk"), ("P, persoon:", "hoe je leeft"))
STEPS = ListBlock(True, tuple(samples.say(word) for word in ("rust", "bewegen", "hervatten", "volhouden")))
LISTS: tuple[Block, ...] = (
    strong("Ja zeggen"), samples.bullets("voedt de vraag", "ook straks"), strong("Nee zeggen"), samples.bullets("kost"),
)  # fmt: skip


def drawn() -> tuple[Slide, ...]:
    """One slide for each drawing, without and with a strip for the group."""
    asked = samples.say("Wat zie jij?")
    signs = ("arts", "psycholoog", "werk")
    wanted: tuple[tuple[str, tuple[Block, ...], dict[str, object]], ...] = (
        ("twee cirkels", (strong("K = O × P"), THREE), {"overlap": "K"}),
        ("twee cirkels", (THREE,), {"overlap": "K", "question": asked}),
        ("weegschaal", (*LISTS, *samples.say("Tot slot.")), {}),
        ("weegschaal", LISTS, {"question": asked}),
        ("pad", (STEPS,), {}),
        ("pad", (*samples.say("Zo:"), STEPS), {"question": asked}),
        ("getal", (strong("1 op de 4", " stopt."), *samples.say("Of meer.")), {"pictogram": "batterij"}),
        ("getal", (strong("1 op de 4", " stopt."),), {"question": asked}),
        ("kaarten", (THREE,), {"pictograms": signs}),
        ("kaarten", (THREE,), {"pictograms": signs, "question": asked}),
        ("kaarten", (THREE,), {}),
        ("stappen", (STEPS,), {}),
        ("twee kolommen", LISTS, {}),
        ("twee kolommen", LISTS, {"question": asked}),
    )
    return tuple(
        samples.slide(f"Slide {n} over {kind}", kind, body=body, **changes)
        for n, (kind, body, changes) in enumerate(wanted, 1)
    )


@pytest.fixture(scope="module")
def clean() -> bytes:
    course = samples.course(agenda=(samples.part(*drawn(), first=2),))
    return deck.render(course, Audience.TRAINER, {}).files[0].data


def group(name: str) -> str:
    """Groups whose name begins so."""
    return f"//p:grpSp[p:nvGrpSpPr/p:cNvPr[starts-with(@name, '{name}')]]"


def form(name: str) -> str:
    """The freeforms in such a group."""
    return f"{group(name)}/p:sp[p:spPr/a:custGeom]"


def words(name: str, inner: str) -> str:
    return f"{group(name)}/p:sp[p:nvSpPr/p:cNvPr[@name='{inner}']]"


LONG = "Dit past er niet in. " * 30
FAULTS: dict[str, Edit] = {
    "a lens that is gone, so that white words stand on a tint": drop(f"{form('Cirkel')}/p:spPr/a:solidFill"),
    "a lens too narrow for its words": put(f"{form('Cirkel')}/p:spPr/a:xfrm/a:ext", "cx", "500000"),
    "a way that leaves the slide": put(f"{form('Weg')}/p:spPr/a:xfrm/a:off", "x", "12000000"),
    "words that run out of their circle": write(f"{words('Cirkel', 'Tekst van een kaart')}//a:t", LONG),
    "an item in a circle that a screen reader passes by": lose(f"{group('Cirkel')}/p:nvGrpSpPr/p:cNvPr", "descr"),
    "a pan whose words vanish": drop(f"{form('Schaal')}/p:spPr/a:solidFill"),
    "a weight over another": put(f"({group('Gewicht')})[2]//a:off", "y", "2000000"),
    "words that run out of their weight": write(f"{group('Gewicht')}//a:t", LONG),
    "a stop of a path that hangs off the slide": put(f"{group('Stap')}//a:off", "x", "12000000"),
    "a number that vanishes with its disc": drop(f"{words('Stap', 'Nummer')}/p:spPr/a:solidFill"),
    "words of a stop in small print": put(f"{words('Stap', 'Stap')}//a:lvl1pPr/a:defRPr", "sz", "1200"),
    "a number too large for its place": write("//p:sp[p:nvSpPr/p:nvPr/p:ph[@idx='44']]//a:t", "1 op de 4 " * 30),
}


def test_no_gate_minds_what_is_drawn(clean: bytes, tmp_path: Path) -> None:
    assert findings(clean) == []
    (tmp_path / "deck.pptx").write_bytes(clean)
    assert validate_pptx(tmp_path / "deck.pptx").errors == []


@pytest.mark.parametrize("fault", FAULTS)
def test_a_gate_sees_what_spoils_a_drawing(clean: bytes, fault: str) -> None:
    edited = Edited(clean)
    FAULTS[fault](edited)
    spoilt = edited.data()
    assert spoilt != clean
    assert findings(spoilt) != []
