"""A folder of Dutch Markdown in, Courses and problems out. Reads files, judges nothing but the form of each."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import TypeVar

from lok import format as fmt
from lok.fields import Fields, minutes
from lok.load_pages import exercise_format, load_case, load_entries, load_exercise, load_sheet
from lok.load_slides import load_part, numbered
from lok.model import (
    Break,
    Case,
    Course,
    Entry,
    Exercise,
    Fragment,
    Media,
    Part,
    Picture,
    Role,
    Sheet,
    walk,
)
from lok.outline import blocks, outline
from lok.pitfalls import pitfalls
from lok.problem import Problem, did_you_mean, error, warning
from lok.source import KEY, KeyTest, Page, Source, Span, Value, clean, scan

Record = TypeVar("Record")
CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f\u2028\u2029\ufffe\uffff]")


@dataclass(frozen=True)
class Library:
    """All that sessions share: every case, exercise, sheet and entry of a project."""

    cases: tuple[Case, ...]
    exercises: tuple[Exercise, ...]
    sheets: tuple[Sheet, ...]
    facts: tuple[Entry, ...]
    terms: tuple[Entry, ...]
    references: tuple[Entry, ...]


@dataclass
class _Files:
    """The files of one project as they are read; problems gather here."""

    root: Path
    problems: list[Problem] = field(default_factory=list)

    def under(self, folder: str) -> list[str]:
        """The Markdown files of a folder, in order of their names."""
        return sorted(p.relative_to(self.root).as_posix() for p in (self.root / folder).glob("*.md") if p.is_file())

    def page(self, path: str, form: fmt.FileFormat) -> Page | None:
        """Read and scan one file, with its pitfalls; None where nothing can be made of it."""
        source = self._decode(path)
        if source is None:
            return None
        levels = frozenset({2} if form.heading_keys else set())
        page = scan(source, levels, KeyTest(frozenset(form.heading_keys)))
        if page.front_matter_open:
            tip = "sluit de sleutels bovenaan af met een regel `---`"
            self.problems.append(error(page.span, "voorblad-open", "de sleutels bovenaan zijn niet afgesloten", tip))
            return None
        self.problems.extend(pitfalls(page))
        return page

    def _decode(self, path: str) -> Source | None:
        raw = (self.root / path).read_bytes()
        try:
            source = Source.decode(path, raw)
        except UnicodeDecodeError as wrong:
            span = Span(path, raw.count(b"\n", 0, wrong.start) + 1, wrong.start - raw.rfind(b"\n", 0, wrong.start))
            tip = "bewaar het bestand opnieuw als UTF-8"
            self.problems.append(error(span, "niet-utf8", "dit bestand is geen UTF-8-tekst", tip))
            return None
        if not source.text.strip():
            self.problems.append(error(Span(path), "bestand-leeg", "dit bestand is leeg", "vul het aan of verwijder het"))
            return None
        for n, line in enumerate(source.text.split("\n"), 1):
            for match in CONTROL.finditer(line):
                span = Span(path, n, match.start() + 1)
                tip = "verwijder het en typ de tekst opnieuw"
                self.problems.append(error(span, "stuurteken", "hier staat een onzichtbaar teken", tip))
        return None if CONTROL.search(source.text.replace("\n", "")) else source


def load(root: Path, session_ids: Sequence[str] = ()) -> tuple[tuple[Course, ...], tuple[Problem, ...]]:
    """Load the named sessions, or all of them, with everything they share. Only what could be read comes back."""
    files = _Files(root)
    found = {fmt.slug(Path(path).stem): path for path in files.under(fmt.SESSION.folder)}
    if not found:
        tip = f"zet er een bestand met `titel:` en `delen:`, of begin in de map die {fmt.SESSION.folder}/ bevat"
        span = Span(fmt.SESSION.folder)
        files.problems.append(error(span, "map-ontbreekt", f"in {fmt.SESSION.folder}/ staat geen sessie", tip))
        return (), tuple(files.problems)
    library = load_library(files)
    courses = []
    for session_id in session_ids or found:
        path = found.get(fmt.slug(session_id))
        if path is None:
            hint = did_you_mean(session_id, found)
            where = Span(fmt.SESSION.folder)
            files.problems.append(error(where, "sessie-onbekend", f'er is geen sessie "{session_id}"', hint))
        elif (course := _course(files, path, library)) is not None:
            courses.append(course)
    return tuple(courses), tuple(files.problems)


def load_course(root: Path, session_id: str) -> tuple[Course | None, tuple[Problem, ...]]:
    """Load one session."""
    courses, problems = load(root, [session_id])
    return (courses[0] if courses else None), problems


def load_library(files: _Files) -> Library:
    return Library(
        _records(files, fmt.CASE, load_case),
        _records(files, fmt.EXERCISE, load_exercise),
        _records(files, fmt.SHEET, load_sheet),
        _entries(files, fmt.FACTS),
        _entries(files, fmt.TERMS),
        _entries(files, fmt.REFERENCES),
    )


def _records(
    files: _Files, form: fmt.FileFormat, read: Callable[[Page, str, list[Problem]], Record]
) -> tuple[Record, ...]:
    found: dict[str, Record] = {}
    for path in files.under(form.folder):
        page = files.page(path, form)
        if page is not None and form is fmt.EXERCISE:
            page = files_again(page)
        record_id = fmt.slug(Path(path).stem)
        if record_id in found:
            tip = "geef een van beide bestanden een andere naam"
            files.problems.append(error(Span(path), "id-dubbel", f'"{record_id}" bestaat al', tip))
        elif page is not None:
            found[record_id] = read(page, record_id, files.problems)
    return tuple(found.values())


def files_again(page: Page) -> Page:
    """Scan an exercise once more when its kind gives keys to its headings."""
    extra = exercise_format(page)
    if not extra.heading_keys:
        return page
    return scan(page.source, frozenset({2}), KeyTest(frozenset(extra.heading_keys)))


def _entries(files: _Files, form: fmt.FileFormat) -> tuple[Entry, ...]:
    if not (files.root / form.folder).is_file():
        return ()
    page = files.page(form.folder, form)
    entries = load_entries(page, form, files.problems) if page else ()
    seen: set[str] = set()
    for entry in entries:
        if entry.id in seen:
            tip = "geef een van beide een andere naam"
            files.problems.append(error(entry.span, "id-dubbel", f'"{entry.title}" staat hier twee keer', tip))
        seen.add(entry.id)
    return entries


def _course(files: _Files, path: str, library: Library) -> Course | None:
    page = files.page(path, fmt.SESSION)
    if page is None:
        return None
    session_id = fmt.slug(Path(path).stem)
    fields = Fields(page.keys, fmt.SESSION.keys, page.span, files.problems, "in een sessie")
    fields.require(fmt.SESSION.required)
    roles = _roles(fields)
    agenda = _agenda(files, fields, session_id, roles, library.exercises)
    home = outline(page.headings, files.problems)
    duration, updated = fields.minutes("duur"), fields.date("bijgewerkt")
    course = Course(
        id=session_id,
        title=fields.text("titel"),
        minutes=Decimal(0) if duration is None else duration,
        roles=(roles[0], roles[1]),
        version=fields.text("versie"),
        updated=updated or date(1980, 1, 1),
        address=fields.text("adres"),
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
    )
    return replace(course, media=_media(files, course))


def _roles(fields: Fields) -> tuple[Role, Role, Role]:
    """The two of the session in order, and both together."""
    names = fields.split("duo")
    if names and len(names) != 2:
        tip = "schrijf bijvoorbeeld `duo: arts, psycholoog`"
        fields.problems.append(error(names[0].span, "duo-ongeldig", "een duo telt twee rollen", tip))
    texts = [*(value.text.lower() for value in names[:2]), "?", "??"]
    one, other = (Role(fmt.slug(text) or text, text, place) for place, text in enumerate(texts[:2]))
    return one, other, Role(fmt.DUO, fmt.DUO, 2)


def _agenda(
    files: _Files, fields: Fields, session_id: str, roles: Sequence[Role], exercises: Sequence[Exercise]
) -> tuple[Part | Break, ...]:
    folder = f"{fmt.SLIDES.folder}/{session_id}"
    known = {fmt.slug(Path(path).stem): path for path in files.under(folder)}
    agenda: list[Part | Break] = []
    used: set[str] = set()
    for value in fields.items("delen"):
        if KEY.match(value.text):
            agenda.extend(_break(files, value))
            continue
        part_id = fmt.slug(value.text)
        if part_id not in known:
            hint = did_you_mean(part_id, known, shown=0) or f"de bestanden staan in {folder}/"
            files.problems.append(error(value.span, "deel-onbekend", f'er is geen deel "{value.text}"', hint))
        elif part_id in used:
            files.problems.append(error(value.span, "deel-dubbel", f'"{value.text}" staat twee keer', "haal er één weg"))
        else:
            used.add(part_id)
            page = files.page(known[part_id], fmt.SLIDES)
            if page is not None:
                by_id = {role.id: role for role in roles}
                agenda.append(load_part(page, part_id, by_id, {e.id: e for e in exercises}, files.problems))
    for part_id in known.keys() - used:
        tip = f"voeg `- {part_id}` toe onder `delen:`"
        files.problems.append(warning(Span(known[part_id]), "deel-ongebruikt", "dit deel staat in geen sessie", tip))
    parts = iter(numbered([item for item in agenda if isinstance(item, Part)]))
    return tuple(next(parts) if isinstance(item, Part) else item for item in agenda)


def _break(files: _Files, value: Value) -> Iterable[Break]:
    match = KEY.match(value.text)
    assert match is not None
    name, length = clean(match.group(1)).lower(), minutes(clean(match.group(2)))
    if name not in fmt.BREAKS:
        hint = did_you_mean(name, fmt.BREAKS)
        files.problems.append(error(value.span, "deel-onbekend", f'"{name}" is geen deel en geen pauze', hint))
    elif length is None:
        tip = f"schrijf bijvoorbeeld `- {name}: 5 minuten`"
        files.problems.append(error(value.span, "getal-ongeldig", f'"{value.text}" noemt geen minuten', tip))
    else:
        yield Break(name, length, value.span)


def _media(files: _Files, course: Course) -> tuple[Media, ...]:
    """The pictures and recordings that the course names, read once each; a missing one is a problem at its line."""
    wanted: Mapping[str, None] = dict.fromkeys(_wanted(files, course))
    return tuple(Media(path, (files.root / path).read_bytes()) for path in sorted(wanted))


def _wanted(files: _Files, course: Course) -> Iterable[str]:
    for record in walk(course):
        if isinstance(record, Picture):
            code, name, path, span = "afbeelding-ontbreekt", "de afbeelding", record.path, record.span
        elif isinstance(record, Fragment) and record.audio:
            code, name, path, span = "audio-ontbreekt", "het geluidsbestand", record.audio, record.span
        else:
            continue
        if (files.root / path).is_file():
            yield path
        else:
            near = sorted(p.name for p in (files.root / path).parent.glob("*") if p.suffix != ".md")
            hint = did_you_mean(Path(path).name, near) or f"zet het bestand in {Path(path).parent.as_posix()}/"
            files.problems.append(error(span, code, f'{name} "{Path(path).name}" bestaat niet', hint))
