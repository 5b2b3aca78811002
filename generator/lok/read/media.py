"""The pictures and recordings that a course names: known by their bytes, each read once."""

from __future__ import annotations

import posixpath
from collections.abc import Mapping
from dataclasses import dataclass, fields, is_dataclass, replace
from typing import TypeVar, cast

from lok.model.course import Course
from lok.model.library import Media
from lok.model.text import Attachment, Picture, Recording
from lok.model.walk import walk
from lok.problems import Code, Problem, did_you_mean, error, warning
from lok.read import documents, pictures, recordings
from lok.read.disk import ignored, spellings
from lok.read.files import Files

Anything = TypeVar("Anything")
Named = Picture | Recording | Attachment
CODES = {
    Picture: (Code.NO_PICTURE, "de afbeelding"),
    Recording: (Code.NO_AUDIO, "het geluidsbestand"),
    Attachment: (Code.NO_DOCUMENT, "het bestand"),
}
"""Of what does not exist, with how it is called."""
MEGABYTE = 1_000_000
MOST_BYTES = 100 * MEGABYTE
SIGNATURES = (
    (b"GIF8", 0, "een GIF"),
    (b"WEBP", 8, "een WebP"),
    (b"ftyphei", 4, "een HEIC"),
    (b"ftyphev", 4, "een HEIC"),
    (b"ftypmif1", 4, "een HEIC"),
    (b"ftypavif", 4, "een AVIF"),
    (b"BM", 0, "een BMP"),
    (b"II*\0", 0, "een TIFF"),
    (b"MM\0*", 0, "een TIFF"),
    (b"%PDF", 0, "een PDF"),
    (b"WAVE", 8, "een WAV"),
    (b"OggS", 0, "een Ogg"),
    (b"fLaC", 0, "een FLAC"),
)
"""What else people bring in, by the bytes at a place."""
IPHONE = (
    "zo bewaart een iPhone: zet de foto om naar .jpg, of kies Instellingen > Camera > Structuren > Meest compatibel"
)


@dataclass(frozen=True)
class Refused:
    """Why a file cannot be used; told at each line that names it."""

    code: Code
    message: str
    hint: str


def with_media(files: Files, course: Course) -> Course:
    """The course with its media; what is missing or cannot be used is a problem at its line."""
    names: dict[str, str] = {}
    found: dict[str, Media] = {}
    for record in walk(course):
        if not isinstance(record, Named):
            continue
        name = files.disk.meant(record.path)
        made = _read(files, name, type(record)) if name else _missing(files, record)
        if isinstance(made, Refused):
            files.problems.append(error(record.span, made.code, made.message, made.hint))
            continue
        found[made.path] = made
        if isinstance(record, Attachment) and not documents.tagged(made.data):
            files.problems.append(_unread(record))
        if made.path != record.path:
            names[record.path] = made.path
    return replace(_renamed(course, names) if names else course, media=tuple(found[path] for path in sorted(found)))


def _renamed(record: Anything, names: Mapping[str, str]) -> Anything:
    """The same record, however deep, with the one name of each file."""
    if isinstance(record, tuple):
        return cast(Anything, tuple(_renamed(each, names) for each in record))
    if isinstance(record, Named):
        return cast(Anything, replace(record, path=names.get(record.path, record.path)))
    if not is_dataclass(record) or isinstance(record, type):
        return record
    return replace(record, **{item.name: _renamed(getattr(record, item.name), names) for item in fields(record)})


def _missing(files: Files, record: Named) -> Refused:
    written = spellings(record.path)[-1]
    folder, name = posixpath.split(written)
    real = files.disk.real(folder)
    near = [each for each in files.disk.names(folder) if "." in each and not ignored(each) and not each.endswith(".md")]
    if real is None or not real.is_dir():
        folder = posixpath.dirname(record.span.path)
    code, what = CODES[type(record)]
    message = f'{what} "{posixpath.basename(record.path)}" bestaat niet'
    if other := files.disk.other_case(written):
        right = posixpath.relpath(other, posixpath.dirname(record.span.path))
        return Refused(code, message, f'schrijf "{right}": hoofdletters tellen mee')
    return Refused(code, message, did_you_mean(name, near) or f"zet het bestand in {folder}/")


def _unread(record: Attachment) -> Problem:
    """Who hears a page needs to hear what is a heading and what a list."""
    message = f'"{posixpath.basename(record.path)}" heeft geen labels: wie slecht ziet, kan het niet laten voorlezen'
    tip = "vraag de maker een toegankelijke PDF, of vat op de pagina samen wat erin staat"
    return warning(record.span, Code.UNTAGGED_DOCUMENT, message, tip)


def _read(files: Files, name: str, kind: type[Named]) -> Media | Refused:
    """The file with this name as it is published, read once however many lines of however many sessions name it."""
    if (name, kind) not in files.media:
        files.media[name, kind] = _opened(files, name, kind)
    return cast(Media | Refused, files.media[name, kind])


def _opened(files: Files, name: str, kind: type[Named]) -> Media | Refused:
    path, called = files.disk.real(name), posixpath.basename(name)
    assert path is not None
    try:
        if path.stat().st_size > MOST_BYTES:
            tip = "bewaar het kleiner: een foto van 2560 pixels breed is groot genoeg"
            return Refused(Code.FILE_TOO_LARGE, f'"{called}" is groter dan {MOST_BYTES // MEGABYTE} MB', tip)
        data = path.read_bytes()
    except OSError:
        return Refused(Code.UNREADABLE_FILE, f'"{called}" kan niet geopend worden', "kijk na of je het mag openen")
    try:
        if kind is Recording:
            return Media(name, recordings.published(data))
        if kind is Attachment:
            return Media(name, documents.published(data))
        return Media(name, *pictures.published(data))
    except pictures.TooLargeError as large:
        tip = f"bewaar het beeld kleiner: {pictures.LONGEST} pixels breed is groot genoeg"
        message = f'"{called}" telt {large.args[0]} megapixel, en meer dan {large.args[1]} kan niet'
        return Refused(Code.FILE_TOO_LARGE, message, tip)
    except ValueError:
        return _unfit(called, data, kind)


def _unfit(called: str, data: bytes, kind: type[Named]) -> Refused:
    other = _sort(data)
    but = f", maar {other}" if other else ""
    if kind is Attachment:
        tip = "open het, kijk of het heel is en geen wachtwoord vraagt, en bewaar het opnieuw als .pdf"
        return Refused(Code.DOCUMENT_TYPE, f'"{called}" is geen (hele, open) PDF{but}', tip)
    if kind is Recording:
        tip = "open de opname, luister of ze heel is, en bewaar ze opnieuw als .mp3 of .m4a"
        return Refused(Code.AUDIO_TYPE, f'"{called}" is geen (hele) MP3 of M4A{but}', tip)
    tip = IPHONE if other.endswith("HEIC") else "open het beeld en bewaar het opnieuw als .png of .jpg"
    return Refused(Code.PICTURE_TYPE, f'"{called}" is geen (hele) PNG of JPEG{but}', tip)


def _sort(data: bytes) -> str:
    """What the file is as an author calls it; "" where nobody knows."""
    if not data.strip(b"\0"):
        return "een leeg bestand"
    for sign, at, name in SIGNATURES:
        if data.startswith(sign, at):
            return name
    head = data[:1000].lower()
    return "een SVG" if b"<svg" in head else "een webpagina" if b"<html" in head or b"<!doctype html" in head else ""
