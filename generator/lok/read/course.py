"""A folder of Dutch Markdown in, Courses and problems out. Reads files, judges nothing but the form of each."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from functools import partial
from pathlib import Path
from typing import TypeVar

from lok.model import vocabulary as fmt
from lok.model.course import Break, Course, Occasion, Part, Role, together
from lok.model.library import Case, Change, Entry, Exercise, Sheet
from lok.model.names import clean, slug
from lok.model.place import Span
from lok.problems import Code, Problem, closest, did_you_mean, error, warning
from lok.read.cases import load_case
from lok.read.disk import Disk
from lok.read.entries import facts_in_sentences, load_changes, load_entries, without_cycles
from lok.read.exercises import exercise_format, load_exercise
from lok.read.files import Files, nothing
from lok.read.format import (
    CARDS,
    CASE,
    CHANGES,
    EXERCISE,
    FACTS,
    REFERENCES,
    SESSION,
    SHEET,
    SLIDES,
    TERMS,
    FileFormat,
)
from lok.read.headings import blocks, outline, refuse_answer
from lok.read.keys import Fields
from lok.read.made_slides import with_made_slides
from lok.read.media import with_media
from lok.read.memory import Memory
from lok.read.scan import KEY, KeyTest, Page, Value, scan
from lok.read.sheets import load_cards, load_sheet
from lok.read.slides import Roles, load_part, numbered
from lok.read.speakers import speakers
from lok.read.values import parse_minutes
from lok.slides.compose import decided
from lok.view import reachable

Record = TypeVar("Record")


@dataclass(frozen=True)
class SharedRecords:
    """All that sessions share: every case, exercise, sheet and entry of a project."""

    cases: tuple[Case, ...]
    exercises: tuple[Exercise, ...]
    sheets: tuple[Sheet, ...]
    facts: tuple[Entry, ...]
    terms: tuple[Entry, ...]
    references: tuple[Entry, ...]
    changes: tuple[Change, ...]


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


def load_shared(files: Files) -> SharedRecords:
    """The records that several sessions may use, from all files of the project."""
    return SharedRecords(
        _records(files, CASE, load_case),
        _records(files, EXERCISE, load_exercise),
        (*_records(files, SHEET, load_sheet), *_records(files, CARDS, load_cards)),
        without_cycles(_entries(files, FACTS), files.problems),
        _entries(files, TERMS),
        _entries(files, REFERENCES),
        _changes(files),
    )


def _records(files: Files, form: FileFormat, read: Callable[[Page, str, list[Problem]], Record]) -> tuple[Record, ...]:
    found: list[Record] = []
    for record_id, path in files.by_id(form.folder).items():
        page = files.page(path, form)
        if page is None:
            found.append(read(nothing(path), record_id, []))
        else:
            make = partial(_read, read, page, record_id)
            found.append(files.memory.kept(("record", path, page.source.raw), files.problems, make))
    return tuple(found)


def _read(
    read: Callable[[Page, str, list[Problem]], Record], page: Page, record_id: str, problems: list[Problem]
) -> Record:
    exercise = page.source.path.startswith(f"{EXERCISE.folder}/")
    return read(_scanned_again(page) if exercise else page, record_id, problems)


def _scanned_again(page: Page) -> Page:
    """An exercise whose kind gives keys to its headings, with those keys."""
    extra = exercise_format(page)
    for level, names in ((extra.keyed_level, extra.heading_keys), (2, extra.group_keys)):
        if names:
            keyed = scan(page.source, frozenset({level}), KeyTest(frozenset(names), keyless=fmt.KEYLESS)).headings
            pairs = zip(page.headings, keyed, strict=True)
            page = replace(page, headings=tuple(new if new.level == level else old for old, new in pairs))
    return page


def _entries(files: Files, form: FileFormat) -> tuple[Entry, ...]:
    if not (files.disk.root / form.folder).is_file():
        return ()
    page = files.page(form.folder, form)
    entries: tuple[Entry, ...] = ()
    if page:
        key = "entries", form.folder, page.source.raw
        entries = files.memory.kept(key, files.problems, partial(load_entries, page, form))
    seen: set[str] = set()
    for entry in entries:
        if entry.id and entry.id in seen:
            tip = "geef een van beide een andere naam"
            files.problems.append(error(entry.span, Code.SAME_ID, f'"{entry.title}" staat hier twee keer', tip))
        seen.add(entry.id)
    return entries


def _changes(files: Files) -> tuple[Change, ...]:
    if not (files.disk.root / CHANGES.folder).is_file():
        return ()
    page = files.page(CHANGES.folder, CHANGES)
    return load_changes(page, files.problems) if page else ()


def _course(files: Files, path: str, library: SharedRecords) -> Course | None:
    page = files.page(path, SESSION)
    if page is None:
        return None
    session_id = slug(Path(path).stem)
    fields = Fields(page.keys, SESSION.keys, page.span, files.problems, "in een sessie")
    fields.require(SESSION.required)
    roles = speakers(fields)
    agenda = _agenda(files, fields, session_id, roles)
    refuse_answer(page.headings, 2, files.problems, "op de startpagina")
    home = outline(page.headings, files.problems)
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
        duo_bundle=fields.bundle(fmt.DUO_BUNDLE),
        made_by=fields.text(fmt.MADE_BY),
        occasions=tuple(Occasion(when, pages) for when in fmt.OCCASIONS if (pages := fields.pages(when))),
        help=fields.facts(fmt.HELP),
        span=page.span,
        intro=blocks(page.intro, files.problems),
        sections=home.sections,
        agenda=agenda,
        cases=library.cases,
        exercises=library.exercises,
        sheets=library.sheets,
        facts=library.facts,
        terms=library.terms,
        references=library.references,
        trainer=home.trainer,
        changes=library.changes,
    )
    if roles:
        _readers(files, course)
    return decided(with_media(files, course))


def _agenda(files: Files, fields: Fields, session_id: str, roles: Sequence[Role]) -> tuple[Part | Break, ...]:
    folder = f"{SLIDES.folder}/{session_id}"
    known = files.by_id(folder)
    agenda: list[Part | Break] = []
    used: set[str] = set()
    if not known and fields.items("delen"):
        message, tip = f"de map {folder}/ met de slides ontbreekt of is leeg", "maak de map, met één bestand per deel"
        files.problems.append(error(fields.span_of("delen"), Code.NO_FOLDER, message, tip))
    for value in fields.items("delen"):
        part_id = slug(value.text)
        if KEY.match(value.text):
            agenda.extend(_break(files, value))
        elif part_id in used:
            files.problems.append(
                error(value.span, Code.SAME_PART, f'"{value.text}" staat twee keer', "haal er één weg")
            )
        elif part_id in known:
            agenda.append(_part(files, known[part_id], part_id, roles))
        else:
            near = _unnumbered(part_id, known.keys() - used) or closest(part_id, known.keys() - used)
            hint = f'bedoelde je "{near}"?' if near else f"de bestanden staan in {folder}/"
            used.add(near or part_id)
            if known:
                files.problems.append(error(value.span, Code.UNKNOWN_PART, f'er is geen deel "{value.text}"', hint))
            agenda.append(Part(part_id, "", value.span, ()))
        used.add(part_id)
    for part_id in known.keys() - used:
        tip = f"voeg `- {part_id}` toe onder `delen:`"
        files.problems.append(warning(Span(known[part_id]), Code.UNUSED_PART, "dit deel staat in geen sessie", tip))
    whole = with_made_slides(agenda, fields.text("titel"))
    parts = iter(numbered([item for item in whole if isinstance(item, Part)]))
    return tuple(next(parts) if isinstance(item, Part) else item for item in whole)


def _unnumbered(part_id: str, known: Iterable[str]) -> str | None:
    """The part that has this name behind its number: `01-kijken` for `kijken`."""
    return next((each for each in sorted(known) if each.lstrip("0123456789-") == part_id), None)


def _part(files: Files, path: str, part_id: str, roles: Sequence[Role]) -> Part:
    page = files.page(path, SLIDES)
    by_id: Roles = {role.id: role for role in (*roles, *together(tuple(roles)))}
    if page is None or not roles:  # without roles every `wie:` would raise an error of its own
        return Part(part_id, "", Span(path), ())
    key = "part", path, page.source.raw, tuple(roles)
    return files.memory.kept(key, files.problems, partial(load_part, page, part_id, by_id))


def _readers(files: Files, course: Course) -> None:
    """Who reads a fragment aloud must be one of the session's roles, in the cases that the session uses."""
    known = {role.id for role in course.roles} | {*(fmt.ALL_SPEAK if course.together else ())}
    names = [role.name for role in (*course.roles, *course.together)]
    for case in reachable(course).cases:
        for fragment in case.fragments:
            reader = fragment.reader
            if reader and reader.id and reader.id not in known:
                hint = did_you_mean(reader.id, names)
                files.problems.append(
                    error(reader.span, Code.UNKNOWN_ROLE, f'onbekende voorlezer "{reader.id.replace("-", " ")}"', hint)
                )


def _break(files: Files, value: Value) -> Iterable[Break]:
    match = KEY.match(value.text)
    assert match is not None
    name, length = clean(match.group(1)).lower(), parse_minutes(clean(match.group(2)))
    if name not in fmt.BREAKS:
        hint = did_you_mean(name, fmt.BREAKS)
        files.problems.append(error(value.span, Code.UNKNOWN_PART, f'"{name}" is geen deel en geen pauze', hint))
    elif length is None:
        tip = f"schrijf bijvoorbeeld `- {name}: 5 minuten`"
        files.problems.append(error(value.span, Code.BAD_NUMBER, f'"{value.text}" noemt geen minuten', tip))
    else:
        yield Break(name, length, value.span)
