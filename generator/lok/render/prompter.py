"""The screen beside the projector: course and slide pictures in, one HTML file out that needs nothing else.

Notes stand in it as text, so that they can be read where no script runs; a script shows what the clock points at.
Pictures, fonts, style and scripts are inside, and its policy lets nothing else in.
"""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from itertools import count

from markupsafe import Markup

from lok.derive import downloads
from lok.derive.look import look
from lok.design import palette
from lok.design.images import extension
from lok.exercises.statements.record import Statements
from lok.exercises.statements.slide import answer_signs
from lok.model.audience import Audience
from lok.model.course import Break, Course, Slide
from lok.model.output import Artifact
from lok.model.text import Picture
from lok.model.walk import walk
from lok.render.contract import Made, Rendered
from lok.render.html import addresses, figures
from lok.render.html.policy import allowed, digest, policy
from lok.render.html.prose import Writer
from lok.render.html.templates import fill
from lok.session.checkpoints import Drop, drop_of, margin
from lok.session.lookup import Lookup, lookup, speakers
from lok.session.moments import Moment, moments
from lok.session.notes import Notes, Told
from lok.words import long_date, weekday

PARTS = ("plan", "file", "advice", "votes", "rehearsal", "prompter")
SCRIPTS = ("trainer/trainer.js", "trainer/clock.js", *(f"prompter/{part}.js" for part in PARTS))
"""What runs on it, in this order; files in assets."""
FONTS = {400: "atkinson-regular.woff2", 700: "atkinson-bold.woff2"}
"""Files of the text font, by weight."""


@dataclass(frozen=True)
class SelfContainedWriter(Writer):
    """Writes prose that leads nowhere: pictures are inside, links to other pages are only their words."""

    inside: Mapping[str, str]

    def address(self, there: str) -> str:
        """A picture written out, by its address. Raises KeyError where it is not one of those inside."""
        return self.inside[there]


@dataclass(frozen=True)
class Choice:
    """An answer to count hands or cards for, with its sign and the name of its colour."""

    word: str
    sign: Markup
    colour: str


@dataclass(frozen=True)
class Vote:
    """What a group votes on at a slide, sentence by sentence."""

    title: str
    statements: tuple[str, ...]
    choices: tuple[Choice, ...]


@dataclass(frozen=True)
class View:
    """A moment with what stands on its screen: notes for all, and for each listener what is theirs meanwhile."""

    moment: Moment
    slide: Slide | None
    speakers: str
    picture: Markup
    notes: tuple[Told, ...] = ()
    meanwhile: tuple[tuple[str, tuple[Told, ...]], ...] = ()
    drop: Drop | None = None
    vote: Vote | None = None
    index: int | None = None
    """Its place among what is shown; None where the evening leaves it out."""


def render(course: Course, audience: Audience, made: Made) -> Rendered:
    """The screen of a course, with the slide pictures of `made`. None for participants, or without slides."""
    path = downloads.prompter(course, audience)
    if not path:
        return Rendered()
    views = tuple(_numbered(_views(course, made)))
    colours = look(course.face)
    style = fill("prompter.css.j2", light=colours.light, dark=colours.dark, font=palette.TEXT_FONT, faces=_faces())
    code = b"\n".join((palette.ASSETS / name).read_bytes() for name in SCRIPTS)
    page = fill(
        "prompter.html.j2",
        course=course,
        views=views,
        day=_day(course),
        margin=margin(course),
        prose=_writer(course).prose,
        style=Markup(style.decode()),
        code=Markup(code.decode()),
        policy=policy(rules(style, code)),
    )
    return Rendered((Artifact(path, page, tuple(sorted({slide.span.path for slide in course.slides}))),))


def rules(style: bytes, code: bytes) -> Mapping[str, str]:
    """What the page may load, by directive: only this style, this code, and pictures and fonts written out in it."""
    return {
        "default-src": "'none'",
        "script-src": allowed([digest(code)]),
        "style-src": allowed([digest(style)]),
        "img-src": "data:",
        "font-src": "data:",
        "form-action": "'none'",
        "base-uri": "'none'",
    }


def _views(course: Course, made: Made) -> Iterator[View]:
    known = lookup(course)
    for moment in moments(course):
        if isinstance(moment.item, Break):
            yield View(moment, None, "", Markup())
            continue
        slide = moment.item
        if slide.left_out:
            yield View(moment, slide, "", Markup())
            continue
        picture = Markup(svg_address(made[downloads.picture_path(slide.id)].data))
        notes = tuple(told for told in Notes(known, slide, "").speaking() if told.blocks)
        meanwhile = tuple(_meanwhile(course, known, slide))
        given = drop_of(slide), _vote(course, known, slide)
        yield View(moment, slide, speakers(course, slide.role), picture, notes, meanwhile, *given)


def _numbered(views: Iterator[View]) -> Iterator[View]:
    """The same, each that is shown with its place."""
    places = count()
    for view in views:
        gone = view.slide is not None and view.slide.left_out
        yield view if gone else replace(view, index=next(places))


def _meanwhile(course: Course, known: Lookup, slide: Slide) -> Iterator[tuple[str, tuple[Told, ...]]]:
    """The id of each role that listens, with what it does and when it takes over."""
    for role in course.roles:
        own = Notes(known, slide, role.id)
        if own.listens:
            yield role.id, tuple(told for told in (*own.meanwhile(), *own.take_over()) if told.blocks)


def _vote(course: Course, known: Lookup, slide: Slide) -> Vote | None:
    """What is voted on at a slide, with the signs of the cards that people hold up; None where nothing is."""
    exercise = known.exercises.get(slide.exercise.id) if slide.exercise else None
    if exercise is None or not isinstance(exercise.content, Statements):
        return None
    meant = answer_signs(exercise.content, course)
    drawn = ((word, meant[word.casefold()]) for word in exercise.content.choices)
    choices = tuple(Choice(word, figures.sign(sign), sign.colour) for word, sign in drawn)
    return Vote(exercise.title, tuple(each.text for each in exercise.content.statements), choices)


def _day(course: Course) -> str:
    """The day of the evening in a sentence: `dinsdag 12 januari 2027`; "" where there is none."""
    return f"{weekday(course.evening.date)} {long_date(course.evening.date)}" if course.evening else ""


def _writer(course: Course) -> SelfContainedWriter:
    media = {item.path: item for item in course.media}
    shown = {block.path for block in walk(course.agenda) if isinstance(block, Picture)}
    shown |= {block.path for block in walk(course.cases) if isinstance(block, Picture)}
    inside = {addresses.media(media[path]): _image(media[path].data) for path in shown if path in media}
    return SelfContainedWriter("", {}, {fact.id: fact for fact in course.facts}, media, inside)


def svg_address(svg: bytes) -> str:
    """An SVG as the value of an attribute: text stays text, which takes less than base64."""
    text = svg.decode().replace("%", "%25").replace("#", "%23").replace("&", "&amp;").replace('"', "'")
    return f"data:image/svg+xml,{text}"


def _image(data: bytes) -> str:
    kind = {"jpg": "jpeg"}.get(extension(data), "png")
    return f"data:image/{kind};base64,{b64encode(data).decode()}"


def _faces() -> Mapping[int, str]:
    return {weight: b64encode((palette.FONTS / name).read_bytes()).decode() for weight, name in FONTS.items()}
