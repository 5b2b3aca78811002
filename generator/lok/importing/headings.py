"""Titles of others in, titles that our format takes out: one line, no marks, no word that is a heading of ours."""

from __future__ import annotations

import re
from collections.abc import Sequence

from lok.model.names import clean, slug
from lok.model.vocabulary import ANSWER, SLIDE_HEADINGS, TRAINER
from lok.read.bounds import LONGEST_TITLE
from lok.read.headings import word
from lok.read.pitfalls import ATTRIBUTES, HTML, SNIPPET, TITLE_MARKS
from lok.read.remarks import OPEN

PLAIN_SIGNS = str.maketrans({"`": "’", "*": "", "_": " ", "<": "‹", ">": "›", "{": "(", "}": ")", "^": "", "~": ""})
LONGEST_NAME = 40
"""Letters of what a file is named after its title."""


def title(text: str, told: list[str]) -> str:
    """A title in plain signs, cut off where it is too long; what changed is told."""
    made = clean(text)
    marked = any(mark.search(made) for mark in (TITLE_MARKS, HTML, ATTRIBUTES))
    if marked or SNIPPET in made or OPEN in made:
        made = clean(made.translate(PLAIN_SIGNS).replace("](", "] ("))
        told.append("de titel staat er zonder opmaak")
    if len(made) > LONGEST_TITLE:
        made = f"{made[: LONGEST_TITLE - 1].rsplit(' ', 1)[0]}…"
        told.append(f"de titel is langer dan {LONGEST_TITLE} letters: het einde viel weg")
    return made


def free(text: str, number: int, roles: Sequence[str]) -> str:
    """A title of a slide that cannot be taken for one of our headings."""
    taken = {word(each) for each in (*SLIDE_HEADINGS, TRAINER, ANSWER, *roles)}
    return f"{text} (slide {number})" if word(text) in taken else text


def heading(level: int, text: str) -> str:
    """A heading line, closed where its own last sign would be taken for a mark."""
    return f"{'#' * level} {text}{' #' if text.endswith('#') else ''}"


def short_name(text: str) -> str:
    """What a file is named after a title; "" where no letter of it can be in a name."""
    found = slug(text)
    return found if len(found) <= LONGEST_NAME else re.sub(r"-[^-]*$", "", found[: LONGEST_NAME + 1])[:LONGEST_NAME]
