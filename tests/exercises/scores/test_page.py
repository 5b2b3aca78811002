"""Scores on its page, to be read without scripts."""

from __future__ import annotations

import samples
from exercises.shown import page


def test_scores_show_sums_and_means_per_version() -> None:
    found = page(samples.exercise(samples.scores(), samples.section("Zo reken je", *samples.say("Tel alles op."))))
    for wanted in (
        "oranje vanaf",
        "som 25, gemiddelde\u00a03,06",
        "som 13, gemiddelde\u00a02,50",
        "geen grens",
        "Tel alles op.",
    ):
        assert wanted in found
