"""Texts, tables, pictures and settings of real courses, damaged in many ways, through load and check, and whole builds.

`python tests/campaigns/fuzz.py 50000 300` damages fifty thousand files, one to eight in a small project, and makes
three hundred whole builds of the tiny course, with the real site engine; a test does a few of each. Nothing may raise,
take long or grow, and no word planted for trainers may reach a file for participants.
"""

from __future__ import annotations

import os
import resource
import shutil
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Mapping
from concurrent.futures import ProcessPoolExecutor
from functools import cache
from itertools import repeat
from pathlib import Path
from random import Random

sys.path.insert(0, str(Path(__file__).parent.parent))

from campaigns import damage
from lok.build import build
from lok.load import load_and_check
from lok.model.audience import Audience
from lok.problems import Code, has_errors
from lok.read.evening import from_table, read_evenings
from lok.render.site.settings import OWN_SETTINGS
from lok.view import view
from media import audio, image, m4a
from planted import found, landed, planted
from projects import COURSE_ROOTS, TODAY, put

SECONDS, BUILD_SECONDS, MEGABYTES = 3.0, 60.0, 700
"""Of work that one input may cost, and what a process may hold after all of them."""
AT = {
    "slides": "slides/s/01-a.md", "cases": "cases/a.md", "oefeningen": "content/oefeningen/a.md",
    "bladen": "content/bladen/b.md", "kaarten": "content/kaarten/k.md", "sessies": "content/sessies/s.md",
}  # fmt: skip
"""Where a file of a folder comes in the small project; all other files keep their place."""
BASE = {
    "content/sessies/s.md": "---\ntitel: Klein\nduur: 3 minuten\nduo: {duo}\nversie: 1.0\nbijgewerkt: 22/11/2026\n"
    "delen:\n  - 01-a\n---\n\nZin.\n\n## Trainer\nStil.\n",
    "slides/s/01-a.md": "---\ndeel: Een\nwie: duo\n---\n\n## Titel\nminuten: 3\ncasus: a, deel 1\noefening: a\n"
    "uitdelen: b\n\nEen zin.\n\n### Zeg\nLees [dit](blad:b) en zeg dat traag genoeg.\n",
    "cases/a.md": "---\nnaam: An\n---\n\n## Deel 1\naudio: geluid.mp3\n\nEen zin.\n\n## Trainer\nStil.\n",
    "content/oefeningen/a.md": "---\nvorm: kolommen\ntitel: Orden\n---\n\nDenk.\n\n## Een\n\n## Twee\n",
    "content/bladen/b.md": "---\ntitel: Blad\n---\n\nEen zin.\n\n![Een beeld](beeld.png)\n\n## Trainer\nStil.\n",
    "mkdocs.yml": "site_name: Klein\ntheme:\n  name: material\n  font: false\n",
}
TABLES = (
    "datum;aanvang;plaats;lok;deelnemers\n10/12/2026;20:00;Zaal;Lier;14\n11/12/2026;19u30;\"De Kring\";Mol;9\n",
    "sep=;\ndatum;aanvang\n2026-12-10;20:00\n", "datum\taanvang\tplaats\n10 december 2026\t20.00\tZaal\n",
)  # fmt: skip


@cache
def seeds() -> tuple[tuple[str, str, str], ...]:
    """Every text of every course: its name, its text, and who speaks in its session."""
    made = []
    for name, root in COURSE_ROOTS.items():
        session = (root / f"content/sessies/{name}.md").read_text(encoding="utf-8")
        duo = next(line[4:].strip() for line in session.split("\n") if line.startswith("duo:"))
        paths = sorted(path for folder in ("content", "cases", "slides") for path in (root / folder).rglob("*.md"))
        for path in paths:
            made.append((path.relative_to(root).as_posix(), path.read_text(encoding="utf-8"), duo))
        made.append(("mkdocs.yml", OWN_SETTINGS.read_text(encoding="utf-8"), duo))
    return tuple(made)


@cache
def lines() -> tuple[str, ...]:
    return tuple(line for _, text, _ in seeds() for line in text.split("\n") if line)


def project(dice: Random) -> tuple[str, dict[str, bytes]]:
    """The two who speak in a small project, and one to eight damaged files in it."""
    media = {"content/bladen/beeld.png": (image("PNG"), image("JPEG")), "cases/geluid.mp3": (audio(), m4a())}
    found: dict[str, bytes] = {}
    duo = dice.choice(seeds())[2]
    for _ in range(dice.choice((1, 1, 2, 4, 6, 8))):
        path, text, _ = dice.choice(seeds())
        kind = dice.random()
        if kind < 0.04:
            name = dice.choice(sorted(media))
            found[name] = damage.data(dice.choice(media[name]), dice)
        elif kind < 0.08:
            found["avonden.csv"] = damage.text(dice.choice(TABLES), lines(), dice)
        elif kind < 0.5:
            name = dice.choice(sorted(BASE))  # right by itself: one change may be no mistake
            found[name] = damage.text(BASE[name].replace("{duo}", duo), lines(), dice, most=1)
        else:
            parts = path.split("/")
            place = AT.get(parts[1] if parts[0] == "content" else parts[0], path)
            found[place] = damage.text(_piece(text, dice), lines(), dice)
    return duo, found


