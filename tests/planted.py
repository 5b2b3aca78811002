"""A word of its own in every kind of trainer-only place of the tiny course, for tests that look for these words."""

from __future__ import annotations

import gzip
import io
import re
import zipfile
from pathlib import Path

from lok.publish import pdf_text
from media import audio, chunk
from projects import (
    BALANCE,
    CARDS,
    CASE,
    CHANGES,
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
)

WORD = "zqxwaltrov"
HIDDEN_PICTURE = "geheim.png"
PLANTED: dict[str, tuple[str, str, str]] = {
    "doe": (FIRST, "Heet iedereen welkom", "Heet @ iedereen welkom"),
    "zeg": (FIRST, "Denk aan je vorige consult.", "Denk aan @ je vorige consult."),
    "verwacht": (FIRST, "- de fles was leeg", "- de @ fles was leeg"),
    "let op": (FIRST, "Niemand hoeft", "Niemand @ hoeft"),
    "intussen": (FIRST, "Leg de lege bladen", "Leg @ de lege bladen"),
    "achtergrond": (SECOND, "De cijfers komen", "De cijfers @ komen"),
    "role one": (FIRST, "Verdeel de groep", "Verdeel @ de groep"),
    "role two": (FIRST, "Schrijf de drempels", "Schrijf @ de drempels"),
    "duo": (FIRST, "### Verpleegkundige", "### Duo\nSamen @ rechtstaan.\n\n### Verpleegkundige"),
    "cue": (FIRST, "Luister nu eens", "Luister @ nu eens"),
    "reveal": (FIRST, "Eén keer wrijven", "Eén keer @ wrijven"),
    "needs": (FIRST, "nodig: flipchart", "nodig: @ flipchart"),
    "loss": (SECOND, "1 minuut, de laatste", "1 minuut, de @ laatste"),
    "bold in a note": (SECOND, "Verzamel daarna", "Verzamel **@** daarna"),
    "table in a note": (SECOND, "1. Laat iedereen", "| wie | wat |\n|---|---|\n| ik | @ |\n\n1. Laat iedereen"),
    "link text in a note": (SECOND, "[richtlijn](bron", "[@ richtlijn](bron"),
    "link target in a note": (SECOND, "De cijfers", "Zie [hier](https://example.org/@) en De cijfers"),
    "alt text in a note": (SECOND, "### Achtergrond\n", f"### Achtergrond\n![Een @ beeld]({HIDDEN_PICTURE})\n\n"),
    "session Trainer": (SESSION, "Zet vooraf een fles", "Zet @ vooraf een fles"),
    "heading below session Trainer": (SESSION, "## Trainer\n", "## Trainer\nEerst dit.\n\n### Ook @ dit\n"),
    "changes": (CHANGES, "- Alles is nieuw.", "- Alles is @ nieuw."),
    "case Trainer": (CASE, "## Trainer\n", "## Trainer\nEen @ zin.\n"),
    "heading below case Trainer": (CASE, "### Achtergrond", "### Achtergrond @"),
    "text below case Trainer": (CASE, "Noémie weet hoe", "Noémie @ weet hoe"),
    "fragment Trainer": (CASE, "## Reactie 1", "### Trainer\nLees @ traag.\n\n## Reactie 1"),
    "reaction Trainer": (CASE, "### Mogelijk antwoord", "### Trainer\nLaat @ stilte.\n\n### Mogelijk antwoord"),
    "columns Trainer": (COLUMNS, "De meeste drempels", "De meeste @ drempels"),
    "one column's Trainer": (COLUMNS, "## Kunnen", "### Trainer\nHier @ komt weinig.\n\n## Kunnen"),
    "balance Trainer": (BALANCE, "Droge handen zijn", "Droge handen @ zijn"),
    "balance side's Trainer": (BALANCE, "## Stoorders", "### Trainer\nVraag @ door.\n\n## Stoorders"),
    "balance group's Trainer": (BALANCE, "## Kijk en kies", "#### Trainer\nWacht @ even.\n\n## Kijk en kies"),
    "free section's Trainer": (BALANCE, "## Trainer", "### Trainer\nNiet @ dwingen.\n\n## Trainer"),
    "statements Trainer": (
        STATEMENTS,
        "Handalcohol werkt",
        "Handalcohol werkt\n\n## Trainer\nTel @ de stemmen.\n\nHandalcohol",
    ),
    "choice Trainer": (CHOICE, "Wie alles kiest", "Wie @ alles kiest"),
    "option's Trainer": (CHOICE, "Laat de groep", "Laat @ de groep"),
    "group's Trainer": (CHOICE, "## Na een week", "### Trainer\nVraag: wie @ begint?\n\n## Na een week"),
    "review's Trainer": (CHOICE, "- Wat kan anders?", "- Wat kan anders?\n\n### Trainer\nWacht @ even."),
    "statement Trainer": (STATEMENTS, "Laat iemand het", "Laat @ iemand het"),
    "sheet Trainer": (SHEET, "Plastificeer dit", "Plastificeer @ dit"),
    "sheet section's Trainer": (SHEET, "## Trainer", "### Trainer\nMeet @ het.\n\n## Trainer"),
    "cards' Trainer": (CARDS, "Knip de kaarten", "Knip @ de kaarten"),
    "one card's Trainer": (CARDS, "## Niet waar", "### Trainer\nTel @ mee.\n\n## Niet waar"),
    "conversation Trainer": (TALK, "Vijf minuten", "Vijf @ minuten"),
    "theme's Trainer": (TALK, "Laat de nieuwkomer", "Laat @ de nieuwkomer"),
    "Trainer beside a conversation": (TALK, "- de kraan is ver", "- de kraan is ver\n\n#### Trainer\nMeet @ het."),
    "trainer sheet": (TRAINER_SHEET, "Controleer of", "Controleer @ of"),
    "trainer sheet's title": (TRAINER_SHEET, "titel: Leidraad", "titel: Leidraad @"),
    "trainer sheet's heading": (TRAINER_SHEET, "### Vooraf", "### Vooraf @"),
    "case for trainers": (SECOND, "De cijfers", "Lees ook [dit verhaal](casus:verborgen). De cijfers"),
    "sheet for trainers": (SECOND, "De cijfers", "Lees ook [dit blad](blad:verborgen). De cijfers"),
    "exercise for trainers": (SECOND, "De cijfers", "Doe ook [dit](oefening:verborgen-vraag). De cijfers"),
    "fact for trainers": (SECOND, "De cijfers", "Weet [dit](feit:verborgen). De cijfers"),
    "term for trainers": (SECOND, "De cijfers", "Weet [dit](begrip:verborgen). De cijfers"),
    "source for trainers": (SECOND, "De cijfers", "Zie [dit](bron:verborgen). De cijfers"),
    "shown fact for trainers": (TRAINER_SHEET, "### Vooraf", "feit: verborgen\n\n### Vooraf"),
}
"""Kind of place -> file, a text in it, and what replaces it; `@` becomes a word of its own."""
ADDED = {
    "cases/verborgen.md": "---\nnaam: Wie @ dan\n---\n\n## Deel 1\naudio: verborgen.mp3\n\nEen @ verhaal.\n",
    "content/bladen/verborgen.md": "---\ntitel: Een @ blad\n---\n\nVoor @ later.\n",
    "content/oefeningen/verborgen-vraag.md": "---\nvorm: kolommen\ntitel: Een @ vraag\n---\n\nDenk.\n\n## A\n\n## B\n",
    "content/bladen/voor-jullie.md": "---\ntitel: Voor @ jullie\n---\n\nEen @ lijst.\n",
    "content/bladen/ongebruikt.md": "---\ntitel: Ongebruikt @\n---\n\nNiemand @ verwijst hierheen.\n",
}
KINDS = {
    "velden": ("", ""),
    "stappen": ("", ""),
    "matrix": ("kolommen: een, twee\ntekens: doet, weet\n", ""),
    "plan": ("weken: 2\nopbouw: Eerste\n", ""),
    "schaalscore": ("versies: lang\n", "lang: 8 vragen, oranje vanaf 3,06\n"),
}
"""Kind of exercise -> its keys at the top and under a heading; each gets trainer text in every place it has."""
ENTRY = "\n## verborgen\nkort: @ kort\nbron: @ bron\nnagekeken: 22/11/2026\nstatus: zeker\n\nTekst @ hier.\n"


