"""Imports run one way: no stage imports a later one."""
from __future__ import annotations

import ast
from pathlib import Path

import pytest

PACKAGE = Path(__file__).resolve().parents[1] / "build_scripts"

# The way of the data. A module may import its own stage and the ones before it.
STAGES = ["problems", "model", "sources", "reading", "store", "merging", "checks", "extracting", "fixing", "corpus", "comparing", "evaluating", "benching", "publishing", "adding", "__main__"]


def _stage(path: Path) -> str:
    return path.relative_to(PACKAGE).parts[0].removesuffix(".py")


def _imported(path: Path) -> set[str]:
    """The stages a module imports, relative and absolute imports alike, inside functions too."""
    parts = path.relative_to(PACKAGE).with_suffix("").parts
    found: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.ImportFrom):
            base = list(parts[: len(parts) - node.level]) if node.level else []
            names = (node.module or "").split(".") if node.module else []
            if node.level == 0 and names[:1] != ["build_scripts"]:
                continue
            full = base + (names if node.level else names[1:])
            found |= {full[0]} if full else {alias.name for alias in node.names}
        elif isinstance(node, ast.Import):
            found |= {a.name.split(".")[1] for a in node.names if a.name.startswith("build_scripts.")}
    return found


MODULES = sorted(p for p in PACKAGE.rglob("*.py") if p.name != "__init__.py" or p.parent != PACKAGE)


@pytest.mark.parametrize("path", MODULES, ids=lambda p: p.relative_to(PACKAGE).as_posix())
def test_a_module_imports_only_its_own_stage_and_earlier_ones(path: Path) -> None:
    stage = _stage(path)
    assert stage in STAGES, f"{stage} has no place in the way of the data"
    later = {name for name in _imported(path) if STAGES.index(name) > STAGES.index(stage)}
    assert not later, f"{stage} imports {later}"


def test_python_holds_no_html() -> None:
    """Markup lives in templates: no Python module outside tests writes a tag."""
    import re
    tag = re.compile(r"</?(?:div|span|p|a|table|tr|td|th|ul|li|section|article|mark|h[1-6])(?: [a-z-]+=|>)")
    found = []
    for path in MODULES:
        tree = ast.parse(path.read_text(encoding="utf-8"))
        docs = {id(n.body[0].value) for n in ast.walk(tree)
                if isinstance(n, (ast.Module, ast.FunctionDef, ast.ClassDef)) and n.body and isinstance(n.body[0], ast.Expr)}
        found += [f"{path.name}:{n.lineno}" for n in ast.walk(tree)
                  if isinstance(n, ast.Constant) and isinstance(n.value, str) and id(n) not in docs and tag.search(n.value)]
    assert not found
