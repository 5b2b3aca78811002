"""Faults sown in a real deck of ours: each must be seen by our own checker, or else by the Open XML audit.

Every fault is one small edit, named by what a user would suffer. The checker does not know where it stands.
"""

from __future__ import annotations

import dataclasses
from pathlib import Path

import pytest
from openxml_audit import validate_pptx

from deck_checks import findings
from deck_checks.package import q
from deck_edits import (
    OFFICE,
    PRESENTATION,
    SLIDE_RELS,
    SLIDES,
    TYPES,
    Edit,
    Edited,
    add,
    both,
    double,
    drop,
    lose,
    made,
    put,
    remove,
    replace,
    silence,
    sound,
    store,
    to_end,
    to_front,
    write,
)
from lok.model.audience import Audience
from lok.model.course import Course, Part
from lok.render.deck import deck
from lok.view import view
from projects import COURSES, FIRST, edit, only, tiny

NOTES, NOTE_RELS = "ppt/notesSlides/*.xml", "ppt/notesSlides/_rels/*"
MASTER, LAYOUTS, THEME = "ppt/slideMasters/*.xml", "ppt/slideLayouts/*.xml", "ppt/theme/theme1.xml"
MEDIA = "ppt/media/*.png"
CORE = "docProps/core.xml"


def relation(kind: str) -> str:
    return f"//rel:Relationship[substring(@Type, string-length(@Type) - {len(kind)}) = '/{kind}']"


def place(kind: str) -> str:
    return f"//p:sp[p:nvSpPr/p:nvPr/p:ph[@{kind}]]"


def group(name: str) -> str:
    """Groups whose name begins so."""
    return f"//p:grpSp[p:nvGrpSpPr/p:cNvPr[starts-with(@name, '{name}')]]"


def inner(name: str) -> str:
    """Shapes of this name in a group."""
    return f"//p:grpSp/p:sp[p:nvSpPr/p:cNvPr[@name='{name}']]"


CARD_HEAD, CARD_TEXT = inner("Kop van een kaart"), inner("Tekst van een kaart")
MINUTES = place("idx='35'")
TITLE, BODY, BADGE, NUMBER = (place(key) for key in ("type='title'", "idx='23'", "idx='20'", "type='sldNum'"))
TITLE_TEXT, BODY_TEXT = f"{TITLE}//a:t", f"{BODY}//a:t"
ORANGE = '<a:solidFill><a:schemeClr val="accent3"/></a:solidFill>'
FOREIGN = '<a:solidFill><a:srgbClr val="123456"/></a:solidFill>'
FAR = '<a:xfrm><a:off x="11900000" y="1900000"/><a:ext cx="3000000" cy="900000"/></a:xfrm>'
ON_THE_TITLE = '<a:xfrm><a:off x="700000" y="900000"/><a:ext cx="9000000" cy="4000000"/></a:xfrm>'
CLICK = "//p:cTn[@presetClass='entr']"


def over_another(deck: Edited) -> None:
    """The second card stands where the first does."""
    one, other = (deck.first(f"({group('Kaart')})[{n}]/p:grpSpPr/a:xfrm/a:off") for n in (1, 2))
    for axis in ("x", "y"):
        other.set(axis, one.get(axis, ""))


def late(deck: Edited) -> None:
    deck.date = (2026, 11, 23, 9, 0, 0)


def again(deck: Edited) -> None:
    deck.again = deck.names(SLIDES)[0]


def swap_clicks(deck: Edited) -> None:
    """Paragraphs change places."""
    one, other = deck.first("(//p:pRg)[1]"), deck.first("(//p:pRg)[2]")
    for attribute in ("st", "end"):
        kept = one.get(attribute, "")
        one.set(attribute, other.get(attribute, ""))
        other.set(attribute, kept)


def same_click_twice(deck: Edited) -> None:
    first = deck.first("(//p:pRg)[1]")
    for attribute in ("st", "end"):
        deck.first("(//p:pRg)[2]").set(attribute, first.get(attribute, ""))


def same_title(deck: Edited) -> None:
    names = deck.names(SLIDES)
    deck.first(TITLE_TEXT, names[3]).text = deck.first(TITLE_TEXT, names[4]).text


def same_id(deck: Edited) -> None:
    names = deck.names(SLIDES)
    deck.first("//p:cSld", names[3]).set("name", deck.first("//p:cSld", names[4]).get("name", ""))


def same_section(deck: Edited) -> None:
    kept = deck.first("//p14:section[1]", PRESENTATION).get("id", "")
    deck.first("//p14:section[2]", PRESENTATION).set("id", kept)


