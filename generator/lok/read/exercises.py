"""One scanned exercise in, its record out; the kind under `vorm` says which keys it has and reads its headings."""

from __future__ import annotations

from dataclasses import replace

from lok.exercises import BY_WORD, KINDS, UNREAD
from lok.model import vocabulary as fmt
from lok.model.library import Exercise
from lok.problems import Problem
from lok.read import drawings
from lok.read.format import EXERCISE, FileFormat
from lok.read.headings import blocks
from lok.read.keys import Fields
from lok.read.scan import Page


def exercise_format(page: Page) -> FileFormat:
    """The extra keys of the kind that a file names under `vorm`; those of all kinds where that one does not exist."""
    values = {key.name: key for key in page.keys}
    kind = BY_WORD.get(values["vorm"].value.text.lower()) if "vorm" in values else None
    if kind is None:
        keys = tuple(key for each in KINDS for key in each.keys.keys)
        below = (key for each in KINDS for key in (*each.keys.heading_keys, *each.keys.group_keys))
        return FileFormat("", (), keys, tuple(below))
    naming = values.get(kind.naming)
    if naming:
        names = naming.items or (naming.value,)
        keys = tuple(name.strip().lower() for value in names for name in value.text.split(","))
        return replace(kind.keys, heading_keys=keys)
    return kind.keys


def load_exercise(page: Page, exercise_id: str, problems: list[Problem]) -> Exercise:
    """The exercise with this id; its content is a bare ExerciseContent where its kind could not be read."""
    extra = exercise_format(page)
    fields = Fields(page.keys, EXERCISE.keys | extra.keys, page.span, problems, "in een oefening")
    fields.require((*EXERCISE.required, *extra.required))
    kind = BY_WORD.get(fields.choice("vorm", tuple(BY_WORD)), UNREAD)
    content, rest = kind.read(page.headings, fields, problems)
    return Exercise(
        exercise_id,
        fields.text("titel"),
        fields.text("in het kort"),
        fields.minutes("duur"),
        fields.copies("uitdelen"),
        fields.paper("papier", (*fmt.PAPER_SIZES, fmt.CARD_SIZE) if kind.cards else fmt.PAPER_SIZES),
        page.span,
        blocks(page.intro, problems),
        content,
        rest.sections,
        rest.answer,
        rest.trainer,
        drawings.pictogram(fields),
        fields.for_patient(),
        fields.phrases(fmt.ALSO),
    )
