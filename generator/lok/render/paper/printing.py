"""What a duo prints for one evening: a course with its evening in, each file with how often it is printed out.

Cards and what fits no bundle are made here, for so many people as come; the rest was made before.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import PurePosixPath

import pypdfium2

from lok.derive import downloads
from lok.derive.downloads import PARTICIPANTS
from lok.derive.wording import wording
from lok.model.audience import Audience
from lok.model.course import Course
from lok.model.library import Copies, Sheet
from lok.model.names import slug
from lok.model.plain import inline_text
from lok.model.text import Attachment
from lok.model.vocabulary import CARD_SIZE, PAPER_SIZES
from lok.model.walk import walk
from lok.render.html import addresses
from lok.render.paper import accreditation, catalogue, packing, paper, runsheet, script
from lok.render.paper.document import Document, press_all
from lok.session.lookup import lookup
from lok.session.materials import Print, in_cards, numbers, prints
from lok.words import words

A4 = PAPER_SIZES[0]
ANY_NUMBER = 0
"""Copies of what each participant gets, where nobody knows how many come."""


@dataclass(frozen=True)
class CardSet:
    """Cards in a file with others: their sheets of paper, and for whom or what they are, "" where that is clear."""

    title: str
    sheets: int
    what: str


@dataclass(frozen=True)
class Job:
    """One file to print `copies` times (ANY_NUMBER: see `rule`) on paper of a `size`, on both sides but for cards.

    `name` is what a pack calls it, without its number and ending; `source` is where the same file stands below the
    course's folder, "" where only the pack has it. `duo` is whether it is for the speakers alone. `pages` are those of
    the PDF, `holds` the sets of cards in it.
    """

    name: str
    title: str
    what: str
    copies: int
    rule: str
    size: str
    duo: bool
    pdf: bytes
    pages: int
    source: str = ""
    cards: bool = False
    mailed: bool = False
    holds: tuple[CardSet, ...] = ()

    @property
    def leaves(self) -> int:
        """Sheets of paper for one copy."""
        return self.pages if self.cards else -(-self.pages // 2)

    @property
    def sheets(self) -> int:
        """Sheets of paper for all copies, where their number is known."""
        return self.leaves * self.copies


def jobs(course: Course, files: Mapping[str, bytes]) -> tuple[Job, ...]:
    """All that is printed for `course.evening`, in the order of use, from `files` by their path where they are made.

    Raises TypesettingError where a paper cannot be laid out.
    """
    made = _Jobs(course, files)
    found = (
        *made.of_the_duo(),
        *made.bundle(),
        *made.cards(duo=False),
        *made.apart(),
        *made.large(),
        *made.of_others(),
    )
    return tuple(found)


@dataclass(frozen=True)
class _Jobs:
    course: Course
    files: Mapping[str, bytes]

    @property
    def people(self) -> int:
        return self.course.evening.participants if self.course.evening else ANY_NUMBER

    @cached_property
    def prints(self) -> tuple[Print, ...]:
        return prints(self.course, lookup(self.course))

    def of_the_duo(self) -> Iterator[Job]:
        """What the speakers need themselves: what is made of the session, their bundle, their cards."""
        w = wording(self.course, "pack")
        copies = {accreditation.PAPER: 1, runsheet.PAPER: len(self.course.roles), script.PAPER: 1}
        made = [each for each in catalogue.generated(self.course, Audience.TRAINER) if each.paper in copies]
        for each in sorted(made, key=lambda each: [*copies].index(each.paper)):
            file, what = each.download, w[f"{each.paper.name}_what"]
            job = self._made(file, file.id, what, copies[each.paper], duo=True)
            yield replace(job, mailed=each.paper is accreditation.PAPER)
        for file in catalogue.bundles(self.course, Audience.TRAINER):
            if file.id != PARTICIPANTS:
                yield self._made(file, w["duo_file"], w["duo_what"], 1, duo=True)
        yield from self.cards(duo=True)

    def bundle(self) -> Iterator[Job]:
        """What every participant gets at once."""
        for file in catalogue.bundles(self.course, Audience.TRAINER):
            if file.id == PARTICIPANTS:
                w = wording(self.course, "pack")
                yield self._made(file, w["participants_file"], w["participants_what"], self.people, duo=False)

    def cards(self, *, duo: bool) -> Iterator[Job]:
        """All cards of the duo, or of the group, in one file that is printed once."""
        sets = [each for each in self.prints if in_cards(each.item) and _for_duo(each) == duo]
        if not sets:
            return
        known = bool(self.people) or duo
        documents = [paper.single(self.course, each.item, CARD_SIZE) for each in sets]
        counts = [each.count(self.people) if known else 1 for each in sets]
        papers = tuple(
            one for document, count in zip(documents, counts, strict=True) for one in document.papers * count
        )
        w = wording(self.course, "pack")
        title = w["duo_cards" if duo else "cards"]
        together = Document(title, self.course.title, A4, papers)
        pdf, *apart = (done.pdf for done in press_all([together, *documents], self.course))
        holds = tuple(
            CardSet(each.item.title, len_of(one) * count, self._what_for(each))
            for each, one, count in zip(sets, apart, counts, strict=True)
        )
        rule = "" if known else "; ".join(f"{each.item.title}: {packing.row(each)['rule']}" for each in sets)
        name = w["duo_cards_file" if duo else "cards_file"]
        copies = 1 if known else ANY_NUMBER
        yield Job(name, title, w["cards_what"], copies, rule, A4, duo, pdf, len_of(pdf), cards=True, holds=holds)

    def apart(self) -> Iterator[Job]:
        """Papers that no bundle holds, or not often enough."""
        for each in self.prints:
            size = each.item.paper[0]
            count = each.count(self.people) - self._in_duo_bundle(each) if self._counted(each) else ANY_NUMBER
            wanted = not in_cards(each.item) and not self._in_bundle(each) and (count or not self._counted(each))
            if wanted and size != PAPER_SIZES[-1]:
                yield self._single(each, size, count)

    def large(self) -> Iterator[Job]:
        """One of each larger size that the author made of what is used, to hang up: a shop prints the largest."""
        for each in self.prints:
            for size in each.item.paper:
                main = size == each.item.paper[0] and size != PAPER_SIZES[-1]
                if size in PAPER_SIZES[1:] and not main:
                    what = ", ".join(filter(None, (words("pack")["hang"], _when(each))))
                    yield replace(self._single(each, size, 1), what=what)

    def of_others(self) -> Iterator[Job]:
        """PDFs of others that a text leads to, for who wants one on paper: their author did not say how many."""
        w, media = words("pack"), {each.path: each for each in self.course.media}
        links = {each.path: each for each in walk(self.course) if isinstance(each, Attachment) and each.path in media}
        for path, link in sorted(links.items()):
            data, place = media[path].data, addresses.media(media[path])
            name, title = slug(PurePosixPath(path).stem), inline_text(link.children)
            yield Job(name, title, w["others"], ANY_NUMBER, w["who_wants"], A4, False, data, len_of(data), place)

    def _counted(self, each: Print) -> bool:
        return bool(self.people) or not any(copies.people for copies in each.copies)

    def _in_bundle(self, each: Print) -> bool:
        listed = self.course.bundle.papers if self.course.bundle else ()
        return each.item.id in {ref.id for ref in listed} and all(copies.people == 1 for copies in each.copies)

    def _in_duo_bundle(self, each: Print) -> int:
        listed = self.course.duo_bundle.papers if self.course.duo_bundle else ()
        return int(each.item.id in {ref.id for ref in listed} and not _per_head(each.copies))

    def _is_second(self, each: Print) -> bool:
        """Whether the bundle of the duo holds one already; it holds no cards."""
        return bool(self._in_duo_bundle(each)) and not in_cards(each.item)

    def _single(self, each: Print, size: str, copies: int) -> Job:
        [file] = (one for one in downloads.papers(self.course) if (one.id, one.size) == (each.item.id, size))
        name = file.id if size == A4 else f"{file.id}-{size}"
        rule = "" if copies else str(packing.row(each)["rule"])
        made = self._made(file, name, self._what_for(each) or file.title, copies, duo=_for_duo(each))
        return replace(made, rule=rule, name=f"{name}-{slug(rule)}") if rule else made

    def _what_for(self, each: Print) -> str:
        """For whom, for what and at which slides, as far as authors say so; why there are two; else ""."""
        second = wording(self.course, "pack")["second"] if self._is_second(each) and not each.slides else ""
        return ", ".join(filter(None, (_for_whom(each.copies), second, _when(each))))

    def _made(self, file: downloads.Download, name: str, what: str, copies: int, *, duo: bool) -> Job:
        pdf = self.files[file.path]
        full = f"{name}-{copies}x" if copies else name
        rule = "" if copies else words("paper")["pack_each"]
        return Job(full, file.title, what, copies, rule, file.size, duo, pdf, len_of(pdf), file.path)


def _per_head(copies: Sequence[Copies]) -> bool:
    return any(each.people for each in copies)


def _for_whom(copies: Sequence[Copies]) -> str:
    """`1 per vier`, or what an author says of a number for the whole group: `voor wie het vraagt`; else ""."""
    if _per_head(copies):
        return packing.rule(copies)
    return ", ".join(dict.fromkeys(each.why for each in copies if each.why))


def _when(each: Print) -> str:
    """The slides at which it is handed out, or ""."""
    return words("pack")["at_slides"].format(slides=numbers(each.slides)) if each.slides else ""


def _for_duo(each: Print) -> bool:
    """Whether only the speakers get it: no slide hands it out, and it is not one for so many people."""
    hidden = isinstance(each.item, Sheet) and each.item.for_trainers
    return not each.slides and (hidden or not _per_head(each.copies))


def len_of(pdf: bytes) -> int:
    """The pages of a PDF."""
    with pypdfium2.PdfDocument(pdf) as opened:
        return len(opened)