def foreign_notes(deck: Edited) -> None:
    """The second slide shows the notes of the third."""
    names = deck.names(SLIDE_RELS)
    kept = deck.first(relation("notesSlide"), names[2]).get("Target", "")
    deck.first(relation("notesSlide"), names[1]).set("Target", kept)


WHITE = "//p:sp[p:txBody//a:schemeClr[@val='bg1']]"
MARK = "//p:grpSp[p:nvGrpSpPr/p:cNvPr/@name='Merk van wie spreekt']"


def role_mark(deck: Edited) -> None:
    """A mark that says another role than the word beside it."""
    fill = deck.first(f"{MARK}/p:sp/p:spPr/a:solidFill")
    fill.getparent().remove(fill)


def moved(xml: str) -> Edit:
    """The text of a slide gets another place."""

    def change(deck: Edited) -> None:
        properties = deck.first(f"{BODY}/p:spPr")
        for old in list(properties):
            properties.remove(old)
        properties.append(made(xml))

    return change


def coloured(xml: str) -> Edit:
    """The first words of a text get a colour of their own."""
    return lambda deck: deck.first(f"{BODY}//a:rPr").insert(0, made(xml))


def swapped_shapes(deck: Edited) -> None:
    targets = [deck.first(f"(//p:cTn[@presetClass='entr'][not(.//p:pRg)]//p:spTgt)[{n}]") for n in (1, 2)]
    kept = targets[0].get("spid", "")
    targets[0].set("spid", targets[1].get("spid", ""))
    targets[1].set("spid", kept)


def swapped_notes(deck: Edited) -> None:
    one, other = (deck.first("//p:sp[.//p:ph[@type='body']]/p:txBody", name) for name in deck.names(NOTES)[2:4])
    above, below = one.getparent(), other.getparent()
    above.append(other)
    below.append(one)


def film(deck: Edited) -> None:
    deck.first("//a:audioFile").tag = q("a:videoFile")


