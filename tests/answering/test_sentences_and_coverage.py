"""Which sentences there are, and which of them serve: over the frozen texts, with one question of our own."""

from __future__ import annotations

from dataclasses import replace

import pytest

from build_scripts.answering.sentences import Said, evidence_in, of_corpus, points_of, serving
from build_scripts.answering.sentences_used import coverage
from build_scripts.locating.evidence import grounds, located
from build_scripts.model import Answer, Corpus, Evidence, Point, TopicPoints, measure_id

NAME = "gansu-enclave-economy"


@pytest.fixture(scope="module")
def held(five_texts: Corpus) -> dict[str, tuple[Said, ...]]:
    return of_corpus(five_texts)


def test_sentences_stand_in_the_source_in_order_and_say_where(five_texts: Corpus, held) -> None:
    for document, said in held.items():
        assert [s.at for s in said] == sorted(s.at for s in said)
        assert all(s.text == s.at.of(five_texts.sources[document]) for s in said)
        assert all((s.measure is None) != (s.passage is None) for s in said)
    refs = {measure_id(d.id, m.ref) for d in five_texts.documents for m in d.measures}
    assert {s.measure for said in held.values() for s in said if s.measure} == refs


def test_clauses_of_bodies_and_headings_are_told_apart(held) -> None:
    third = [s for s in held[NAME] if s.measure == f"{NAME}/3.3"]
    assert third[0].is_heading and "加大省际边界区域合作力度" in third[0].text
    assert third[-1].is_clause and not any(s.is_clause for s in third[:-1])


def test_every_piece_of_evidence_is_of_a_sentence(five_texts: Corpus, held) -> None:
    for document, said in held.items():
        for at in evidence_in(points_of(five_texts.points), document):
            assert at is not None and serving(said, [at])


def with_one_answer(corpus: Corpus, topic: str, quote: str) -> Corpus:
    """The corpus with one question, which one document answers by words of its measure 3.3."""
    answer = Answer(NAME, "说", (Evidence(f"{NAME}/3.3", quote=quote),))
    points = (TopicPoints(topic, (Point("one", "问？", "问", (answer,)),)),)
    where = grounds(corpus.documents, corpus.nodes, corpus.sources)
    return replace(corpus, points=located(points, where))


@pytest.mark.parametrize(("topic", "own", "elsewhere"), [("regional-cooperation", 1, 0), ("talent", 0, 1)])
def test_what_serves_is_counted_under_the_topics_of_its_measure(
    topic: str, own: int, elsewhere: int, five_texts: Corpus
) -> None:
    found = coverage(with_one_answer(five_texts, topic, "推动河西地区"))
    assert [len(found[topic].own), len(found[topic].elsewhere)] == [own, elsewhere]
    under = found["regional-cooperation"]
    assert len(under.served) == 1 and "推动河西地区" in under.served[0].text
    assert len(under.unused) == len(under.sentences) - 1
    assert under.rate == pytest.approx(1 / len(under.sentences))


def test_without_sentences_there_is_no_rate(five_texts: Corpus) -> None:
    empty = replace(five_texts, documents=())
    assert {c.rate for c in coverage(empty).values()} == {None}
