"""Who reads a fragment aloud or plays it, and who takes over: a slide in, lines for trainers out."""

from __future__ import annotations

from lok.model.course import Slide
from lok.model.library import Case, Fragment
from lok.session.lookup import Lookup
from lok.words import words


def heard(of: Lookup, slide: Slide) -> tuple[Case, Fragment] | None:
    """The fragment that the room hears on a slide, with its case."""
    case = of.cases.get(slide.case.id) if slide.case else None
    found = (each for each in case.fragments if slide.case and each.id == slide.case.anchor) if case else ()
    fragment = next(iter(found), None)
    return (case, fragment) if case and fragment else None


def reader(of: Lookup, slide: Slide, fragment: Fragment) -> str:
    """The name of who reads it, or plays its recording; "" where nobody says who."""
    if fragment.reader and not fragment.audio:
        return of.speaker(fragment.reader.id)
    return slide.role.name if slide.role.id in of.roles else ""


def fragment_name(fragment: Fragment) -> str:
    """What a fragment is called aloud: its kind and number."""
    return f"{words('deck')[f'fragment_{fragment.kind}']} {fragment.number}"


def who_reads(of: Lookup, slide: Slide) -> str:
    """Who reads which fragment aloud or plays it, in a sentence; "" where a slide has none."""
    found, spoken = heard(of, slide), words("deck")
    if not found:
        return ""
    case, fragment = found
    what = spoken["note_fragment"].format(what=fragment_name(fragment), name=case.name)
    who = reader(of, slide, fragment).upper() or spoken["note_either"]
    return spoken["note_plays" if fragment.audio else "note_reads"].format(role=who, what=what)


def who_takes_over(of: Lookup, slide: Slide) -> str:
    """Who speaks from here, in a sentence; "" where that is who spoke before."""
    before, spoken = of.before[slide.id], words("deck")
    if before is None or before.role == slide.role:
        return ""
    if slide.role.id not in of.roles:
        return spoken["note_together"]
    told = "note_takes_over" if before.role.id in of.roles else "note_alone"
    return spoken[told].format(role=slide.role.name.upper(), other=before.role.name.upper())
