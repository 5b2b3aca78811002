"""Small edits in a finished .pptx, for faults sown in tests: each helper makes one, and each hits the first match."""

from __future__ import annotations

import io
from collections.abc import Callable
from copy import deepcopy
from fnmatch import fnmatch
from zipfile import ZipFile, ZipInfo

from lxml import etree

from deck_checks.package import NAMES, Element, q

SLIDES, SLIDE_RELS = "ppt/slides/*.xml", "ppt/slides/_rels/*"
PRESENTATION, TYPES = "ppt/presentation.xml", "[[]Content_Types].xml"
FIXED = (1980, 1, 1, 0, 0, 0)


class Edited:
    """A deck while it is spoilt."""

    def __init__(self, data: bytes) -> None:
        with ZipFile(io.BytesIO(data)) as archive:
            self.parts = {name: archive.read(name) for name in archive.namelist()}
        self.trees: dict[str, Element] = {}
        self.date = FIXED
        self.again = ""

    def names(self, where: str) -> list[str]:
        return sorted((name for name in self.parts if fnmatch(name, where)), key=lambda name: (len(name), name))

    def first(self, path: str, where: str = SLIDES) -> Element:
        """The first element of the first part that has one."""
        for name in self.names(where):
            tree = self.trees.get(name)
            tree = etree.fromstring(self.parts[name]) if tree is None else tree
            found = tree.xpath(path, namespaces=NAMES)
            if found:
                self.trees[name] = tree
                return found[0]
        raise AssertionError(f"no {path} in {where}")

    def data(self) -> bytes:
        stream = io.BytesIO()
        parts = self.parts | {
            name: etree.tostring(tree, xml_declaration=True, encoding="UTF-8", standalone=True)
            for name, tree in self.trees.items()
            if name in self.parts
        }
        with ZipFile(stream, "w") as archive:
            for name, content in parts.items():
                archive.writestr(ZipInfo(name, self.date), content)
            if self.again:
                archive.NameToInfo.clear()  # so that it does not warn of the second entry
                archive.writestr(ZipInfo(self.again, FIXED), self.parts[self.again])
        return stream.getvalue()


Edit = Callable[[Edited], None]


def put(path: str, attribute: str, value: str, where: str = SLIDES) -> Edit:
    """Set an attribute."""
    return lambda deck: deck.first(path, where).set(q(attribute) if ":" in attribute else attribute, value)


def drop(path: str, where: str = SLIDES) -> Edit:
    """Take an element away."""

    def edit(deck: Edited) -> None:
        element = deck.first(path, where)
        element.getparent().remove(element)

    return edit


def lose(path: str, attribute: str, where: str = SLIDES) -> Edit:
    """Take an attribute away."""

    def edit(deck: Edited) -> None:
        del deck.first(path, where).attrib[q(attribute) if ":" in attribute else attribute]

    return edit


def double(path: str, where: str = SLIDES, **changes: str) -> Edit:
    """Put a copy behind an element; `changes` are attributes of the copy, or of the first thing named in it."""

    def edit(deck: Edited) -> None:
        element = deck.first(path, where)
        copy = deepcopy(element)
        element.addnext(copy)
        for attribute, value in changes.items():
            named = copy.xpath(".//p:cNvPr", namespaces=NAMES)
            (named[0] if named else copy).set(attribute, value)

    return edit


def to_front(path: str, where: str = SLIDES) -> Edit:
    """Make an element the first child of its parent."""

    def edit(deck: Edited) -> None:
        element = deck.first(path, where)
        element.getparent().insert(0, element)

    return edit


def to_end(path: str, where: str = SLIDES) -> Edit:
    """Make an element the last child of its parent."""

    def edit(deck: Edited) -> None:
        element = deck.first(path, where)
        element.getparent().append(element)

    return edit


def add(path: str, xml: str, where: str = SLIDES) -> Edit:
    """Add a child at the end; prefixes as in NAMES."""

    def edit(deck: Edited) -> None:
        deck.first(path, where).append(made(xml))

    return edit


def write(path: str, text: str, where: str = SLIDES) -> Edit:
    """Replace the text of an element."""

    def edit(deck: Edited) -> None:
        deck.first(path, where).text = text

    return edit


def silence(path: str, where: str = SLIDES) -> Edit:
    """Leave no words in an element."""

    def edit(deck: Edited) -> None:
        for text in deck.first(path, where).iter(q("a:t")):
            text.text = ""

    return edit


def remove(where: str) -> Edit:
    """Take a part out of the file."""

    def edit(deck: Edited) -> None:
        del deck.parts[deck.names(where)[0]]

    return edit


def replace(where: str, change: Callable[[bytes], bytes]) -> Edit:
    """Change the bytes of a part."""

    def edit(deck: Edited) -> None:
        name = deck.names(where)[0]
        deck.parts[name] = change(deck.parts[name])

    return edit


