"""Slides one by one: ids, places, tables, language, titles, notes and words for who cannot see the shapes."""

from __future__ import annotations

import re
from collections.abc import Iterator

from .package import PRESENTATION, Deck, Element, Finding, find, first, number, q, repeated, words_of

LANGUAGE = "nl-BE"
LONGEST_ALT = 400
ORDERS = {
    "p:presentation": "sldMasterIdLst notesMasterIdLst handoutMasterIdLst sldIdLst sldSz notesSz custShowLst "
    "defaultTextStyle extLst",
    "p:sld": "cSld clrMapOvr transition timing extLst",
    "p:notes": "cSld clrMapOvr extLst",
    "p:cSld": "bg spTree custDataLst controls extLst",
    "p:sp": "nvSpPr spPr style txBody extLst",
    "p:pic": "nvPicPr blipFill spPr style extLst",
    "p:grpSp": "nvGrpSpPr grpSpPr * extLst",
    "p:graphicFrame": "nvGraphicFramePr xfrm graphic extLst",
    "p:nvPr": "ph audioCd wavAudioFile audioFile videoFile custDataLst extLst",
    "p:cNvPr": "hlinkClick hlinkHover extLst",
    "p:spPr": "xfrm custGeom prstGeom noFill solidFill gradFill blipFill pattFill grpFill ln effectLst extLst",
    "p:blipFill": "blip srcRect tile stretch",
    "p:txBody": "bodyPr lstStyle p",
    "a:txBody": "bodyPr lstStyle p",
    "a:p": "pPr * endParaRPr",
    "a:r": "rPr t",
    "a:pPr": "lnSpc spcBef spcAft buClrTx buClr buSzTx buSzPct buSzPts buFontTx buFont buNone buAutoNum buChar buBlip "
    "tabLst defRPr extLst",
    "a:rPr": "ln noFill solidFill effectLst highlight latin ea cs sym hlinkClick hlinkMouseOver extLst",
    "a:tbl": "tblPr tblGrid tr",
    "a:tc": "txBody tcPr extLst",
    "p:timing": "tnLst bldLst extLst",
    "p:cTn": "stCondLst endCondLst endSync iterate childTnLst subTnLst",
}
"""Children in the only order that PowerPoint reads; "*" stands for what else there may be."""
REQUIRED = {
    "p:sld": ("cSld",),
    "p:sp": ("nvSpPr", "spPr"),
    "p:pic": ("nvPicPr", "blipFill", "spPr"),
    "p:graphicFrame": ("nvGraphicFramePr", "xfrm", "graphic"),
    "p:txBody": ("bodyPr", "p"),
    "a:txBody": ("bodyPr", "p"),
    "a:r": ("t",),
    "a:tbl": ("tblGrid",),
    "a:tc": ("txBody",),
}
SHAPES = ("p:sp", "p:pic", "p:graphicFrame", "p:grpSp", "p:cxnSp")
GUID = re.compile(r"\{[0-9A-F]{8}-([0-9A-F]{4}-){3}[0-9A-F]{12}\}")
MASTER_ID = 2**31
SECTIONS = "{521415D9-36F7-43E2-AB2F-B90AF26B5E84}"


def findings(deck: Deck) -> Iterator[Finding]:
    yield from _presentation(deck)
    yield from _sections(deck)
    for name, tree in deck.trees.items():
        if name.startswith("ppt/") and not name.endswith(".rels"):
            yield from _structure(name, tree)
    for name, tree in deck.pages():
        yield from _ids(name, tree)
        yield from _places(deck, name, tree)
        yield from _tables(deck, name, tree)
        yield from _language(name, tree)
        yield from _title(name, tree)
        yield from _described(name, tree)
    for kind in ("slideLayout", "slideMaster", "notesSlide", "notesMaster"):
        for name in deck.of_type(kind):
            if name in deck.trees:
                yield from _ids(name, deck.trees[name])
                yield from _language(name, deck.trees[name])
    yield from _layouts(deck)
    yield from _names(deck)
    yield from _notes(deck)


