"""The guard finds trainer text and foreign hosts in finished files of every kind, and lets the rest pass."""

from pathlib import Path
from typing import cast

import pytest

from lok.model.audience import Audience
from lok.model.output import Artifact
from lok.problems import Problem
from lok.publish.guard import guard
from lok.view import view
from projects import only, put, tiny

SENTENCE = "De meeste drempels horen in de middelste kolom."
"""Trainer text of the tiny course that stands nowhere else."""


def as_pdf(text: str, root: Path) -> bytes:
    import typst  # noqa: PLC0415

    source = put(root, {"a.typ": f'#set document(title: "x", date: none)\n#set page(width: 60pt)\n{text}\n'}) / "a.typ"
    return cast(bytes, typst.compile(str(source)))


CARRIERS = {
    "a.html": f"<html><p>{SENTENCE}</p></html>",
    "tags.html": "<p>" + "</p><p>".join(SENTENCE.split()) + "</p>",
    "attribute.html": f'<img src="a.png" alt="{SENTENCE}">',
    "comment.html": f"<p>x</p><!-- {SENTENCE} -->",
    "script.html": f"<script>const a = '{SENTENCE}'</script>",
    "entities.html": "".join(f"&#{ord(c)};" for c in SENTENCE),
    "meta.html": f'<meta name="description" content="{SENTENCE}">',
    "a.json": '{"docs": [{"text": "<p>' + SENTENCE + '</p>"}]}',
    "key.json": '{"' + SENTENCE + '": 1}',
    "escaped.json": '{"a": "' + SENTENCE.replace("e", "\\u0065") + '"}',
    "a.svg": f"<svg><text>{SENTENCE}</text></svg>",
    "title.svg": f"<svg><title>{SENTENCE}</title></svg>",
    "a.xml": f"<urlset><loc>{SENTENCE}</loc></urlset>",
    "a.js": f"// {SENTENCE}",
    "a.css": f"/* {SENTENCE} */",
    "a.txt": SENTENCE,
    "a.md": SENTENCE.upper(),
    "de-meeste-drempels-horen-in-de-middelste-kolom.png": "",
    "spaced.html": f"<p>{SENTENCE.replace(' ', '  ')}</p>".replace("horen", "ho&shy;ren"),
}


@pytest.mark.parametrize("name", CARRIERS)
def test_guard_finds_a_sentence(name: str, tmp_path: Path) -> None:
    assert {p.code for p in guarded(tmp_path, name, CARRIERS[name].encode())} == {"lek"}


@pytest.mark.parametrize("text", [SENTENCE, f'#metadata("x")\n#set document(title: "{SENTENCE}")\nx', f"= {SENTENCE}"])
def test_guard_finds_a_sentence_in_pdf(text: str, tmp_path: Path) -> None:
    assert {p.code for p in guarded(tmp_path, "a.pdf", as_pdf(text, tmp_path))} == {"lek"}


@pytest.mark.parametrize("text", ["Denk aan Noémie. Schrijf elke drempel in één kolom.", "De meeste drempels horen"])
def test_guard_lets_public_text_and_short_runs_pass(text: str, tmp_path: Path) -> None:
    assert guarded(tmp_path, "a.html", text.encode()) == ()


@pytest.mark.parametrize(
    "markup",
    [
        '<script src="https://x.be/a.js"></script>',
        '<link rel="stylesheet" href="//x.be/a.css">',
        '<img srcset="a.png 1x, https://x.be/b.png 2x">',
        '<form action="http://x.be/"></form>',
        '<div style="background: url(https://x.be/a.png)"></div>',
        '<link rel="preconnect" href="https://x.be">',
        '<iframe src="https://x.be"></iframe>',
    ],
)
def test_guard_finds_a_foreign_host(markup: str, tmp_path: Path) -> None:
    assert {p.code for p in guarded(tmp_path, "a.html", markup.encode())} == {"vreemde-host"}


def test_guard_lets_a_link_to_click_pass(tmp_path: Path) -> None:
    assert (
        guarded(tmp_path, "a.html", b'<a href="https://who.int">WHO</a><link rel="canonical" href="https://x.be">')
        == ()
    )


def test_guard_finds_a_foreign_host_in_css(tmp_path: Path) -> None:
    assert {p.code for p in guarded(tmp_path, "a.css", b"@import 'https://x.be/a.css';")} == {"vreemde-host"}


def guarded(root: Path, name: str, data: bytes) -> tuple[Problem, ...]:
    course = only(tiny(root))
    return guard(course, view(course, Audience.PARTICIPANT), [Artifact(name, data, ())])
