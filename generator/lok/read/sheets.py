"""Cases, sheets, cards, facts, terms and sources: one scanned file in, its records out."""

from __future__ import annotations

from lok.model.library import Sheet
from lok.model.text import Section
from lok.model.vocabulary import ALSO, BACK, CARD_SIZE, TRAINER
from lok.problems import Code, Problem, did_you_mean, error
from lok.read import drawings
from lok.read.format import CARDS, SHEET
from lok.read.headings import blocks, outline, refuse_answer, word
from lok.read.keys import Fields
from lok.read.scan import Page


def load_sheet(page: Page, sheet_id: str, problems: list[Problem]) -> Sheet:
    """A page of a sheet in, its record out; what is wrong goes to `problems`."""
    fields = Fields(page.keys, SHEET.keys, page.span, problems, "op een blad")
    fields.require(SHEET.required)
    refuse_answer(page.headings, 2, problems, "op een blad")
    found = outline(page.headings, problems)
    return Sheet(
        sheet_id,
        fields.text("titel"),
        fields.text("in het kort"),
        fields.copies("uitdelen"),
        fields.paper("papier"),
        page.span,
        blocks(page.intro, problems),
        found.sections,
        found.trainer,
        pictogram=drawings.pictogram(fields),
        for_patient=fields.for_patient(),
        also=fields.phrases(ALSO),
    )


def load_cards(page: Page, set_id: str, problems: list[Problem]) -> Sheet:
    """A set of cards: each heading is one, `Achterkant` below it its back. Trainer text alone is a set for trainers."""
    fields = Fields(page.keys, CARDS.keys, page.span, problems, "bij kaarten")
    fields.require(CARDS.required)
    no_loose_text(page, problems)
    for level in (2, 3):
        refuse_answer(page.headings, level, problems, "op een kaart")
    found = outline(page.headings, problems)
    made = Sheet(
        set_id,
        fields.text("titel"),
        fields.text("in het kort"),
        fields.copies("uitdelen"),
        (CARD_SIZE,),
        page.span,
        (),
        found.sections,
        found.trainer,
        cards=True,
        pictogram=drawings.pictogram(fields),
        also=fields.phrases(ALSO),
    )
    if not made.printed and page.keys:
        tip = "geef elke kaart een kop `## …`, of `### …` onder `## Trainer`"
        problems.append(error(page.span, Code.NO_CARDS, "hier staat geen enkele kaart", tip))
    for card in made.printed:
        _refuse_below_card(card, problems)
    return made


def _refuse_below_card(card: Section, problems: list[Problem]) -> None:
    names = (BACK.capitalize(), TRAINER.capitalize())
    for number, child in enumerate(card.children):
        if word(child.title) != BACK:
            message, hint = f'onbekende kop "{child.title}" op een kaart', did_you_mean(child.title, names)
            problems.append(error(child.span, Code.UNKNOWN_HEADING, message, hint))
        elif number:
            message = f'"{child.title}" staat twee keer op deze kaart'
            problems.append(error(child.span, Code.SAME_HEADING, message, "voeg ze samen"))


def no_loose_text(page: Page, problems: list[Problem]) -> None:
    """A problem where text stands above the first heading."""
    if not page.intro.empty:
        problems.append(
            error(
                page.intro.span,
                Code.TEXT_WITHOUT_HEADING,
                "deze tekst staat boven de eerste kop",
                "zet ze onder een kop",
            )
        )
