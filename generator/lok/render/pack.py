"""What a duo takes along for one evening: the files made for the trainers in, one zip out, the first things on top."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from hashlib import sha256

from lok.archive import archive
from lok.derive import downloads
from lok.derive.downloads import PARTICIPANTS
from lok.design import palette
from lok.model.audience import Audience
from lok.model.course import Course, Evening
from lok.model.names import slug
from lok.model.output import Artifact
from lok.render.contract import Made, Rendered
from lok.render.html import addresses
from lok.render.html.templates import fill
from lok.render.paper import catalogue, runsheet
from lok.session.lookup import first_to_expire
from lok.session.materials import numbers
from lok.session.occasion import lines
from lok.session.shorten import left_out, planned, shortened
from lok.words import format_number, words

STYLE = "begin.css"
"""The name of the style of the page to begin with."""


@dataclass(frozen=True)
class Pack(Artifact):
    """A zip for one evening; its path is its name."""


@dataclass(frozen=True)
class Front:
    """A file that stands on top: where it comes from below the course's folder, its name there, and what to do."""

    source: str
    name: str
    step: str


def render(course: Course, audience: Audience, made: Made) -> Rendered:
    """The pack of all that was made for the trainers of `course.evening`; none for participants or without evening.

    Where no website was made, it is a light one: no page and no script, and every file once.
    """
    if audience is not Audience.TRAINER or course.evening is None:
        return Rendered()
    files = {path: file.data for path, file in made.items()}
    return Rendered((_packed(course, course.evening, files, light=addresses.HOME not in files),))


def _packed(course: Course, evening: Evening, files: Mapping[str, bytes], *, light: bool) -> Pack:
    fronts = [front for front in _fronts(course, evening) if front.source in files]
    on_top = {front.source for front in fronts}
    rest = {path: data for path, data in files.items() if not light or path not in on_top}
    below = {f"{_rest()}/{path}": data for path, data in rest.items()}
    top = {front.name: files[front.source] for front in fronts}
    made = {**top, **_begin(course, evening, fronts, set(rest), light), **below}
    made[f"{_rest()}/{words('pack')['sums_file']}.txt"] = _sums(made)
    return Pack(_name(course, evening), archive(sorted(made.items()), course.updated), ())


def not_after(course: Course) -> date | None:
    """The first day on which a fact in the pack has to be looked at again, None where no fact has a date."""
    fact = first_to_expire(course)
    return fact.expires if fact else None


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
    for each in catalogue.generated(course, Audience.TRAINER):
        if each.paper is runsheet.PAPER:
            yield Front(each.download.path, f"{w['runsheet_file']}.pdf", w["step_runsheet"])
    for bundle in catalogue.bundles(course, Audience.TRAINER):
        if bundle.id != PARTICIPANTS:
            yield Front(bundle.path, f"{w['duo_file']}.pdf", w["step_duo"])
        elif copies:
            name, step = w["participants_file"], w["step_participants"]
            yield Front(bundle.path, f"{name.format(copies=copies)}.pdf", step.format(copies=copies))
        else:
            yield Front(bundle.path, f"{w['participants_file_each']}.pdf", w["step_participants_each"])


def _begin(course: Course, evening: Evening, fronts: list[Front], rest: set[str], light: bool) -> dict[str, bytes]:
    """Where to begin: a page, or a plain text in a light pack."""
    w = words("pack")
    steps = [(front.name, front.name, front.step) for front in fronts]
    steps += [
        (f"{_rest()}/{path}", f"{_rest()}/{path}", w[step])
        for path, step in (
            (addresses.HOME, "step_handbook"),
            (downloads.prompter(course, Audience.TRAINER), "step_pulpit"),
        )
        if path in rest
    ]
    if light:
        return {f"{w['begin_file']}.txt": _told(course, evening, steps)}
    values = {"course": course, "evening": evening, "lines": lines(evening), "not_after": not_after(course)}
    values |= {"shorter": tuple(_shorter(course))}
    style = fill("pack.css.j2", light=palette.LIGHT, dark=palette.DARK, font=palette.TEXT_FONT)
    return {f"{w['begin_file']}.html": fill("pack.html.j2", w=w, steps=steps, **values), f"{_rest()}/{STYLE}": style}


def _told(course: Course, evening: Evening, steps: list[tuple[str, str, str]]) -> bytes:
    """The same in plain text, with the line ends of Windows."""
    w, day = words("pack"), not_after(course)
    told = [
        course.title,
        *lines(evening),
        *(f"{label}: {text}" for label, text in _shorter(course)),
        "",
        f"{w['steps']}:",
    ]
    told += [f"{n}. {name}: {step}" for n, (_, name, step) in enumerate(steps, 1)]
    told += ["", w["more"]]
    if day:
        told += ["", f"{w['not_after']} {w['not_after_text'].format(date=f'{day:%d/%m/%Y}')}"]
    return "".join(f"{line}\r\n" for line in told).encode("utf-8-sig")


def _shorter(course: Course) -> Iterator[tuple[str, str]]:
    """How much shorter the evening is, and which slides go or shrink, each with a label; nothing where none does."""
    w = words("pack")
    if planned(course) == course.minutes:
        return
    shown = {"total": format_number(course.minutes), "planned": format_number(planned(course))}
    yield w["lasts"], w["lasts_text"].format(**shown)
    for name, slides in (("left_out", left_out(course)), ("shortened", shortened(course))):
        if slides:
            yield w[name], f"slide {numbers(slides)}"


def _sums(files: Mapping[str, bytes]) -> bytes:
    """The checksum of each file, as `sha256sum --check` reads it."""
    return "".join(f"{sha256(files[path]).hexdigest()}  {path}\n" for path in sorted(files)).encode()
