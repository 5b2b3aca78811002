"""A loaded course in, problems out: what the parts of a course must be to each other. Changes nothing.

A check is a function of the course and the day of the build; to add one, write it and put it in CHECKS.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import fields, is_dataclass
from datetime import date
from itertools import pairwise

from lok.check import timing
from lok.derive.downloads import generated, papered
from lok.exercises import kind_of
from lok.model.course import Bundle, Case, Course, Entry, Exercise, Fragment, Handout, Ref, Sheet, Slide
from lok.model.output import Audience
from lok.model.place import Span
from lok.model.plain import inline_text
from lok.model.text import FactRef, Link, Picture, Section
from lok.model.vocabulary import CARD_SIZE, DUO_BUNDLE, LINK_KINDS, PAPER_SIZES, TRAINER, WEB_LINKS
from lok.model.walk import walk
from lok.problems import Code, Problem, did_you_mean, error, warning
from lok.slides import compose
from lok.view import public, reachable

Check = Callable[[Course, date], Iterator[Problem]]
Record = Case | Exercise | Sheet | Entry

PICTURES = (".png", ".jpg", ".jpeg")
RECORDINGS = (".mp3", ".m4a")


def check_course(course: Course, today: date) -> tuple[Problem, ...]:
    """Everything that is wrong with a course; `today` decides which facts have expired."""
    return tuple(problem for check in CHECKS for problem in check(course, today))


def links(course: Course, today: date) -> Iterator[Problem]:
    targets = _targets(course)
    for link in walk(course):
        if isinstance(link, FactRef):
            if link.id not in targets["feit"]:
                yield _unknown("feit", link.id, targets, link.span)
        elif isinstance(link, Link):
            yield from _link(link, targets)


def _link(link: Link, targets: Mapping[str, Mapping[str, Record]]) -> Iterator[Problem]:
    kind, colon, rest = link.target.partition(":")
    name, _, anchor = rest.partition("#")
    text = inline_text(link.children).strip()
    if not text:
        yield error(link.span, Code.NO_LINK_TEXT, "deze link heeft geen woorden", "schrijf `[woorden](…)`")
    if colon and kind in WEB_LINKS:
        return
    if kind not in LINK_KINDS or not colon:
        kinds = (*LINK_KINDS, *WEB_LINKS)
        hint = did_you_mean(kind, kinds) if colon else f"een link begint met een van deze: {', '.join(kinds)}"
        yield error(link.span, Code.UNKNOWN_LINK, f'"{link.target}" is geen link die we kennen', hint)
    elif name not in targets[kind]:
        yield _unknown(kind, name, targets, link.span)
    elif anchor and readable(targets[kind][name]) and anchor not in (places := set(_anchors(targets[kind][name]))):
        hint = did_you_mean(anchor, places)
        yield error(link.span, Code.UNKNOWN_ANCHOR, f'"{name}" heeft geen plaats "{anchor}"', hint)
    elif kind == "feit":
        yield from _quoted_fact(link, text, targets[kind][name])


def _quoted_fact(link: Link, text: str, fact: Record) -> Iterator[Problem]:
    """A number in a link to a fact must be the fact's own."""
    digits = re.sub(r"\D", "", text)
    if isinstance(fact, Entry) and digits and digits not in re.sub(r"\D", "", fact.short):
        hint = f'volgens {fact.span.path} is het "{fact.short}"'
        yield error(link.span, Code.FACT_DIFFERS, f'"{text}" klopt niet met het feit "{fact.id}"', hint)


def _targets(course: Course) -> dict[str, dict[str, Record]]:
    return {
        "casus": {case.id: case for case in course.cases},
        "oefening": {exercise.id: exercise for exercise in course.exercises},
        "blad": {sheet.id: sheet for sheet in course.sheets},
        "begrip": {entry.id: entry for entry in course.terms},
        "bron": {entry.id: entry for entry in course.references},
        "feit": {entry.id: entry for entry in course.facts},
    }


def readable(record: Record) -> bool:
    """Whether the record's file could be read; where not, its one mistake is told and links to it raise no other."""
    return bool(record.name if isinstance(record, Case) else record.title)


