"""The author's files as data: where each kind lives and which keys it knows. Read by `course` and by the docs test.

All names are in lower case, as `scan` gives them.
"""

from __future__ import annotations

from dataclasses import dataclass

from lok.model.vocabulary import (
    ACCENT,
    ADDRESS,
    ALSO,
    ASKS,
    BUNDLE,
    CHAT,
    COLOUR,
    DUO,
    FOR,
    GATHERING,
    GROUP,
    HELP,
    HIGHLIGHT,
    LICENCE,
    LOGO,
    MADE_BY,
    MINUTES,
    NAME,
    OCCASIONS,
    OVERLAP,
    OWN_BUNDLES,
    PHONE,
    PICTOGRAM,
    PICTOGRAMS,
    PORTRAIT,
    QUOTE,
    READ_BEFORE,
    SOURCE,
    SPEAKERS,
    TAKE_ALONG,
    TONGUE,
)


@dataclass(frozen=True)
class FileFormat:
    """One kind of file: where it lives, its keys at the top and under the headings of one level."""

    folder: str
    required: tuple[str, ...]
    optional: tuple[str, ...] = ()
    heading_keys: tuple[str, ...] = ()
    required_heading_keys: tuple[str, ...] = ()
    keyed_level: int = 2
    group_keys: tuple[str, ...] = ()
    """Of headings of level 2, where the other keys stand deeper."""

    @property
    def keys(self) -> frozenset[str]:
        """Every key that its front matter may have."""
        return frozenset((*self.required, *self.optional))


SPEAKER_KEYS = (SPEAKERS, DUO)
"""The key that says who speaks, and how it is called of two; one of them is required in a session."""
SESSION = FileFormat(
    "content/sessies",
    ("titel", "duur", "versie", "bijgewerkt", "delen"),
    (*SPEAKER_KEYS, "adres", "aanvang", MADE_BY, BUNDLE, *OWN_BUNDLES, READ_BEFORE, TAKE_ALONG, HELP, *OCCASIONS),
)


SLIDES = FileFormat(
    "slides",
    ("deel", "wie"),
    (PICTOGRAM,),
    heading_keys=(
        *("wie", MINUTES, "nodig", "uitdelen", "casus", "oefening", "als het uitloopt", "soort", "id"),
        *(PICTOGRAM, PICTOGRAMS, OVERLAP, HIGHLIGHT, SOURCE),
    ),
    required_heading_keys=(MINUTES,),
)


CONSENT = "toestemming"
"""Of who a case is about: when, and how; no record keeps it, so nothing shows it."""
CASE = FileFormat(
    "cases",
    ("naam",),
    ("in het kort", "leerdoelen", "verzonnen", CONSENT, PORTRAIT, ALSO),
    ("voorlezer", "audio", "id", QUOTE),
)


EXERCISE = FileFormat(
    "content/oefeningen", ("vorm", "titel"), ("in het kort", "duur", "uitdelen", "papier", PICTOGRAM, FOR, ALSO)
)
"""What every exercise has; its kind adds keys of its own."""


SHEET = FileFormat("content/bladen", ("titel",), ("in het kort", "uitdelen", "papier", PICTOGRAM, FOR, ALSO))


CARDS = FileFormat("content/kaarten", ("titel",), ("in het kort", "uitdelen", PICTOGRAM, ALSO))


ENTRY_KEYS = ("kort", "bron", "nagekeken", "geldig tot", "status", "bevestigen door", ALSO)


FACTS = FileFormat(
    "content/feiten.md", (), (), (*ENTRY_KEYS, ASKS, PHONE, CHAT), ("kort", "bron", "nagekeken", "status")
)


TERMS = FileFormat("content/begrippen.md", (), (), ENTRY_KEYS)


REFERENCES = FileFormat("content/bronnen.md", (), (), (*ENTRY_KEYS, TONGUE))


CHANGES = FileFormat("content/wijzigingen.md", ())


FACE = FileFormat("content/organisatie.md", (NAME,), (ADDRESS, LOGO, LICENCE, COLOUR, ACCENT, GROUP, GATHERING))


EVENING = FileFormat("", ("datum",), ("sessie", "aanvang", "plaats", "lok", *SPEAKER_KEYS, "deelnemers", "duur"))
"""When, where and by whom a session is given: a file of its own, outside the project's folders."""
