"""How text is written says which kind of slide shows it: only the form is read, never a word."""

import pytest

from lok.model import text_form
from lok.model.course import SlideKind
from lok.model.text import Block, Inline, Link, ListBlock, Paragraph, Plain, Quote, Strong, Table
from samples import bullets, say, span, target


def par(*children: Inline) -> Paragraph:
    return Paragraph(children)


def led(lead: str, rest: str) -> Paragraph:
    return par(Strong((Plain(lead),)), Plain(rest))


def listed(*items: Paragraph, ordered: bool = False) -> ListBlock:
    return ListBlock(ordered, tuple((item,) for item in items))


def linked(where: str, rest: str = "") -> Paragraph:
    return par(Link(target(where), (Plain("lees"),), span()), *((Plain(rest),) if rest else ()))


CARDS = listed(led("Een:", " zo"), led("Twee?", " Zus"), led("Drie", ": nog"))
STEPS = listed(*say("eerst"), *say("dan"), ordered=True)
HEAD = par(Strong((Plain("Kop"),)))
TALK = (led("Zij:", " Hoe?"), led("Hij:", " Zo."), led("Zij:", " Ja."))
NESTED = ListBlock(True, ((*say("een"), bullets("diep")), say("twee")))
EMPTY = Table(((Plain("a"),),), ())


@pytest.mark.parametrize(
    ("blocks", "expected"),
    [
        (say("Gewoon."), None),
        ((bullets("een", "twee"),), None),
        ((STEPS,), SlideKind.STEPS),
        ((*say("vooraf"), STEPS, *say("achteraf")), SlideKind.STEPS),
        ((Quote(say("zei ze")), STEPS), SlideKind.STEPS),
        ((listed(*say("een"), ordered=True),), None),
        ((listed(*(p for n in range(9) for p in say(f"{n}")), ordered=True),), None),
        ((NESTED,), None),
        ((STEPS, EMPTY), None),
        ((STEPS, STEPS), None),
        ((CARDS,), SlideKind.CARDS),
        ((listed(led("Een:", " zo"), *say("twee")),), None),
        ((listed(led("Een", " woord vet"), led("Twee", " woorden")),), None),
        ((listed(HEAD, HEAD),), None),
        ((HEAD, bullets("a"), HEAD, bullets("b")), SlideKind.PAIR),
        ((HEAD, bullets("a"), HEAD, bullets("b"), *say("dus")), SlideKind.PAIR),
        ((*say("Kop"), bullets("a"), HEAD, bullets("b")), None),
        (TALK, SlideKind.DIALOGUE),
        (TALK[:2], None),
        ((*TALK, led("Derde:", " Nee.")), None),
        ((*TALK, *say("Einde.")), None),
        ((listed(linked("bron:who"), linked("https://a.be", " eerst")),), SlideKind.SOURCES),
        ((listed(linked("bron:who"), *say("a"), *say("b")),), None),
        ((listed(linked("feit:lijn"), linked("casus:iemand")),), None),
    ],
)
def test_the_form_gives_the_kind(blocks: tuple[Block, ...], expected: SlideKind | None) -> None:
    assert text_form.form(blocks) is expected


@pytest.mark.parametrize(
    ("kind", "blocks", "possible"),
    [
        (SlideKind.STEPS, (bullets("een", "twee"),), True),
        (SlideKind.STEPS, say("geen lijst"), False),
        (SlideKind.SOURCES, (bullets("een boek"),), True),
        (SlideKind.CARDS, (bullets("geen kop"),), False),
        (SlideKind.CARDS, (CARDS,), True),
        (SlideKind.DIALOGUE, (CARDS,), False),
        (SlideKind.PAIR, TALK, False),
    ],
)
def test_an_author_may_choose_what_is_possible(kind: SlideKind, blocks: tuple[Block, ...], possible: bool) -> None:
    assert text_form.fits(kind, blocks) is possible
