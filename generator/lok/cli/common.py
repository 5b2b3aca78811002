"""What every command does: show how far it is, and tell what is wrong."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any, NoReturn, TypeVar

import click

from lok.model.output import Step
from lok.problems import Problem, Severity
from lok.publish.disk import WriteError
from lok.publish.write import Written

Command = TypeVar("Command", bound=Callable[..., Any])
DEFAULT_FOLDER = "build"
SHOWN = 8
"""How many files of others are named."""
strict_option = click.option("--strict", is_flag=True, help="Behandel elke waarschuwing als een fout.")


def folder_option(default: str, told: str) -> Callable[[Command], Command]:
    """`--uit MAP`: the folder in which a command puts what it makes, with what its help says of it."""
    path = click.Path(path_type=Path, file_okay=False)
    return click.option(
        "--uit", "folder", type=path, default=Path(default), show_default=True, metavar="MAP", help=told
    )


@contextmanager
def told_to_author() -> Iterator[None]:
    """What cannot be written, as one sentence and exit code 1. Raises click.ClickException."""
    try:
        yield
    except WriteError as wrong:
        raise click.ClickException(str(wrong)) from wrong


def stop(problems: Sequence[Problem]) -> NoReturn:
    """Every problem, and exit code 1."""
    report(problems)
    sys.exit(1)


def report(problems: Sequence[Problem]) -> None:
    """Every problem on standard error, and how many there are."""
    write(problems)
    if problems:
        click.echo(counted(problems), err=True)


def write(problems: Sequence[Problem]) -> None:
    """Every problem on standard error."""
    for problem in problems:
        click.echo(str(problem).encode("utf-8", "replace"), err=True)


def counted(problems: Sequence[Problem]) -> str:
    """How many errors and warnings there are; "" without any."""
    count = {severity: sum(p.severity is severity for p in problems) for severity in Severity}
    names = {Severity.ERROR: ("fout", "fouten"), Severity.WARNING: ("waarschuwing", "waarschuwingen")}
    return " en ".join(f"{n} {names[severity][n != 1]}" for severity, n in count.items() if n)


@contextmanager
def progress() -> Iterator[Step]:
    """Report steps: a moving line when a person watches, plain lines when piped."""
    from rich import progress as moving  # noqa: PLC0415  # what texts show is told before this is there
    from rich.console import Console  # noqa: PLC0415  # as above

    console = Console(stderr=True)
    if not console.is_terminal:
        yield lambda name: click.echo(name, err=True)
        return
    columns = (moving.SpinnerColumn(), moving.TextColumn("{task.description}"), moving.TimeElapsedColumn())
    with moving.Progress(*columns, console=console, transient=True) as shown:
        task = shown.add_task("beginnen", total=None)
        yield lambda name: shown.update(task, description=name)


def say_others(written: Written) -> None:
    """What was put aside, and what of others stays, on standard error."""
    for path in written.moved:
        click.echo(f"opzij gelegd: {click.format_filename(path)}", err=True)
    if written.others:
        names = [click.format_filename(path) for path in written.others]
        more = f" en nog {len(names) - SHOWN}" if len(names) > SHOWN else ""
        click.echo(f"niet van lok, blijft staan: {', '.join(names[:SHOWN])}{more}", err=True)
