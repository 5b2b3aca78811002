"""Each kind of exercise as an author writes it: what becomes of its headings and keys, and what is told."""

from __future__ import annotations

from decimal import Decimal

import pytest

from lok import format as fmt
from lok.load_exercises import exercise_format, load_exercise
from lok.model import Cutoff, Exercise, Matrix, Paragraph, Plain, Plan, ScaleVersion, Scores, Section, Spaces, Steps
from lok.problem import Problem
from lok.source import parse_page

SECRET = "### Trainer\nAlleen voor ons."


def load(kind: str, keys: str, body: str) -> tuple[Exercise, list[Problem]]:
    """An exercise of this kind with these keys, and the problems in it."""
    text = f"---\nvorm: {kind}\ntitel: Een oefening\n{keys}\n---\n\nDoe iets.\n\n{body}\n"
    problems: list[Problem] = []
    page = parse_page("o.md", text.replace("\n\n---", "\n---"), exercise_format, problems)
    return load_exercise(page, "o", problems), problems


def only(kind: str, keys: str, body: str) -> Exercise:
    exercise, problems = load(kind, keys, body)
    assert problems == []
    return exercise


def codes(kind: str, keys: str, body: str) -> list[str]:
    return [problem.code for problem in load(kind, keys, body)[1]]


def titles(sections: tuple[Section, ...]) -> list[str]:
    return [section.title for section in sections]
