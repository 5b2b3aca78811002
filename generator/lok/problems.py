"""Problems as data: a place, a severity, a code, a Dutch message and a hint. Nothing here raises or prints."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import Enum, StrEnum

from lok.model.place import Span


class Code(StrEnum):
    """What kind of mistake it is: the word an author sees and looks up in docs/meldingen.md."""

    ANSWER_LOOKALIKE = "kop-lijkt-antwoord"
    ATTRIBUTES = "attributen"
    AUDIO_TYPE = "audio-soort"
    BAD_ADDRESS = "adres-ongeldig"
    BAD_CHANGE = "wijziging-ongeldig"
    BAD_CHART = "grafiek-ongeldig"
    BAD_CODE = "code-ongeldig"
    BAD_COLOUR = "kleur-ongeldig"
    BAD_COPIES = "aantal-ongeldig"
    BAD_DATE = "datum-ongeldig"
    BAD_DUO = "duo-ongeldig"
    BAD_NUMBER = "getal-ongeldig"
    BAD_PERIOD = "termijn-ongeldig"
    BAD_SCALE = "schaal-ongeldig"
    BAD_SETTING = "instelling-ongeldig"
    BAD_TABLE = "avonden-onleesbaar"
    BAD_TIME = "uur-ongeldig"
    BAD_YAML = "yaml-ongeldig"
    BUNDLE_SIZE = "bundel-formaat"
    BUNDLE_TOO_LONG = "bundel-te-lang"
    CHART_IN_TEXT = "grafiek-in-tekst"
    CHART_WITHOUT_TABLE = "grafiek-zonder-tabel"
    CODE_BLOCK = "codeblok"
    CONFLICT = "versies-dooreen"
    CONTROL_SIGN = "stuurteken"
    DOCUMENT_TYPE = "pdf-soort"
    DOES_NOT_FIT = "past-niet"
    EMPTY_FILE = "bestand-leeg"
    EMPTY_HEADING = "kop-leeg"
    EMPTY_SLIDE = "slide-leeg"
    EVENING_LONGER = "avond-langer"
    EVENING_TOO_SHORT = "avond-te-kort"
    EXPIRED_FACT = "feit-verlopen"
    FACT_CYCLE = "feit-in-zichzelf"
    FACT_DIFFERS = "feit-verschilt"
    FACT_IN_TEXT = "feit-in-tekst"
    FILE_TOO_LARGE = "bestand-te-groot"
    FOREIGN_FRAME = "kader-onbekend"
    FOREIGN_HOST = "vreemde-host"
    FOREIGN_MARKUP = "vreemde-opmaak"
    HALF_OPEN = "nadruk-open"
    HEADING_IN_LIST = "kop-in-lijst"
    HEADING_LEVEL = "kop-niveau"
    HEADING_WITHOUT_SPACE = "kop-zonder-spatie"
    HTML = "html"
    INDENTED_HEADING = "kop-ingesprongen"
    INDENTED_TEXT = "tekst-ingesprongen"
    INSERTION = "invoegen"
    KEY_FORM = "sleutel-vorm"
    KEY_IN_TEXT = "sleutel-in-tekst"
    LEAK = "lek"
    LINK_TITLE = "link-titel"
    LINK_TO_TRAINER_SHEET = "link-naar-trainerblad"
    LIST_AFTER_TEXT = "lijst-zonder-lege-regel"
    LIST_FOR_VALUE = "waarde-lijst"
    LIST_INDENT = "lijst-inspringing"
    LIST_NUMBER = "lijst-nummer"
    LOOSE_NOTE = "voetnoot-los"
    MARKED_HEADING = "kop-opmaak"
    MINUTES_DO_NOT_ADD_UP = "minuten-kloppen-niet"
    NOTES_PAGE_FULL = "notitieblad-te-vol"
    NOTES_TOO_LONG = "notities-te-lang"
    NOT_SHORTER = "uitloop-niet-korter"
    NOT_UTF8 = "niet-utf8"
    NO_ALT = "alt-ontbreekt"
    NO_AUDIO = "audio-ontbreekt"
    NO_BLOCKS = "blokken-ontbreken"
    NO_CARDS = "kaarten-ontbreken"
    NO_COLUMNS = "kolommen-ontbreken"
    NO_CUE = "woord-ontbreekt"
    NO_DOCUMENT = "pdf-ontbreekt"
    NO_FIELDS = "velden-ontbreken"
    NO_FOLDER = "map-ontbreekt"
    NO_FRONT_MATTER = "voorblad-ontbreekt"
    NO_HEADING = "kop-ontbreekt"
    NO_ID = "id-ontbreekt"
    NO_KEY = "sleutel-ontbreekt"
    NO_LINK_TEXT = "linktekst-ontbreekt"
    NO_OPTIONS = "keuzes-ontbreken"
    NO_PARTS = "delen-ontbreken"
    NO_PICTURE = "afbeelding-ontbreekt"
    NO_QUESTIONS = "vragen-ontbreken"
    NO_ROWS = "rijen-ontbreken"
    NO_SCALES = "schalen-ontbreken"
    NO_SLIDES = "slides-ontbreken"
    NO_STATEMENTS = "uitspraken-ontbreken"
    NO_STEPS = "stappen-ontbreken"
    NO_WORDS = "spreektekst-ontbreekt"
    NO_TITLE = "titel-ontbreekt"
    OPEN_FRONT_MATTER = "voorblad-open"
    OPEN_REMARK = "opmerking-open"
    PASTED_LIST = "lijst-geplakt"
    PAST_EVENING = "avond-voorbij"
    PICTOGRAM_COUNT = "beelden-aantal"
    PICTURE_IN_SENTENCE = "afbeelding-in-zin"
    PICTURE_TYPE = "afbeelding-soort"
    REAL_CASE = "casus-echt"
    RULE_UNDER_TEXT = "streep-onder-tekst"
    RUNS_ON = "regels-lopen-samen"
    SAME_EVENING = "avond-dubbel"
    SAME_HEADING = "kop-dubbel"
    SAME_ID = "id-dubbel"
    SAME_KEY = "sleutel-dubbel"
    SAME_PART = "deel-dubbel"
    SAME_TITLE = "titel-dubbel"
    SLIDE_FULL = "slide-te-vol"
    SLIDE_KIND = "soort-past-niet"
    SWALLOWED_SIGN = "teken-verdwijnt"
    TABLE_FORM = "tabel-vorm"
    TEXT_UNDER_LIST = "tekst-plakt-aan-lijst"
    TEXT_WITHOUT_HEADING = "tekst-zonder-kop"
    TEXT_WITHOUT_SLIDE = "tekst-zonder-slide"
    TIME_TOO_SHORT = "tijd-te-krap"
    TOO_MUCH = "te-veel"
    TRAINERS_ONLY = "alleen-trainers"
    TRAINER_LOOKALIKE = "kop-lijkt-trainer"
    UNKNOWN_ANCHOR = "anker-onbekend"
    UNKNOWN_CASE = "casus-onbekend"
    UNKNOWN_COLUMN = "kolom-onbekend"
    UNKNOWN_EXERCISE = "oefening-onbekend"
    UNKNOWN_FACT = "feit-onbekend"
    UNKNOWN_FRAGMENT = "fragment-onbekend"
    UNKNOWN_HEADING = "kop-onbekend"
    UNKNOWN_KEY = "sleutel-onbekend"
    UNKNOWN_LINK = "link-onbekend"
    UNKNOWN_MARKUP = "opmaak-onbekend"
    UNKNOWN_OVERLAP = "overlap-onbekend"
    UNKNOWN_PART = "deel-onbekend"
    UNKNOWN_PICTOGRAM = "beeld-onbekend"
    UNKNOWN_PORTRAIT = "portret-onbekend"
    UNKNOWN_QUOTE = "citaat-onbekend"
    UNKNOWN_ROLE = "wie-onbekend"
    UNKNOWN_SESSION = "sessie-onbekend"
    UNKNOWN_SHEET = "blad-onbekend"
    UNKNOWN_SHORTENING = "uitloop-onbekend"
    UNKNOWN_SIGN = "teken-onbekend"
    UNKNOWN_SOURCE = "bron-onbekend"
    UNKNOWN_TERM = "begrip-onbekend"
    UNKNOWN_VALUE = "waarde-onbekend"
    UNREADABLE_FILE = "bestand-onleesbaar"
    UNTAGGED_DOCUMENT = "pdf-ontoegankelijk"
    UNUSED_FILE = "bestand-ongebruikt"
    UNUSED_PART = "deel-ongebruikt"
    WEAK_COLOUR = "kleur-te-zwak"
    WIDE_TABLE = "tabel-te-breed"
    YES_OR_NO = "ja-nee"


class Severity(Enum):
    """How bad a problem is, in the author's word. An error stops a build, a warning only a strict one."""

    ERROR = "fout"
    WARNING = "waarschuwing"


