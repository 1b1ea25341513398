"""How often the reading errs: what the code reads now, against golds made by a person who never saw the code.

Golds are tests/golds/<document>.yml (their README says how they were made). A score counts what was found,
what the gold has, and what both have; only entries of a document are scored, not its preamble or closing.
Two texts agree where their quotes overlap in the source.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Hashable, Iterable, Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

import yaml

from .answering.judged_twice import Agreed, agreed, as_figures
from .answering.recall import Recall, recall
from .answering.suggestions import BEST
from .doubting import Judged, judged
from .doubting import as_figures as doubt_figures
from .locating.loading import corpus_of, judged_twice, load
from .locating.quoted import find_printed
from .model import Measure, Responsibility, Span, Vocabulary
from .reading.reader import read
from .reading.targets.targets_in_text import thresholds
from .sources.decode import decode
from .sources.fold import fold
from .sources.folded_view import Stretch
from .store.files import load_judged, load_vocabulary
from .store.paths import Layout

GOLDS = "tests/golds"
TEXTS = "tests/frozen"
"""The corpus the golds were read in: its texts and vocabulary stay, so that the figures change with the code alone."""
FIELDS = ("value", "unit", "comparator", "deadline", "scope")
CAVEAT = (
    "编者的标注是不看规则、不看程序的结果读出来的；但写规则时读过这五份文件和这些标注，"
    "所以这里的数字只说明程序在这五份文件上与编者相符到什么程度，对没有见过的文件会低一些。"
)
"""What the figures can and cannot say; kept with them wherever they are shown."""
SUGGEST_CAVEAT = "轮流把每份文件当作新来的：给它的句子打分时不用它自己的回答。题目是读过这五份文件以后出的，对没有见过的文件会低一些。"
NAMES: Mapping[str, str] = {
    "entries": "条目编号",
    "stated": "条末括注的单位",
    "in_text": "正文所述的单位",
    "inherited": "承前规定的单位",
    "targets_numeric": "有数字的目标",
    "targets_dated": "有期限无数字的目标",
    "thresholds": "门槛条件",
    "citations": "所引文件",
    "modality": "措辞计数",
    **{f"field_{f}": f"目标·{n}" for f, n in zip(FIELDS, ("数值", "单位", "比较", "期限", "范围"))},
}
"""Scores in the order they are shown; ``field_*`` are counted over the targets that gold and reading share."""


@dataclass(frozen=True)
class Score:
    """``hits`` of the ``wanted`` are among the ``found``."""

    hits: int = 0
    found: int = 0
    wanted: int = 0

    def __add__(self, other: Score) -> Score:
        return Score(self.hits + other.hits, self.found + other.found, self.wanted + other.wanted)

    @property
    def precision(self) -> float | None:
        return self.hits / self.found if self.found else None

    @property
    def recall(self) -> float | None:
        return self.hits / self.wanted if self.wanted else None

    @property
    def f1(self) -> float | None:
        return 2 * self.hits / (self.found + self.wanted) if self.found + self.wanted else None


Scores = dict[str, Score]
Gold = Mapping[str, Any]
"""What a gold says, as it stands in its file."""


def of_bags(found: Iterable[Hashable], wanted: Iterable[Hashable]) -> Score:
    """Equal things are hits, each as often as both have it."""
    a, b = Counter(found), Counter(wanted)
    return Score((a & b).total(), a.total(), b.total())


def pairs(found: Sequence[Span | Stretch], wanted: Sequence[Span | Stretch | None]) -> list[tuple[int, int]]:
    """Each wanted span with the free found span that overlaps it most, as (found, wanted) indexes."""
    free, paired = set(range(len(found))), []
    for j, span in enumerate(wanted):
        if span is None:
            continue
        best = max(free, key=lambda i: _overlap(found[i], span), default=None)
        if best is not None and _overlap(found[best], span) > 0:
            free.discard(best)
            paired.append((best, j))
    return paired


def _overlap(a: Span | Stretch, b: Span | Stretch) -> int:
    return min(a.end, b.end) - max(a.start, b.start)


def evaluate_document(gold: Gold, source: str, vocabulary: Vocabulary, jurisdiction: str) -> Scores:
    """All scores of one document: the source is read anew, records that people edited play no part."""
    measures = read(source, "", vocabulary, jurisdiction).measures
    entries = set(gold["entries"])
    kept = {
        kind: [x for x in gold[kind] if x["ref"] in entries]
        for kind in ("stated", "in_text", "targets", "thresholds", "citations")
    }
    scores = {
        "entries": of_bags((m.ref for m in measures), gold["entries"]),
        "inherited": of_bags(
            ((m.ref, r.name) for m, r in _bodies(measures, "inherited")),
            ((ref, x["name"]) for x in gold["inherited"] for ref in x["entries"]),
        ),
        "citations": of_bags(
            ((m.ref, c.title, c.number) for m in measures for c in m.citations),
            ((x["ref"], x["title"], x["number"]) for x in kept["citations"]),
        ),
        "modality": _modality(measures, source, gold["modality"]),
        "thresholds": _thresholds(measures, source, kept["thresholds"]),
    }
    for kind, basis in (("stated", "stated"), ("in_text", "in-text")):
        scores[kind] = of_bags(
            ((m.ref, r.name, r.role, r.collective) for m, r in _bodies(measures, basis)),
            ((x["ref"], x["name"], x["role"], x.get("collective", False)) for x in kept[kind]),
        )
    return scores | _targets(measures, source, kept["targets"])


def _bodies(measures: tuple[Measure, ...], basis: str) -> Iterator[tuple[Measure, Responsibility]]:
    return ((m, r) for m in measures for r in m.responsibilities if r.basis == basis)


def _modality(measures: tuple[Measure, ...], source: str, gold: list[Gold]) -> Score:
    """Over the entries that the gold annotates: the words counted, by kind."""
    by_ref = {m.ref: m for m in measures}
    kinds = ("mandatory", "encouraging", "exploratory")
    found = (
        (g["ref"], kind, span.of(source))
        for g in gold
        if g["ref"] in by_ref
        for kind in kinds
        for span in getattr(by_ref[g["ref"]].modality, kind)
    )
    return of_bags(found, ((g["ref"], kind, word) for g in gold for kind in kinds for word in g[kind]))


def _place(measures: Mapping[str, Measure], source: str, record: Gold) -> Stretch | None:
    measure = measures.get(record["ref"])
    return find_printed(source, record["quote"], measure.at.start, measure.at.end) if measure and measure.at else None


def _thresholds(measures: tuple[Measure, ...], source: str, gold: list[Gold]) -> Score:
    text, by_ref = fold(source), {m.ref: m for m in measures}
    found = [t for m in measures if m.at for t in thresholds(text, m.at.start, m.at.end)]
    return Score(len(pairs(found, [_place(by_ref, source, g) for g in gold])), len(found), len(gold))


def _targets(measures: tuple[Measure, ...], source: str, gold: list[Gold]) -> Scores:
    by_ref = {m.ref: m for m in measures}
    scores: Scores = {f"field_{field}": Score() for field in FIELDS}
    for kind, numeric in (("targets_numeric", True), ("targets_dated", False)):
        found = [t for m in measures for t in m.targets if (t.value is not None) is numeric and t.at]
        wanted = [g for g in gold if (g["value"] is not None) is numeric]
        matched = pairs([t.at for t in found if t.at], [_place(by_ref, source, g) for g in wanted])
        scores[kind] = Score(len(matched), len(found), len(wanted))
        for field in FIELDS:
            right = sum(getattr(found[i], field) == wanted[j][field] for i, j in matched)
            scores[f"field_{field}"] += Score(right, len(matched), len(matched))
    return scores


def evaluate(root: Path) -> dict[str, Scores]:
    """The scores of every document that has a gold, by its id: of the texts as they were when the golds were made."""
    layout = Layout(root / TEXTS)
    vocabulary, _, _ = load_vocabulary(layout)
    results = {}
    for path in sorted((root / GOLDS).glob("*.yml")):
        gold = yaml.safe_load(path.read_text(encoding="utf-8"))
        file = layout.sources / f"{gold['document']}.txt"
        decoded, problems = decode(file.read_bytes(), layout.shown(file))
        if decoded is None:
            raise ValueError(str(problems[0]))
        results[gold["document"]] = evaluate_document(gold, decoded.text, vocabulary, gold["jurisdiction"])
    return results


def total(results: Mapping[str, Scores]) -> Scores:
    """The scores of all documents together, each thing found or wanted counting once."""
    return {name: sum((scores[name] for scores in results.values()), Score()) for name in NAMES}


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
        gold = yaml.safe_load(path.read_text(encoding="utf-8"))
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
