"""Each speaker has a colour that can be read, on paper and on a dark screen, and that no other speaker has."""

from __future__ import annotations

from collections.abc import Mapping

import pytest

from deck_checks.design import contrast
from lok.derive.look import of_role
from lok.design import palette
from lok.model.course import Role, together
from lok.model.vocabulary import MOST_SPEAKERS

Colours = Mapping[str, str]
ENOUGH = 4.5
NAMES = (*palette.SPEAKERS, palette.TOGETHER)


def rgb(colours: Colours, name: str) -> tuple[int, int, int]:
    value = colours[name]
    return int(value[:2], 16), int(value[2:4], 16), int(value[4:], 16)


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("colours", [palette.LIGHT, palette.DARK], ids=["light", "dark"])
def test_the_colour_of_a_speaker_is_read_on_every_ground(colours: Colours, name: str) -> None:
    grounds = ("paper", "white", *([f"{name}-tint"] if name in palette.SPEAKERS else ()))
    assert min(contrast(rgb(colours, name), rgb(colours, ground)) for ground in grounds) >= ENOUGH


def test_white_is_read_on_the_ground_of_each_speaker() -> None:
    for n in range(1, MOST_SPEAKERS + 1):
        ground = rgb(palette.LIGHT, f"ground-{n}")
        assert contrast((255, 255, 255), ground) >= ENOUGH
        assert contrast(rgb(palette.LIGHT, f"role-{n}-light"), rgb(palette.LIGHT, "petrol")) >= ENOUGH - 1.5


def test_every_role_has_a_colour_of_its_own() -> None:
    for colours in (palette.LIGHT, palette.DARK):
        assert len({colours[name] for name in NAMES}) == len(NAMES)
    roles = tuple(Role(name, name, n) for n, name in enumerate("abcd"))
    for count in range(1, MOST_SPEAKERS + 1):
        found = [of_role(role) for role in (*roles[:count], *together(roles[:count]))]
        assert found == [*palette.SPEAKERS[:count], *([palette.TOGETHER] if count > 1 else [])]
