"""The deck: what a trainer finds in PowerPoint, and what keeps PowerPoint from repairing the file."""

from __future__ import annotations

import cProfile
import io
import pstats
import re
import subprocess
import sys
from dataclasses import replace
from datetime import date, time
from decimal import Decimal
from pathlib import Path
from zipfile import ZipFile

import pytest
from lxml import etree
from PIL import Image
from pptx import Presentation
from pptx.util import Mm
from pypdfium2 import PdfDocument

import samples
from lok.design import palette
from lok.model.audience import Audience
from lok.model.course import Course, Handout, Late, Note, Shortening
from lok.model.library import Media
from lok.model.ref import Ref, RefKind
from lok.model.text import Link, ListBlock, Paragraph, Picture, Plain, Recording, Strong, Table
from lok.render.deck import deck
from lok.render.deck.thread import PROPERTIES, WORDS
from lok.words import LOCALE
from media import m4a
from office import convert

A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
P = "{http://schemas.openxmlformats.org/presentationml/2006/main}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
HERE = Ref(RefKind.EXERCISE, "oefening", samples.span())
PNG = bytes.fromhex(
    "89504e470d0a1a0a0000000d4948445200000001000000010806000000"
    "1f15c4890000000d49444154789c6360606060000000050001a5f645400000000049454e44ae426082"
)


def rich() -> Course:
    """A course with a slide of every kind."""
    link = Link("https://www.voorbeeld.be/a?b=1&c=2", (Plain("lees meer"),), samples.span())
    body = (
        Paragraph((Plain("Kijk & "), Strong((Plain("denk"),)), Plain(" <na>"), link)),
        ListBlock(True, ((*samples.say("een"), samples.bullets("diep")), samples.say("twee"))),
    )
    table = Table(tuple(samples.say(t)[0].children for t in ("", "kop")), (((Plain("rij"),), (Plain("cel"),)),))
    who = Ref(RefKind.CASE, "iemand", samples.span(), "deel-1")
    asked = samples.say("Wat zou jij doen?")
    picture = Picture("slides/s/zee.png", "De zee", samples.span())
    note = Note("doe", "", (samples.bullets("Sta recht."),), samples.span())
    told = Note("een", "een", samples.say("Begin rustig."), samples.span())
    late = Shortening(Late.SHORTEN, Decimal("1.5"), "het overleg")
    first = samples.part(
        samples.slide("Welkom", body=samples.say("Fijn dat je er bent.")),
        samples.slide("Tekst", body=body, reveal=(samples.bullets("a", "b"),), notes=(told, note), shortening=late),
        samples.slide("Tussen", "tussentitel"),
        samples.slide("Vraag", "vraag", question=asked, cue=samples.say("“Aan jou.”")),
        samples.slide("Verhaal", "casus", case=who, question=asked, needs=("stiften",)),
        samples.slide("Beeld", body=(picture,)),
    )
    second = samples.part(
        samples.slide(
            "Kolommen",
            "kolommen",
            exercise=HERE,
            handouts=(Handout(Ref(RefKind.PAPER, "oefening", samples.span())),),
        ),
        samples.slide("Balans", "balans", exercise=Ref(RefKind.EXERCISE, "balans", samples.span())),
        samples.slide(
            "Uitspraken",
            "uitspraken",
            exercise=Ref(RefKind.EXERCISE, "uitspraken", samples.span()),
            question=asked,
        ),
        samples.slide("Tabel", "tabel", body=(table,), reveal=samples.say("Zo zit het.")),
        title="Nog een deel",
        first=7,
    )
    exercises = (
        samples.exercise(samples.columns("A", "B", "C")),
        replace(samples.exercise(samples.balance()), id="balans"),
        replace(samples.exercise(samples.statements("Zus.", "Zo.")), id="uitspraken"),
    )
    return samples.course(
        *exercises,
        agenda=(first, second),
        cases=(samples.case(samples.fragment()),),
        media=(Media("slides/s/zee.png", PNG, 2, 1),),
    )