def _anchors(record: object, path: str = "") -> Iterator[str]:
    """The places on a page that a link can name: fragments, and sections by their path (`helpers-thuis`).

    Trainer text has none: a public link may not lead there.
    """
    if isinstance(record, Section | Fragment):
        path = f"{path}-{record.id}" if path else record.id
        yield path
    children: tuple[object, ...] = record if isinstance(record, tuple) else ()
    if is_dataclass(record):
        children = tuple(getattr(record, item.name) for item in fields(record) if item.name != TRAINER)
    for child in children:
        yield from _anchors(child, path)


def _unknown(kind: str, name: str, targets: Mapping[str, Mapping[str, Record]], span: Span) -> Problem:
    return error(span, Code(f"{kind}-onbekend"), f'er is geen {kind} "{name}"', did_you_mean(name, targets[kind]))


def references(course: Course, today: date) -> Iterator[Problem]:
    """Cases, exercises and sheets that slides name by key."""
    targets = _targets(course)
    for slide in course.slides:
        if slide.case and slide.case.id not in targets["casus"]:
            yield _unknown("casus", slide.case.id, targets, slide.case.span)
        elif slide.case and slide.case.fragment:
            case = targets["casus"][slide.case.id]
            places = [item.id for item in walk(case) if isinstance(item, Fragment)]
            if readable(case) and slide.case.fragment not in places:
                tip = f"kies uit: {', '.join(places).replace('-', ' ')}"
                message = f'casus "{slide.case.id}" heeft geen "{slide.case.fragment.replace("-", " ")}"'
                yield error(slide.case.span, Code.UNKNOWN_FRAGMENT, message, tip)
        if slide.exercise and slide.exercise.id not in targets["oefening"]:
            yield _unknown("oefening", slide.exercise.id, targets, slide.exercise.span)
    for item in walk((course.agenda, course.bundle, course.duo_bundle)):
        for paper in _papers(item):
            if paper.id not in targets["blad"] and paper.id not in targets["oefening"]:
                hint = did_you_mean(paper.id, (*targets["blad"], *targets["oefening"]))
                yield error(paper.span, Code.UNKNOWN_SHEET, f'er is geen blad of oefening "{paper.id}"', hint)


def _papers(item: object) -> tuple[Handout | Ref, ...]:
    """The sheets and exercises that a slide hands out or a bundle holds."""
    if isinstance(item, Slide):
        return item.handouts
    return item.papers if isinstance(item, Bundle) else ()


def handouts_for_all(course: Course, today: date) -> Iterator[Problem]:
    """Public text may not lead to a sheet that holds trainer text only."""
    hidden = {sheet.id for sheet in course.sheets if sheet.for_trainers}
    otherwise = "of geef het blad tekst buiten `## Trainer`"
    for item in walk(public(course)):
        if isinstance(item, Link):
            kind, _, rest = item.target.partition(":")
            if kind == "blad" and rest.partition("#")[0] in hidden:
                yield _for_trainers(item.span, item.target, f"zet de link onder `## Trainer`, {otherwise}")
        for paper in _papers(item):
            if paper.id in hidden:
                tip = f"zet het bij `{DUO_BUNDLE}:`" if isinstance(item, Bundle) else "noem het bij `nodig:`"
                yield _for_trainers(paper.span, paper.id, f"{tip}, {otherwise}")


def _for_trainers(span: Span, name: str, tip: str) -> Problem:
    return error(span, Code.LINK_TO_TRAINER_SHEET, f'"{name}" is alleen voor trainers', tip)


def bundled_sizes(course: Course, today: date) -> Iterator[Problem]:
    """A bundle is printed on A4."""
    sizes = {item.id: item.paper for item in papered(course)}
    for bundle in (course.bundle, course.duo_bundle):
        for paper in bundle.papers if bundle else ():
            found = sizes.get(paper.id, ())
            if found and not {PAPER_SIZES[0], CARD_SIZE} & set(found):
                message = f'"{paper.id}" is er alleen op {", ".join(found).upper()}; een bundel staat op A4'
                tip = "druk dit blad apart af, of voeg A4 toe bij `papier:`"
                yield warning(paper.span, Code.BUNDLE_SIZE, message, tip)


