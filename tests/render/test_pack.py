"""Packs for one evening: complete, real times and names inside, the same twice, and made without doing things again."""

from __future__ import annotations

import contextlib
import io
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from hashlib import sha256
from pathlib import Path
from zipfile import ZipFile

import pypdfium2
import pytest
import vobject
from click.testing import CliRunner, Result
from pptx import Presentation

from lok import store
from lok.cli import main
from lok.publish import engine
from lok.typesetting import press
from projects import ROOT, SECOND, SESSION, SHEET, SPEAKERS, edit, put, tiny, tiny_for

Run = Callable[..., Result]
EVENING = (
    "handhygiene", "--datum", "10/12/2026", "--aanvang", "23:50", "--plaats", "De Kring", "--lok", "LOK Lier",
    "--duo", "verpleegkundige=An", "--duo", "hygiënist=Jan", "--deelnemers", "14",
)  # fmt: skip
NAME = "pakketten/handhygiene-2026-12-10-lok-lier.zip"
BEGIN, INVITATION = "01-begin-hier.html", "02-uitnodiging.ics"
DECK, SCREEN = "03-presentatie-TONEN.pptx", "04-spreekscherm.html"
FRONT = [BEGIN, INVITATION, DECK, SCREEN, "05-accreditatieblad-1x.pdf"]
FRONT += ["06-draaiboek-2x.pdf", "07-script-verpleegkundige-1x.pdf"]
FRONT += ["08-script-hygienist-1x.pdf", "09-voor-jullie-twee-1x.pdf", "10-voor-elke-deelnemer-14x.pdf"]
RUN_SHEET = FRONT[5]


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Run:
    """Run `lok pack` in a copy of the tiny course."""
    monkeypatch.chdir(tiny(tmp_path))

    def pack(*arguments: str) -> Result:
        result = CliRunner().invoke(main, ["pack", *arguments])
        assert result.exception is None or isinstance(result.exception, SystemExit), result.exception
        return result

    return pack


def opened(name: str | Path = NAME) -> dict[str, bytes]:
    with ZipFile(name) as archive:
        assert archive.testzip() is None
        return {path: archive.read(path) for path in archive.namelist()}


def text(pdf: bytes) -> str:
    return "\n".join(page.get_textpage().get_text_range() for page in pypdfium2.PdfDocument(pdf))


def first_slide(deck: bytes) -> str:
    slide = Presentation(io.BytesIO(deck)).slides[0]
    return "\n".join(shape.text_frame.text for shape in slide.placeholders).replace("\u00a0", " ")


def table(name: str, *lines: str) -> None:
    Path(name).write_text("\n".join(lines), encoding="cp1252")


