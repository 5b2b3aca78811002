"""A PDF opened for checking: its structure tree, and what its pages draw with the place that each thing has in it."""

from __future__ import annotations

import io
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Any

import pikepdf

from .drawn import Page, Roles, pages


@dataclass(frozen=True)
class Finding:
    """Something wrong: what kind, on which page (0 for the whole file), and what a reader suffers."""

    code: str
    page: int
    message: str


@dataclass(frozen=True)
class Element:
    """An element of the structure tree, with the roles of those around it."""

    role: str
    around: Roles
    page: int
    entry: Any
    children: tuple[Element, ...]

    def all(self, *roles: str) -> Iterator[Element]:
        """Itself and those below it that have one of these roles, in reading order."""
        if self.role in roles:
            yield self
        for child in self.children:
            yield from child.all(*roles)


class Document:
    """A file under its name; use it in a `with` block."""

    def __init__(self, name: str, data: bytes) -> None:
        self.name, self.data = name, data
        self.pdf = pikepdf.open(io.BytesIO(data))

    def __enter__(self) -> Document:
        return self

    def __exit__(self, *_: object) -> None:
        self.pdf.close()

    @cached_property
    def _structure(self) -> tuple[tuple[Element, ...], dict[tuple[int, int], Roles]]:
        """The tree, and the roles that lead to each piece of marked content, by the numbers of page and piece."""
        numbers = {page.obj.objgen: number for number, page in enumerate(self.pdf.pages, 1)}
        places: dict[tuple[int, int], Roles] = {}

        def read(entry: Any, around: Roles, page: int) -> Iterator[Element]:
            if isinstance(entry, pikepdf.Array):
                for kid in entry:
                    yield from read(kid, around, page)
            elif isinstance(entry, int):
                places[page, entry] = around
            elif isinstance(entry, pikepdf.Dictionary):
                page = numbers.get(entry.Pg.objgen, 0) if "/Pg" in entry else page
                if "/MCID" in entry:
                    places[page, int(entry.MCID)] = around
                elif "/S" in entry:
                    role = str(entry.S).removeprefix("/")
                    children = tuple(read(entry.get("/K"), (*around, role), page))
                    yield Element(role, around, page, entry, children)

        root = self.pdf.Root.get("/StructTreeRoot", pikepdf.Dictionary())
        return tuple(read(root.get("/K"), (), 0)), places

    def elements(self, *roles: str) -> list[Element]:
        """All elements with one of these roles, in reading order."""
        return [each for top in self._structure[0] for each in top.all(*roles)]

    def order(self) -> list[tuple[int, int]]:
        """Numbers of page and piece of all marked content, as a screen reader comes by it."""
        return list(self._structure[1])

    @cached_property
    def pages(self) -> list[Page]:
        places = self._structure[1]
        return pages(self.data, lambda page, piece: places.get((page, piece), ()))

    def said(self) -> str:
        """All content in reading order, without footers and other ornament."""
        return "".join(run.text for page in self.pages for run in page.runs if not run.artifact)

    def everything(self) -> str:
        """All that anybody could find in the file: text, footers, bookmarks, alt texts, metadata."""
        drawn = [run.text for page in self.pages for run in page.runs]
        kept = [str(each) for item in self.pdf.objects for each in _strings(item)]
        return "\n".join(["".join(drawn), *kept, str(self.pdf.open_metadata())])


def _strings(item: Any) -> Iterator[Any]:
    """Strings in an object, not in others that it refers to."""
    if isinstance(item, pikepdf.String):
        yield item
    elif isinstance(item, pikepdf.Array | pikepdf.Dictionary):
        for each in item if isinstance(item, pikepdf.Array) else item.values():
            if isinstance(each, pikepdf.Object) and not each.is_indirect:
                yield from _strings(each)
