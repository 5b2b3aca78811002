"""Packs of our own courses: all that an evening hands out is in the zip, often enough, and the counts are right."""

from __future__ import annotations

import io
import re
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date, time
from functools import cache
from itertools import product
from pathlib import Path
from zipfile import ZipFile

import page
import pikepdf
import pypdfium2
import pytest
import vobject
from lxml import html

from lok.derive.card_sheets import on_one_sheet
from lok.derive.downloads import papered
from lok.load import load_and_check
from lok.model.audience import Audience
from lok.model.course import Course, Evening
from lok.model.library import Exercise, Sheet
from lok.model.place import Span
from lok.packs import packs
from lok.publish.engine import MKDOCS
from lok.render.paper.document import press
from lok.render.paper.paper import single
from lok.render.site.settings import SiteSettings
from lok.session.lookup import lookup
from lok.session.materials import EACH, count
from lok.view import view
from once import once
from own.test_content import WRITTEN
from projects import ROOT

COURSES, GROUPS = ("burn-out", "werkdruk"), (8, 14, 25)
"""Of few, of an odd number of pairs, whose cards come more than once on a sheet, and of as many as a LOK counts."""
EVENINGS = tuple(product(COURSES, GROUPS))
LOOKED_AT = (("burn-out", 14), ("werkdruk", 25))
"""Of which more is looked at than what is in them, and how often."""
DAY = date(2026, 12, 15)
NUMBERED = re.compile(r"\d\d-.*\.pdf$")
TIMES = re.compile(r"-(\d+)x\.pdf$")


@dataclass(frozen=True)
class Made:
    """A pack that was opened, and the course of that evening."""

    course: Course
    people: int
    files: Mapping[str, bytes]

    @property
    def printed(self) -> dict[str, bytes]:
        return {path: data for path, data in self.files.items() if NUMBERED.fullmatch(path)}


@cache
def course_of(name: str) -> tuple[Course, SiteSettings]:
    loaded = load_and_check(ROOT, [name], WRITTEN)
    return loaded.courses[0], loaded.settings


def evening(people: int) -> Evening:
    return Evening(DAY, time(20), "De Kring", f"LOK {people}", ("An", "Jan"), people, Span("avond.md"))


def packed(name: str, folder: Path) -> None:
    """The light packs of a course for each number of people, in a folder."""
    course, settings = course_of(name)
    evenings = [evening(people) for people in GROUPS]
    for people, (pack, _) in zip(GROUPS, packs(course, evenings, settings, MKDOCS, True, lambda _: None), strict=True):
        (folder / f"{people}.zip").write_bytes(pack.data)


def made(name: str, people: int, factory: pytest.TempPathFactory) -> Made:
    folder = once(factory, f"packs-{name}", lambda folder: packed(name, folder))
    return Made(seen(course_of(name)[0], evening(people)), people, opened((folder / f"{people}.zip").read_bytes()))


def seen(course: Course, evening: Evening) -> Course:
    return replace(view(course, Audience.TRAINER), start=evening.start, evening=evening)


def opened(data: bytes) -> dict[str, bytes]:
    with ZipFile(io.BytesIO(data)) as archive:
        return {path: archive.read(path) for path in archive.namelist()}