SILENCE = (b"\xff\xfb\x90\x00" + bytes(413)) * 40
"""About a second of MPEG audio in which nobody speaks."""
SOUNDS = {"mp3": SILENCE, "m4a": m4a()}
AUDIO = "cases/iemand.mp3"


def heard(address: str = "", audio: str = AUDIO) -> Course:
    """A case with a recording, and slides with an exercise in each place where a code may stand."""
    asked, who = samples.say("Wat zou jij doen?"), Ref(RefKind.CASE, "iemand", samples.span(), "deel-1")
    slides = (
        samples.slide("Verhaal", "casus", case=who),
        samples.slide("Nog eens", "casus", case=who, question=asked, reveal=samples.say("Dit.")),
        samples.slide("Beginnen", "oefening", exercise=HERE),
        samples.slide("Kijken", "oefening", exercise=HERE, question=asked, body=samples.say("Kijk.")),
        samples.slide("Denken", "vraag", exercise=Ref(RefKind.EXERCISE, "kolommen", samples.span()), question=asked),
    )
    case = samples.case(replace(samples.fragment(), audio=Recording(audio, samples.span())))
    exercise = samples.exercise(samples.spaces("A", "B"))
    columns = replace(samples.exercise(samples.columns("A", "B")), id="kolommen")
    made = samples.course(exercise, columns, agenda=(samples.part(*slides),), cases=(case,), address=address)
    return replace(made, media=(Media(audio, SOUNDS[audio[-3:]]),))


ADDRESS = "https://lok.voorbeeld.be/"
PAGE = "https://lok.voorbeeld.be/cursus/oefeningen/{}.html"


@pytest.fixture(scope="module")
def data() -> bytes:
    artifact = deck.render(rich(), Audience.TRAINER, {}).files[0]
    assert artifact.path == "downloads/cursus-duo.pptx"
    assert artifact.sources == ("cases/iemand.md", "content/o.md", "content/s.md", "slides/s/a.md", "slides/s/zee.png")
    return artifact.data


@pytest.fixture(scope="module")
def opened(data: bytes) -> Presentation:
    return Presentation(io.BytesIO(data))


