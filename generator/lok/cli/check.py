"""`lok check`: first what texts and slides show, at once; then what only measuring papers adds. Keeps nothing."""

from __future__ import annotations

import json
import sys
from collections.abc import Mapping, Sequence
from typing import Any

import click

from lok.cli.common import counted, progress, strict_option, write
from lok.cli.reading import load, wrong_texts
from lok.problems import Problem, Severity, has_errors

SESSION_HELP = """
SESSIE is de naam van een bestand in content/sessies/, zonder .md. Zonder SESSIE gaat het over alle sessies.
"""
TEXT, GITHUB, JSON = "tekst", "github", "json"
TEXTS, PAPERS = "teksten en slides", "bladen"
"""The two groups, in the order in which they are told."""
ESCAPED = {"%": "%25", "\r": "%0D", "\n": "%0A", ":": "%3A", ",": "%2C"}


@click.command(
    "check", short_help="Toon alle fouten en waarschuwingen.", epilog=SESSION_HELP, options_metavar="[OPTIES]"
)
@click.argument("sessie", metavar="[SESSIE|AVOND.md]", required=False)
@click.option(
    "--formaat",
    type=click.Choice((TEXT, GITHUB, JSON)),
    default=TEXT,
    show_default=True,
    help="Voor wie leest: een mens, GitHub (bij de regels zelf), of een ander programma.",
)
@strict_option
def check_command(sessie: str | None, formaat: str, strict: bool) -> None:
    """Toon alle fouten en waarschuwingen, zonder iets te maken of te bewaren.

    Eerst komt wat teksten en slides tonen. Zitten daar geen fouten in, dan worden de bladen gemeten en wordt gekeken
    of er geen trainerstekst bij de deelnemers belandt. Van het bestand van een avond zie je ook wat er met `duur:`
    wegvalt.
    """
    if sessie and sessie.endswith(".md"):
        from lok.cli.pack import check_evening  # noqa: PLC0415  # what it makes would be imported before a text is judged

        check_evening(sessie, strict)
        return
    tell = {TEXT: _tell, GITHUB: _tell_github, JSON: lambda *_: None}[formaat]
    loaded = load(sessie)
    found = {TEXTS: wrong_texts(loaded)}
    tell(TEXTS, found[TEXTS])
    if not has_errors(found[TEXTS], strict):
        with progress() as step:
            from lok.cli.work import wrong_papers  # noqa: PLC0415  # what texts show is told before this is there

            step("de bladen meten")
            found[PAPERS] = tuple(problem for problem in wrong_papers(loaded) if problem not in found[TEXTS])
        tell(PAPERS, found[PAPERS])
    problems = [problem for group in found.values() for problem in group]
    if formaat == JSON:
        click.echo(json.dumps([_record(name, each) for name in found for each in found[name]], ensure_ascii=False))
    elif formaat == TEXT and not problems:
        click.echo("Alles in orde.")
    if has_errors(problems, strict):
        sys.exit(1)


def _tell(group: str, problems: Sequence[Problem]) -> None:
    """A group for a person: each problem, and how many there are."""
    write(problems)
    click.echo(f"{group}: {counted(problems) or 'in orde'}", err=True)


def _tell_github(_: str, problems: Sequence[Problem]) -> None:
    """Lines that GitHub shows beside the lines of the author."""
    for each in problems:
        kind = "error" if each.severity is Severity.ERROR else "warning"
        at = f"file={_escaped(each.span.path)},line={each.span.line},col={each.span.column},title={each.code}"
        said = f"{each.message} (tip: {each.hint})" if each.hint else each.message
        click.echo(f"::{kind} {at}::{said.replace('%', '%25')}")


def _escaped(text: str) -> str:
    return "".join(ESCAPED.get(sign, sign) for sign in text)


def _record(group: str, problem: Problem) -> Mapping[str, Any]:
    """One problem for a program."""
    return {
        "groep": group,
        "bestand": problem.span.path,
        "regel": problem.span.line,
        "kolom": problem.span.column,
        "ernst": problem.severity.value,
        "code": problem.code,
        "melding": problem.message,
        "tip": problem.hint,
    }
