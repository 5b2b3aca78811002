"""The PowerPoint decks of a course for its trainers: native text, tables and shapes, clicks, sections, notes per role.

Parts are made here as XML, numbered here, and zipped with fixed dates, so that time grows with the number of slides and
the same course gives the same bytes. The slides are made once: in every deck they are the same, so that projecting the
wrong one does no harm.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from itertools import count
from uuid import NAMESPACE_URL, uuid5

from pptx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE

from lok.archive import packed
from lok.derive import downloads
from lok.derive.look import look
from lok.design import artwork, images
from lok.model.audience import Audience
from lok.model.course import Course, Slide
from lok.model.library import Case, Entry, Exercise, Sheet
from lok.model.output import Artifact
from lok.render.contract import Made, Rendered
from lok.render.deck import thread
from lok.render.deck import xml as x
from lok.render.deck.notes_fit import NOTES_STYLE, misfits, set_notes
from lok.render.deck.package import Package, Piece, files, linked
from lok.render.deck.shapes import Relationships, links_in, slide_xml
from lok.render.deck.shown import Shown, drawn, told
from lok.render.deck.template import opened
from lok.session.lookup import lookup, may_go, stays
from lok.slides import compose
from lok.slides.canvas import Canvas, Text
from lok.slides.type_styles import STYLES
from lok.words import words

NOTES = "ppt/notesSlides/"
"""The folder of notes pages in a deck."""
FIRST_SLIDE_ID = 256
"""The lowest that PresentationML allows."""
SECTION = "{521415D9-36F7-43E2-AB2F-B90AF26B5E84}"
"""Says that an extension lists sections; PowerPoint knows it by this id."""
Sourced = Course | Slide | Case | Exercise | Sheet | Entry
"""What a deck is made of, each with the author's file that it came from."""
TYPES = {"png": "image/png", "jpg": "image/jpeg", "mp3": "audio/mpeg", "m4a": "audio/mp4"}
"""Media types by file name ending."""
KEPT = "http://schemas.microsoft.com/office/2007/relationships/media"
"""From a slide to a recording inside the file; where it is played from has a relationship of its own."""


def render(course: Course, audience: Audience, made: Made) -> Rendered:
    """The decks of a course, and a warning for each page of notes that is too full; none for participants."""
    used: tuple[Sourced, ...] = (
        course,
        *course.slides,
        *course.cases,
        *course.exercises,
        *course.sheets,
        *course.facts,
    )
    sources = tuple(sorted({item.span.path for item in used} | {item.path for item in course.media}))
    wanted = downloads.decks(course, audience)
    if not wanted:
        return Rendered()
    decks = _Decks(course)
    slides = decks.without_notes()
    files = (Artifact(deck.path, packed(slides, decks.of_reader(deck.role)), sources) for deck in wanted)
    return Rendered(tuple(files), tuple(misfits(course, [deck.role for deck in wanted], decks.note)))


