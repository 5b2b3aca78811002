"""Headings and bold words that look like a place without being one: one page in, problems with the right heading out.

A place decides who reads a text, so it is never guessed: what may be meant as one, and would be published, is refused.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from lok.model.names import clean, fold
from lok.model.place import Span
from lok.model.vocabulary import ANSWER, CUE, NOTES, QUESTION, REVEAL, TRAINER
from lok.problems import Code, Problem, closest, error
from lok.read.format import CASE, CHANGES, EXERCISE, SLIDES, FileFormat
from lok.read.headings import word
from lok.read.scan import Heading, Page, Text

OWN = r"(?:trainer|lesgever)"
"""Who stands before the group, in words that mean nobody else here."""
OTHER = r"(?:begeleider|docent|leerkracht|moderator|spreker|facilitator|organisator|opleider)"
FOR = r"(?:(?:enkel|alleen|uitsluitend|intern|nota s|nota|notities|notitie|tips?|info|uitleg|instructies?)\s)"
ONLY_FOR = re.compile(
    rf"{FOR}*(?:voor\s)?(?:de\s|het\s)?{OWN}(?:s|en)?$|{FOR}+(?:voor\s)?(?:de\s|het\s)?{OTHER}(?:s|en)?$"
)
HIDING = re.compile(r"niet voor (?:de )?deelnemers$|niet (?:tonen|publiceren|voorlezen)$")
ANSWERS = re.compile(
    r"(?:de |het |onze |een )?(?:mogelijke? |juiste? |goede? |correcte? )?"
    r"(?:(?:model|voorbeeld)?antwoord(?:en)?|oplossing)$|mogelijke oplossingen$|(?:verbeter|correctie)sleutel$"
)
SOLUTIONS = "oplossingen"
"""Deeper than `##` it can only be the answer to what stands above it."""
BOLD = re.compile(
    r"\s*(?:[-*+]\s+|\d{1,3}\.\s+|>\s*)*(\*\*|__)(?P<word>[^*_]{1,60}?)(?P<colon>:?)\s{0,9}\1\s{0,9}(?P<after>:?)"
)
PLAIN = re.compile(r"\s*(?:[-*+]\s+|\d{1,3}\.\s+|>\s*)*(?P<word>[^\W\d_][^*_:]{0,60}?)\s*:")
POINT = re.compile(r"\s*(?:[-*+]|\d{1,3}\.)\s")
PLACES = (TRAINER, REVEAL, CUE, *NOTES)


def lookalikes(page: Page, form: FileFormat) -> tuple[Problem, ...]:
    """All that looks like a place in the public text of one page, in order."""
    if form is CHANGES:
        return ()
    found = [*_texts(page.intro, form)]
    hidden = 0
    for heading in page.headings:
        if hidden and heading.level > hidden:
            continue
        hidden = heading.level if _hides(heading, form) else 0
        if not hidden:
            found += [*_heading(heading, form), *_texts(heading.text, form)]
    return tuple(found)


def _hides(heading: Heading, form: FileFormat) -> bool:
    if form is SLIDES:
        return heading.level > 2 and word(heading.title) != QUESTION
    return word(heading.title) == TRAINER


def _heading(heading: Heading, form: FileFormat) -> Iterator[Problem]:
    name = _bare(heading.title)
    marks = "#" * max(2, min(heading.level, 4))
    if form is CASE or (form is SLIDES and heading.level > 2):
        return  # there every other heading is refused
    if form is SLIDES and (closest(name, (TRAINER,)) or _only_for(name)):
        message = f'"{heading.title}" zou hier een slide voor iedereen worden'
        yield error(heading.span, Code.TRAINER_LOOKALIKE, message, f"zet trainerstekst op een slide onder {_NOTES}")
    elif form is not SLIDES and _only_for(name) and TRAINER not in name:
        message = f'"{heading.title}" verbergt niets en zou voor iedereen verschijnen'
        tip = f"schrijf `{marks} {TRAINER.capitalize()}`, of kies een andere titel"
        yield error(heading.span, Code.TRAINER_LOOKALIKE, message, tip)
    elif form is EXERCISE and name != ANSWER and (ANSWERS.match(name) or (heading.level > 2 and name == SOLUTIONS)):
        message = f'"{heading.title}" zou meteen zichtbaar zijn, voor iemand zelf iets probeerde'
        tip = f"schrijf `{marks} {ANSWER.capitalize()}`, of kies een andere titel"
        yield error(heading.span, Code.ANSWER_LOOKALIKE, message, tip)


def _texts(text: Text, form: FileFormat) -> Iterator[Problem]:
    """Words at the start of a paragraph or a point that name a place."""
    for n, line in enumerate(text.lines):
        if n and text.lines[n - 1].strip() and not POINT.match(line):
            continue
        bold = BOLD.match(line)
        match = bold or PLAIN.match(line)
        if match:
            span = Span(text.span.path, text.span.line + n, match.start("word") + 1)
            yield from _label(clean(match["word"]), line[match.end() :].strip(), bold, span, form)


def _label(label: str, rest: str, bold: re.Match[str] | None, span: Span, form: FileFormat) -> Iterator[Problem]:
    """What stands before a colon, or in bold, at the start of a text."""
    name = _bare(label)
    colon = bold is None or bool(bold["colon"] or bold["after"])
    apart = colon or label.endswith((".", "!")) or rest[:1] in ("", "-", "–", "—", "(")
    alone = not rest and name in (TRAINER, f"{TRAINER}s")  # told where it stands alone on its line
    if (_only_for(name) and apart and not alone) or (bold and colon and name in PLACES and not alone):
        message = f'"{label}" is hier geen kop, en verbergt niets'
        yield error(span, Code.TRAINER_LOOKALIKE, message, _remedy(name, form))
    elif bold and colon and form is EXERCISE and ANSWERS.match(name):
        message = f'"{label}" is hier geen kop, en zou meteen zichtbaar zijn'
        yield error(span, Code.ANSWER_LOOKALIKE, message, f"schrijf `### {ANSWER.capitalize()}`")


def _remedy(name: str, form: FileFormat) -> str:
    if form is SLIDES:
        return f"schrijf `### {name.capitalize()}`" if name in PLACES[1:] else f"zet trainerstekst onder {_NOTES}"
    other = "" if name == TRAINER else ". Is het voor iedereen? Kies dan een ander woord"
    return f"zet trainerstekst onder `### {TRAINER.capitalize()}`{other}"


def _only_for(name: str) -> bool:
    return bool(ONLY_FOR.match(name) or HIDING.match(name))


def _bare(title: str) -> str:
    """The words of a title as they are compared: without brackets, quotes and other marks."""
    return " ".join(re.findall(r"\w+", fold(title)))


_NOTES = ", ".join(f"`### {name.capitalize()}`" for name in ("doe", "zeg", "let op")) + " of `### Achtergrond`"
