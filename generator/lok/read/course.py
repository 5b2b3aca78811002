"""A folder of Dutch Markdown in, Courses and problems out. Reads files, judges nothing but the form of each."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from pathlib import Path

from lok.model import vocabulary as fmt
from lok.model.course import Course, Occasion
from lok.model.names import slug
from lok.model.place import Span
from lok.problems import Code, Problem, did_you_mean, error
from lok.read.agenda import load_agenda
from lok.read.disk import Disk
from lok.read.entries import facts_in_sentences
from lok.read.files import Files
from lok.read.format import SESSION, SLIDES
from lok.read.headings import Outline, blocks, outline, refuse_answer
from lok.read.keys import Fields
from lok.read.media import with_media
from lok.read.memory import Memory
from lok.read.scan import Page
from lok.read.shared import SharedRecords, load_shared
from lok.read.speakers import speakers
from lok.slides.compose import decided
from lok.view import reachable


def load(
    root: Path, session_ids: Sequence[str] = (), memory: Memory | None = None
) -> tuple[tuple[Course, ...], tuple[Problem, ...]]:
    """Load the named sessions, or all of them, with everything they share. Only what could be read comes back.

    With a `memory` of earlier readings, only files that changed are read again.
    """
    files = Files(Disk(root), memory=memory or Memory())
    files.memory.begin()
    found = files.by_id(SESSION.folder)
    if not found:
        tip = f"maak er een met `lok nieuw`, of ga eerst naar de map die {SESSION.folder}/ bevat"
        span = Span(SESSION.folder)
        files.problems.append(error(span, Code.NO_FOLDER, f"in {SESSION.folder}/ staat geen sessie", tip))
        return (), tuple(files.problems)
    library = load_shared(files)
    wanted = tuple(slug(session_id) or session_id for session_id in session_ids or found)
    for session_id in wanted:
        if session_id not in found:
            hint, where = did_you_mean(session_id, found), Span(SESSION.folder)
            files.problems.append(error(where, Code.UNKNOWN_SESSION, f'er is geen sessie "{session_id}"', hint))
    loaded = [_course(files, found[session_id], library) for session_id in wanted if session_id in found]
    facts_in_sentences(files.pages.values(), library.facts, files.problems)
    files.unread({f"{SLIDES.folder}/{session_id}" for session_id in found.keys() - set(wanted)})
    return tuple(course for course in loaded if course is not None), tuple(files.problems)


def load_course(root: Path, session_id: str) -> tuple[Course | None, tuple[Problem, ...]]:
    """Load one session."""
    courses, problems = load(root, [session_id])
    return (courses[0] if courses else None), problems


def _course(files: Files, path: str, library: SharedRecords) -> Course | None:
    page = files.page(path, SESSION)
    if page is None:
        return None
    session_id = slug(Path(path).stem)
    fields = _keys(files, page)
    roles = speakers(fields)
    agenda = load_agenda(files, fields, session_id, roles)
    home = _home(files, page)
    course = Course(
        id=session_id,
        title=fields.text("titel"),
        minutes=fields.minutes("duur") or Decimal(0),
        minutes_span=fields.span_of("duur"),
        roles=roles,
        version=fields.text("versie"),
        updated=fields.date("bijgewerkt") or date(1980, 1, 1),
        address=fields.address("adres"),
        start=fields.time("aanvang"),
        bundle=fields.bundle(fmt.BUNDLE),
        duo_bundle=fields.bundle(fields.one_of(fmt.OWN_BUNDLES)),
        made_by=fields.text(fmt.MADE_BY),
        read_before=fields.papers(fmt.READ_BEFORE),
        take_along=fields.phrases(fmt.TAKE_ALONG),
        occasions=tuple(Occasion(when, pages) for when in fmt.OCCASIONS if (pages := fields.pages(when))),
        help=fields.facts(fmt.HELP),
        span=page.span,
        intro=blocks(page.intro, files.problems),
        sections=home.sections,
        agenda=agenda,
        trainer=home.trainer,
        **vars(library),
    )
    return _whole(files, course)


def _whole(files: Files, course: Course) -> Course:
    """With who reads what, its media and the kind of each slide."""
    if course.roles:
        _readers(files, course)
    return decided(with_media(files, course))


def _keys(files: Files, page: Page) -> Fields:
    fields = Fields(page.keys, SESSION.keys, page.span, files.problems, "in een sessie")
    fields.require(SESSION.required)
    return fields


def _home(files: Files, page: Page) -> Outline:
    """What stands on the start page."""
    refuse_answer(page.headings, 2, files.problems, "op de startpagina")
    return outline(page.headings, files.problems)


def _readers(files: Files, course: Course) -> None:
    """Who reads a fragment aloud must be one of the session's roles, in the cases that the session uses."""
    known = {role.id for role in course.roles} | {*(fmt.ALL_SPEAK if course.together else ())}
    names = [role.name for role in (*course.roles, *course.together)]
    read = ((case.id, each.reader) for case in course.cases for each in case.fragments if each.reader)
    strange = [(case, reader) for case, reader in read if reader.id and reader.id not in known]
    used = {case.id for case in reachable(course).cases} if strange else set()
    for case, reader in strange:
        if case in used:
            message = f'onbekende voorlezer "{reader.id.replace("-", " ")}"'
            files.problems.append(error(reader.span, Code.UNKNOWN_ROLE, message, did_you_mean(reader.id, names)))
