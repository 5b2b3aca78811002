"""Small hand-made records for tests: each function makes one, with only what matters in it given."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal

from lok.exercises.balance.record import Balance
from lok.exercises.choice.record import Choice, Option, OptionGroup, Period
from lok.exercises.columns.record import Columns
from lok.exercises.matrix.kind import Matrix
from lok.exercises.plan.kind import Plan
from lok.exercises.scores.record import Cutoff, Scale, ScaleVersion, Scores
from lok.exercises.spaces.kind import WritingFields
from lok.exercises.statements.record import Statements
from lok.exercises.steps.kind import Steps
from lok.model.course import Course, Part, Role, Slide
from lok.model.exercises import ExerciseContent, Statement
from lok.model.library import Case, Entry, Exercise, Fragment, Sheet
from lok.model.place import Span
from lok.model.ref import LINK_KINDS, Ref, RefKind
from lok.model.text import Blocks, ListBlock, Paragraph, Plain, Section


def span(path: str = "content/a.md", line: int = 1) -> Span:
    return Span(path, line)


def say(text: str) -> Blocks:
    """One paragraph."""
    return (Paragraph((Plain(text),)),)


def bullets(*texts: str) -> ListBlock:
    return ListBlock(False, tuple(say(text) for text in texts))


def section(title: str, *blocks: object, line: int = 1, children: tuple[Section, ...] = ()) -> Section:
    return Section(title.lower(), title, span(line=line), tuple(blocks), children)  # type: ignore[arg-type]


def columns(*titles: str) -> Columns:
    """Columns with a guiding question and a hint each; column n stands at line 10 n."""
    return Columns(
        tuple(
            section(title, *say(f"Wat hoort bij {title}?"), bullets("een wenk"), line=10 * n)
            for n, title in enumerate(titles, 1)
        )
    )


def balance() -> Balance:
    def side(title: str, line: int) -> Section:
        groups = (section("binnen", bullets("een boek", "een bad")), section("buiten", bullets("een wandeling")))
        return section(title, line=line, children=groups)

    return Balance(side("Plussen", 20), side("Minnen", 30))


def statements(*texts: str) -> Statements:
    made = tuple(Statement(text, "waar", "eerder", span(), say("Uitleg achteraf.")) for text in texts)
    return Statements(("waar", "niet waar"), made)


def spaces(*titles: str, across: int = 2) -> WritingFields:
    """Fields with a guiding question each; field n stands at line 10 n."""
    made = (section(title, *say(f"Wat hoort bij {title}?"), line=10 * n) for n, title in enumerate(titles, 1))
    return WritingFields(tuple(made), across)


def steps(*titles: str) -> Steps:
    return Steps(tuple(section(title, *say(f"Doe dit bij {title}.")) for title in titles))


def matrix(columns: int = 3, rows: int = 3, marks: tuple[str, ...] = ("doet", "betrekt", "weet")) -> Matrix:
    """Rows with a guiding sentence; row n stands at line 10 n."""
    made = (section(f"Rij {n}", *say(f"Uitleg bij rij {n}."), line=10 * n) for n in range(1, rows + 1))
    return Matrix(tuple(f"kolom {n}" for n in range(1, columns + 1)), marks, tuple(made))


def plan(weeks: int = 4, prompts: int = 3) -> Plan:
    begin = section("Begin", bullets(*(f"Vraag {n}" for n in range(1, prompts + 1))))
    return Plan((begin, section("Opbouw", bullets("Noteer elke dag"))), "opbouw", weeks)


def scores() -> Scores:
    """Two scales in a long version, one of them in a short version too."""
    low, high = Cutoff("oranje", Decimal("3.06")), Cutoff("rood", Decimal("3.31"))
    long = ScaleVersion("lang", 8, (low, high))
    short = ScaleVersion("kort", 5, (Cutoff("oranje", Decimal("2.50")),))
    proper = Scale(section("Proper", *say("Hoe proper het is.")), (long, short))
    dry = Scale(section("Droog"), (ScaleVersion("lang", 4, ()),))
    return Scores(("lang", "kort"), (proper, dry))


def choice(groups: int = 2, options: int = 2, most: int = 2) -> Choice:
    """Groups of options with a property that is a sentence and a short one; group n stands at line 10 n."""

    def option(group: int, number: int) -> Option:
        properties = (("wat", f"Doe dit bij {group}.{number}."), ("waarom", f"Het helpt {group}.{number}."))
        return Option(section(f"Keuze {group}.{number}", line=10 * group + number), (*properties, ("tijd", "1 minuut")))

    def group(n: int) -> OptionGroup:
        own = section(f"Groep {n}", *say(f"Uitleg bij {n}."), line=10 * n)
        return OptionGroup(own, tuple(option(n, number) for number in range(1, options + 1)))

    review = section("Later", bullets("Wat werkt?", "Wat niet?"))
    return Choice(
        most,
        tuple(map(group, range(1, groups + 1))),
        ("Wie", "Vanaf"),
        ("Vanaf",),
        review,
        Period(4, "week", "4 weken"),
    )


def exercise(content: ExerciseContent, *sections: Section, paper: tuple[str, ...] = ("a4",)) -> Exercise:
    summary, task = "een korte oefening", say("Neem je pen en begin.")
    return Exercise(
        "oefening", "Een oefening", summary, Decimal(5), None, paper, span("content/o.md", 2), task, content, sections
    )


def sheet(*sections: Section, intro: Blocks = ()) -> Sheet:
    return Sheet("blad", "Een blad", "om te lezen", None, ("a4",), span("content/b.md", 3), intro, sections)


def cards(*cards: Section, **changes: object) -> Sheet:
    """A set of cards for participants."""
    made = Sheet("kaarten", "Een set", "om te delen", None, ("a6",), span("content/k.md", 3), (), cards, cards=True)
    return replace(made, **changes)  # type: ignore[arg-type]


def fact(id: str = "lijn", status: str = "zeker") -> Entry:
    day = date(2026, 11, 22)
    return Entry(id, id, "1234", "bron.be", day, day, status, "", span("content/f.md"), say("Bel de lijn, op elk uur."))


def fact_here(id: str = "lijn") -> Ref:
    return Ref(RefKind.FACT, id, span())


def course(*items: Exercise | Sheet, facts: tuple[Entry, ...] = (), **changes: object) -> Course:
    """A course without slides around some exercises and sheets."""
    made = Course(
        "cursus",
        "Een cursus",
        Decimal(120),
        (Role("een", "Eén", 0), Role("twee", "Twee", 1)),
        "1.0",
        date(2026, 11, 22),
        "",
        span("content/s.md"),
        (),
        (),
        (),
        exercises=tuple(item for item in items if isinstance(item, Exercise)),
        sheets=tuple(item for item in items if isinstance(item, Sheet)),
        facts=facts,
    )
    return replace(made, **changes)  # type: ignore[arg-type]


DUO = Role("duo", "duo", 2, together=True)


def slide(title: str = "Een slide", kind: str = "", **changes: object) -> Slide:
    """A slide of the first speaker; its id follows from its title."""
    made = Slide(title.lower().replace(" ", "-"), 1, title, span("slides/s/a.md", 4), kind, DUO, Decimal(2))
    return replace(made, **changes)  # type: ignore[arg-type]


def part(*slides: Slide, title: str = "Een deel", first: int = 1) -> Part:
    """Slides in a row, numbered from `first`."""
    numbered = tuple(replace(item, number=n) for n, item in enumerate(slides, first))
    return Part(title.lower().replace(" ", "-"), title, span("slides/s/a.md"), numbered)


def case(*fragments: Fragment) -> Case:
    return Case("iemand", "Iemand", "55 jaar, kapper", True, (), span("cases/iemand.md"), fragments)


def fragment(reader: str = "een", title: str = "") -> Fragment:
    kind = "reactie" if title else "deel"
    read_by = Ref(RefKind.ROLE, reader, span()) if reader else None
    return Fragment(
        f"{kind}-1", kind, 1, title, span("cases/iemand.md", 9), read_by, None, say("Ik kom voor mijn rug.")
    )


def target(link: str) -> Ref | str:
    """What a link leads to: one of our own records (`casus:iemand#deel-1`), or an address."""
    kind, _, rest = link.partition(":")
    id, _, anchor = rest.partition("#")
    return Ref(RefKind(kind), id, span(), anchor) if kind in LINK_KINDS else link
