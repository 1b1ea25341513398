"""Words stand in files of words: templates hold markup, Python neither prose nor markup; no word is missing, none left over."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
import yaml

from build_scripts.publishing.text.template_words import template_wording
from build_scripts.publishing.text.wording.list_of_all_words import listed, wording_list
from build_scripts.publishing.text.wording.loading import FOLDER, UnknownWords, wording
from tests.parsed_source import nodes, parsed
from tests.places import ROOT

PACKAGE = ROOT / "build_scripts" / "publishing"
TEMPLATES = sorted((PACKAGE / "pages" / "templates").iterdir())
THEME = sorted(p for p in (ROOT / "docs" / "overrides").rglob("*.html") if "generated" not in p.parts)
PYTHON = sorted(PACKAGE.rglob("*.py"))
PARTS = sorted(p.stem for p in FOLDER.glob("*.yml"))

CHINESE = re.compile(r"[\u3400-\u9fff]")
CHINESE_OR_ITS_MARKS = re.compile(r"[\u3000-\u303f\u3400-\u9fff\uff00-\uffef\u2018-\u201d]")

RULES_OF_LANGUAGE = {
    "text/labels.py": "numerals, printed numbering, dates",
    "text/reading_form/punctuation/chinese_text.py": "what a Chinese stretch ends and begins with",
    "text/reading_form/punctuation/single_marks.py": "marks, and what they stand by",
    "text/reading_form/punctuation/brackets.py": "brackets, and what they stand by",
    "text/reading_form/punctuation/quotation_marks.py": "quotation marks that are right and wrong",
    "text/reading_form/doubts.py": "a word that keeps its character, one that both scripts have",
    "text/line_breaks.py": "words that lean on the next, marks that close",
}
"""Modules in which Chinese stands in patterns: rules about the language, no words for a reader."""


def shown(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


@pytest.mark.parametrize("path", [*TEMPLATES, *THEME], ids=shown)
def test_a_template_holds_markup_only_in_lines_that_can_be_read(path: Path) -> None:
    for n, line in enumerate(path.read_text("utf-8").splitlines(), 1):
        assert not CHINESE_OR_ITS_MARKS.search(line), f"{shown(path)}:{n}: words belong into a file of words"
        assert len(line) <= 160, f"{shown(path)}:{n}: {len(line)} characters"


@pytest.mark.parametrize("path", sorted((PACKAGE / "pages" / "word" / "templates").iterdir()), ids=shown)
def test_a_template_of_word_has_lines_that_can_be_read(path: Path) -> None:
    assert [n for n, line in enumerate(path.read_text("utf-8").splitlines(), 1) if len(line) > 160] == []


def strings(path: Path) -> Iterator[ast.Constant]:
    """String constants that are no docstrings, of whatever they are the docstring."""
    said = {id(node.value) for node in nodes(path) if isinstance(node, ast.Expr)}
    for node in nodes(path):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in said:
            yield node


@pytest.mark.parametrize("path", PYTHON, ids=shown)
def test_python_holds_no_chinese_prose(path: Path) -> None:
    found = [n.lineno for n in strings(path) if CHINESE.search(n.value)]
    if path.relative_to(PACKAGE).as_posix() in RULES_OF_LANGUAGE:
        assert found, f"{shown(path)} has no rule of language any more"
    else:
        assert not found, f"{shown(path)}: lines {found}: words belong into a file of words"


def test_words_are_plain_text() -> None:
    for part in PARTS:
        held = re.sub(r"^ *#.*$", "", (FOLDER / f"{part}.yml").read_text("utf-8"), flags=re.M)
        assert not re.search(r"</?[a-z]|&[a-z#]", held), part


_SET = re.compile(r'\{%-? set (\w) = words\("(\w+)"\)(?: if \w+ else words\("(\w+)"\))? -?%\}')


def in_templates() -> Iterator[tuple[str, str]]:
    """(part, name) of all words that templates ask for: ``w.name``, ``w("name", …)``, ``words("part").name``."""
    for path in TEMPLATES:
        text = re.sub(r"\{#.*?#\}", "", path.read_text("utf-8"), flags=re.S)
        yield from re.findall(r'words\("(\w+)"\)\.(\w+)', text)
        for variable, *parts in _SET.findall(text):
            names = re.findall(rf"\b{variable}\.(\w+)", text)
            called = re.findall(rf'\b{variable}\(((?:"\w+"|[^,()])+)', text)
            names += [name for first in called for name in re.findall(r'"(\w+)"', first.partition(" if ")[0])]
            names += [name for first in called for name in re.findall(r'else "(\w+)"', first)]
            yield from ((part, name) for part in parts if part for name in names)


def in_python() -> Iterator[tuple[str, str]]:
    """The same for code: ``_WORDS = wording("part")``, then ``_WORDS.name``, ``_WORDS("name", …)``."""
    for path in PYTHON:
        tree = parsed(path)
        parts = dict(_named(tree))
        for node in nodes(path):
            part = _part(node.value, parts) if isinstance(node, ast.Attribute) else None
            if part:
                yield part, node.attr
            part = _part(node.func, parts) if isinstance(node, ast.Call) else None
            if part:
                yield from ((part, name) for name in _constants(node.args[0], tree))


def _named(tree: ast.Module) -> Iterator[tuple[str, str]]:
    """Module-level names for a part's words, several at a time too."""
    for node in tree.body:
        if isinstance(node, ast.Assign):
            pairs = [(node.targets[0], node.value)]
            if isinstance(node.targets[0], ast.Tuple) and isinstance(node.value, ast.Tuple):
                pairs = list(zip(node.targets[0].elts, node.value.elts, strict=True))
            for target, value in pairs:
                part = _part(value, {})
                if part and isinstance(target, ast.Name):
                    yield target.id, part


