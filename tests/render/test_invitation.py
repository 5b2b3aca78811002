"""The invitation of an evening, as two other programs read it: one that parses calendars, and a calendar."""

from __future__ import annotations

import os
import subprocess
from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from decimal import Decimal
from pathlib import Path

import pytest
import vobject
from vobject.base import Component

import samples
from lok.model.course import Course, Evening
from lok.render.invitation import Reading, invitation

WINTER, SUMMER = date(2026, 12, 3), date(2027, 6, 3)
READING = (
    Reading("Vijf woorden", "", "meer/downloads/woorden-a4.pdf"),
    Reading("Op de site", "https://lok.voorbeeld.be/avond/bladen/site.html", ""),
)
TITLE = (
    "Schone handen; of toch niet, \\ in je praktijk? Een lange titel met ‘aanhalingstekens’ en een ë, voor patiënten"
)


def course(**changes: object) -> Course:
    given = {"title": TITLE, "minutes": Decimal(120), "take_along": ("een pen, blauw", "je agenda")}
    return replace(samples.course(), **{**given, **changes})


def evening(day: date = WINTER, at: time = time(20), **changes: object) -> Evening:
    known = Evening(day, at, "De Kring, Herent", "LOK Herent", ("An", "Bo"), 14, samples.span())
    return replace(known, **changes)


def read(data: bytes) -> Component:
    return vobject.readOne(data.decode()).vevent


def test_another_program_reads_what_was_asked() -> None:
    found = read(invitation(course(), evening(), READING))
    assert found.summary.value == TITLE
    assert found.location.value == "De Kring, Herent"
    assert found.dtstart.value == datetime(2026, 12, 3, 19, tzinfo=UTC)
    assert found.dtend.value == datetime(2026, 12, 3, 21, tzinfo=UTC)
    one, other = course().roles
    assert found.description.value == (
        f"LOK Herent\nMet An ({one.name}) en Bo ({other.name}).\n\n"
        "Lees vooraf:\n- Vijf woorden (bijlage woorden-a4.pdf)\n"
        "- Op de site: https://lok.voorbeeld.be/avond/bladen/site.html\n\n"
        "Breng mee:\n- een pen, blauw\n- je agenda"
    )
    assert found.valarm.action.value == "DISPLAY"
    assert found.valarm.trigger.value == timedelta(days=-1)


def test_what_nobody_said_is_left_out() -> None:
    bare = evening(place="", group="", names=("", ""))
    found = read(invitation(course(take_along=()), bare, ()))
    assert "location" not in found.contents
    assert found.description.value == ""


def test_one_evening_keeps_its_id_and_no_other_has_it() -> None:
    def uid(of: Course, at: Evening) -> str:
        return str(read(invitation(of, at, ())).uid.value)

    known = uid(course(), evening())
    assert uid(course(minutes=Decimal(90)), evening(at=time(19, 30), place="Elders", names=("Bo", "An"))) == known
    others = {
        uid(course(id="iets-anders"), evening()),
        uid(course(), evening(SUMMER)),
        uid(course(), evening(group="LOK Lier")),
    }
    assert len(others - {known}) == 3


def test_it_says_the_day_of_the_course_and_never_that_of_today() -> None:
    data = invitation(course(updated=date(2026, 11, 22)), evening(), READING)
    assert b"DTSTAMP:20261122T000000Z\r\n" in data
    assert data == invitation(course(updated=date(2026, 11, 22)), evening(), READING)


def test_lines_are_as_short_as_calendars_want() -> None:
    lines = invitation(course(), evening(), READING).split(b"\r\n")
    assert max(map(len, lines)) <= 75
    assert any(line.startswith(b" ") for line in lines), "something was folded"


@pytest.mark.parametrize(
    ("day", "at", "begins", "ends"),
    [
        (WINTER, time(20), "2026-12-03 20:00", "2026-12-03 22:00"),
        (SUMMER, time(19, 30), "2027-06-03 19:30", "2027-06-03 21:30"),
        (WINTER, time(23, 15), "2026-12-03 23:15", "2026-12-04 01:15"),
    ],
)
def test_a_calendar_shows_it_at_the_hour_of_the_evening(
    tmp_path: Path, day: date, at: time, begins: str, ends: str
) -> None:
    (tmp_path / "uitnodiging.ics").write_bytes(invitation(course(), evening(day, at), READING))
    calcurse(tmp_path, "-i", str(tmp_path / "uitnodiging.ics"))
    form = "%(start:%Y-%m-%d %H:%M)|%(end:%Y-%m-%d %H:%M)|%m\n"
    asked = ("-Q", "--filter-type", "apt", "--from", f"{day:%m/%d/%Y}", "--days", "1", "--format-apt", form)
    shown = calcurse(tmp_path, *asked)
    assert [line.split("|") for line in shown.splitlines() if "|" in line] == [[begins, ends, TITLE]]


def calcurse(folder: Path, *arguments: str) -> str:
    """What calcurse says, with its data in a folder and its clock in Belgium."""
    surroundings = {**os.environ, "TZ": "Europe/Brussels", "LC_ALL": "C.UTF-8"}
    command = ["calcurse", "-C", str(folder / "settings"), "-D", str(folder / "data"), *arguments]
    return subprocess.run(command, env=surroundings, capture_output=True, check=True, text=True, timeout=60).stdout
