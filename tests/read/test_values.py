"""One grammar for each kind of value, with bounds that are plausible for an evening."""

from __future__ import annotations

from datetime import date, time
from decimal import Decimal

import pytest

from lok.model.links import followed
from lok.read.numbers import parse_number
from lok.read.values import parse_address, parse_clock, parse_copies, parse_day, parse_minutes


@pytest.mark.parametrize(
    "text",
    ["22/11/2026", "2026-11-22", "22 november 2026", "22.11.2026", "2026-11-22 00:00:00", "2026-11-22T00:00:00"],
)
def test_days(text: str) -> None:
    assert parse_day(text) == date(2026, 11, 22)


@pytest.mark.parametrize(
    "text",
    ["22/11/26", "22/11/1926", "22/11/1999", "22/11/2101", "31/2/2026", "2026-11-22 20:00", "0/0/2026", "²/1/2026"],
)
def test_no_days(text: str) -> None:
    assert parse_day(text) is None


@pytest.mark.parametrize("text", ["20:00", "20:00:00", "20.00", "20u", "20 u", "20u00", "20 uur", "20h", "20h00"])
def test_hours(text: str) -> None:
    assert parse_clock(text) == time(20)


@pytest.mark.parametrize("text", ["24:00", "20:60", "acht", "20:0", "9" * 400, ""])
def test_no_hours(text: str) -> None:
    assert parse_clock(text) is None


def test_minutes_are_at_most_a_day() -> None:
    assert parse_minutes("24 uur") == parse_minutes("1440") == Decimal(1440)
    assert [parse_minutes(text) for text in ("1441", "24,1 uur", "9" * 400, "-1", "0,00001")] == [None] * 5


def test_numbers_are_bounded() -> None:
    assert parse_number("999 999 999 999") == Decimal(999999999999)
    assert parse_number("9" * 400) is None
    assert parse_copies(f"{'9' * 5000} per twee") is None


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("https://lok.voorbeeld.be", "https://lok.voorbeeld.be"),
        ("HTTP://Lok.Be:8080/Een", "http://lok.be:8080/Een"),
        ("https://één.be/é", "https://xn--n-9faa.be/%C3%A9"),
    ],
)
def test_an_address_is_written_in_one_way(text: str, found: str) -> None:
    assert parse_address(text) == found


@pytest.mark.parametrize(
    "text",
    [
        "www.x.be", "https://", "https://[::1", "https://x[y]/", "https://x.be:abc/", "https://x.be:99999/",
        "https://a b.be", "https://x.be/?a=b", "https://x.be/#a", "https://an:geheim@x.be/", "javascript:alert(1)",
        "https://x..be", 'https://x.be/"><meta>', "https://x.be/a b", f"https://x.be/{'a' * 300}", "ftp://x.be", "",
    ],
)  # fmt: skip
def test_no_address_of_a_site(text: str) -> None:
    assert parse_address(text) is None


@pytest.mark.parametrize(
    "text",
    ["http://[::1)", "https://", "mailto:an", "mailto:", "tel:", "tel:bel", "javascript:x", "https:x.be", "x"],
)
def test_no_link(text: str) -> None:
    assert followed(text) is None
