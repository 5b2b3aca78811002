"""A way that goes up and down: where its nodes stand and how the curve runs between them."""

from itertools import pairwise

from lok.design import outline
from lok.slides.shapes.wave import band, curve, wave

X0, X1, Y, AMPLITUDE = 39.7, 296.9, 101.6, 20.6


def test_nodes_stand_at_equal_steps_up_and_down() -> None:
    nodes = wave(X0, X1, Y, AMPLITUDE, 8)
    steps = [right[0] - left[0] for left, right in pairwise(nodes)]
    assert max(steps) - min(steps) < 1e-9
    assert (nodes[0], nodes[-1][0]) == ((X0, Y - AMPLITUDE), X1)
    assert [y for _, y in nodes[:3]] == [Y - AMPLITUDE, Y + AMPLITUDE, Y - AMPLITUDE]


def test_the_curve_goes_through_every_node_and_is_level_there() -> None:
    nodes = wave(X0, X1, Y, AMPLITUDE, 5)
    here, ends = nodes[0], [nodes[0]]
    for _, (first, second, end) in outline.steps(curve(nodes))[1:]:
        assert (first[1], second[1]) == (round(here[1], 3), round(end[1], 3))
        assert first[0] == second[0]
        here = end
        ends.append(end)
    assert [tuple(round(value, 3) for value in end) for end in ends] == [
        tuple(round(value, 3) for value in node) for node in nodes
    ]


def test_a_band_lies_where_its_nodes_are() -> None:
    nodes = wave(X0, X1, Y, AMPLITUDE, 4)
    box = band(nodes[:3], "role-1-tint", 6.9)
    assert (box.x, box.y, box.w) == (X0, Y - AMPLITUDE, nodes[2][0] - X0)
    assert abs(box.h - 2 * AMPLITUDE) < 1e-9
    assert (box.view, box.stroke, box.fill) == ((box.w, box.h), 6.9, "")
