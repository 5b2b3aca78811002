"""What is drawn on a slide from the form of its text: circles, scales, a path, a number, cards, steps, two lists."""

from __future__ import annotations

from itertools import pairwise
from math import hypot

import pytest

import samples
from lok.model.course import Slide
from lok.model.text import Block, ListBlock, Paragraph, Plain, Strong
from lok.problems import Code
from lok.slides import compose, layouts
from lok.slides.canvas import Box, Canvas, Group
from lok.slides.line_breaking import runs_text, runs_width
from lok.slides.mechanisms import circles, path, scales
from lok.slides.mechanisms.circles import APART, RADIUS
from lok.slides.registry import WORDS
from lok.words import words

KOP = (("K, klachten:", "wat je hoort en ziet"), ("O, omstandigheden:", "op het werk én thuis"),
       ("P, persoonlijke stijl:", "hoe iemand daarmee omgaat"))  # fmt: skip
NAMES = ("Diagnostiek", "Arbeidsongeschiktheid", "Motiveren", "Doorverwijzen", "Aanvaarden", "Herstel",
         "Werkhervatting", "Samenwerken")  # fmt: skip
ASKED = samples.say("En jij?")


def strong(text: str, rest: str = "") -> Paragraph:
    return Paragraph((Strong((Plain(text),)), *((Plain(rest),) if rest else ())))


def led(*pairs: tuple[str, str], ordered: bool = False) -> ListBlock:
    return ListBlock(ordered, tuple((strong(lead, f" {rest}"),) for lead, rest in pairs))


def numbered(*texts: str) -> ListBlock:
    return ListBlock(True, tuple(samples.say(text) for text in texts))


def two(left: tuple[str, ...], right: tuple[str, ...]) -> tuple[Block, ...]:
    return strong("Ja zeggen"), samples.bullets(*left), strong("Nee zeggen"), samples.bullets(*right)


def slide(kind: str, *blocks: Block, reveal: bool = False, **changes: object) -> Slide:
    place = {"reveal" if reveal else "body": blocks}
    return samples.slide(kind=kind, number=2, kind_span=samples.span(line=9), **place, **changes)


def laid(kind: str, *blocks: Block, **changes: object) -> Canvas:
    return compose.layout_slide(compose.slide_context(samples.course()), slide(kind, *blocks, **changes))  # type: ignore[arg-type]


def groups(canvas: Canvas, name: str = "") -> list[Group]:
    """The groups that say something, of one name."""
    return [item for item in canvas.items if isinstance(item, Group) and item.alt and name in item.name]


def said(group: Group) -> list[str]:
    return [" ".join(runs_text(line) for line in par.lines) for box in group.boxes if box.text for par in box.text.pars]


def frame(canvas: Canvas, key: str) -> Box:
    return next(item for item in canvas.items if isinstance(item, Box) and item.frame == key)


# --- two circles ----------------------------------------------------------------------------------------------------


def circled(canvas: Canvas) -> tuple[Box, Box]:
    left, right = next(item for item in canvas.items if isinstance(item, Group) and item.name == "Twee cirkels").boxes
    return left, right


@pytest.mark.parametrize(
    ("overlap", "shared"), [("", 2), ("K", 0), ("klachten", 0), ("O", 1), ("p, persoonlijke stijl:", 2)]
)
def test_the_item_that_the_author_names_stands_where_the_circles_overlap(overlap: str, shared: int) -> None:
    canvas = laid("twee cirkels", led(*KOP), overlap=overlap)
    made = groups(canvas, "Cirkel")
    assert [any(box.shape == "path" for box in group.boxes) for group in made] == [n == shared for n in range(3)]
    assert [group.alt.startswith("Waar de twee cirkels") for group in made] == [n == shared for n in range(3)]
    lens = next(box for group in made for box in group.boxes if box.shape == "path")
    left, right = circled(canvas)
    assert (lens.x, lens.x + lens.w) == pytest.approx((right.x, left.x + left.w))
    others = [group.boxes[0].x + group.boxes[0].w / 2 for n, group in enumerate(made) if n != shared]
    assert others[0] < lens.x
    assert lens.x + lens.w < others[1]


