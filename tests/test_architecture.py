"""The house keeps its shape: imports go one way, one room prints, one writes, and none knows a course."""

import ast
import importlib
import re
import sys
import tomllib
from collections.abc import Callable, Iterator, Sequence
from functools import cache
from graphlib import CycleError, TopologicalSorter
from importlib.metadata import packages_distributions
from pathlib import Path
from typing import TypeVar

from projects import ROOT

Thing = TypeVar("Thing")
LOK = ROOT / "generator" / "lok"
MODULES = sorted(LOK.rglob("*.py"))
LAYERS = (
    {"words", "archive", "store", "processes"},
    {"model"},
    {"problems"},
    {"design"},
    {"derive", "typesetting"},
    {"session"},
    {"read", "slides", "render.html", "render.contract", "render.paper.nodes"},
    {"exercises", "view"},
    {"slides.registry"},
    {"read.exercises", "read.slides", "slides.compose"},
    {"read.agenda", "read.shared", "render.paper", "render.invitation"},
    {
        "read.course",
        "importing",
        "check",
        "publish",
        "start",
        *(f"render.{name}" for name in ("deck", "picture", "prompter", "site", "pack", "word")),
    },
    {"render.renderers", "load"},
    {"build", "returning", "proof"},
    {"packs", "judge", "kept"},
    {"live", "api"},
    {"cli"},
    {"__main__"},
)
"""From low to high: a room imports from itself and from lower layers; rooms of one layer do not know each other.

A room is a folder or module of lok with all below it, except what is named on its own: `read` are the tools to read
with, which the kinds of exercise use too; `read.course` walks the kinds.
"""
WRITERS = {
    "write",
    "swap",
    "disk",
    "engine",
    "unforeseen",
    "store",
}
"""What writes; `unforeseen` a report of an error, in the temporary folder, `store` what can be made again."""
WRITING = {"write_text", "write_bytes", "mkdir", "makedirs", "rename", "unlink", "rmtree", "rmdir", "touch", "copytree"}
WRITING |= {"TemporaryDirectory", "mkdtemp", "NamedTemporaryFile", "symlink_to", "chmod"}
COURSE_WORDS = "burn ?-?out|overspanning|jeroen|mano[eë]lle|dagmar|noémie|psycholoog|psychologen|arts|artsen"
COURSE_WORDS += (
    "|huisarts|zelfmoord\\w*|handhygi[eë]ne|verpleegkundige|hygiënist|energievreters|weerstand|kop-model|bat"
)
COURSE_WORDS += (
    "|werkdruk|werkplezier|gesprekskaart|greet|bilal|nadia|kce|praktijkassistente?|leidinggevende|medewerker"
)
TEXTS = {".py", ".j2", ".html", ".typ", ".yml", ".po", ".css", ".js", ".svg", ".json", ".md"}


def name(path: Path) -> str:
    return path.relative_to(LOK).with_suffix("").as_posix().removesuffix("/__init__").replace("/", ".")


NAMES = {name(path) for path in MODULES}


@cache
def parsed(path: Path) -> ast.Module:
    return ast.parse(path.read_text(encoding="utf-8"))


def imported(path: Path) -> set[str]:
    """The modules of lok that a module imports, as `view` or `render.site.pages`."""
    found = set()
    for node in ast.walk(parsed(path)):
        if isinstance(node, ast.ImportFrom) and (node.module or "").split(".")[0] == "lok":
            below = (node.module or "").removeprefix("lok").lstrip(".")
            inner = {f"{below}.{alias.name}".lstrip(".") for alias in node.names}
            found |= inner & NAMES if inner & NAMES else {below}
        elif isinstance(node, ast.Import):
            found |= {alias.name.removeprefix("lok.") for alias in node.names if alias.name.startswith("lok.")}
    return found


def outside(path: Path) -> set[str]:
    """What a module imports, by the first of its names: `click`, `json`, `lok`."""
    nodes = list(ast.walk(parsed(path)))
    names = [alias.name for node in nodes if isinstance(node, ast.Import) for alias in node.names]
    names += [node.module or "" for node in nodes if isinstance(node, ast.ImportFrom)]
    return {each.partition(".")[0] for each in names}


@cache
def graph() -> dict[str, set[str]]:
    """What each module imports of the others."""
    return {name(path): imported(path) for path in MODULES}


PACKAGES = {name(path) for path in MODULES if path.name == "__init__.py"}


def layer(module: str) -> tuple[int, str]:
    """The height of a module and its room, the nearest that a layer names. Raises ValueError where none does."""
    found = (
        (height, room)
        for height, rooms in enumerate(LAYERS)
        for room in rooms
        if module == room or module.startswith(f"{room}.")
    )
    return max(found, key=lambda each: len(each[1]))


def test_the_graph_is_read() -> None:
    assert {"read.scan", "problems"} <= graph()["read.headings"]
    assert any(module.startswith("render.") for module in graph()["build"])


def test_every_module_has_a_layer_and_every_layer_a_module() -> None:
    named = {layer(module)[1] for module in graph() if module not in PACKAGES or module in set().union(*LAYERS)}
    assert named == set().union(*LAYERS)


