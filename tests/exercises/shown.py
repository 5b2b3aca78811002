"""The page of one exercise, for the tests of each kind."""

from __future__ import annotations

import samples
from lok.model.audience import Audience
from lok.model.library import Exercise
from lok.render.site import site

OPEN, SECRET = "Zo kan het ook.", "Alleen voor ons."


def page(exercise: Exercise, audience: Audience = Audience.PARTICIPANT) -> str:
    made = site.render(samples.course(exercise), audience, {})
    [found] = [item.data.decode() for item in made.files if item.path == "oefeningen/oefening.md"]
    return found
