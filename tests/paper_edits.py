"""Small edits in a finished PDF, for faults sown in tests: each helper makes one, and each hits the first match."""

from __future__ import annotations

import io
import re
from collections.abc import Callable, Iterator
from typing import Any

import pikepdf
from pikepdf import Array, Dictionary, Name, Pdf

Edit = Callable[[Pdf], None]


def edited(data: bytes, edit: Edit) -> bytes:
    """The PDF after an edit, which must change it."""
    with pikepdf.open(io.BytesIO(data)) as pdf:
        before = saved(pdf)
    with pikepdf.open(io.BytesIO(data)) as pdf:
        edit(pdf)
        after = saved(pdf)
    assert after != before
    return after


def saved(pdf: Pdf) -> bytes:
    stream = io.BytesIO()
    pdf.save(stream, deterministic_id=True)
    return stream.getvalue()


# --- the catalogue and the structure ------------------------------------------------------------------------------


def root(path: str, value: Any) -> Edit:
    """Set, or with None take away, an entry below the catalogue."""

    def edit(pdf: Pdf) -> None:
        *way, last = path.split("/")
        holder: Any = pdf.Root
        for name in way:
            holder = holder[f"/{name}"]
        if value is None:
            del holder[f"/{last}"]
        else:
            holder[f"/{last}"] = value

    return edit


def metadata(old: bytes, new: bytes) -> Edit:
    def edit(pdf: Pdf) -> None:
        stream = pdf.Root.Metadata
        stream.write(once(stream.read_bytes(), re.escape(old), new))

    return edit


def elements(pdf: Pdf, role: str) -> Iterator[Any]:
    waiting = [pdf.Root.StructTreeRoot.K]
    while waiting:
        item = waiting.pop(0)
        if isinstance(item, Array):
            waiting[:0] = list(item)  # type: ignore[call-overload]
        elif isinstance(item, Dictionary) and "/S" in item:
            if f"/{role}" == item.S:
                yield item
            waiting[:0] = [item.K] if "/K" in item else []


def entry(role: str, key: str, value: Any) -> Edit:
    """Set, or with None take away, an entry of the first element of a role."""

    def edit(pdf: Pdf) -> None:
        element = next(item for item in elements(pdf, role) if value is not None or key in item)
        if value is None:
            del element[key]
        else:
            element[key] = value

    return edit


def orphan(role: str) -> Edit:
    """The first element of a role leaves the tree."""

    def edit(pdf: Pdf) -> None:
        element = next(elements(pdf, role))
        kids = element.P.K
        del kids[next(n for n, kid in enumerate(kids) if kid.objgen == element.objgen)]

    return edit


def swapped(role: str) -> Edit:
    """The first two elements next to each other, of which one has the role, change places."""

    def edit(pdf: Pdf) -> None:
        element = next(elements(pdf, role))
        kids = element.P.K
        at = next(n for n, kid in enumerate(kids) if kid.objgen == element.objgen)
        kids[at], kids[at + 1] = kids[at + 1], kids[at]

    return edit


def fonts(kind: str, *keys: str) -> Edit:
    def edit(pdf: Pdf) -> None:
        font = next(item for item in pdf.objects if isinstance(item, Dictionary) and item.get("/Type") == kind)
        for key in keys:
            if key in font:
                del font[key]

    return edit


# --- pages and what they draw -------------------------------------------------------------------------------------


def once(data: bytes, pattern: bytes | str, new: bytes) -> bytes:
    found = re.compile(pattern.encode() if isinstance(pattern, str) else pattern, re.DOTALL).sub(
        lambda _: new, data, count=1
    )
    assert found != data
    return found


def drawn(pattern: str, new: str, after: str = "") -> Edit:
    """Replace the first match of a pattern in what the first page draws, after the first match of another."""

    def edit(pdf: Pdf) -> None:
        data = content(pdf)
        start = re.search(after.encode(), data, re.DOTALL)
        assert start
        pdf.pages[0].Contents = pdf.make_stream(
            data[: start.end()] + once(data[start.end() :], pattern, new.encode("latin-1"))
        )

    return edit


def under(code: str) -> Edit:
    return lambda pdf: write(pdf, f"{code}\n".encode() + content(pdf))


def over(code: str) -> Edit:
    return lambda pdf: write(pdf, content(pdf) + f"\n{code}".encode())


def content(pdf: Pdf) -> bytes:
    return bytes(pdf.pages[0].Contents.read_bytes())


def write(pdf: Pdf, data: bytes) -> None:
    pdf.pages[0].Contents = pdf.make_stream(data)


def ornament(code: str) -> str:
    return f"/Artifact BMC q {code} Q EMC"


def box(key: str, *sides: float) -> Edit:
    return lambda pdf: pdf.pages[0].obj.__setitem__(key, Array(sides))  # type: ignore[arg-type]


def both(*edits: Edit) -> Edit:
    def edit(pdf: Pdf) -> None:
        for each in edits:
            each(pdf)

    return edit


def faded(pdf: Pdf) -> None:
    """The first words are drawn as thin as glass."""
    pdf.pages[0].Resources["/ExtGState"] = Dictionary(thin=Dictionary(Type=Name.ExtGState, ca=0.3))
    drawn(r"BT", "/thin gs BT")(pdf)


def reversed_pages(pdf: Pdf) -> None:
    pdf.pages.reverse()


def lost_page(number: int) -> Edit:
    def edit(pdf: Pdf) -> None:
        del pdf.pages[number]

    return edit


def blank_page(pdf: Pdf) -> None:
    pdf.add_blank_page(page_size=(595.28, 841.89))