def _piece(text: str, dice: Random) -> str:
    """A text, or the keys at its top with some lines from further down: long ones cost most of the time."""
    rows = text.split("\n")
    start = dice.randrange(len(rows))
    return text if len(rows) < 40 else "\n".join([*rows[:10], *rows[start : start + 25]])


def loads(count: int, seed: int, folder: Path) -> Counter[str]:
    """Load and check small projects until so many damaged files were in them; how many projects had errors."""
    before = _held()
    seen, dice = Counter[str](), Random(seed)
    media = {"content/bladen/beeld.png": image("PNG"), "cases/geluid.mp3": audio()}
    while seen["inputs"] < count:
        duo, damaged = project(dice)
        root, base = folder / duo, {**{path: text.replace("{duo}", duo) for path, text in BASE.items()}, **media}
        if not root.exists():
            put(root, base)
            assert not _through(root)
        put(root, damaged)
        wrong = _judged(root, f"{seed}-{seen['projects']}")
        seen += Counter({"inputs": len(damaged), "projects": 1, "projects with errors": wrong})
        put(root, {name: base[name] for name in damaged.keys() & base.keys()})
        for name in damaged.keys() - base.keys():
            (root / name).unlink()
    _small(before)
    return seen


def _judged(root: Path, name: str) -> int:
    """1 where a project has errors, else 0. Raises AssertionError where it raises or takes long, and keeps it."""
    start = time.process_time()
    try:
        wrong = _through(root)
        took = time.process_time() - start
        assert took < SECONDS, f"{took:.1f} seconds"
    except Exception as failed:
        kept = Path(tempfile.gettempdir()) / f"fuzz-{name}"
        shutil.copytree(root, kept, dirs_exist_ok=True)
        raise AssertionError(f"{failed!r}; the project is in {kept}") from failed
    return int(wrong)


def _through(root: Path) -> bool:
    loaded = load_and_check(root, (), TODAY)
    problems = list(loaded.problems)
    table = root / "avonden.csv"
    for course in loaded.courses:
        view(course, Audience.PARTICIPANT)
        if table.exists():
            problems += read_evenings(from_table("avonden.csv", table.read_bytes()), course, TODAY)[1]
    assert all("\n" not in f"{each.span.path}{each.message}{each.hint}" for each in problems)
    return has_errors(problems)


def builds(count: int, seed: int, folder: Path) -> Counter[str]:
    """Whole builds of the tiny course with damage that is no mistake; no planted word may reach participants."""
    before = _held()
    root, _ = planted(folder / "heel")
    texts = {path: path.read_text(encoding="utf-8") for path in sorted(root.rglob("*.md"))}
    dice, seen = Random(seed), Counter[str]()
    while seen["builds"] < count:
        path = dice.choice(sorted(texts))
        path.write_bytes(damage.text(texts[path], lines(), dice, most=3))
        seen["inputs"] += 1
        try:
            seen += _built(root)
        except Exception as failed:
            kept = folder.parent / f"fuzz-build-{seed}-{seen['inputs']}"
            shutil.copytree(root, kept, dirs_exist_ok=True)
            raise AssertionError(f"{path}: {failed!r}; the project is in {kept}") from failed
        path.write_text(texts[path], encoding="utf-8")
    _small(before)
    return seen


def _built(root: Path) -> Counter[str]:
    loaded = load_and_check(root, (), TODAY)
    if has_errors(loaded.problems):
        return Counter()
    start = time.process_time()
    made = build(loaded, tuple(Audience))
    assert time.process_time() - start < BUILD_SECONDS
    closed, _ = landed(loaded.courses)
    public = {each.path: each.data for each in made.outputs if each.audience == Audience.PARTICIPANT.value}
    leaked = {(path, word) for path, raw in public.items() for word in found(path, raw) & set(closed)}
    assert not leaked, leaked
    stopped = sum(each.code is Code.LEAK for each in made.problems)
    return Counter({"builds": 1, "stopped by the guard": int(bool(stopped))})


def _held() -> int:
    """The most megabytes that this process ever held."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024


def _small(before: int) -> None:
    """Raises AssertionError where the work since `before` made this process grow too much."""
    grown = _held() - before
    assert grown < MEGABYTES, f"{grown} MB more"


def run(work: str, count: int, seed: int) -> Counter[str]:
    with tempfile.TemporaryDirectory(prefix="fuzz-") as folder:
        return {"loads": loads, "builds": builds}[work](count, seed, Path(folder))


def main(counts: Mapping[str, int], workers: int) -> None:
    for work, count in counts.items():
        start, share = time.monotonic(), -(-count // (workers * 10))
        with ProcessPoolExecutor(workers) as pool:
            done = list(pool.map(run, repeat(work), [share] * workers * 10, range(workers * 10)))
        total = sum(done, Counter[str]())
        print(f"{work}: {dict(total)} in {time.monotonic() - start:.0f} s", flush=True)


if __name__ == "__main__":
    asked = [int(each) for each in sys.argv[1:]]
    main(dict(zip(("loads", "builds"), asked, strict=False)), int(os.environ.get("JOBS", os.cpu_count() or 1)))