STRUCTURAL: dict[str, Edit] = {
    # references
    "PowerPoint repairs the file: a picture's relationship is gone": drop(relation("image"), SLIDE_RELS),
    "a red cross instead of the picture": put("//a:blip", "r:embed", "rId99"),
    "the picture is not in the file": remove(MEDIA),
    "a picture that leads to the layout": put(
        relation("image"), "Target", "../slideLayouts/slideLayout1.xml", SLIDE_RELS
    ),
    "a slide without the tag that it names": remove("ppt/tags/*.xml"),
    "a tag that no slide names": drop("//p:custDataLst"),
    "a tag that is announced as a layout": put(
        "//ct:Override[contains(@PartName, '/tags/')]",
        "ContentType",
        "application/vnd.openxmlformats-officedocument.presentationml.slideLayout+xml",
        TYPES,
    ),
    "the words that a deck keeps are not in the file": remove("customXml/item1.xml"),
    "nothing leads to the words that a deck keeps": drop(relation("customXml"), "ppt/_rels/presentation.xml.rels"),
    "half a picture": replace(MEDIA, lambda data: data[:-9]),
    "a picture of another kind than its name says": replace(MEDIA, lambda _: b"\xff\xd8\xff\xe0 jpeg \xff\xd9"),
    "no program knows what a picture is": drop("//ct:Default[@Extension='png']", TYPES),
    "PowerPoint does not know a slide for one": drop("//ct:Override[contains(@PartName, '/slides/')]", TYPES),
    "a slide is announced as a layout": put(
        "//ct:Override[contains(@PartName, '/slides/')]",
        "ContentType",
        "application/vnd.openxmlformats-officedocument.presentationml.slideLayout+xml",
        TYPES,
    ),
    "a slide is announced that is not there": double("//ct:Override", TYPES, PartName="/ppt/slides/slide99.xml"),
    "a type is announced twice": double("//ct:Override", TYPES),
    "a forgotten slide stays in the file": store("ppt/slides/slide99.xml", b"<x/>"),
    "forgotten relationships stay in the file": store(
        "ppt/slides/_rels/slide99.xml.rels",
        b'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"/>',
    ),
    "a picture that no slide shows is sent along": drop("//p:pic"),
    "two relationships of one name": double(relation("notesSlide"), SLIDE_RELS),
    "a link with a space in its address": put(relation("hyperlink"), "Target", "https://www.voor beeld.be", SLIDE_RELS),
    "a link without a host": put(relation("hyperlink"), "Target", "https:///pagina", SLIDE_RELS),
    "a link of a kind that browsers do not know": put(relation("hyperlink"), "Target", "htp://a.be", SLIDE_RELS),
    "a link that looks for a file in the deck": lose(relation("hyperlink"), "TargetMode", SLIDE_RELS),
    "a link whose relationship is that of a picture": put(relation("hyperlink"), "Type", f"{OFFICE}/image", SLIDE_RELS),
    "a relationship of a kind that does not exist": put(relation("notesSlide"), "Type", f"{OFFICE}/note", SLIDE_RELS),
    "a link that leads nowhere": put("//a:hlinkClick", "r:id", "rId77"),
    "a broken slide": replace(SLIDES, lambda data: data[:-9]),
    "one slide stands in the file twice": again,
    # slides, masters, sections
    "a slide without a layout": drop(relation("slideLayout"), SLIDE_RELS),
    "a slide with two layouts": double(relation("slideLayout"), SLIDE_RELS, Id="rId55"),
    "a layout without a master": drop(relation("slideMaster"), "ppt/slideLayouts/_rels/*"),
    "a slide that is in the list twice": double("//p:sldId", PRESENTATION, id="900"),
    "two slides with one number": put("//p:sldId[2]", "id", "256", PRESENTATION),
    "a slide number that PowerPoint refuses": put("//p:sldId", "id", "12", PRESENTATION),
    "a slide that is never shown": drop("//p:sldId", PRESENTATION),
    "a slide in the list that leads nowhere": put("//p:sldId", "r:id", "rId98", PRESENTATION),
    "a layout with the number of the master": put("//p:sldLayoutId", "id", "2147483648", MASTER),
    "a layout that cannot be chosen": drop("//p:sldLayoutId", MASTER),
    "two layouts of one name": put("//p:cSld", "name", "Inhoud", "ppt/slideLayouts/slideLayout1.xml"),
    "a slide outside every section": drop("//p14:sldId", PRESENTATION),
    "a slide in two sections": double("//p14:sldId", PRESENTATION),
    "a section that PowerPoint cannot name": put("//p14:section", "id", "deel-1", PRESENTATION),
    "two sections that are one": same_section,
    "a short show with a slide that is not there": put("//p:custShow//p:sld", "r:id", "slide999", PRESENTATION),
    "a short show with a slide that is hidden": put("/p:sld", "show", "0"),
    "a short show that cannot be chosen by name": put("//p:custShow", "name", "", PRESENTATION),
    "sections where PowerPoint does not look": to_front("//p:extLst", PRESENTATION),
    "slides of 4:3": put("//p:sldSz", "cx", "9144000", PRESENTATION),
    "a theme of two fills": drop("//a:fillStyleLst/*", THEME),
    "a theme without a colour": drop("//a:clrScheme/a:accent3", THEME),
    "a colour map that misses a colour": lose("//a:overrideClrMapping", "accent5"),
    # shapes
    "two shapes of one number": put("(//p:sp//p:cNvPr)[2]", "id", "2"),
    "a shape without a number": put("(//p:sp//p:cNvPr)[2]", "id", ""),
    "text in a place that the layout does not have": put("//p:ph[@idx='23']", "idx", "77"),
    "text in a place meant for a table": put("//p:ph[@idx='23']", "type", "tbl"),
    "two texts in one place": double(BODY, id="700"),
    "a slide number that stays behind when slides move": drop(f"{NUMBER}//a:fld"),
    "a shape without properties": drop(f"{BODY}/p:spPr"),
    "a text without a paragraph": drop(f"{TITLE}//a:p"),
    "a fill before the place of a shape": to_front("//p:spPr[a:xfrm]/a:solidFill"),
    "the end of a paragraph before its words": to_front("//a:endParaRPr"),
    "clicks before the slide itself": to_front("//p:timing"),
    "a shape that PowerPoint cannot draw": put("//a:prstGeom", "prst", "rechthoek"),
    "bold that is neither on nor off": put("//a:rPr", "b", "ja"),
    "an attribute that PowerPoint does not know": put("//p:cNvPr", "titel", "x"),
    "a fill more than full": add("//p:spPr/a:solidFill/a:schemeClr", '<a:alpha val="veel"/>'),
    "a colour that the theme does not have": put("//p:spPr//a:schemeClr", "val", "accent9"),
    "a shape of negative size": put("//p:grpSp/p:grpSpPr/a:xfrm/a:ext", "cx", "-5"),
    # clicks
    "a click that shows a shape that is not there": put("//p:spTgt", "spid", "600"),
    "a click that shows a line that is not there": both(put("//p:pRg", "end", "40"), put("//p:pRg", "st", "40")),
    "two steps of one number": put("(//p:cTn)[last()]", "id", "1"),
    "lines that are all there before the click": drop("//p:bldLst"),
    "a click for a shape that is not built": put("//p:bldP", "spid", "600"),
    "a line that appears twice and one that never does": same_click_twice,
    "lines that appear out of order": swap_clicks,
    "a verdict before the vote": swapped_shapes,
    "a click that hides": put("//p:strVal", "val", "hidden"),
    "a click that does nothing one can see": write("//p:attrName", "style.rotation"),
    "a click without an effect": put(CLICK, "nodeType", "withEffect"),
    "a group with a build that only texts have": put("//p:cTn[@presetClass='entr'][not(.//p:pRg)]", "grpId", "0"),
    # tables
    "a table row that misses a cell": drop("//a:tr[2]/a:tc"),
    "a table with a column without cells": double("//a:gridCol"),
    "a table wider than its frame": put("//a:gridCol", "w", "9000000"),
    "a table in a style that is not there": write("//a:tableStyleId", "{00000000-0000-0000-0000-000000000000}"),
    "a table that becomes higher than its frame": put("//a:tr", "h", "9000000"),
    "a cell without text": drop("//a:tc/a:txBody"),
    # notes
    "a slide with the notes of another": foreign_notes,
    "notes that lead to another slide": put(relation("slide"), "Target", "../slides/slide3.xml", NOTE_RELS),
    "notes without a master": drop(relation("notesMaster"), NOTE_RELS),
    "a deck that does not list its notes master": drop("//p:notesMasterIdLst", PRESENTATION),
    "notes in the theme of the slides": put(
        relation("theme"), "Target", "../theme/theme1.xml", "ppt/notesMasters/_rels/*"
    ),
    "notes in a place that the page does not have": put("//p:ph[@type='body']", "idx", "9", NOTES),
    # sound
    "a sound that is a film": put("//rel:Relationship[@Id='snd1']", "Type", f"{OFFICE}/video", SLIDE_RELS),
    "a sound of a film's kind": film,
    "a sound that is only linked": drop("//p:nvPr/p:extLst"),
    "a sound with another one embedded": put(
        "//rel:Relationship[@Id='snd2']", "Target", "../media/image1.png", SLIDE_RELS
    ),
    "a sound that a click does not start": drop("//p:cNvPr/a:hlinkClick[@action]"),
    "a sound that is not in the timing": drop("//p:audio"),
    "a sound that cannot be paused": put("//p:cmd", "cmd", "stop"),
    "a sound of unknown kind": drop("//ct:Default[@Extension='mp3']", TYPES),
    "a sound file that is none": replace("ppt/media/*.mp3", lambda _: b"<html>niet gevonden</html>"),
    # properties
    "the name of whoever built it": write("//dc:creator", "an", CORE),
    "the name of whoever built it, as last editor": write("//cp:lastModifiedBy", "python-pptx", CORE),
    "the clock of the build": write("//dcterms:modified", "2026-11-23T09:15:12Z", CORE),
    "the clock of the build in the file itself": late,
    "no title of the deck": drop("//dc:title", CORE),
    "a deck without properties": drop(relation("core-properties"), "_rels/.rels"),
}

