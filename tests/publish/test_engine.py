"""A tree in, a site out, by either engine: the same pages, headings and links; the same bytes each time."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from html.parser import HTMLParser
from posixpath import dirname, join, normpath

import pytest

import samples
from lok.model.audience import Audience
from lok.model.course import Course
from lok.publish import engine, finish
from lok.publish.engine import ENGINES, MKDOCS, ZENSICAL, EngineError
from lok.render.site import config, site
from lok.render.site.settings import own_settings
from lok.view import view
from projects import only, tiny

SETTINGS = own_settings()
HOSTILE = "*a* _b_ `c` <d> & “e” [f](g) {: .h} 1. i"


def project(course: Course, audience: Audience) -> tuple[dict[str, bytes], config.Config]:
    return config.project(course, audience, site.render(course, audience, {}).files, SETTINGS)


def built(course: Course, audience: Audience, name: str) -> dict[str, bytes]:
    tree, settings = project(course, audience)
    return finish.finish(engine.build(tree, settings, name))


@pytest.fixture(scope="module")
def course(tmp_path_factory: pytest.TempPathFactory) -> Course:
    return only(tiny(tmp_path_factory.mktemp("tiny")))


@pytest.fixture(scope="module")
def sites(course: Course) -> dict[tuple[Audience, str], dict[str, bytes]]:
    return {
        (audience, name): built(view(course, audience), audience, name) for audience in Audience for name in ENGINES
    }


@dataclass
class Page(HTMLParser):
    """What a reader gets from the article of a page."""

    headings: list[tuple[str, str, str]] = field(default_factory=list)
    links: list[str] = field(default_factory=list)
    ids: list[str] = field(default_factory=list)
    words: list[str] = field(default_factory=list)
    styles: int = 0

    def __post_init__(self) -> None:
        super().__init__()
        self._inside, self._heading = False, ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = {name: value or "" for name, value in attrs}
        self.styles += tag == "style" or "style" in values
        self._inside |= tag == "article"
        self.ids += [values["id"]] if "id" in values else []
        if self._inside and tag in ("a", "img", "audio"):
            self.links += [values[name] for name in ("href", "src") if name in values]
        if self._inside and tag in ("h1", "h2", "h3", "h4", "h5", "h6"):
            self._heading = tag
            self.headings.append((tag, values.get("id", ""), ""))

    def handle_endtag(self, tag: str) -> None:
        self._inside &= tag != "article"
        self._heading = "" if tag == self._heading else self._heading

    def handle_data(self, data: str) -> None:
        if self._inside:
            self.words += data.split()
        if self._heading:
            tag, id, text = self.headings[-1]
            self.headings[-1] = (tag, id, text + data)


def framed(page: bytes) -> list[str]:
    """The tags and words around the article of a page."""
    before, _, rest = page.decode().partition("<article")
    around = before + rest.partition("</article>")[2]
    return re.findall(r"<[^>]+>|[^<\s]+", around.replace('="./', '="'))  # two spellings of the same way


def read(data: bytes) -> Page:
    page = Page()
    page.feed(data.decode())
    return page


def pages(files: Mapping[str, bytes]) -> dict[str, Page]:
    return {path: read(data) for path, data in files.items() if path.endswith(".html")}


@pytest.mark.parametrize("audience", Audience)
def test_both_engines_make_the_same_pages(
    sites: dict[tuple[Audience, str], dict[str, bytes]], audience: Audience
) -> None:
    one, other = pages(sites[audience, MKDOCS]), pages(sites[audience, ZENSICAL])
    assert sorted(one) == sorted(other)
    for path, page in one.items():
        assert page.headings == other[path].headings, path
        assert page.words == other[path].words, path
        assert page.links == [link for link in other[path].links if link], path


@pytest.mark.parametrize("name", ENGINES)
@pytest.mark.parametrize("audience", Audience)
def test_every_link_leads_somewhere(
    sites: dict[tuple[Audience, str], dict[str, bytes]], audience: Audience, name: str
) -> None:
    files = sites[audience, name]
    found = pages(files)
    for path, page in found.items():
        for link in page.links:
            target, _, anchor = link.partition("#")
            if ":" in target:
                continue
            place = normpath(join(dirname(path), target)) if target else path
            if place.startswith(("slides/", "downloads/", "../assets/")) or place == "../index.html":
                continue  # put beside or above the pages afterwards
            assert place in files, f"{path}: {link}"
            if anchor:
                assert anchor in found[place].ids, f"{path}: {link}"


def test_ids_are_unique_and_a_page_has_no_style_but_the_first(
    sites: dict[tuple[Audience, str], dict[str, bytes]],
) -> None:
    for files in sites.values():
        for path, page in pages(files).items():
            assert len(page.ids) == len(set(page.ids)), path
            assert page.styles == files[path].count(b"<style>" + site.first_style() + b"</style>") == 1, path


def test_nothing_of_a_theme_reaches_a_site(course: Course, sites: dict[tuple[Audience, str], dict[str, bytes]]) -> None:
    for (audience, name), files in sites.items():
        tree, _ = project(view(course, audience), audience)
        ours = {path.removeprefix("paginas/").removesuffix(".md") for path in tree}
        assert {path.removesuffix(".html") for path in files} <= ours, name
        for path, data in files.items():
            if path.endswith(".html"):
                for trace in (b"generator", b"unpkg", b"md-", b"material", b"zensical", b"__config"):
                    assert trace not in data, path


@pytest.mark.parametrize("audience", Audience)
def test_both_engines_put_the_same_frame_around_a_page(
    sites: dict[tuple[Audience, str], dict[str, bytes]], audience: Audience
) -> None:
    one, other = sites[audience, MKDOCS], sites[audience, ZENSICAL]
    for path in (path for path in one if path.endswith(".html")):
        assert framed(one[path]) == framed(other[path]), path


@pytest.mark.parametrize("name", ENGINES)
def test_twice_the_same_bytes(course: Course, sites: dict[tuple[Audience, str], dict[str, bytes]], name: str) -> None:
    assert built(view(course, Audience.TRAINER), Audience.TRAINER, name) == sites[Audience.TRAINER, name]


@pytest.mark.parametrize("name", ENGINES)
def test_titles_are_taken_letter_for_letter(name: str) -> None:
    section = replace(samples.section(HOSTILE), id="vijandig")
    sheet = replace(samples.sheet(section), title=f"{HOSTILE} 2", summary=HOSTILE)
    made = samples.course(sheet, title=HOSTILE, sections=(section,))
    files = built(made, Audience.PARTICIPANT, name)
    for path in ("index.html", "bladen/blad.html"):
        page = read(files[path])
        assert page.headings[0][2].startswith(HOSTILE), path
        assert HOSTILE in [text for _, _, text in page.headings[1:]], path
        assert b"<d>" not in files[path], path


@pytest.mark.parametrize("name", ENGINES)
def test_the_engine_is_quiet(course: Course, name: str, capfd: pytest.CaptureFixture[str]) -> None:
    built(course, Audience.PARTICIPANT, name)
    assert capfd.readouterr() == ("", "")


@pytest.mark.parametrize("name", ENGINES)
def test_what_the_engine_says_comes_out_as_an_error(course: Course, name: str) -> None:
    tree, settings = project(course, Audience.TRAINER)
    broken = {**tree, "thema/frame.html": b"{% if %}"}
    with pytest.raises(EngineError, match=r"\w"):
        engine.build(broken, settings, name)


def test_a_warning_of_mkdocs_is_an_error(course: Course) -> None:
    tree, settings = project(course, Audience.TRAINER)
    with pytest.raises(EngineError, match=r"weg\.md"):
        engine.build(tree, {**settings, "nav": [*settings["nav"], {"Weg": "weg.md"}]}, MKDOCS)
