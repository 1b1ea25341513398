"""The editor's relations: loaded into the corpus, each side quoting its measure."""

from __future__ import annotations

from build_scripts.model import Corpus, measure_id


def test_relations_are_loaded_with_the_corpus(corpus: Corpus) -> None:
    assert len(corpus.relations) > 100
    studies = corpus.vocabulary.studies
    assert {r.kind for r in corpus.relations} == {s.id for s in studies}
    assert {(r.kind, r.relation) for r in corpus.relations} == {(s.id, r.id) for s in studies for r in s.relations}


def test_every_claim_carries_its_evidence(corpus: Corpus) -> None:
    texts = {measure_id(d.id, m.ref): m.text for d in corpus.documents for m in d.measures}
    for relation in corpus.relations:
        for name, quote in ((relation.origin, relation.evidence_from), (relation.to, relation.evidence_to)):
            assert (name is None) == (quote is None)
            assert name is None or quote in texts[name]
        assert bool(relation.absent_in) == (relation.origin is None or relation.to is None)


def test_only_the_text_that_came_after_is_anticipated(corpus: Corpus) -> None:
    """The enclave text (2023) is later than Zhangye's (2022): Zhangye can neither take it up nor leave it out."""
    for relation in corpus.relations:
        if relation.kind == "province-to-city" and relation.origin:
            later = relation.origin.startswith("gansu-enclave-economy/")
            assert later == (relation.relation == "anticipates")
