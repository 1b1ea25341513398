"""The reading of each text against its gold, which a person made who never saw the code.

Golds are tests/golds/<document>.yml (their README says how they were made). Only entries of a document are scored, not its
preamble or closing. Two texts agree where their quotes overlap in the source.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from ..locating.quoted import find_printed
from ..model import Measure, Responsibility, Vocabulary
from ..own_yaml import values
from ..reading.reader import read
from ..reading.targets.targets_in_text import thresholds
from ..sources.decode import decode
from ..sources.fold import fold
from ..sources.folded_view import Stretch
from ..store.paths import Layout
from ..store.yaml_files_to_model import load_vocabulary
from .scores import Score, of_bags, pairs

GOLDS = "tests/golds"
TEXTS = "tests/frozen"
"""The corpus the golds were read in: its texts and vocabulary stay, so that the figures change with the code alone."""
FIELDS = ("value", "unit", "comparator", "deadline", "scope")
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

Scores = dict[str, Score]
Gold = Mapping[str, Any]
"""What a gold says, as it stands in its file."""


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
        gold = values(path.read_text(encoding="utf-8"))
        file = layout.sources / f"{gold['document']}.txt"
        decoded, problems = decode(file.read_bytes(), layout.shown(file))
        if decoded is None:
            raise ValueError(str(problems[0]))
        results[gold["document"]] = evaluate_document(gold, decoded.text, vocabulary, gold["jurisdiction"])
    return results


def total(results: Mapping[str, Scores]) -> Scores:
    """The scores of all documents together, each thing found or wanted counting once."""
    return {name: sum((scores[name] for scores in results.values()), Score()) for name in NAMES}
