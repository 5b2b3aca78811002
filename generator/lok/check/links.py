"""What points to something, in text or by key: a course in, an error for each that leads nowhere out."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import fields, is_dataclass
from datetime import date

from lok.model.course import Course
from lok.model.library import Case, Entry, Fragment
from lok.model.links import followed
from lok.model.names import slug
from lok.model.place import Span
from lok.model.plain import inline_text
from lok.model.ref import LINK_KINDS, Ref, RefKind
from lok.model.shared import Shared, targets
from lok.model.text import Link, Section
from lok.model.vocabulary import TRAINER, WEB_LINKS
from lok.model.walk import walk
from lok.problems import Code, Problem, did_you_mean, error, shortened

Targets = Mapping[RefKind, Mapping[str, Shared]]
"""What can be named, by kind and id."""


def links(course: Course, today: date) -> Iterator[Problem]:
    """An error for each link without words, to nowhere, or with another number than the fact that it leads to.

    Also for each fact that is to be printed where it stands and does not exist.
    """
    known = targets(course)
    linked: set[int] = set()
    for item in walk(course):
        if isinstance(item, Link):
            linked.add(id(item.target))
            yield from _link(item, known)
        elif isinstance(item, Ref) and id(item) not in linked and _is_lost_fact(item, known):
            yield _unknown(item, known)


def _is_lost_fact(ref: Ref, known: Targets) -> bool:
    return ref.kind is RefKind.FACT and ref.id not in known[ref.kind]


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
