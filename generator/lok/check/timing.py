"""Whether the minutes of a course add up and whether its notes can be spoken in them."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from decimal import ROUND_CEILING, Decimal

from lok.model.course import Break, Course, Late
from lok.problems import Code, Problem, warning
from lok.session.speech import WORDS_A_MINUTE, spoken_words
from lok.words import format_number


def check_minutes(course: Course, today: date) -> Iterator[Problem]:
    if not all(part.slides for part in course.parts):
        return  # a part that could not be read has minutes too
    slides = sum((slide.minutes for slide in course.slides), Decimal(0))
    breaks = sum((item.minutes for item in course.agenda if isinstance(item, Break)), Decimal(0))
    if slides + breaks != course.minutes:
        rest = f" en pauze en marge {format_number(breaks)}" if breaks else ""
        message = f"de slides tellen samen {amount(slides)}{rest}, de sessie duurt {amount(course.minutes)}"
        yield warning(course.span, Code.MINUTES_DO_NOT_ADD_UP, message, "pas `minuten:`, `duur:` of `marge:` aan")


def check_speech(course: Course, today: date) -> Iterator[Problem]:
    for slide in course.slides:
        count = spoken_words(course, slide)
        if count > WORDS_A_MINUTE * slide.minutes:
            needed = (Decimal(2 * count) / WORDS_A_MINUTE).to_integral_value(ROUND_CEILING) / 2
            message = f"{count} gesproken woorden vragen {amount(needed)}, de slide krijgt {amount(slide.minutes)}"
            yield warning(slide.span, Code.NOTES_TOO_LONG, message, "kort de notities in of geef de slide meer tijd")


def check_shortenings(course: Course, today: date) -> Iterator[Problem]:
    for slide in course.slides:
        shorter = slide.shortening
        if shorter and shorter.how is Late.SHORTEN and shorter.minutes >= slide.minutes:
            message = f"{amount(shorter.minutes)} is niet minder dan de {amount(slide.minutes)} van de slide"
            yield warning(slide.span, Code.NOT_SHORTER, message, "schrijf de minuten die overblijven")


def amount(number: Decimal) -> str:
    return f"{format_number(number)} {'minuut' if 0 < number <= 1 else 'minuten'}"
