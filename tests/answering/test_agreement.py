"""Two readings held against each other, cell by cell: over made-up readings of a text of three sentences."""

from __future__ import annotations

import pytest

from build_scripts.answering.agreement_on_answers import Agreement, agreement, agreements
from build_scripts.answering.sentences import of_document
from build_scripts.locating.evidence import grounds
from build_scripts.model import (
    Answer,
    Corpus,
    Document,
    Evidence,
    Measure,
    Node,
    NotApplicable,
    PointReading,
    ReadPoint,
    SettledCell,
    SettledPoints,
    Span,
    TopicReadings,
)

SOURCE = "安排资金。培训干部。建立园区。"
DOCUMENT = Document("a", "甲", "jia", "zh-Hans", "a.txt", "0", measures=(Measure("1", None, SOURCE, at=Span(0, 15)),))
NODES = (Node("body", Span(0, 15), "1"),)
WHERE = grounds((DOCUMENT,), {"a": NODES}, {"a": SOURCE})
HELD = {"a": of_document(DOCUMENT, NODES, SOURCE)}


def says(*quotes: str) -> ReadPoint:
    return ReadPoint("p", (Answer("a", "答", tuple(Evidence("a/1", quote=q) for q in quotes)),))


SILENT = ReadPoint("p", (), ("a",))
NOT_ASKED = ReadPoint("p", (), (), (NotApplicable("a", "无"),))
UNREAD = ReadPoint("p")


def read(first: ReadPoint, second: ReadPoint, *settled: SettledCell) -> Agreement:
    return agreement(
        TopicReadings(
            PointReading("first", "t", (first,)),
            PointReading("second", "t", (second,)),
            SettledPoints("t", settled),
        ),
        WHERE,
        HELD,
    )


@pytest.mark.parametrize(
    ("first", "second", "kind"),
    [
        (says("安排资金"), says("资金"), None),
        (says("安排资金", "培训"), says("干部", "建立"), None),
        (says("安排资金"), says("培训干部"), "evidence"),
        (says("安排资金"), SILENT, "status"),
        (SILENT, NOT_ASKED, "status"),
        (SILENT, SILENT, None),
        (says("早已不在"), says("早已不在"), None),
        (says("早已不在"), says("别的话"), "evidence"),
    ],
)
def test_cells_differ_in_status_or_in_the_sentences_that_prove_them(
    first: ReadPoint, second: ReadPoint, kind: str | None
) -> None:
    found = read(first, second)
    assert found.cells == 1 and dict(found.differing) == ({kind: 1} if kind else {})
    assert found.divergence == bool(kind)


def test_a_clause_that_would_mislead_is_what_the_third_reader_said() -> None:
    cell = SettledCell("p", "a", "clause", "both", "各漏一样")
    assert dict(read(says("安排资金"), says("资金"), cell).differing) == {"clause": 1}


def test_a_third_reader_is_given_clauses_that_differ_though_a_sentence_proves_both() -> None:
    other = ReadPoint("p", (Answer("a", "另答", (Evidence("a/1", quote="安排资金"),)),))
    assert read(says("安排资金"), other).clauses == 1
    assert read(says("安排资金"), says("资金")).clauses == 0
    assert read(says("培训干部"), other).clauses == 0


def test_what_only_one_has_read_is_no_cell() -> None:
    found = read(says("安排资金"), UNREAD)
    assert (found.cells, found.divergence, found.kappa) == (0, 0.0, None)


def test_kappa_is_of_the_states() -> None:
    found = Agreement("t", 10, {}, {("answered", "answered"): 4, ("silent", "silent"): 4, ("answered", "silent"): 2})
    assert found.agreed == pytest.approx(0.8) and found.kappa == pytest.approx((0.8 - 0.48) / 0.52)
    assert Agreement("t", 2, {}, {("silent", "silent"): 2}).kappa is None


def test_of_the_five_texts_the_cells_that_differ_are_those_that_were_settled(five_texts: Corpus) -> None:
    found = {a.topic: sum(a.differing.values()) for a in agreements(five_texts)}
    assert found == {r.topic: len(r.settled.cells) for r in five_texts.readings}