@dataclass(frozen=True)
class Problem:
    """One mistake or warning at an author's line; `code` names its kind, `hint` says what to try."""

    span: Span
    severity: Severity
    code: Code
    message: str
    hint: str = ""

    def __str__(self) -> str:
        place = f"{self.span.path}:{self.span.line}:{self.span.column}"
        text = f"{place}: {self.severity.value}[{self.code}]: {self.message}"
        return f"{text}\n    tip: {self.hint}" if self.hint else text


def error(span: Span, code: Code, message: str, hint: str = "") -> Problem:
    """A problem that stops a build."""
    return Problem(span, Severity.ERROR, code, _line(message), _line(hint))


def warning(span: Span, code: Code, message: str, hint: str = "") -> Problem:
    """A problem that an author may live with."""
    return Problem(span, Severity.WARNING, code, _line(message), _line(hint))


def _line(text: str) -> str:
    """A text on one line: what an author broke off is quoted whole."""
    return text.replace("\n", " ")


def shortened(text: str, most: int = 60) -> str:
    """A text as a message quotes it: no longer than `most` letters."""
    return text if len(text) <= most else f"{text[: most - 1]}…"


def ordered(problems: Iterable[Problem]) -> tuple[Problem, ...]:
    """Without doubles, by file, line and column; on the same place errors come first."""
    return tuple(sorted(set(problems), key=lambda p: (p.span, p.severity.value, p.code, p.message)))


