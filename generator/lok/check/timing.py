"""Whether the minutes of a course add up and whether its notes can be spoken in them."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from decimal import ROUND_CEILING, Decimal

from lok.model.course import Break, Course, Late
from lok.problems import Code, Problem, warning
from lok.session.demand import demands
from lok.session.lookup import lookup
from lok.session.speech import WORDS_A_MINUTE, has_words, spoken_words
from lok.words import format_number

TOLERANCE = 15
"""Seconds that a slide may ask too much before its author hears of it: all of this is an estimate."""


def check_minutes(course: Course, today: date) -> Iterator[Problem]:
    """A warning where the minutes of slides and breaks are not those of the session; none where a part is not read."""
    if not course.minutes or not all(part.slides for part in course.parts):
        return  # what could not be read has minutes too
    slides = sum((slide.minutes for slide in course.slides), Decimal(0))
    breaks = sum((item.minutes for item in course.agenda if isinstance(item, Break)), Decimal(0))
    if slides + breaks != course.minutes:
        rest = f" en pauze en marge {format_number(breaks)}" if breaks else ""
        message = f"de slides tellen samen {amount(slides)}{rest}, de sessie duurt {amount(course.minutes)}"
        place = course.minutes_span or course.span
        yield warning(place, Code.MINUTES_DO_NOT_ADD_UP, message, "pas `minuten:`, `duur:` of `marge:` aan")


def check_speech(course: Course, today: date) -> Iterator[Problem]:
    """A warning for each slide with more words to say than its minutes hold, at WORDS_A_MINUTE."""
    for slide in course.slides:
        count = spoken_words(course, slide)
        if count > WORDS_A_MINUTE * slide.minutes:
            needed = _halves(Decimal(60 * count) / WORDS_A_MINUTE)
            message = f"{count} gesproken woorden vragen {amount(needed)}, de slide krijgt {amount(slide.minutes)}"
            yield warning(slide.span, Code.NOTES_TOO_LONG, message, "kort de notities in of geef de slide meer tijd")


def check_demands(course: Course, today: date) -> Iterator[Problem]:
    """A warning for each slide whose minutes do not hold all that happens on it, where its words alone would fit."""
    known = lookup(course)
    for slide in course.slides:
        asked = demands(course, known, slide)
        total = sum((each.seconds for each in asked), Decimal(0))
        speakable = spoken_words(course, slide) <= WORDS_A_MINUTE * slide.minutes
        if speakable and total > 60 * slide.minutes + TOLERANCE:
            parts = ", ".join(f"{each.what} {amount(_halves(each.seconds))}" for each in asked)
            message = (
                f"deze slide vraagt ongeveer {amount(_halves(total))} en krijgt er {amount(slide.minutes)}: {parts}"
            )
            tip = "geef de slide meer tijd, laat iets weg, of verdeel ze over twee slides"
            yield warning(slide.span, Code.TIME_TOO_SHORT, message, tip)


def check_words(course: Course, today: date) -> Iterator[Problem]:
    """A warning for each slide on which nobody has anything to say."""
    for slide in course.slides:
        if (slide.body or slide.reveal) and not has_words(slide):
            message = f'bij de slide "{slide.title}" heeft niemand iets te zeggen'
            yield warning(slide.span, Code.NO_WORDS, message, "voeg `### Zeg` toe, of een kop met de rol die spreekt")


def check_shortenings(course: Course, today: date) -> Iterator[Problem]:
    """A warning for each slide that would be no shorter after the minutes that its author leaves it."""
    for slide in course.slides:
        shorter = slide.shortening
        if shorter and shorter.how is Late.SHORTEN and shorter.minutes >= slide.minutes:
            message = f"{amount(shorter.minutes)} is niet minder dan de {amount(slide.minutes)} van de slide"
            yield warning(slide.span, Code.NOT_SHORTER, message, "schrijf de minuten die overblijven")


def _halves(seconds: Decimal) -> Decimal:
    """Seconds as minutes, rounded up to half a minute."""
    return (seconds / 30).to_integral_value(ROUND_CEILING) / 2


def amount(number: Decimal) -> str:
    """Minutes in words: `0,5 minuut`, `4 minuten`."""
    return f"{format_number(number)} {'minuut' if 0 < number <= 1 else 'minuten'}"
