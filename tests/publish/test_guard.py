"""The guard finds trainer text and foreign hosts in finished files of every kind, and lets the rest pass."""

from __future__ import annotations

import base64
import gzip
import io
import json
import re
import struct
import zipfile
import zlib
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import cast
from urllib.parse import quote

import pikepdf
import pytest

from lok import store
from lok.model.output import Artifact
from lok.model.place import Places
from lok.problems import Problem
from lok.publish.guard import guard
from lok.publish.secrets import secrets
from lok.read.places import places
from projects import CASE, COURSES, FIRST, SHEET, TRAINER_SHEET, edit, put, tiny

SENTENCE = "De meeste drempels horen in de middelste kolom."
"""Trainer text of the tiny course that stands nowhere else."""
SHORT = "Zwijg hierover nu"
ROOT = COURSES / "handhygiene"


@cache
def said() -> Places:
    return places(ROOT, "handhygiene")


def guarded(name: str, data: bytes, of: Places | None = None) -> tuple[Problem, ...]:
    return guard(secrets(of or said()), (), [Artifact(name, data, ())])


def codes(name: str, data: bytes, of: Places | None = None) -> set[str]:
    return {problem.code for problem in guarded(name, data, of)}


def as_data(kind: str, text: str) -> str:
    return f"data:{kind};base64,{base64.b64encode(text.encode()).decode()}"


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
    "accented.html": "<p>" + SENTENCE.replace("e", "e\u200b") + "</p>",
    "data.html": f'<img src="{as_data("image/svg+xml", f"<svg><text>{SENTENCE}</text></svg>")}">',
    "data.css": 'a { background: url("data:image/svg+xml,' + quote(f"<svg><title>{SENTENCE}</title></svg>") + '") }',
    "data.js": f"x = '{as_data('text/plain', SENTENCE)}'",
    "percent.html": f'<a href="mailto:x@y.be?body={quote(SENTENCE)}">x</a>',
    "srcdoc.html": '<iframe srcdoc="&lt;p title=&quot;' + SENTENCE + '&quot;&gt;x&lt;/p&gt;"></iframe>',
    "unicode.js": "const a = '" + "".join(f"\\u{ord(c):04x}" for c in SENTENCE) + "'",
    "braces.js": "const a = '" + "".join(f"\\u{{{ord(c):x}}}" for c in SENTENCE) + "'",
    "hex.js": "const a = '" + "".join(f"\\x{ord(c):02x}" for c in SENTENCE) + "'",
    "escaped.css": "a::after { content: '" + "".join(f"\\{ord(c):x} " for c in SENTENCE) + "' }",
    "inline.html": "<script>const a = '" + SENTENCE.replace("e", "\\u0065") + "'</script>",
    "attribute-script.html": "<b data-words='" + SENTENCE.replace("e", "\\u0065") + "'>x</b>",
    "cdata.svg": f"<svg><style>/* x */</style><desc><![CDATA[{SENTENCE}]]></desc></svg>",
    "pi.xml": f"<?note {SENTENCE}?><a/>",
    "joined.js": "const a = 'De meeste drempels' + ' horen in de ' + 'middelste kolom'",
    "index.js": "var __index = " + json.dumps({"docs": [{"text": f"<p>{SENTENCE.replace(' ', ' <b>', 1)}</b></p>"}]}),
    "a.ics": f"DESCRIPTION:{SENTENCE}",
    "spaced.html": f"<p>{SENTENCE.replace(' ', '  ')}</p>".replace("horen", "ho&shy;ren"),
}


@pytest.mark.parametrize("name", CARRIERS)
def test_guard_finds_a_sentence(name: str) -> None:
    problems = guarded(name, CARRIERS[name].encode())
    assert {problem.code for problem in problems} == {"lek"}
    assert {(problem.span.path, problem.span.line) for problem in problems} == {("content/oefeningen/drempels.md", 25)}


