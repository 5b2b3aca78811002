"""`lok nieuw`: a first course in an empty folder, or one thing more in a project that is there."""

from __future__ import annotations

import sys
from collections.abc import Callable, Mapping
from datetime import date
from pathlib import Path

import click

from lok.cli.common import stop, told_to_author
from lok.cli.reading import load
from lok.exercises import BY_WORD
from lok.load import load_and_check
from lok.model.course import Course
from lok.problems import Severity, has_errors
from lok.publish.disk import create, rewrite, scratch
from lok.slides.registry import WORDS
from lok.start.addition import Addition, AdditionError, new_file, new_slide
from lok.start.course import SHORTEST, Answers, new_course, new_session, roles_in, session_file

PROJECT = ("content", "cases", "slides")
"""Folders by which a project is known."""

sessie_option = click.option("--sessie", metavar="SESSIE", default="", help="Waar het bij hoort, als er meer zijn.")
titel_option = click.option("--titel", help="Hoe de avond heet.")
sprekers_option = click.option(
    "--sprekers", metavar="ROL,ROL", help="De rollen van wie spreekt, met een komma ertussen."
)
minuten_option = click.option("--minuten", type=click.IntRange(SHORTEST, 24 * 60), help="Hoelang de avond duurt.")


@click.group(
    "nieuw",
    invoke_without_command=True,
    short_help="Begin een cursus, of voeg iets toe.",
    subcommand_metavar="[WAT]",
    options_metavar="[OPTIES]",
)
@titel_option
@sprekers_option
@minuten_option
@click.pass_context
def new_command(ctx: click.Context, titel: str | None, sprekers: str | None, minuten: int | None) -> None:
    """Begin een cursus in een lege map, of voeg er iets aan toe. Wat er al staat, wordt nooit overschreven.

    \b
    Voorbeelden:
      lok nieuw
      lok nieuw --titel "Een goed gesprek" --sprekers "kinesist, tandarts" --minuten 90
      lok nieuw slide --soort kaarten
      lok nieuw oefening balans "Wat helpt?"
    """
    if ctx.invoked_subcommand:
        return
    if any(Path(folder).exists() for folder in PROJECT):
        raise click.ClickException("hier staat al een cursus; voeg iets toe, bijvoorbeeld met `lok nieuw slide`")
    answers = _asked(titel, sprekers, minuten)
    _begin(answers, new_course(answers))
    click.echo("Bekijk het met `lok serve`, en maak alles met `lok build`.")


@new_command.command("sessie", short_help="Nog een avond, met een eerste deel.", options_metavar="[OPTIES]")
@click.argument("naam", required=False)
@sprekers_option
@minuten_option
def session_command(naam: str | None, sprekers: str | None, minuten: int | None) -> None:
    """Voeg een avond toe: een startpagina en een eerste deel. Wie spreekt, komt anders uit de avond die er al is."""
    loaded = load(None)
    if not sprekers and loaded.courses:
        sprekers = ", ".join(role.name for role in loaded.courses[0].roles)
    answers = _asked(naam or ("Nieuwe avond" if sprekers else None), sprekers, minuten or SHORTEST)
    _begin(answers, new_session(answers))


@new_command.command("slide", short_help="Een slide, achteraan in een deel.", options_metavar="[OPTIES]")
@click.argument("naam", required=False, default="")
@click.option("--soort", type=click.Choice(WORDS), default="inhoud", show_default=True, help="Wat je wilt tonen.")
@click.option("--deel", metavar="DEEL", default="", help="Het bestand in slides/, zonder .md; anders het laatste deel.")
@sessie_option
def slide_command(naam: str, soort: str, deel: str, sessie: str) -> None:
    """Voeg een slide toe, achteraan in een deel. De duur van de avond telt haar minuten mee."""

    def add(course: Course) -> Addition:
        return new_slide(soort, naam, course, deel.removesuffix(".md"), _texts(course))

    _add(sessie, add)


@new_command.command("oefening", short_help="Een oefening, van een vorm die je kiest.", options_metavar="[OPTIES]")
@click.argument("vorm", type=click.Choice(tuple(BY_WORD)))
@click.argument("naam", required=False, default="")
@sessie_option
def exercise_command(vorm: str, naam: str, sessie: str) -> None:
    """Voeg een oefening toe van een van de vormen; de startpagina van de avond verwijst ernaar."""
    _add_file("oefening", f"{BY_WORD[vorm].name}/start.md", naam, sessie)


