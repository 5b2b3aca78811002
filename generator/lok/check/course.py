"""A loaded course in, problems out: what the parts of a course must be to each other. Changes nothing.

A check is a function of the course and the day of the build; to add one, write it and put it in CHECKS.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date
from itertools import pairwise

from lok.check import timing
from lok.check.links import links, references
from lok.derive.downloads import papered
from lok.exercises import kind_of
from lok.model.audience import Audience
from lok.model.course import Course, Slide
from lok.model.library import Case, Exercise, Sheet
from lok.model.ref import Ref, RefKind
from lok.model.text import Picture
from lok.model.vocabulary import CARD_SIZE, OWN_BUNDLES, PAPER_SIZES
from lok.model.walk import walk
from lok.problems import Code, Problem, error, warning
from lok.render.paper.catalogue import generated
from lok.slides import compose
from lok.view import public, view

Check = Callable[[Course, date], Iterator[Problem]]
"""A course and the day of today in, what is wrong with it out."""


def check_course(course: Course, today: date) -> tuple[Problem, ...]:
    """Everything that is wrong with a course, check by check; `today` decides which facts have expired."""
    return tuple(problem for check in CHECKS for problem in check(course, today))


def handouts_for_all(course: Course, today: date) -> Iterator[Problem]:
    """An error where public text leads to a sheet that holds trainer text only."""
    hidden = {sheet.id for sheet in course.sheets if sheet.for_trainers}
    seen = public(course)
    tips = {id(ref): f"zet het bij `{OWN_BUNDLES[0]}:`" for ref in (seen.bundle.papers if seen.bundle else ())}
    tips |= {id(ref): "haal het hier weg" for ref in seen.read_before}
    for ref in walk(seen):
        if not isinstance(ref, Ref) or ref.id not in hidden:
            continue
        if ref.kind is RefKind.SHEET:
            yield _for_trainers(ref, str(ref), "zet de link onder `## Trainer`")
        elif ref.kind is RefKind.PAPER:
            yield _for_trainers(ref, ref.id, tips.get(id(ref), "noem het bij `nodig:`"))
        elif ref.kind is RefKind.PAGE:
            yield _for_trainers(ref, ref.id, "haal het hier weg")


def _for_trainers(ref: Ref, name: str, tip: str) -> Problem:
    message = f'"{name}" is alleen voor trainers'
    return error(ref.span, Code.LINK_TO_TRAINER_SHEET, message, f"{tip}, of geef het blad tekst buiten `## Trainer`")


def bundled_sizes(course: Course, today: date) -> Iterator[Problem]:
    """A warning for each paper of a bundle that has no A4: a bundle is printed on that."""
    sizes = {item.id: item.paper for item in papered(course)}
    for bundle in (course.bundle, course.duo_bundle):
        for paper in bundle.papers if bundle else ():
            found = sizes.get(paper.id, ())
            if found and not {PAPER_SIZES[0], CARD_SIZE} & set(found):
                message = f'"{paper.id}" is er alleen op {", ".join(found).upper()}; een bundel staat op A4'
                tip = "druk dit blad apart af, of voeg A4 toe bij `papier:`"
                yield warning(paper.span, Code.BUNDLE_SIZE, message, tip)


def titles(course: Course, today: date) -> Iterator[Problem]:
    """An error for each slide with the title or id of an earlier one."""
    seen: dict[str, Slide] = {}
    for slide in course.slides:
        first = seen.setdefault(slide.id, slide)
        if slide.id and first is not slide:
            same = first.title.lower() == slide.title.lower()
            code, what = (Code.SAME_TITLE, "titel") if same else (Code.SAME_ID, "naam")
            message = f'slide {slide.number} heeft dezelfde {what} als slide {first.number} ("{first.title}")'
            yield error(slide.span, code, message, "geef elke slide een eigen titel, of een eigen `id:`")


def page_titles(course: Course, today: date) -> Iterator[Problem]:
    """A warning for each page of the session with the title of an earlier one: a link would not say which it opens."""
    seen: dict[str, Exercise | Sheet] = {}
    for item in papered(view(course, Audience.TRAINER)):
        first = seen.setdefault(item.title.casefold(), item)
        if item.title and first is not item:
            message = f'"{item.title}" heet ook {first.span.path}'
            yield warning(item.span, Code.SAME_TITLE, message, "geef elke pagina een eigen titel")


def downloads(course: Course, today: date) -> Iterator[Problem]:
    """An error for each file whose paper or page another one has already.

    Exercises, sheets and cards share one folder of papers; `index` is the page above those of a kind.
    """
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
    """An error for each picture without description."""
    for item in walk(course):
        if isinstance(item, Picture) and not item.alt:
            name = item.path.rpartition("/")[2]
            tip = f"beschrijf tussen de vierkante haken wat erop te zien is: `![…]({name})`"
            yield error(item.span, Code.NO_ALT, f'de afbeelding "{name}" heeft geen beschrijving', tip)


def facts(course: Course, today: date) -> Iterator[Problem]:
    """A warning for each fact past its date on `today`, as far as the session uses it."""
    for fact in view(course, Audience.TRAINER).facts:
        if fact.expires and fact.expires < today:
            message = f'het feit "{fact.id}" gold tot {fact.expires:%d/%m/%Y}'
            yield warning(fact.span, Code.EXPIRED_FACT, message, "kijk het na en pas `nagekeken:` en `geldig tot:` aan")


def speakers(course: Course, today: date) -> Iterator[Problem]:
    """A warning for each slide after which somebody else speaks, and nobody gives the floor."""
    speaking = [slide for part in course.parts for slide in part.slides or (None,)]
    for slide, following in pairwise(speaking):
        if slide is None or following is None:
            continue  # beside a part that could not be read
        known = slide.role.id and following.role.id
        if known and slide.role != following.role and not slide.cue:
            message = f"na deze slide spreekt {following.role.name}, maar niemand geeft het woord"
            yield warning(slide.span, Code.NO_CUE, message, "voeg `### Geef het woord` toe met één zin")


def fit(course: Course, today: date) -> Iterator[Problem]:
    """A warning for each slide without room for text, table or picture; none where its exercise could not be read."""
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
    page_titles,
    downloads,
    media,
    facts,
    speakers,
    timing.check_minutes,
    timing.check_speech,
    timing.check_demands,
    timing.check_words,
    timing.check_shortenings,
    fit,
)
"""In the order in which they run."""