@pytest.mark.parametrize("name", CARRIERS)
def test_guard_judges_anew_what_it_need_not_read_again(
    name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(store.PLACE, str(tmp_path))
    data = CARRIERS[name].encode()
    assert not guarded(name, data, Places(()))
    monkeypatch.setattr("lok.publish.carriers.Contents.file", lambda *_: pytest.fail("read again"))
    assert {problem.code for problem in guarded(name, data)} == {"lek"}


def png(kind: bytes, text: bytes) -> bytes:
    chunk = struct.pack(">I", len(text)) + kind + text + struct.pack(">I", zlib.crc32(kind + text))
    picture = (ROOT / "slides/handhygiene/druppel.png").read_bytes()
    return picture[:-12] + chunk + picture[-12:]


def jpeg(marker: int, text: bytes) -> bytes:
    return b"\xff\xd8\xff" + bytes([marker]) + struct.pack(">H", len(text) + 2) + text + b"\xff\xda\0\2\xff\xd9"


def id3(text: bytes) -> bytes:
    frame = b"COMM" + struct.pack(">I", len(text)) + b"\0\0" + text
    return b"ID3\3\0\0" + bytes([0, 0, len(frame) >> 7 & 127, len(frame) & 127]) + frame + b"\xff\xfb" + b"\0" * 9000


def zipped(name: str, data: bytes) -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as packed:
        packed.writestr(name, data)
    return file.getvalue()


def font(text: str) -> bytes:
    from fontTools.ttLib import TTFont  # noqa: PLC0415

    path = Path(guard.__code__.co_filename).parent.parent / "assets" / "fonts" / "DejaVuSans.ttf"
    with TTFont(path) as made:
        made["name"].setName(text, 10, 3, 1, 0x409)
        file = io.BytesIO()
        made.save(file)
    return file.getvalue()


RAW = SENTENCE.encode()
BINARY: dict[str, Callable[[], bytes]] = {
    "text.png": lambda: png(b"tEXt", b"Comment\0" + RAW),
    "packed.png": lambda: png(b"zTXt", b"Comment\0\0" + zlib.compress(RAW)),
    "xmp.png": lambda: png(b"iTXt", b"XML:com.adobe.xmp\0\1\0\0\0" + zlib.compress(RAW)),
    "exif.png": lambda: png(b"eXIf", b"MM\0*" + SENTENCE.encode("utf-16-be")),
    "behind.png": lambda: (ROOT / "slides/handhygiene/druppel.png").read_bytes() + RAW,
    "comment.jpg": lambda: jpeg(0xFE, RAW),
    "exif.jpg": lambda: jpeg(0xE1, b"Exif\0\0II*\0" + SENTENCE.encode("utf-16-le")),
    "iptc.jpeg": lambda: jpeg(0xED, b"Photoshop 3.0\0" + RAW),
    "comment.gif": lambda: b"GIF89a\x21\xfe" + bytes([len(RAW)]) + RAW + b"\0;",
    "latin.mp3": lambda: id3(b"\0dut\0" + RAW),
    "wide.mp3": lambda: id3(b"\1dut\xff\xfe" + SENTENCE.encode("utf-16-le")),
    "old.mp3": lambda: b"\xff\xfb" + b"\0" * 9000 + b"TAG" + RAW,
    "a.m4a": lambda: b"\0\0\0\x0cftypM4A \0\0\0\x0cmdat\0\0\0\0" + struct.pack(">I", 8 + len(RAW)) + b"udta" + RAW,
    "a.ttf": lambda: font(SENTENCE),
    "a.html.gz": lambda: gzip.compress(RAW),
    "a.zip": lambda: zipped("a.txt", RAW),
    "deep.zip": lambda: zipped("b.zip", zipped("a.html", RAW)),
    f"{SENTENCE}.zip": lambda: zipped("a.txt", b"niets"),
}


@pytest.mark.parametrize("name", BINARY)
def test_guard_finds_a_sentence_beside_picture_and_sound(name: str) -> None:
    assert codes(name, BINARY[name]()) == {"lek"}


TYPST = [
    SENTENCE,
    f'#metadata("x")\n#set document(title: "{SENTENCE}")\nx',
    f'#set document(keywords: ("{SENTENCE}",))\nx',
    f"= {SENTENCE}",
    f'#image("druppel.png", alt: "{SENTENCE}", width: 9pt)',
    f'#link("https://x.be/{quote(SENTENCE)}")[x]',
    f'#pdf.attach("a.txt", bytes("{SENTENCE}"))\nx',
    f'#pdf.attach("a.txt", bytes("x"), description: "{SENTENCE}")\nx',
]


@pytest.mark.parametrize("text", TYPST)
def test_guard_finds_a_sentence_in_pdf(text: str, tmp_path: Path) -> None:
    put(tmp_path, {"druppel.png": (ROOT / "slides/handhygiene/druppel.png").read_bytes()})
    assert codes("a.pdf", as_pdf(text, tmp_path)) == {"lek"}


def note(pdf: pikepdf.Pdf) -> None:
    made = pikepdf.Dictionary(Type=pikepdf.Name.Annot, Subtype=pikepdf.Name.Text, Rect=[0, 0, 9, 9], Contents=SENTENCE)
    pdf.pages[0].Annots = pdf.make_indirect(pikepdf.Array([pdf.make_indirect(made)]))


def form(pdf: pikepdf.Pdf) -> None:
    field = pikepdf.Dictionary(FT=pikepdf.Name.Tx, T="veld", V=SENTENCE, Rect=[0, 0, 9, 9], Subtype=pikepdf.Name.Widget)
    pdf.Root.AcroForm = pdf.make_indirect(pikepdf.Dictionary(Fields=[pdf.make_indirect(field)]))


def attached(pdf: pikepdf.Pdf) -> None:
    pdf.attachments["a.html"] = RAW


def described(pdf: pikepdf.Pdf) -> None:
    with pdf.open_metadata() as metadata:
        metadata["dc:description"] = SENTENCE


def private(pdf: pikepdf.Pdf) -> None:
    pdf.Root.PieceInfo = pikepdf.Dictionary(Lok=pikepdf.Dictionary(Private=SENTENCE))


def informed(pdf: pikepdf.Pdf) -> None:
    pdf.docinfo["/Keywords"] = SENTENCE


@pytest.mark.parametrize("change", [note, form, attached, described, private, informed], ids=lambda one: one.__name__)
@pytest.mark.parametrize("mode", ["disable", "generate"])
def test_guard_finds_a_sentence_inside_a_pdf(change: Callable[[pikepdf.Pdf], None], mode: str, tmp_path: Path) -> None:
    """Also where another program packed its objects."""
    file = io.BytesIO()
    with pikepdf.open(io.BytesIO(as_pdf("x", tmp_path))) as pdf:
        change(pdf)
        pdf.save(file, object_stream_mode=pikepdf.ObjectStreamMode[mode])
    assert codes("a.pdf", file.getvalue()) == {"lek"}


@pytest.mark.parametrize("text", ["Denk aan Noémie. Schrijf elke drempel in één kolom.", "De meeste drempels horen"])
def test_guard_lets_public_text_and_short_runs_pass(text: str) -> None:
    assert guarded("a.html", text.encode()) == ()


@pytest.fixture(scope="module")
def silenced(tmp_path_factory: pytest.TempPathFactory) -> Places:
    """What the tiny course says with a short secret, and short trainer texts that public places say too."""
    root = tiny(tmp_path_factory.mktemp("kort"))
    edit(root, SHEET, "## Trainer\n", f"## Trainer\n{SHORT}.\n\nJa\n\nOp de gang\n\n5 minuten\n\nDruk af\n\n- 12\n\n")
    edit(root, FIRST, "nodig: flipchart, stiften", "nodig: flipchart, rode zeeppompjes")
    edit(root, FIRST, "### Doe\n", "### Doe\n| wie | wat |\n|---|---|\n| iedereen | even zwijgen |\n\n")
    edit(root, TRAINER_SHEET, "titel: Leidraad voor het duo", "titel: Stiekeme leidraad")
    return places(root, "handhygiene")


def in_pdf(text: str) -> Callable[[Path], bytes]:
    return lambda root: as_pdf(text, root)


PLACED = {
    "p.html": f"<p>Iets. </p><p>{SHORT}.</p>",
    "bold.html": f"<p>{SHORT.replace('hierover', '<b>hierover</b>')}</p>",
    "cell.html": f"<table><tr><td>Wat</td><td>{SHORT}</td></tr></table>",
    "title.html": f"<title>{SHORT}</title>",
    "alt.html": f'<img src="a.png" alt="{SHORT}">',
    "label.html": f"<p>Let op: {SHORT}</p>",
    "needs.html": "<p>Nodig: flipchart, rode zeeppompjes</p>",
    "cell-of-note.html": "<li>even zwijgen</li>",
    "heading.html": "<h1>Stiekeme <em>leidraad</em></h1>",
    "entities.html": f"<p>{''.join(f'&#{ord(c)};' for c in SHORT)}</p>",
    "a.svg": f"<svg><text>{SHORT}</text></svg>",
    "spans.svg": "<svg><text><tspan>Zwijg hierover</tspan><tspan>nu</tspan></text></svg>",
    "a.json": json.dumps({"a": [SHORT]}),
    "html.json": json.dumps({"a": f"<p>Iets</p><p>{SHORT}</p>"}),
    "a.js": f"show('{SHORT}')",
    "a.css": f"a::after {{ content: '{SHORT}' }}",
    "a.txt": f"Iets.\n{SHORT}\nNog iets.",
    "a.md": f"Iets.\n\n- {SHORT}\n",
    "zwijg-hierover-nu.png": "",
    "map/zwijg-hierover-nu/index.html": "",
    "leidraad.html": "",
}


@pytest.mark.parametrize("name", PLACED)
def test_guard_finds_a_short_text_that_stands_alone(name: str, silenced: Places) -> None:
    assert codes(name, PLACED[name].encode(), silenced) == {"lek"}


@pytest.mark.parametrize(
    "text",
    [
        SHORT,
        f"#table(columns: 2, [Wat], [{SHORT}])",
        f"#set page(width: 60pt)\n{SHORT}",
        f"- {SHORT}",
        "Zwijg *hierover* nu",
        f'#set document(title: "{SHORT}")\nx',
        f"= {SHORT}",
    ],
)
def test_guard_finds_a_short_text_in_a_pdf(text: str, silenced: Places, tmp_path: Path) -> None:
    assert codes("a.pdf", as_pdf(text, tmp_path), silenced) == {"lek"}


@pytest.mark.parametrize(
    "text",
    [
        "<p>Ja</p><p>Op de gang</p><p>5 minuten</p><button>Druk af</button><td>12</td>",
        f"<p>Wie zegt dat? {SHORT.lower()} niet langer</p>",
        "<p>even zwijgen doet iedereen weleens</p>",
    ],
)
def test_guard_lets_common_short_texts_pass(text: str, silenced: Places) -> None:
    assert guarded("a.html", text.encode(), silenced) == ()


def test_guard_takes_no_word_of_the_program_for_a_secret(tmp_path: Path) -> None:
    root = tiny(tmp_path)
    text = "---\ntitel: Stil\n---\n\n## Trainer\nLead\n\nSection\n"
    put(root, {"content/bladen/index.md": text, "content/bladen/downloads.md": text})
    page = b'<p class="lead">Iets</p><section class="section">Anders</section>'
    said = places(root, "handhygiene")
    assert guarded("deelnemer/downloads/index.html", page, said) == ()
    assert codes("a.html", b"<p>Lead</p>", said) == {"lek"}


def test_guard_finds_a_picture_for_trainers(tmp_path: Path) -> None:
    root = tiny(tmp_path)
    picture = png(b"tEXt", b"Comment\0anders")
    put(root, {"slides/handhygiene/geheim.png": picture})
    edit(root, FIRST, "### Doe\n", "### Doe\n![Een beeld](geheim.png)\n\n")
    assert codes("media/a.png", picture, places(root, "handhygiene")) == {"lek"}
    edit(root, FIRST, "druppel.png", "geheim.png")
    assert codes("media/a.png", picture, places(root, "handhygiene")) == set()


def test_guard_refuses_what_it_cannot_read() -> None:
    for name, data in (("a.exe", b"x"), ("a.woff2", b"wOF2")):
        with pytest.raises(Exception, match=r"guard cannot read|brotli|WOFF2"):
            guarded(name, data)


FETCHES = [
    '<script src="https://x.be/a.js"></script>',
    '<link rel="stylesheet" href="//x.be/a.css">',
    '<link rel="alternate stylesheet" href="//x.be/a.css">',
    '<img srcset="a.png 1x, https://x.be/b.png 2x">',
    '<source srcset="a.png, //x.be/b.png 2x">',
    '<form action="http://x.be/"></form>',
    '<button formaction="http://x.be/">x</button>',
    '<div style="background: url(https://x.be/a.png)"></div>',
    '<div style="background: u\\72l(//x.be/a.png)"></div>',
    '<link rel="preconnect" href="https://x.be">',
    '<link rel="preload" imagesrcset="https://x.be/a.png 2x" as="image">',
    '<iframe src="https://x.be"></iframe>',
    '<iframe srcdoc="&lt;img src=//x.be/a.png&gt;"></iframe>',
    '<meta http-equiv="refresh" content="0;url=https://x.be/">',
    '<meta http-equiv="Refresh" content="0; URL=\'//x.be/\'">',
    '<meta http-equiv="refresh" content="0;https://x.be/">',
    '<meta http-equiv="link" content="<https://x.be/a.css>; rel=preload">',
    '<meta http-equiv="Content-Security-Policy" content="default-src \'none\'; report-uri https://x.be/r">',
    '<base href="https://x.be/">',
    '<a href="a.html" ping="https://x.be/p">x</a>',
    '<html manifest="https://x.be/m"></html>',
    '<video poster="//x.be/a.png"></video>',
    '<object data="https://x.be/a.svg"></object>',
    '<object><param name="movie" value="https://x.be/a.swf"></object>',
    '<img src="\\\\x.be/a.png">',
    '<img src="http:\\x.be/a.png">',
    '<img src="/\\x.be/a.png">',
    '<img src=" \t//x.be/a.png">',
    '<img src="/&#9;/x.be/a.png">',
    '<img src="ht&#10;tps://x.be/a.png">',
    '<img src="&#104;ttps://x.be/a.png">',
    '<svg><use href="https://x.be/a.svg#b"/></svg>',
    '<svg><image xlink:href="//x.be/a.png"/></svg>',
    '<svg><rect fill="url(https://x.be/a.svg#b)"/></svg>',
    '<svg><image><set attributeName="href" to="https://x.be/a.png"/></image></svg>',
    '<style>@import "https://x.be/a.css";</style>',
    '<style>@\\69mport "https://x.be/a.css";</style>',
    '<style>a { background: image-set("https://x.be/a.png" 1x) }</style>',
    '<style>@font-face { src: url( "//x.be/a.woff2" ) }</style>',
    '<script>import("https://x.be/a.js")</script>',
    '<script type="module">import a from "https://x.be/a.js"</script>',
    '<script type="module">import "//x.be/a.js"</script>',
    "<script>fetch(`https://x.be/`)</script>",
    '<script>fetch("\\u0068ttps://x.be/")</script>',
    '<script>new WebSocket("wss://x.be/")</script>',
    '<script>new EventSource("https://x.be/")</script>',
    '<script>navigator.sendBeacon("//x.be/")</script>',
    '<script>x.open("GET", "https://x.be/")</script>',
    '<script>new Image().src = "https://x.be/a.png"</script>',
    '<script>a.setAttribute("src", "https://x.be/a.png")</script>',
    '<script>location = "https://x.be/"</script>',
    '<script>importScripts("https://x.be/a.js")</script>',
    '<img onerror="fetch(\'//x.be/\')" src="a.png">',
    '<?xml-stylesheet href="https://x.be/a.css"?><svg/>',
    '<link rel="manifest" href="//x.be/m.json">',
    '<img src="' + as_data("image/svg+xml", '<svg><image href="//x.be/a.png"/></svg>') + '">',
]


@pytest.mark.parametrize("markup", FETCHES)
def test_guard_finds_a_foreign_host(markup: str) -> None:
    assert codes("a.html", markup.encode()) == {"vreemde-host"}


@pytest.mark.parametrize(
    "markup",
    [
        '<a href="https://who.int">WHO</a><link rel="canonical" href="https://x.be">',
        '<svg xmlns="http://www.w3.org/2000/svg"><a href="https://x.be"><text>x</text></a></svg>',
        '<map><area href="https://x.be"></map><meta property="og:url" content="https://x.be/">',
        "<style>@namespace svg url(http://www.w3.org/2000/svg); /* url(https://x.be/a.png) */</style>",
        '<script>// zie https://x.be/\nd.createElementNS("http://www.w3.org/2000/svg", "g")</script>',
        '<p>Kijk op https://x.be/ of //x.be</p><img src="a//b.png">',
    ],
)
def test_guard_lets_a_link_to_click_pass(markup: str) -> None:
    assert guarded("a.html", markup.encode()) == ()


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("a.css", "@import 'https://x.be/a.css';"),
        ("a.css", "@import/**/url(//x.be/a.css);"),
        ("a.css", "a { background: url('\\68ttps://x.be/a.png') }"),
        ("a.js", "const a = await fetch('https://x.be/a.json')"),
        ("a.svg", '<svg><style>@import url("//x.be/a.css")</style></svg>'),
        ("a.xml", '<?xml-stylesheet type="text/css" href="http://x.be/a.css"?><a/>'),
    ],
)
def test_guard_finds_a_foreign_host_beside_pages(name: str, text: str) -> None:
    assert codes(name, text.encode()) == {"vreemde-host"}