def store(name: str, content: bytes) -> Edit:
    """Add a part to the file."""

    def edit(deck: Edited) -> None:
        deck.parts[name] = content

    return edit


def both(*edits: Edit) -> Edit:
    """What goes together."""

    def edit(deck: Edited) -> None:
        for one in edits:
            one(deck)

    return edit


def made(xml: str) -> Element:
    """An element, with the prefixes of NAMES."""
    spaces = " ".join(f'xmlns:{prefix}="{space}"' for prefix, space in NAMES.items())
    return etree.fromstring(f"<x {spaces}>{xml}</x>")[0]


# --- sound, as PowerPoint itself wires it ---------------------------------------------------------------------------

OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_SHAPE = """<p:pic><p:nvPicPr><p:cNvPr id="900" name="Geluid" descr="Fragment van een minuut, om te beluisteren.">
<a:hlinkClick r:id="" action="ppaction://media"/></p:cNvPr><p:cNvPicPr><a:picLocks noChangeAspect="1"/></p:cNvPicPr>
<p:nvPr><a:audioFile r:link="snd1"/><p:extLst><p:ext uri="{DAA4B4D4-6D71-4841-9C94-3DE7FCFB9230}">
<p14:media r:embed="snd2"/></p:ext></p:extLst></p:nvPr></p:nvPicPr>
<p:blipFill><a:blip r:embed="snd3"/><a:stretch><a:fillRect/></a:stretch></p:blipFill>
<p:spPr><a:xfrm><a:off x="11000000" y="1000000"/><a:ext cx="400000" cy="400000"/></a:xfrm>
<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></p:spPr></p:pic>"""
_TARGET = '<p:tgtEl><p:spTgt spid="900"/></p:tgtEl>'
_START = '<p:stCondLst><p:cond delay="{}"/></p:stCondLst>'
_TIMING = f"""<p:timing><p:tnLst><p:par><p:cTn id="1" dur="indefinite" restart="never" nodeType="tmRoot"><p:childTnLst>
<p:audio><p:cMediaNode vol="80000"><p:cTn id="2" fill="hold" display="0">{_START.format("indefinite")}</p:cTn>{_TARGET}
</p:cMediaNode></p:audio><p:seq concurrent="1" nextAc="seek"><p:cTn id="3" restart="whenNotActive" fill="hold"
evtFilter="cancelBubble" nodeType="interactiveSeq"><p:stCondLst><p:cond evt="onClick" delay="0">{_TARGET}</p:cond>
</p:stCondLst><p:endSync evt="end" delay="0"><p:rtn val="all"/></p:endSync><p:childTnLst><p:par><p:cTn id="4"
fill="hold">{_START.format(0)}<p:childTnLst><p:par><p:cTn id="5" fill="hold">{_START.format(0)}<p:childTnLst><p:par>
<p:cTn id="6" presetID="2" presetClass="mediacall" presetSubtype="0" fill="hold" nodeType="clickEffect">
{_START.format(0)}<p:childTnLst><p:cmd type="call" cmd="togglePause"><p:cBhvr><p:cTn id="7" dur="1" fill="hold"/>
{_TARGET}</p:cBhvr></p:cmd></p:childTnLst></p:cTn></p:par></p:childTnLst></p:cTn></p:par></p:childTnLst></p:cTn></p:par>
</p:childTnLst></p:cTn><p:nextCondLst><p:cond evt="onClick" delay="0">{_TARGET}</p:cond></p:nextCondLst></p:seq>
</p:childTnLst></p:cTn></p:par></p:tnLst></p:timing>"""


def sound(content: bytes) -> Edit:
    """A sound on the last slide."""

    def edit(deck: Edited) -> None:
        name = deck.names("ppt/slides/*.xml")[-1]
        deck.first("//p:spTree", name).append(made(_SHAPE))
        deck.first("/p:sld", name).append(made(_TIMING))
        picture = deck.names("ppt/media/*.png")[0].removeprefix("ppt/")
        rels = deck.first("/rel:Relationships", name.replace("slides/", "slides/_rels/") + ".rels")
        for key, kind, target in (
            ("snd1", f"{OFFICE}/audio", "media/geluid.mp3"),
            ("snd2", "http://schemas.microsoft.com/office/2007/relationships/media", "media/geluid.mp3"),
            ("snd3", f"{OFFICE}/image", picture),
        ):
            rels.append(made(f'<rel:Relationship Id="{key}" Type="{kind}" Target="../{target}"/>'))
        types = deck.first("/ct:Types", TYPES)
        types.insert(0, made('<ct:Default Extension="mp3" ContentType="audio/mpeg"/>'))
        deck.parts["ppt/media/geluid.mp3"] = content

    return edit
