"""The figures on how often the reading errs, how well sentences are suggested and how far two readings agree: as they are kept and shown."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import asdict
from pathlib import Path
from typing import Any

from ..answering.agreement_on_judgements import Agreed, agreed, as_figures
from ..answering.recall import Recall, recall
from ..answering.suggestions import BEST
from ..locating.loading import corpus_of, judged_twice, load
from ..own_yaml import values
from ..sources.decode import decode
from ..store.paths import Layout
from ..store.yaml_files_to_model import load_judged, load_vocabulary
from .against_golds import GOLDS, NAMES, TEXTS, Scores, total
from .doubting import Judged, judged
from .doubting import as_figures as doubt_figures
from .scores import Score

CAVEAT = (
    "编者的标注是不看规则、不看程序的结果读出来的；但写规则时读过这五份文件和这些标注，"
    "所以这里的数字只说明程序在这五份文件上与编者相符到什么程度，对没有见过的文件会低一些。"
)
"""What the figures can and cannot say; kept with them wherever they are shown."""
SUGGEST_CAVEAT = "轮流把每份文件当作新来的：给它的句子打分时不用它自己的回答。题目是读过这五份文件以后出的，对没有见过的文件会低一些。"


def evaluate_suggestions(root: Path) -> dict[str, Recall]:
    """By document: how many of its answers are among the sentences that are suggested for them."""
    return recall(corpus_of(load(root / TEXTS)))


def evaluate_readings(root: Path) -> list[Agreed]:
    """How far both readings of topics, alignments, relations and bodies agree, of the data as they stand."""
    return agreed(judged_twice(load_judged(Layout(root))[0]))


def evaluate_doubt(root: Path) -> list[Judged]:
    """Readings of the documents that have golds, as they are and damaged."""
    layout = Layout(root / TEXTS)
    vocabulary, _, _ = load_vocabulary(layout)
    texts = {}
    for path in sorted((root / GOLDS).glob("*.yml")):
        gold = values(path.read_text(encoding="utf-8"))
        decoded, _ = decode((layout.sources / f"{gold['document']}.txt").read_bytes(), gold["document"])
        if decoded is not None:
            texts[gold["document"]] = (decoded.text, tuple(gold["entries"]))
    return list(judged(texts, vocabulary))


def as_json(
    results: Mapping[str, Scores],
    suggested: Mapping[str, Recall],
    readings: Iterable[Agreed],
    doubted: Iterable[Judged],
) -> str:
    """The figures as they are kept in structured/evaluation.json: null where nothing is counted."""

    def plain(scores: Scores) -> dict[str, Any]:
        return {name: _plain(scores[name]) for name in NAMES}

    kept = {
        "caveat": CAVEAT,
        "names": dict(NAMES),
        "total": plain(total(results)),
        "documents": {d: plain(s) for d, s in results.items()},
        "doubt": doubt_figures(doubted),
        "suggest": _suggest(suggested),
        "readings": as_figures(readings),
    }
    return json.dumps(kept, ensure_ascii=False, indent=1) + "\n"


def _suggest(suggested: Mapping[str, Recall]) -> dict[str, Any]:
    def plain(r: Recall) -> dict[str, int | float | None]:
        return asdict(r) | {"recall": None if r.rate is None else round(r.rate, 3)}

    total = sum(suggested.values(), Recall(BEST))
    return {"caveat": SUGGEST_CAVEAT, "total": plain(total), "documents": {d: plain(r) for d, r in suggested.items()}}


def _plain(score: Score) -> dict[str, int | float | None]:
    rates = {"precision": score.precision, "recall": score.recall, "f1": score.f1}
    return {"found": score.found, "wanted": score.wanted, "hits": score.hits} | {
        name: None if rate is None else round(rate, 3) for name, rate in rates.items()
    }


def as_table(scores: Scores) -> str:
    """The figures as lines for a terminal."""
    lines = ["读出\t应有\t相符\t准确率\t召回率\tF1\t项目"]
    for name, title in NAMES.items():
        score = scores[name]
        rates = ("—" if r is None else f"{r:.3f}" for r in (score.precision, score.recall, score.f1))
        lines.append("\t".join((str(score.found), str(score.wanted), str(score.hits), *rates, title)))
    return "\n".join(lines)
