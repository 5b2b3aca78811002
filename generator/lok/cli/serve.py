"""`lok serve`: pages while they are written, with what is wrong on the page itself."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path

import click
from typst import TypstError

from lok.cli.check import SESSION_HELP
from lok.cli.common import counted, told_to_author, write
from lok.live import Live
from lok.model.audience import Audience
from lok.problems import Problem, has_errors
from lok.publish.disk import sweep
from lok.publish.engine import ENGINES, MKDOCS, EngineError
from lok.publish.preview import PortTakenError, Shown, serve_folder
from lok.render.html.templates import fill


@click.command(
    "serve", short_help="Bekijk wat je schrijft, terwijl je schrijft.", epilog=SESSION_HELP, options_metavar="[OPTIES]"
)
@click.argument("sessie", required=False)
@click.option(
    "--publiek",
    type=click.Choice([audience.value for audience in Audience]),
    help="Alleen de site voor dit publiek; anders trainers, deelnemers, bladen en slides naast elkaar.",
)
@click.option("--poort", type=click.IntRange(1, 65535), default=8000, show_default=True, help="Het poortnummer.")
@click.option(
    "--engine",
    type=click.Choice(ENGINES),
    default=MKDOCS,
    show_default=True,
    help="Het programma dat de pagina's opmaakt.",
)
def serve_command(sessie: str | None, publiek: str | None, poort: int, engine: str) -> None:
    """Bekijk in je browser wat je schrijft: wat je bewaart, verschijnt meteen, en wat fout is ook.

    Eerst verandert de pagina waaraan je schrijft; slides en bladen volgen. Stop met Ctrl+C.
    """
    if not Path("content").is_dir():
        raise click.ClickException("in deze map staat geen cursus; begin er een met `lok nieuw`, of ga naar haar map")
    sweep()
    audiences = [audience for audience in Audience if publiek in (None, audience.value)]
    live = Live(Path.cwd(), [sessie] if sessie else [], audiences, engine)

    def ready() -> None:
        click.echo(f"Open http://127.0.0.1:{poort}/ in je browser. Stop met Ctrl+C.")

    try:
        with told_to_author():
            serve_folder(Path.cwd(), lambda: _told(live), poort, ready, fill("waiting.html.j2"))
    except PortTakenError as wrong:
        other = poort + 1 if poort < 65535 else poort - 1
        raise click.ClickException(f"poort {poort} is niet vrij; probeer --poort {other}") from wrong


def _told(live: Live) -> Iterator[Shown]:
    """The stages of a preview with a box of what is wrong, which the terminal is told too."""
    known: Sequence[Problem] = ()
    shown = False
    try:
        for stage in live.stages(date.today()):
            files = stage.files
            if stage.problems is not None and stage.problems != known:
                known = stage.problems
                _report(stage.problems)
            box = None if stage.problems is None else _box(stage.problems)
            yield files, box
            if files and not shown:
                click.echo("Bijgewerkt.")
                shown = True
    except (EngineError, TypstError) as wrong:
        yield {}, _said(str(wrong))
    except Exception as wrong:  # a preview that stops at a slip of ours takes the author's pages away
        click.echo(f"fout: er ging iets mis dat lok niet voorzag ({type(wrong).__name__})", err=True)
        yield {}, _said(f"er ging iets mis dat lok niet voorzag ({type(wrong).__name__})")


def _report(problems: Sequence[Problem]) -> None:
    write(problems)
    kept = ": de vorige versie blijft staan" if has_errors(problems) else ""
    click.echo(f"{counted(problems)}{kept}", err=True)


def _box(problems: Sequence[Problem]) -> bytes:
    """What is wrong, to lie over a page; nothing where nothing is."""
    if not problems:
        return b""
    return fill("mistakes.html.j2", problems=problems, wrong=has_errors(problems), count=counted(problems))


def _said(sentence: str) -> bytes:
    return fill("mistakes.html.j2", problems=(), wrong=True, count=sentence)
