"""The author's format as data: which keys and headings each kind of file knows. Read by `load` and by the docs test.

All names are in lower case, as `source` gives them.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass

from lok.model import SlideKind

TRAINER = "trainer"
ANSWER = "mogelijk antwoord"
BACK = "achterkant"
QUESTION = "vraag"
BRING = "mee te brengen"
"""The heading, below Trainer in a session, of what to bring."""
REVEAL = "na de klik"
CUE = "geef het woord"
NOTES = ("doe", "zeg", "verwacht", "let op", "intussen", "achtergrond")
SLIDE_HEADINGS = (QUESTION, REVEAL, *NOTES, CUE)
KEYLESS = frozenset((TRAINER, ANSWER))
"""Headings that take no keys in an exercise: a note may begin with `Denk eraan:`."""
TRAINER_WORDS = (TRAINER, ANSWER, REVEAL, *NOTES, CUE)
"""Headings that hide text where they are known; a free heading may not look like one."""

DUO = "duo"
BUNDLE, DUO_BUNDLE = "bundel deelnemer", "bundel duo"
MARGIN = "marge"
BREAKS = ("pauze", MARGIN)
DIVIDER, MINUTES = "tussentitel", "minuten"
STATUS_SURE, STATUS_CONFIRM = "zeker", "te bevestigen"
STATUSES = (STATUS_SURE, STATUS_CONFIRM)
PAPER_SIZES = ("a4", "a3", "a1")
CARD_SIZE = "a6"
"""Cards, printed four on an A4."""
SLIDE_KINDS = tuple(kind.value for kind in SlideKind)
COLUMNS, BALANCE, STATEMENTS, SPACES = "kolommen", "balans", "uitspraken", "velden"
STEPS, MATRIX, PLAN, SCORES = "stappen", "matrix", "plan", "schaalscore"
CHOICE, CONVERSATION = "kiezen", "gesprek"
EXERCISE_KINDS = (COLUMNS, BALANCE, STATEMENTS, SPACES, STEPS, MATRIX, PLAN, SCORES, CHOICE, CONVERSATION)
CARDED = (CHOICE, CONVERSATION)
"""The kinds of exercise that can be printed as cards too."""
LINK_KINDS = ("casus", "oefening", "blad", "begrip", "bron", "feit")
WEB_LINKS = ("http", "https", "mailto", "tel")


@dataclass(frozen=True)
class FileFormat:
    """One kind of file: where it lives, its keys at the top and under the headings of one level."""

    folder: str
    required: tuple[str, ...]
    optional: tuple[str, ...] = ()
    heading_keys: tuple[str, ...] = ()
    required_heading_keys: tuple[str, ...] = ()
    keyed_level: int = 2

    @property
    def keys(self) -> frozenset[str]:
        return frozenset((*self.required, *self.optional))


SESSION = FileFormat(
    "content/sessies",
    ("titel", "duur", "duo", "versie", "bijgewerkt", "delen"),
    ("adres", "aanvang", BUNDLE, DUO_BUNDLE),
)
SLIDES = FileFormat(
    "slides",
    ("deel", "wie"),
    heading_keys=("wie", MINUTES, "nodig", "uitdelen", "casus", "oefening", "als het uitloopt", "soort", "id"),
    required_heading_keys=(MINUTES,),
)
CASE = FileFormat("cases", ("naam",), ("in het kort", "leerdoelen", "verzonnen"), ("voorlezer", "audio", "id"))
EXERCISE = FileFormat("content/oefeningen", ("vorm", "titel"), ("in het kort", "duur", "uitdelen", "papier"))
EXERCISE_EXTRA = {
    COLUMNS: FileFormat("", ()),
    BALANCE: FileFormat("", ("plus", "min")),
    STATEMENTS: FileFormat("", ("kies uit",), heading_keys=("oordeel",), required_heading_keys=("oordeel",)),
    SPACES: FileFormat("", (), ("naast elkaar", "datum")),
    STEPS: FileFormat("", ()),
    MATRIX: FileFormat("", ("kolommen", "tekens")),
    PLAN: FileFormat("", ("opbouw", "weken")),
    SCORES: FileFormat("", ("versies",), ("toelichting", "antwoorden", "onder de grenzen")),
    CHOICE: FileFormat(
        "", ("aantal", "kenmerken"), ("afspraken", "datum", "terugkijken", "terugkijken na"), keyed_level=3
    ),
    CONVERSATION: FileFormat("", ("kiezers",), ("afspraken", "datum"), heading_keys=("code",)),
}
"""By `vorm`."""
NAMED_KEYS = {SCORES: "versies", CHOICE: "kenmerken"}
"""By `vorm`: the key that names which keys the headings of such an exercise take."""
SHEET = FileFormat("content/bladen", ("titel",), ("in het kort", "uitdelen", "papier"))
CARDS = FileFormat("content/kaarten", ("titel",), ("in het kort", "uitdelen"))
ENTRY_KEYS = ("kort", "bron", "nagekeken", "geldig tot", "status", "bevestigen door")
FACTS = FileFormat("content/feiten.md", (), (), ENTRY_KEYS, ("kort", "bron", "nagekeken", "status"))
TERMS = FileFormat("content/begrippen.md", (), (), ENTRY_KEYS)
REFERENCES = FileFormat("content/bronnen.md", (), (), ENTRY_KEYS)
CHANGES = FileFormat("content/wijzigingen.md", ())
EVENING = FileFormat("", ("datum",), ("sessie", "aanvang", "plaats", "lok", "duo", "deelnemers"))
"""When, where and by whom a session is given: a file of its own, outside the project's folders."""

_NOT_ID = re.compile(r"[^a-z0-9]+")
_LOOKALIKES = str.maketrans("авекмнорстухіѕјԁԝαεζικνορτυχ\u0131ɡո", "abekmhopctyxisjdwaezikvoptuxign")
"""Cyrillic, Greek and other letters that look like a Latin one."""


def slug(text: str) -> str:
    """An id: lower case, no diacritics, hyphens for the rest; "" where nothing is left."""
    letters = unicodedata.normalize("NFKD", text.lower().replace("ß", "ss").replace("ø", "o").replace("æ", "ae"))
    return _NOT_ID.sub("-", "".join(c for c in letters if not unicodedata.combining(c))).strip("-")


def fold(text: str) -> str:
    """A heading or name as a reader sees it: lower case, no diacritics, invisible signs or letters of lookalikes."""
    letters = unicodedata.normalize("NFKD", text)
    seen = "".join(c for c in letters if unicodedata.category(c) not in ("Mn", "Cf")).lower()
    return " ".join(seen.translate(_LOOKALIKES).split())