def _adds(what: str, tells: str) -> click.Command:
    """The command that adds a file of one kind."""

    @click.command(what, short_help=tells, options_metavar="[OPTIES]")
    @click.argument("naam", required=False, default="")
    @sessie_option
    def command(naam: str, sessie: str) -> None:
        _add_file(what, f"{what}.md", naam, sessie)

    command.help = f"Voeg toe: {tells[:1].lower()}{tells[1:]} De startpagina van de avond verwijst ernaar."
    return command


for each in (
    _adds("casus", "Een verhaal dat jullie voorlezen."),
    _adds("blad", "Een blad om uit te delen."),
    _adds("kaart", "Een set kaarten om te snijden."),
):
    new_command.add_command(each)


def _asked(title: str | None, speakers: str | None, minutes: int | None) -> Answers:
    """What was given, and what a person answers to the rest.

    Raises click.UsageError where something is missing and nobody can be asked, click.ClickException where an answer
    is of no use.
    """
    if None in (title, speakers, minutes) and not can_ask():
        raise click.UsageError("geef --titel, --sprekers en --minuten: hier kan lok niets vragen")
    title = title if title is not None else click.prompt("Hoe heet de avond?", prompt_suffix=" ")
    speakers = speakers if speakers is not None else click.prompt("Wie spreekt? Rollen, met een komma ertussen")
    if minutes is None:
        length = click.IntRange(SHORTEST, 24 * 60)
        minutes = click.prompt("Hoeveel minuten duurt het?", type=length, default=90, prompt_suffix=" ")
    answers = Answers(title, roles_in(speakers), minutes, date.today())
    if not answers.id:
        raise click.ClickException("uit die titel volgt geen naam voor een bestand; gebruik letters van a tot z")
    if not answers.roles:
        raise click.ClickException('zeg wie spreekt, bijvoorbeeld --sprekers "kinesist, tandarts"')
    return answers


def can_ask() -> bool:
    """Whether somebody sits at the keyboard."""
    return sys.stdin.isatty()


def _begin(answers: Answers, files: Mapping[str, str]) -> None:
    """Write a session and what came with it, once it is sure that lok can read it.

    Raises click.ClickException where a file of that name is there.
    """
    there = [path for path in files if Path(path).exists()]
    if there:
        raise click.ClickException(f"{there[0]} bestaat al; kies een andere titel")
    data = {path: text.encode() for path, text in files.items()}
    with told_to_author(), scratch() as folder:
        create(folder, data)
        wrong = load_and_check(folder, [answers.id], answers.today).problems
    if has_errors(wrong):
        first = next(problem for problem in wrong if problem.severity is Severity.ERROR)
        raise click.ClickException(f"{first.message}; {first.hint}")
    with told_to_author():
        create(Path.cwd(), data)
    for path in files:
        click.echo(f"gemaakt: {path}")
    click.echo(f"Open eerst {session_file(answers)}: daar begint de avond.")


def _add_file(what: str, template: str, name: str, session: str) -> None:
    _add(session, lambda course: new_file(what, template, name, course, _texts(course)[course.span.path]))


def _add(session: str, make: Callable[[Course], Addition]) -> None:
    """Write what is added to a session, and say where.

    Raises click.ClickException where it cannot be added.
    """
    course = _course(session)
    try:
        added = make(course)
    except AdditionError as wrong:
        raise click.ClickException(str(wrong)) from wrong
    with told_to_author():
        if added.path:
            create(Path.cwd(), {added.path: added.text.encode()})
            click.echo(f"gemaakt: {added.path}")
        for path, text in added.changed.items():
            rewrite(Path(path), text.encode())
            click.echo(f"aangevuld: {path}")
    click.echo(f"Open eerst {added.path or next(iter(added.changed))} en zet er je eigen tekst in.")


def _course(session: str) -> Course:
    """The session to which something is added; ends where its files hold mistakes.

    Raises click.UsageError where there are several and none is named.
    """
    loaded = load(session or None)
    if has_errors(loaded.problems):
        stop(loaded.problems)
    if len(loaded.courses) != 1:
        raise click.UsageError(f"zeg bij welke avond, met --sessie: {', '.join(loaded.sessions)}")
    return loaded.courses[0]


def _texts(course: Course) -> dict[str, str]:
    """The files of a session and its slides as they stand, with their line ends."""
    paths = {course.span.path, *(part.span.path for part in course.parts)}
    return {path: Path(path).read_bytes().decode("utf-8") for path in sorted(paths)}
