"""The programme of a session: its parts, each from a file of slides, and its breaks."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from contextlib import suppress
from functools import partial

from lok.model import vocabulary as fmt
from lok.model.course import Break, Part, Role, together
from lok.model.names import clean, slug
from lok.model.place import Span
from lok.problems import Code, closest, did_you_mean, error, warning
from lok.read.files import Files
from lok.read.format import SLIDES
from lok.read.keys import Fields
from lok.read.made_slides import with_made_slides
from lok.read.scan import KEY, Value
from lok.read.slides import Roles, load_part, numbered
from lok.read.values import parse_minutes

TITLE = re.compile(r"(?mi)^deel\s*:(.+)$")


def load_agenda(files: Files, fields: Fields, session_id: str, roles: Sequence[Role]) -> tuple[Part | Break, ...]:
    """What the key `delen` names, in order: parts with their slides, numbered through, and breaks.

    A part that is not there stays, empty, so that the places of the others are right.
    """
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
            left = {each: path for each, path in known.items() if each not in used}
            near = _titled(files, left, part_id) or _unnumbered(part_id, left) or closest(part_id, left)
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


def _titled(files: Files, known: Mapping[str, str], title: str) -> str | None:
    """The part whose file calls it so under `deel:`: that is what an author sees everywhere else."""
    for part_id, path in sorted(known.items()):
        with suppress(OSError):  # which is told where the file is read
            text = (files.disk.real(path) or files.disk.root / path).read_text(encoding="utf-8", errors="replace")
            called = TITLE.search(text)
            if called and slug(called.group(1)) == title:
                return part_id
    return None


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
