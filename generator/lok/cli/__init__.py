"""The command line: the only room that prints, that sets an exit code and that looks at the clock."""

from lok.cli.commands import main

__all__ = ["main"]
