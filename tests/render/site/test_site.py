"""Course in, the tree of its site out: which pages there are, what they say and where their links lead."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date, time
from decimal import Decimal

import pytest
import yaml

import samples
from lok.design import palette
from lok.model.audience import Audience
from lok.model.course import Course, Evening
from lok.model.library import Entry, Media
from lok.model.output import Listing
from lok.model.place import Span
from lok.model.ref import LINK_KINDS
from lok.model.text import Emphasis, LineBreak, Link, Picture, Plain, Section, Strong, Table
from lok.render.html import addresses
from lok.render.html.prose import Writer, heading_text
from lok.render.site import config, site
from lok.render.site.settings import Config, SettingsError, SiteSettings, own_settings, read_settings
from lok.session import clock
from lok.view import view
from projects import ROOT, only, tiny

SETTINGS = own_settings()


@pytest.fixture(scope="module")
def course(tmp_path_factory: pytest.TempPathFactory) -> Course:
    return only(tiny(tmp_path_factory.mktemp("tiny")))


def pages(course: Course, audience: Audience) -> dict[str, str]:
    made = site.render(course, audience, {})
    return {item.path: item.data.decode() for item in made.files if item.path.endswith(".md")}


def project(course: Course, audience: Audience, settings: SiteSettings = SETTINGS) -> Config:
    """The configuration of the site of a course."""
    return config.project(course, audience, site.render(course, audience, {}).files, settings)[1]


@pytest.fixture(scope="module")
def public(course: Course) -> dict[str, str]:
    return pages(view(course, Audience.PARTICIPANT), Audience.PARTICIPANT)


@pytest.fixture(scope="module")
def trainer(course: Course) -> dict[str, str]:
    return pages(view(course, Audience.TRAINER), Audience.TRAINER)


# --- which pages -------------------------------------------------------------------------------------------------


def test_participant_pages(public: dict[str, str]) -> None:
    assert sorted(public) == [
        "begrippen.md",
        "bladen/index.md",
        "bladen/stemkaarten.md",
        "bladen/vijf-momenten.md",
        "bronnen.md",
        "casussen/index.md",
        "casussen/noemie.md",
        "feiten.md",
        "index.md",
        "oefeningen/balans.md",
        "oefeningen/drempels.md",
        "oefeningen/handgesprek.md",
        "oefeningen/index.md",
        "oefeningen/moment.md",
        "oefeningen/stellingen.md",
        "oefeningen/voornemens.md",
        "over.md",
    ]


def test_trainers_have_a_page_per_part_and_their_own_sheet(public: dict[str, str], trainer: dict[str, str]) -> None:
    assert sorted(set(trainer) - set(public)) == [
        "auteurs.md",
        "beelden.md",
        "bladen/leidraad.md",
        "deel/01-kijken.md",
        "deel/02-doen.md",
        "deel/03-volhouden.md",
        "draaiboek.md",
        "spreekscherm.md",
        "wijzigingen.md",
    ]


def test_the_menu_names_every_page_once(course: Course) -> None:
    for audience in Audience:
        seen = view(course, audience)
        made = site.render(seen, audience, {})
        assert sorted(_files(site.listing(seen, audience).nav)) == sorted(
            item.path for item in made.files if item.path.endswith(".md")
        )


def _files(nav: object) -> list[str]:
    assert isinstance(nav, tuple)
    return [path for _, item in nav for path in ([item] if isinstance(item, str) else _files(item))]


def test_nothing_for_trainers_on_the_participant_site(course: Course, public: dict[str, str]) -> None:
    settings = project(view(course, Audience.PARTICIPANT), Audience.PARTICIPANT)
    everything = "\n".join([*public.values(), *public, str(settings["nav"]), str(settings["extra"])]).lower()
    for word in ("trainer", "projecteren", "draaiboek", "leidraad", "slides/", "pptx", "deel/"):
        assert word not in everything, word


def test_every_trainer_page_carries_the_banner(course: Course) -> None:
    settings = project(view(course, Audience.TRAINER), Audience.TRAINER)
    assert settings["extra"]["lok"]["banner"] == "Trainer: niet projecteren"


def test_media_come_along(course: Course) -> None:
    made = site.render(view(course, Audience.PARTICIPANT), Audience.PARTICIPANT, {})
    assert "media/cases/noemie-2.mp3" in {item.path for item in made.files}


def test_a_page_knows_the_files_it_was_made_from(course: Course) -> None:
    made = site.render(view(course, Audience.TRAINER), Audience.TRAINER, {})
    sources = {item.path: item.sources for item in made.files}
    assert sources["casussen/noemie.md"] == ("cases/noemie.md",)
    assert sources["deel/01-kijken.md"] == ("slides/handhygiene/01-kijken.md",)


def test_same_course_same_bytes(course: Course) -> None:
    assert site.render(course, Audience.TRAINER, {}) == site.render(course, Audience.TRAINER, {})


# --- what they say -----------------------------------------------------------------------------------------------


def test_answers_are_closed(public: dict[str, str]) -> None:
    case, exercise = public["casussen/noemie.md"], public["oefeningen/stellingen.md"]
    assert '<details class="answer"><summary>Mogelijk antwoord</summary>' in case
    assert '<details class="answer" open' not in case + exercise
    before, _, after = exercise.partition('<details class="answer"')
    assert "Handschoenen maken wrijven overbodig" in before
    assert "<strong>niet waar</strong>" in after
    assert "<strong>waar</strong> (altijd)" in after


def test_balance_and_columns(public: dict[str, str]) -> None:
    balance, columns = public["oefeningen/balans.md"], public["oefeningen/drempels.md"]
    assert balance.index('class="side-plus"') < balance.index('class="side-minus"')
    assert columns.count('class="column"') >= 2
    assert '<h2 id="weten" data-sign="W">Weten</h2>' in columns


def test_papers_are_linked_from_each_exercise_and_sheet(public: dict[str, str]) -> None:
    assert 'href="../downloads/drempels-a4.pdf"' in public["oefeningen/drempels.md"]
    assert 'href="../downloads/vijf-momenten-a4.pdf"' in public["bladen/vijf-momenten.md"]
    assert 'href="downloads/slides-hand-out-a4.pdf"' in public["index.md"]


def test_the_evening_at_a_glance(trainer: dict[str, str]) -> None:
    evening = trainer["index.md"].partition("De avond in één blik")[2].partition("</table>")[0]
    rows = re.findall(r"<tr.*?</tr>", evening)
    cells = [re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", row)).strip() for row in rows]
    assert cells == [
        "Vanaf minuut Deel Wie Slides Minuten",
        "0 Kijken verpleegkundige hygiënist duo 5 13",
        "13 Pauze 5",
        "18 Doen hygiënist 4 6",
        "24 Volhouden hygiënist 7 3",
        "27 Marge 3",
        "Totaal 16 30",
    ]
    assert "Voorzien: 30 minuten." in trainer["index.md"]
    for who, name in (("duo", "duo"), ("verpleegkundige", "verpleegkundige"), ("hygienist", "hygiënist")):
        assert f'href="downloads/handhygiene-{who}.pptx"' in trainer["index.md"]
        assert f"Presentatie, notities voor {name}<" in trainer["index.md"]
    assert "flipchart" in trainer["index.md"].partition("Klaarleggen")[2]


def test_a_slide_shows_all_its_notes(trainer: dict[str, str]) -> None:
    page = trainer["deel/01-kijken.md"]
    slide = page.partition("{: #zet-haar-drempels-op-een-rij }")[2]
    assert 'src="../slides/zet-haar-drempels-op-een-rij.svg" width="960" height="540"' in slide
    assert "minuut 9 tot 13" in slide
    assert '<span class="role role-duo">duo</span>' in slide
    assert "Wat hield Noémie tegen?" in slide
    assert slide.index("Verdeel de groep") < slide.index("Schrijf de drempels")
    assert '<a href="../oefeningen/drempels.html">' in slide
    assert "flipchart, stiften" in slide
    assert "Na de pauze kijken we" in slide
    for word in ("Doe", "Zeg", "Verwacht", "Let op", "Intussen"):
        assert f">{word}</h3>" in page, word
    assert "Eén keer wrijven breekt de ketting." in page


def test_what_may_happen_when_it_runs_late(trainer: dict[str, str]) -> None:
    page = trainer["deel/02-doen.md"]
    assert "Hou 1 minuut over. Valt weg: de laatste twee rijen." in page
    assert "Mag weg." in page
    assert "(1 per twee)" in page


def test_the_handed_over_speaker_is_named(trainer: dict[str, str]) -> None:
    cue = re.search(r'<h3 id="wanneer-sloeg-jij-het-over-cue">.*?</h3>', trainer["deel/01-kijken.md"])
    assert cue
    assert 'aan <span class="role role-2">hygiënist</span>' in cue.group()


def test_an_unsure_fact_is_marked_wherever_it_stands() -> None:
    unsure = samples.fact(status="te bevestigen")
    inline = samples.section(
        "zin", samples.Paragraph((Link(samples.target("feit:lijn"), (Plain("1234"),), Span("a")),))
    )
    block = samples.section("blok", samples.fact_here())
    course = samples.course(samples.sheet(inline, block), facts=(unsure,))
    made = pages(course, Audience.TRAINER)
    assert made["bladen/blad.md"].count('<span class="unsure">te bevestigen</span>') == 2
    assert "quiet" not in made["bladen/blad.md"]
    assert '<span class="unsure">te bevestigen</span>' in made["feiten.md"]
    assert "Nagekeken op 22 november 2026." in made["feiten.md"]


def test_the_public_reads_quietly_what_nobody_confirmed_yet() -> None:
    unsure, day = samples.fact(status="te bevestigen"), "Nagekeken op 22 november 2026, nog niet bevestigd"
    link = Link(samples.target("feit:lijn"), (Plain("1234"),), Span("a"))
    sentence, frame = samples.section("zin", samples.Paragraph((link,))), samples.section("blok", samples.fact_here())

    def public(*parts: Section, fact: Entry = unsure) -> str:
        made = pages(samples.course(samples.sheet(*parts), facts=(fact,)), Audience.PARTICIPANT)
        assert [name for name, page in made.items() if "te bevestigen" in page] == []
        assert "Nog niet bevestigd." in made["feiten.md"]
        return made["bladen/blad.md"]

    at_foot, framed = f"<p>{day}: lijn.</p>", f'<p class="quiet">{day}.</p>'
    assert public(sentence).count(at_foot) == 1
    both = public(sentence, frame)
    assert (both.count(framed), at_foot in both) == (1, False)
    undated = replace(unsure, checked=None)
    assert "<p>Nog niet bevestigd: lijn.</p>" in public(sentence, fact=undated)
    assert '<p class="quiet">Nog niet bevestigd.</p>' in public(frame, fact=undated)


def test_the_start_page_says_when_people_use_what() -> None:
    """Six in sight with picture, time and summary, the others folded; a link is called what its page is."""
    made = samples.course(
        replace(samples.exercise(samples.columns("Kolom")), pictogram="batterij"),
        *(replace(samples.sheet(), id=f"blad-{number}", title=f"Blad {number}") for number in range(7)),
        replace(samples.sheet(), id="mee", title="Mee naar huis", for_patient=True),
    )
    home = pages(made, Audience.PARTICIPANT)["index.md"]
    assert re.findall(r'<h2 id="_(\w+)">(.*?)</h2>', home)[:2] == [
        ("morgen", "Morgen met een patiënt"),
        ("achteraf", "Achteraf"),
    ]
    assert '<a href="bladen/mee.html">Mee naar huis</a>' in home
    assert "<strong>5 minuten</strong>. Een korte oefening</span>" in home
    assert home.index('class="pictogram"') < home.index("Een oefening</a>")
    assert "<summary>Nog 2</summary>" in home
    assert home.index("Blad 4</a>") < home.index("<summary>Nog 2") < home.index("Blad 5</a>")


def test_a_page_says_who_made_the_course_and_when_its_facts_were_looked_up() -> None:
    made = samples.course(facts=(samples.fact(),), made_by="An en Bo")
    for name in ("index.md", "over.md"):
        told = pages(made, Audience.PARTICIPANT)[name]
        assert "Gemaakt door An en Bo." in told
        assert "nagekeken op 22 november 2026" in told
        assert 'href="../index.html"' in told
    assert "Gemaakt door" not in pages(replace(made, made_by=""), Audience.PARTICIPANT)["over.md"]


def test_a_page_for_a_patient_stands_alone() -> None:
    """Without doubts and without what waits for an evening; with a code where the site has an address."""
    unsure = samples.fact(status="te bevestigen")
    sentence = samples.Paragraph((Link(samples.fact_here(), (Plain("de lijn"),), Span("content/b.md")),))
    sheet = samples.sheet(samples.section("zin", sentence), samples.section("blok", samples.fact_here()))

    def page(for_patient: bool, audience: Audience = Audience.PARTICIPANT, address: str = "") -> str:
        course = samples.course(replace(sheet, for_patient=for_patient), facts=(unsure,), address=address)
        return pages(course, audience)["bladen/blad.md"]

    own = page(True)
    assert '<div class="for-patient">' in own
    assert "bevestigd" not in own
    assert "bevestigd" in page(False)
    assert "QR-code" not in own
    assert "https://lok.voorbeeld.be/cursus/bladen/blad.html</figcaption>" in page(
        True, address="https://lok.voorbeeld.be"
    )
    trainer = page(True, Audience.TRAINER)
    assert "for-patient" not in trainer
    assert "te bevestigen" in trainer


def test_a_number_that_a_fact_lets_one_call_is_a_link_that_calls_it() -> None:
    line = replace(samples.fact(), short="1234", phone="1234", chat="https://lijn.voorbeeld.be/praat")
    number, name = (Link(samples.fact_here(), (Plain(words),), Span("content/b.md")) for words in ("1234", "de lijn"))
    sheet = samples.sheet(
        samples.section("a", samples.Paragraph((number, Plain(" of "), name, Plain(", 1234 dus, niet 12345")))),
        samples.section("blok", samples.fact_here()),
    )
    made = pages(samples.course(sheet, facts=(line,)), Audience.PARTICIPANT)
    text = made["bladen/blad.md"]
    call, facts = '<a href="tel:1234">1234</a>', '<a href="../feiten.html#lijn">de lijn</a>'
    assert f"<p>{call} of {facts}, {call} dus, niet 12345</p>" in text
    assert f'<p class="fact-short">{call}</p>' in text
    chat = '<p class="chat"><a href="https://lijn.voorbeeld.be/praat">Chat op lijn.voorbeeld.be</a></p>'
    assert chat in text
    assert f'<p class="entry-short">{call}</p>' in made["feiten.md"]
    assert chat in made["feiten.md"]


def test_a_fact_is_headed_by_the_question_that_it_answers() -> None:
    asks = replace(samples.fact(), title="Duur", question="Hoelang duurt het?")
    made = pages(
        samples.course(samples.sheet(samples.section("blok", samples.fact_here())), facts=(asks, samples.fact("naam"))),
        Audience.PARTICIPANT,
    )
    assert re.findall(r"## (.*) \{: #(\w+) }", made["feiten.md"]) == [("Hoelang duurt het?", "lijn"), ("Naam", "naam")]
    assert '<p class="entry-name">Duur</p>' in made["feiten.md"]
    assert '<p class="fact-question">Hoelang duurt het?</p>' in made["bladen/blad.md"]
    assert "fact-short" not in made["bladen/blad.md"]


def test_a_section_that_is_called_as_its_page_has_no_heading_of_its_own() -> None:
    inner = samples.section("Achterkant")
    card = replace(samples.section("Als het je raakt"), children=(inner,))
    page = pages(samples.course(replace(samples.sheet(card), title=card.title)), Audience.PARTICIPANT)["bladen/blad.md"]
    assert re.findall(r"(?m)^#+ Als het je raakt|<h\d[^>]*>Als het je raakt", page) == ["# Als het je raakt"]
    assert f'<div class="section" id="{card.id}">' in page
    assert ">Achterkant</h2>" in page, "no level is skipped"


def test_exercises_last_whole_minutes_for_who_does_them() -> None:
    exercise = replace(samples.exercise(samples.columns("een")), minutes=Decimal("4.5"))
    for audience, told in ((Audience.TRAINER, "4,5 minuten"), (Audience.PARTICIPANT, "5 minuten")):
        made = pages(samples.course(exercises=(exercise,)), audience)
        assert f'<p class="duration">{told}</p>' in made[f"oefeningen/{exercise.id}.md"]


def test_a_sure_fact_is_not() -> None:
    made = pages(
        samples.course(samples.sheet(samples.section("blok", samples.fact_here())), facts=(samples.fact(),)),
        Audience.PARTICIPANT,
    )
    assert "unsure" not in made["bladen/blad.md"] + made["feiten.md"]


# --- prose as HTML -----------------------------------------------------------------------------------------------


def writer(page: str = "casussen/x.html") -> Writer:
    places = {"oefening:kop": "oefeningen/kop.html", "begrip:a": "begrippen.html#a", "casus:x": "casussen/x.html"}
    return Writer(page, places, {}, {})


def test_author_text_is_escaped() -> None:
    text = '<script>alert("x")</script> & `a` *b* {: .c}'
    html = str(writer().prose(samples.say(text)))
    assert html == "<p>&lt;script&gt;alert(&#34;x&#34;)&lt;/script&gt; &amp; `a` *b* {: .c}</p>"


@pytest.mark.parametrize(
    ("page", "target", "address"),
    [
        ("index.html", "oefening:kop", "oefeningen/kop.html"),
        ("casussen/x.html", "oefening:kop", "../oefeningen/kop.html"),
        ("casussen/x.html", "begrip:a", "../begrippen.html#a"),
        ("begrippen.html", "begrip:a", "#a"),
        ("casussen/y.html", "casus:x", "x.html"),
        ("index.html", "https://x.be/?a=1&b=2", "https://x.be/?a=1&amp;b=2"),
        ("index.html", "tel:112", "tel:112"),
    ],
)
def test_links(page: str, target: str, address: str) -> None:
    link = Link(samples.target(target), (Plain("hier"),), Span("a"))
    assert str(writer(page).inline((link,))) == f'<a href="{address}">hier</a>'


def test_a_link_to_what_was_left_out_keeps_its_words() -> None:
    assert str(writer().inline((Link(samples.target("casus:weg"), (Plain("hier"),), Span("a")),))) == "hier"


def test_nested_inlines_lists_and_tables() -> None:
    inlines = (Strong((Plain("a"), Emphasis((Plain("b"),)))), LineBreak(), Plain("c"))
    assert str(writer().inline(inlines)) == "<strong>a<em>b</em></strong><br>c"
    assert str(writer().prose((samples.bullets("een", "twee"),))) == "<ul><li>een</li><li>twee</li></ul>"
    table = str(writer().prose((Table(((Plain('kop "1"'),),), (((Plain("cel"),),),)),)))
    assert '<th scope="col">kop &#34;1&#34;</th>' in table
    assert '<td data-label="kop &#34;1&#34;">cel</td>' in table


def test_a_picture_keeps_its_room_before_it_loads() -> None:
    data = (ROOT / "tests/courses/handhygiene/slides/handhygiene/druppel.png").read_bytes()
    made = Writer("casussen/x.html", {}, {}, {"druppel.png": Media("druppel.png", data, 8, 6)})
    html = str(made.prose((Picture("druppel.png", 'een "druppel"', Span("a")),)))
    assert 'src="../media/druppel.png" alt="een &#34;druppel&#34;"' in html
    assert 'width="8" height="6"' in html


def test_prose_has_no_empty_lines(trainer: dict[str, str]) -> None:
    assert "\n\n" not in str(writer().prose((*samples.say("a"), samples.bullets("b"), *samples.say("c"))))


@pytest.mark.parametrize("text", ["*a* _b_ `c` [d](e) {: .f }", "1. a", "# a", "a\n## b", "$x$ :smile: ==y== ~z~"])
def test_a_heading_gives_no_sign_a_meaning(text: str) -> None:
    assert not set(str(heading_text(text))) & set("*_`[]{}()$~\n")


def test_short_words_with_a_hyphen_stay_whole() -> None:
    assert str(heading_text("in-uit")) == '<span class="whole">in&#45;uit</span>'
    assert "whole" not in str(heading_text("een-veel-te-lang-samengesteld-woord"))


# --- numbers -----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("value", "text"), [("0.5", "0,5 minuten"), ("1", "1 minuut"), ("10", "10 minuten"), ("120.0", "120 minuten")]
)
def test_minutes(value: str, text: str) -> None:
    assert clock.format_minutes(Decimal(value)) == text


# --- the page above, the configuration ---------------------------------------------------------------------------


def test_the_page_above_the_courses() -> None:
    twee = Listing("deelnemer", "twee", "Twee", "", (), "feiten.html#lijn")
    lines = [Listing("deelnemer", "een", "Eén <b>", "Kort & goed.", ()), twee]
    page = site.index_page(lines, Audience.PARTICIPANT).decode()
    assert '<a href="een/index.html">Eén &lt;b&#62;</a>' in page
    assert '<a href="twee/index.html">Twee</a>' in page
    assert '<a class="help" href="twee/feiten.html#lijn">Hulp</a>' in page
    assert "Kort &amp; goed." in page
    assert "Content-Security-Policy" in page
    assert "rainer" not in page
    assert "niet projecteren" in site.index_page(lines, Audience.TRAINER).decode()


def test_the_author_s_look_is_kept_and_not_changed(course: Course) -> None:
    before = yaml.safe_dump(SETTINGS)
    own = {**SETTINGS, "copyright": "van ons", "extra_css": ["eigen.css"]}
    settings = project(course, Audience.TRAINER, own)
    assert settings["copyright"] == "van ons"
    assert settings["extra_css"] == ["eigen.css"]
    assert settings["extra"]["lok"]["styles"] == ["site.css", "trainer/trainer.css"]
    assert settings["plugins"] == [], "the search is ours"
    assert settings["use_directory_urls"] is False
    assert "site_url" not in settings
    assert yaml.safe_dump(SETTINGS) == before
    assert yaml.safe_load(yaml.safe_dump(settings)) == settings


def test_the_address_of_a_course(course: Course) -> None:
    settings = project(replace(course, address="https://lok.example/x"), Audience.PARTICIPANT)
    assert settings["site_url"] == "https://lok.example/x/handhygiene/"


def test_courses_share_their_assets_and_a_pack_holds_its_own(course: Course) -> None:
    evening = Evening(date(2026, 12, 1), time(20), "Aalst", "", ("", ""), 12, Span("avonden.csv"))
    for alone, folder in ((course, "../assets"), (replace(course, evening=evening), "assets")):
        tree, settings = config.project(alone, Audience.TRAINER, (), SETTINGS)
        assert settings["extra"]["lok"]["assets"] == folder == addresses.assets(alone)
        assert ("paginas/assets/site.css" in tree) is (folder == "assets")


def test_a_title_in_another_language_says_so(course: Course) -> None:
    source = replace(course.references[0], language="en")
    page = pages(replace(course, references=(source,)), Audience.PARTICIPANT)["bronnen.md"]
    assert page.count('<div lang="en">') == 1
    assert page.index('<div lang="en">') < page.index("volledige tekst")


def test_a_look_that_is_no_mapping() -> None:
    with pytest.raises(SettingsError, match="geen instellingen"):
        read_settings("- a\n- b\n")


def test_styles_hold_the_colours_of_both_schemes_and_only_our_fonts() -> None:
    style = next(item.data.decode() for item in site.assets(Audience.PARTICIPANT) if item.path == "assets/site.css")
    first = site.first_style().decode()
    light, dark = first.split("@media (prefers-color-scheme:dark)", 1)
    assert all(re.search(f"--{name}:#{value}[;}}]", light) for name, value in palette.LIGHT.items())
    assert all(re.search(f"--{name}:#{value}[;}}]", dark) for name, value in palette.DARK.items())
    names = {item.path.removeprefix("assets/") for item in site.assets(Audience.PARTICIPANT)}
    assert set(re.findall(r'url\("([^"]+)"\)', style)) <= names
    assert "@import" not in style + first
    assert "url(" not in first, "what stands in a page does not know how deep that page is"


def test_every_own_kind_of_link_has_a_place(course: Course) -> None:
    assert {target.partition(":")[0] for target in addresses.places(course)} == set(LINK_KINDS)
