"""The project that is measured: copies of a checkout, one session of it made larger, one slide edited."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

ROOT = Path(__file__).parent.parent
SESSION = "burn-out"
AUTHORED = ("content", "cases", "slides", "mkdocs.yml")


def copied(checkout: Path, folder: Path) -> Path:
    """What the authors of a checkout wrote, in `folder`."""
    for name in AUTHORED:
        source = checkout / name
        if source.is_dir():
            shutil.copytree(source, folder / name)
        elif source.is_file():
            shutil.copyfile(source, folder / name)
    return folder


def enlarged(folder: Path, factor: int) -> Path:
    """A copy of the project whose session has each part `factor` times, under other titles, and no other session."""
    root, names = copied(ROOT, folder), []
    for path in sorted((root / "slides" / SESSION).glob("*.md")):
        text = path.read_text(encoding="utf-8")
        for n in range(factor):
            names.append(f"{path.stem}-{n}")
            copy = re.sub(r"(?m)^## (.+)$", rf"## \1 ({n})", text)
            copy = re.sub(r"(?m)^id: *(.+)$", rf"id: \1-{n}", copy)
            path.with_stem(names[-1]).write_text(copy, encoding="utf-8")
        path.unlink()
    file = root / "content" / "sessies" / f"{SESSION}.md"
    parts = "".join(f"  - {name}\n" for name in names)
    text = re.sub(r"(?m)(^delen:\n)((?:  - .*\n)+)", rf"\1{parts}", file.read_text(encoding="utf-8"))
    file.write_text(text, encoding="utf-8")
    return root


def edit_a_slide(root: Path, word: str) -> Path:
    """Put one word more in the notes of a slide in the middle of the session; gives the file."""
    paths = sorted((root / "slides" / SESSION).glob("*.md"))
    path = paths[len(paths) // 2]
    text = path.read_text(encoding="utf-8")
    assert "### Zeg\n" in text
    path.write_text(text.replace("### Zeg\n", f"### Zeg\n{word}. ", 1), encoding="utf-8")
    return path