def _presentation(deck: Deck) -> Iterator[Finding]:
    root = deck.trees.get(PRESENTATION)
    for value in repeated(item.get("id", "") for item in find(root, "p:sldIdLst/p:sldId")):
        yield Finding("slide-id", PRESENTATION, f"{value} is there twice")
    for item in find(root, "p:sldIdLst/p:sldId"):
        if not 256 <= number(item.get("id")) < MASTER_ID:
            yield Finding("slide-id", PRESENTATION, f"{item.get('id')} is out of range")
    for name in repeated(deck.slides):
        yield Finding("slide-listed", PRESENTATION, f"{name} is shown twice")
    for name in set(deck.of_type("slide")) - set(deck.slides):
        yield Finding("slide-listed", PRESENTATION, f"{name} is never shown")
    masters = find(root, "p:sldMasterIdLst/p:sldMasterId")
    layouts = [item for name in deck.of_type("slideMaster") for item in find(deck.trees.get(name), "//p:sldLayoutId")]
    ids = [item.get("id", "") for item in (*masters, *layouts)]
    for value in repeated(ids):
        yield Finding("master-id", PRESENTATION, f"{value} is used for two masters or layouts")
    for value in ids:
        if not MASTER_ID <= number(value) < 2 * MASTER_ID:
            yield Finding("master-id", PRESENTATION, f"{value} is out of range")
    size = first(root, "p:sldSz")
    if size is None or number(size.get("cx")) * 9 != number(size.get("cy")) * 16:
        yield Finding("slide-size", PRESENTATION, "slides are not 16:9")
    if not find(root, "p:notesMasterIdLst/p:notesMasterId"):
        yield Finding("notes-master", PRESENTATION, "lists no notes master")


def _shows(deck: Deck, root: Element) -> Iterator[Finding]:
    """Slides of a custom show are slides of the deck that are not hidden, and a show has a name to choose it by."""
    known = {item.get(q("r:id")) for item in find(root, "p:sldIdLst/p:sldId")}
    for show in find(root, "p:custShowLst/p:custShow"):
        if not show.get("name", "").strip():
            yield Finding("show", PRESENTATION, "a custom show has no name")
        if lost := [item.get(q("r:id")) for item in find(show, "p:sldLst/p:sld") if item.get(q("r:id")) not in known]:
            yield Finding("show", PRESENTATION, f"a custom show names slides that are not there: {lost}")
        for item in find(show, "p:sldLst/p:sld"):
            slide = deck.relation(PRESENTATION, item.get(q("r:id")))
            if slide and slide.target in deck.trees and deck.trees[slide.target].get("show") in ("0", "false"):
                yield Finding("show", PRESENTATION, f"a custom show shows what is hidden: {slide.target}")


def _sections(deck: Deck) -> Iterator[Finding]:
    root = deck.trees.get(PRESENTATION)
    sections = find(root, f"p:extLst/p:ext[@uri='{SECTIONS}']/p14:sectionLst/p14:section")
    listed = [item.get("id") for section in sections for item in find(section, "p14:sldIdLst/p14:sldId")]
    slides = [item.get("id") for item in find(root, "p:sldIdLst/p:sldId")]
    if listed != slides:
        yield Finding("sections", PRESENTATION, "do not hold every slide once, in order")
    yield from _shows(deck, root)
    for section in sections:
        if not GUID.fullmatch(section.get("id", "")):
            yield Finding("section-id", PRESENTATION, f"{section.get('id')!r} is no GUID")
        if not section.get("name", "").strip():
            yield Finding("section-name", PRESENTATION, "a section has no name")
    for value in repeated(section.get("id", "") for section in sections):
        yield Finding("section-id", PRESENTATION, f"{value} is there twice")


def _structure(name: str, tree: Element) -> Iterator[Finding]:
    """Children in their order, none missing."""
    for tag, order in ORDERS.items():
        allowed = order.split()
        for element in tree.iter(q(tag)):
            if element.getparent() is not None and element.getparent().tag == q("p:sldLst"):
                continue  # a custom show names its slides with the same word
            children = [child.tag.rpartition("}")[2] for child in element if isinstance(child.tag, str)]
            known = [child if child in allowed else "*" for child in children]
            ranks = [allowed.index(child) for child in known if child in allowed]
            if ranks != sorted(ranks) or len(ranks) != len(children):
                yield Finding("child-order", name, f"{tag} holds {' '.join(children)}")
            for needed in REQUIRED.get(tag, ()):
                if needed not in children:
                    yield Finding("child-missing", name, f"{tag} has no {needed}")
    for tag in ("fillStyleLst", "lnStyleLst", "effectStyleLst", "bgFillStyleLst"):
        for element in tree.iter(q(f"a:{tag}")):
            if len(element) != 3:
                yield Finding("theme-list", name, f"{tag} has {len(element)} entries, must be 3")
    for element in tree.iter(q("a:clrScheme")):
        if len(element) != 12:
            yield Finding("theme-list", name, f"{len(element)} colours, must be 12")


