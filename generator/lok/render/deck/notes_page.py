"""What trainers read below a slide: slide and reader in, paragraphs with bold labels out.

Who speaks and until when stands first, then what `notes` tells this reader.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from lok.model.course import Shortening, Slide
from lok.model.text import Block, Chart, Table
from lok.session.clock import format_clock
from lok.session.lookup import Lookup, may_go
from lok.session.notes import Notes
from lok.session.reading import who_takes_over
from lok.slides.canvas import Par
from lok.slides.line_breaking import Run
from lok.slides.paragraphs import paragraphs, plain
from lok.slides.type_styles import BULLET, PLAIN, QUOTE
from lok.words import format_number, words


def notes(of: Lookup, slide: Slide, reader: str) -> tuple[Par, ...]:
    """The notes page of one slide for a role, by its id, or for all where `reader` is ""."""
    own = Notes(of, slide, reader)
    told = own.listening() if own.listens else own.speaking()
    pars = (*_head(of, slide, reader), *(par for each in told for par in _labelled(of, each.label, each.blocks)))
    return tuple(replace(par, level=PLAIN) if par.level == QUOTE else par for par in pars)


def _head(of: Lookup, slide: Slide, reader: str) -> Iterator[Par]:
    """Who speaks and when, and takes over from whom; how to leave out a slide that may go, or to show a hidden one."""
    spoken, who = words("deck"), slide.role.name.upper()
    if slide.left_out:
        yield _line(spoken["note_left_out"], _hidden(slide))
        return
    mine = reader == slide.role.id
    when, change = _when(of, slide), who_takes_over(of, slide)
    told = spoken["note_change"].format(when=when, change=change) if change else when
    yield _line(spoken["note_you"].format(role=who) if mine else who, told)
    if slide.shortening and may_go(slide):
        yield _line(spoken["late_drop"], _leaving(of, slide, slide.shortening))


def _when(of: Lookup, slide: Slide) -> str:
    """How long the slide takes, from which minute, and at what time where the session has one to begin at."""
    start, spoken = of.starts[slide.id], words("deck")
    end = start + slide.minutes
    shown = {"minutes": format_number(slide.minutes), "start": format_number(start), "end": format_number(end)}
    if of.opening is None:
        return spoken["note_minutes"].format(**shown)
    return spoken["note_clock"].format(
        **shown, begins=format_clock(of.opening, start), ends=format_clock(of.opening, end)
    )


def _hidden(slide: Slide) -> str:
    """Why nobody sees this slide, how to show it after all, and what falls out."""
    spoken = words("deck")
    lost = slide.shortening.loss.rstrip(".") if slide.shortening else ""
    loss = (spoken["note_gone"].format(loss=lost),) if lost else ()
    return " ".join((spoken["note_hidden"].format(number=slide.number), *loss))


def _leaving(of: Lookup, slide: Slide, shortening: Shortening) -> str:
    """How to leave this slide out, during the show and before it, and what falls out."""
    spoken, follows = words("deck"), of.staying.get(slide.id)
    jump = spoken["note_skip"].format(number=follows.number) if follows else spoken["note_end"]
    loss = (spoken["note_loss"].format(loss=shortening.loss.rstrip(".")),) if shortening.loss else ()
    return " ".join((jump, spoken["note_hide"], *loss))


def _line(label: str, text: str) -> Par:
    return Par(PLAIN, (Run(f"{label}: ", bold=True), Run(text)))


def _labelled(of: Lookup, label: str, blocks: Sequence[Block]) -> Iterator[Par]:
    """The label before the first paragraph, or alone above a list."""
    pars = _readable(of, blocks)
    if not pars:
        return
    if pars[0].level == PLAIN:
        yield replace(pars[0], runs=(Run(f"{label}: ", bold=True), *pars[0].runs))
        yield from pars[1:]
    else:
        yield Par(PLAIN, (Run(f"{label}:", bold=True),))
        yield from pars


def _readable(of: Lookup, blocks: Sequence[Block]) -> tuple[Par, ...]:
    """Paragraphs of author text; the rows of a table as list items, below what a chart of them shows."""
    found: list[Par] = []
    for block in blocks:
        if isinstance(block, (Table, Chart)):
            table = block.table if isinstance(block, Chart) else block
            if isinstance(block, Chart):
                found.append(Par(PLAIN, (Run(block.caption, bold=True),)))
            rows = (table.header, *table.rows)
            found.extend(Par(BULLET, (Run(" | ".join(map(plain, row))),)) for row in rows)
        else:
            found.extend(paragraphs((block,), of.facts, of.facts))
    return tuple(found)