class _Decks:
    """The decks of a course while they are made: they share every part but the notes."""

    def __init__(self, course: Course) -> None:
        self.course = course
        self.package = Package(opened(len(course.roles)), look(course.face))
        self.library = lookup(course)
        self.recorded = {item.path: item for item in course.media}
        self.media: dict[str, Piece] = {}
        self.set: dict[tuple[str, str], tuple[Text, float]] = {}
        self.pieces = {
            slide.id: self.package.piece(_slide_path(slide), CONTENT_TYPE.PML_SLIDE) for slide in course.slides
        }
        self.shown: dict[str, Shown] = {}
        self.slides = [(slide, self._slide(slide, canvas)) for _, slide, canvas in compose.canvases(course)]

    def without_notes(self) -> bytes:
        """The package that the decks share; what differs between readers is promised, not yet there."""
        self._order([piece for _, piece in self.slides])
        self.package.describe(self.course)
        self._promise()
        return self.package.without(NOTES, thread.WORDS, thread.PROPERTIES)

    def of_reader(self, reader: str) -> Mapping[str, bytes]:
        """What only the deck for a role ("" for all) has, by the name of the part: notes, and the way back from it."""
        pieces = (self._notes(piece, slide, reader) for slide, piece in self.slides)
        notes = {slide.id: told(self.note(slide, reader)[0]) for slide, _ in self.slides}
        shown = {id: replace(self.shown[id], notes=lines) for id, lines in notes.items()}
        return {
            **{name: data for piece in pieces for name, data in files(piece).items()},
            thread.WORDS: thread.kept_words(self.course, reader, shown).encode(),
            thread.PROPERTIES: thread.properties(self.course, reader, shown).encode(),
        }

    def _promise(self) -> None:
        """Have the package hold what leads the way back, where no slide shows it."""
        words_kept = self.package.piece(f"/{thread.WORDS}", CONTENT_TYPE.XML)
        about = thread.about_words().encode()
        told = self.package.piece(f"/{thread.ABOUT_WORDS}", CONTENT_TYPE.OFC_CUSTOM_XML_PROPERTIES, about)
        words_kept.relate_to(told, RELATIONSHIP_TYPE.CUSTOM_XML_PROPS)
        self.package.keep(words_kept, RELATIONSHIP_TYPE.CUSTOM_XML)
        named = self.package.piece(f"/{thread.PROPERTIES}", CONTENT_TYPE.OFC_CUSTOM_PROPERTIES)
        self.package.keep_about(named, RELATIONSHIP_TYPE.CUSTOM_PROPERTIES)

    def note(self, slide: Slide, reader: str) -> tuple[Text, float]:
        """The notes of a slide for a role, and by how many mm they do not fit; set once for deck and warning."""
        key = slide.id, reader
        if key not in self.set:
            self.set[key] = set_notes(self.library, slide, reader)
        return self.set[key]

    def _slide(self, slide: Slide, canvas: Canvas) -> Piece:
        piece = self.pieces[slide.id]
        self.shown[slide.id] = drawn(canvas)
        name = words("deck")[f"layout_{canvas.layout.key}"]
        piece.relate_to(self.package.layouts[name], RELATIONSHIP_TYPE.SLIDE_LAYOUT)
        promised = self.package.piece(_notes_path(slide), CONTENT_TYPE.PML_NOTES_SLIDE)
        piece.relate_to(promised, RELATIONSHIP_TYPE.NOTES_SLIDE)
        wires = self._wires(piece, canvas)
        marks = thread.marks(self.course.id, slide.id, piece.relate_to(self._tag(slide), RELATIONSHIP_TYPE.TAGS))
        piece.blob = slide_xml(slide.id, canvas, wires, marks, hidden=slide.left_out).encode("utf-8")
        return piece

    def _tag(self, slide: Slide) -> Piece:
        data = thread.tag(self.course.id, slide.id).encode()
        return self.package.piece(f"/ppt/tags/tag{slide.number}.xml", CONTENT_TYPE.PML_TAGS, data)

    def _wires(self, piece: Piece, canvas: Canvas) -> Relationships:
        images = dict.fromkeys(photo.path for photo in canvas.photos)
        sounds = {photo.sound: self._sound(photo.sound) for photo in canvas.photos if photo.sound}
        return Relationships(
            linked(piece, links_in(canvas)),
            {path: piece.relate_to(self._image(path), RELATIONSHIP_TYPE.IMAGE) for path in images},
            {
                path: (piece.relate_to(sound, RELATIONSHIP_TYPE.AUDIO), piece.relate_to(sound, KEPT))
                for path, sound in sounds.items()
            },
            {id: piece.relate_to(self.pieces[id], RELATIONSHIP_TYPE.SLIDE) for id in canvas.jumps},
        )

    def _notes(self, slide_piece: Piece, slide: Slide, reader: str) -> Piece:
        piece = self.package.piece(_notes_path(slide), CONTENT_TYPE.PML_NOTES_SLIDE)
        piece.relate_to(self.package.notes_master, RELATIONSHIP_TYPE.NOTES_MASTER)
        piece.relate_to(slide_piece, RELATIONSHIP_TYPE.SLIDE)
        text, _ = self.note(slide, reader)
        links = dict.fromkeys(run.link for par in text.pars for run in par.runs if run.link)
        piece.blob = _notes_xml(text, linked(piece, links), slide.number).encode("utf-8")
        return piece

    def _image(self, path: str) -> Piece:
        """One part per picture, however many slides show it."""
        if path not in self.media:
            data = artwork.image(self.recorded, path)
            self.media[path] = self._medium("image", data)
        return self.media[path]

    def _sound(self, path: str) -> Piece:
        """One part per recording."""
        if path not in self.media:
            self.media[path] = self._medium("media", self.recorded[path].data)
        return self.media[path]

    def _medium(self, name: str, data: bytes) -> Piece:
        kind = images.extension(data)
        return self.package.piece(f"/ppt/media/{name}{len(self.media) + 1}.{kind}", TYPES[kind], data)

    def _order(self, slides: Sequence[Piece]) -> None:
        """List the slides and the sections in the presentation."""
        if not slides:
            return
        self.package.relate_slides(slides)
        listed = "".join(f'<p:sldId id="{FIRST_SLIDE_ID + n}" r:id="slide{n}"/>' for n in range(len(slides)))
        self.package.insert(f"<p:sldIdLst {x.NAMESPACES}>{listed}</p:sldIdLst>", before="sldSz")
        self._short_show()
        self.package.insert(self._sections())

    def _short_show(self) -> None:
        """A show of the slides that stay when the evening runs late, ready to choose; none where all of them stay."""
        if not any(may_go(slide) for slide, _ in self.slides):
            return
        staying = [n for n, (slide, _) in enumerate(self.slides) if stays(slide)]
        listed = "".join(f'<p:sld r:id="slide{n}"/>' for n in staying)
        name = x.attribute(words("deck")["short_show"])
        show = f'<p:custShow name={name} id="0"><p:sldLst>{listed}</p:sldLst></p:custShow>'
        self.package.insert(f"<p:custShowLst {x.NAMESPACES}>{show}</p:custShowLst>", after="notesSz")

    def _sections(self) -> str:
        numbers = count(FIRST_SLIDE_ID)
        made = ""
        for part in self.course.parts:
            listed = "".join(f'<p14:sldId id="{next(numbers)}"/>' for _ in part.slides)
            identity = f"name={x.attribute(part.title)} id={x.attribute(self._guid(part.id))}"
            made += f"<p14:section {identity}><p14:sldIdLst>{listed}</p14:sldIdLst></p14:section>"
        return (
            f'<p:extLst {x.NAMESPACES}><p:ext uri="{SECTION}"><p14:sectionLst xmlns:p14="{x.P14}">{made}'
            "</p14:sectionLst></p:ext></p:extLst>"
        )

    def _guid(self, name: str) -> str:
        return f"{{{str(uuid5(NAMESPACE_URL, f'lok:{self.course.id}/{name}')).upper()}}}"