def titles(course: Course, today: date) -> Iterator[Problem]:
    """Slides have titles and ids of their own."""
    seen: dict[str, Slide] = {}
    for slide in course.slides:
        first = seen.setdefault(slide.id, slide)
        if slide.id and first is not slide:
            same = first.title.lower() == slide.title.lower()
            code, what = (Code.SAME_TITLE, "titel") if same else (Code.SAME_ID, "naam")
            message = f'slide {slide.number} heeft dezelfde {what} als slide {first.number} ("{first.title}")'
            yield error(slide.span, code, message, "geef elke slide een eigen titel, of een eigen `id:`")


def downloads(course: Course, today: date) -> Iterator[Problem]:
    """Exercises, sheets and cards share one folder of papers; `index` is the page above those of a kind."""
    pages: tuple[Case | Exercise | Sheet, ...] = (*course.cases, *course.exercises, *course.sheets)
    for item in pages:
        if item.id == "index":
            message = 'de naam "index" is al die van een overzichtspagina'
            yield error(item.span, Code.SAME_ID, message, "geef het bestand een andere naam")
    made = {each.download.id for each in generated(course, Audience.TRAINER)}
    for item in papered(course):
        if item.id in made:
            message = f'de naam "{item.id}" is al die van een blad dat lok zelf maakt'
            yield error(item.span, Code.SAME_ID, message, "geef het bestand een andere naam")
    taken = {exercise.id: "een oefening" for exercise in course.exercises}
    for sheet in course.sheets:
        if sheet.id in taken:
            message = f'er is ook {taken[sheet.id]} met de naam "{sheet.id}"'
            yield error(sheet.span, Code.SAME_ID, message, "geef een van beide bestanden een andere naam")
        taken.setdefault(sheet.id, "een blad")


def media(course: Course, today: date) -> Iterator[Problem]:
    for item in walk(course):
        if isinstance(item, Picture):
            if not item.alt:
                name = item.path.rpartition("/")[2]
                tip = f"beschrijf tussen de vierkante haken wat erop te zien is: `![…]({name})`"
                yield error(item.span, Code.NO_ALT, f'de afbeelding "{name}" heeft geen beschrijving', tip)
            if not item.path.lower().endswith(PICTURES):
                yield error(item.span, Code.PICTURE_TYPE, f'"{item.path}" is geen png of jpg', "bewaar ze als .png")
        elif isinstance(item, Fragment) and item.audio and not item.audio.lower().endswith(RECORDINGS):
            yield error(item.span, Code.AUDIO_TYPE, f'"{item.audio}" is geen mp3 of m4a', "bewaar het als .mp3")


def facts(course: Course, today: date) -> Iterator[Problem]:
    """Facts past their date, as far as the session uses them."""
    for fact in reachable(course).facts:
        if fact.expires and fact.expires < today:
            message = f'het feit "{fact.id}" gold tot {fact.expires:%d/%m/%Y}'
            yield warning(fact.span, Code.EXPIRED_FACT, message, "kijk het na en pas `nagekeken:` en `geldig tot:` aan")


def speakers(course: Course, today: date) -> Iterator[Problem]:
    speaking = [slide for part in course.parts for slide in part.slides or (None,)]
    for slide, following in pairwise(speaking):
        if slide is None or following is None:
            continue  # beside a part that could not be read
        known = slide.role.id and following.role.id
        if known and slide.role != following.role and not slide.cue:
            message = f"na deze slide spreekt {following.role.name}, maar niemand geeft het woord"
            yield warning(slide.span, Code.NO_CUE, message, "voeg `### Geef het woord` toe met één zin")


def fit(course: Course, today: date) -> Iterator[Problem]:
    empty = {each.id for each in course.exercises if holds_nothing(each)}
    on = compose.slide_context(course)
    for slide in course.slides:
        if not slide.exercise or slide.exercise.id not in empty:
            yield from compose.problems(on, slide)


def holds_nothing(exercise: Exercise) -> bool:
    """Whether its kind, or all that it is made of, could not be read: that mistake is told already."""
    return not exercise.content.judged and not kind_of(exercise.content).boxes(exercise.content)


CHECKS: tuple[Check, ...] = (
    links,
    references,
    handouts_for_all,
    bundled_sizes,
    titles,
    downloads,
    media,
    facts,
    speakers,
    timing.check_minutes,
    timing.check_speech,
    timing.check_shortenings,
    fit,
)