def test_a_letter_stands_large_above_its_word() -> None:
    made = groups(laid("twee cirkels", led(*KOP), overlap="K"), "Cirkel")
    assert [said(group) for group in made] == [
        ["K", "klachten", "wat je hoort en ziet"],
        ["O", "omstandigheden", "op het werk én thuis"],
        ["P", "persoonlijke stijl", "hoe iemand daarmee omgaat"],
    ]
    assert [box.text.size for box in made[0].boxes if box.text] == [60, 22, 22]
    tops = {tuple(round(box.y, 3) for box in group.boxes if box.text) for group in made}
    assert len(tops) == 1


def test_leads_without_a_letter_stand_alone() -> None:
    made = groups(laid("twee cirkels", led(("Werk:", "elke dag"), ("Thuis:", "zorg"), ("Jij:", "rust"))), "Cirkel")
    assert [said(group) for group in made] == [["Werk", "elke dag"], ["Thuis", "zorg"], ["Jij", "rust"]]


@pytest.mark.parametrize("overlap", ["K", "O", "P"])
def test_words_stay_in_the_free_part_of_their_circle(overlap: str) -> None:
    """The corners of the ink of each line, measured with the geometry of two circles."""
    short = (*KOP[:1], ("O, omgeving:", "op het werk én thuis"), ("P, persoon:", "hoe iemand daarmee omgaat"))
    canvas = laid("twee cirkels", led(*short), overlap=overlap)
    assert canvas.overflow == 0
    left, right = circled(canvas)
    radius, y = left.w / 2, left.y + left.h / 2
    middles = [left.x + radius, right.x + radius]
    for group in groups(canvas, "Cirkel"):
        shared = group.boxes[0].shape == "path"
        for box in (box for box in group.boxes if box.text):
            first = box.x + box.w / 2 < (middles[0] + middles[1]) / 2
            for x, at in corners(box):
                in_left, in_right = (hypot(x - middle, at - y) <= radius for middle in middles)
                assert (in_left, in_right) == ((True, True) if shared else (first, not first)), (said(group), x, at)


def corners(box: Box) -> list[tuple[float, float]]:
    """Of the ink of each line of a centred text: from a third of its height to its baseline."""
    assert box.text
    text = box.text
    high = text.height / sum(len(par.lines) for par in text.pars)
    found, lines = [], [line for par in text.pars for line in par.lines]
    for n, line in enumerate(lines):
        half = runs_width(line, text.size) / 2
        top = box.y + n * high
        for at in (top + high * 0.34, top + high * 0.78):
            found += [(box.x + box.w / 2 - half, at), (box.x + box.w / 2 + half, at)]
    return found


def test_what_stands_beside_the_list_closes_at_the_bottom_right() -> None:
    canvas = laid("twee cirkels", strong("K = O × P"), led(*KOP), overlap="K")
    closing = frame(canvas, "below")
    assert closing.x + closing.w == pytest.approx(layouts.WIDTH - layouts.MARGIN)
    assert closing.text
    assert closing.text.size == 26
    assert canvas.overflow == 0


def test_circles_are_as_art_draws_them_and_smaller_above_a_strip() -> None:
    left, right = circled(laid("twee cirkels", led(*KOP), overlap="K"))
    assert (left.w, right.x - left.x) == pytest.approx((2 * RADIUS, APART))
    assert (left.x + RADIUS, left.y + RADIUS) == pytest.approx((129.6, 102.7), abs=0.1)
    asked = laid("twee cirkels", led(*KOP), overlap="K", question=ASKED)
    assert circled(asked)[0].y + circled(asked)[0].h <= layouts.STRIPPED


@pytest.mark.parametrize(
    ("lead", "parts"),
    [("K, klachten:", ("K", "klachten")), ("Waar?", ("", "Waar?")), ("Nu, dus:", ("", "Nu, dus")), ("K:", ("", "K"))],
)
def test_a_letter_is_one_letter_with_a_comma(lead: str, parts: tuple[str, str]) -> None:
    assert circles.named(lead) == parts


