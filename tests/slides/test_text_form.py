"""How text is written says which kind of slide shows it: only the form is read, never a word."""

import pytest

from lok.model.text import Block, Inline, Link, ListBlock, Paragraph, Plain, Quote, Strong, Table
from lok.slides.compose import slide_context
from lok.slides.registry import choose
from lok.slides.slide_content import SlideContent
from samples import bullets, course, say, slide, span, target


def kind_of(chosen: str, blocks: tuple[Block, ...]) -> str:
    """The kind of a slide with these blocks and the author's word, or ""."""
    return choose(SlideContent(slide_context(course()), slide(kind=chosen, body=blocks, number=2))).word


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
        ((STEPS,), "stappen"),
        ((*say("vooraf"), STEPS, *say("achteraf")), "stappen"),
        ((Quote(say("zei ze")), STEPS), "stappen"),
        ((listed(*say("een"), ordered=True),), None),
        ((listed(*(p for n in range(9) for p in say(f"{n}")), ordered=True),), None),
        ((NESTED,), None),
        ((STEPS, EMPTY), "tabel"),
        ((STEPS, STEPS), None),
        ((CARDS,), "kaarten"),
        ((listed(led("Een:", " zo"), *say("twee")),), None),
        ((listed(led("Een", " woord vet"), led("Twee", " woorden")),), None),
        ((listed(HEAD, HEAD),), None),
        ((HEAD, bullets("a"), HEAD, bullets("b")), "twee kolommen"),
        ((HEAD, bullets("a"), HEAD, bullets("b"), *say("dus")), "twee kolommen"),
        ((*say("Kop"), bullets("a"), HEAD, bullets("b")), None),
        (TALK, "gesprek"),
        (TALK[:2], None),
        ((*TALK, led("Derde:", " Nee.")), None),
        ((*TALK, *say("Einde.")), None),
        ((listed(linked("bron:who"), linked("https://a.be", " eerst")),), "bronnen"),
        ((listed(linked("bron:who"), *say("a"), *say("b")),), None),
        ((listed(linked("feit:lijn"), linked("casus:iemand")),), None),
    ],
)
def test_the_form_gives_the_kind(blocks: tuple[Block, ...], expected: str | None) -> None:
    assert kind_of("", blocks) == (expected or "inhoud")


@pytest.mark.parametrize(
    ("kind", "blocks", "possible"),
    [
        ("stappen", (bullets("een", "twee"),), True),
        ("stappen", say("geen lijst"), False),
        ("bronnen", (bullets("een boek"),), True),
        ("kaarten", (bullets("geen kop"),), False),
        ("kaarten", (CARDS,), True),
        ("gesprek", (CARDS,), False),
        ("twee kolommen", TALK, False),
    ],
)
def test_an_author_may_choose_what_is_possible(kind: str, blocks: tuple[Block, ...], possible: bool) -> None:
    assert (kind_of(kind, blocks) == kind) is possible
