"""What a duo takes along for one evening: the files made for the trainers in, one zip out, the first things on top."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from hashlib import sha256

from lok.archive import archive
from lok.derive import downloads
from lok.derive.look import look
from lok.derive.wording import wording
from lok.design import palette
from lok.model.audience import Audience
from lok.model.course import Course, Evening
from lok.model.names import slug
from lok.model.output import Artifact
from lok.model.plain import plain
from lok.model.text import ListBlock
from lok.render.contract import Made, Rendered
from lok.render.html import addresses
from lok.render.html.templates import fill
from lok.render.invitation import Reading, invitation
from lok.render.paper.economy import counts
from lok.render.paper.printing import Job, jobs
from lok.session.lookup import first_to_expire
from lok.session.materials import numbers, to_bring
from lok.session.occasion import lines
from lok.session.shorten import left_out, planned, shortened
from lok.words import format_number, words

STYLE = "begin.css"
"""The name of the style of the page to begin with."""
FONTS = ("atkinson-regular.woff2", "atkinson-bold.woff2", "LICENSE-AtkinsonHyperlegibleNext.txt")
"""Those of the page to begin with, which is there without a website too."""
HANDBOOK = f"{downloads.FOLDER}/{words('generated')['handbook_file']}-a4.pdf"
"""Where the handbook on paper stands below the course's folder."""
QUICK = 1
"""How hard a pack is pressed: 7 % more bytes than by 6, in a third of the time."""
FIRST_TO_PRINT = 5
"""The number of the first file to print: before it come the page to begin with, the invitation and two for a screen."""


@dataclass(frozen=True)
class Pack(Artifact):
    """A zip for one evening; its path is its name."""


@dataclass(frozen=True)
class Numbered:
    """A file to print by its name in the pack, and what is printed."""

    path: str
    job: Job


def render(course: Course, audience: Audience, made: Made) -> Rendered:
    """The pack of all that was made for the trainers of `course.evening`; none for participants or without evening.

    Where no website was made, it is a light one: no page but the screen beside the projector, and every file once.
    Raises TypesettingError where what only a pack prints cannot be laid out.
    """
    if audience is not Audience.TRAINER or course.evening is None:
        return Rendered()
    files = {path: file.data for path, file in made.items()}
    return Rendered((_packed(course, course.evening, files, light=addresses.HOME not in files),))


def _packed(course: Course, evening: Evening, files: Mapping[str, bytes], *, light: bool) -> Pack:
    shown = {source: name for source, name in _shown(course) if source in files}
    numbered = [
        Numbered(f"{number:02}-{job.name}.pdf", job)
        for number, job in enumerate(jobs(course, files), start=FIRST_TO_PRINT)
    ]
    pictures = {downloads.picture_path(slide.id) for slide in course.slides}
    on_top = {*shown, *(each.job.source for each in numbered), *pictures} if light else set()
    rest = {path: data for path, data in files.items() if path not in on_top}
    below = {f"{_rest()}/{path}": data for path, data in rest.items()}
    top = {name: files[source] for source, name in shown.items()}
    top |= {each.path: each.job.pdf for each in numbered}
    reading = tuple(_reading(course, numbered))
    top[_invitation()] = invitation(course, evening, reading)
    made = {**top, **_begin(course, evening, [*shown.values()], numbered, reading, light=light), **below}
    made[f"{_rest()}/{words('pack')['sums_file']}.txt"] = _sums(made)
    return Pack(_name(course, evening), archive(sorted(made.items()), course.updated, level=QUICK), ())


def not_after(course: Course) -> date | None:
    """The first day on which a fact in the pack has to be looked at again, None where no fact has a date."""
    fact = first_to_expire(course)
    return fact.expires if fact else None


def _rest() -> str:
    return words("pack")["rest"]


def _name(course: Course, evening: Evening) -> str:
    where = slug(evening.group or evening.place)
    return "-".join(filter(None, (course.id, f"{evening.date:%Y-%m-%d}", where))) + ".zip"


def _shown(course: Course) -> Iterator[tuple[str, str]]:
    """What comes on a screen: where it stands below the course's folder, and its name on top."""
    w = words("pack")
    yield downloads.decks(course, Audience.TRAINER)[0].path, f"{w['deck_file']}.{downloads.DECK_TYPE}"
    yield downloads.prompter(course, Audience.TRAINER), f"{w['prompter_file']}.html"


def _invitation() -> str:
    return f"{words('pack')['invitation_file']}.ics"


def _reading(course: Course, numbered: Sequence[Numbered]) -> Iterator[Reading]:
    """What participants read before they come: on the public site, else in the file of this pack that holds it."""
    printed = {each.job.source: each.path for each in numbered}
    papers = {(each.id, each.size): each.path for each in downloads.papers(course)}
    items = {item.id: item for item in downloads.papered(course)}
    for item in (items[ref.id] for ref in course.read_before):
        address = downloads.public_address(course, addresses.own_page(item))
        path = papers[item.id, item.paper[0]] if item.paper and not address else ""
        yield Reading(item.title, address, printed.get(path, f"{_rest()}/{path}") if path else "")


def _begin(
    course: Course,
    evening: Evening,
    shown: Sequence[str],
    numbered: Sequence[Numbered],
    reading: Sequence[Reading],
    *,
    light: bool,
) -> dict[str, bytes]:
    """The page where to begin, and its style."""
    values = {
        "course": course,
        "evening": evening,
        "lines": lines(evening),
        "not_after": not_after(course),
        "bring": [*_bring(course)],
        "invitation": _invitation(),
        "attached": [each.file for each in reading if each.file],
        "shown": shown,
        "handbook": HANDBOOK if light else addresses.HOME,
        "numbered": numbered,
        "counts": counts([each.job for each in numbered], evening.participants),
        "light_pack": light,
        "shorter": tuple(_shorter(course)),
    }
    fonts = {f"{_rest()}/{addresses.ASSETS}/fonts/{name}": (palette.FONTS / name).read_bytes() for name in FONTS}
    colours = look(course.face)
    style = fill("pack.css.j2", light=colours.light, dark=colours.dark, font=palette.TEXT_FONT)
    page = fill("pack.html.j2", w=wording(course, "pack"), **values)
    return {f"{words('pack')['begin_file']}.html": page, f"{_rest()}/{STYLE}": style, **fonts}


def _bring(course: Course) -> Iterator[str]:
    """What the author asks to bring, a line for each thing."""
    for block in to_bring(course):
        yield from map(plain, block.items) if isinstance(block, ListBlock) else (plain((block,)),)


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