def test_every_package_that_is_imported_is_asked_for() -> None:
    """What only the tests ask for is absent where lok alone is installed."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    asked = {re.split(r"[<>=!~ ]", each, maxsplit=1)[0].casefold() for each in project["dependencies"]}
    found = {each for path in MODULES for each in outside(path)} - sys.stdlib_module_names - {"lok"}
    providers = packages_distributions()
    assert {"click", "typst"} <= found
    assert [each for each in sorted(found) if not asked & {name.casefold() for name in providers[each]}] == []


def circle(modules: dict[str, set[str]]) -> list[str]:
    """Modules that lead back to the first of them; none where all imports can be followed to an end."""
    try:
        TopologicalSorter(modules).prepare()
    except CycleError as wrong:
        return list(wrong.args[1])
    return []


def test_no_module_leads_back_to_itself() -> None:
    assert circle(graph()) == []
    assert set(circle({**graph(), "words": {"build"}})) >= {"words", "build"}


def for_each(things: Sequence[Thing]) -> Callable[[Callable[[Thing], None]], Callable[[], None]]:
    """One test for many files, which names all that fail and what each has: a test for every file costs far more."""

    def together(test: Callable[[Thing], None]) -> Callable[[], None]:
        def run() -> None:
            wrong = {}
            for thing in things:
                try:
                    test(thing)
                except AssertionError as failed:
                    wrong[str(thing)] = str(failed)
            assert wrong == {}

        run.__name__, run.__doc__ = test.__name__, test.__doc__
        return run

    return together


@for_each(sorted(NAMES))
def test_imports_go_down(module: str) -> None:
    below = {other: layer(other) for other in graph()[module]}
    height, room = layer(module) if below else (0, "")
    assert {other for other, found in below.items() if found[1] != room and found[0] >= height} == set()


@for_each(MODULES)
def test_modules_and_functions_fit_on_a_screen(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    functions = (node for node in ast.walk(parsed(path)) if isinstance(node, ast.FunctionDef))
    long = [node.name for node in functions if (node.end_lineno or 0) - node.lineno >= 40]
    assert (long, text.count("\n") <= 300) == ([], True)


@for_each(MODULES)
def test_what_is_public_says_what_it_is(path: Path) -> None:
    """Modules, classes, functions and methods whose names, and those around them, have no underscore in front.

    Exempt are functions inside functions, stubs of a protocol (body `...`), and what a base class has already.
    """
    tree = ast.parse(path.read_text(encoding="utf-8"))
    silent = [each for each, node in _public(tree) if not ast.get_docstring(node) and not _is_stub(node)]
    assert [each for each in silent if not _is_inherited(path, each)] == []
    assert ast.get_docstring(tree)


@for_each(MODULES)
def test_what_raises_says_so(path: Path) -> None:
    """After the word Raises, by name; private functions too. Exempt are commands: users read their docstring."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    classes = [node for node in tree.body if isinstance(node, ast.ClassDef)]
    functions = [node for body in (tree, *classes) for node in body.body if isinstance(node, ast.FunctionDef)]
    untold = {node.name: _raised(node) - _told(node) for node in functions if not _is_command(node)}
    assert {each: kinds for each, kinds in untold.items() if kinds} == {}


def test_the_docstrings_are_read() -> None:
    source = (
        "class A:\n def f(self): raise x.E('')\n def _g(self): pass\ndef h():\n 'Raises E.'\n raise E\ndef _i(): pass"
    )
    tree = ast.parse(source)
    found = dict(_public(tree))
    assert list(found) == ["A", "A.f", "h"]
    assert [_raised(found[each]) - _told(found[each]) for each in ("A.f", "h")] == [{"E"}, set()]
    assert _is_inherited(LOK / "publish" / "markup.py", "Markup.handle_data")
    assert not _is_inherited(LOK / "publish" / "markup.py", "Markup.new")


Documented = ast.ClassDef | ast.FunctionDef


def _public(tree: ast.Module | ast.ClassDef, above: str = "") -> Iterator[tuple[str, Documented]]:
    for node in tree.body:
        if isinstance(node, Documented) and not node.name.startswith("_"):
            yield above + node.name, node
            if isinstance(node, ast.ClassDef):
                yield from _public(node, f"{above}{node.name}.")


def _is_stub(node: Documented) -> bool:
    return ast.unparse(node.body[-1]) == "..."


def _is_inherited(path: Path, public: str) -> bool:
    of_class, _, method = public.rpartition(".")
    found = getattr(importlib.import_module(f"lok.{name(path)}"), of_class, None) if of_class else None
    return any(hasattr(base, method) for base in (found.__bases__ if isinstance(found, type) else ()))


def _is_command(node: ast.FunctionDef) -> bool:
    return any(ast.unparse(each).partition("(")[0].endswith((".command", ".group")) for each in node.decorator_list)


def _raised(node: Documented) -> set[str]:
    """The names of what it raises, without their module; what it only lets through has none."""
    found = (each.exc for each in ast.walk(node) if isinstance(each, ast.Raise) and each.exc)
    return {ast.unparse(each.func if isinstance(each, ast.Call) else each).rpartition(".")[2] for each in found}


def _told(node: Documented) -> set[str]:
    return set(re.findall(r"\w+", (ast.get_docstring(node) or "").partition("Raises")[2]))


@for_each(MODULES)
def test_only_cli_prints_stops_and_asks_the_date(path: Path) -> None:
    calls = {ast.unparse(node.func) for node in ast.walk(parsed(path)) if isinstance(node, ast.Call)}
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
    assert wrong == set() or name(path).split(".")[0] == "cli"


@for_each(MODULES)
def test_only_these_write(path: Path) -> None:
    found = set(_writing(parsed(path)))
    assert found == set() or path.stem in WRITERS


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


@for_each([path for path in sorted(LOK.rglob("*")) if path.suffix in TEXTS])
def test_no_word_of_a_course(path: Path) -> None:
    text = path.read_text(encoding="utf-8").lower()
    assert {match.group() for match in re.finditer(rf"(?<!\w)(?:{COURSE_WORDS})(?!\w)", text)} == set()
