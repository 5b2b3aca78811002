"""The command line: the only place that prints, that sets an exit code and that looks at the clock."""

from __future__ import annotations

import gettext
import os
import sys
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from typing import Any

import click
from rich.console import Console
from rich.progress import Progress, SpinnerColumn, TextColumn, TimeElapsedColumn

from lok.build import Built, Loaded, Step, build, load_and_check, shared
from lok.check.course import check_course
from lok.model.audience import Audience
from lok.model.output import Listing
from lok.packs import packs
from lok.problems import Problem, Severity, has_errors, ordered
from lok.publish.engine import ENGINES, MKDOCS, EngineError
from lok.publish.preview import serve_folder
from lok.publish.write import Manifest, WriteError, kept, put_files, read_manifest, write
from lok.read.evening import Asked, from_file, from_options, from_table, read_evenings, session_id
from lok.words import LANGUAGE, LOCALE_FOLDER

os.environ["LANGUAGE"] = LANGUAGE  # click takes its own words from gettext
gettext.bindtextdomain("messages", str(LOCALE_FOLDER))

SESSION_HELP = """
SESSIE is de naam van een bestand in content/sessies/, zonder .md. Zonder SESSIE gaat het over alle sessies.
"""


@click.group(
    subcommand_metavar="OPDRACHT",
    options_metavar="",
    context_settings={"help_option_names": ["--help", "-h"], "max_content_width": 100},
)
@click.version_option(package_name="lok", message="lok %(version)s")
def main() -> None:
    """Maakt van Markdown alles wat een vormingsavond nodig heeft.

    Je schrijft in de mappen content/, cases/ en slides/. `lok build` maakt daar een site voor de trainers, een site
    voor de deelnemers, een presentatie en bladen om af te drukken van.

    \b
    Begin zo:
      lok check     kijk of er fouten in de teksten staan
      lok build     maak alles, in de map build/
      lok serve     bekijk de site terwijl je schrijft
    """


def _audiences(publiek: str | None) -> tuple[Audience, ...]:
    return tuple(audience for audience in Audience if publiek in (None, audience.value))


publiek_option = click.option(
    "--publiek",
    type=click.Choice([audience.value for audience in Audience]),
    help="Alleen voor dit publiek; de bestanden van het andere blijven staan.",
)
strict_option = click.option("--strict", is_flag=True, help="Behandel elke waarschuwing als een fout.")
engine_option = click.option(
    "--engine",
    type=click.Choice(ENGINES),
    default=MKDOCS,
    show_default=True,
    help="Het programma dat de pagina's opmaakt.",
)


@main.command(
    "build", short_help="Maak de sites, de presentatie en de bladen.", epilog=SESSION_HELP, options_metavar="[OPTIES]"
)
@click.argument("sessie", required=False)
@publiek_option
@click.option(
    "--uit",
    "folder",
    type=click.Path(path_type=Path, file_okay=False),
    default=Path("build"),
    show_default=True,
    metavar="MAP",
    help="De map waarin alles komt.",
)
@engine_option
@strict_option
def build_command(sessie: str | None, publiek: str | None, folder: Path, engine: str, strict: bool) -> None:
    """Maak de sites, de presentatie en de bladen.

    Bij een fout verandert er niets in de map: je houdt wat je had.

    \b
    Voorbeelden:
      lok build
      lok build mijn-sessie --publiek deelnemer
      lok build --uit ~/Bureaublad/lok
    """
    loaded = _load(sessie)
    if has_errors(loaded.problems, strict):
        _stop(loaded.problems)
    audiences = _audiences(publiek)
    old = _earlier(folder, loaded, audiences)
    with _progress() as step:
        built = _built(loaded, audiences, engine, step)
        problems = ordered((*loaded.problems, *built.problems))
        if has_errors(problems, strict):
            _stop(problems)
        manifest = _written(folder, built, old, loaded, audiences)
    _report(problems)
    click.echo(f"{len(manifest.files)} bestanden in {click.format_filename(folder)}{os.sep}")
    for audience in audiences:
        click.echo(f"  {audience.value}: {folder / audience.value / 'index.html'}")