def plant(root: Path) -> dict[str, str]:
    """Put a word of its own in each place; returns word -> kind of place."""
    words: dict[str, str] = {}

    def own(text: str, kind: str) -> str:
        word = f"{WORD}{len(words)}x"
        if "@" in text:
            words[word] = kind
        return text.replace("@", word)

    picture = (root / "slides/handhygiene/druppel.png").read_bytes()
    put(
        root,
        {
            f"slides/handhygiene/{HIDDEN_PICTURE}": _coloured(picture, own("@", "bytes of a picture")),
            "cases/verborgen.mp3": _sounding(own("@", "bytes of a recording")),
        },
    )
    for kind, (path, old, new) in PLANTED.items():
        edit(root, path, old, own(new, kind))
    put(root, {path: own(text, path) for path, text in ADDED.items()})
    for kind, (top, keys) in KINDS.items():
        text = (
            f"---\nvorm: {kind}\ntitel: Werk met {kind}\n{top}---\n\nBegin maar.\n\n"
            f"## Eerste\n{keys}\nVoor iedereen.\n\n### Trainer\nHier @ niet.\n\n"
        )
        rest = "## Trainer\nEn hier @ ook niet.\n\n### Dieper @\nNergens.\n"
        put(root, {f"content/oefeningen/extra-{kind}.md": own(text, f"{kind} section") + own(rest, f"{kind} exercise")})
        edit(root, SESSION, "## Trainer\n", f"## Ook {kind}\n[Doe dit](oefening:extra-{kind}).\n\n## Trainer\n")
    edit(root, SESSION, "bundel duo: leidraad", "bundel duo: leidraad, voor-jullie")
    for path in (FACTS, TERMS, SOURCES):
        put(root, {path: (root / path).read_text(encoding="utf-8") + own(ENTRY, f"entry of {path}")})
    return words


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