# --- scales ---------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(("left", "right"), [(1, 4), (4, 1), (2, 2)])
def test_scales_are_level_whatever_lies_on_them(left: int, right: int) -> None:
    canvas = laid("weegschaal", *two(("licht",) * left, ("zwaar",) * right))
    pans = groups(canvas, "Schaal")
    assert pans[0].boxes[0].y == pans[1].boxes[0].y
    weights = groups(canvas, "Gewicht")
    assert len(weights) == left + right
    for stack in (weights[:left], weights[left:]):
        for above, below in pairwise(stack):
            assert above.boxes[0].y + above.boxes[0].h < below.boxes[0].y
        assert stack[-1].boxes[0].y + stack[-1].boxes[0].h + scales.GAP == pytest.approx(pans[0].boxes[0].y)
    assert canvas.overflow == 0


@pytest.mark.parametrize("changes", [{}, {"question": ASKED}])
def test_scales_stay_in_their_room(changes: dict[str, object]) -> None:
    canvas = laid("weegschaal", *two(("een ding",) * 4, ("nog iets",)), **changes)
    weights = [group.boxes[0] for group in groups(canvas, "Gewicht")]
    assert min(box.y for box in weights) >= layouts.TOP - 0.01
    foot = next(item for item in canvas.items if isinstance(item, Group) and item.name == "Weegschaal")
    assert max(box.y + box.h for box in foot.boxes) <= canvas.layout.room.bottom + 0.01
    assert canvas.overflow == 0


def test_heads_are_read_before_their_weights() -> None:
    made = groups(laid("weegschaal", *two(("a", "b"), ("c",)), reveal=True))
    told = [group.alt for group in made if group.name.startswith(("Schaal", "Gewicht"))]
    assert told == ["Ja zeggen", "a", "b", "Nee zeggen", "c"]
    assert [group.click for group in made if group.name.startswith(("Schaal", "Gewicht"))] == [1, 2, 3, 4, 5]


# --- a path ---------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("count", range(path.LEAST, path.MOST + 1))
def test_a_path_goes_up_and_down_with_words_outside(count: int) -> None:
    canvas = laid("pad", numbered(*NAMES[:count]))
    made = groups(canvas, "Stap")
    assert [said(group) for group in made] == [[str(n), name] for n, name in enumerate(NAMES[:count], 1)]
    for n, group in enumerate(made):
        disc, label = group.boxes
        assert label.y + label.h <= disc.y if n % 2 == 0 else label.y >= disc.y + disc.h
        assert label.x >= layouts.MARGIN - 0.01
        assert label.x + label.w <= layouts.WIDTH - layouts.MARGIN + 0.01
    for n in range(count - 2):
        assert made[n].boxes[1].x + made[n].boxes[1].w < made[n + 2].boxes[1].x
    assert len({group.boxes[0].fill for group in made[:-1]}) == 1
    assert made[-1].boxes[0].fill != made[0].boxes[0].fill
    assert canvas.overflow == 0


def test_a_path_above_a_strip_is_lower() -> None:
    canvas = laid("pad", *samples.say("Zo:"), numbered(*NAMES[:4]), question=ASKED)
    assert canvas.overflow == 0
    assert max(box.y + box.h for group in groups(canvas, "Stap") for box in group.boxes) <= layouts.STRIPPED + 0.01


def test_stops_that_are_too_long_are_told() -> None:
    assert laid("pad", numbered(*["veel te veel woorden voor een halte"] * 8), question=ASKED).overflow > 0


# --- a number -------------------------------------------------------------------------------------------------------


def test_a_number_stands_large_above_what_it_says() -> None:
    canvas = laid("getal", strong("1 op de 4", " huisartsen stopt."), *samples.say("Van wie jong is, nog meer."))
    figure, says, more = (frame(canvas, key) for key in ("figure", "said", "text"))
    assert [box.text.size for box in (figure, says, more) if box.text] == [96, 32, 26]
    assert figure.y + figure.h <= says.y < more.y
    assert canvas.overflow == 0


