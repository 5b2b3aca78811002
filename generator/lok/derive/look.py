"""The colours of a course: those of the organisation that publishes it, else our own; and of who speaks."""

from __future__ import annotations

from lok.design import palette
from lok.design.palette import Palette
from lok.model.course import Role
from lok.model.face import Face


def look(face: Face | None) -> Palette:
    """The palette with the two colours of a face in it; our own where there is none."""
    return palette.of(face.colour, face.accent) if face else palette.OWN


def of_role(role: Role) -> str:
    """The name of the colour of who speaks."""
    return palette.TOGETHER if role.together else palette.SPEAKERS[role.order]
