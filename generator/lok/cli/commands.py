"""The commands of `lok`, each imported when it is asked for: a check is there before a deck could be imported."""

from __future__ import annotations

import gettext
import os
from pkgutil import resolve_name

import click

from lok.cli.unforeseen import Commands
from lok.words import LANGUAGE, LOCALE_FOLDER

COMMANDS = {
    "build": "building:build_command",
    "check": "check:check_command",
    "dokter": "doctor:doctor_command",
    "import": "importing:import_command",
    "nieuw": "new:new_command",
    "pack": "pack:pack_command",
    "proef": "proof:proof_command",
    "publiceer": "publish:publish_command",
    "serve": "serve:serve_command",
    "terug": "back:back_command",
}
"""Where each is."""
os.environ["LANGUAGE"] = LANGUAGE  # click takes its own words from gettext
gettext.bindtextdomain("messages", str(LOCALE_FOLDER))


class _Lok(Commands):
    """All commands by name."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Their names, in the order in which they are told."""
        return [*COMMANDS]

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """The command of this name; None where there is none."""
        found: click.Command | None = resolve_name(f"lok.cli.{COMMANDS[cmd_name]}") if cmd_name in COMMANDS else None
        return found


@click.group(
    cls=_Lok,
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
      lok nieuw     maak een kleine cursus om van te vertrekken
      lok check     kijk of er fouten in de teksten staan
      lok build     maak alles, in de map build/
      lok serve     bekijk de site terwijl je schrijft
    """
