"""Every PDF of a finished build, of our own courses and of the tiny one, goes through gates before anybody prints it.

Our own checker finds nothing, paper and site ask the same of a reader, and nothing that a participant must not read yet
stands in any of the bytes.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

import pytest
from lxml import html

from lok.derive.downloads import papers
from lok.model.audience import Audience
from lok.model.course import Course
from lok.model.exercises import Statement
from lok.model.library import Exercise, Sheet
from lok.model.vocabulary import CARD_SIZE
from lok.model.walk import everything, walk
from lok.view import view
from lok.words import words
from paper_checks import findings
from paper_checks.document import Document, Finding
from paper_checks.layout import thin
from projects import COURSES, ROOT, read

TELLING = 25
"""Letters from which on a text is nobody else's by chance."""
GENERATED = "self::details[@class='answer'] or self::noscript or @id='_papier'"
GENERATED += "".join(
    f" or @class='{name}'" for name in ("papers", "kicker", "label", "choices", "stories", "chat", "for-patient", "how")
)
"""Parts of a page with words of the site or of a case: closed answers, downloads, what to do with a screen."""
PIECES = "self::h1 or self::h2 or self::h3 or self::p or self::li or self::th"
FORM = r"^Op papier staat "


@dataclass(frozen=True)
class Build:
    """A folder that `lok build` made, and the courses it was made from."""

    folder: Path
    courses: tuple[Course, ...]

    @cached_property
    def papers(self) -> dict[str, bytes]:
        """Every PDF, by its path."""
        paths = sorted(self.folder.rglob("*.pdf"))
        return {path.relative_to(self.folder).as_posix(): path.read_bytes() for path in paths}

    @cached_property
    def public(self) -> dict[str, str]:
        """PDFs that participants get, by their paths, each with all the letters in it."""
        return {
            path: whole(path, data)
            for path, data in self.papers.items()
            if path.startswith(f"{Audience.PARTICIPANT.value}/")
        }


@pytest.fixture(scope="module", params=["built", "built_tiny"])
def build(request: pytest.FixtureRequest) -> Build:
    root = ROOT if request.param == "built" else COURSES / "handhygiene"
    return Build(request.getfixturevalue(request.param), read(root)[0])


def whole(path: str, data: bytes) -> str:
    with Document(path, data) as document:
        return letters(document.everything())


def letters(text: str) -> str:
    """Without spaces and hyphens, which lines add or take away, and with one form of the mark of an unsure fact.

    Dots that stand for a line are one on paper.
    """
    mark = words("common")["to_confirm"]
    text = re.sub("…{4,}", "", text)
    return re.sub(r"[\s\u00ad\u200b\ufffe\x02-]+", "", text.replace(f"({mark})", mark))


def test_our_own_checker_finds_nothing(build: Build) -> None:
    assert {path.partition("/")[0] for path in build.papers} == {audience.value for audience in Audience}
    names = {data: path for path, data in build.papers.items()}
    found = {path: findings(path.rpartition("/")[2], data) for data, path in names.items()}
    assert {path: wrong for path, wrong in found.items() if wrong} == {}


def test_no_page_of_a_sheet_or_exercise_is_next_to_empty(built: Path) -> None:
    """Of our own courses. Cards have no page to fill, and what is made of the session ends where it ends."""
    build = Build(built, read(ROOT)[0])
    written = {Path(each.path).name for course in build.courses for each in papers(course) if each.size != CARD_SIZE}
    found: dict[str, list[Finding]] = {}
    for path, data in build.papers.items():
        if Path(path).name in written:
            with Document(path, data) as document:
                found[path] = thin(document)
    assert len(found) >= len(written)
    assert {path: wrong for path, wrong in found.items() if wrong} == {}


# --- the same on paper as on the site -----------------------------------------------------------------------------


