"""What was answered, how much of the texts it covers, and how far two readings agreed: by topic, for the method page."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, fields
from pathlib import Path

from build_scripts.answering.agreement_on_answers import Agreement, cohen
from build_scripts.answering.sentences_used import Coverage
from build_scripts.model import State, TopicPoints
from build_scripts.publishing.index.lookups import Index
from build_scripts.publishing.pages.rendering import render
from build_scripts.store.paths import Layout


@dataclass(frozen=True)
class Figures:
    """Of one topic or of all: questions, cells by state, pieces of evidence; ``sentences`` of which ``served`` are
    evidence; ``cells`` that were read twice, by how they differ; ``third``: pairs of clauses that a third reader judged."""

    points: int = 0
    answered: int = 0
    silent: int = 0
    evidence: int = 0
    sentences: int = 0
    served: int = 0
    cells: int = 0
    status: int = 0
    other_evidence: int = 0
    clause: int = 0
    third: int = 0

    def __add__(self, other: Figures) -> Figures:
        return Figures(*(getattr(self, f.name) + getattr(other, f.name) for f in fields(self)))

    @property
    def coverage(self) -> float | None:
        return self.served / self.sentences if self.sentences else None

    @property
    def divergence(self) -> float | None:
        return (self.status + self.other_evidence + self.clause) / self.cells if self.cells else None


def figures_of(topic: TopicPoints, covered: Coverage, agreed: Agreement | None) -> Figures:
    """Of one topic; ``agreed`` is None where it was read once."""
    differing = agreed.differing if agreed else {}
    return Figures(
        len(topic.points),
        sum(len(p.answers) for p in topic.points),
        sum(len(p.silent) for p in topic.points),
        sum(len(a.evidence) for p in topic.points for a in p.answers),
        len(covered.sentences),
        len(covered.served),
        agreed.cells if agreed else 0,
        differing.get("status", 0),
        differing.get("evidence", 0),
        differing.get("clause", 0),
        agreed.clauses if agreed else 0,
    )


def point_figures(index: Index, root: Path) -> str:
    """The tables; nothing where there is no question yet. Recall of ``suggest`` is read from structured/evaluation.json."""
    covered, agreed = index.coverage, index.agreements
    rows = [
        (index.topics[t.topic].zh, figures_of(t, covered[t.topic], agreed.get(t.topic)))
        for t in index.corpus.points
        if t.points
    ]
    if not rows:
        return ""
    total = _sum(covered.values(), [r for _, r in rows])
    states = sum((Counter(a.states) for a in agreed.values()), Counter[tuple[State, State]]())
    path = Layout(root).data / "evaluation.json"
    suggest = json.loads(path.read_text("utf-8")).get("suggest") if path.is_file() else None
    return render("point_figures.html.j2", rows=rows, total=total, kappa=cohen(states), suggest=suggest).replace(
        "\n", ""
    )


def _sum(covered: Iterable[Coverage], rows: Iterable[Figures]) -> Figures:
    """Of all topics: a sentence that stands under several counts once."""
    held = list(covered)
    found = sum(rows, Figures())
    sentences = {s for c in held for s in c.sentences}
    served = {s for c in held for s in c.served}
    once = {"sentences": len(sentences), "served": len(served)}
    return Figures(**{f.name: once.get(f.name, getattr(found, f.name)) for f in fields(found)})


def divergence(index: Index) -> str:
    """Of a hundred cells that were read twice, how many differ: rounded; no figure where nothing was read twice."""
    cells = sum(a.cells for a in index.agreements.values())
    differing = sum(sum(a.differing.values()) for a in index.agreements.values())
    return str(round(100 * differing / cells)) if cells else ""