@pytest.mark.parametrize("module", ["guard", "secrets", "carriers", "markup", "hosts", "escapes", "tags", "pdf_text"])
def test_the_second_lock_knows_nothing_of_the_first(module: str) -> None:
    """Neither `view` nor what reads records may be asked what is public."""
    folder = Path(guard.__code__.co_filename).parent
    files = [folder / f"{module}.py", *(folder.parent / "read" / f"{name}.py" for name in ("passages", "places"))]
    used = {name for file in files for name in re.findall(r"^from (lok[\w.]*)", file.read_text("utf-8"), re.MULTILINE)}
    read = {"lok.read", "lok.read.passages", "lok.read.disk"}
    assert not {name for name in used if name.startswith(("lok.view", "lok.read", "lok.model.course"))} - read


def test_the_name_of_a_pictogram_is_no_secret(tmp_path: Path) -> None:
    edit(tiny(tmp_path), TRAINER_SHEET, "titel:", "beeld: wandelen\ntitel:")
    assert codes("wandelen.svg", b"<svg><title>wandelen</title></svg>", places(tmp_path, "handhygiene")) == set()


def test_a_quote_is_public_as_the_part_it_is_from(tmp_path: Path) -> None:
    said_there, hidden = "Ik schud een hand, luister naar een hoest", "Noémie weet hoe het moet"
    edit(tiny(tmp_path), CASE, "## Deel 1\n", f"## Deel 1\ncitaat: {said_there}\n")
    of = places(tmp_path, "handhygiene")
    assert codes("a.html", f"<p>{said_there}</p>".encode(), of) == set()
    assert codes("a.html", f"<p>{hidden}. Meer uitleg helpt haar niet</p>".encode(), of) == {"lek"}
