"""`lok proef`: a document for reviewers of each course out; what they remarked and changed in, as lines for authors."""

from __future__ import annotations

from pathlib import Path

import click

from lok.cli.common import folder_option, report, stop, told_to_author
from lok.cli.reading import load
from lok.load import Loaded
from lok.problems import has_errors
from lok.proof.back import Told, told
from lok.proof.document import proof
from lok.proof.office import UnreadableFileError
from lok.proof.project import author_files
from lok.publish.manifest import MANIFEST
from lok.publish.write import put_files

DEFAULT_FOLDER = "proef"


@click.command("proef", short_help="Laat een cursus nalezen in Word.", options_metavar="[OPTIES]")
@click.argument("sessie", required=False)
@folder_option(DEFAULT_FOLDER, "De map waarin de proef komt.")
@click.option(
    "--lees",
    "files",
    type=click.Path(path_type=Path, dir_okay=False, exists=True),
    multiple=True,
    metavar="BESTAND",
    help="Toon de opmerkingen en wijzigingen in een .docx of .pptx die terugkwam; mag meer dan eens.",
)
def proof_command(sessie: str | None, folder: Path, files: tuple[Path, ...]) -> None:
    """Laat een cursus nalezen in Word, en haal op wat men vond.

    De proef is één Word-bestand met alles wat in een cursus staat, ook wat alleen trainers lezen. Vooraan staat wat nog
    niemand bevestigde, met plaats om te tekenen. Elk stuk zegt uit welk bestand en van welke regel het komt.

    \b
    Voorbeelden:
      lok proef mijn-sessie
      lok proef --lees proef/mijn-sessie-proef-An.docx
      lok proef --lees presentatie-An.pptx
    """
    if files:
        _read(sessie, files)
        return
    _outside_build(folder)
    loaded = load(sessie)
    if has_errors(loaded.problems):
        stop(loaded.problems)
    pieces = author_files(Path.cwd())
    made = {f"{course.id}-proef.docx": proof(course, pieces) for course in loaded.courses}
    with told_to_author():
        put_files(folder, made)
    report(loaded.problems)
    for name in made:
        click.echo(click.format_filename(folder / name))


def _outside_build(folder: Path) -> None:
    """Raises click.UsageError for a folder that a build made: what stands there may be published."""
    whole = folder.absolute()
    if any((each / MANIFEST).is_file() for each in (whole, *whole.parents)):
        raise click.UsageError("een proef is niet voor deelnemers: kies een map buiten de map van een build")


def _read(sessie: str | None, files: tuple[Path, ...]) -> None:
    """Every remark and change in some files, one on a line. Raises click.ClickException where one cannot be read."""
    loaded = load(sessie)
    found = [each for file in files for each in _told(file, loaded)]
    for each in found:
        click.echo(str(each).encode("utf-8", "replace"))
    said = "geen opmerkingen of wijzigingen" if not found else f"{len(found)} opmerkingen en wijzigingen"
    click.echo("1 opmerking of wijziging" if len(found) == 1 else said, err=True)


def _told(file: Path, loaded: Loaded) -> tuple[Told, ...]:
    """Raises click.ClickException, in one sentence, where the file cannot be read."""
    name = click.format_filename(file)
    try:
        return told(name, file.read_bytes(), author_files(Path.cwd()), loaded.courses)
    except OSError as wrong:
        raise click.ClickException(f"{name} is niet te openen") from wrong
    except UnreadableFileError as wrong:
        raise click.ClickException(f"{name} {wrong}") from wrong
