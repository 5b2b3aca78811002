"""Exercises as an author writes them, for the tests of each kind: read inside the tiny course."""

from __future__ import annotations

from pathlib import Path

from lok.model.library import Exercise
from lok.model.text import Section
from projects import put, read, tiny

PATH = "content/oefeningen/nieuw.md"
TRAINER = "\n\n## Trainer\nAlleen voor ons."


def written(folder: Path, keys: str, body: str) -> tuple[Exercise, list[tuple[str, int]]]:
    """An exercise with these keys in the tiny course; code and line of each problem in it."""
    text = f"---\ntitel: Nieuw\n{keys}\n---\n\nDoe iets.\n\n{body}\n"
    courses, problems = read(put(tiny(folder), {PATH: text}))
    [exercise] = [each for each in courses[0].exercises if each.id == "nieuw"]
    return exercise, [(problem.code, problem.span.line) for problem in problems if problem.span.path == PATH]


def only(folder: Path, keys: str, body: str) -> Exercise:
    exercise, problems = written(folder, keys, body)
    assert problems == []
    return exercise


def codes(folder: Path, keys: str, body: str) -> set[str]:
    return {code for code, _ in written(folder, keys, body)[1]}


def titles(sections: tuple[Section, ...]) -> list[str]:
    return [section.title for section in sections]