def parts(data: bytes) -> dict[str, bytes]:
    with ZipFile(io.BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def spokenof(data: bytes) -> dict[str, etree._Element]:
    found = {name: etree.fromstring(xml) for name, xml in parts(data).items() if re.match(r"ppt/slides/s.*xml$", name)}
    return dict(sorted(found.items(), key=lambda pair: int(re.sub(r"\D", "", pair[0]))))


# --- the file ---------------------------------------------------------------------------------------------------


def test_the_script_reproduces_the_template() -> None:
    made = subprocess.run([sys.executable, "-m", "lok.render.deck.template"], capture_output=True, check=True).stdout
    assert made == (palette.TEMPLATES / "deck" / "lok.pptx").read_bytes()


def test_participants_get_no_deck() -> None:
    assert deck.render(rich(), Audience.PARTICIPANT, {}).files == ()


def test_the_same_course_gives_the_same_bytes(data: bytes) -> None:
    assert deck.render(rich(), Audience.TRAINER, {}).files[0].data == data


def test_the_file_holds_no_date_or_name_of_its_maker(data: bytes, opened: Presentation) -> None:
    with ZipFile(io.BytesIO(data)) as archive:
        assert {entry.date_time for entry in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        assert archive.namelist()[0] == "[Content_Types].xml"
    core = opened.core_properties
    assert (core.title, core.author, core.last_modified_by) == ("Een cursus", "Een cursus", "Een cursus")
    assert core.created is not None
    assert core.modified is not None
    assert core.created.date() == core.modified.date() == date(2026, 11, 22)


def test_a_course_without_spokengives_a_deck_without_slides() -> None:
    for artifact in deck.render(samples.course(), Audience.TRAINER, {}).files:
        assert len(Presentation(io.BytesIO(artifact.data)).slides) == 0


def test_each_role_gets_a_deck_with_the_same_slides() -> None:
    """Projecting the wrong one does no harm."""
    made = {artifact.path: parts(artifact.data) for artifact in deck.render(shared(), Audience.TRAINER, {}).files}
    assert list(made) == ["downloads/cursus-duo.pptx", "downloads/cursus-een.pptx", "downloads/cursus-twee.pptx"]
    duo, *others = made.values()
    for other in others:
        assert other.keys() == duo.keys()
        differing = {name for name in duo if duo[name] != other[name]}
        assert differing
        assert all(name.startswith(("ppt/notesSlides/notesSlide", WORDS, PROPERTIES)) for name in differing)


@pytest.mark.parametrize(("course", "number"), [(rich(), 0), (rich(), 1), (heard(ADDRESS), 0)])
def test_the_open_xml_audit_finds_nothing(course: Course, number: int, tmp_path: Path) -> None:
    pytest.importorskip("openxml_audit")
    target = tmp_path / "deck.pptx"
    target.write_bytes(deck.render(course, Audience.TRAINER, {}).files[number].data)
    program = Path(sys.executable).with_name("openxml-audit")
    told = subprocess.run([str(program), str(target)], capture_output=True, text=True, check=False)
    assert told.returncode == 0, told.stdout
    assert "Errors: 0" in told.stdout or "no findings" in told.stdout


# --- slides -----------------------------------------------------------------------------------------------------


def test_every_slide_uses_a_layout_of_ours_and_carries_its_id(opened: Presentation) -> None:
    names = [slide.slide_layout.name for slide in opened.slides]
    assert names == [
        "Titel", "Inhoud", "Tussentitel, samen", "Vraag", "Casus met vraag", "Inhoud", "Kolommen", "Balans",
        "Uitspraken met vraag", "Tabel",
    ]  # fmt: skip
    assert [slide.name for slide in opened.slides][:3] == ["welkom", "tekst", "tussen"]


def test_a_click_on_a_part_leads_to_its_first_slide() -> None:
    parts = (samples.part(samples.slide(f"T{n}", "tussentitel"), title=f"D{n}", first=n) for n in (1, 2, 3))
    agenda = tuple(replace(part, id=f"p{n}") for n, part in enumerate(parts))
    opened = Presentation(io.BytesIO(first(samples.course(agenda=agenda))))
    (drawn,) = [shape for shape in opened.slides[1].shapes if shape.name == "De avond als pad"]
    led = [shape.click_action.target_slide for shape in drawn.shapes]
    assert list(dict.fromkeys(slide.name for slide in led if slide)) == ["t1", "t2", "t3"]


def test_the_title_is_read_first_and_every_place_has_a_dutch_name(opened: Presentation) -> None:
    for slide in opened.slides:
        first = slide.shapes[0]
        assert first == slide.shapes.title
        assert first.text_frame.text
        names = {shape.name for shape in slide.placeholders}
        assert "Titel" in names
        opens = slide.slide_layout.name.startswith(("Titel", "Tussentitel"))
        assert opens or {"Wie spreekt", "Deel", "Dianummer"} <= names
        assert all(shape.has_text_frame is False or shape.text_frame.text for shape in slide.placeholders)


def test_a_slide_says_who_speaks_in_a_word_and_a_mark() -> None:
    course = rich()
    roles = (*course.roles, samples.DUO)
    shown = (samples.bullets("x"),)
    spoken = (samples.slide(f"S{n}", role=role, body=shown) for n, role in enumerate(roles))
    made = samples.course(agenda=(samples.part(*spoken),))
    slides = Presentation(io.BytesIO(first(made))).slides
    places = [next(s for s in slide.placeholders if s.name == "Wie spreekt") for slide in slides]
    assert [place.text_frame.text for place in places] == ["Eén", "Twee", "duo"]
    marks = [next(s for s in slide.shapes if s.name == "Merk van wie spreekt") for slide in slides]
    full = [[bool(circle._element.xpath("./p:spPr/a:solidFill")) for circle in mark.shapes] for mark in marks]
    assert full == [[False, True], [False, True], [True, True]]


def test_author_text_arrives_letter_for_letter(opened: Presentation) -> None:
    text = next(shape for shape in opened.slides[1].placeholders if shape.name == "Tekst").text_frame
    assert text.paragraphs[0].text == "Kijk & denk <na>lees meer"
    assert [run.font.bold for run in text.paragraphs[0].runs] == [None, True, None, None]
    assert text.paragraphs[0].runs[3].hyperlink.address == "https://www.voorbeeld.be/a?b=1&c=2"
    assert [par.level for par in text.paragraphs] == [0, 1, 2, 1, 1, 1]


def test_every_run_is_dutch(data: bytes) -> None:
    for name, xml in parts(data).items():
        if not re.match(r"ppt/(slides|notesSlides|slideLayouts|slideMasters)/[^/]*\.xml$", name):
            continue
        for tag in ("rPr", "endParaRPr", "defRPr"):
            for element in etree.fromstring(xml).iter(f"{A}{tag}"):
                assert element.get("lang") == LOCALE, name


def test_shapes_have_unique_ids_and_what_is_no_text_has_words(data: bytes) -> None:
    for name, slide in spokenof(data).items():
        numbers = [element.get("id") for element in slide.iter(f"{P}cNvPr")]
        assert len(numbers) == len(set(numbers)), name
        for kind in ("graphicFrame", "pic"):
            for shape in slide.iter(f"{P}{kind}"):
                assert shape[0][0].get("descr"), name


def test_the_table_of_an_exercise_is_a_table(opened: Presentation) -> None:
    (frame,) = [shape for shape in opened.slides[6].shapes if shape.has_table]
    table = frame.table
    assert [cell.text for cell in table.rows[0].cells] == ["A", "B", "C"]
    assert table.rows[1].cells[0].text == "Wat hoort bij A?"
    assert table.first_row
    assert not table.first_col
    (own,) = [shape for shape in opened.slides[9].shapes if shape.has_table]
    assert own.table.first_col


def test_a_gauge_is_made_of_shapes_with_one_description(opened: Presentation) -> None:
    (group,) = [shape for shape in opened.slides[7].shapes if shape.name == "Meter"]
    assert len(group.shapes) == 6
    assert "Plussen" in group._element.xpath("./p:nvGrpSpPr/p:cNvPr/@descr")[0]


def test_nothing_stands_off_the_slide(opened: Presentation) -> None:
    for slide in opened.slides:
        for shape in slide.shapes:
            assert shape.left >= 0
            assert shape.top >= 0
            assert shape.left + shape.width <= opened.slide_width + Mm(0.1)
            assert shape.top + shape.height <= opened.slide_height + Mm(0.1)


# --- clicks -----------------------------------------------------------------------------------------------------


def clicks(slide: etree._Element) -> int:
    return len(slide.findall(f".//{P}cTn[@nodeType='clickEffect']"))


def test_clicks_show_what_comes_after_them(data: bytes) -> None:
    assert [clicks(slide) for slide in spokenof(data).values()] == [0, 2, 0, 0, 0, 0, 0, 0, 4, 1]


def test_click_targets_exist(data: bytes) -> None:
    for name, slide in spokenof(data).items():
        shapes = {element.get("id"): element.getparent().getparent() for element in slide.iter(f"{P}cNvPr")}
        steps = [element.get("id") for element in slide.iter(f"{P}cTn")]
        assert len(steps) == len(set(steps)), name
        for target in slide.iter(f"{P}spTgt"):
            shape = shapes[target.get("spid")]
            for spot in target.iter(f"{P}pRg"):
                assert int(spot.get("end")) < len(shape.findall(f".//{A}p")), name


def test_sections_hold_every_slide_once(data: bytes) -> None:
    root = etree.fromstring(parts(data)["ppt/presentation.xml"])
    p14 = "{http://schemas.microsoft.com/office/powerpoint/2010/main}"
    sections = list(root.iter(f"{p14}section"))
    assert [section.get("name") for section in sections] == ["Een deel", "Nog een deel"]
    listed = [item.get("id") for section in sections for item in section.iter(f"{p14}sldId")]
    assert listed == [item.get("id") for item in root.iter(f"{P}sldId")]
    assert root[-1].tag == f"{P}extLst"


# --- recordings and codes ---------------------------------------------------------------------------------------


def first(course: Course) -> bytes:
    return deck.render(course, Audience.TRAINER, {}).files[0].data


OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
RELATION = f"{{{OFFICE}}}"
WIRES = (
    ("*[local-name()='audioFile']", "link"),
    ("*[local-name()='media']", "embed"),
    ("*[local-name()='blip']", "embed"),
)


@pytest.mark.parametrize(("kind", "type_"), [("mp3", "audio/mpeg"), ("m4a", "audio/mp4")])
def test_a_recording_is_wired_as_powerpoint_does(kind: str, type_: str) -> None:
    files = parts(first(heard(audio=f"cases/iemand.{kind}")))
    sounds = [name for name in files if name.endswith(f".{kind}")]
    assert [files[name] for name in sounds] == [SOUNDS[kind]]
    assert f'PartName="/{sounds[0]}" ContentType="{type_}"'.encode() in files["[Content_Types].xml"]
    for number in (1, 2):
        relations = etree.fromstring(files[f"ppt/slides/_rels/slide{number}.xml.rels"])
        targets = {item.get("Id"): (item.get("Type", ""), item.get("Target", "")) for item in relations}
        slide = etree.fromstring(files[f"ppt/slides/slide{number}.xml"])
        (picture,) = slide.iter(f"{P}pic")
        played, kept, shown = (picture.xpath(f".//{tag}")[0].get(f"{RELATION}{where}") for tag, where in WIRES)
        assert targets[played] == (f"{OFFICE}/audio", f"../media/{sounds[0].rpartition('/')[2]}")
        assert targets[kept][0] == "http://schemas.microsoft.com/office/2007/relationships/media"
        assert targets[kept][1] == targets[played][1]
        assert targets[shown][0] == f"{OFFICE}/image"
        assert picture.xpath("string(.//*[local-name()='hlinkClick']/@action)") == "ppaction://media"


def test_a_click_on_the_picture_plays_and_pauses() -> None:
    for slide in list(spokenof(first(heard())).values())[:2]:
        number = next(iter(slide.iter(f"{P}pic")))[0][0].get("id")
        (command,) = slide.iter(f"{P}cmd")
        assert command.get("cmd") == "togglePause"
        (audio,) = slide.iter(f"{P}audio")
        for element in (command, audio, slide.find(f".//{P}cTn[@nodeType='interactiveSeq']")):
            assert element is not None
            assert {target.get("spid") for target in element.iter(f"{P}spTgt")} == {number}
        steps = [element.get("id") for element in slide.iter(f"{P}cTn")]
        assert len(steps) == len(set(steps))


def test_a_recording_is_described_and_its_text_is_in_the_notes() -> None:
    opened = Presentation(io.BytesIO(first(heard())))
    (button,) = [shape for shape in opened.slides[0].shapes if shape.name == "Geluid"]
    described = button._element.xpath("./p:nvPicPr/p:cNvPr/@descr")[0]
    assert described.startswith("Knop die deel 1 van Iemand laat horen.")
    assert "Op de opname (Iemand, deel 1): Ik kom voor mijn rug." in notes_of(opened, 1)


def test_the_script_reproduces_the_button() -> None:
    made = subprocess.run([sys.executable, "-m", "lok.render.deck.play_button"], capture_output=True, check=True).stdout
    old = (palette.TEMPLATES / "deck" / "play.png").read_bytes()
    images = [Image.open(io.BytesIO(data)).convert("RGBA") for data in (made, old)]
    assert images[0].tobytes() == images[1].tobytes()
    assert images[0].getextrema()[3] == (255, 255)


def test_a_code_leads_to_the_page_of_the_exercise() -> None:
    opened = Presentation(io.BytesIO(first(heard(ADDRESS))))
    for number, slide in enumerate(opened.slides, 1):
        codes = [shape for shape in slide.shapes if shape.name == "QR-code"]
        page = PAGE.format("kolommen" if number == 5 else "oefening")
        assert len(codes) == (number > 2)
        for code in codes:
            assert code._element.xpath("./p:nvPicPr/p:cNvPr/@descr") == [f"QR-code naar {page}"]
            assert code.width == code.height
            assert f"De QR-code leidt naar: {page}" in notes_of(opened, number)


def test_a_code_covers_nothing() -> None:
    for slide in Presentation(io.BytesIO(first(heard(ADDRESS)))).slides:
        for code in (shape for shape in slide.shapes if shape.name == "QR-code"):
            for other in slide.shapes:
                apart = (
                    other.left + other.width <= code.left
                    or code.left + code.width <= other.left
                    or other.top + other.height <= code.top
                    or code.top + code.height <= other.top
                )
                assert apart or other == code, (slide.name, other.name)


def test_without_address_there_is_no_code_and_the_notes_name_the_sheet() -> None:
    opened = Presentation(io.BytesIO(first(heard())))
    assert not any(shape.name == "QR-code" for slide in opened.slides for shape in slide.shapes)
    assert notes_of(opened, 3)[-1] == "Uitdelen: Een oefening"


# --- notes ------------------------------------------------------------------------------------------------------


def notes_of(opened: Presentation, number: int) -> list[str]:
    frame = opened.slides[number - 1].notes_slide.notes_text_frame
    assert frame is not None
    return [par.text.replace("\u00a0", " ") for par in frame.paragraphs]


def test_notes_start_with_the_speaker_and_the_next_action(opened: Presentation) -> None:
    assert notes_of(opened, 2) == [
        "DUO: 2 min, minuut 2 tot 4", "Doe:", "Sta recht.", "EÉN: Begin rustig.",
        "Als het uitloopt: 1,5 min: het overleg",
    ]  # fmt: skip


def test_notes_close_with_the_cue(opened: Presentation) -> None:
    assert notes_of(opened, 4)[-1] == "Geef het woord: “Aan jou.”"


def test_notes_hold_the_text_to_read_aloud(opened: Presentation) -> None:
    assert notes_of(opened, 5) == [
        "DUO: 2 min, minuut 8 tot 10",
        "Voorlezen: EÉN leest deel 1 van Iemand voor.",
        "Lees voor (EÉN, Iemand, deel 1): Ik kom voor mijn rug.",
        "Nodig: stiften",
    ]


def test_notes_say_first_who_reads_or_plays() -> None:
    opened = Presentation(io.BytesIO(first(heard())))
    assert notes_of(opened, 1)[1] == "Voorlezen: een van jullie speelt de opname van deel 1 van Iemand af."
    unread = samples.case(samples.fragment(reader=""))
    for role, told in ((None, "een van jullie leest"), (samples.course().roles[1], "TWEE leest")):
        who = Ref(RefKind.CASE, "iemand", samples.span(), "deel-1")
        slide = samples.slide("A", case=who, **({"role": role} if role else {}))
        made = first(samples.course(cases=(unread,), agenda=(samples.part(slide),)))
        assert notes_of(Presentation(io.BytesIO(made)), 1)[1] == f"Voorlezen: {told} deel 1 van Iemand voor."


def test_notes_say_what_to_hand_out_and_the_verdicts(opened: Presentation) -> None:
    assert notes_of(opened, 7)[-1] == "Uitdelen: Een oefening"
    assert notes_of(opened, 9)[1:3] == ["Oordeel per uitspraak:", "1 (“Zus”): waar (eerder). Uitleg achteraf."]


def test_verdicts_come_before_what_to_do_with_their_number_as_text() -> None:
    """In the statement's own first words: nobody reads out the explanation of another."""
    long = "“Ik ben het overzicht kwijt en dat al weken.”"
    exercise = samples.exercise(samples.statements("Handen wassen helpt.", long))
    doing = Note("doe", "", (ListBlock(True, (samples.say("Lees."), samples.say("Stem."))),), samples.span())
    here = Ref(RefKind.EXERCISE, exercise.id, samples.span())
    slide = samples.slide("A", exercise=here, notes=(doing,))
    course = samples.course(exercise, agenda=(samples.part(slide),))
    data = first(course)
    assert notes_of(Presentation(io.BytesIO(data)), 1)[1:-1] == [
        "Oordeel per uitspraak:",
        "1 (“Handen wassen helpt”): waar (eerder). Uitleg achteraf.",
        "2 (“Ik ben het overzicht …”): waar (eerder). Uitleg achteraf.",
        "Doe:", "1.\tLees.", "2.\tStem.",
    ]  # fmt: skip
    notes = parts(data)["ppt/notesSlides/notesSlide1.xml"]
    assert b"buAutoNum" not in notes
    assert notes.count(b"<a:buNone/>") == 2


def test_what_the_slide_shows_unconfirmed_stands_in_the_notes_alone() -> None:
    fact = replace(samples.fact(status="te bevestigen"), title="De lijn", confirm_by="organisator")
    slide = samples.slide("A", body=(samples.fact_here(),))
    data = first(samples.course(facts=(fact,), agenda=(samples.part(slide),)))
    told = "Nog te bevestigen: De lijn, nagekeken op 22 november 2026, door: organisator. Zeg het erbij."
    assert notes_of(Presentation(io.BytesIO(data)), 1)[1:] == [told]
    assert b"bevestigen" not in parts(data)["ppt/slides/slide1.xml"]
    undated = first(samples.course(facts=(replace(fact, checked=None),), agenda=(samples.part(slide),)))
    told = "Nog te bevestigen: De lijn, door: organisator. Zeg het erbij."
    assert notes_of(Presentation(io.BytesIO(undated)), 1)[1:] == [told]


def test_labels_in_notes_are_bold(opened: Presentation) -> None:
    frame = opened.slides[1].notes_slide.notes_text_frame
    assert frame is not None
    assert [par.runs[0].font.bold for par in frame.paragraphs] == [True, True, None, True, True]


# --- notes of one role ------------------------------------------------------------------------------------------


def shared() -> Course:
    """Four slides that two roles and the duo share; the second may go."""
    one, two = samples.course().roles
    going = Shortening(Late.DROP, Decimal(0), "het grapje.")
    meanwhile = Note("intussen", "", samples.say("Deel de bladen uit."), samples.span())
    other = Note("een", "een", samples.say("Vul aan."), samples.span())
    say = Note("zeg", "", samples.say("Goedenavond."), samples.span())
    slides = (
        samples.slide("A", role=one, notes=(say, meanwhile), cue=samples.say("“Nu jij.”")),
        samples.slide("B", role=two, notes=(say, other), shortening=going),
        samples.slide("C", role=two, notes=(say, meanwhile), cue=samples.say("“En nu samen.”")),
        samples.slide("D", notes=(say,)),
    )
    return samples.course(agenda=(samples.part(*slides),))


def test_notes_tell_the_time_where_the_session_says_when_it_begins() -> None:
    course = replace(shared(), start=time(23, 57))
    opened = Presentation(io.BytesIO(deck.render(course, Audience.TRAINER, {}).files[1].data))
    assert notes_of(opened, 1)[0] == "JIJ (EÉN): 23:57 tot 23:59, 2 min (minuut 0 tot 2)"
    assert notes_of(opened, 2)[-1] == "Jouw volgende beurt: slide 4, om 0:03."


def test_notes_get_smaller_before_they_run_off_the_page() -> None:
    def noted(words: int) -> Course:
        say = Note("zeg", "", samples.say("praat " * words), samples.span(line=9))
        return samples.course(agenda=(samples.part(samples.slide("A", notes=(say,))),))

    def size(course: Course) -> str | None:
        files = parts(deck.render(course, Audience.TRAINER, {}).files[0].data)
        root = etree.fromstring(files["ppt/notesSlides/notesSlide1.xml"])
        sizes = {item.get("sz") for item in root.iter(f"{A}defRPr")}
        return sizes.pop() if sizes else None

    assert (size(noted(300)), size(noted(750)), size(noted(900))) == (None, "1100", "1100")
    assert deck.render(noted(750), Audience.TRAINER, {}).problems == ()
    [problem] = deck.render(noted(900), Audience.TRAINER, {}).problems
    assert (problem.code, problem.span.line) == ("notitieblad-te-vol", 4)


def test_a_short_show_leaves_out_what_may_go() -> None:
    root = etree.fromstring(parts(deck.render(shared(), Audience.TRAINER, {}).files[0].data)["ppt/presentation.xml"])
    [show] = root.iter(f"{P}custShow")
    assert show.get("name") == "Korte versie"
    assert [item.get(f"{R}id") for item in show.iter(f"{P}sld")] == ["slide0", "slide2", "slide3"]


def told(number: int) -> list[list[str]]:
    """The notes of each slide in deck `number`."""
    opened = Presentation(io.BytesIO(deck.render(shared(), Audience.TRAINER, {}).files[number].data))
    return [notes_of(opened, n) for n in range(1, len(opened.slides) + 1)]


def test_the_deck_of_a_role_holds_its_own_notes_in_full() -> None:
    assert told(1)[0] == [
        "JIJ (EÉN): 2 min, minuut 0 tot 2",
        "Zeg: Goedenavond.",
        "Intussen: Deel de bladen uit.",
        "Geef het woord aan TWEE: “Nu jij.”",
    ]
    together = ["DUO: 2 min, minuut 6 tot 8. Wissel: jullie spreken samen.", "Zeg: Goedenavond."]
    assert told(1)[3] == told(0)[3] == told(2)[3] == together


def test_notes_say_at_their_head_who_takes_over_from_whom() -> None:
    assert told(0)[1][0] == "TWEE: 2 min, minuut 2 tot 4. Wissel: TWEE neemt over van EÉN."
    assert "Wissel" not in told(0)[2][0]
    back = replace(shared().slides[0], id="e", number=5)
    course = replace(shared(), agenda=(samples.part(*shared().slides, back),))
    opened = Presentation(io.BytesIO(first(course)))
    assert notes_of(opened, 5)[0].endswith(" Wissel: EÉN gaat alleen verder.")


def test_on_a_slide_of_the_other_it_says_what_to_do_and_when_to_take_over() -> None:
    assert told(2)[0] == [
        "EÉN: 2 min, minuut 0 tot 2", "Jij intussen: Deel de bladen uit.", "Jij neemt over na: “Nu jij.”",
    ]  # fmt: skip
    assert told(1)[1][2:] == [
        "Jij intussen: luister mee en kijk naar de groep.",
        "EÉN: Vul aan.",
        "Jouw volgende beurt: slide 4, vanaf minuut 6.",
    ]
    assert told(1)[2][-1] == "Jullie nemen samen over na: “En nu samen.”"


def test_a_slide_that_may_go_says_first_how_to_leave_it_out() -> None:
    for number in range(3):
        assert told(number)[1][1] == (
            "Mag weg: typ 3 en druk op Enter om verder te gaan zonder deze slide. Vooraf weglaten: klik in de lijst "
            "met de rechtermuisknop op de dia en kies Dia verbergen. Dan valt weg: het grapje."
        )


# --- growth and other programs ----------------------------------------------------------------------------------


def calls(count: int) -> int:
    many = samples.part(*(samples.slide(f"Slide {n}", body=samples.say(f"Tekst {n}"), number=2) for n in range(count)))
    course = samples.course(agenda=(many,))
    profile = cProfile.Profile()
    profile.enable()
    deck.render(course, Audience.TRAINER, {})
    profile.disable()
    return int(pstats.Stats(profile).total_calls)  # type: ignore[attr-defined]


def test_work_grows_with_the_number_of_slides() -> None:
    calls(2)
    small, large = calls(60), calls(240)
    assert large < small * 4.2


@pytest.mark.office
def test_libreoffice_shows_as_many_pages_and_clicks(tmp_path: Path) -> None:
    expected = {"rich": (rich(), 7), "heard": (heard(ADDRESS), 1 + 2)}
    decks = [tmp_path / f"{name}.pptx" for name in expected]
    for path, (course, _) in zip(decks, expected.values(), strict=True):
        path.write_bytes(first(course))
    for kind in ("pdf", "odp"):
        convert(tmp_path, kind, *decks)
    for path, (course, clicks) in zip(decks, expected.values(), strict=True):
        assert len(PdfDocument(path.with_suffix(".pdf"))) == len(course.slides), path.stem
        with ZipFile(path.with_suffix(".odp")) as archive:
            assert archive.read("content.xml").count(b'presentation:node-type="on-click"') == clicks, path.stem
