"""Papers for everyone carry no mark in a sentence: a paper in, the same with quiet lines at its foot out."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from lok.derive.doubts import quiet_line, quiet_lines
from lok.render.paper.document import Paper
from lok.render.paper.nodes import Facts, Node


def quiet(paper: Paper, known: Facts) -> Paper:
    """The same paper: what its sentences say of facts that nobody confirmed yet stands at its foot.

    A fact in a frame of its own tells it there.
    """
    return replace(paper, data={**_silent(paper.data, known), "doubts": lines(paper.data, known)})


def without_doubts(paper: Paper) -> Paper:
    """The same paper without a word on what nobody confirmed yet: it is for a patient, and a doctor goes over it."""
    return replace(paper, data=_silent(paper.data, {}))


def lines(data: object, known: Facts) -> list[str]:
    """What to say at the foot of plain data about the facts that it leads to."""
    framed = {*unsure(data, "fact")}
    return [*quiet_lines(known[id] for id in unsure(data, "link") if id not in framed)]


def unsure(data: object, kind: str) -> Iterator[str]:
    """Ids of the facts that nodes of a kind in plain data show or lead to, and nobody confirmed yet."""
    if isinstance(data, dict):
        if data.get("kind") == kind and data["unsure"]:
            yield str(data["unsure"])
        data = list(data.values())
    if isinstance(data, list | tuple):
        for each in data:
            yield from unsure(each, kind)


def _silent(data: Node, known: Facts) -> Node:
    """Plain data in which nothing has a mark; a framed fact says quietly what is open."""
    made = {key: _each(value, known) for key, value in data.items()}
    id = str(data.get("unsure", ""))
    if id in known and data["kind"] == "fact":
        made["quiet"] = quiet_line(known[id])
    return {**made, "unsure": ""} if id else made


def _each(value: object, known: Facts) -> object:
    if isinstance(value, dict):
        return _silent(value, known)
    return [_each(each, known) for each in value] if isinstance(value, list | tuple) else value
