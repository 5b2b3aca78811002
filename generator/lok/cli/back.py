"""`lok terug`: a deck that a trainer changed in, what differs told and, where asked, written in the author's files."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path, PurePosixPath

import click

from lok.cli.common import stop, told_to_author
from lok.cli.reading import load
from lok.problems import has_errors
from lok.publish.write import put_files
from lok.read.disk import Disk
from lok.returning.brought import Brought, DeckError, read_deck
from lok.returning.edits import Why
from lok.returning.way_back import Outcome, SlideBack, State, WayBack, way_back

GUESSED = (
    "Deze presentatie is bewaard met een programma dat niet alles bewaart. lok herkent de slides aan hun woorden; wat "
    "je intussen zelf veranderde, kan het niet altijd onderscheiden van wat de trainer veranderde."
)
NOTHING = "(niets)"


@click.command("terug", short_help="Haal terug wat een trainer in PowerPoint veranderde.", options_metavar="[OPTIES]")
@click.argument("deck", metavar="DECK.pptx", type=click.Path(path_type=Path, exists=True, dir_okay=False))
@click.option("--toepassen", "apply", is_flag=True, help="Schrijf wat kan in je bestanden, in de juiste regels.")
def back_command(deck: Path, apply: bool) -> None:
    """Toon wat een trainer in een presentatie van lok veranderde, slide per slide.

    Je ziet wat er bij de build stond, wat er nu in de presentatie staat, en wat jij er intussen van maakte. Met
    --toepassen komen titel, tekst, vraag en notities in de juiste regels van je bestanden; verder verandert er niets.

    \b
    Voorbeelden:
      lok terug mijn-sessie-duo.pptx
      lok terug mijn-sessie-duo.pptx --toepassen
    """
    brought = _opened(deck)
    loaded = load(None)
    course = next((each for each in loaded.courses if each.id == brought.course), None)
    if course is None:
        raise click.ClickException(f'{deck} hoort bij de sessie "{brought.course}", en die staat niet in deze map')
    if has_errors(loaded.problems):
        stop(loaded.problems)
    found = way_back(Path.cwd(), course, brought)
    for line in told(found, apply):
        click.echo(line)
    if apply and found.files:
        _write(found.files)


def _opened(deck: Path) -> Brought:
    """Raises click.ClickException where this is no deck that can come back."""
    try:
        return read_deck(deck.read_bytes())
    except DeckError as wrong:
        raise click.ClickException(f"{deck} {wrong}") from wrong
    except OSError as wrong:
        raise click.ClickException(f"{deck} is niet te openen") from wrong


def _write(files: Mapping[str, bytes]) -> None:
    """Each in its own folder, by the name that it has on the disk."""
    disk = Disk(Path.cwd())
    real = {disk.real(path) or disk.root / path: data for path, data in files.items()}
    with told_to_author():
        for folder in sorted({path.parent for path in real}):
            put_files(folder, {path.name: data for path, data in real.items() if path.parent == folder})


def told(found: WayBack, applied: bool) -> Iterator[str]:
    """All that differs, in lines for people; the last one says what was written, or how to have it written."""
    if found.guessed:
        yield GUESSED
    for slide in found.slides:
        yield from _slide(slide, applied)
    yield from (f'slide {page.number}, {page.shown.title}: kopie van "{title}"' for page, title in found.copies)
    yield from (f"slide {page.number}, {page.shown.title}: nieuw" for page in found.new)
    yield from (f"verplaatst: {title}" for title in found.moved)
    yield from (f"verwijderd: {title}" for title in found.gone)
    yield from _summary(found, applied)


def _slide(slide: SlideBack, applied: bool) -> Iterator[str]:
    yield f"slide {slide.number}, {slide.title}"
    for outcome in slide.outcomes:
        change = outcome.change
        yield f"  {change.place.value}"
        shown = [("bij de build", change.old), ("in de presentatie", change.new)]
        if outcome.state is State.BOTH or outcome.why is Why.UNKNOWN:
            shown = [*shown[outcome.why is Why.UNKNOWN :], ("nu bij jou", change.now)]
        yield from (f"    {name + ':':<19}{words.replace(chr(10), ' / ') or NOTHING}" for name, words in shown)
        yield f"    {_verdict(outcome, applied)}"


def _verdict(outcome: Outcome, applied: bool) -> str:
    at = f"{outcome.where.path}:{outcome.where.line}" if outcome.where else ""
    match outcome.state:
        case State.WRITTEN:
            return f"geschreven: {at}" if applied else f"kan geschreven worden: {at}"
        case State.DONE:
            return "staat al zo in je bestand"
        case State.BOTH:
            return f"aan beide kanten veranderd, blijft zoals het is: kies zelf ({at})"
        case State.LEFT:
            why = outcome.why.value if outcome.why else ""
            return f"blijft staan: {why}{f' ({at})' if at else ''}"


def _summary(found: WayBack, applied: bool) -> Iterator[str]:
    count = {state: sum(each.state is state for each in found.outcomes) for state in State}
    others = len(found.copies) + len(found.new) + len(found.moved) + len(found.gone)
    if not (found.outcomes or others):
        yield "Niets veranderd."
        return
    written, left = count[State.WRITTEN], count[State.BOTH] + count[State.LEFT]
    yield f"{_amount(written)} {'geschreven' if applied else 'te schrijven'}, {left} voor jou om zelf te bekijken."
    if applied and written:
        yield f"Gewijzigd: {', '.join(str(PurePosixPath(path)) for path in found.files)}. Kijk na met `lok check`."
    elif written:
        yield "Voeg --toepassen toe om ze te schrijven."


def _amount(number: int) -> str:
    return f"{number} {'wijziging' if number == 1 else 'wijzigingen'}"