DESIGN: dict[str, Edit] = {
    "a slide without a title": drop(TITLE),
    "an empty title": write(TITLE_TEXT, ""),
    "two slides of one title": same_title,
    "two slides of one id": same_id,
    "a title that is read last": to_end(TITLE),
    "a picture without words": put("//p:pic//p:cNvPr", "descr", ""),
    "a picture described by its file name": put("//p:pic//p:cNvPr", "descr", "druppel.png"),
    "a table without words": lose("//p:graphicFrame//p:cNvPr", "descr"),
    "a group without words": lose("//p:grpSp/p:nvGrpSpPr/p:cNvPr[string(@descr)]", "descr"),
    "a step without words": lose(f"{group('Stap')}/p:nvGrpSpPr/p:cNvPr", "descr"),
    "a card described by its number": put(f"{group('Kaart')}/p:nvGrpSpPr/p:cNvPr", "descr", "3"),
    "a line of a dialogue without words": lose(f"{group('Zin')}/p:nvGrpSpPr/p:cNvPr", "descr"),
    "words in a card too small for the last row": put(f"{CARD_TEXT}//a:lvl1pPr/a:defRPr", "sz", "1600"),
    "a line of a dialogue in small print": put(f"{inner('Wat gezegd wordt')}//a:lvl1pPr/a:defRPr", "sz", "1200"),
    "words that run out of their balloon": write(f"{inner('Wat gezegd wordt')}//a:t", "Dit past er niet in. " * 30),
    "a balloon as dark as its words": put(f"{group('Zin')}/p:sp[.//a:custGeom]//a:srgbClr", "val", "16262E"),
    "minutes of an exercise in small print": put(f"{MINUTES}//a:rPr", "sz", "1400"),
    "words that run out of their card": write(f"{CARD_TEXT}//a:t", "Dit past er niet in. " * 30),
    "words that run out of their step": write(f"{inner('Stap')}//a:t", "Dit past er niet in. " * 30),
    "the head of a card that vanishes": put(f"{CARD_HEAD}//a:lvl1pPr/a:defRPr//a:schemeClr", "val", "bg1"),
    "a number that vanishes with its disc": drop(f"{inner('Nummer')}/p:spPr/a:solidFill"),
    "a card over the one before it": over_another,
    "a step that hangs off the slide": put(f"{group('Stap')}[last()]/p:grpSpPr/a:xfrm/a:off", "x", "9900000"),
    "a step that is not there for a screen reader": put(f"{inner('Stap')}/p:nvSpPr/p:cNvPr", "name", ""),
    "a line that is neither decoration nor described": add(
        "//p:spTree",
        '<p:cxnSp><p:nvCxnSpPr><p:cNvPr id="950" name="Lijn"/><p:cNvCxnSpPr/><p:nvPr/></p:nvCxnSpPr><p:spPr><a:xfrm>'
        '<a:off x="9" y="9"/><a:ext cx="90000" cy="90000"/></a:xfrm><a:prstGeom prst="line"/></p:spPr></p:cxnSp>',
    ),
    "decoration that is read aloud": put("//p:cNvPr[.//adec:decorative]", "descr", "een streep"),
    "a shape without a name": put("//p:sp//p:cNvPr", "name", ""),
    "a table whose head is not read as one": put("//a:tblPr", "firstRow", "0"),
    "a column without a head": write("//a:tr[1]/a:tc[2]//a:t", ""),
    "words read in English": put("//a:rPr", "lang", "en-US"),
    "words without a language": drop("//a:r/a:rPr"),
    "what is typed next is checked as English": put("//a:endParaRPr", "lang", "en-US"),
    "notes checked as English": put("//a:rPr", "lang", "en-GB", NOTES),
    "a layout that types English": put("//a:defRPr", "lang", "en-US", LAYOUTS),
    "a slide without notes": silence("//p:sp[.//p:ph[@type='body']]", NOTES),
    "a font that stays when the theme changes": add("//a:r/a:rPr", '<a:latin typeface="Comic Sans MS"/>'),
    "a font of its own in a layout": put("//a:latin", "typeface", "Arial", LAYOUTS),
    "text too small for the last row": put("//p:grpSp//a:lstStyle/a:lvl1pPr/a:defRPr", "sz", "1400"),
    "text made small by hand": put(f"{BODY}//a:rPr", "sz", "1100"),
    "a layout with text too small": put(
        f"{TITLE}//a:lvl1pPr/a:defRPr", "sz", "1600", "ppt/slideLayouts/slideLayout5.xml"
    ),
    "a table in small print": put("//a:tc//a:rPr", "sz", "1000"),
    "orange words on paper": coloured(ORANGE),
    "white words on orange": put(f"{WHITE}/p:spPr/a:solidFill/a:schemeClr", "val", "accent3"),
    "a layout on which words vanish": put("//p:bg//a:schemeClr", "val", "tx1", "ppt/slideLayouts/slideLayout5.xml"),
    "a theme in which words vanish": put("//a:clrScheme/a:dk1/a:srgbClr", "val", "C8C8C8", THEME),
    "a table head that vanishes": put("//a:firstRow/a:tcTxStyle//a:schemeClr", "val", "bg2", "ppt/tableStyles.xml"),
    "a colour from nowhere": coloured(FOREIGN),
    "a text that hangs off the slide": moved(FAR),
    "text over the title": moved(ON_THE_TITLE),
    "a word that breaks in the middle": write(BODY_TEXT, "Arbeidsongeschiktheidsverzekeringsmaatschappij" * 2),
    "more text than fits": write(BODY_TEXT, "Zo veel woorden passen niet. " * 40),
    "more words in a cell than fit": write("//a:tc//a:t", "Te veel voor een kop. " * 30),
    "a place that stays empty": silence(BODY),
    "text that PowerPoint shrinks": add(f"{BODY}//a:bodyPr", '<a:normAutofit fontScale="70000"/>'),
    "a role with the mark of the other": role_mark,
    "a slide that does not say who speaks": drop(BADGE),
}

