"""`lok pack`: one evening, or a table of them, in; a zip of each out."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import click

from lok.check.course import check_course
from lok.check.evening import check_evenings
from lok.cli.common import progress, report, stop, strict_option, told_to_author
from lok.cli.reading import load
from lok.cli.shorter import shorter_lines
from lok.model.course import Course, Evening
from lok.packs import packs
from lok.problems import has_errors, ordered
from lok.publish.engine import MKDOCS
from lok.publish.write import put_files
from lok.read.evening import Asked, from_file, from_options, from_table, read_evenings, session_id
from lok.render.pack import Pack
from lok.session.shorten import plan


@click.command("pack", short_help="Maak een pakket voor één avond, of voor een hele lijst.", options_metavar="[OPTIES]")
@click.argument("wat", metavar="SESSIE|AVOND.md", required=False)
@click.option("--datum", metavar="DATUM", help="De dag, bijvoorbeeld 10/12/2026.")
@click.option("--aanvang", metavar="UUR", help="Wanneer het begint, bijvoorbeeld 20:00.")
@click.option("--plaats", metavar="TEKST", help="Waar het doorgaat.")
@click.option("--lok", "group", metavar="NAAM", help="Voor welke groep.")
@click.option(
    "--sprekers", "--duo", metavar="ROL=NAAM", multiple=True, help="De voornaam van een spreker; geef het voor elk."
)
@click.option("--deelnemers", metavar="AANTAL", help="Voor hoeveel mensen je afdrukt.")
@click.option("--duur", metavar="MINUTEN", help="Hoelang het mag duren: dan gaan er slides weg en worden er korter.")
@click.option(
    "--lijst",
    type=click.Path(path_type=Path, dir_okay=False, exists=True),
    metavar="BESTAND",
    help="Een tabel (.xlsx of .csv) met een avond per rij.",
)
@click.option("--licht", "light", is_flag=True, help="Zonder site maar met spreekscherm: klein genoeg om te mailen.")
@click.option(
    "--uit",
    "folder",
    type=click.Path(path_type=Path, file_okay=False),
    default=Path("pakketten"),
    show_default=True,
    metavar="MAP",
    help="De map waarin de pakketten komen.",
)
@strict_option
def pack_command(
    wat: str | None, group: str | None, lijst: Path | None, light: bool, folder: Path, strict: bool, **options: Any
) -> None:
    """Maak een zipbestand met alles wat de sprekers op één avond nodig hebben.

    De avond beschrijf je met opties, in een klein bestand met sleutels bovenaan, of met een rij in een tabel.

    \b
    Voorbeelden:
      lok pack mijn-sessie --datum 10/12/2026 --aanvang 20:00 --plaats "De Kring" --deelnemers 14
      lok pack avond.md
      lok pack mijn-sessie --datum 10/12/2026 --aanvang 20:00 --duur 110
      lok pack mijn-sessie --lijst avonden.csv --licht
    """
    given = {"lok": group, **options}
    asked = _asked(wat, lijst, {name: _texts(value) for name, value in given.items()})
    course, evenings, made = _made(asked, strict, light)
    with told_to_author():
        put_files(folder, {pack.path: pack.data for pack in made})
    for evening, pack in zip(evenings, made, strict=True):
        click.echo(f"{folder / pack.path} ({len(pack.data) / 1e6:.1f} MB)")
        _say_shorter(course, evening)


def check_evening(file: str, strict: bool) -> None:
    """All that is wrong with the evening that a file describes, and how it becomes shorter; keeps nothing.

    Raises click.ClickException where the file cannot be opened, click.UsageError where it does not say which session.
    """
    course, evenings, _ = _made(_asked(file, None, {}), strict, light=True)
    for evening in evenings:
        _say_shorter(course, evening)


def _made(asked: Asked, strict: bool, light: bool) -> tuple[Course, tuple[Evening, ...], tuple[Pack, ...]]:
    """The course, the evenings that are asked for and a pack of each; tells every problem, and ends where one is fatal.

    Raises click.UsageError where nothing says which session.
    """
    loaded = load(asked.session or None)
    if has_errors(loaded.problems, strict):
        stop(loaded.problems)
    if len(loaded.courses) != 1:
        raise click.UsageError(f"zeg welke sessie: {', '.join(loaded.sessions)}")
    [course] = loaded.courses
    evenings, wrong = read_evenings(asked, course, date.today())
    last = max((each.date for each in evenings), default=date.today())
    problems = ordered((*loaded.problems, *wrong, *check_course(course, last), *check_evenings(course, evenings)))
    if has_errors(problems, strict):
        stop(problems)
    with told_to_author(), progress() as step:
        made = [*packs(course, evenings, loaded.settings, MKDOCS, light, step)]
    problems = ordered((*problems, *(problem for _, found in made for problem in found)))
    if has_errors(problems, strict):
        stop(problems)
    report(problems)
    return course, evenings, tuple(pack for pack, _ in made)


def _say_shorter(course: Course, evening: Evening) -> None:
    """What a shorter evening does without, where it is one."""
    if evening.minutes is not None:
        for line in shorter_lines(plan(course, evening.minutes)):
            click.echo(f"  {line}")


def _texts(value: str | tuple[str, ...] | None) -> tuple[str, ...]:
    return (value,) if isinstance(value, str) else value or ()


def _asked(wat: str | None, table: Path | None, options: Mapping[str, tuple[str, ...]]) -> Asked:
    """What describes the evenings: a table, a file or options.

    Raises click.UsageError where it is more than one of these, click.ClickException where a file cannot be opened.
    """
    file = Path(wat) if wat and wat.endswith(".md") else None
    used = [bool(table), bool(file), any(options.values())]
    if sum(used) > 1:
        raise click.UsageError("beschrijf de avond met opties, met een bestand of met een tabel, niet met twee ervan")
    try:
        if table:
            return replace(from_table(table.as_posix(), table.read_bytes()), session=wat or "")
        if file:
            keys = from_file(file.as_posix(), file.read_bytes())
            return Asked(file.as_posix(), session_id(keys), (keys,))
    except OSError as failed:
        raise click.ClickException(f"{failed.filename} is niet te openen") from failed
    return Asked("--datum", wat or "", (from_options(options),))
