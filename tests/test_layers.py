"""Imports run one way: no stage imports a later one, no room a later room, and no two modules each other."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from functools import cache
from graphlib import CycleError, TopologicalSorter
from pathlib import Path

import pytest

from tests.parsed_source import nodes, parsed

PACKAGE = Path(__file__).resolve().parents[1] / "build_scripts"

ORDER = {
    "": (
        *("addresses", "git", "own_yaml", "problems", "working", "model", "sources", "reading", "store", "locating"),
        *(
            "merging",
            "checks",
            "extracting",
            "moving",
            "fixing",
            "comparing",
            "answering",
            "evaluating",
            "publishing",
            "benching",
            "reporting",
        ),
        *("new_place_and_bodies", "added_report", "adding", "commands", "__main__"),
    ),
    "reading": (
        *("word_table", "safe_patterns", "lines", "around_measures", "outline", "document_facts"),
        *("duties", "targets", "measures", "doubts", "reader", "document_record"),
    ),
    "sources/formats": (
        *(
            "outcome",
            "numerals",
            "table_rows",
            "raised_figures",
            "conversion_account",
            "archive",
            "xml_parts",
            "word",
            "web_page",
            "pdf",
        ),
        "convert",
    ),
    "comparing": ("succession_of_bodies", "wording", "counterparts", "tables", "comparison_of_corpus"),
    "publishing": (
        *("settings", "text", "index", "citing", "dataset", "history", "pages", "browser_data"),
        *("address_register", "building", "page_macros", "hook"),
    ),
    "publishing/dataset": (
        *("about", "archive", "shapes", "table_model", "calendar_file", "documents", "tables", "corpus"),
        *("json_files", "papers", "table_files", "writing"),
    ),
    "publishing/building": (
        *(
            "build_inputs",
            "held_build",
            "build_step",
            "shielding_raw_links",
            "completing_pages",
        ),
        *(
            "site_files",
            "before_generator",
            "after_generator",
            "site_generators",
            "keeping",
            "kept",
            "before_all_after",
        ),
    ),
    "publishing/building/kept": ("mkdocs_frames", "site_pieces", "pages_by_hand", "kept_site", "serving"),
    "publishing/building/keeping": ("recorded_corpus", "sums", "ledger", "kept_templates", "making", "one_at_a_time"),
    "commands": (
        "command",
        "texts",
        "check_and_fix",
        "points",
        "moves",
        "pull_request",
        "compare",
        "figures",
        "site",
        "all_commands",
    ),
    "publishing/pages": (
        *(
            "parts",
            "rendering",
            "drawn_pages",
            "writing",
            "module_preloads",
            "metadata",
            "other_forms",
            "pictures",
            "views",
        ),
        *("all_pages", "article_by_article_downloads", "word"),
    ),
}
"""By folder: the way of the data. A module or room may import those before it, never one behind it."""

SIBLINGS = {"reading", "store"}
"""Neither of these stages may import the other, whichever comes first."""

MODULES = sorted(PACKAGE.rglob("*.py"))
NAMES = {".".join(p.relative_to(PACKAGE).with_suffix("").parts).removesuffix(".__init__"): p for p in MODULES}
FOLDERS = sorted(p.parent for p in MODULES if p.name == "__init__.py")


def _name(path: Path) -> str:
    return ".".join(path.relative_to(PACKAGE).with_suffix("").parts).removesuffix("__init__").removesuffix(".")


def _imported(path: Path) -> Iterator[str]:
    """The modules a module imports by their names below the package, also those it imports inside functions."""
    parts = path.relative_to(PACKAGE.parent).with_suffix("").parts
    for node in nodes(path):
        if isinstance(node, ast.Import):
            named = [alias.name for alias in node.names]
        elif isinstance(node, ast.ImportFrom):
            base = [*parts[: len(parts) - node.level], *filter(None, [node.module])] if node.level else [node.module]
            named = [".".join([*base, alias.name]) for alias in node.names]
        else:
            continue
        for name in named:
            if name.startswith("build_scripts."):
                yield _module(name.removeprefix("build_scripts."))


def _module(name: str) -> str:
    """The module in which an imported name stands: ``reading.reader`` for ``reading.reader.read``."""
    while name not in NAMES and "." in name:
        name = name.rpartition(".")[0]
    return name


@cache
def imports() -> dict[str, set[str]]:
    return {_name(path): set(_imported(path)) - {_name(path)} for path in MODULES}


def _child(folder: str, module: str) -> str | None:
    """Under which room or module of a folder a module stands; None where it stands elsewhere."""
    prefix = folder.replace("/", ".") + "." if folder else ""
    return module.removeprefix(prefix).partition(".")[0] if module.startswith(prefix) and module else None


def _edges(folder: str) -> dict[str, set[str]]:
    """By room or module of a folder: which others of it are imported there."""
    found: dict[str, set[str]] = {}
    for module, imported in imports().items():
        if own := _child(folder, module):
            found.setdefault(own, set()).update(c for i in imported if (c := _child(folder, i)) and c != own)
    return found


@pytest.mark.parametrize("folder", ORDER, ids=lambda f: f or "build_scripts")
def test_imports_run_one_way_along_the_rooms(folder: str) -> None:
    order, edges = ORDER[folder], _edges(folder)
    assert sorted(order) == sorted(edges), "every room has its place in the way of the data, and no other has"
    back = [f"{own} imports {other}" for own in order for other in edges[own] if order.index(other) > order.index(own)]
    assert not back


def test_reading_and_store_know_nothing_of_each_other() -> None:
    edges = _edges("")
    assert not [f"{a} imports {b}" for a in SIBLINGS for b in SIBLINGS & edges[a]]


@pytest.mark.parametrize("path", FOLDERS, ids=lambda p: p.relative_to(PACKAGE.parent).as_posix())
def test_no_two_modules_or_rooms_of_a_folder_import_each_other(path: Path) -> None:
    folder = "" if path == PACKAGE else path.relative_to(PACKAGE).as_posix()
    try:
        TopologicalSorter(_edges(folder)).prepare()
    except CycleError as circle:
        pytest.fail(" → ".join(circle.args[1]))


@pytest.mark.parametrize("path", FOLDERS, ids=lambda p: p.relative_to(PACKAGE.parent).as_posix())
def test_a_room_says_what_comes_in_and_goes_out(path: Path) -> None:
    assert ast.get_docstring(parsed(path / "__init__.py"))


@pytest.mark.parametrize("path", [f for f in FOLDERS if f != PACKAGE], ids=lambda p: p.relative_to(PACKAGE).as_posix())
def test_a_folder_holds_at_most_a_dozen_rooms_and_modules(path: Path) -> None:
    held = _edges(path.relative_to(PACKAGE).as_posix())
    assert 0 < len(held) <= 12, sorted(held)


def test_python_holds_no_html() -> None:
    """Markup lives in templates: no Python module outside tests writes a tag."""
    tag = re.compile(r"</?(?:div|span|p|a|table|tr|td|th|ul|li|section|article|mark|h[1-6])(?: [a-z-]+=|>)")
    found = []
    for path in MODULES:
        docs = {
            id(n.body[0].value)
            for n in nodes(path)
            if isinstance(n, (ast.Module, ast.FunctionDef, ast.ClassDef)) and n.body and isinstance(n.body[0], ast.Expr)
        }
        found += [
            f"{path.name}:{n.lineno}"
            for n in nodes(path)
            if isinstance(n, ast.Constant) and isinstance(n.value, str) and id(n) not in docs and tag.search(n.value)
        ]
    assert not found


def test_the_picture_of_the_stages_is_drawn_from_these_imports() -> None:
    from .draw_rooms import PICTURE, picture

    assert PICTURE.read_text(encoding="utf-8") == picture(), "run python -m tests.draw_rooms"
