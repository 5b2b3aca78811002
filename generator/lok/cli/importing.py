"""`lok import`: a presentation or a document of others in, files of a course out."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from pathlib import Path

import click

from lok.cli.common import told_to_author
from lok.importing import course, deck, document, report
from lok.importing.course import Wish
from lok.importing.headings import short_name
from lok.importing.package import RefusedError
from lok.importing.pictures import Album
from lok.importing.report import Made
from lok.load import load_and_check
from lok.model.names import slug
from lok.model.vocabulary import MOST_SPEAKERS
from lok.problems import Severity
from lok.publish.write import put_new
from lok.read.format import CASE, SHEET
from lok.read.values import parse_minutes

KINDS = {"blad": SHEET, "casus": CASE}
ROLES = ("eerste spreker", "tweede spreker")
"""Who speaks where nobody says so."""
MOST = 1_000_000_000
"""Bytes of a file that is opened."""


@click.command("import", short_help="Begin van een PowerPoint of een Worddocument.", options_metavar="[OPTIES]")
@click.argument("bestand", type=click.Path(path_type=Path), metavar="DECK.pptx|TEKST.docx")
@click.option("--naam", metavar="NAAM", help="De naam van de sessie, het blad of de casus; anders die van het bestand.")
@click.option("--sprekers", metavar="ROL,ROL", help="De rollen van wie spreekt, bijvoorbeeld kinesist,tandarts.")
@click.option("--duur", metavar="MINUTEN", help="Hoelang de avond duurt: verdeeld over de slides. [anders 120]")
@click.option("--als", "kind", type=click.Choice([*KINDS]), help="Wat een Worddocument wordt.")
def import_command(bestand: Path, naam: str | None, sprekers: str | None, duur: str | None, kind: str | None) -> None:
    """Begin van een presentatie of een tekst die je al hebt.

    Van een PowerPoint maakt lok een nieuwe sessie: teksten, tabellen, grafieken, afbeeldingen en notities worden
    gewone tekst die je verder bewerkt. Wat er al staat, blijft staan. Op het einde lees je per slide wat niet mee kon;
    dat staat ook in een bestand import-….md, dat niemand publiceert.

    \b
    Voorbeelden:
      lok import mijn-deck.pptx --sprekers kinesist,tandarts --duur 110
      lok import verhaal.docx --als casus
    """
    name = (slug(naam) if naam else short_name(bestand.stem)) or "import"
    made, new, main = _made(bestand, name, sprekers, duur, kind)
    told = f"import-{name}.md"
    with told_to_author():
        put_new(Path.cwd(), {**made.files, told: report.page(made, bestand.name)}, new)
    _say(made, main, told)


def _made(
    bestand: Path, name: str, sprekers: str | None, duur: str | None, kind: str | None
) -> tuple[Made, tuple[str, ...], str]:
    """The new files, the folders that may not exist yet, and the file to begin with.

    Raises click.ClickException where nothing can be made of the file, click.UsageError where an option is wrong.
    """
    if bestand.suffix.lower() in (".docx", ".docm") and not kind:
        raise click.UsageError("zeg wat het document wordt: --als blad of --als casus")
    (roles, sure), minutes = _roles(sprekers), _minutes(duur)
    album = Album(f"{name}-beeld" if kind else "beeld")
    data = _bytes(bestand)
    try:
        if kind:
            made = document.files(bestand.name, data, KINDS[kind], name, album)
            return made, (), f"{KINDS[kind].folder}/{name}.md"
        found = deck.read(bestand.name, data, album)
        if not sprekers and 1 < len(found.roles) <= MOST_SPEAKERS:
            roles, sure = found.roles, True
        wish = Wish(name, roles, sure, minutes, date.today())
        return course.files(found, wish, album.files), (wish.folder,), f"content/sessies/{name}.md"
    except RefusedError as wrong:
        raise click.ClickException(str(wrong)) from wrong


def _bytes(path: Path) -> bytes:
    """Raises click.ClickException where the file cannot be opened, or is too large."""
    try:
        if path.stat().st_size > MOST:
            raise click.ClickException(f"{path.name} is groter dan {MOST // 1_000_000} MB: haal er film uit")
        return path.read_bytes()
    except OSError as wrong:
        raise click.ClickException(f"{path} is niet te openen") from wrong


def _roles(asked: str | None) -> tuple[tuple[str, ...], bool]:
    """The roles of who speaks, and whether the author gave them: else those of the project's first session, else none.

    Raises click.UsageError where they are none, too many or not different.
    """
    if asked is None:
        known = load_and_check(Path.cwd(), [], date.today()).courses
        found = tuple(role.name for role in known[0].roles) if known else ()
        return (found, True) if found else (ROLES, False)
    names = tuple(each.strip() for each in asked.split(",") if slug(each))
    if not 1 <= len({slug(each) for each in names}) == len(names) <= MOST_SPEAKERS:
        raise click.UsageError("geef één tot vier verschillende rollen, bijvoorbeeld --sprekers kinesist,tandarts")
    return names, True


def _minutes(asked: str | None) -> Decimal | None:
    """Raises click.UsageError where it is no number of minutes."""
    found = parse_minutes(asked.strip()) if asked else None
    if asked is not None and not found:
        raise click.UsageError(f'--duur: "{asked}" is geen aantal minuten, schrijf bijvoorbeeld 110')
    return found


def _say(made: Made, main: str, told: str) -> None:
    """The report, what `lok check` finds in the new files, and where to begin."""
    for line in report.lines(made):
        click.echo(line)
    named = {(each.path, each.line) for each in made.todo}
    for each in load_and_check(Path.cwd(), [], date.today()).problems:
        place = each.span.path, each.span.line
        if each.severity is Severity.ERROR and each.span.path in made.files and place not in named:
            click.echo(str(each))
    click.echo(f"{len(made.files)} bestanden gemaakt; begin met {main}. Dit verslag staat ook in {told}.")
    click.echo("Is alles aangevuld? `lok check` zegt wat er nog ontbreekt.")
