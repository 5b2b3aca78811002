"""The handouts: the slides as participants may take them home, with lines to write on or six on a page."""

from __future__ import annotations

from lok.derive.doubts import named, quiet_lines
from lok.model.audience import Audience
from lok.model.course import Course
from lok.render.paper import nodes
from lok.render.paper.document import ANY_NUMBER, Document, Paper
from lok.render.paper.nodes import Node
from lok.render.paper.session_paper import Generated, SessionPaper
from lok.render.paper.slides import STAGE, pictures
from lok.view import view


def document(course: Course, made: Generated) -> Document:
    """A document of the handout alone."""
    title = made.download.title
    return Document(f"{course.title}: {title}", "", made.download.size, (handout(course, made),))


def handout(course: Course, made: Generated) -> Paper:
    """The slides that an author wrote, as participants may have them, for trainers too."""
    public = view(course, Audience.PARTICIPANT)
    drawn = pictures(public, answers=False)
    slides = public.written
    data: Node = {
        "title": made.download.title,
        "label": public.title,
        "stage": STAGE,
        "per_page": 6 if made.paper.name == SIX else 3,
        "doubts": [*quiet_lines(named(slides, nodes.facts(public)))],
        "slides": [
            {"title": f"{slide.number}. {slide.title}", "picture": drawn.by_slide[slide.id]} for slide in slides
        ],
    }
    return Paper(made.paper.template, data, {}, ANY_NUMBER, slides, drawn.images)


SIX = "handout_six"
"""The name of the one that takes little paper."""
EVERYONE = (Audience.TRAINER, Audience.PARTICIPANT)
PAPER = SessionPaper("handout", template="handout", make=document, audiences=EVERYONE, endless=True)
PAPER_SIX = SessionPaper(SIX, template="handout", make=document, audiences=EVERYONE, endless=True)
