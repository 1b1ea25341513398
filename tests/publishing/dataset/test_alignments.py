"""The pairs of the exported dataset: the editor's with a computed score, the method's marked as such."""

from __future__ import annotations

from build_scripts.comparing.comparison_of_corpus import Comparison
from build_scripts.comparing.counterparts.pairs import THRESHOLD
from build_scripts.model import Corpus, measure_id
from build_scripts.publishing.dataset.corpus.judgements_json import alignments_json


def test_alignments_carry_score_basis_and_shared_wording(five_texts: Corpus, compared: Comparison) -> None:
    rows = alignments_json(compared)
    texts = {measure_id(d.id, m.ref): m.text for d in five_texts.documents for m in d.measures}
    judged = {frozenset((a.a, a.b)): a.status for a in five_texts.alignments}
    assert sum(1 for r in rows if r["basis"] == "editor") == sum(1 for s in judged.values() if s == "confirmed")
    for row in rows:
        assert set(row) == {"a", "b", "score", "basis", "strength", "why", "shared"}
        assert 0 <= row["score"] <= 1 and row["score"] == round(row["score"], 4)
        assert all(phrase in texts[row["a"]] for phrase in row["shared"])
        pair = frozenset((row["a"], row["b"]))
        if row["basis"] == "computed":
            assert row["score"] >= THRESHOLD and pair not in judged
        else:
            assert judged[pair] == "confirmed"
    assert any(row["shared"] for row in rows)
