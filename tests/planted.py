"""Words of our own in every text of the tiny course that is closed to participants, for tests that look for them."""

from __future__ import annotations

import gzip
import io
import re
import zipfile
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path

from hidden import Field, Leaf, leaves, opened
from lok.model.course import Course
from lok.model.names import fold
from lok.problems import Severity, has_errors
from lok.publish import pdf_text
from media import audio, chunk
from projects import (
    BALANCE,
    CARDS,
    CASE,
    CHOICE,
    COLUMNS,
    FACTS,
    FIRST,
    SECOND,
    SESSION,
    SHEET,
    SOURCES,
    STATEMENTS,
    TALK,
    TERMS,
    TRAINER_SHEET,
    edit,
    put,
    read,
    tiny,
)

WORD = "zqxwaltrov"
CASE_NAME, SHEET_NAME, ENTRY_NAME, EXERCISE_NAME = (f"{WORD}{n}x" for n in range(1, 5))
PICTURE_NAME, RECORDING_NAME = f"{WORD}5x.png", f"{WORD}6x.mp3"
COLOURS, FRAMES = f"{WORD}7x", f"{WORD}8x"
FIXED = {
    CASE_NAME: "name of a case",
    SHEET_NAME: "name of a sheet",
    ENTRY_NAME: "name of an entry",
    EXERCISE_NAME: "name of an exercise",
    f"{WORD}5x": "name of a picture",
    f"{WORD}6x": "name of a recording",
    COLOURS: "bytes of a picture",
    FRAMES: "bytes of a recording",
}
"""Words in what has no line of its own."""
MORE = (
    (FIRST, "### Verpleegkundige", "### Duo\nSamen rechtstaan.\n\n### Verpleegkundige"),
    (SECOND, "Verzamel daarna", "Verzamel **samen** *traag* `stil` daarna"),
    (SECOND, "1. Laat iedereen", "> Zo zei iemand.\n\n| wie | wat |\n|---|---|\n| iemand | iets |\n\n1. Laat iedereen"),
    (SECOND, "De cijfers", "Zie [hier](https://example.org/daar).\n\nDe cijfers"),
    (SECOND, "### Achtergrond\n", f"### Achtergrond\n![Een verborgen beeld]({PICTURE_NAME})\n\n"),
    (SECOND, "De cijfers", f"Lees [dit verhaal](casus:{CASE_NAME}) of [dit blad](blad:{SHEET_NAME}).\n\nDe cijfers"),
    (SECOND, "De cijfers", f"Weet [dit](begrip:{ENTRY_NAME}), [dit](bron:{ENTRY_NAME}) en dat.\n\nDe cijfers"),
    (SESSION, "## Trainer\n", "## Trainer\nEerst dit.\n\n### Ook nog\n"),
    (SESSION, "bundel duo: leidraad", "bundel duo: leidraad, voor-jullie"),
    (CASE, "## Trainer\n", "## Trainer\nEen zin vooraf.\n"),
    (CASE, "## Reactie 1", "### Trainer\nLees dit traag.\n\n## Reactie 1"),
    (CASE, "### Mogelijk antwoord", "### Trainer\nLaat even stilte.\n\n### Mogelijk antwoord"),
    (COLUMNS, "## Kunnen", "### Trainer\nHier komt weinig.\n\n## Kunnen"),
    (BALANCE, "## Stoorders", "### Trainer\nVraag hier door.\n\n## Stoorders"),
    (BALANCE, "## Kijk en kies", "#### Trainer\nWacht even.\n\n## Kijk en kies"),
    (BALANCE, "## Trainer", "### Trainer\nNiet dwingen.\n\n## Trainer"),
    (STATEMENTS, "Handalcohol werkt", "Handalcohol werkt\n\n## Trainer\nTel de stemmen.\n\nHandalcohol"),
    (CHOICE, "## Na een week", "### Trainer\nVraag: wie begint?\n\n## Na een week"),
    (CHOICE, "- Wat kan anders?", "- Wat kan anders?\n\n### Trainer\nWacht even."),
    (SHEET, "## Trainer", "### Trainer\nMeet het zelf.\n\n## Trainer"),
    (CARDS, "## Niet waar", "### Trainer\nTel zelf mee.\n\n## Niet waar"),
    (TALK, "- de kraan is ver", "- de kraan is ver\n\n#### Trainer\nMeet het zelf."),
    (TRAINER_SHEET, "### Vooraf", f"feit: {ENTRY_NAME}\n\n### Vooraf"),
)
"""File, a text in it, and what replaces it: text in fields that the tiny course leaves empty, and what it leads to."""
ADDED = {
    f"cases/{CASE_NAME}.md": "---\nnaam: Iemand anders\nin het kort: eentje\nleerdoelen:\n  - zelf zien\n---\n\n"
    f"## Deel 1\naudio: {RECORDING_NAME}\n\nEen ander verhaal.\n\n## Reactie 1: “Waarom zwijg je?”\n\nDaarom.\n\n"
    "### Mogelijk antwoord\nMisschien later.\n",
    f"content/bladen/{SHEET_NAME}.md": "---\ntitel: Een ander blad\nin het kort: ernaast\nuitdelen: 1 per twee\n---\n\n"
    "Voor later.\n\n## Onderaan\nNog iets.\n\n"
    "grafiek: staven, Eerst en daarna\n\n| moment | keren |\n|---|---|\n| vooraf | 12 |\n| achteraf | 17 |\n",
    "content/bladen/voor-jullie.md": "---\ntitel: Alleen voor jullie\n---\n\nEen lijst vooraf.\n",
    "content/bladen/ongebruikt.md": "---\ntitel: Ongebruikt blad\n---\n\nNiemand verwijst hierheen.\n",
}
KINDS = {
    "velden": ("", ""),
    "stappen": ("", ""),
    "matrix": ("kolommen: eerst, tweede\ntekens: doet, weet\n", ""),
    "plan": ("weken: 2\nopbouw: Eerste\n", ""),
    "schaalscore": ("versies: lang\n", "lang: 8 vragen, oranje vanaf 3,06\n"),
}
"""Kind of exercise -> its keys at the top and under a heading; each gets trainer text in every place it has."""
ENTRY = f"\n## {ENTRY_NAME}\nkort: heel kort\nbron: een bron\nnagekeken: 22/11/2026\nstatus: zeker\n\nTekst van hier.\n"
EXERCISES = "content/oefeningen"
TOKEN = re.compile(r"[^\W\d_]{4,}")
SPARED = re.compile(r"\]\((?!http)[^)]*\)|^ *[^\W\d_][\w ]*:(?=\s|$)")
"""The name of something of ours, of a file or of a key: another word there would be a mistake."""
QUOTED = re.compile('"([^"]*)"')

