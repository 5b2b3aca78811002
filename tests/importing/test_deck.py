"""What a deck of others says, in the order in which people read it; what has no place here is told per slide."""

from __future__ import annotations

import io
from typing import Any

import pytest
from PIL import Image
from pptx.chart.data import CategoryChartData
from pptx.enum.chart import XL_CHART_TYPE
from pptx.oxml import parse_xml
from pptx.util import Cm

from foreign import BLANK, NAMESPACES, TITLE_ALONE, Foreign, box, picture, replaced, xml
from lok.importing.deck import Deck, Slide, read
from lok.importing.pictures import Album
from lok.importing.to_markdown import written
from lok.model.plain import inline_text
from lok.model.text import Chart, Picture
from media import TOLD, audio, exif, image


def opened(made: Foreign, **changes: Any) -> Deck:
    return read("x.pptx", made.bytes(**changes), Album("beeld"))


def shown(made: Foreign, number: int = 1) -> str:
    """A slide as Markdown."""
    return written(opened(made).slides[number - 1].body)


def first(made: Foreign) -> Slide:
    return opened(made).slides[0]


def test_title_points_and_notes() -> None:
    made = Foreign()
    made.slide("De titel", "een", "twee", notes="Dit zeg ik.\nEn dit.")
    slide = first(made)
    assert (slide.title, written(slide.body)) == ("De titel", "- een\n- twee")
    assert [inline_text(par.children) for par in slide.notes] == ["Dit zeg ik.", "En dit."]
    assert slide.told == ()


def test_levels_numbers_and_text_without_mark() -> None:
    made = Foreign()
    body = made.slide("T", "een", "twee", "drie", "vier").placeholders[1]
    for n, par in enumerate(body.text_frame.paragraphs):
        par.level = (0, 1, 0, 0)[n]
    for n, mark in ((0, "buChar"), (2, "buNone"), (3, "buAutoNum")):
        look = body.text_frame.paragraphs[n]._p.get_or_add_pPr()
        kind = {"buChar": 'char="•"', "buAutoNum": 'type="arabicPeriod"'}.get(mark, "")
        look.append(parse_xml(f"<a:{mark} {NAMESPACES} {kind}/>"))
    assert shown(made) == "- een\n    - twee\n\ndrie\n\n1. vier"


def test_soft_breaks_and_hyphens() -> None:
    made = Foreign()
    made.slide("Op\vtwee regels met zacht\u00adstreepje", "boven\vonder")
    found = first(made)
    assert (found.title, written(found.body)) == ("Op twee regels met zachtstreepje", "- boven\\\n    onder")


def test_order_is_that_of_reading_and_a_group_is_one_unit() -> None:
    made = Foreign()
    slide = made.slide("T", layout=TITLE_ALONE)
    box(slide.shapes, "rechts", left=8, top=4.1)
    box(slide.shapes, "onder", top=9)
    box(slide.shapes, "links", top=4)
    group = slide.shapes.add_group_shape()
    box(group.shapes, "groep onder", left=1, top=7)
    inner = group.shapes.add_group_shape()
    box(inner.shapes, "groep rechts", left=6, top=6)
    box(group.shapes, "groep links", left=1, top=6)
    assert shown(made).split("\n\n") == ["links", "rechts", "groep links", "groep rechts", "groep onder", "onder"]


def test_foot_date_and_number_are_not_of_this_slide() -> None:
    made = Foreign()
    slide = made.slide("T")
    for idx, kind in ((10, "dt"), (11, "ftr"), (12, "sldNum")):
        shape = xml(slide.shapes._spTree, _text(kind, idx))
        assert shape is not None
    assert shown(made) == ""


def _text(kind: str, idx: int) -> str:
    return (
        f'<p:sp {NAMESPACES}><p:nvSpPr><p:cNvPr id="{90 + idx}" name="x"/><p:cNvSpPr/><p:nvPr><p:ph type="{kind}" '
        f'idx="{idx}"/></p:nvPr></p:nvSpPr><p:spPr/><p:txBody><a:bodyPr/><a:p><a:r><a:t>elke slide</a:t></a:r></a:p>'
        "</p:txBody></p:sp>"
    )


def test_a_short_first_text_is_the_title_of_a_slide_without() -> None:
    made = Foreign()
    box(made.slide(layout=BLANK).shapes, "Eigenlijk de titel")
    made.slide("", layout=TITLE_ALONE)
    slides = opened(made).slides
    assert [(slide.title, slide.body) for slide in slides] == [("Eigenlijk de titel", ()), ("", ())]


