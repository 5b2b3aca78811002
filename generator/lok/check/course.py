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
from lok.derive.downloads import papered
from lok.exercises import kind_of
from lok.model.audience import Audience
from lok.model.course import Course, Slide
from lok.model.library import Case, Entry, Exercise, Fragment, Sheet
from lok.model.links import followed
from lok.model.names import slug
from lok.model.place import Span
from lok.model.plain import inline_text
from lok.model.ref import LINK_KINDS, Ref, RefKind
from lok.model.shared import Shared, targets
from lok.model.text import Link, Picture, Section
from lok.model.vocabulary import CARD_SIZE, DUO_BUNDLE, PAPER_SIZES, TRAINER, WEB_LINKS
from lok.model.walk import walk
from lok.problems import Code, Problem, did_you_mean, error, shortened, warning
from lok.render.paper.catalogue import generated
from lok.slides import compose
from lok.view import public, reachable

Check = Callable[[Course, date], Iterator[Problem]]
"""A course and the day of today in, what is wrong with it out."""
Targets = Mapping[RefKind, Mapping[str, Shared]]
"""What can be named, by kind and id."""


def check_course(course: Course, today: date) -> tuple[Problem, ...]:
    """Everything that is wrong with a course, check by check; `today` decides which facts have expired."""
    return tuple(problem for check in CHECKS for problem in check(course, today))


def links(course: Course, today: date) -> Iterator[Problem]:
    """An error for each link without words, to nowhere, or with another number than the fact that it leads to.

    Also for each fact that is to be printed where it stands and does not exist.
    """
    known = targets(course)
    texts = tuple(item for item in walk(course) if isinstance(item, Link))
    linked = {id(link.target) for link in texts}
    for link in texts:
        yield from _link(link, known)
    for ref in walk(course):
        if (
            isinstance(ref, Ref)
            and ref.kind is RefKind.FACT
            and id(ref) not in linked
            and ref.id not in known[ref.kind]
        ):
            yield _unknown(ref, known)


def _link(link: Link, known: Targets) -> Iterator[Problem]:
    text, target = inline_text(link.children).strip(), link.target
    if not text:
        yield error(link.span, Code.NO_LINK_TEXT, "deze link heeft geen woorden", "schrijf `[woorden](…)`")
    if not isinstance(target, Ref):
        yield from _web_link(link.span, target)
    elif target.id not in known[target.kind]:
        yield _unknown(target, known)
    else:
        record = known[target.kind][target.id]
        if target.anchor and readable(record) and target.anchor not in (places := set(_anchors(record))):
            message = f'"{target.id}" heeft geen plaats "{target.anchor}"'
            yield error(link.span, Code.UNKNOWN_ANCHOR, message, did_you_mean(target.anchor, places))
        elif isinstance(record, Entry) and target.kind is RefKind.FACT:
            yield from _quoted_fact(link, text, record)


def _web_link(span: Span, target: str) -> Iterator[Problem]:
    """An address that no browser or mail program opens."""
    kind, colon, _ = target.partition(":")
    if followed(target):
        return
    if colon and kind.lower() in WEB_LINKS:
        tip = "kijk het na: `https://voorbeeld.be/pagina`, `mailto:an@voorbeeld.be` of `tel:+3221234567`"
        yield error(span, Code.BAD_ADDRESS, f'"{shortened(target)}" is geen adres dat een browser kan openen', tip)
        return
    kinds = (*LINK_KINDS, *WEB_LINKS)
    if target.startswith("#"):
        tip = "een link naar dezelfde pagina kan in een casus, een oefening of een blad"
        yield error(span, Code.UNKNOWN_LINK, f'"{target}" leidt hier nergens heen', tip)
        return
    hint = did_you_mean(kind, kinds) if colon else f"een link begint met een van deze: {', '.join(kinds)}"
    yield error(span, Code.UNKNOWN_LINK, f'"{target}" is geen link die we kennen', hint)


def _quoted_fact(link: Link, text: str, fact: Entry) -> Iterator[Problem]:
    """A number in a link to a fact must be the fact's own."""
    digits = re.sub(r"\D", "", text)
    if digits and digits not in re.sub(r"\D", "", fact.short):
        hint = f'volgens {fact.span.path} is het "{fact.short}"'
        yield error(link.span, Code.FACT_DIFFERS, f'"{text}" klopt niet met het feit "{fact.id}"', hint)


def readable(record: Shared) -> bool:
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


def _unknown(ref: Ref, known: Targets) -> Problem:
    code = Code(f"{ref.kind}-onbekend")
    return error(ref.span, code, f'er is geen {ref.kind} "{ref.id}"', _named(ref, known))


def _named(ref: Ref, known: Targets) -> str:
    """What an author may have meant: a title instead of a name, else a name that resembles it."""
    for id, record in known[ref.kind].items():
        if slug(record.name if isinstance(record, Case) else record.title) == ref.id:
            return f'dat is een titel; schrijf de naam van het bestand: "{id}"'
    return did_you_mean(ref.id, known[ref.kind])


def references(course: Course, today: date) -> Iterator[Problem]:
    """An error for each record that a slide, a bundle or the session names by key and that does not exist."""
    known = targets(course)
    for slide in course.slides:
        if slide.case and slide.case.id not in known[RefKind.CASE]:
            yield _unknown(slide.case, known)
        elif slide.case and slide.case.anchor:
            yield from _fragment(slide.case, known[RefKind.CASE][slide.case.id])
        if slide.exercise and slide.exercise.id not in known[RefKind.EXERCISE]:
            yield _unknown(slide.exercise, known)
    yield from (_unknown(ref, known) for ref in course.help if ref.id not in known[ref.kind])
    for item in walk((course.agenda, course.bundle, course.duo_bundle, course.read_before)):
        if isinstance(item, Ref) and item.kind is RefKind.PAPER and item.id not in known[item.kind]:
            hint = _named(item, known)
            yield error(item.span, Code.UNKNOWN_SHEET, f'er is geen blad of oefening "{item.id}"', hint)
    for page in (page for occasion in course.occasions for page in occasion.pages):
        if page.id not in known[page.kind]:
            hint = did_you_mean(page.id, known[page.kind])
            yield error(page.span, Code.UNKNOWN_SHEET, f'er is geen casus, oefening of blad "{page.id}"', hint)


def _fragment(ref: Ref, case: Shared) -> Iterator[Problem]:
    places = [item.id for item in walk(case) if isinstance(item, Fragment)]
    if readable(case) and ref.anchor not in places:
        tip = f"kies uit: {', '.join(places).replace('-', ' ')}"
        message = f'casus "{ref.id}" heeft geen "{ref.anchor.replace("-", " ")}"'
        yield error(ref.span, Code.UNKNOWN_FRAGMENT, message, tip)


def handouts_for_all(course: Course, today: date) -> Iterator[Problem]:
    """An error where public text leads to a sheet that holds trainer text only."""
    hidden = {sheet.id for sheet in course.sheets if sheet.for_trainers}
    seen = public(course)
    tips = {id(ref): f"zet het bij `{DUO_BUNDLE}:`" for ref in (seen.bundle.papers if seen.bundle else ())}
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
    for item in papered(reachable(course)):
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
    for fact in reachable(course).facts:
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