Place = tuple[str, int, int]
"""A file, a line from 0, and the place of the last letter of a word in it."""


def plant(root: Path, every: bool = False) -> dict[str, str]:
    """Put words of our own in all texts of a project that are closed to participants; word -> what holds it.

    Which texts these are, the types of the model tell: a word is put behind each word of the authors, and those stay
    that land in no open field. Of one line they stay once for each kind of place, or all where `every` is asked for.
    """
    original = {path: path.read_text(encoding="utf-8").split("\n") for path in sorted(root.rglob("*.md"))}
    words = {place: f"{WORD}{n}x" for n, place in enumerate(places(root, original), 1000)}
    words = without_mistakes(root, original, words)
    closed, _ = landed(read(root)[0])
    kept: dict[Place, str] = {}
    seen: set[tuple[str, int, object]] = set()
    for place, word in words.items():
        where = (*place[:2], closed.get(word))
        if word in closed and (every or where not in seen):
            kept[place] = word
            seen.add(where)
    _write(root, original, kept)
    assert not has_errors(read(root)[1])
    return {word: f"{place[0]}:{place[1] + 1} {closed[word][-1]}" for place, word in kept.items()}


def landed(courses: Iterable[Course]) -> tuple[dict[str, tuple[Field, ...]], set[str]]:
    """Each word of ours that is closed in all of these courses, with the fields that lead to it; and all others."""
    found: dict[str, tuple[Field, ...]] = {}
    open_to_all: set[str] = set()
    for course in courses:
        open_to_all.update(word for leaf in opened(course) for word in _ours(leaf))
        for leaf in leaves(course):
            found.update({word: leaf.trail for word in _ours(leaf) if word not in found or leaf.closed})
    return {word: trail for word, trail in found.items() if word not in open_to_all}, open_to_all


def _ours(leaf: Leaf) -> set[str]:
    text = leaf.value.decode("latin-1") if isinstance(leaf.value, bytes) else str(leaf.value)
    return set(re.findall(rf"{WORD}\d+x", text))


def places(root: Path, texts: Mapping[Path, Sequence[str]]) -> Iterator[Place]:
    for path, lines in texts.items():
        for number, line in enumerate(lines):
            spared = [range(*match.span()) for match in SPARED.finditer(line)]
            for token in TOKEN.finditer(line):
                if not any(token.start() in span for span in spared):
                    yield path.relative_to(root).as_posix(), number, token.end()


