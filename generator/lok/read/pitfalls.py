"""Lines that Markdown would change in silence: one page in, problems with their remedy out.

Nothing here understands the course; it reads lines, outside code fences and below the key block.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from lok.model.names import clean, fold, slug
from lok.model.place import Span
from lok.model.vocabulary import TRAINER
from lok.problems import Code, Problem, error
from lok.read.bounds import LONGEST_TITLE
from lok.read.chart import CHART
from lok.read.foreign import conflict, foreign_marks, hiding_marks
from lok.read.lines import GLUED, HEADING_LIKE, LIST, OUTLINED, PASTED, UNSEEN, Lines
from lok.read.markdown import FACT
from lok.read.remarks import NOTHING, OPEN
from lok.read.runs import more_than, plus, runs_on, tabbed, under_list
from lok.read.scan import HEADING, KEY, Page, fenced
from lok.read.signs import ESCAPED
from lok.read.strange import unprintable

HTML = re.compile(r"</?[a-zA-Z][^<>]*>")
BREAK = re.compile(r"<br ?/?>", re.IGNORECASE)
AUTOLINK = re.compile(r"<(https?|mailto|tel):[^<> ]+>")
ATTRIBUTES = re.compile(r"\{[ ]*(?:[:#.]|[\w-]+=)[^{}]*\}")
RAW = re.compile("[<{]")
"""Without one of these, a line holds nothing of the kind."""
CODE = re.compile(r"`[^`]*`")
SNIPPET = "--8<--"
UNDERLINE = re.compile(r"\s*(-+|=+)\s*$")
TITLE_MARKS = re.compile(r"\*\*|__|\]\(|`|(?<![\w*])\*[^\s*][^*]*\*(?!\w)|(?<!\w)_[^\s_][^_]*_(?!\w)|\^[^\s^]+\^|\[\^")
TABLE_RULE = re.compile(r"\s*\|?\s*:?-+:?\s*(?:\|\s*:?-+:?\s*)*\|?\s*$")
BAR = re.compile(r"(?<!\\)\|")
LAST_BAR = re.compile(r"(?<!\\)\|$")
ALONE = re.compile(rf"[\W\d_]*{TRAINER}s?[\W\d_]*$")
MARKED = re.compile(r"\s*(?:[-*+>]|\d{1,3}[.)])\s+(?=\S)")


def pitfalls(page: Page) -> tuple[Problem, ...]:
    """All mistakes in the lines of one page, in order."""
    lines = page.source.text.replace(NOTHING, "").split("\n")
    code, keys = fenced(lines), _key_lines(page)
    start = page.intro.span.line - 1
    reader = Lines(page.source.path, lines)
    found: list[Problem] = []
    for n in range(len(lines)):
        if not (code[n] or reader.blank(n)):
            rules = EVERYWHERE if n < start or n in keys else ANYTHING
            found += [p for rule in rules for p in rule(reader, n)]
        elif code[n] and not (n and code[n - 1]):
            tip = "haal de regels met ``` of ~~~ weg: wat ertussen staat, is gewone tekst"
            found.append(error(reader.at(n, 1), Code.CODE_BLOCK, "een codeblok kan niet op slide of papier", tip))
    return tuple(found)


def misplaced_keys(page: Page, top: frozenset[str], below: frozenset[str]) -> tuple[Problem, ...]:
    """Known keys that stand where they would be read as text: at the top without `---`, or in the text under `##`."""
    first = KEY.match(page.intro.lines[0]) if page.intro.lines and not page.keys else None
    if first and clean(first.group(1)).lower() in top:
        tip = "zet een regel `---` boven en een regel `---` onder de sleutels"
        return (error(page.intro.span, Code.NO_FRONT_MATTER, "de sleutels bovenaan staan niet tussen `---`", tip),)
    found = []
    for text in (heading.text for heading in page.headings if heading.level == 2):
        for n, line in enumerate(text.lines):
            key = KEY.match(line)
            if not line.strip():
                break
            if key and (name := clean(key.group(1)).lower()) in below:
                span = Span(text.span.path, text.span.line + n)
                tip = "zet de sleutels vlak onder de titel, zonder lege regel ertussen"
                found.append(error(span, Code.KEY_IN_TEXT, f'"{name}:" staat tussen de tekst', tip))
    return tuple(found)


def _key_lines(page: Page) -> set[int]:
    """Line numbers from 0 of the keys under headings and of their lists."""
    keys = [key for heading in page.headings for key in heading.keys]
    return {span.line - 1 for key in keys for span in (key.span, *(item.span for item in key.items))}


Rule = Callable[[Lines, int], Iterator[Problem]]


def pasted_bullet(lines: Lines, n: int) -> Iterator[Problem]:
    """A bullet of a word processor, or one without a space behind it."""
    tip = "begin elk punt met `- ` (of met `1. ` voor een genummerde lijst)"
    if (match := PASTED.match(lines[n])) or (
        (match := OUTLINED.match(lines[n])) and any(OUTLINED.match(line) for line in lines.around(n))
    ):
        yield error(lines.at(n, match.start(1) + 1), Code.PASTED_LIST, f'"{match.group(1)}" maakt geen lijst', tip)
    elif match := GLUED.match(lines[n]):
        message = f'na "{match.group(1)}" ontbreekt een spatie'
        yield error(lines.at(n, match.start(1) + 1), Code.PASTED_LIST, message, tip)


def list_after_text(lines: Lines, n: int) -> Iterator[Problem]:
    """A list below text without an empty line between them."""
    match = LIST.match(lines[n])
    if not match or lines.blank(n - 1) or HEADING.match(lines[n - 1]):
        return
    start = lines.block_start(n)
    listed = any(PASTED.match(lines[k]) or GLUED.match(lines[k]) or LIST.match(lines[k]) for k in range(start, n))
    dedented = LIST.match(lines[start]) and lines.indent(n) < lines.indent(start)
    if dedented or lines.other_list(n) or not listed:
        yield error(
            lines.at(n, len(match.group(1)) + 1),
            Code.LIST_AFTER_TEXT,
            "boven deze lijst ontbreekt een lege regel",
            "zet een lege regel boven het eerste punt, anders loopt de lijst door in de tekst",
        )


def nested_list(lines: Lines, n: int) -> Iterator[Problem]:
    """A point that is indented by no multiple of four spaces."""
    match = LIST.match(lines[n])
    if match and lines.indent(n) % 4:
        yield error(
            lines.at(n, len(match.group(1)) + 1),
            Code.LIST_INDENT,
            f"dit punt springt {_spaces(lines.indent(n))} in",
            "laat een punt onder een ander punt vier spaties inspringen, en een gewoon punt geen",
        )


def _spaces(count: int) -> str:
    return "één spatie" if count == 1 else f"{count} spaties"


def indented_text(lines: Lines, n: int) -> Iterator[Problem]:
    """Text that is indented so far that it would be code."""
    if lines.blank(n) or LIST.match(lines[n]) or HEADING_LIKE.match(lines[n]):
        return
    starts = lines.block_start(n) == n
    if starts and lines.indent(n) >= 4 and not lines.in_list(n):
        yield error(
            lines.at(n, len(lines[n]) - len(lines[n].lstrip()) + 1),
            Code.INDENTED_TEXT,
            "deze regel springt in en zou als computercode verschijnen",
            "haal de spaties vooraan weg",
        )


def heading_form(lines: Lines, n: int) -> Iterator[Problem]:
    """A heading in a list, after a space, or without one behind its marks."""
    match = HEADING_LIKE.match(lines[n])
    if not match or HEADING.match(lines[n]):
        return
    before, marks = match.groups()
    place, rest = lines.at(n, match.start(2) + 1), re.sub(f"^[{UNSEEN}]+", "", lines[n][match.end() :])
    escape = "Is dit gewone tekst? Zet dan een \\ voor het hekje"
    if re.search(rf"[^{UNSEEN}]", before):
        message, tip = "een kop kan niet in een lijst of citaat staan", "begin de regel met #"
        yield error(place, Code.HEADING_IN_LIST, message, f"{tip}. {escape}")
    elif before:
        yield error(place, Code.INDENTED_HEADING, "voor deze kop staat een spatie", "begin de regel met #")
    else:
        tip = f"schrijf `{'#' * max(2, len(marks))} {rest.strip()}`. {escape}"
        yield error(place, Code.HEADING_WITHOUT_SPACE, f"na {marks} ontbreekt een spatie", tip)


def long_title(lines: Lines, n: int) -> Iterator[Problem]:
    """A title is a file name too: no disk holds one of more than 255 letters."""
    heading = HEADING.match(lines[n])
    if heading and len(slug(heading.group(2))) > LONGEST_TITLE:
        message = f"deze titel telt meer dan {LONGEST_TITLE} letters"
        yield error(lines.at(n, 1), Code.TOO_MUCH, message, "maak hem korter, en zet de rest eronder")


def heading_marks(lines: Lines, n: int) -> Iterator[Problem]:
    """A heading in bold, in italics or with a link."""
    heading = HEADING.match(lines[n])
    mark = TITLE_MARKS.search(ESCAPED.sub(_blanked, heading.group(2))) if heading else None
    if heading and mark:
        place = lines.at(n, heading.start(2) + mark.start() + 1)
        yield error(place, Code.MARKED_HEADING, "een kop heeft geen vet, cursief of link", "schrijf gewone woorden")


def loose_trainer(lines: Lines, n: int) -> Iterator[Problem]:
    """The word alone on its line, as text: a heading was meant, and all below it would be published."""
    if ALONE.match(fold(lines[n])) and not lines.heading(n):
        message = f'"{clean(lines[n])}" is hier geen kop, en verbergt niets'
        yield error(lines.at(n, 1), Code.TRAINER_LOOKALIKE, message, f"schrijf `## {TRAINER.capitalize()}`")


def underline(lines: Lines, n: int) -> Iterator[Problem]:
    """A rule right below text, which would make a title of it."""
    if UNDERLINE.match(lines[n]) and not lines.blank(n - 1) and "|" not in lines[n - 1]:
        yield error(
            lines.at(n, 1),
            Code.RULE_UNDER_TEXT,
            "een streep vlak onder tekst maakt er een titel van",
            "haal de streep weg; een titel begint met #",
        )


def table_form(lines: Lines, n: int) -> Iterator[Problem]:
    """A table whose rows would lose a cell, or that is glued to the text above it."""
    if "|" not in lines[n] or lines.blank(n - 1):
        return
    start = lines.block_start(n)
    if TABLE_RULE.match(lines[n]) and n > start + 1 and not TABLE_RULE.match(lines[start + 1]):
        tip = "zet een lege regel boven de tabel"
        yield error(lines.at(n - 1, 1), Code.TABLE_FORM, "boven deze tabel ontbreekt een lege regel", tip)
    elif n > start and TABLE_RULE.match(lines[start + 1]) and "|" in lines[start]:
        wanted, found = _cells(lines[start]), _cells(lines[n])
        if found > wanted or (n == start + 1 and found != wanted):
            message = f"deze rij telt {found} vakken, de kop van de tabel {wanted}"
            tip = "geef elke rij evenveel vakken; een | in een tekst schrijf je als \\|"
            yield error(lines.at(n, 1), Code.TABLE_FORM, message, tip)


def _cells(line: str) -> int:
    """How many cells a row has, its outer bars apart."""
    line = CODE.sub(_blanked, line.strip()).removeprefix("|")
    return len(BAR.split(line)) - bool(LAST_BAR.search(line))


def loose_fact(lines: Lines, n: int) -> Iterator[Problem]:
    """`feit: id` prints a fact only when it stands alone."""
    marked = MARKED.match(lines[n])
    fact = FACT.match(lines[n], marked.end() if marked else len(lines[n]) - len(lines[n].lstrip()))
    alone = lines.blank(n + 1) and lines.block_start(n) == n
    if fact and (marked or not alone):
        tip = "zet dit alleen op een regel tussen lege regels; in een zin schrijf je `[woorden](feit:…)`"
        place = lines.at(n, fact.start() + 1)
        yield error(place, Code.FACT_IN_TEXT, f'"{clean(fact.group())}" zou letterlijk verschijnen', tip)


def loose_chart(lines: Lines, n: int) -> Iterator[Problem]:
    """`grafiek: …` draws a chart only at the start of a paragraph."""
    chart = CHART.match(lines[n], len(lines[n]) - len(lines[n].lstrip()))
    if chart and lines.block_start(n) != n:
        tip = "zet een lege regel erboven, en eronder de tabel"
        place = lines.at(n, chart.start() + 1)
        yield error(place, Code.CHART_IN_TEXT, f'"{clean(chart.group())}" zou letterlijk verschijnen', tip)


def raw_html(lines: Lines, n: int) -> Iterator[Problem]:
    """HTML, attributes in braces, and other files to insert."""
    if not RAW.search(lines[n]):
        return
    line = AUTOLINK.sub(_blanked, CODE.sub(_blanked, ESCAPED.sub(_blanked, lines[n])))
    for match in HTML.finditer(line):
        tip = _BREAK_TIP if BREAK.fullmatch(match.group()) else "schrijf gewone tekst of Markdown"
        yield error(lines.at(n, match.start() + 1), Code.HTML, "HTML kan hier niet", tip)
    if OPEN in line:
        message, tip = "deze opmerking heeft geen einde", "sluit ze af met `-->`"
        yield error(lines.at(n, line.index(OPEN) + 1), Code.OPEN_REMARK, message, tip)
    for match in ATTRIBUTES.finditer(line):
        message = f"{match.group()} kan hier niet"
        yield error(lines.at(n, match.start() + 1), Code.ATTRIBUTES, message, "haal de accolades weg")
    if SNIPPET in line:
        place = lines.at(n, line.index(SNIPPET) + 1)
        yield error(place, Code.INSERTION, "een ander bestand invoegen kan niet", "zet de tekst hier")


_BREAK_TIP = "haal dit weg; in gewone tekst breek je een regel met een \\ aan het einde"


def _blanked(match: re.Match[str]) -> str:
    return " " * len(match.group())


EVERYWHERE: tuple[Rule, ...] = (conflict, raw_html, unprintable)
IN_TEXT: tuple[Rule, ...] = (
    foreign_marks,
    hiding_marks,
    runs_on,
    under_list,
    tabbed,
    plus,
    more_than,
    long_title,
    pasted_bullet,
    list_after_text,
    nested_list,
    indented_text,
    heading_form,
    heading_marks,
    loose_trainer,
    underline,
    table_form,
    loose_fact,
    loose_chart,
)
ANYTHING = (*EVERYWHERE, *IN_TEXT)