UNSEEN: dict[str, tuple[Edit, str]] = {
    "a wrong word": (write(BODY_TEXT, "Handen"), "the words per page are compared with the course in test_deck_gates"),
    "a description that says something else": (
        put("//p:pic//p:cNvPr", "descr", "Een huis met een rood dak."),
        "only a person sees what a picture shows",
    ),
    "a picture of something else": (
        replace(MEDIA, lambda data: data[:-12] + b"\0\0\0\0tEXt\x7a\xa5\x5d\x9b" + data[-12:]),
        "a whole picture is a whole picture",
    ),
    "the notes of two slides changed places": (
        swapped_notes,
        "the outline in test_deck_gates holds the notes of every slide",
    ),
}
"""What neither gate can see, and who does."""


KEPT = (
    "Schone handen, veilige zorg",
    "Je handen reizen mee",
    "Waar of niet waar?",
    "Eén afspraak voor morgen",
    "Vijf momenten op een rij",
    "Wrijven doe je in deze volgorde",
    "Drie plaatsen voor de fles",
    "Zo vraag je het aan een collega",
    "Wie houdt het vol?",
    "Kies je eigen moment",
)
"""Slides that together have everything in which a fault is sown; a check takes as long as a deck has slides."""


def only_kept(course: Course) -> Course:
    parts = (
        dataclasses.replace(item, slides=tuple(slide for slide in item.slides if slide.title in KEPT))
        if isinstance(item, Part)
        else item
        for item in course.agenda
    )
    return dataclasses.replace(course, agenda=tuple(parts))