@pytest.fixture(scope="module")
def evening(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The pack of `EVENING`, made once."""
    with contextlib.chdir(tiny(tmp_path_factory.mktemp("evening"))):
        result = CliRunner().invoke(main, ["pack", *EVENING])
        assert result.exit_code == 0, result.output
        return Path(NAME).resolve()


@pytest.fixture(scope="module")
def pack(evening: Path) -> Mapping[str, bytes]:
    return opened(evening)


def test_what_is_needed_first_stands_on_top(pack: Mapping[str, bytes]) -> None:
    assert sorted(path for path in pack if "/" not in path)[: len(FRONT)] == FRONT
    assert {"meer/index.html", "meer/downloads/handhygiene-hygienist.pptx", "meer/begin.css"} <= set(pack)
    assert any(path.endswith(".mp3") for path in pack)


def invited(files: Mapping[str, bytes]) -> str:
    return str(vobject.readOne(files[INVITATION].decode()).vevent.description.value)


def test_the_first_step_mails_the_invitation_with_what_to_read(run: Run) -> None:
    edit(Path(), SESSION, "bundel duo:", "vooraf lezen: vijf-momenten, stellingen\nmeenemen: een horloge\nbundel duo:")
    assert run(*EVENING, "--licht").exit_code == 0
    files, own, bundled = opened(), "14-vijf-momenten-7x.pdf", "meer/downloads/stellingen-a4.pdf"
    first = files[BEGIN].decode().partition("<h2>1.")[2].partition("<li>")[2].partition("</li>")[0]
    assert re.findall(r'href="([^"]+)"', first) == [INVITATION, own, bundled]
    assert {own, bundled} <= set(files)
    assert "- De vijf momenten (bijlage 14-vijf-momenten-7x.pdf)\n- " in invited(files)
    assert " (bijlage stellingen-a4.pdf)\n\nBreng mee:\n- een horloge" in invited(files)
    edit(Path(), SESSION, "bundel duo:", "adres: https://lok.voorbeeld.be\nbundel duo:")
    assert run(*EVENING, "--licht").exit_code == 0
    files = opened()
    assert bundled not in files[BEGIN].decode()
    assert "- De vijf momenten: https://lok.voorbeeld.be/handhygiene/bladen/vijf-momenten.html" in invited(files)


@pytest.mark.parametrize("speakers", [1, 4])
def test_a_pack_fits_how_many_speak(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, speakers: int) -> None:
    monkeypatch.chdir(tiny_for(tmp_path, speakers))
    names = dict(zip(SPEAKERS, ("Annemarie", "Maximiliaan", "Bo", "Charlotte"), strict=True))
    given = [part for role in SPEAKERS[:speakers] for part in ("--sprekers", f"{role}={names[role]}")]
    result = CliRunner().invoke(main, ["pack", "handhygiene", "--datum", "10/12/2026", "--aanvang", "20:00", *given])
    assert (result.exit_code, "fout" in result.output) == (0, False), result.output
    files = opened("pakketten/handhygiene-2026-12-10.zip")
    front = {path for path in files if "/" not in path}
    assert {
        f"06-draaiboek-{speakers}x.pdf",
        f"{7 + speakers:02}-voor-{'jou' if speakers == 1 else 'jullie'}-1x.pdf",
    } <= front
    assert len([path for path in front if "-script-" in path]) == speakers
    begin = files[BEGIN].decode()
    assert all(f"{role}: {names[role]}" in begin for role in SPEAKERS[:speakers])
    assert not re.search(r"jullie twee|het duo" + ("|jullie" if speakers == 1 else ""), begin, re.IGNORECASE)
    told = first_slide(files[DECK])
    assert all(names[role] in told and role in told for role in SPEAKERS[:speakers])


def test_a_pdf_of_others_is_in_a_light_pack_for_who_wants_it(run: Run) -> None:
    folder = ROOT / "tests" / "mistakes" / "pdf-ontoegankelijk" / "input" / "content" / "bladen" / "folder.pdf"
    put(Path(), {"content/bladen/folder.pdf": folder.read_bytes()})
    edit(Path(), SHEET, "\n## ", "\n[Stap voor stap](folder.pdf)\n\n## ")
    assert run(*EVENING, "--licht").exit_code == 0
    files = opened()
    [name] = [path for path in files if path.endswith("-folder.pdf")]
    assert files[name] == folder.read_bytes()
    row = files[BEGIN].decode().partition(f'href="{name}"')[2].partition("</tr>")[0]
    assert "Stap voor stap" in row
    assert "naar wens" in row


def test_names_place_and_real_times_are_inside(pack: Mapping[str, bytes]) -> None:
    for path in (DECK, "meer/downloads/handhygiene-hygienist.pptx"):
        first = first_slide(pack[path])
        assert "An\nverpleegkundige" in first
        assert "Jan\nhygiënist" in first
        assert "Donderdag 10 december 2026, 23:50\nLOK Lier, De Kring" in first
    sheet = text(pack[RUN_SHEET])
    assert "verpleegkundige: An" in sheet
    assert "hygiënist: Jan" in sheet
    assert "23:50" in sheet
    assert "0:20" in sheet, "the evening ends after midnight"
    assert "(Jan)" in text(pack["meer/downloads/script-hygienist-a4.pdf"])
    begin = pack[BEGIN].decode()
    assert "10 december 2026, 23:50" in begin
    assert "verpleegkundige: An, hygiënist: Jan" in begin


def test_the_first_page_leads_only_to_what_is_there(pack: Mapping[str, bytes]) -> None:
    begin = pack[BEGIN].decode()
    targets = [part.split('"')[0] for part in begin.split('href="')[1:]]
    assert len(targets) >= 5
    assert set(targets) <= set(pack)


def test_the_first_page_says_of_each_paper_for_whom_it_is(run: Run) -> None:
    edit(Path(), SHEET, "uitdelen: 1 per deelnemer", "uitdelen: 3 voor de groep, voor wie het vraagt")
    edit(Path(), SECOND, "vijf-momenten, 1 per twee", "vijf-momenten")
    assert run(*EVENING, "--licht").exit_code == 0
    begin = opened()[BEGIN].decode()
    assert "De vijf momenten · voor wie het vraagt, bij slide " in begin
    assert re.search(r"<li>Stemkaarten[^<]* · 1 per deelnemer, bij slide \d+</li>", begin)


def test_papers_are_counted_for_the_people_who_come(pack: Mapping[str, bytes]) -> None:
    page = pack["meer/index.html"].decode()
    assert re.findall(r'id="copies-people"[^>]* value="(\d+)"', page) == ["14"]
    assert re.findall(r"<span data-people[^>]*>(\d+)</span>", page) == ["14"]


def test_checksums_name_every_file(pack: Mapping[str, bytes]) -> None:
    sums = pack["meer/controlesommen.txt"].decode()
    told = {path: digest for digest, path in (line.split("  ", 1) for line in sums.splitlines())}
    assert told == {path: sha256(data).hexdigest() for path, data in pack.items() if path != "meer/controlesommen.txt"}


def test_the_same_evening_gives_the_same_bytes(run: Run, evening: Path) -> None:
    run(*EVENING, "--uit", "elders")
    assert Path(NAME.replace("pakketten", "elders")).read_bytes() == evening.read_bytes()


def test_a_light_pack_has_the_screen_beside_the_projector_and_no_website(run: Run) -> None:
    result = run(*EVENING, "--licht")
    assert result.exit_code == 0, result.output
    files = opened()
    assert {path for path in files if path.endswith((".html", ".js"))} == {BEGIN, SCREEN}
    assert "het spreekscherm wel" in files[BEGIN].decode()
    assert len({sha256(data).digest() for data in files.values()}) == len(files), "no file is in it twice"


def test_a_file_describes_the_evening_as_well(run: Run, evening: Path) -> None:
    keys = "sessie: handhygiene\ndatum: 10/12/2026\naanvang: 23u50\nplaats: De Kring\nlok: LOK Lier\nduo:\n"
    Path("avond.md").write_text(f"---\n{keys}  - verpleegkundige: An\n  - hygiënist: Jan\ndeelnemers: 14\n---\n")
    assert run("avond.md").exit_code == 0
    assert Path(NAME).read_bytes() == evening.read_bytes()


def test_a_fact_that_expires_before_the_evening_is_a_warning(run: Run) -> None:
    later = ("handhygiene", "--datum", "10/12/2099", "--aanvang", "20:00", "--licht")
    result = run(*later)
    assert result.exit_code == 0
    assert "waarschuwing[feit-verlopen]" in result.output
    assert run(*later, "--strict").exit_code == 1


def test_every_mistake_in_a_table_is_told_and_nothing_is_written(run: Run) -> None:
    rows = ["31/02/2027;20:00;An;12", "1/3/2027;20:00;An;12", "2/3/2027;laat;An;veel"]
    table("avonden.csv", "datum;aanvang;verpleegkundige;deelnemers", *rows)
    result = run("handhygiene", "--lijst", "avonden.csv")
    assert result.exit_code == 1
    for place in ("avonden.csv:2:1: fout[datum", "avonden.csv:4:10: fout[uur", "avonden.csv:4:18: fout[getal"):
        assert place in result.output
    assert not Path("pakketten").exists()


def test_two_rows_of_one_evening_are_a_mistake(run: Run) -> None:
    table("avonden.csv", "datum;aanvang;lok", "1/3/2027;20:00;A", "1/3/2027;20:30;a")
    result = run("handhygiene", "--lijst", "avonden.csv")
    assert result.exit_code == 1
    assert "avonden.csv:3:1: fout[avond-dubbel]" in result.output


def counted_jobs(monkeypatch: pytest.MonkeyPatch) -> list[press.Job]:
    """Every job that is laid out from now on, and not found again."""
    jobs = list[press.Job]()
    lay_out = press._laid_out

    def counted(asked: Sequence[press.Job]) -> Iterator[press.Pressed]:
        jobs.extend(asked)
        return lay_out(asked)

    monkeypatch.setattr(press, "_laid_out", counted)
    return jobs


def test_only_what_differs_is_made_again(run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(store.PLACE, str(tmp_path / "kept"))
    sites: list[object] = []
    build = engine.build

    def counted(*given: object) -> Mapping[str, bytes]:
        sites.append(given)
        return build(*given)  # type: ignore[arg-type]

    monkeypatch.setattr(engine, "build", counted)
    run("handhygiene", "--datum", "1/2/2027", "--aanvang", "20:00")
    laid_out = counted_jobs(monkeypatch)
    table("avonden.csv", "datum;aanvang;lok", *(f"{day}/3/2027;20:00;LOK {day}" for day in range(1, 4)))
    assert run("handhygiene", "--lijst", "avonden.csv").exit_code == 0
    assert len(list(Path("pakketten").glob("*.zip"))) == 4
    dated = ("accreditatieblad", "draaiboek", "script", "script", "bundel-sprekers", "kaarten")
    assert len(sites) == 1, "on another day the same site, which is kept"
    assert 0 < len(laid_out) <= 3 * len(dated)
    table("avonden.csv", "datum;aanvang;deelnemers", "1/4/2027;20:00;8", "2/4/2027;20:00;14", "3/4/2027;20:00;8")
    assert run("handhygiene", "--lijst", "avonden.csv").exit_code == 0
    assert len(sites) == 3, "one more for each number of people"


def test_a_pack_needs_a_session_and_one_way_to_say_when(run: Run) -> None:
    Path("avond.md").write_text("---\nsessie: handhygiene\n---\n")
    assert "niet met twee ervan" in run("avond.md", "--datum", "1/3/2027").output
    missing = run("avond.md")
    assert missing.exit_code == 1
    assert 'fout[sleutel-ontbreekt]: "datum:"' in missing.output
    assert '"aanvang:" ontbreekt' in missing.output


def test_where_nobody_knows_how_many_come_the_page_says_one_for_each(run: Run) -> None:
    result = run("handhygiene", "--datum", "10/12/2026", "--aanvang", "20:00", "--licht")
    assert result.exit_code == 0, result.output
    [name] = Path("pakketten").glob("*.zip")
    files = opened(name)
    assert any(path.endswith("-voor-elke-deelnemer.pdf") for path in files)
    begin = files[BEGIN].decode()
    assert ">1 per deelnemer</td>" in begin
    assert "Eén deelnemer" not in begin
    assert not any("-0x" in path for path in files)


# --- a shorter evening -------------------------------------------------------------------------------------------

SHORT = ("handhygiene", "--datum", "10/12/2099", "--aanvang", "20:00", "--licht", "--duur")


def test_a_pack_lasts_as_long_as_is_asked(run: Run) -> None:
    result = run(*SHORT, "28,5 minuten")
    assert result.exit_code == 0, result.output
    assert "  28,5 minuten in plaats van 30 (1,5 minuten gewonnen):\n  slide 10, " in result.output
    assert "gaat weg, wint 1 minuut\n" in result.output
    assert "1 in plaats van 1,5 minuten; valt weg: de laatste twee rijen" in result.output
    files = opened("pakketten/handhygiene-2099-12-10.zip")
    begin = files[BEGIN].decode().replace("\u00a0", " ")
    for label, told in (("Duur", "28,5 minuten in plaats van 30"), ("Weggelaten", "slide 10"), ("Ingekort", "slide 9")):
        assert f"<dt>{label}</dt><dd>{told}</dd>" in begin
    hidden = [slide._element.get("show") for slide in Presentation(io.BytesIO(files[DECK])).slides]
    assert [n for n, show in enumerate(hidden, 1) if show] == [10]
    assert "20:28" in text(files[RUN_SHEET])
    assert b"\r\nDTEND:20991210T192800Z\r\n" in files[INVITATION]


def test_evenings_of_a_table_have_a_length_of_their_own(run: Run) -> None:
    table("avonden.csv", "datum;aanvang;lok;duur", "1/3/2099;20:00;A;29", "2/3/2099;20:00;B;", "3/3/2099;20:00;C;29")
    result = run("handhygiene", "--lijst", "avonden.csv", "--licht")
    assert result.exit_code == 0, result.output
    assert result.output.count("29 minuten in plaats van 30") == 2
    hidden = []
    for day, group in ((1, "a"), (2, "b"), (3, "c")):
        deck = opened(f"pakketten/handhygiene-2099-03-0{day}-{group}.zip")[DECK]
        hidden.append(sum(slide._element.get("show") == "0" for slide in Presentation(io.BytesIO(deck)).slides))
    assert hidden == [1, 0, 1]


def test_an_evening_that_cannot_be_that_short_says_how_short_it_can_be(run: Run) -> None:
    result = run(*SHORT, "20")
    assert result.exit_code == 1
    assert "--duur:1:1: fout[avond-te-kort]: in 20 minuten kan deze sessie niet" in result.output
    assert "je kunt tot 28,5 minuten inkorten; daarvoor moet slide 10 weg en moet slide 9 korter" in result.output
    assert "vraag 28,5 minuten" in result.output
    assert not Path("pakketten").exists()
    assert "--duur:1:1: fout[getal-ongeldig]" in run(*SHORT, "kort").output
    longer = run(*SHORT, "45")
    assert longer.exit_code == 0
    assert "--duur:1:1: waarschuwing[avond-langer]: de sessie duurt 30 minuten" in longer.output
    assert "in plaats van" not in longer.output


def test_the_file_of_an_evening_can_be_checked(run: Run) -> None:
    Path("avond.md").write_text("---\nsessie: handhygiene\ndatum: 10/12/2099\naanvang: 20:00\nduur: 29\n---\n")
    checked = CliRunner().invoke(main, ["check", "avond.md"])
    assert checked.exit_code == 0, checked.output
    assert "29 minuten in plaats van 30 (1 minuut gewonnen):" in checked.output
    assert not Path("pakketten").exists()
    Path("avond.md").write_text("---\nsessie: handhygiene\ndatum: 10/12/2099\naanvang: 20:00\nduur: 9\n---\n")
    wrong = CliRunner().invoke(main, ["check", "avond.md"])
    assert wrong.exit_code == 1
    assert "avond.md:5:7: fout[avond-te-kort]" in wrong.output
