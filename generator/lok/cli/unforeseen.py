"""The last net: any error that nothing foresaw in, one Dutch sentence and a file for the programmer out."""

from __future__ import annotations

import os
import sys
import tempfile
import traceback
from pathlib import Path
from typing import Any

import click

from lok.model.place import Span
from lok.processes import look_for_circles_seldom

FULL = "misschien is de schijf vol"


class Commands(click.Group):
    """The commands of lok; none of them ends in a traceback."""

    def invoke(self, ctx: click.Context) -> Any:
        """Run a command. Raises click.ClickException in place of every error that is none of click's own."""
        look_for_circles_seldom()
        for stream in (sys.stdout, sys.stderr):
            if hasattr(stream, "reconfigure"):
                stream.reconfigure(errors="replace")  # a console that has not all our letters
        try:
            return super().invoke(ctx)
        except (click.ClickException, click.exceptions.Exit, click.Abort):
            raise
        except BrokenPipeError:  # somebody reads with `head`
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
            ctx.exit(1)
        except Exception as wrong:
            raise click.ClickException(told(wrong)) from None


def told(wrong: Exception) -> str:
    """What went wrong in a sentence, with the author's place where one is known, and where the rest is written."""
    place = author_place(wrong)
    where = f"bij {place.path}, regel {place.line}, " if place else ""
    report = _report(wrong)
    sent = f"Stuur {report} naar wie lok onderhoudt" if report else f"Een verslag schrijven lukte niet; {FULL}"
    return f"{where}ging er iets mis dat niet voorzien was ({type(wrong).__name__}). {sent}."


def author_place(wrong: BaseException) -> Span | None:
    """The place of the record that the code was busy with, from the innermost call that has one."""
    frames = [frame for frame, _ in traceback.walk_tb(wrong.__traceback__)][-500:]
    for frame in reversed(frames):
        for value in frame.f_locals.values():
            span = value if isinstance(value, Span) else getattr(value, "span", None)
            if isinstance(span, Span) and span.path:
                return span
    return None


def _report(wrong: BaseException) -> Path | None:
    """A file in the temporary folder with all that a programmer needs; None where it cannot be written."""
    text = "".join(traceback.format_exception(wrong))
    try:
        handle, name = tempfile.mkstemp(prefix="lok-fout-", suffix=".txt")
        with open(handle, "w", encoding="utf-8", errors="backslashreplace") as file:
            file.write(f"{' '.join(sys.argv)}\n{sys.version}\n\n{text}")
    except OSError:
        return None
    return Path(name)