def test_tables_repeat_what_was_merged() -> None:
    made = Foreign()
    table = made.slide("T", layout=TITLE_ALONE).shapes.add_table(3, 3, Cm(1), Cm(4), Cm(9), Cm(3)).table
    for n, text in enumerate("abcdefghi"):
        table.cell(n // 3, n % 3).text = text
    table.cell(0, 0).text = "boven\nsamen"
    table.cell(0, 1).text = ""
    table.cell(0, 0).merge(table.cell(0, 1))
    table.cell(1, 2).merge(table.cell(2, 2))
    found = first(made)
    assert written(found.body).split("\n") == [
        "| boven / samen | boven / samen | c |",
        "|---|---|---|",
        "| d | e | f / i |",
        "| g | h | f / i |",
    ]
    assert "samengevoegde cellen" in " ".join(found.told)


STACKED, BESIDE = XL_CHART_TYPE.COLUMN_STACKED, XL_CHART_TYPE.COLUMN_CLUSTERED
Values = dict[str, tuple[float | None, ...]]


def _chart(values: Values, form: str = "General", kind: Any = STACKED) -> Slide:
    made = Foreign()
    data = CategoryChartData(number_format=form)
    data.categories = ["ja, soms", "nee"]
    for name, each in values.items():
        data.add_series(name, each)
    shapes = made.slide("Wie wast zijn handen?", layout=TITLE_ALONE).shapes
    frame = shapes.add_chart(kind, Cm(1), Cm(4), Cm(9), Cm(6), data)
    frame.chart.has_title = False
    return first(made)


def test_a_chart_is_drawn_where_its_numbers_allow() -> None:
    [chart] = _chart({"2024": (0.125, None), "2025": (1500, 2)}).body
    assert isinstance(chart, Chart)
    assert written((chart,)).split("\n") == [
        "grafiek: staven, Wie wast zijn handen?",
        "",
        "|  | 2024 | 2025 |",
        "|---|---|---|",
        "| ja, soms | 0,125 | 1500 |",
        "| nee |  | 2 |",
    ]


def test_parts_of_a_hundred_stay_so() -> None:
    assert "| ja, soms | 12,5 % |" in written(_chart({"deel": (0.125, 0.5)}, "0%").body)


@pytest.mark.parametrize(
    ("values", "kind"),
    [
        ({"x": (-1, 2), "y": (3, 4)}, STACKED),
        (dict.fromkeys("abcd", (1, 2)), STACKED),
        ({"x": (1, 2), "y": (3, 4)}, BESIDE),
    ],
)
def test_other_charts_are_tables(values: Values, kind: Any) -> None:
    slide = _chart(values, kind=kind)
    assert written(slide.body).startswith("|  | ")
    assert "grafiek" in slide.told[0]


def test_lines_stay_lines_and_a_bar_may_go_below_zero() -> None:
    beside = {"x": (1, 2), "y": (3, -4)}
    assert written(_chart(beside, kind=XL_CHART_TYPE.LINE).body).startswith("grafiek: lijn, Wie wast")
    assert written(_chart({"x": (-1, 2)}, kind=STACKED).body).startswith("grafiek: staven, Wie wast")


def test_pictures_are_kept_once_upright_and_bare() -> None:
    made, album = Foreign(), Album("beeld")
    photo = image("JPEG", (60, 20), exif=exif(6))
    for _ in range(3):
        picture(made.slide("T"), "Rood en wit", photo)
    slides = read("x.pptx", made.bytes(), album).slides
    paths = [block.path for slide in slides for block in slide.body if isinstance(block, Picture)]
    assert paths == ["beeld-01.jpg"] * 3
    [(name, data)] = album.files.items()
    with Image.open(io.BytesIO(data)) as kept:
        assert kept.size == (20, 60)
    assert TOLD not in data
    assert written(slides[0].body) == f"![Rood en wit]({name})"


def test_what_a_frame_cuts_off_or_turns_is_not_published() -> None:
    made, album = Foreign(), Album("beeld")
    frame = picture(made.slide("T"), "x", image("PNG", (60, 20)))
    frame.crop_right = 0.5
    frame.rotation = 90
    read("x.pptx", made.bytes(), album)
    with Image.open(io.BytesIO(*album.files.values())) as kept:
        assert kept.size == (20, 30)


@pytest.mark.parametrize("kind", ["GIF", "BMP", "TIFF"])
def test_other_kinds_become_png(kind: str) -> None:
    made, album = Foreign(), Album("beeld")
    picture(made.slide("T"), "x", image(kind))
    read("x.pptx", made.bytes(), album)
    assert [*album.files] == ["beeld-01.png"]


@pytest.mark.parametrize(
    ("said", "kept"),
    [
        ("Vakantie 2019.JPG", ""),
        ("Afbeelding 3", ""),
        ("Een hond Automatisch gegenereerde beschrijving", "Een hond"),
        ("Een [hond]", "Een (hond)"),
    ],
)
def test_words_that_a_program_made_are_no_description(said: str, kept: str) -> None:
    made = Foreign()
    picture(made.slide("T"), said)
    [found] = first(made).body
    assert isinstance(found, Picture)
    assert found.alt == kept


def test_a_picture_without_data_is_one_sentence_and_the_rest_goes_on() -> None:
    made = Foreign()
    for width in (30, 40):
        picture(made.slide("T", "punt"), "x", image("PNG", (width, 20)))
    broken = opened(made, change=lambda parts: {**parts, "ppt/media/image2.png": b"\x01\0\0\0 geen beeld"})
    assert [len(slide.body) for slide in broken.slides] == [2, 1]
    assert broken.slides[1].told == ("een afbeelding (PNG) is niet te lezen en viel weg: bewaar ze als .png of .jpg",)
    dangling = opened(made, change=replaced("ppt/slides/slide2.xml", b"r:embed", b"r:link"))
    assert [len(slide.body) for slide in dangling.slides] == [2, 1]
    assert dangling.slides[1].told == ("een afbeelding zonder gegevens viel weg",)


def test_hidden_slides_and_sections() -> None:
    made = Foreign()
    for title in ("Een", "Twee", "Drie"):
        made.slide(title)
    made.file.slides[1].element.set("show", "0")
    made.section(Begin=1, Einde=3)
    found = opened(made)
    assert [(section.name, [s.title for s in section.slides]) for section in found.sections] == [
        ("Begin", ["Een", "Twee"]),
        ("Einde", ["Drie"]),
    ]
    assert [slide.hidden for slide in found.slides] == [False, True, False]
    assert "verborgen" in found.slides[1].told[0]


def test_notes_keep_their_levels() -> None:
    made = Foreign()
    notes = made.slide("T", notes="Boven\nonder").notes_slide.notes_text_frame
    notes.paragraphs[1].level = 1
    assert [(par.level, par.mark) for par in first(made).notes] == [(0, ""), (0, "-")]


def test_emphasis_and_links() -> None:
    made = Foreign()
    par = made.slide("T", "x").placeholders[1].text_frame.paragraphs[0]
    par.runs[0].text = "Lees "
    for text, bold, address in (("dit", True, ""), (" op ", False, ""), ("de site", False, "https://voorbeeld.be/a")):
        run = par.add_run()
        run.text, run.font.bold = text, bold
        if address:
            run.hyperlink.address = address
    assert shown(made) == "- Lees **dit** op [de site](https://voorbeeld.be/a)"


def test_signs_that_no_paper_has_are_told() -> None:
    made = Foreign()
    made.slide("T", "goed \uf123zo \uf0e0 dan")
    slide = first(made)
    assert written(slide.body) == "- goed zo → dan"
    assert slide.told == ("het teken u+f123 kan niet op papier en viel weg",)


def test_drawn_shapes_custom_shows_and_animations_are_told() -> None:
    made = Foreign()
    slide = made.slide("T")
    slide.shapes.add_shape(1, Cm(1), Cm(5), Cm(2), Cm(2))
    xml(slide.element, f"<p:timing {NAMESPACES}/>")
    xml(made.file.element, f'<p:custShowLst {NAMESPACES}><p:custShow name="Kort" id="0"/></p:custShowLst>')
    found = opened(made)
    assert found.told == ("de aangepaste voorstelling “Kort” is niet overgenomen",)
    assert found.slides[0].told == (
        "getekende vormen zonder tekst zijn niet overgenomen",
        "animaties zijn niet overgenomen",
    )


def with_media(data: bytes, kind: str, name: str = "opname.mp3") -> tuple[Deck, Album]:
    """A deck with sound or film, as PowerPoint keeps it."""
    made, album = Foreign(), Album("beeld")
    film = made.slide("T").shapes.add_movie(io.BytesIO(data), Cm(1), Cm(5), Cm(3), Cm(3), None, "audio/mpeg")
    old = next(film._element.iter("{*}videoFile"))
    old.tag = old.tag.replace("videoFile", kind)
    deck = read("x.pptx", made.bytes(), album)
    return deck, album


def test_sound_is_kept_and_named() -> None:
    deck, album = with_media(audio(), "audioFile")
    assert [*album.files] == ["beeld-01.mp3"]
    assert "beeld-01.mp3" in deck.slides[0].told[0]
    assert deck.slides[0].body == ()


@pytest.mark.parametrize(
    ("data", "kind", "word"), [(b"geen mp3", "audioFile", "geluidsopname"), (audio(), "videoFile", "film")]
)
def test_other_sound_and_film_are_named(data: bytes, kind: str, word: str) -> None:
    deck, album = with_media(data, kind)
    assert album.files == {}
    assert deck.slides[0].told[0].startswith(f"een {word} is niet overgenomen: ")


def test_comments_are_never_taken_over() -> None:
    made = Foreign()
    made.slide("T")
    kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/comments"
    relation = f'<Relationship Id="rId77" Type="{kind}" Target="../comments/c.xml"/></Relationships>'.encode()
    name = "ppt/slides/_rels/slide1.xml.rels"
    comment = f"<p:cmLst {NAMESPACES}><p:cm><p:text>zqxgeheim</p:text></p:cm></p:cmLst>".encode()

    def change(parts: dict[str, bytes]) -> dict[str, bytes]:
        related = parts[name].replace(b"</Relationships>", relation)
        return {**parts, name: related, "ppt/comments/c.xml": comment}

    deck = opened(made, change=change)
    assert deck.slides[0].told == ("opmerkingen van lezers zijn niet overgenomen",)
    assert "zqxgeheim" not in repr(deck)


def test_what_programs_may_choose_between_is_read_once() -> None:
    made = Foreign()
    slide = made.slide("T", layout=TITLE_ALONE)
    shape = _text("body", 90).replace('<p:ph type="body" idx="90"/>', "")
    choice = f'<mc:Choice Requires="p14">{shape}</mc:Choice><mc:Fallback>{shape}</mc:Fallback>'
    xml(slide.shapes._spTree, f"<mc:AlternateContent {NAMESPACES}>{choice}</mc:AlternateContent>")
    assert shown(made) == "elke slide"


def test_text_beside_a_slide_is_not_made_public() -> None:
    made = Foreign()
    slide = made.slide("T", layout=TITLE_ALONE)
    box(slide.shapes, "erop", left=1, top=5)
    box(slide.shapes, "spiekbriefje", left=40, top=5)
    found = first(made)
    assert written(found.body) == "erop"
    assert "spiekbriefje" in found.told[0]


DIAGRAM = "http://schemas.openxmlformats.org/drawingml/2006/diagram"


def test_smartart_is_walked_along_its_links() -> None:
    points = "".join(
        f'<dgm:pt modelId="{id}" type="{kind}"><dgm:t><a:p><a:r><a:t>{text}</a:t></a:r></a:p></dgm:t></dgm:pt>'
        for id, kind, text in (
            ("1", "node", "twee"),
            ("2", "node", "een"),
            ("3", "node", "een punt een"),
            ("0", "doc", ""),
            ("9", "pres", "niet"),
        )
    )
    links = "".join(
        f'<dgm:cxn modelId="{n}" srcId="{source}" destId="{target}" srcOrd="{order}"/>'
        for n, (source, target, order) in enumerate((("0", "1", 1), ("0", "2", 0), ("2", "3", 0)))
    )
    lists = f"<dgm:ptLst>{points}</dgm:ptLst><dgm:cxnLst>{links}</dgm:cxnLst>"
    data = f'<dgm:dataModel xmlns:dgm="{DIAGRAM}" {NAMESPACES}>{lists}</dgm:dataModel>'
    made = Foreign()
    slide = made.slide("T", layout=TITLE_ALONE)
    frame = (
        f'<p:graphicFrame {NAMESPACES}><p:nvGraphicFramePr><p:cNvPr id="7" name="x"/><p:cNvGraphicFramePr/><p:nvPr/>'
        '</p:nvGraphicFramePr><p:xfrm><a:off x="0" y="0"/><a:ext cx="9" cy="9"/></p:xfrm><a:graphic>'
        f'<a:graphicData uri="{DIAGRAM}"><dgm:relIds xmlns:dgm="{DIAGRAM}" r:dm="rId77"/></a:graphicData></a:graphic>'
        "</p:graphicFrame>"
    )
    xml(slide.shapes._spTree, frame)
    kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/diagramData"
    relation = f'<Relationship Id="rId77" Type="{kind}" Target="../diagrams/data1.xml"/></Relationships>'.encode()

    def change(parts: dict[str, bytes]) -> dict[str, bytes]:
        name = "ppt/slides/_rels/slide1.xml.rels"
        types = parts["[Content_Types].xml"].replace(
            b"</Types>",
            b'<Override PartName="/ppt/diagrams/data1.xml" ContentType="application/vnd.openxmlformats-officedocument.'
            b'drawingml.diagramData+xml"/></Types>',
        )
        related = parts[name].replace(b"</Relationships>", relation)
        return {**parts, name: related, "ppt/diagrams/data1.xml": data.encode(), "[Content_Types].xml": types}

    assert written(opened(made, change=change).slides[0].body) == "- een\n    - een punt een\n- twee"
