"""How much paper an evening takes: what is printed in, sheets by size for participant, group and duo out."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal

from lok.model.vocabulary import PAPER_SIZES
from lok.render.paper.printing import Job

TENTH = Decimal("0.1")


@dataclass(frozen=True)
class Counts:
    """Sheets of paper by size, "a4" first; `one` and `group` are empty where nobody knows how many come."""

    sizes: tuple[str, ...]
    one: Mapping[str, Decimal]
    group: Mapping[str, int]
    duo: Mapping[str, int]

    @property
    def together(self) -> Mapping[str, int]:
        """The sheets for group and duo."""
        return {size: self.group[size] + self.duo[size] for size in self.sizes if size in self.group}


def counts(jobs: Sequence[Job], people: int) -> Counts:
    """The sheets that jobs take; what the group shares is divided over `people`, to a tenth of a sheet."""
    sizes = tuple(size for size in PAPER_SIZES if any(job.size == size for job in jobs))
    duo = _sheets((job for job in jobs if job.duo), sizes)
    if not people:
        return Counts(sizes, {}, {}, duo)
    group = _sheets((job for job in jobs if not job.duo), sizes)
    one = {size: (Decimal(group[size]) / people).quantize(TENTH, ROUND_HALF_UP) for size in sizes}
    return Counts(sizes, one, group, duo)


def _sheets(jobs: Iterable[Job], sizes: Iterable[str]) -> dict[str, int]:
    listed = [*jobs]
    return {size: sum(job.sheets for job in listed if job.size == size) for size in sizes}
