"""Thousands of broken files and hostile sources: each is answered by problems, none by a traceback or by waiting.

A fixed seed and a tiny corpus; ``make hostile`` tries more of each file, and longer sources.
"""

from __future__ import annotations

import os
import random
import shutil
import signal
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from build_scripts.adding import add
from build_scripts.checks.checked_corpus import load_corpus
from build_scripts.problems import errors

from .variants import of_fields, of_files, of_sources

FIELDS = int(os.environ.get("HOSTILE_VARIANTS", "12"))
SECONDS = 60  # of the processor, for one check: not how fast it is, but that it ends
TEXT = """某省人民政府办公厅关于加强园区建设的意见
某政办〔2020〕8号
一、总体要求
到2025年，建成园区10个以上。
二、主要措施
（一）完善设施。加强基础设施建设，引进人才。（责任单位：省科技厅）
（二）优化服务。支持企业发展。（省财政厅牵头，各县区配合）
某省人民政府办公厅
2020年3月1日
"""
VOCABULARY = {
    "jurisdictions": "- {id: jia, code: '990000', name: 某省, short: 某, level: province}\n",
    "agencies": (
        "- {id: jia-science, name: 省科技厅, jurisdiction: jia, kind: government, line: science, names: [省科技厅]}\n"
        "- {id: jia-finance, name: 省财政厅, jurisdiction: jia, kind: government, line: finance, names: [省财政厅]}\n"
    ),
    "lines": "- {id: science, zh: 科技, en: Science}\n- {id: finance, zh: 财政, en: Finance}\n",
    "topics": (
        "- {id: talent, zh: 人才, en: Talent, definition: 人才的引进, patterns: ['引进[^。]{0,4}人才'], examples: [引进人才]}\n"
    ),
    "indicators": "- {id: parks, zh: 园区, en: Parks, patterns: [园区], examples: [园区]}\n",
    "synonyms": "- {terms: [园区, 开发区], note: 相近}\n",
    "studies": "[]\n",
    "starters": "[]\n",
}


POINTS = """topic: talent
points:
  - id: who
    question: 引进什么人？
    scope: 写明的人
    answers:
      - document: park
        says: 引进人才
        evidence: [{measure: park/2.1, quote: 引进人才}]
    difference: 引进人才
  - {id: how, question: 怎么引进？, scope: 办法, silent: [park]}
"""
READ = "reading: {}\ntopic: talent\npoints:\n  - {{id: who, silent: [park]}}\n  - {{id: how, silent: [park]}}\n"
READINGS = {
    "first": READ.format("first"),
    "second": READ.format("second"),
    "settled": ("topic: talent\ncells:\n  - {point: who, document: park, kind: status, settled: new, reason: 写了}\n"),
}

JUDGED = {
    "first": "of: topics\nreading: first\njudgements:\n  - {measure: park/2.1, verdict: [talent]}\n",
    "second": "of: topics\nreading: second\njudgements:\n  - {measure: park/2.1, verdict: [talent]}\n",
    "settled": "of: topics\njudgements: []\n",
}


@pytest.fixture(scope="module")
def sound(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A tiny repository: one document, two bodies, one topic."""
    root = tmp_path_factory.mktemp("hostile")
    data = root / "structured"
    for folder in ("sources", "extracted", "records", "vocabulary"):
        (data / folder).mkdir(parents=True)
    for name, text in VOCABULARY.items():
        (data / "vocabulary" / f"{name}.yml").write_text(text, encoding="utf-8")
    for name in ("alignments", "relations", "works", "errata", "permalinks"):
        (data / f"{name}.yml").write_text("[]\n", encoding="utf-8")
    readings = data / "points" / "readings" / "talent"
    readings.mkdir(parents=True)
    (data / "points" / "talent.yml").write_text(POINTS, encoding="utf-8")
    for name, text in READINGS.items():
        (readings / f"{name}.yml").write_text(text, encoding="utf-8")
    judged = data / "readings" / "topics"
    judged.mkdir(parents=True)
    for name, text in JUDGED.items():
        (judged / f"{name}.yml").write_text(text, encoding="utf-8")
    (data / "edition.yml").write_text("version: '2026.1'\nreleased: '2026-11-21'\n", encoding="utf-8")
    (root / "park.txt").write_text(TEXT, encoding="utf-8")
    added = add(root, root / "park.txt", "jia")
    assert not errors(added.problems), added.problems
    corpus, problems = load_corpus(root)
    assert corpus is not None, problems
    return root


@contextmanager
def ending(seconds: int) -> Iterator[None]:
    """Fail where something does not end: after seconds of the processor, however busy it is, or after a long wait."""
    timers = {signal.SIGPROF: (signal.ITIMER_PROF, seconds), signal.SIGALRM: (signal.ITIMER_REAL, 20 * seconds)}

    def late(*_: object) -> None:
        raise TimeoutError(f"not done after {seconds} s")

    before = {number: signal.signal(number, late) for number in timers}
    for timer, limit in timers.values():
        signal.setitimer(timer, limit)
    try:
        yield
    finally:
        for number, (timer, _) in timers.items():
            signal.setitimer(timer, 0)
            signal.signal(number, before[number])


FILES = (
    *(
        "records/park.yml",
        "extracted/park.yml",
        "alignments.yml",
        "relations.yml",
        "works.yml",
        "errata.yml",
        "permalinks.yml",
    ),
    *("points/talent.yml", *(f"points/readings/talent/{name}.yml" for name in READINGS)),
    *(f"readings/topics/{name}.yml" for name in JUDGED),
    *("edition.yml", *(f"vocabulary/{name}.yml" for name in VOCABULARY)),
)


@pytest.mark.parametrize("name", FILES)
def test_a_broken_file_is_answered_by_problems(name: str, sound: Path, tmp_path: Path) -> None:
    chance = random.Random(name)
    whole = (sound / "structured" / name).read_bytes()
    variants = [*of_files(whole, chance), *of_fields(whole.decode(), chance, FIELDS)]
    faults = []
    copy = tmp_path / "copy"
    shutil.copytree(sound / "structured", copy / "structured")
    path = copy / "structured" / name
    for variant in variants:
        variant.apply(path)
        try:
            with ending(SECONDS):
                corpus, problems = load_corpus(copy)
        except Exception as error:  # noqa: BLE001  a traceback is what must not be: each is a fault of its own
            faults.append(f"{variant.name}: {error!r}")
        else:
            if variant.refused and corpus is not None:
                faults.append(f"{variant.name}: accepted, said {[str(p) for p in problems]}")
        _restore(path, whole)
    assert faults == []


def _restore(path: Path, whole: bytes) -> None:
    if path.is_dir() and not path.is_symlink():
        path.rmdir()
    elif path.is_symlink() or path.exists():
        path.unlink()
    path.write_bytes(whole)


@pytest.mark.parametrize(("name", "data"), list(of_sources()), ids=lambda v: v if isinstance(v, str) else "")
def test_a_hostile_source_is_read_or_refused(name: str, data: bytes, sound: Path, tmp_path: Path) -> None:
    copy = tmp_path / "copy"
    shutil.copytree(sound / "structured", copy / "structured")
    file = tmp_path / "other.txt"
    file.write_bytes(data)
    before = {p for p in copy.rglob("*") if p.is_file()}
    with ending(SECONDS):
        added = add(copy, file, "jia")
    if added.document is None:
        assert errors(added.problems), "refused without a word"
        assert {p for p in copy.rglob("*") if p.is_file()} == before
    else:
        source = (copy / "structured" / "sources" / "other.txt").read_bytes()
        assert source == data