def test_a_pictogram_stands_at_the_right_of_a_number() -> None:
    canvas = laid("getal", strong("37 %", " is leeg."), pictogram="batterij")
    sign = next(item for item in canvas.items if isinstance(item, Group) and item.name == "Pictogram")
    assert frame(canvas, "said").x + frame(canvas, "said").w < sign.boxes[0].x


# --- cards, steps, two lists ----------------------------------------------------------------------------------------


def test_items_with_pictograms_stand_beside_each_other() -> None:
    canvas = laid("", led(*KOP), pictograms=("arts", "psycholoog", "werk"), question=ASKED)
    assert canvas.layout.key == "cards-question"
    made = groups(canvas, "Kaart")
    discs = [group.boxes[0] for group in made]
    assert {(disc.w, round(disc.y, 3)) for disc in discs} == {(48.6, round(discs[0].y, 3))}
    assert len({disc.fill for disc in discs}) == 3
    for left, right in pairwise(made):
        assert max(box.x + box.w for box in left.boxes) < min(box.x for box in right.boxes)
    assert not any(box.line for group in made for box in group.boxes)


@pytest.mark.parametrize(
    ("items", "signs"),
    [(led(*KOP), ()), (led(("A:", "b"), ("C:", "d")), ()), (led(*KOP, *KOP[:2]), ("rust",) * 5),
     (led(*((lead, "veel te veel woorden onder een schijf " * 4) for lead, _ in KOP)), ("rust",) * 3)],
)  # fmt: skip
def test_items_stand_in_rows_without_pictograms_or_with_many_words(items: ListBlock, signs: tuple[str, ...]) -> None:
    made = groups(canvas := laid("kaarten", items, pictograms=signs), "Kaart")
    heads = [next(box for box in group.boxes if box.name == "Kop van een kaart") for group in made]
    assert len({round(head.x, 3) for head in heads}) == 1
    for above, below in pairwise(heads):
        assert above.y + above.h < below.y
    texts = [box.text.size for group in made for box in group.boxes if box.text]
    assert min(texts) >= 22
    above, under = heads[0].y - layouts.TOP, layouts.BOTTOM - heads[-1].y - heads[-1].h
    assert above == pytest.approx(under * 2 / 3, abs=0.1)
    assert canvas.overflow == 0


def test_a_pictogram_needs_no_lead() -> None:
    canvas = laid("", samples.bullets("rust", "slaap"), pictograms=("rust", "slaap"))
    assert [said(group) for group in groups(canvas, "Kaart")] == [["rust"], ["slaap"]]


def test_a_few_short_steps_stand_on_a_level_way() -> None:
    canvas = laid("stappen", *samples.say("Zo:"), numbered("kijk", "denk", "doe"), *samples.say("Klaar."))
    made = groups(canvas, "Stap")
    assert [said(group) for group in made] == [["1", "kijk"], ["2", "denk"], ["3", "doe"]]
    assert made[1].alt == "Stap 2 van 3: denk"
    discs = [box for group in made for box in group.boxes if box.shape == "ellipse"]
    assert len({round(disc.y, 3) for disc in discs}) == 1
    ways = [box for group in made for box in group.boxes if not box.text]
    assert [way.x for way in ways] == pytest.approx([disc.x + disc.w for disc in discs[:-1]])
    order = [item.name for item in canvas.items]
    assert order.index("Tekst") < order.index("Stap 1") < order.index("Stap 3") < order.index("Tekst onderaan")


@pytest.mark.parametrize("kind", ["stappen", "pad"])
def test_steps_after_a_click_appear_one_by_one(kind: str) -> None:
    canvas = laid(kind, *samples.say("Drie:"), numbered("a", "b", "c"), reveal=True, question=ASKED)
    assert [group.click for group in groups(canvas, "Stap")] == [2, 3, 4]
    assert canvas.overflow == 0


