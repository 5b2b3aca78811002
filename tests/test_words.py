"""How numbers and months are written here, once for every room."""

from decimal import Decimal

import pytest

from lok.words import called, enumeration, format_number, localised, month_names, words


@pytest.mark.parametrize(
    ("value", "text"), [("4", "4"), ("0.50", "0,5"), ("120", "120"), ("1E+2", "100"), ("0", "0"), ("2.25", "2,25")]
)
def test_a_number_has_a_comma_and_no_needless_zeros(value: str, text: str) -> None:
    assert format_number(Decimal(value)) == text


def test_thousands_stand_apart_and_stay_together() -> None:
    assert localised(f"{Decimal('1500.50'):,f}") == "1\u00a0500,50"


def test_a_year_has_twelve_months() -> None:
    assert (len(set(month_names())), month_names()[0], month_names()[11]) == (12, "januari", "december")


def test_what_speakers_read_fits_how_many_they_are() -> None:
    said = [called("common", speakers=count)["duo_bundle"] for count in range(1, 5)]
    assert said == ["Bundel voor jou", "Bundel voor jullie twee", "Bundel voor jullie", "Bundel voor jullie"]
    assert called("pack") == words("pack")
    for count in (1, 3):
        assert called("pack", speakers=count).keys() == words("pack").keys()
        assert not [text for text in called("pack", speakers=count).values() if "jullie twee" in text or "duo" in text]


def test_names_stand_in_a_sentence_however_many_they_are() -> None:
    said = [enumeration(["An", "Bo", "Cas"][:count]) for count in range(4)]
    assert said == ["", "An", "An en Bo", "An, Bo en Cas"]
