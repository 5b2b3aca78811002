"""Lays out for the process that started it: questions on standard input, answers on standard output.

A process of its own, because Typst keeps what it laid out for as long as its process lives: one that laid out much
ends, and another takes its place. It also ends when its input does, so it outlives nobody. It imports nothing of lok,
to be there in a moment; `press` is the other side.
"""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Sequence
from datetime import UTC, datetime
from typing import Any, BinaryIO, Final

import typst

STANDARD: Final = "ua-1"
"""PDF/UA-1, as Typst calls it: accessible."""
FAR_DIGITS = re.compile(rb"(?<=\.\d{3})\d+")
MOST = 400_000
"""Letters of data after which a process ends."""


def main(asked: BinaryIO, answers: BinaryIO) -> None:
    """The first line says where templates and fonts are, each other one what to lay out (`press.Job`).

    An answer is a line of JSON, `{"sizes", "measures", "error", "last"}`, and as many pieces of so many bytes.
    """
    place = json.loads(asked.readline())
    fonts = typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=[place["fonts"]])
    done = 0
    for job in map(json.loads, iter(asked.readline, b"")):
        done += len(job["data"])
        pieces, told = answer(place["root"], fonts, job)
        told |= {"sizes": [len(piece) for piece in pieces], "last": done >= MOST}
        answers.write(json.dumps(told).encode() + b"\n" + b"".join(pieces))
        answers.flush()
        if done >= MOST:
            break


def answer(root: str, fonts: typst.Fonts, job: dict[str, Any]) -> tuple[Sequence[bytes], dict[str, Any]]:
    """One PDF, or a slim picture of each page, and what the template measured under each label that the job names."""
    inputs = {"data": job.pop("data")}  # so that only Typst holds what a thick handbook is made of
    compiler = typst.Compiler(job["template"], root=root, font_paths=fonts, sys_inputs=inputs)
    inputs.clear()
    try:
        done: Any = []
        if job["day"] and not job["bare"]:
            made = datetime.fromisoformat(job["day"]).replace(tzinfo=UTC)
            done = compiler.compile(format="pdf", pdf_standards=STANDARD, timestamp=made)
        elif not job["bare"]:
            done = compiler.compile(format="svg")
            done = [slim(page) for page in (done if isinstance(done, list) else [done])]
        told = json.loads(compiler.query("metadata")) if job["labels"] else []
    except typst.TypstError as wrong:
        return (), {"error": str(wrong), "measures": {}}
    measures = {label: [each["value"] for each in told if each.get("label") == f"<{label}>"] for label in job["labels"]}
    return done if isinstance(done, list) else [done], {"error": "", "measures": measures}


def slim(svg: bytes) -> bytes:
    """An SVG in, a third fewer bytes for the same picture out: thousandths of a point do, defaults need no saying."""
    return FAR_DIGITS.sub(b"", svg).replace(b' fill-rule="nonzero"', b"")


if __name__ == "__main__":
    main(sys.stdin.buffer, sys.stdout.buffer)
