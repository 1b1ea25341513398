"""Readings that name what is not there: a vanished measure or document, a topic, a body that the text does not print."""

from __future__ import annotations

from pathlib import Path

import pytest

from build_scripts.checks.checked_corpus import load_corpus
from build_scripts.store.paths import Layout


@pytest.mark.parametrize(
    ("file", "find", "replace", "code", "says"),
    [
        ("topics/first", "gansu-enclave-economy/3.4,", "gansu-enclave-economy/9.9,", "measure-unknown", "最接近"),
        ("alignments/second", "b: zhangye-county-economy/1,", "b: zhangye-county-economy/99,", "measure-unknown", ""),
        ("relations/first", "from: gansu-enclave-economy/3.1,", "from: gansu/3.1,", "measure-unknown", ""),
        ("agencies/first", "document: gansu-enclave-economy,", "document: gansu-enclaves,", "document-unknown", ""),
        ("agencies/second", "name: 省商务厅,", "name: 省商业厅,", "quote-not-in-text", "照原文"),
        ("topics/second", "[general-requirements]", "[general-requirement]", "topic-unknown", "general-requirements"),
        ("topics/second", "[general-requirements]", "[]", "judged-verdict", "专题 id"),
        ("topics/second", "[general-requirements]", "[talent, talent]", "judged-verdict", ""),
    ],
)
def test_what_a_reading_names_exists(file: str, find: str, replace: str, code: str, says: str, copy: Path) -> None:
    path = Layout(copy).judged / f"{file}.yml"
    text = path.read_text(encoding="utf-8")
    assert find in text
    path.write_text(text.replace(find, replace, 1), encoding="utf-8")
    corpus, problems = load_corpus(copy)
    found = [p for p in problems if p.code == code]
    assert corpus is None and found and found[0].path == f"structured/readings/{file}.yml" and found[0].line > 1
    assert says in found[0].tip


def test_a_pair_is_the_same_whichever_measure_stands_first(copy: Path) -> None:
    path = Layout(copy).judged / "alignments" / "second.yml"
    text = path.read_text(encoding="utf-8")
    line = next(x for x in text.splitlines() if "a: " in x)
    a, b = line.split("a: ")[1].split(",")[0], line.split("b: ")[1].split(",")[0]
    path.write_text(text + f"  - {{a: {b}, b: {a}, verdict: [none]}}\n", encoding="utf-8")
    assert "judged-twice" in {p.code for p in load_corpus(copy)[1]}


def test_without_readings_nothing_is_wrong(copy: Path) -> None:
    for file in sorted(Layout(copy).judged.glob("*/*.yml")):
        file.unlink()
    corpus, problems = load_corpus(copy)
    assert corpus is not None and corpus.judged == () and problems == []
