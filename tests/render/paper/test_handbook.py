"""The handbook holds with each slide what must be said there."""

from __future__ import annotations

import io
from dataclasses import replace
from pathlib import Path

import pikepdf
import pypdfium2

from lok.model.audience import Audience
from lok.render.paper.catalogue import generated
from lok.render.paper.document import press
from lok.view import view
from projects import only, tiny


def test_verdicts_fragments_and_answers_stand_with_their_slide(tmp_path: Path) -> None:
    course = view(only(tiny(tmp_path)), Audience.TRAINER)
    [made] = [each for each in generated(course, Audience.TRAINER) if each.download.id == "handboek"]
    document = pypdfium2.PdfDocument(press(made.document(course), course).pdf)
    text = " ".join("\n".join(page.get_textpage().get_text_range() for page in document).split())
    for words in (
        "Lees voor (HYGIËNIST, Noémie, deel 1)",
        "Oordeel per uitspraak",
        "Mogelijk antwoord: Drempels op een rij",
    ):
        assert words in text, words
    for words in ("Het is tien over elf", "Weten: niets."):
        assert text.count(words) == 2, "with its slide, and in full with its case or exercise"


def test_the_title_of_a_source_in_another_language_says_so(tmp_path: Path) -> None:
    course = view(only(tiny(tmp_path)), Audience.TRAINER)
    [made] = [each for each in generated(course, Audience.TRAINER) if each.download.id == "handboek"]
    for language, found in (("en", {"en"}), ("", set())):
        first, *others = course.references
        told = replace(course, references=(replace(first, language=language), *others))
        with pikepdf.open(io.BytesIO(press(made.document(told), told).pdf)) as opened:
            tags = (each for each in opened.objects if isinstance(each, pikepdf.Dictionary))
            marked = {str(each.Lang) for each in tags if "/Lang" in each}
        assert marked - {"nl", "nl-BE"} == found
