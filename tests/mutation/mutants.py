"""Every change that mutmut makes in a module, and the module that holds them all behind switches."""

from __future__ import annotations

import ast
import hashlib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import libcst as cst
from libcst.metadata import MetadataWrapper, PositionProvider
from mutmut.mutation.file_mutation import (
    Mutation,
    combine_mutations_to_source,
    create_mutations,
    group_by_top_level_node,
)
from mutmut.mutation.trampoline_templates import trampoline_imports

THEIRS = trampoline_imports.strip()
OURS = "from tests.mutation.switch import MutantDict, switched as _mutmut_mutated"


@dataclass(frozen=True)
class Mutant:
    """One change. ``name`` is the function that holds it, ``line`` where it is in the source; ``ran`` are the lines of the
    mutated module of which one must run for the change to matter, ``within`` those of its whole function.
    ``key`` changes when the change or what surrounds it in its module does."""

    file: str
    name: str
    line: int
    was: str
    now: str
    ran: tuple[int, ...]
    within: tuple[int, int]
    key: str

    @property
    def module(self) -> str:
        return self.file.removesuffix(".py").replace("/", ".")


def mutated(file: str, code: str) -> tuple[str, list[Mutant]]:
    """The module with all its changes, and these; ``file`` is its path from the root of the repository."""
    module, mutations, classes, functions = create_mutations(file, code)
    made = combine_mutations_to_source(module, mutations, classes, functions)
    if not made.mutant_names:
        return code, []
    assert THEIRS in made.code
    text = made.code.replace(THEIRS, OURS)
    places = MetadataWrapper(module, unsafe_skip_copy=True).resolve(PositionProvider)
    lines = _Lines(code, text)
    digest = hashlib.sha256(code.encode()).hexdigest()[:16]
    ordered = list(_in_order(module, mutations))
    assert len(ordered) == len(made.mutant_names)
    found = []
    for name, mutation in zip(made.mutant_names, ordered):
        line = places[mutation.original_node].start.line
        original = name.rpartition("_")[0] + "_orig"
        ran = lines.ran(original, line)
        was, now = (_shown(module, n) for n in (mutation.original_node, mutation.mutated_node))
        found.append(Mutant(file, name, line, was, now, ran, lines.within(original), digest))
    return text, found


def _in_order(module: cst.Module, mutations: list[Mutation]) -> Iterator[Mutation]:
    """As they are numbered: by function in the order of the module, in each as they were found."""
    grouped = group_by_top_level_node(mutations)
    for statement in module.body:
        body = [statement]
        if isinstance(statement, cst.ClassDef) and isinstance(statement.body, cst.IndentedBlock):
            body = list(statement.body.body)
        for function in body:
            if isinstance(function, cst.FunctionDef):
                yield from grouped.get(function, ())


def _shown(module: cst.Module, node: cst.CSTNode) -> str:
    return " ".join(module.code_for_node(node).split())


class _Lines:
    """From lines of the source to those of the copy of a function that stands in the mutated module."""

    def __init__(self, code: str, mutated: str) -> None:
        self._source = {_mangled(f, c): f for f, c in _functions(ast.parse(code))}
        self._copies = {f.name: f for f, _ in _functions(ast.parse(mutated)) if f.name.endswith("__mutmut_orig")}

    def within(self, name: str) -> tuple[int, int]:
        copy = self._copies[name]
        return copy.lineno, copy.end_lineno or copy.lineno

    def ran(self, name: str, line: int) -> tuple[int, ...]:
        function, copy = self._source[name.removesuffix("__mutmut_orig")], self._copies[name]
        return tuple(n - function.lineno + copy.lineno for n in _running(function, line))


def _functions(tree: ast.Module) -> Iterator[tuple[ast.FunctionDef, str]]:
    for node in tree.body:
        if isinstance(node, ast.FunctionDef):
            yield node, ""
        elif isinstance(node, ast.ClassDef):
            yield from ((f, node.name) for f in node.body if isinstance(f, ast.FunctionDef))


def _mangled(function: ast.FunctionDef, within: str) -> str:
    return f"xǁ{within}ǁ{function.name}" if within else f"x_{function.name}"


def _running(function: ast.FunctionDef, line: int) -> range:
    """The lines that run with a line: those of the smallest statement around it, of a compound one its head."""
    around = [
        s for s in ast.walk(function) if isinstance(s, ast.stmt) and s.lineno <= line <= (s.end_lineno or s.lineno)
    ]
    smallest = min(around, key=lambda s: (s.end_lineno or s.lineno) - s.lineno, default=function)
    last = smallest.end_lineno or smallest.lineno
    if smallest is function:
        return range(function.body[0].lineno, last + 1)
    body = getattr(smallest, "body", None)
    if isinstance(body, list) and body:
        inside = body[0].lineno > line
        return range(smallest.lineno, body[0].lineno) if inside else range(line, line + 1)
    return range(smallest.lineno, last + 1)


def modules(root: Path, folder: str) -> list[str]:
    """The modules of a package, as paths from ``root``."""
    return sorted(p.relative_to(root).as_posix() for p in (root / "build_scripts" / folder).rglob("*.py"))