@pytest.fixture(scope="module")
def clean(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    """A few slides of the tiny course with a link, and a sound wired as PowerPoint does."""
    root = tiny(tmp_path_factory.mktemp("course"))
    edit(root, FIRST, "Je ziet er niets van.", "Je ziet er niets van: [kijk zelf](https://www.voorbeeld.be/handen).")
    edit(root, FIRST, "Eén keer wrijven breekt de ketting.", "- Eén keer wrijven breekt de ketting.\n- Elke keer.")
    (artifact, *_) = deck.render(only_kept(view(only(root), Audience.TRAINER)), Audience.TRAINER, {}).files
    edited = Edited(artifact.data)
    sound((COURSES / "handhygiene" / "cases" / "noemie-2.mp3").read_bytes())(edited)
    return edited.data()


def spoilt(clean: bytes, fault: Edit) -> bytes:
    edited = Edited(clean)
    fault(edited)
    data = edited.data()
    assert data != clean
    return data


def audit(data: bytes, folder: Path) -> list[object]:
    target = folder / "deck.pptx"
    target.write_bytes(data)
    return list(validate_pptx(target).errors)


def seen(data: bytes, folder: Path) -> bool:
    return bool(findings(data) or audit(data, folder))


def test_the_deck_is_clean_before_it_is_spoilt(clean: bytes, tmp_path: Path) -> None:
    assert findings(clean) == []
    assert audit(clean, tmp_path) == []


def test_the_deck_has_the_slides_it_must(clean: bytes) -> None:
    assert len(Edited(clean).names(SLIDES)) == len(KEPT)


def test_there_are_enough_faults() -> None:
    assert len(STRUCTURAL) >= 40
    assert len(DESIGN) >= 12


@pytest.mark.parametrize("fault", STRUCTURAL)
def test_a_structural_fault_is_seen(clean: bytes, fault: str, tmp_path: Path) -> None:
    assert seen(spoilt(clean, STRUCTURAL[fault]), tmp_path)


@pytest.mark.parametrize("fault", DESIGN)
def test_a_fault_of_design_is_seen(clean: bytes, fault: str) -> None:
    assert findings(spoilt(clean, DESIGN[fault])) != []


@pytest.mark.parametrize("fault", UNSEEN)
def test_what_no_gate_sees_is_on_the_list_for_a_reason(clean: bytes, fault: str, tmp_path: Path) -> None:
    change, reason = UNSEEN[fault]
    assert reason
    assert not seen(spoilt(clean, change), tmp_path)