def _slide_path(slide: Slide) -> str:
    return f"/ppt/slides/slide{slide.number}.xml"


def _notes_path(slide: Slide) -> str:
    return f"/{NOTES}notesSlide{slide.number}.xml"


def _notes_xml(notes: Text, links: dict[str, str], number: int) -> str:
    spoken = words("deck")
    standard = notes.size == STYLES[NOTES_STYLE].sizes[0]
    style = "<a:lstStyle/>" if standard else x.named_font(x.list_style(NOTES_STYLE, notes.size))
    text = x.text_body("<a:bodyPr/>", style, [x.paragraph(par, NOTES_STYLE, links, typed=True) for par in notes.pars])
    page = x.text_body("<a:bodyPr/>", "<a:lstStyle/>", [x.field("slidenum", str(number))])
    shapes = (
        x.slide_image(2, spoken["place_image"]),
        x.shape(x.named(3, spoken["place_notes"]), '<p:ph type="body" sz="quarter" idx="3"/>', "", text),
        x.shape(x.named(4, spoken["place_number"]), '<p:ph type="sldNum" sz="quarter" idx="5"/>', "", page),
    )
    return (
        f"{x.HEAD}<p:notes {x.NAMESPACES}><p:cSld>{x.tree(shapes)}</p:cSld>"
        "<p:clrMapOvr><a:masterClrMapping/></p:clrMapOvr></p:notes>"
    )