@main.command(
    "check", short_help="Toon alle fouten en waarschuwingen.", epilog=SESSION_HELP, options_metavar="[OPTIES]"
)
@click.argument("sessie", required=False)
@strict_option
def check_command(sessie: str | None, strict: bool) -> None:
    """Toon alle fouten en waarschuwingen, zonder iets te bewaren.

    Zijn de teksten zelf in orde, dan wordt alles ook een keer gemaakt: pas dan blijkt of een blad vol is en of er geen
    trainerstekst bij de deelnemers belandt.
    """
    loaded = _load(sessie)
    problems = loaded.problems
    if not has_errors(problems, strict):
        with _progress() as step:
            problems = ordered((*problems, *_built(loaded, tuple(Audience), MKDOCS, step).problems))
    if has_errors(problems, strict):
        _stop(problems)
    _report(problems)
    if not problems:
        click.echo("Alles in orde.")


@main.command(
    "serve", short_help="Bekijk een site terwijl je schrijft.", epilog=SESSION_HELP, options_metavar="[OPTIES]"
)
@click.argument("sessie", required=False)
@click.option(
    "--publiek",
    type=click.Choice([audience.value for audience in Audience]),
    default="trainer",
    show_default=True,
    help="De site die je bekijkt.",
)
@click.option("--poort", type=click.IntRange(1, 65535), default=8000, show_default=True, help="Het poortnummer.")
@engine_option
def serve_command(sessie: str | None, publiek: str, poort: int, engine: str) -> None:
    """Bekijk een site in je browser terwijl je schrijft: wat je bewaart, verschijnt meteen.

    Stop met Ctrl+C.
    """
    audience = Audience(publiek)

    def rebuild() -> dict[str, bytes] | None:
        loaded = _load(sessie)
        problems, files = loaded.problems, None
        if not has_errors(problems):
            built = _built(loaded, (audience,), engine, lambda _: None)
            problems = ordered((*problems, *built.problems))
            outputs = (*built.outputs, *shared(audience, built.listings, loaded.look))
            prefix = f"{audience.value}/"
            files = {item.path.removeprefix(prefix): item.data for item in outputs if item.path.startswith(prefix)}
        _report(problems)
        if has_errors(problems):
            click.echo("Er zijn fouten: de vorige versie blijft staan.", err=True)
            return None
        click.echo("Bijgewerkt.")
        return files

    click.echo(f"Open http://127.0.0.1:{poort}/ in je browser. Stop met Ctrl+C.")
    try:
        serve_folder(Path.cwd(), rebuild, poort)
    except OSError as wrong:
        raise click.ClickException(f"poort {poort} is niet vrij; probeer --poort {poort + 1}") from wrong


@main.command("pack", short_help="Maak een pakket voor één avond, of voor een hele lijst.", options_metavar="[OPTIES]")
@click.argument("wat", metavar="SESSIE|AVOND.md", required=False)
@click.option("--datum", metavar="DATUM", help="De dag, bijvoorbeeld 10/12/2026.")
@click.option("--aanvang", metavar="UUR", help="Wanneer het begint, bijvoorbeeld 20:00.")
@click.option("--plaats", metavar="TEKST", help="Waar het doorgaat.")
@click.option("--lok", "group", metavar="NAAM", help="Voor welke groep.")
@click.option("--duo", metavar="ROL=NAAM", multiple=True, help="De voornaam van een van de twee, twee keer te geven.")
@click.option("--deelnemers", metavar="AANTAL", help="Voor hoeveel mensen je afdrukt.")
@click.option(
    "--lijst",
    type=click.Path(path_type=Path, dir_okay=False, exists=True),
    metavar="BESTAND",
    help="Een tabel (.csv) met een avond per rij.",
)
@click.option("--licht", "light", is_flag=True, help="Zonder site: klein genoeg om te mailen.")
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
    """Maak een zipbestand met alles wat een duo op één avond nodig heeft.

    De avond beschrijf je met opties, in een klein bestand met sleutels bovenaan, of met een rij in een tabel.

    \b
    Voorbeelden:
      lok pack mijn-sessie --datum 10/12/2026 --aanvang 20:00 --plaats "De Kring" --deelnemers 14
      lok pack avond.md
      lok pack mijn-sessie --lijst avonden.csv --licht
    """
    given = {"lok": group, **options}
    asked = _asked(wat, lijst, {name: _texts(value) for name, value in given.items()})
    loaded = _load(asked.session or None)
    if has_errors(loaded.problems, strict):
        _stop(loaded.problems)
    if len(loaded.courses) != 1:
        raise click.UsageError(f"zeg welke sessie: {', '.join(loaded.sessions)}")
    [course] = loaded.courses
    evenings, wrong = read_evenings(asked, course)
    last = max((each.date for each in evenings), default=date.today())
    problems = ordered((*loaded.problems, *wrong, *check_course(course, last)))
    if has_errors(problems, strict):
        _stop(problems)
    with _progress() as step:
        made = [*packs(course, evenings, loaded.look, MKDOCS, light, step)]
    problems = ordered((*problems, *(problem for _, found in made for problem in found)))
    if has_errors(problems, strict):
        _stop(problems)
    _report(problems)
    try:
        put_files(folder, {pack.name: pack.data for pack, _ in made})
    except WriteError as failed:
        raise click.ClickException(str(failed)) from failed
    for pack, _ in made:
        click.echo(f"{folder / pack.name} ({len(pack.data) / 1e6:.1f} MB)")


