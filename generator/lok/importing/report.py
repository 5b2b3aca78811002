"""What an import made, what is to be filled in and what was left behind in; a text for its author out."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass


@dataclass(frozen=True)
class Todo:
    """A line that its author has to look at, and what to do there."""

    path: str
    line: int
    what: str

    def __str__(self) -> str:
        return f"{self.path}:{self.line}: {self.what}"


@dataclass(frozen=True)
class Made:
    """New files by their paths in the project, lines to fill in, and sentences on what was left behind."""

    files: Mapping[str, bytes]
    todo: tuple[Todo, ...]
    told: tuple[str, ...]


def lines(made: Made) -> Iterator[str]:
    """The report as it is shown: what to fill in, then what was not taken over."""
    yield from _listed("Vul aan:", [str(each) for each in made.todo])
    yield from _listed("Niet zomaar over te nemen:", made.told)


def page(made: Made, source: str) -> bytes:
    """The report as a file: nobody publishes it, and lok does not read it."""
    head = (
        f"# Overgenomen uit {source}",
        "",
        "Dit bestand is voor jou: lok leest het niet en publiceert het niet. Gooi het weg als alles klopt.",
        "",
    )
    return "\n".join((*head, *lines(made), "")).encode()


def _listed(head: str, items: Sequence[str]) -> Iterator[str]:
    if items:
        yield head
        yield from (f"- {item}" for item in items)
