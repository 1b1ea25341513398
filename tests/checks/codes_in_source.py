"""Which problem codes the program's source can tell, found by its syntax tree.

A code is a word in kebab case (``quote-not-in-text``) that stands

- in a call of anything that takes a ``code`` and a ``message``: a function or class of build_scripts with parameters
  or fields of these names. It is the first argument of that form, or the one given by keyword;
- in a tuple of a generator or function that hands faults on (``yield at, code, message, tip``);
- in a table whose name ends in ``CODES``, for calls that choose their code by a key.

A call whose code is none of these, nor handed on from elsewhere (``code``, ``*fault``), is ``unseen``: there a code could be made up
that no list knows.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache

from tests.parsed_source import parsed
from tests.places import ROOT

CODE = re.compile(r"[a-z]+(?:-[a-z]+)+")
PACKAGE = ROOT / "build_scripts"
_TAKEN = {"code", "message"}


@dataclass(frozen=True)
class Found:
    """Where a code stands, as ``file:line``; ``code`` is empty where a call keeps it from being seen."""

    code: str
    place: str


@cache
def trees() -> dict[str, ast.Module]:
    return {p.relative_to(ROOT).as_posix(): parsed(p) for p in sorted(PACKAGE.rglob("*.py"))}


def codes() -> frozenset[str]:
    return frozenset(f.code for f in everywhere() if f.code)


def unseen() -> list[str]:
    return [f.place for f in everywhere() if not f.code]


@cache
def everywhere() -> tuple[Found, ...]:
    known = takers(trees().values())
    return tuple(found for path, tree in trees().items() for found in in_tree(tree, known, path))


def takers(trees: Iterable[ast.Module]) -> frozenset[str]:
    """What takes a code, by its name."""
    return frozenset(name for tree in trees for name in _takers(tree))


def in_tree(tree: ast.Module, known: frozenset[str], path: str) -> Iterator[Found]:
    for node in ast.walk(tree):
        place = f"{path}:{getattr(node, 'lineno', 0)}"
        if isinstance(node, ast.Call) and _called(node) in known:
            yield from _in_call(node, place)
        elif isinstance(node, (ast.Yield, ast.Return)) and isinstance(node.value, ast.Tuple):
            if len(node.value.elts) >= 3:
                yield from (Found(c, place) for c in _words(node.value.elts)[:1])
        elif isinstance(node, (ast.Assign, ast.AnnAssign)) and _is_table(node) and isinstance(node.value, ast.Dict):
            yield from (Found(c, place) for c in _words(node.value.values))


def _in_call(call: ast.Call, place: str) -> Iterator[Found]:
    given = [*call.args, *(k.value for k in call.keywords if k.arg == "code")]
    words = _words(given)
    if words:
        yield Found(words[0], place)
    elif not any(map(_hands_on, given)):
        yield Found("", place)


def _hands_on(argument: ast.expr) -> bool:
    """``code``, ``self.code``, ``*fault`` and ``…CODES[key]`` bring a code that stands elsewhere."""
    match argument:
        case ast.Name(id="code") | ast.Attribute(attr="code") | ast.Starred(value=ast.Name(id="fault")):
            return True
        case ast.Subscript(value=ast.Name(id=table)):
            return table.endswith("CODES")
    return False


def _takers(tree: ast.Module) -> Iterator[str]:
    """Names of functions that take a ``code`` and a ``message``, and of classes made from both."""
    for node in ast.walk(tree):
        if isinstance(node, ast.FunctionDef) and node.name != "__init__" and _parameters(node) >= _TAKEN:
            yield node.name
        if isinstance(node, ast.ClassDef):
            fields = {f.target.id for f in node.body if isinstance(f, ast.AnnAssign) and isinstance(f.target, ast.Name)}
            made = [f for f in node.body if isinstance(f, ast.FunctionDef) and f.name == "__init__"]
            if fields >= _TAKEN or any(_parameters(f) >= _TAKEN for f in made):
                yield node.name


def _parameters(function: ast.FunctionDef) -> set[str]:
    return {a.arg for a in function.args.args}


def _called(call: ast.Call) -> str:
    return call.func.attr if isinstance(call.func, ast.Attribute) else getattr(call.func, "id", "")


def _is_table(node: ast.Assign | ast.AnnAssign) -> bool:
    targets = node.targets if isinstance(node, ast.Assign) else [node.target]
    return any(isinstance(t, ast.Name) and t.id.endswith("CODES") for t in targets)


def _words(nodes: list[ast.expr]) -> list[str]:
    found = (n.value for n in nodes if isinstance(n, ast.Constant) and isinstance(n.value, str))
    return [w for w in found if CODE.fullmatch(w)]
