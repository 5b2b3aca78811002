"""What gives against what takes on a slide."""

from __future__ import annotations

from dataclasses import replace

import samples
from slides.test_compose import HERE, box, laid


def test_suggestions_are_shown_as_far_as_they_fit() -> None:
    content = samples.balance()
    many = replace(content, plus=samples.section("Plussen", samples.bullets(*[f"punt {n}" for n in range(40)])))
    slide = samples.slide(kind="balans", exercise=HERE)
    canvas = laid(slide, samples.course(samples.exercise(many)))
    shown = box(canvas, "gives").text
    assert shown
    assert 5 < len(shown.pars) < 40
    assert canvas.overflow == 0
