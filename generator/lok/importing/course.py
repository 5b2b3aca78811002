"""A deck as it was read in, the files of a session out, with what its author has to fill in."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from lok.importing.deck import Deck, Section, Slide
from lok.importing.headings import free, heading, short_name, title
from lok.importing.notes import spread
from lok.importing.paragraphs import nested
from lok.importing.report import Made, Todo
from lok.importing.to_markdown import written
from lok.model.course import Role, together
from lok.model.names import slug
from lok.model.text import Blocks
from lok.model.vocabulary import CUE, DIVIDER, QUESTION, REVEAL, SPEAKERS, TITLE_PAGE
from lok.read.format import SESSION, SLIDES
from lok.words import format_number

STEPS = (Decimal("0.5"), Decimal("0.25"), Decimal("0.1"), Decimal("0.01"))
"""Minutes that a slide is given a number of, the largest that leaves each slide some."""
EVENING = Decimal(120)
"""Minutes where nobody says so."""
UNSEEN = "zeg tussen de vierkante haken wat op deze afbeelding te zien is"


@dataclass(frozen=True)
class Wish:
    """What is asked of an import: id of the session, roles of who speaks, minutes (None: as the deck says), the day.

    `sure` tells whether the roles are the author's.
    """

    session: str
    roles: tuple[str, ...]
    sure: bool
    minutes: Decimal | None
    today: date

    @property
    def together(self) -> tuple[str, ...]:
        """How an author names all speakers at once; nothing where one speaks alone."""
        roles = tuple(Role(slug(name), name, n) for n, name in enumerate(self.roles))
        return tuple(role.name for role in together(roles))

    @property
    def folder(self) -> str:
        """Where its slides come."""
        return f"{SLIDES.folder}/{self.session}"


def files(deck: Deck, wish: Wish, pictures: dict[str, bytes]) -> Made:
    """The session, a file for each section and the pictures beside these, by their paths in the project."""
    total, lasting = _lasting(deck, wish)
    ids: set[str] = set()
    todo: list[Todo] = []
    told: list[str] = [*(f"het hele bestand: {each}" for each in deck.told)]
    called = title(next((each.title for each in deck.slides if each.title), deck.title), told) or wish.session
    made: dict[str, str] = {}
    for number, section in enumerate(deck.sections, 1):
        path = f"{wish.folder}/{number:02}-{short_name(section.name or called) or 'deel'}.md"
        text = _Text(path, todo)
        _section(text, section, called, wish)
        for slide in section.slides:
            _slide(text, slide, next(lasting), ids, wish, told)
        made[path] = text.content
    session = f"{SESSION.folder}/{wish.session}.md"
    begin: list[Todo] = []
    made = {session: _session(session, called, list(made), deck, total, wish, begin), **made}
    beside = {f"{wish.folder}/{name}": data for name, data in pictures.items()}
    return Made({**{path: text.encode() for path, text in made.items()}, **beside}, (*begin, *todo), tuple(told))


def _lasting(deck: Deck, wish: Wish) -> tuple[Decimal, Iterator[Decimal]]:
    """The minutes of the session, and those of each slide: as the deck says, else an equal share of what is left."""
    told = [slide.minutes for slide in deck.slides]
    known = sum((minutes for minutes in told if minutes is not None), Decimal(0))
    total = wish.minutes or (EVENING if None in told else known)
    rest = iter(shares(max(total - known, Decimal(0)), told.count(None)))
    return total, (next(rest) if minutes is None else minutes for minutes in told)


def shares(minutes: Decimal, count: int) -> list[Decimal]:
    """Minutes over so many slides, as equal as may be in halves of a minute, that together are all of them."""
    if not count:
        return []
    step = next((each for each in STEPS if count * each <= minutes), STEPS[-1])
    whole = int(minutes / step)
    even, more = divmod(whole, count)
    spare = minutes - whole * step
    return [step * (even + (n < more)) + (spare if n == 0 else 0) for n in range(count)]


class _Text:
    """Lines of one file; what is to be filled in is noted with the line where it stands."""

    def __init__(self, path: str, todo: list[Todo]) -> None:
        self.path, self._todo = path, todo
        self._lines: list[str] = []

    def add(self, text: str, todo: str = "") -> None:
        """Add lines, of which the first is one to fill in where `todo` says how."""
        if todo:
            self._todo.append(Todo(self.path, len(self._lines) + 1, todo))
        self._lines += text.split("\n")

    @property
    def content(self) -> str:
        """The whole file."""
        return "\n".join(self._lines) + "\n"


def _session(
    path: str, called: str, parts: Sequence[str], deck: Deck, total: Decimal, wish: Wish, todo: list[Todo]
) -> str:
    text = _Text(path, todo)
    text.add(f"---\ntitel: {called}")
    count = sum(slide.minutes is None for slide in deck.slides)
    even = f"verdeeld over de slides ({count}), elk evenveel: geef elke slide haar eigen `minuten:`" if count else ""
    text.add(f"duur: {format_number(total)} minuten", even)
    unsure = "" if wish.sure else "schrijf de rollen van wie spreekt, ook bij `wie:` in de slides"
    text.add(f"{SPEAKERS}: {', '.join(wish.roles)}", unsure)
    text.add(f"versie: 0.1\nbijgewerkt: {wish.today:%d/%m/%Y}\ndelen:")
    text.add("\n".join(f"  - {part.rpartition('/')[2].removesuffix('.md')}" for part in parts))
    text.add("---")
    return text.content


def _section(text: _Text, section: Section, called: str, wish: Wish) -> None:
    told: list[str] = []
    text.add(f"---\ndeel: {title(section.name, told) or called}")
    known = all(slide.role for slide in section.slides)
    *others, last = (*wish.roles, *wish.together)
    choice = f"kies wie hier spreekt: {', '.join(others)} of {last}" if others else ""
    text.add(f"wie: {last}", "" if known else choice)
    text.add("---")


def _slide(text: _Text, slide: Slide, minutes: Decimal, ids: set[str], wish: Wish, told: list[str]) -> None:
    """A slide with its keys, what stands on it and its notes."""
    own: list[str] = [*slide.told]
    called = title(slide.title, own)
    shown = free(called or f"Slide {slide.number}", slide.number, wish.roles)
    missing = "" if called else "geef deze slide een titel"
    text.add("")
    text.add(heading(2, shown), missing)
    text.add("\n".join(_keys(slide, shown, minutes, ids)))
    for name, blocks in (("", slide.body), (QUESTION, slide.question), (REVEAL, slide.reveal)):
        _shown(text, name, blocks)
    for name, below in _ordered(slide, wish):
        text.add(f"\n{heading(3, name.capitalize())}\n{below}")
    told += [f"slide {slide.number}: {each}" for each in dict.fromkeys(own)]


def _shown(text: _Text, name: str, blocks: Blocks) -> None:
    """What stands on a slide, below a heading where it has one."""
    if body := written(blocks):
        text.add(f"\n{heading(3, name.capitalize())}" if name else "")
        for line in body.split("\n"):
            text.add(line, UNSEEN if line.strip().startswith("![](") else "")


def _keys(slide: Slide, shown: str, minutes: Decimal, ids: set[str]) -> Iterator[str]:
    if slide.role:
        yield f"wie: {slide.role}"
    yield f"minuten: {format_number(minutes)}"
    wanted = slide.id or slug(shown) or f"slide-{slide.number}"
    unique = wanted if wanted not in ids else f"{wanted}-{slide.number}"
    ids.add(unique)
    if unique != slug(shown):
        yield f"id: {unique}"
    if kind := slide.kind or _kind(slide):
        yield f"soort: {kind}"
    if slide.hidden:
        yield "als het uitloopt: mag weg"


def _kind(slide: Slide) -> str:
    """What a slide with nothing but a title is; "" where something stands on it, or was to."""
    if slide.body or slide.question or slide.reveal or slide.lost:
        return ""
    return TITLE_PAGE if slide.number == 1 else DIVIDER


def _ordered(slide: Slide, wish: Wish) -> Iterator[tuple[str, str]]:
    """Headings with the Markdown below them: what to say first, what gives the floor last."""
    found = spread(slide.notes, wish.roles)
    for name in sorted(found, key=lambda each: (each == CUE, [*found].index(each))):
        if below := written(nested(found[name])):
            yield name, below
