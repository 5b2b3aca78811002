"""LibreOffice, which opens decks as another program than ours does."""

from __future__ import annotations

import subprocess
from pathlib import Path

SECONDS = 300
"""As long as a slow machine that does other things needs."""


def convert(folder: Path, kind: str, *files: Path) -> None:
    """Make a file of this kind, such as `pdf`, of each file, in a folder; LibreOffice keeps its own settings there."""
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    command = ["soffice", profile, "--headless", "--convert-to", kind, "--outdir", str(folder), *map(str, files)]
    subprocess.run(command, capture_output=True, check=True, timeout=SECONDS)
