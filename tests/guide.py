"""The authors' guide as tests and pictures use it: its commands, its files, and an example of each form."""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path

from lok.model.names import slug
from lok.start.course import Answers, new_course
from projects import ROOT, TODAY, put

GUIDE = (ROOT / "docs" / "auteursgids.md").read_text(encoding="utf-8")
FILE = re.compile(r"Zet (?:het|dit) in `([^`]+)`:\n\n```markdown\n(.*?)^```$", re.MULTILINE | re.DOTALL)
CHANGE = re.compile(r"Open `([^`]+)`.*?begint met `([^`]+)`.*?:\n\n```markdown\n(.*?)^```$", re.MULTILINE | re.DOTALL)
TITLE = re.compile(r"^titel: (.+)$", re.MULTILINE)
SLIDE, EXERCISE = "Slide", "Oefening"
PART = "slides/vormen/01-vormen.md"


def section(title: str) -> str:
    """The text under a heading of level 2, up to the next one."""
    return GUIDE.partition(f"\n## {title}\n")[2].partition("\n## ")[0]


def examples(what: str) -> Mapping[str, str]:
    """The example of each form of slide or of exercise, by the word for that form."""
    found = re.finditer(rf"^### {what} `([^`]+)`$.*?^```markdown\n(.*?)^```$", GUIDE, re.MULTILINE | re.DOTALL)
    return {each[1]: each[2] for each in found}


def picture(what: str, word: str) -> str:
    """Where the picture of a form stands, from the folder of the guide."""
    return f"pictures/vormen/{what.lower()}-{slug(word)}.png"


def exercise_id(example: str) -> str:
    """The name of the file of an exercise, from its title."""
    [title] = TITLE.findall(example)
    return slug(title)


def forms(folder: Path) -> Path:
    """A project in `folder` in which every example of a form stands: its slides in order, its exercises by title."""
    answers = Answers("Vormen", ("kinesist", "tandarts"), 90, TODAY)
    exercises = {f"content/oefeningen/{exercise_id(each)}.md": each for each in examples(EXERCISE).values()}
    files = {**new_course(answers), **exercises, PART: _part()}
    files.pop("slides/vormen/01-kijken.md")
    session = "content/sessies/vormen.md"
    links = "".join(f"- [Oefening](oefening:{exercise_id(each)})\n" for each in examples(EXERCISE).values())
    files[session] = files[session].replace("01-kijken", "01-vormen").replace("\n## Trainer", f"{links}\n## Trainer")
    return put(folder, files)


def _part() -> str:
    return "---\ndeel: Vormen\nwie: kinesist\n---\n\n" + "\n".join(examples(SLIDE).values())
