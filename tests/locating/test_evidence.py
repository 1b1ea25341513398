"""Evidence back to its place in the source: in a measure, in its heading, in a passage; nowhere else."""

from __future__ import annotations

import pytest

from build_scripts.locating.evidence import Grounds, grounds, located
from build_scripts.model import Corpus, Evidence


@pytest.fixture(scope="module")
def where(five_texts: Corpus) -> Grounds:
    return grounds(five_texts.documents, five_texts.nodes, five_texts.sources)


@pytest.mark.parametrize(
    "piece",
    [
        Evidence("gansu-enclave-economy/3.3", quote="积极推动"),
        Evidence("gansu-enclave-economy/3.3", quote="加大省际边界区域合作力度"),
        Evidence(document="gansu-etdz-upgrade", passage="preamble", quote="(国办发〔2014〕54号)"),
        Evidence(document="gansu-enclave-economy", passage="closing", quote="建立本级“飞地经济”协调推进机制"),
    ],
    ids=("text", "heading", "preamble", "closing"),
)
def test_words_are_found_where_they_are_said_to_stand(piece: Evidence, where: Grounds, five_texts: Corpus) -> None:
    at = where.find(piece)
    document = piece.document or (piece.measure or "").partition("/")[0]
    assert at is not None and at.of(five_texts.sources[document]) == piece.quote


@pytest.mark.parametrize(
    ("piece", "named"),
    [
        (Evidence("gansu-enclave-economy/3.4", quote="加大省际边界区域合作力度"), True),
        (Evidence("gansu-enclave-economy/3.3", quote=""), True),
        (Evidence("gansu-enclave-economy/9.9", quote="积极推动"), False),
        (Evidence(document="gansu-enclave-economy", passage="annex", quote="积极推动"), False),
    ],
    ids=("another heading", "no words", "no such measure", "no such passage"),
)
def test_words_that_stand_elsewhere_have_no_place(piece: Evidence, named: bool, where: Grounds) -> None:
    assert where.find(piece) is None
    assert (where.stretches(piece) is not None) == named


def test_every_piece_of_evidence_has_its_place(five_texts: Corpus, where: Grounds) -> None:
    for topic in located(five_texts.points, where):
        for point in topic.points:
            for answer in point.answers:
                source = five_texts.sources[answer.document]
                assert all(
                    "".join(e.at.of(source).split()) == "".join(e.quote.split()) for e in answer.evidence if e.at
                )
                assert all(e.at for e in answer.evidence)
