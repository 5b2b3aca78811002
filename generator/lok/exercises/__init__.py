"""The kinds of exercise, one in each folder. To add one: its folder, and its two lines here.

A kind is all that the rest knows of an exercise: what reads, shows, prints and draws it is found here, by its record.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from lok.exercises.balance.kind import BALANCE
from lok.exercises.choice.kind import CHOICE
from lok.exercises.columns.kind import COLUMNS
from lok.exercises.conversation.kind import CONVERSATION
from lok.exercises.kind import AnyKind, Kind
from lok.exercises.matrix.kind import MATRIX
from lok.exercises.plan.kind import PLAN
from lok.exercises.reading import Headings, Read
from lok.exercises.scores.kind import SCORES
from lok.exercises.spaces.kind import SPACES
from lok.exercises.statements.kind import STATEMENTS
from lok.exercises.steps.kind import STEPS
from lok.model.exercises import ExerciseContent
from lok.problems import Problem
from lok.read.headings import Outline
from lok.read.keys import Fields

KINDS: tuple[AnyKind, ...] = (
    COLUMNS,
    BALANCE,
    STATEMENTS,
    SPACES,
    STEPS,
    MATRIX,
    PLAN,
    SCORES,
    CHOICE,
    CONVERSATION,
)
"""In the order in which authors are told of them."""


def _nothing(headings: Headings, fields: Fields, problems: list[Problem]) -> Read:
    return ExerciseContent(), Outline((), (), ())


UNREAD = Kind("", "", ExerciseContent, _nothing)
"""Of an exercise whose `vorm` no kind has."""
BY_WORD: Mapping[str, AnyKind] = MappingProxyType({kind.word: kind for kind in KINDS})
"""By what an author writes under `vorm`."""
_BY_RECORD: Mapping[type[ExerciseContent], AnyKind] = MappingProxyType({kind.record: kind for kind in (UNREAD, *KINDS)})


def kind_of(content: ExerciseContent) -> AnyKind:
    """The kind whose record it is. Raises KeyError where no kind here has it."""
    return _BY_RECORD[type(content)]