def pages(build: Build, folder: str) -> Iterator[tuple[str, html.HtmlElement, str]]:
    """Pages of exercises or sheets for participants: name, what an author wrote, letters of their smallest paper."""
    for path in sorted(build.folder.glob(f"{Audience.PARTICIPANT.value}/*/{folder}/*.html")):
        article = html.fromstring(path.read_bytes()).find(".//article")
        if path.stem == "index":
            continue
        link, *_ = article.xpath(".//*[@class='downloads']//a/@href")
        paper = path.parent / link
        with Document(paper.name, paper.read_bytes()) as document:
            said = letters(document.said() + (described(document) if paper.stem.endswith("-a6") else ""))
        for part in article.xpath(f".//*[{GENERATED}]"):
            part.drop_tree()
        if not article.xpath(".//a[contains(@href, 'feiten.html#')]"):
            for foot in article.find_class("quiet-foot"):  # it told of what stands in a closed answer
                foot.drop_tree()
        yield path.stem, article, said


def described(document: Document) -> str:
    """What a file says of itself; on cards there is no room for the name of the set and what introduces it."""
    return " ".join(str(document.pdf.docinfo[key]) for key in ("/Title", "/Subject"))


def pieces(element: html.HtmlElement) -> list[str]:
    """Titles, paragraphs, items and headers of tables, each once."""
    found = element.xpath(f".//*[{PIECES}][not(.//p or .//ul or .//ol or .//h2 or .//h3)]")
    return [each.text_content().strip() for each in found]


def test_an_exercise_asks_the_same_on_paper_as_on_its_page(build: Build) -> None:
    """Title, task, names of boxes and questions; not the summary above it, nor what the page says of its paper."""
    seen = 0
    for path, article, said in pages(build, "oefeningen"):
        [task] = article.find_class("task")
        assert pieces(task), path
        for lead in article.find_class("lead"):
            lead.drop_tree()
        wanted = [piece for piece in pieces(article) if not re.match(FORM, piece)]
        assert [piece for piece in wanted if letters(piece) not in said] == [], path
        seen += 1
    assert seen == sum(len(course.exercises) for course in participants(build))


def test_a_sheet_says_the_same_on_paper_as_on_its_page(build: Build) -> None:
    """Not the summary above it: a sheet that needs its height leaves that out."""
    seen = 0
    for path, article, said in pages(build, "bladen"):
        for lead in article.find_class("lead"):
            lead.drop_tree()
        assert [piece for piece in pieces(article) if letters(piece) not in said] == [], path
        seen += 1
    assert seen == sum(len(course.sheets) for course in participants(build))


def participants(build: Build) -> tuple[Course, ...]:
    return tuple(view(course, Audience.PARTICIPANT) for course in build.courses)


# --- what must not be there ---------------------------------------------------------------------------------------


def telling(*records: object) -> set[str]:
    """The letters of each text in some records that is long enough to be told from others."""
    texts = {letters(item) for item in everything(records) if isinstance(item, str) and " " in item.strip()}
    return {text for text in texts if len(text) >= TELLING}


def titles(build: Build) -> list[str]:
    """The letters of the titles of what everyone gets; an answer may name it in a link."""
    return [letters(item.title) for item in walk(participants(build)) if isinstance(item, Exercise | Sheet)]


def leaks(build: Build, secrets: set[str]) -> dict[str, list[str]]:
    assert secrets
    found = {path: sorted(text for text in secrets if text in said) for path, said in build.public.items()}
    return {path: texts for path, texts in found.items() if texts}


def test_no_paper_of_participants_explains_a_statement(build: Build) -> None:
    statements = [item for item in walk(build.courses) if isinstance(item, Statement)]
    assert leaks(build, telling(*(item.explanation for item in statements)) - {*titles(build)}) == {}


def test_no_paper_of_participants_gives_an_answer(build: Build) -> None:
    answers = [item.answer for item in walk(build.courses) if getattr(item, "answer", ())]
    assert leaks(build, telling(*answers) - {*titles(build)}) == {}


def test_no_paper_of_participants_holds_trainer_text(build: Build) -> None:
    """Nor what shows only after a click."""
    public = "\n".join(letters(item) for item in everything(participants(build)) if isinstance(item, str))
    secrets = {text for text in telling(*build.courses) if text not in public}
    assert leaks(build, secrets) == {}


def test_these_gates_can_read(build: Build) -> None:
    """Who reads nothing finds nothing either."""
    said = "\n".join(build.public.values())
    assert titles(build)
    assert [title for title in titles(build) if title not in said] == []