def test_many_steps_stand_on_two_rails() -> None:
    made = groups(laid("stappen", numbered(*NAMES)), "Stap")
    circled = [box for group in made for box in group.boxes if box.shape == "ellipse"]
    assert len({round(circle.x) for circle in circled}) == 2
    assert [circle.y for circle in circled[:4]] == pytest.approx([circle.y for circle in circled[4:]])
    assert len([box for group in made for box in group.boxes if not box.text]) == 6


def test_two_lists_stand_beside_each_other_with_a_full_and_an_open_circle() -> None:
    lists = two(("uitputting", "ontregeling", "afstand"), ("spanning", "klachten die lang duren en blijven", "somber"))
    canvas = laid("twee kolommen", *lists, *samples.say("Dus."), question=ASKED)
    left, right, below = (frame(canvas, key) for key in ("left", "right", "below"))
    assert left.text
    assert right.text
    assert left.text.size == right.text.size
    assert left.x + left.w < right.x
    assert right.y + right.h <= below.y
    assert all(run.bold for par in left.text.pars for run in par.runs)
    marks = [item for item in canvas.items if isinstance(item, Group) and item.name == "Lijnen van een lijst"]
    assert [bool(mark.boxes[0].fill) for mark in marks] == [True, False]
    assert [len(mark.boxes) for mark in marks] == [4, 4]


@pytest.mark.parametrize("count", [1, 3, 5])
def test_a_hairline_runs_between_two_rows(count: int) -> None:
    canvas = laid("twee kolommen", *two(("rij",) * count, ("rij",)))
    left = frame(canvas, "left")
    marks = next(item for item in canvas.items if isinstance(item, Group) and item.name == "Lijnen van een lijst")
    lines = [box.y for box in marks.boxes[2:]]
    assert len(lines) == count - 1
    assert left.text
    steps = [below - above for above, below in pairwise(lines)]
    assert steps == pytest.approx([22.2] * (count - 2), abs=0.1) if count > 1 else not steps


# --- what a chosen kind asks for ------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("kind", "blocks"),
    [
        ("twee cirkels", (led(*KOP[:2]),)),
        ("twee cirkels", (samples.bullets("a", "b", "c"),)),
        ("weegschaal", (samples.bullets("a", "b"),)),
        ("weegschaal", two(("a",) * 5, ("b",))),
        ("pad", (numbered("een", "twee"),)),
        ("pad", (samples.bullets("een", "twee", "drie"),)),
        ("getal", samples.say("1 op de 4")),
        ("getal", (strong("veel", " mensen"),)),
        ("kaarten", (samples.bullets("a", "b"),)),
        ("twee kolommen", samples.say("Kort.")),
        ("casus", samples.say("Kort.")),
    ],
)
def test_a_kind_that_the_text_does_not_fill_is_told_with_what_it_asks(kind: str, blocks: tuple[Block, ...]) -> None:
    made = slide(kind, *blocks)
    found = list(compose.problems(compose.slide_context(samples.course()), made))
    assert [(problem.code, problem.span.line) for problem in found] == [(Code.SLIDE_KIND, 9)]
    assert words("forms")[kind] in found[0].hint


@pytest.mark.parametrize(
    ("kind", "blocks"),
    [
        ("twee cirkels", (led(*KOP),)),
        ("weegschaal", two(("a",), ("b", "c"))),
        ("pad", (numbered("een", "twee", "drie"),)),
        ("getal", (strong("4", " mensen"),)),
        ("stappen", (samples.bullets("a", "b"),)),
        ("inhoud", (led(*KOP),)),
    ],
)
def test_a_kind_that_the_text_fills_is_fine(kind: str, blocks: tuple[Block, ...]) -> None:
    made = slide(kind, *blocks, overlap="K")
    assert list(compose.problems(compose.slide_context(samples.course()), made)) == []


def test_every_kind_that_can_be_wrong_says_what_it_asks() -> None:
    assert set(words("forms")) == set(WORDS) - {"inhoud"}