def _texts(value: str | tuple[str, ...] | None) -> tuple[str, ...]:
    return (value,) if isinstance(value, str) else value or ()


def _asked(wat: str | None, table: Path | None, options: Mapping[str, tuple[str, ...]]) -> Asked:
    """What describes the evenings: a table, a file or options, and only one of these."""
    file = Path(wat) if wat and wat.endswith(".md") else None
    used = [bool(table), bool(file), any(options.values())]
    if sum(used) > 1:
        raise click.UsageError("beschrijf de avond met opties, met een bestand of met een tabel, niet met twee ervan")
    try:
        if table:
            return Asked(table.as_posix(), wat or "", from_table(table.as_posix(), table.read_bytes()))
        if file:
            keys = from_file(file.as_posix(), file.read_bytes())
            return Asked(file.as_posix(), session_id(keys), (keys,))
    except OSError as failed:
        raise click.ClickException(f"{failed.filename} is niet te openen") from failed
    return Asked("--datum", wat or "", (from_options(options),))


def _load(sessie: str | None) -> Loaded:
    return load_and_check(Path.cwd(), [sessie] if sessie else [], date.today())


def _built(loaded: Loaded, audiences: Sequence[Audience], engine: str, step: Step) -> Built:
    try:
        return build(loaded.courses, audiences, loaded.look, engine, step)
    except EngineError as wrong:
        raise click.ClickException(f"{engine} kon de pagina's niet maken:\n{wrong}") from wrong


def _earlier(folder: Path, loaded: Loaded, audiences: Sequence[Audience]) -> Manifest:
    """What stays of an earlier build in this folder; asked first, because it may not be ours to write in."""
    scopes = {(audience.value, name) for audience in audiences for name in ("", *(c.id for c in loaded.courses))}
    try:
        return kept(read_manifest(folder), scopes, loaded.sessions)
    except WriteError as wrong:
        raise click.ClickException(str(wrong)) from wrong


def _written(folder: Path, built: Built, old: Manifest, loaded: Loaded, audiences: Sequence[Audience]) -> Manifest:
    listings = (*old.courses, *built.listings)
    common = [output for audience in audiences for output in shared(audience, _of(audience, listings), loaded.look)]
    try:
        return write(folder, (*built.outputs, *common), built.listings, old)
    except WriteError as wrong:
        raise click.ClickException(str(wrong)) from wrong


def _of(audience: Audience, listings: Sequence[Listing]) -> list[Listing]:
    """The listings of one audience, in order of their ids."""
    return sorted((one for one in listings if one.audience == audience.value), key=lambda one: one.course)


def _stop(problems: Sequence[Problem]) -> None:
    _report(problems)
    sys.exit(1)


def _report(problems: Sequence[Problem]) -> None:
    """Every problem on standard error, and how many there are."""
    for problem in problems:
        click.echo(str(problem), err=True)
    count = {severity: sum(p.severity is severity for p in problems) for severity in Severity}
    names = {Severity.ERROR: ("fout", "fouten"), Severity.WARNING: ("waarschuwing", "waarschuwingen")}
    said = [f"{n} {names[severity][n != 1]}" for severity, n in count.items() if n]
    if said:
        click.echo(" en ".join(said), err=True)


@contextmanager
def _progress() -> Iterator[Step]:
    """Report steps: a moving line when a person watches, plain lines when piped."""
    console = Console(stderr=True)
    if not console.is_terminal:
        yield lambda name: click.echo(name, err=True)
        return
    columns = (SpinnerColumn(), TextColumn("{task.description}"), TimeElapsedColumn())
    with Progress(*columns, console=console, transient=True) as progress:
        task = progress.add_task("beginnen", total=None)
        yield lambda name: progress.update(task, description=name)
