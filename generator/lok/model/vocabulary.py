"""The author's format as data: which keys and headings each kind of file knows. Read by `load` and by the docs test.

All names are in lower case, as `source` gives them.
"""

from __future__ import annotations

TRAINER = "trainer"
ANSWER = "mogelijk antwoord"
"""The heading above an answer that participants may have to look for."""
BACK = "achterkant"
"""The heading above the back of a card."""
QUESTION = "vraag"
BRING = "mee te brengen"
"""The heading, below Trainer in a session, of what to bring."""
REVEAL = "na de klik"
"""The heading above what a slide shows after a click."""
CUE = "geef het woord"
"""The heading above the sentence that gives the floor to the next speaker."""
NOTES = ("doe", "zeg", "verwacht", "let op", "intussen", "achtergrond")
"""Headings above notes for who speaks, or for who listens (`intussen`)."""
SLIDE_HEADINGS = (QUESTION, REVEAL, *NOTES, CUE)
KEYLESS = frozenset((TRAINER, ANSWER))
"""Headings that take no keys in an exercise: a note may begin with `Denk eraan:`."""
TRAINER_WORDS = (TRAINER, ANSWER, REVEAL, *NOTES, CUE)
"""Headings that hide text where they are known; a free heading may not look like one."""

SPEAKERS = "sprekers"
"""The key with the roles of who speaks."""
MOST_SPEAKERS = 4
DUO, TOGETHER = "duo", "samen"
"""Whose slides are of all speakers: as it is called of two, and of more."""
ALL_SPEAK = (DUO, TOGETHER)
"""What an author may write for all speakers, however many they are."""
BUNDLE = "bundel deelnemer"
OWN_BUNDLES = ("bundel sprekers", "bundel duo")
"""The key with what the speakers print for themselves, and how it may be called of two."""
TONIGHT, TOMORROW, AFTERWARDS = "vanavond", "morgen", "achteraf"
OCCASIONS = (TONIGHT, TOMORROW, AFTERWARDS)
"""When people use a page of the site."""
READ_BEFORE, TAKE_ALONG = "vooraf lezen", "meenemen"
"""What participants read before they come, and what they take along: an invitation says so."""
MADE_BY = "gemaakt door"
MARGIN = "marge"
"""The break that is spare time."""
BREAKS = ("pauze", MARGIN)
DIVIDER, MINUTES = "tussentitel", "minuten"
TITLE_PAGE, CLOSING = "titel", "slot"
PICTOGRAM, PICTOGRAMS, PORTRAIT = "beeld", "beelden", "portret"
ALSO = "ook gezocht als"
"""Other words by which somebody may look for a page, fact or term."""
HELP = "hulp"
"""The facts with the numbers to call, most urgent first."""
QUOTE, OVERLAP, HIGHLIGHT = "citaat", "overlap", "uitgelicht"
ASKS = "vraag"
"""Of a fact: the question that it answers."""
PHONE, CHAT = "telefoon", "chat"
"""Of a fact: what one calls, and where one can type instead."""
TONGUE = "taal"
"""Of a source that is not in Dutch: the language of its first paragraph."""
TONGUES = {"engels": "en", "frans": "fr", "duits": "de"}
SOURCE = "bron"
"""On a slide: where what it shows comes from, small at its foot."""
STATUS_SURE, STATUS_CONFIRM = "zeker", "te bevestigen"
STATUSES = (STATUS_SURE, STATUS_CONFIRM)
NAME, ADDRESS, LOGO, LICENCE = "naam", "adres", "logo", "licentie"
"""Of the organisation that publishes."""
COLOUR, ACCENT, GROUP, GATHERING = "kleur", "tweede kleur", "groep", "bijeenkomst"
FOR, PATIENT = "voor", "patiënt"
"""Of a sheet or an exercise: for whom it is, where that is nobody of the evening."""
PAPER_SIZES = ("a4", "a3", "a1")
"""What a sheet or exercise may be printed on."""
CARD_SIZE = "a6"
"""Cards, printed four on an A4."""
IN_TURNS = "gesprek"
"""The kind of slide on which two take turns to speak."""
WEB_LINKS = ("http", "https", "mailto", "tel")
"""Schemes of addresses that a link may lead to."""