def _part(node: ast.expr, parts: dict[str, str]) -> str | None:
    if isinstance(node, ast.Name):
        return parts.get(node.id)
    if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "wording":
        return node.args[0].value if isinstance(node.args[0], ast.Constant) else None
    return None


def _constants(node: ast.expr, tree: ast.Module) -> Iterator[str]:
    """The names that an argument can stand for; a variable for the strings that it is given in its module."""
    if isinstance(node, ast.Name):
        for other in ast.walk(tree):
            if isinstance(other, ast.Assign) and any(
                isinstance(t, ast.Name) and t.id == node.id for t in other.targets
            ):
                yield from _strings(other.value)
            if isinstance(other, ast.For) and node.id in {
                n.id for n in ast.walk(other.target) if isinstance(n, ast.Name)
            }:
                yield from _strings(other.iter)
    else:
        yield from _strings(node)


def _strings(node: ast.expr) -> Iterator[str]:
    if isinstance(node, ast.IfExp):
        yield from _strings(node.body)
        yield from _strings(node.orelse)
        return
    yield from (n.value for n in ast.walk(node) if isinstance(n, ast.Constant) and isinstance(n.value, str))


def test_no_word_is_missing_and_none_left_over() -> None:
    """Those of the tables are asked for by a table's name; ``table`` refuses columns that do not fit."""
    asked = {*in_templates(), *in_python()}
    assert asked == {(part, name) for part in PARTS if part != "tables" for name in _names(part)}


def _names(part: str) -> list[str]:
    return list(yaml.load((FOLDER / f"{part}.yml").read_text("utf-8"), yaml.BaseLoader))


def test_every_word_of_the_theme_is_used() -> None:
    config = (ROOT / "mkdocs.yml").read_text("utf-8")
    block = config[config.index("extra:\n  words:") : config.index("\nextra_css:")]
    held = set(yaml.safe_load(block)["extra"]["words"])
    text = "".join(p.read_text("utf-8") for p in THEME)
    used = {
        *re.findall(r"words\.(\w+)", text),
        *re.findall(r'"(\w+)"', "".join(re.findall(r"for name in \[(.+?)\]", text))),
    }
    assert used == held


def test_words_that_are_not_there_are_refused() -> None:
    with pytest.raises(UnknownWords, match=r"home\.yml: nothing"):
        assert wording("home").nothing
    with pytest.raises(UnknownWords, match="nowhere"):
        wording("nowhere")


def test_what_fills_a_place_is_text_and_never_markup() -> None:
    filled = template_wording("home")("description", places="<b>*甲*</b>")
    assert "<b>" not in filled and "&#42;" in filled


def test_an_editor_reads_all_words_in_one_list() -> None:
    lines = list(wording_list(ROOT, None))
    assert {f"## {shown(FOLDER)}/{part}.yml" for part in PARTS} <= set(lines)
    assert {"## docs/assets/js/search/words.js", "## docs/about.md", "## mkdocs.yml"} <= set(lines)
    only = [line for line in wording_list(ROOT, "targets", frozenset({"targets.md"})) if line.startswith("## ")]
    assert only == ["## build_scripts/publishing/text/wording/targets.yml", "## docs/assets/js/targets/words.js"]


def test_comments_are_no_words_and_headings_are() -> None:
    assert listed("# 注\ntitle: 指标\n# 标题 {: #top }\n// 注\n  say: 说\n") == [
        (2, "title: 指标"),
        (3, "# 标题 {: #top }"),
        (5, "say: 说"),
    ]
