"""The evening as one row of moments on the clock: each slide and each break, who speaks, and who spoke before."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from lok.model.course import Break, Course, Part, Role, Slide
from lok.session import clock


@dataclass(frozen=True)
class Moment:
    """A slide or a break: the minutes at which it begins and ends, and the part it opens, if it is the first of one.

    `before` is who spoke last, None at the very beginning; nobody speaks at a slide that no author wrote.
    """

    item: Slide | Break
    start: Decimal
    opens: Part | None
    before: Role | None

    @property
    def minutes(self) -> Decimal:
        """How long it lasts, in minutes."""
        return self.item.minutes

    @property
    def end(self) -> Decimal:
        """The minute of the evening at which it ends."""
        return self.start + self.item.minutes

    @property
    def takes_over(self) -> bool:
        """Whether somebody else begins to speak here."""
        if not isinstance(self.item, Slide) or self.item.made or self.item.left_out:
            return False
        return self.before is not None and self.before != self.item.role


def moments(course: Course) -> Iterator[Moment]:
    """Every slide and break of the evening, in order."""
    before: Role | None = None
    for row in clock.rows(course):
        if isinstance(row.item, Break):
            yield Moment(row.item, row.start, None, before)
            continue
        opens: Part | None = row.item
        for slide, start in clock.starts(row):
            yield Moment(slide, start, None if slide.made else opens, before)
            opens = opens if slide.made else None
            before = before if slide.made or slide.left_out else slide.role
