"""An exercise without a drawing of its own: what to do, how long it takes, and on which sheet."""

from __future__ import annotations

from dataclasses import replace

from lok.canvas import Box
from lok.frames import Layout
from lok.model import Course, Slide
from lok.place import one
from lok.words import words

CODE_ROOM = 44.0
"""Taken by a QR code to the left of the minutes, in mm."""


def panel(layout: Layout, slide: Slide, course: Course, with_code: bool) -> tuple[Box, ...]:
    """How long and, where no code takes its place, the titles of the sheets that are handed out."""
    spoken = words("deck")
    number = f"{slide.minutes.normalize():f}".replace(".", words("site")["decimal_sign"])
    minutes = one(layout.frame("minutes"), spoken["work_minutes"].format(minutes=number))
    if with_code:
        return (replace(minutes, x=minutes.x + CODE_ROOM, w=minutes.w - CODE_ROOM),)
    titles = {sheet.id: sheet.title for sheet in course.sheets} | {task.id: task.title for task in course.exercises}
    given = [titles[handout.id] for handout in slide.handouts if handout.id in titles]
    if not given:
        return (minutes,)
    return minutes, one(layout.frame("sheet"), spoken["work_sheet"].format(titles="”, “".join(given)))
