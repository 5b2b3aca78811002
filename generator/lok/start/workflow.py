"""The name of a host in, the file that makes it build and publish the site of participants out."""

from __future__ import annotations

from lok.start.templates import fill

WORKFLOWS = {"github": ".github/workflows/publiceer.yml", "gitlab": ".gitlab-ci.yml"}
"""Where each host looks for such a file."""
FOLDER = "public"
"""Where a host has lok put the site."""


def workflow(host: str, lok: str) -> str:
    """The file for a host in WORKFLOWS; `lok` is what pip installs there."""
    return fill(f"publiceren/{host}.yml", lok=lok, folder=FOLDER)
