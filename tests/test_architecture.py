"""The house keeps its shape: imports go one way, one room prints, two write, and none knows a course."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from projects import ROOT

LOK = ROOT / "generator" / "lok"
MODULES = sorted(LOK.rglob("*.py"))
RENDERERS = {"site", "deck", "paper", "picture", "prompter"}
"""What makes an output; none imports another."""
CORE = {"source", "text", "kinds", "model", "problem", "format", "numbers", "chart_rules", "prose"}
READING = {"fields", "outline", "pitfalls", "files", "load", "load_pages", "load_exercises", "load_slides"}
CHECKING = {"check", "check_time", "view"}
FINISHED = {"guard", "pdf_text", "write", "engine", "finish"}
TOP = {"build", "cli", "serve"}
WRITERS = {"write", "engine"}
WRITING = {"write_text", "write_bytes", "mkdir", "makedirs", "rename", "unlink", "rmtree", "rmdir", "touch", "copytree"}
WRITING |= {"TemporaryDirectory", "mkdtemp", "NamedTemporaryFile", "symlink_to", "chmod"}
COURSE_WORDS = "burn ?-?out|overspanning|jeroen|mano[eë]lle|dagmar|noémie|psycholoog|psychologen|batterij|arts|artsen"
COURSE_WORDS += (
    "|huisarts|zelfmoord\\w*|handhygi[eë]ne|verpleegkundige|hygiënist|energievreters|weerstand|kop-model|bat"
)
COURSE_WORDS += (
    "|werkdruk|werkplezier|gesprekskaart|greet|bilal|nadia|kce|praktijkassistente?|leidinggevende|medewerker"
)
TEXTS = {".py", ".j2", ".html", ".typ", ".yml", ".po", ".css", ".js", ".svg", ".json", ".md"}


def imported(path: Path) -> set[str]:
    """The modules of lok that a module imports, as `load` or `render.site`."""
    found = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.ImportFrom) and (node.module or "").split(".")[0] == "lok":
            below = (node.module or "").removeprefix("lok").lstrip(".")
            found |= (
                {below}
                if below and below != "render"
                else {".".join(filter(None, (below, a.name))) for a in node.names}
            )
        elif isinstance(node, ast.Import):
            found |= {alias.name.removeprefix("lok.") for alias in node.names if alias.name.startswith("lok.")}
    return found


def name(path: Path) -> str:
    return path.relative_to(LOK).with_suffix("").as_posix().removesuffix("/__init__").replace("/", ".")


GRAPH = {name(path): imported(path) for path in MODULES}


def test_the_graph_is_read() -> None:
    assert {"source", "problem"} <= GRAPH["outline"]
    assert any(module.startswith("render.") for module in GRAPH["build"])


def test_no_module_leads_back_to_itself() -> None:
    def reached(module: str, seen: frozenset[str]) -> Iterator[str]:
        for other in GRAPH.get(module, set()) - seen:
            yield other
            yield from reached(other, seen | {other})

    assert [module for module in GRAPH if module in reached(module, frozenset())] == []


@pytest.mark.parametrize(
    ("rooms", "forbidden"),
    [
        (CORE, READING | CHECKING | FINISHED | TOP | {"layout", "render", "words"}),
        (READING, {"check", "check_time"} | FINISHED | TOP | {"layout", "render", "words"}),
        (CHECKING, READING | FINISHED | TOP | {"render"}),
        (FINISHED, READING | {"check", "check_time", "view"} | TOP | {"render", "layout"}),
        ({"layout", "forms"}, READING | CHECKING | FINISHED | TOP | {"render"}),
    ],
)
def test_imports_go_one_way(rooms: set[str], forbidden: set[str]) -> None:
    inside = [module for module in GRAPH if module.split(".")[0] in rooms]
    assert {module.split(".")[0] for module in inside} == rooms
    wrong = [(module, other) for module in inside for other in GRAPH[module] if other.split(".")[0] in forbidden]
    assert wrong == []


def test_renderers_know_neither_reading_nor_writing_nor_each_other() -> None:
    forbidden = READING | {"check", "check_time", "guard", "write", "engine", "finish"} | TOP
    for module in (module for module in GRAPH if module.startswith("render.")):
        assert {other for other in GRAPH[module] if other in forbidden} == set(), module
        if module.removeprefix("render.") in RENDERERS:
            assert not {f"render.{other}" for other in RENDERERS} & GRAPH[module], module


@pytest.mark.parametrize("path", MODULES, ids=name)
def test_only_cli_prints_stops_and_asks_the_date(path: Path) -> None:
    calls = {
        ast.unparse(node.func) for node in ast.walk(ast.parse(path.read_text("utf-8"))) if isinstance(node, ast.Call)
    }
    wrong = calls & {
        "print",
        "click.echo",
        "sys.exit",
        "exit",
        "date.today",
        "datetime.now",
        "datetime.today",
        "time.time",
    }
    assert wrong == set() or path.name == "cli.py"


@pytest.mark.parametrize("path", MODULES, ids=name)
def test_only_write_and_engine_write(path: Path) -> None:
    found = set(_writing(ast.parse(path.read_text(encoding="utf-8"))))
    assert found == set() or path.stem in WRITERS or (path.stem, found) == ("serve", {"TemporaryDirectory"})


def _writing(tree: ast.AST) -> Iterator[str]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Call):
            called = getattr(node.func, "attr", getattr(node.func, "id", ""))
            modes = [
                a.value
                for a in node.args
                if isinstance(a, ast.Constant) and a.value in ("w", "wb", "a", "ab", "x", "r+")
            ]
            if called in WRITING or (called == "open" and modes):
                yield called


@pytest.mark.parametrize(
    "path", [p for p in sorted(LOK.rglob("*")) if p.suffix in TEXTS], ids=lambda p: p.relative_to(LOK).as_posix()
)
def test_no_word_of_a_course(path: Path) -> None:
    text = path.read_text(encoding="utf-8").lower()
    assert {match.group() for match in re.finditer(rf"(?<!\w)(?:{COURSE_WORDS})(?!\w)", text)} == set()