def _ids(name: str, tree: Element) -> Iterator[Finding]:
    ids = [element.get("id", "") for element in tree.iter(q("p:cNvPr"))]
    for value in repeated(ids):
        yield Finding("shape-id", name, f"{value} is there twice")
    for value in ids:
        if number(value) < 1:
            yield Finding("shape-id", name, f"{value!r} is no number")


def key_of(ph: Element) -> tuple[str, str]:
    """What a placeholder is looked up by: its number, and the kind that goes with it."""
    return ph.get("idx", "0"), ph.get("type", "obj")


def _places(deck: Deck, name: str, tree: Element) -> Iterator[Finding]:
    layout = deck.trees.get(deck.layout_of(name) or "")
    offered = {key_of(ph) for ph in find(layout, "//p:nvPr/p:ph")}
    used = find(tree, "//p:nvPr/p:ph")
    for ph in used:
        if key_of(ph) not in offered:
            yield Finding("place", name, f"the layout has no place {key_of(ph)}")
        shape = ph.getparent().getparent().getparent()
        if ph.get("type") == "sldNum" and not find(shape, ".//a:fld[@type='slidenum']"):
            yield Finding("slide-number", name, "the number does not follow the slide")
        if shape.tag == q("p:sp") and not words_of(shape):
            yield Finding("empty", name, f"the place {key_of(ph)} is empty")
    for value in repeated(ph.get("idx", "0") for ph in used):
        yield Finding("place", name, f"the place {value} is filled twice")
    colours = first(tree, "p:clrMapOvr/a:overrideClrMapping")
    if colours is not None and len(colours.attrib) != 12:
        yield Finding("colour-map", name, f"maps {len(colours.attrib)} colours, must be 12")


def _tables(deck: Deck, name: str, tree: Element) -> Iterator[Finding]:
    styles = deck.trees.get(deck.one(PRESENTATION, "tableStyles") or "")
    known = {style.get("styleId") for style in find(styles, "a:tblStyle")}
    for frame in tree.iter(q("p:graphicFrame")):
        table = first(frame, "a:graphic/a:graphicData/a:tbl")
        if table is None:
            continue
        widths = [number(column.get("w")) for column in find(table, "a:tblGrid/a:gridCol")]
        for row in find(table, "a:tr"):
            if len(find(row, "a:tc")) != len(widths):
                yield Finding("table-grid", name, f"a row of {len(find(row, 'a:tc'))} cells in {len(widths)} columns")
            if number(row.get("h")) <= 0:
                yield Finding("table-grid", name, "a row has no height")
        extent = first(frame, "p:xfrm/a:ext")
        if extent is None or abs(sum(widths) - number(extent.get("cx"))) > len(widths):
            yield Finding("table-grid", name, "the columns are not as wide as the table")
        properties = first(table, "a:tblPr")
        if properties is None or properties.get("firstRow") != "1":
            yield Finding("table-header", name, "a screen reader finds no header row")
        heads = [words_of(cell) for cell in find(table, "a:tr[1]/a:tc")]
        if not all(heads[1:]) or not any(heads):
            yield Finding("table-header", name, "a column has no head")
        style = first(table, "a:tblPr/a:tableStyleId")
        if style is None or style.text not in known:
            yield Finding("table-style", name, "the style is not in the file")


def _language(name: str, tree: Element) -> Iterator[Finding]:
    for tag in ("a:rPr", "a:endParaRPr", "a:defRPr"):
        for element in tree.iter(q(tag)):
            if element.get("lang") != LANGUAGE:
                yield Finding("language", name, f"{tag} is in {element.get('lang')!r}")
    for run in find(tree, "//a:r[not(a:rPr)] | //a:fld[not(a:rPr)]"):
        yield Finding("language", name, f"{words_of(run)!r} has no language")
    if not name.startswith(("ppt/slideLayouts", "ppt/slideMasters", "ppt/notesMasters")):
        for _ in find(tree, "//a:p[not(a:endParaRPr)]"):
            yield Finding("language", name, "a paragraph says no language for what is typed next")


def _title(name: str, tree: Element) -> Iterator[Finding]:
    titles = find(tree, "p:cSld/p:spTree/p:sp[p:nvSpPr/p:nvPr/p:ph[@type='title' or @type='ctrTitle']]")
    shapes = [child for child in find(tree, "p:cSld/p:spTree/*") if child.tag in map(q, SHAPES)]
    if len(titles) != 1 or not words_of(titles[0]):
        yield Finding("title", name, "the slide has no title, or more than one")
    elif shapes[0] is not titles[0]:
        yield Finding("reading-order", name, "the title is not read first")


