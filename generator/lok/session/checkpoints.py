"""Moments to look at the clock, spread over the evening, each with what may fall out until the next one."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal

from lok.model.course import Break, Course, Late, Shortening, Slide
from lok.model.vocabulary import MARGIN
from lok.session import clock

WANTED = 5
"""Moments to look at the clock, besides the beginning."""


@dataclass(frozen=True)
class Drop:
    """A slide that may go (`keep` is 0) or that may be shortened to `keep` minutes, and what then falls out."""

    slide: Slide
    keep: Decimal
    loss: str

    @property
    def won(self) -> Decimal:
        """The minutes that it saves."""
        return self.slide.minutes - self.keep


@dataclass(frozen=True)
class Checkpoint:
    """`minute` of the evening is when a part begins; the drops stand in the order of the slides."""

    minute: Decimal
    drops: tuple[Drop, ...]

    @property
    def won(self) -> Decimal:
        """The minutes that all its drops save together."""
        return sum((drop.won for drop in self.drops), Decimal(0))


def checkpoints(course: Course) -> tuple[Checkpoint, ...]:
    """The beginning, and five moments (fewer where there are fewer parts) that spread the evening evenly."""
    rows = clock.rows(course)
    if not rows:
        return ()
    starts = [pair for row in rows for pair in clock.starts(row)]
    end = rows[-1].end
    moments = (Decimal(0), *spread([row.start for row in rows if row.start > 0], end))
    return tuple(
        Checkpoint(start, drops(slide for slide, at in starts if start <= at < until))
        for start, until in zip(moments, (*moments[1:], end), strict=True)
    )


def drops(slides: Iterable[Slide]) -> tuple[Drop, ...]:
    """What each of the slides can give, in their order; none of those that give nothing."""
    return tuple(drop for slide in slides if (drop := drop_of(slide)))


def margin(course: Course) -> Decimal:
    """Minutes that the session keeps free, all its margins together."""
    spare = (item for item in course.agenda if isinstance(item, Break) and item.name == MARGIN)
    return sum((item.minutes for item in spare), Decimal(0))


def spread(boundaries: Sequence[Decimal], end: Decimal, wanted: int = WANTED) -> tuple[Decimal, ...]:
    """As many of the boundaries as are wanted, in order, each the nearest to its even share of the time.

    Boundaries and `end` are minutes of the evening. The nth of k stands nearest to n/(k + 1) of `end`.
    """
    left = list(dict.fromkeys(boundaries))
    count = min(wanted, len(left))
    found: list[Decimal] = []
    for n in range(1, count + 1):
        share = end * n / (count + 1)
        possible = left[: len(left) - (count - n)]
        nearest = min(possible, key=lambda boundary: abs(boundary - share))
        left = left[left.index(nearest) + 1 :]
        found.append(nearest)
    return tuple(found)


def drop_of(slide: Slide) -> Drop | None:
    """How a slide gives way when the evening runs late; None where it does not."""
    shorter: Shortening | None = slide.shortening
    if shorter is None or shorter.how is Late.NEVER or shorter.minutes >= slide.minutes:
        return None
    return Drop(slide, shorter.minutes, shorter.loss.rstrip("."))