def without_mistakes(root: Path, texts: Mapping[Path, Sequence[str]], words: dict[Place, str]) -> dict[Place, str]:
    """The words that may stand where they are: a line that becomes a mistake by them keeps the last, or none.

    Where a line has none, it names what another line has changed: then every line keeps the words of such a name.
    """
    while True:
        _write(root, texts, words)
        wrong = [each for each in read(root)[1] if each.severity is Severity.ERROR]
        if not wrong:
            return words
        lines = {(each.span.path, each.span.line - 1) for each in wrong}
        last = {place[:2]: place for place in words}
        alone = {where for where in lines if sum(place[:2] == where for place in words) == 1}
        fewer = {
            place: word
            for place, word in words.items()
            if place[:2] not in lines or (place == last[place[:2]] and place[:2] not in alone)
        }
        if len(fewer) == len(words):
            cut = [each.span for each in wrong if "…" in each.message]  # the line itself holds all that it names
            named = [texts[root / span.path][span.line - 1] for span in cut]
            named += [quoted for each in wrong for quoted in QUOTED.findall(each.message)]
            names = {fold(token) for each in named for token in TOKEN.findall(each)}
            fewer = {place: word for place, word in words.items() if not _behind(names, texts[root / place[0]], place)}
        if len(fewer) == len(words):  # two the same in one file: the first is told of, the other is the mistake
            fewer = {place: word for place, word in words.items() if place[0] not in {path for path, _ in lines}}
        assert len(fewer) < len(words), [str(each) for each in wrong]
        words = fewer


def _behind(names: set[str], lines: Sequence[str], place: Place) -> bool:
    """Whether the word at a place follows one of these."""
    before = fold(lines[place[1]][: place[2]])
    return any(before.endswith(name) for name in names)


def _write(root: Path, texts: Mapping[Path, Sequence[str]], words: Mapping[Place, str]) -> None:
    """The texts with these words in them."""
    changed = {path.relative_to(root).as_posix(): list(lines) for path, lines in texts.items()}
    for (name, number, at), word in sorted(words.items(), reverse=True):
        line = changed[name][number]
        changed[name][number] = line[:at] + word + line[at:]
    put(root, {name: "\n".join(lines) for name, lines in changed.items()})


def planted(folder: Path, every: bool = False) -> tuple[Path, dict[str, str]]:
    """The tiny course with text in every field, in a folder, and the words in it, as of `plant`."""
    root = tiny(folder)
    picture = (root / "slides/handhygiene/druppel.png").read_bytes()
    put(root, {f"slides/handhygiene/{PICTURE_NAME}": _coloured(picture, COLOURS)})
    put(root, {f"cases/{RECORDING_NAME}": _sounding(FRAMES)})
    for path, old, new in MORE:
        edit(root, path, old, new)
    put(root, ADDED)
    for kind, (top, keys) in KINDS.items():
        text = (
            f"---\nvorm: {kind}\ntitel: Werk met {kind}\nin het kort: zomaar\n{top}---\n\nBegin maar.\n\n"
            f"## Eerste\n{keys}\nVoor iedereen.\n\n### Trainer\nHier niet.\n\n"
            "## Trainer\nEn hier ook niet.\n\n### Dieper nog\nNergens.\n"
        )
        put(root, {f"{EXERCISES}/extra-{kind}.md": text})
        edit(root, SESSION, "## Trainer\n", f"## Ook {kind}\n[Doe dit](oefening:extra-{kind}).\n\n## Trainer\n")
    _twice(root)
    for path in (FACTS, TERMS, SOURCES):
        put(root, {path: (root / path).read_text(encoding="utf-8") + ENTRY})
    return root, {**FIXED, **plant(root, every)}


def _twice(root: Path) -> None:
    """Each exercise once more, with another title, and reached from a trainer's text alone."""
    for path in sorted((root / EXERCISES).glob("*.md")):
        text = path.read_text(encoding="utf-8").replace("\ntitel: ", "\ntitel: Stille ", 1)
        put(root, {f"{EXERCISES}/{EXERCISE_NAME}-{path.stem}.md": text})
        edit(root, SECOND, "De cijfers", f"Doe [deze oefening](oefening:{EXERCISE_NAME}-{path.stem}).\n\nDe cijfers")


def _coloured(picture: bytes, word: str) -> bytes:
    """A PNG with a word among its colours: what does not draw is never published."""
    at = picture.index(b"PLTE")
    end = at + 4 + int.from_bytes(picture[at - 4 : at], "big")
    colours = picture[at + 4 : end] + word.encode() + b" " * (-len(word) % 3)
    return picture[: at - 4] + chunk(b"PLTE", colours) + picture[end + 4 :]


def _sounding(word: str) -> bytes:
    """An MP3 with a word in its frames."""
    return audio().replace(bytes(22), word.encode().ljust(22, b"\0"))


def found(path: str, data: bytes) -> set[str]:
    """Planted words in a file: in its name, bytes, packed parts and the text of a PDF; also as letters only."""
    parts = [path.encode(), data]
    if path.endswith(".gz"):
        parts.append(gzip.decompress(data))
    elif data.startswith(b"PK"):
        with zipfile.ZipFile(io.BytesIO(data)) as packed:
            parts += [item for name in packed.namelist() for item in (name.encode(), packed.read(name))]
    elif path.endswith(".pdf"):
        parts += [text.encode() for text in pdf_text.all_text(data)]
    letters = [re.sub(rb"<[^<>]*>|[\s\xc2\xad-]", b"", part) for part in parts]
    return {match.decode().lower() for part in (*parts, *letters) for match in re.findall(rb"(?i)zqxwaltrov\d+x", part)}