def has_errors(problems: Iterable[Problem], strict: bool = False) -> bool:
    """Tell whether these problems stop a build; `strict` lets warnings stop it too."""
    return any(strict or p.severity is Severity.ERROR for p in problems)


def closest(word: str, candidates: Iterable[str]) -> str | None:
    """The candidate that `word` most resembles, within two edits (one for short words), or None."""
    word = word.lower()
    near = [(edits(word, c.lower()), c) for c in candidates if edits(word, c.lower()) <= allowed(c)]
    return min(near)[1] if near else None


def did_you_mean(word: str, candidates: Iterable[str], shown: int = 12) -> str:
    """Dutch hint: the candidate that `word` resembles, and all candidates where there are at most `shown`; else ""."""
    names = sorted(set(candidates))
    near = closest(word, names)
    choice = ", ".join(names) if 0 < len(names) <= shown else ""
    if near:
        return f'bedoelde je "{near}"?' + (f" ({choice})" if choice else "")
    return f"kies uit: {choice}" if choice else ""


def allowed(word: str) -> int:
    """How many edits a misspelling of `word` may have: one for words of four letters or fewer, else two."""
    return 1 if len(word) <= 4 else 2


def edits(one: str, other: str) -> int:
    """Optimal string alignment distance: insertions, deletions, substitutions and swaps of neighbours.

    4 stands for all that is farther, where the lengths differ by more than 3: `closest` asks for no more than 2.
    """
    if abs(len(one) - len(other)) > 3:
        return 4
    rows = [list(range(len(other) + 1))]
    for i, a in enumerate(one, 1):
        row = [i]
        for j, b in enumerate(other, 1):
            cost = min(rows[-1][j] + 1, row[-1] + 1, rows[-1][j - 1] + (a != b))
            if i > 1 and j > 1 and a == other[j - 2] and one[i - 2] == b:
                cost = min(cost, rows[-2][j - 2] + 1)
            row.append(cost)
        rows.append(row)
    return rows[-1][-1]
