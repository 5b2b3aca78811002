"""`lok build`: everything of the sessions, in a folder."""

from __future__ import annotations

import os
from collections.abc import Sequence
from pathlib import Path

import click

from lok.build import Built, shared
from lok.cli.check import SESSION_HELP
from lok.cli.common import (
    DEFAULT_FOLDER,
    folder_option,
    progress,
    report,
    say_others,
    stop,
    strict_option,
    told_to_author,
)
from lok.cli.reading import load
from lok.cli.work import make
from lok.load import Loaded
from lok.model.audience import Audience
from lok.model.output import Listing
from lok.problems import has_errors, ordered
from lok.publish.engine import ENGINES, MKDOCS
from lok.publish.manifest import Manifest, kept, read_manifest
from lok.publish.swap import mend, real
from lok.publish.write import Fresh, Written, update


def _audiences(publiek: str | None) -> tuple[Audience, ...]:
    return tuple(audience for audience in Audience if publiek in (None, audience.value))


publiek_option = click.option(
    "--publiek",
    type=click.Choice([audience.value for audience in Audience]),
    help="Alleen voor dit publiek; de bestanden van het andere blijven staan.",
)
engine_option = click.option(
    "--engine",
    type=click.Choice(ENGINES),
    default=MKDOCS,
    show_default=True,
    help="Het programma dat de pagina's opmaakt.",
)


@click.command(
    "build", short_help="Maak de sites, de presentatie en de bladen.", epilog=SESSION_HELP, options_metavar="[OPTIES]"
)
@click.argument("sessie", required=False)
@publiek_option
@folder_option(DEFAULT_FOLDER, "De map waarin alles komt.")
@click.option(
    "--opzij",
    "aside",
    is_flag=True,
    help="Leg wat met de hand gewijzigd is en in de weg staat opzij, in een map ernaast.",
)
@engine_option
@strict_option
def build_command(
    sessie: str | None, publiek: str | None, folder: Path, aside: bool, engine: str, strict: bool
) -> None:
    """Maak de sites, de presentatie en de bladen.

    Bij een fout verandert er niets in de map: je houdt wat je had. Wat je er zelf bij zette, blijft staan.

    \b
    Voorbeelden:
      lok build
      lok build mijn-sessie --publiek deelnemer
      lok build --uit ~/Bureaublad/lok
    """
    with told_to_author():
        mend(folder)
        read_manifest(real(folder))  # asked first, because it may not be ours to write in
    loaded = load(sessie)
    if has_errors(loaded.problems, strict):
        stop(loaded.problems)
    audiences = _audiences(publiek)
    with progress() as step:
        built = make(loaded, audiences, engine, step)
        problems = ordered((*loaded.problems, *built.problems))
        if has_errors(problems, strict):
            stop(problems)
        written = _written(folder, built, loaded, audiences, aside)
    report(problems)
    say_others(written)
    click.echo(f"{len(written.manifest.files)} bestanden in {click.format_filename(folder)}{os.sep}")
    for audience in audiences:
        click.echo(f"  {audience.value}: {folder / audience.value / 'index.html'}")


def _written(folder: Path, built: Built, loaded: Loaded, audiences: Sequence[Audience], aside: bool) -> Written:
    """Everything on the disk, with the pages above the courses made of what really stands there by then."""
    scopes = {(audience.value, name) for audience in audiences for name in ("", *(c.id for c in loaded.courses))}

    def fresh(earlier: Manifest) -> Fresh:
        old = kept(earlier, scopes, loaded.sessions)
        listings = (*old.courses, *built.listings)
        common = [each for audience in audiences for each in shared(audience, _of(audience, listings), loaded)]
        return Fresh((*built.outputs, *common), built.listings, old)

    with told_to_author():
        return update(folder, fresh, aside)


def _of(audience: Audience, listings: Sequence[Listing]) -> list[Listing]:
    """The listings of one audience, in order of their ids."""
    return sorted((one for one in listings if one.audience == audience.value), key=lambda one: one.course)
