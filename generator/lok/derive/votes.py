"""What people may hold up in the room: the words of each set of cards to vote with."""

from __future__ import annotations

from lok.model.course import Course


def held(course: Course) -> tuple[tuple[str, ...], ...]:
    """The words of each set of vote cards of a course, in the order of the cards: what `design.signs` asks for."""
    return tuple(tuple(card.title for card in sheet.printed) for sheet in course.sheets if sheet.votes)
