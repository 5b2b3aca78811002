"""`lok dokter`: what lok stands on here, what is missing, and where that can be had."""

from __future__ import annotations

import platform
import re
import shutil
import sys
import tempfile
from collections.abc import Iterator
from importlib.metadata import PackageNotFoundError, requires, version
from importlib.util import find_spec
from pathlib import Path

import click
import typst

from lok import store
from lok.cli.common import DEFAULT_FOLDER
from lok.design import palette
from lok.publish.disk import WriteError, scratch
from lok.publish.engine import ENGINES
from lok.read.format import SESSION

PAGE = b'#set document(title: [Proef])\n#set text(font: "%s")\nProef'
LEAST_ROOM = 500
"""MB that a build of some courses may need."""
Finding = tuple[bool, str]
"""Whether it is as it should be, and what it is."""


@click.command("dokter", short_help="Kijk na of alles er is wat lok nodig heeft.", options_metavar="[OPTIES]")
@click.option("--leeg", is_flag=True, help="Gooi weg wat lok van een vorige keer bewaart.")
def doctor_command(leeg: bool) -> None:
    """Kijk na of alles er is wat lok nodig heeft: versies, lettertypen, wat pagina's en papier maakt, plaats om te
    schrijven. Stuur mee wat hier staat, als je hulp vraagt.
    """
    if leeg:
        click.echo(f"Weggegooid: {store.empty()} bestanden van een vorige keer.")
        return
    findings = [*_programs(), *_fonts(), *_engines(), *_room(), *_project()]
    for good, said in findings:
        click.echo(f"{'   ' if good else '!  '}{said}")
    missing = sum(not good for good, _ in findings)
    click.echo("Alles is er." if not missing else f"Let op de {missing} regel{'s' if missing > 1 else ''} met een !.")
    if missing:
        sys.exit(1)


def _programs() -> Iterator[Finding]:
    """lok, Python, the system, and each package that lok asks for."""
    yield True, f"Python {platform.python_version()} op {platform.system()} {platform.release()}"
    try:
        yield True, f"lok {version('lok')}, in {Path(palette.__file__).parents[1]}"
        asked = [each for each in requires("lok") or () if ";" not in each]
    except PackageNotFoundError:
        yield False, "lok is niet geïnstalleerd; doe `pip install -e .` in de map van lok"
        return
    for each in asked:
        name = re.split(r"[<>=!~ ]", each, maxsplit=1)[0]
        try:
            yield True, f"{name} {version(name)}"
        except PackageNotFoundError:
            yield False, f'{name} ontbreekt; doe `pip install "{each}"`'


def _fonts() -> Iterator[Finding]:
    """The fonts that come with lok: those of the system are never used."""
    found = {family for family in (palette.TEXT_FONT, palette.FALLBACK_FONT) if _can_set(family)}
    for family in (palette.TEXT_FONT, palette.FALLBACK_FONT):
        if family in found:
            yield True, f"lettertype {family}, in {palette.FONTS}"
        else:
            yield False, f"lettertype {family} ontbreekt in {palette.FONTS}; installeer lok opnieuw"


def _can_set(family: str) -> bool:
    """Whether Typst makes a PDF in this font without a word of warning."""
    fonts = typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=[palette.FONTS])
    try:
        _, warnings = typst.compile_with_warnings(PAGE % family.encode(), font_paths=fonts, format="pdf")
    except (typst.TypstError, RuntimeError):
        return False
    return not warnings


def _engines() -> Iterator[Finding]:
    for number, name in enumerate(ENGINES):
        there = find_spec(name) is not None
        without = "ontbreekt" if number == 0 else "is er niet, en hoeft niet"
        yield there or number > 0, f"{name}, dat pagina's opmaakt: {'is er' if there else without}"


def _room() -> Iterator[Finding]:
    """Where lok writes: what it makes, what it throws away again, and what it keeps to be quicker next time."""
    free = shutil.disk_usage(Path.cwd()).free // 10**6
    yield free >= LEAST_ROOM, f"plaats op de schijf: {free} MB"
    try:
        with scratch():
            yield True, f"tijdelijke bestanden: {tempfile.gettempdir()}, die lok zelf opruimt"
    except WriteError as wrong:
        yield False, f"{wrong}; maak plaats, of kies met TMPDIR een andere map"
    kept, size = store.folder(), sum(told.st_size for told in store.stats().values()) // 10**6
    held = f"{kept}, {size} MB, weg met `lok dokter --leeg`" if kept else "wordt niet bewaard"
    yield True, f"wat een vorige keer gemaakt werd: {held} (een andere map: {store.PLACE})"
    yield True, f"wat lok maakt: {Path.cwd() / DEFAULT_FOLDER}, of waar `--uit` zegt"


def _project() -> Iterator[Finding]:
    sessions = sorted(Path(SESSION.folder).glob("*.md"))
    names = ", ".join(path.stem for path in sessions) or "geen; begin er een met `lok nieuw`, of ga naar haar map"
    yield True, f"cursus in deze map: {names}"
    own = Path("mkdocs.yml").is_file()
    yield True, f"hoe de sites eruitzien: {'mkdocs.yml in deze map' if own else 'zoals lok het kent'}"
