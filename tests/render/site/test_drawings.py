"""People and pictograms on pages: who is shown, what a screen reader hears, and what stays silent."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest

import samples
from lok.derive.occasions import FACES, faces
from lok.design.pictograms import PICTOGRAMS, PORTRAITS
from lok.design.signs import SHAPES
from lok.model.audience import Audience
from lok.model.course import Course
from lok.model.library import Case
from lok.model.ref import Ref, RefKind
from lok.render.html import addresses, figures
from lok.render.site import site

FACE = re.compile(r'<svg class="portrait" ([^>]*?) viewBox')


def case(id: str, name: str, portrait: str, quote: str = "") -> Case:
    fragment = replace(samples.fragment(), quote=quote)
    return replace(samples.case(fragment), id=id, name=name, portrait=portrait, goals=("je luistert",))


def told(*cases: Case) -> Course:
    """A course whose slides tell of these people, in this order."""
    refs = [Ref(RefKind.CASE, each.id, samples.span()) for each in cases]
    slides = [samples.slide(f"Slide {n}", case=ref) for n, ref in enumerate((*refs, *refs))]
    exercise = replace(samples.exercise(samples.balance()), pictogram="batterij")
    sheet = replace(samples.sheet(), pictogram="rust")
    ordered = tuple(sorted(cases, key=lambda each: each.id))
    return samples.course(exercise, cases=ordered, sheets=(sheet,), agenda=(samples.part(*slides),))


def page(course: Course, path: str, audience: Audience = Audience.PARTICIPANT) -> str:
    made = site.render(course, audience, {})
    return next(item.data.decode() for item in made.files if item.path == path)


def test_a_case_begins_with_a_face_that_has_a_name() -> None:
    head = page(told(case("jef", "Jef <i>", "jeroen")), "casussen/jef.md").partition("# Jef")[0]
    assert FACE.findall(head) == ['role="img" aria-label="Portret van Jef &lt;i&gt;"']
    assert head.count("<path") == len(figures.pictograms.portrait("jeroen").paths)  # type: ignore[union-attr]


def test_without_a_portrait_there_is_a_letter_that_nobody_hears() -> None:
    head = page(told(case("jef", "Élodie", "")), "casussen/jef.md").partition("# Élodie")[0]
    assert "<svg" not in head
    assert '<span class="portrait initial" aria-hidden="true">É</span>' in head


def test_the_first_quote_of_a_case_stands_beside_the_face() -> None:
    shown = page(told(case("jef", "Jef", "jeroen", "voor mijn rug")), "casussen/jef.md")
    assert '<blockquote class="balloon"><p>“voor mijn rug”</p></blockquote>' in shown
    assert shown.index("balloon") < shown.index("je luistert") < shown.index("Ik kom voor mijn rug.")
    assert "balloon" not in page(told(case("jef", "Jef", "jeroen")), "casussen/jef.md")


def test_cards_show_faces_and_pictograms_beside_their_words() -> None:
    made = told(case("jef", "Jef", "jeroen"))
    assert FACE.findall(page(made, "casussen/index.md")) == ['aria-hidden="true"']
    work, read = page(made, "oefeningen/index.md"), page(made, "bladen/index.md")
    assert re.search(r'card-mark"><svg class="pictogram" aria-hidden="true".*</svg> <strong>5</strong> min</p>', work)
    assert re.search(r'card-mark"><svg class="pictogram" aria-hidden="true".*</svg></p>', read)
    assert str(figures.pictogram("batterij")) in work
    plain = replace(made, exercises=(replace(made.exercises[0], pictogram="", minutes=None),))
    assert "card-mark" not in page(plain, "oefeningen/index.md")


def test_cards_to_vote_with_show_the_sign_of_each_answer() -> None:
    votes = samples.cards(samples.section("Ja"), samples.section("Nee <i>"))
    shown = page(samples.course(votes), f"bladen/{votes.id}.md")
    cards = re.findall(r'<li id="[^"]+"><svg class="sign" aria-hidden="true".*<path d="(.+?)"/></svg> (.+)</li>', shown)
    assert cards == [(SHAPES["tick"][0], "Ja"), (SHAPES["square"][0], "Nee &lt;i&gt;")]


def test_the_start_page_shows_the_first_people_of_the_evening() -> None:
    people = [case(id, id.capitalize(), face) for id, face in zip("dcba", ("", *PORTRAITS), strict=False)]
    made = told(*people)
    assert [each.id for each in faces(made)] == ["c", "b", "a"]
    start = page(made, "index.md")
    assert re.findall(r"</svg><span>(\w)</span>", start) == ["C", "B", "A"]
    assert len(FACE.findall(start)) == FACES
    assert "faces" not in page(told(people[0]), "index.md")


def test_authors_see_every_drawing_with_its_name() -> None:
    made = told(case("jef", "Jef", "jeroen"))
    shown = page(made, "beelden.md", Audience.TRAINER)
    assert tuple(re.findall(r"</svg><span>(\w+)</span>", shown)) == (*PICTOGRAMS, *PORTRAITS)
    assert "beelden.md" not in {item.path for item in site.render(made, Audience.PARTICIPANT, {}).files}


@pytest.mark.parametrize("audience", Audience)
def test_the_licence_of_the_pictograms_comes_along(audience: Audience) -> None:
    files = {item.path: item.data for item in site.assets(audience)}
    path = f"{addresses.ASSETS}/{addresses.LICENCE}"
    assert b"Permission is hereby granted" in files[path]
    assert f'href="../{path}"' in page(told(), "over.md", audience)


def test_a_drawing_that_nobody_made() -> None:
    for make in (figures.pictogram, figures.portrait):
        with pytest.raises(KeyError):
            make("niets")
