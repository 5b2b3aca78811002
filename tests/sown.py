"""Faults sown in `view`: every one-line mutant of its source, and a view that keeps one field that is for trainers."""

from __future__ import annotations

import ast
import types
from collections.abc import Callable, Iterator
from copy import deepcopy
from dataclasses import fields, is_dataclass, replace
from functools import partial
from importlib.machinery import ModuleSpec
from importlib.util import find_spec
from pathlib import Path
from typing import cast

from lok.model.audience import Audience
from lok.model.course import Course
from lok.model.walk import walk
from lok.view import view

View = Callable[[Course, Audience], Course]
SOURCE = Path(cast(str, cast(ModuleSpec, find_spec("lok.view")).origin)).read_text(encoding="utf-8")


def mutants() -> Iterator[tuple[str, Callable[[], View]]]:
    """Each place in the source of `view`, changed in one way: its line, what is done there, and what makes the view."""
    tree = ast.parse(SOURCE)
    for number, node in enumerate(ast.walk(tree)):
        for what, changed in _changes(node, _functions(tree)):
            name = f"{getattr(node, 'lineno', 0)}: {what}: {ast.unparse(node)[:60]}"
            yield name, partial(_mutant, tree, number, changed)


def _mutant(tree: ast.AST, number: int, changed: ast.AST) -> View:
    copy = deepcopy(tree)
    place = next(node for n, node in enumerate(ast.walk(copy)) if n == number)

    class Putter(ast.NodeTransformer):
        def visit(self, node: ast.AST) -> ast.AST:
            return changed if node is place else self.generic_visit(node)

    module = types.ModuleType("lok.view")
    exec(ast.unparse(ast.fix_missing_locations(Putter().visit(copy))), module.__dict__)
    return cast(View, module.view)


def _changes(node: ast.AST, functions: set[str]) -> Iterator[tuple[str, ast.AST]]:
    """What may stand in the place of one node."""
    if isinstance(node, ast.Call):
        yield from _calls(node, functions)
    elif isinstance(node, ast.GeneratorExp | ast.ListComp | ast.SetComp):
        source = node.generators[0]
        if source.ifs:
            loose = ast.comprehension(source.target, source.iter, [], source.is_async)
            yield "without filter", type(node)(node.elt, [loose, *node.generators[1:]])
    elif isinstance(node, ast.IfExp):
        yield from (("always", node.body), ("never", node.orelse))
    elif isinstance(node, ast.BoolOp):
        yield from ((f"only operand {n}", value) for n, value in enumerate(node.values))
    elif isinstance(node, ast.UnaryOp) and isinstance(node.op, ast.Not):
        yield "without not", node.operand
    elif isinstance(node, ast.Compare):
        yield from (("true", ast.Constant(True)), ("false", ast.Constant(False)))
    elif isinstance(node, ast.FunctionDef) and node.args.args and _returns(node):
        unchanged = ast.Return(ast.Name(node.args.args[0].arg, ast.Load()))
        yield "returns what it got", ast.FunctionDef(node.name, node.args, [unchanged], [], lineno=node.lineno)
    elif isinstance(node, ast.If | ast.For):
        yield "left out", ast.Pass()


def _calls(node: ast.Call, functions: set[str]) -> Iterator[tuple[str, ast.AST]]:
    """A call without one of its fields, or not done at all."""
    for keyword in node.keywords:
        kept = [one for one in node.keywords if one is not keyword]
        yield f"without {keyword.arg}", ast.Call(node.func, node.args, kept)
    name = node.func.id if isinstance(node.func, ast.Name) else ""
    if name == "map" and len(node.args) == 2:
        yield "not mapped", node.args[1]
    elif name in functions and node.args:
        yield "not called", node.args[0]


def _returns(node: ast.FunctionDef) -> bool:
    return any(isinstance(inner, ast.Return) for inner in ast.walk(node))


def _functions(tree: ast.AST) -> set[str]:
    return {node.name for node in ast.walk(tree) if isinstance(node, ast.FunctionDef)}


def keeping(kind: str, name: str) -> View:
    """A view that is right, but for one field of one kind of record, which it keeps."""

    def keeps(course: Course, audience: Audience) -> Course:
        own = {
            (type(record).__name__, record.span): getattr(record, name)
            for record in walk(course)
            if type(record).__name__ == kind
        }

        def kept(record: object) -> object:
            if isinstance(record, tuple):
                return tuple(map(kept, record))
            if not is_dataclass(record):
                return record
            changed = {one.name: kept(getattr(record, one.name)) for one in fields(record)}
            if type(record).__name__ == kind:
                changed[name] = own[kind, record.span]
            return replace(record, **changed)

        seen = kept(view(course, audience))
        assert isinstance(seen, Course)
        return seen

    return keeps