@pytest.fixture(scope="module", params=EVENINGS, ids=str)
def any_pack(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Made:
    name, people = request.param
    return made(name, people, tmp_path_factory)


@pytest.fixture(scope="module", params=LOOKED_AT, ids=str)
def pack(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Made:
    name, people = request.param
    return made(name, people, tmp_path_factory)


# --- what is asked for ----------------------------------------------------------------------------------------------


def asked(course: Course, people: int) -> Counter[str]:
    """How many of each paper slides hand out; at least what a bundle names."""
    found: Counter[str] = Counter()
    known, items = lookup(course), {item.id: item for item in papered(course)}
    for slide in course.slides:
        for handout in known.given(slide):
            item = items[handout.paper.id]
            if item.paper:
                found[item.id] += count(handout.copies or item.copies or EACH, people)
    for bundle, least in ((course.bundle, people), (course.duo_bundle, 1)):
        for ref in bundle.papers if bundle else ():
            found[ref.id] = max(found[ref.id], least)
    return found


# --- what is there --------------------------------------------------------------------------------------------------


@cache
def page_texts(pdf: bytes) -> tuple[str, ...]:
    """The letters of each page, without its number."""
    texts = (each.get_textpage().get_text_range() for each in pypdfium2.PdfDocument(pdf))
    return tuple(re.sub(r"\s|pagina\s\d+\svan\s\d+", "", text) for text in texts)


def there(course: Course, item: Exercise | Sheet, printed: Mapping[str, bytes]) -> int:
    """How many of a paper, on any of its sizes, come out of the printer."""
    wanted = {page_texts(press(single(course, item, size), course).pdf) for size in item.paper}
    on_one = on_one_sheet(item) if isinstance(item, Sheet) else 1
    return sum(
        on_one * times(path) * runs(pages, page_texts(data)) for path, data in printed.items() for pages in wanted
    )


def times(path: str) -> int:
    """How often a file is printed, by its name."""
    told = TIMES.search(path)
    return int(told[1]) if told else 1


def runs(wanted: tuple[str, ...], pages: tuple[str, ...]) -> int:
    """How often pages stand in a file, in a row."""
    return sum(pages[n : n + len(wanted)] == wanted for n in range(len(pages)))


def missing(made: Made, printed: Mapping[str, bytes]) -> list[str]:
    """What is asked for and not there often enough."""
    items = {item.id: item for item in papered(made.course)}
    wanted = asked(made.course, made.people)
    return [id for id, number in wanted.items() if there(made.course, items[id], printed) < number]


def test_every_paper_that_is_handed_out_is_in_the_zip_often_enough(any_pack: Made) -> None:
    assert len(asked(any_pack.course, any_pack.people)) > 12
    assert missing(any_pack, any_pack.printed) == []


def test_a_paper_or_a_sheet_of_cards_that_is_left_out_is_found(pack: Made) -> None:
    apart = [path for path in pack.printed if "evaluatie" in path]
    assert len(apart) == 1
    assert any("evaluatie" in id for id in missing(pack, without(pack, apart[0], pack.printed[apart[0]], whole=True)))
    [cards] = [path for path in pack.printed if re.fullmatch(r"\d\d-kaarten-enkelzijdig\.pdf", path)]
    assert missing(pack, without(pack, cards, pack.printed[cards], whole=False)) != []


def without(pack: Made, path: str, data: bytes, *, whole: bool) -> dict[str, bytes]:
    """What is printed, without one file or without its last page."""
    if whole:
        return {each: data for each, data in pack.printed.items() if each != path}
    target = io.BytesIO()
    with pikepdf.open(io.BytesIO(data)) as opened_pdf:
        del opened_pdf.pages[-1]
        opened_pdf.save(target)
    return {**pack.printed, path: target.getvalue()}


def test_a_size_that_a_slide_asks_for_is_there(pack: Made) -> None:
    """`nodig: schema op A1` is a paper as well."""
    wall = [slide for slide in pack.course.slides if re.search(r"\bA1\b", " ".join(slide.needs))]
    assert wall
    for slide in wall:
        assert slide.exercise
        assert any(f"{slide.exercise.id}-a1-1x" in path for path in pack.printed), slide.title


# --- the page to begin with -----------------------------------------------------------------------------------------


def rows(pack: Made) -> Iterator[tuple[str, list[str]]]:
    """Each file in the table of what to print, with the cells of its row."""
    tree = html.fromstring(pack.files["01-begin-hier.html"])
    for row in tree.xpath("(//table)[1]/tbody/tr"):
        yield row.xpath("./th/a/@href")[0], [" ".join(cell.text_content().split()) for cell in row.xpath("./td")]


def test_the_begin_page_names_each_file_with_its_copies_and_sheets(any_pack: Made) -> None:
    told = dict(rows(any_pack))
    assert [*told] == sorted(any_pack.printed)
    for path, (_, copies, paper, sheets) in told.items():
        pages, one_sided = len(pypdfium2.PdfDocument(any_pack.printed[path])), "enkelzijdig" in paper
        assert copies == f"{times(path)}×"
        assert int(sheets) == times(path) * (pages if one_sided else -(-pages // 2)), path
        assert one_sided == ("kaarten" in path.split("-")), path


def test_the_begin_page_says_of_each_paper_for_whom_or_what_it_is(pack: Made) -> None:
    told = {path: cells[0] for path, cells in rows(pack)}
    assert [path for path, what in told.items() if " · " not in what] == []
    tree = html.fromstring(pack.files["01-begin-hier.html"])
    assert [text for text in tree.xpath("//td/ul/li/text()") if " · " not in text] == []
    assert not any("één zit al in" in what for path, what in told.items() if "kaarten" in path)  # a bundle holds none
    [proof] = [what for path, what in told.items() if "deelnamebewijs" in path]
    assert "voor wie het na het slot vraagt" in proof


def test_the_sheets_of_group_and_duo_are_all_sheets(any_pack: Made) -> None:
    by_size: Counter[str] = Counter()
    for _, (_, _, paper, sheets) in rows(any_pack):
        by_size[paper.split(",")[0]] += int(sheets)
    tree = html.fromstring(any_pack.files["01-begin-hier.html"])
    heads = tree.xpath("(//table)[2]/thead//th/text()")[1:]
    one, group, duo, both = ([*row.xpath("./td/text()")] for row in tree.xpath("(//table)[2]/tbody/tr"))
    assert dict(zip(heads, map(int, both), strict=True)) == by_size
    assert [int(a) + int(b) for a, b in zip(group, duo, strict=True)] == [*map(int, both)]
    assert float(one[0].replace(",", ".")) == pytest.approx(int(group[0]) / any_pack.people, abs=0.06)


def test_the_invitation_names_the_file_to_send_along(pack: Made) -> None:
    told = vobject.readOne(pack.files["02-uitnodiging.ics"].decode()).vevent
    attached = re.findall(r"\(bijlage ([^)]+)\)", told.description.value)
    assert attached
    assert set(attached) <= set(pack.printed)
    begin = pack.files["01-begin-hier.html"].decode()
    assert all(begin.index(f'href="{path}"') < begin.index("Zelf mee te brengen") for path in attached)
    assert "Met An (arts) en Jan (psycholoog)." in told.description.value
    assert "- een pen" in told.description.value
    bring = begin.partition("Zelf mee te brengen")[2].partition("</ul>")[0]
    assert "pen per deelnemer" not in bring, "asked of everybody in the invitation"


def test_links_lead_to_files_and_what_to_bring_stands_before_what_to_print(pack: Made) -> None:
    begin = pack.files["01-begin-hier.html"].decode()
    assert set(re.findall('href="([^"]+)"', begin)) <= set(pack.files)
    assert begin.index("Zelf mee te brengen") < begin.index("3. Druk af")
    assert "mail jezelf dit bestand" in begin
    assert "het spreekscherm wel" in begin


def test_a_light_pack_has_the_screen_beside_the_projector_and_no_other_page(pack: Made) -> None:
    pages = [path for path in pack.files if path.endswith((".html", ".js", ".svg"))]
    assert pages == ["01-begin-hier.html", "04-spreekscherm.html"]


def test_a_back_that_stays_empty_carries_no_number(pack: Made) -> None:
    [bundle] = [data for path, data in pack.printed.items() if "voor-elke-deelnemer" in path]
    texts = [each.get_textpage().get_text_range().strip() for each in pypdfium2.PdfDocument(bundle)]
    assert "" in texts
    assert min(len(text) for text in texts if text) > 200


# --- what is known is filled in -------------------------------------------------------------------------------------


def words_of(pack: Made, name: str) -> str:
    [data] = [data for path, data in pack.files.items() if re.search(name, path)]
    return " ".join(" ".join(each.get_textpage().get_text_range() for each in pypdfium2.PdfDocument(data)).split())


def test_list_proof_and_accreditation_sheet_know_the_evening(pack: Made) -> None:
    for name in (r"\d\d-aanwezigheidslijst", r"\d\d-deelnamebewijs"):
        found = words_of(pack, name)
        for known in (
            pack.course.title,
            "15 december 2026",
            "Van 20:00 tot 22:00 uur",
            "De Kring",
            f"LOK {pack.people}",
        ):
            assert known in found, (name, known)
        assert re.search(r"An \(arts, [\d,]+ minuten\), Jan \(psycholoog, [\d,]+ minuten\)", found)
    found = words_of(pack, r"\d\d-accreditatieblad")
    for known in ("20:00 tot 22:00", "De Kring", "Pauze", "An", "Jan", "Sponsor", "22/11/2026"):
        assert known in found, known


def test_the_list_of_names_has_a_row_for_each_and_a_few_guests(pack: Made) -> None:
    found = words_of(pack, r"\d\d-aanwezigheidslijst")
    last = pack.people + 3
    assert re.search(rf"\b{last - 1}\s+{last}\b", found)
    assert not re.search(rf"\b{last}\s+{last + 1}\b", found)


def test_what_only_a_pack_prints_passes_an_independent_pdf_ua_check(pack: Made) -> None:
    for path, data in pack.printed.items():
        if re.search("kaarten|accreditatie|aanwezig|bewijs|voor-", path):
            report = page.validate_pdf_bytes(data, profile="ua1")
            assert report.is_compliant, (path, [(each.rule_id, each.message) for each in report.failures])
