"""What a duo takes along for one evening: the files made for the trainers in, one zip out, the first things on top."""

from __future__ import annotations

import io
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from hashlib import sha256
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile, ZipInfo

from lok.derive import downloads
from lok.derive.downloads import PARTICIPANTS
from lok.design import palette
from lok.model.audience import Audience
from lok.model.course import Course, Evening
from lok.model.names import slug
from lok.render.html.templates import fill
from lok.session.lookup import first_to_expire
from lok.session.occasion import lines
from lok.words import words

STYLE = "begin.css"
LIGHT = (".pdf", ".pptx")
"""What a pack without website holds."""
PRESSED = (".pptx", ".png", ".jpg", ".woff2", ".mp3", ".m4a")
"""Files that do not get smaller."""


@dataclass(frozen=True)
class Pack:
    """A zip and its name."""

    name: str
    data: bytes


@dataclass(frozen=True)
class Front:
    """A file that stands on top: where it comes from below the course's folder, its name there, and what to do."""

    source: str
    name: str
    step: str


def render(course: Course, files: Mapping[str, bytes], light: bool) -> Pack:
    """The pack of `course.evening`. `files` are those of the trainers, by path below the course's folder.

    A `light` one has no page and no script, and every file once.
    """
    evening = _evening(course)
    fronts = [front for front in _fronts(course, evening) if front.source in files]
    on_top = {front.source for front in fronts}
    rest = {path: data for path, data in files.items() if not light or (path.endswith(LIGHT) and path not in on_top)}
    below = {f"{_rest()}/{path}": data for path, data in rest.items()}
    top = {front.name: files[front.source] for front in fronts}
    made = {**top, **_begin(course, fronts, set(rest), light), **below}
    made[f"{_rest()}/{words('pack')['sums_file']}.txt"] = _sums(made)
    return Pack(_name(course, evening), _zipped(made, course.updated))


def not_after(course: Course) -> date | None:
    """The first day on which a fact in the pack has to be looked at again."""
    fact = first_to_expire(course)
    return fact.expires if fact else None


def _evening(course: Course) -> Evening:
    if course.evening is None:
        raise ValueError("a pack is made for an evening")
    return course.evening


def _rest() -> str:
    return words("pack")["rest"]


def _name(course: Course, evening: Evening) -> str:
    where = slug(evening.group or evening.place)
    return "-".join(filter(None, (course.id, f"{evening.date:%Y-%m-%d}", where))) + ".zip"


def _fronts(course: Course, evening: Evening) -> Iterator[Front]:
    """The deck, the papers to print, in the order in which one needs them."""
    w, copies = words("pack"), evening.participants
    decks = downloads.decks(course, Audience.TRAINER)
    yield Front(decks[0].path, f"{w['deck_file']}.{downloads.DECK_TYPE}", w["step_deck"])
    for each in downloads.generated(course, Audience.TRAINER):
        if each.kind == "runsheet":
            yield Front(each.download.path, f"{w['runsheet_file']}.pdf", w["step_runsheet"])
    for bundle in downloads.bundles(course, Audience.TRAINER):
        if bundle.id != PARTICIPANTS:
            yield Front(bundle.path, f"{w['duo_file']}.pdf", w["step_duo"])
        elif copies:
            name, step = w["participants_file"], w["step_participants"]
            yield Front(bundle.path, f"{name.format(copies=copies)}.pdf", step.format(copies=copies))
        else:
            yield Front(bundle.path, f"{w['participants_file_each']}.pdf", w["step_participants_each"])


def _begin(course: Course, fronts: list[Front], rest: set[str], light: bool) -> dict[str, bytes]:
    """Where to begin: a page, or a plain text in a light pack."""
    w, evening = words("pack"), _evening(course)
    steps = [(front.name, front.name, front.step) for front in fronts]
    steps += [
        (f"{_rest()}/{path}", f"{_rest()}/{path}", w[step])
        for path, step in (
            ("index.html", "step_handbook"),
            (downloads.prompter(course, Audience.TRAINER), "step_pulpit"),
        )
        if path in rest
    ]
    if light:
        return {f"{w['begin_file']}.txt": _told(course, steps)}
    values = {"course": course, "evening": evening, "lines": lines(evening), "not_after": not_after(course)}
    style = fill("pack.css.j2", light=palette.LIGHT, dark=palette.DARK, font=palette.TEXT_FONT)
    return {f"{w['begin_file']}.html": fill("pack.html.j2", w=w, steps=steps, **values), f"{_rest()}/{STYLE}": style}


def _told(course: Course, steps: list[tuple[str, str, str]]) -> bytes:
    """The same in plain text, with the line ends of Windows."""
    w, day = words("pack"), not_after(course)
    told = [course.title, *lines(_evening(course)), "", f"{w['steps']}:"]
    told += [f"{n}. {name}: {step}" for n, (_, name, step) in enumerate(steps, 1)]
    told += ["", w["more"]]
    if day:
        told += ["", f"{w['not_after']} {w['not_after_text'].format(date=f'{day:%d/%m/%Y}')}"]
    return "".join(f"{line}\r\n" for line in told).encode("utf-8-sig")


def _sums(files: Mapping[str, bytes]) -> bytes:
    """The checksum of each file, as `sha256sum --check` reads it."""
    return "".join(f"{sha256(files[path]).hexdigest()}  {path}\n" for path in sorted(files)).encode()


def _zipped(files: Mapping[str, bytes], day: date) -> bytes:
    """A zip of these files, sorted by name and all of one day: the same files give the same bytes."""
    stream = io.BytesIO()
    with ZipFile(stream, "w") as target:
        for path in sorted(files):
            entry = ZipInfo(path, (day.year, day.month, day.day, 0, 0, 0))
            entry.create_system = 0
            entry.compress_type = ZIP_STORED if path.endswith(PRESSED) else ZIP_DEFLATED
            target.writestr(entry, files[path], compresslevel=6)
    return stream.getvalue()
