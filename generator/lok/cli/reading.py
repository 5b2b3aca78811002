"""A project read, and what its texts and slides show; each once, and imported without what makes papers and sites.

What was found for the same files is taken from what is kept.
"""

from __future__ import annotations

from datetime import date
from pathlib import Path

from lok.cli.common import DEFAULT_FOLDER, told_to_author
from lok.judge.texts import judge_texts
from lok.kept import keep, kept, key_of, known
from lok.load import Loaded, load_and_check
from lok.problems import Problem
from lok.publish.disk import sweep
from lok.publish.swap import mend
from lok.read.digest import digest
from lok.read.memory import Memory


def load(sessie: str | None) -> Loaded:
    """One session of the project in this folder, or all of them; first cleans up what a killed run left."""
    sweep()
    with told_to_author():
        mend(Path(DEFAULT_FOLDER))
    root, today = Path.cwd(), date.today()
    read = digest(root)
    key = key_of("loaded", (read, sessie, today))
    loaded: Loaded | None = known(key)
    if loaded is None:
        last = key_of("memory", str(root))
        memory = known(last) or Memory()
        loaded = load_and_check(root, [sessie] if sessie else [], today, memory)
        keep(last, memory)
        if digest(root) == read:  # else something was saved meanwhile
            keep(key, loaded)
    return loaded


def wrong_texts(loaded: Loaded) -> tuple[Problem, ...]:
    """What is wrong with texts and slides."""
    [found] = kept("texts", [loaded], lambda _: [judge_texts(loaded)])
    return found
