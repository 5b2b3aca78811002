"""Facts in, the places in a text where one can call out."""

from __future__ import annotations

from dataclasses import replace

import pytest

import samples
from lok.derive.phones import Phones, address, called

LINE = replace(samples.fact(), phone="1813")
LONG = replace(samples.fact("arts"), phone="0800 23 460")
SHORT = replace(samples.fact("nood"), phone="112")
PHONES = Phones((LINE, LONG, SHORT, samples.fact("regel")))


def found(text: str) -> list[str]:
    return [number for _, number in PHONES.pieces(text) if number]


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("Bel 1813, op elk uur.", ["tel:1813"]),
        ("Bel 1813 of 112.", ["tel:1813", "tel:112"]),
        ("0800 23 460", ["tel:080023460"]),
        ("0800\u00a023\u00a0460 (dag en nacht)", ["tel:080023460"]),
        ("Zelfmoordlijn (1813): altijd", ["tel:1813"]),
    ],
)
def test_a_number_can_be_called(text: str, numbers: list[str]) -> None:
    assert found(text) == numbers
    assert "".join(piece for piece, _ in PHONES.pieces(text)) == text


@pytest.mark.parametrize(
    "text",
    [
        "18130 en 21813",
        "op 18/1813",
        "1813,50 euro",
        "€1813",
        "§112",
        "1.112",
        "3-112",
        "112 patiënten",
        "112 %",
        "112%",
        "20 1813",
        "1813 20",
        "https://voorbeeld.be/1813/112",
        "voorbeeld1813.be",
    ],
)
def test_part_of_another_number_is_none(text: str) -> None:
    assert not found(text)


def test_without_numbers_a_text_is_one_piece() -> None:
    assert [*Phones(()).pieces("Bel 1813")] == [("Bel 1813", "")]


def test_a_link_calls_when_its_words_are_the_number() -> None:
    assert called("bel 0800 23 460", LONG) == "tel:080023460"
    assert not called("Arts in nood", LONG)
    assert not called("in 2016", LONG)
    assert not called("1234", samples.fact())
    assert not address(samples.fact())
