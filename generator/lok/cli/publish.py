"""`lok publiceer`: the site of participants, and nothing else, in a folder; or a file that has a host do that."""

from __future__ import annotations

import os
from collections.abc import Iterable, Sequence
from dataclasses import replace
from importlib.metadata import version
from pathlib import Path

import click

from lok.build import Built, shared
from lok.cli.common import progress, report, say_others, stop, strict_option, told_to_author
from lok.cli.reading import load
from lok.cli.work import make
from lok.load import Loaded
from lok.model.audience import Audience
from lok.problems import has_errors, ordered
from lok.publish.disk import create
from lok.publish.engine import MKDOCS
from lok.publish.manifest import Manifest
from lok.publish.swap import mend
from lok.publish.write import Fresh, Output, update
from lok.start.workflow import WORKFLOWS, workflow

PUBLIC = (Audience.PARTICIPANT,)


@click.command(
    "publiceer", short_help="Zet de site voor deelnemers klaar om online te komen.", options_metavar="[OPTIES]"
)
@click.option("--naar", required=True, metavar="MAP|github|gitlab", help="Een map, of wie het online zet.")
@click.option("--opzij", "aside", is_flag=True, help="Leg wat met de hand gewijzigd is en in de weg staat opzij.")
@strict_option
def publish_command(naar: str, aside: bool, strict: bool) -> None:
    """Zet de site voor deelnemers klaar om online te komen. Wat voor trainers is, komt er nooit bij.

    In een MAP komt alleen die site. Met github of gitlab krijg je een bestand waarmee die dienst dat zelf doet, telkens
    als je iets wijzigt.

    \b
    Voorbeelden:
      lok publiceer --naar ../site
      lok publiceer --naar github
    """
    if naar in WORKFLOWS:
        _write_workflow(naar)
    else:
        _write_site(Path(naar), aside, strict)


def _write_workflow(host: str) -> None:
    """Raises click.ClickException where a file with other contents is there."""
    path = Path(WORKFLOWS[host])
    text = workflow(host, _where_lok_is())
    if path.exists():
        if path.read_text(encoding="utf-8") == text:
            click.echo(f"{path} staat er al.")
            return
        raise click.ClickException(f"{path} bestaat al en blijft staan; geef het een andere naam en probeer opnieuw")
    with told_to_author():
        create(Path.cwd(), {path.as_posix(): text.encode()})
    click.echo(f"gemaakt: {path}")
    click.echo("Lees de regels met # in dat bestand, en bewaar het dan mee in je project.")


def _where_lok_is() -> str:
    """What pip installs: this folder, where it holds lok itself."""
    project = Path("pyproject.toml")
    ours = project.is_file() and 'name = "lok"' in project.read_text(encoding="utf-8")
    return "." if ours else f"lok=={version('lok')}"


def _write_site(folder: Path, aside: bool, strict: bool) -> None:
    with told_to_author():
        mend(folder)
    loaded = load(None)
    if has_errors(loaded.problems, strict):
        stop(loaded.problems)
    with progress() as step:
        built = make(loaded, PUBLIC, MKDOCS, step)
        problems = ordered((*loaded.problems, *built.problems))
        if has_errors(problems, strict):
            stop(problems)
        with told_to_author():
            written = update(folder, lambda there: _fresh(there, folder, loaded, built), aside)
    report(problems)
    say_others(written)
    click.echo(
        f"{len(written.manifest.files)} bestanden in {click.format_filename(folder)}{os.sep}, alleen voor deelnemers"
    )


def _fresh(there: Manifest, folder: Path, loaded: Loaded, built: Built) -> Fresh:
    """What the folder must hold: the site of participants at its top.

    Raises click.ClickException where something for trainers stands in that folder, or would.
    """
    common = [each for audience in PUBLIC for each in shared(audience, built.listings, loaded)]
    outputs = [*_at_top(built.outputs), *_at_top(common)]
    found = [line.path for line in there.files if line.audience != Audience.PARTICIPANT.value]
    found += [each.path for each in outputs if each.audience != Audience.PARTICIPANT.value]
    if found or (folder / Audience.TRAINER.value).exists():
        raise click.ClickException(f"in {folder} staat iets voor trainers; kies een andere map, die online mag komen")
    return Fresh(outputs, built.listings, Manifest())


def _at_top(outputs: Iterable[Output]) -> Sequence[Output]:
    top = f"{Audience.PARTICIPANT.value}/"
    return [replace(each, path=each.path.removeprefix(top)) for each in outputs]
