"""One word, one thing: what the glossary names is there, once, and nothing is called by a name it gave up."""

from __future__ import annotations

import ast
import json
import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import pytest

from tests.parsed_source import nodes, parsed
from tests.places import ROOT

PACKAGE = ROOT / "build_scripts"
TEXT = (ROOT / "docs" / "architecture" / "glossary.md").read_text("utf-8")
GIVEN_UP = re.findall(r"`(\w+)`", TEXT.partition("## Given up")[2].partition("\n## ")[0])
VIEWS = PACKAGE / "publishing" / "pages"  # name their values within their page


@dataclass(frozen=True)
class Entry:
    """An entry: its heading and, by line (code, YAML, shown, not), what stands there."""

    heading: str
    lines: dict[str, str]

    def __str__(self) -> str:
        return self.heading


def entries() -> Iterator[Entry]:
    for block in re.split(r"^### ", TEXT, flags=re.M)[1:]:
        heading, _, rest = block.partition("\n")
        yield Entry(heading, dict(re.findall(r"^- (\w+): (.+)$", rest.partition("\n## ")[0], re.M)))


ENTRIES = list(entries())


def tops(path: Path) -> set[str]:
    """The names that a module defines."""
    found: set[str] = set()
    for node in parsed(path).body:
        if isinstance(node, ast.ClassDef | ast.FunctionDef):
            found.add(node.name)
        elif isinstance(node, ast.Assign | ast.AnnAssign):
            targets = node.targets if isinstance(node, ast.Assign) else [node.target]
            found |= {t.id for t in targets if isinstance(t, ast.Name)}
    return found


@cache
def classes() -> dict[str, list[str]]:
    """Where each class stands, the views' own left out."""
    found: dict[str, list[str]] = defaultdict(list)
    for path in sorted(PACKAGE.rglob("*.py")):
        if VIEWS not in path.parents:
            for node in nodes(path):
                if isinstance(node, ast.ClassDef):
                    found[node.name].append(path.relative_to(PACKAGE).as_posix())
    return found


ALLOWED = {"Passage"}  # told under "Not yet one word"


def keys(schema: str) -> set[str]:
    """Every key that a schema of structured/schema/ knows."""

    def of(value: object) -> Iterator[str]:
        if isinstance(value, dict):
            yield from value.get("properties", {})
            for part in value.values():
                yield from of(part)
        elif isinstance(value, list):
            for part in value:
                yield from of(part)

    return set(of(json.loads((ROOT / "structured" / "schema" / f"{schema}.json").read_text("utf-8"))))


@cache
def said() -> str:
    """What a reader or a contributor is told: words of pages and scripts, names of codes, hand-written pages."""
    files = [
        *(PACKAGE / "publishing" / "text" / "wording").glob("*.yml"),
        *(PACKAGE / "model").glob("*.py"),
        PACKAGE / "checks" / "codes.yml",
        *(ROOT / "docs").glob("*.md"),
        *(ROOT / "docs" / "assets" / "js").rglob("words.js"),
        ROOT / "structured" / "README.md",
        ROOT / "CONTRIBUTING.md",
    ]
    return "\n".join(f.read_text("utf-8") for f in files)


def test_every_entry_has_all_its_lines_in_both_languages() -> None:
    assert len(ENTRIES) > 40
    for entry in ENTRIES:
        assert set(entry.lines) == {"code", "YAML", "shown", "not"}, entry.heading
        assert re.search(r"^[a-z, ]+ · [\u4e00-\u9fff（）、]+$", entry.heading), entry.heading
    assert len({e.heading for e in ENTRIES}) == len(ENTRIES)


@pytest.mark.parametrize("entry", ENTRIES, ids=str)
def test_what_code_calls_it_stands_where_the_glossary_says(entry: Entry) -> None:
    line = entry.lines["code"]
    named = re.findall(r"`(\w+)` in `([\w/.]+)`", line)
    assert line == "–" or len(named) == len(line.split("; ")), line
    for name, where in named:
        assert name in tops(PACKAGE / where), f"{name} is not in {where}"


@pytest.mark.parametrize("entry", ENTRIES, ids=str)
def test_its_keys_and_files_are_there(entry: Entry) -> None:
    for part in entry.lines["YAML"].split("; "):
        *names, last = re.findall(r"`([\w/.]+)`", part) or ["–"]
        if names:
            assert set(names) <= keys(last), f"{set(names) - keys(last)} in {last}"
        elif last != "–":
            assert (ROOT / last).exists(), last


@pytest.mark.parametrize("entry", ENTRIES, ids=str)
def test_the_words_shown_are_shown(entry: Entry) -> None:
    words = entry.lines["shown"].split("、")
    assert words == ["–"] or [w for w in words if w not in said()] == []


def test_a_class_that_the_glossary_names_is_the_only_one_of_its_name() -> None:
    named = {name for e in ENTRIES for name, _ in re.findall(r"`(\w+)` in `([\w/.]+)`", e.lines["code"])}
    twice = {n: w for n, w in classes().items() if n in named and len(w) > 1 and n not in ALLOWED}
    assert not twice


def test_no_class_takes_a_name_that_was_given_up() -> None:
    assert GIVEN_UP
    assert {n: where for n, where in classes().items() if n in GIVEN_UP} == {}