def _described(name: str, tree: Element) -> Iterator[Finding]:
    """Words for every shape that is no text, unless it is marked as decoration or the group around it has words."""
    for shape in find(tree, "//p:spTree/* | //p:grpSp/*"):
        if shape.tag not in map(q, SHAPES):
            continue
        properties = first(shape, "*/p:cNvPr")
        if properties is None:
            continue
        alt = properties.get("descr", "").strip()
        decorative = bool(find(properties, ".//adec:decorative[@val='1']"))
        said = bool(alt) or decorative
        if not said and (shape.tag != q("p:sp") or not (words_of(shape) or find(shape, "p:nvSpPr/p:nvPr/p:ph"))):
            yield Finding("alt-text", name, f"{properties.get('name')!r} has no words for who cannot see it")
        if alt and decorative:
            yield Finding("alt-text", name, f"{properties.get('name')!r} is decoration and yet has words")
        if re.search(r"\.(png|jpe?g|svg|mp3|m4a)$", alt, re.IGNORECASE) or len(alt) > LONGEST_ALT:
            yield Finding("alt-text", name, f"{alt[:40]!r} is no description")
        if shape.tag == q("p:grpSp") and not find(shape, ".//a:hlinkClick[@action]"):
            unsaid = [text for text in find(shape, "p:sp//a:t") if _letters(text.text) not in _letters(alt)]
            if unsaid:
                yield Finding("alt-text", name, f"{properties.get('name')!r} does not say {unsaid[0].text!r}")
        if not properties.get("name", "").strip():
            yield Finding("shape-name", name, "a shape has no name")


def _letters(text: str | None) -> str:
    return "".join(sign for sign in text or "" if sign.isalpha())


def _layouts(deck: Deck) -> Iterator[Finding]:
    for master in deck.of_type("slideMaster"):
        listed = find(deck.trees.get(master), "p:sldLayoutIdLst/p:sldLayoutId")
        targets = [item.target for ref in listed if (item := deck.relation(master, ref.get(q("r:id"))))]
        for name in set(deck.of_type("slideLayout")) - set(targets):
            yield Finding("layout-listed", name, "cannot be chosen")
    names = {name: first(deck.trees.get(name), "p:cSld") for name in deck.of_type("slideLayout")}
    for name, found in names.items():
        if found is None or not found.get("name"):
            yield Finding("layout-name", name, "has no name")
    for value in repeated(found.get("name", "") for found in names.values() if found is not None):
        yield Finding("layout-name", "", f"two layouts are called {value!r}")
    for name in names:
        for value in repeated(ph.get("idx", "0") for ph in find(deck.trees.get(name), "//p:nvPr/p:ph")):
            yield Finding("place", name, f"the place {value} is there twice")


def _names(deck: Deck) -> Iterator[Finding]:
    titles = {name: first(tree, "//p:sp[p:nvSpPr/p:nvPr/p:ph[@type='title']]") for name, tree in deck.pages()}
    texts = {name: words_of(title).lower() for name, title in titles.items() if title is not None}
    shared = repeated(texts.values())
    for name, text in texts.items():
        if text in shared:
            yield Finding("title-twice", name, f"another slide is called {text!r}")
    ids = {name: first(tree, "p:cSld").get("name", "") for name, tree in deck.pages()}  # type: ignore[union-attr]
    for name, identity in ids.items():
        if not identity or list(ids.values()).count(identity) > 1:
            yield Finding("slide-name", name, f"its id {identity!r} is not its own")


def _notes(deck: Deck) -> Iterator[Finding]:
    """Each slide its own page of notes, and back."""
    masters = deck.related(PRESENTATION, "notesMaster")
    for slide in deck.slides:
        notes = deck.one(slide, "notesSlide")
        if notes is None or deck.one(notes, "slide") != slide:
            yield Finding("notes", slide, "its notes belong to another slide")
            continue
        if deck.one(notes, "notesMaster") not in masters:
            yield Finding("notes-master", notes, "its master is not that of the presentation")
        tree = deck.trees.get(notes)
        body = first(tree, "//p:sp[p:nvSpPr/p:nvPr/p:ph[@type='body']]")
        if body is None or not words_of(body):
            yield Finding("notes", notes, "the trainer finds no notes")
        if not find(tree, "//p:sp[p:nvSpPr/p:nvPr/p:ph[@type='sldImg']]"):
            yield Finding("notes", notes, "the page does not show its slide")
        master = deck.trees.get(deck.one(notes, "notesMaster") or "")
        offered = {key_of(ph) for ph in find(master, "//p:nvPr/p:ph")}
        for ph in find(tree, "//p:nvPr/p:ph"):
            if key_of(ph) not in offered:
                yield Finding("place", notes, f"the notes master has no place {key_of(ph)}")
