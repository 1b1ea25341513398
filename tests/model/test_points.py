"""One cell for each document of a question: it answers, is silent, cannot be asked, or was not read."""

from __future__ import annotations

from build_scripts.model import Answer, Evidence, NotApplicable, Point

ANSWERS = tuple(Answer(document, "有", (Evidence("a/1", quote="有"),)) for document in ("a", "b"))
ASKED = Point("p", "有吗？", "有没有", ANSWERS, ("c",), (NotApplicable("d", "无从问起"), NotApplicable("e", "同上")))


def test_each_document_is_in_one_state() -> None:
    states = {document: ASKED.state(document) for document in "abcdef"}
    assert states == {
        **dict.fromkeys("ab", "answered"),
        "c": "silent",
        **dict.fromkeys("de", "not_applicable"),
        "f": "unread",
    }


def test_the_answer_of_a_document_is_its_own_and_who_gives_none_has_none() -> None:
    assert [ASKED.answer(document) for document in "abc"] == [*ANSWERS, None]


def test_who_was_read_is_accounted_for_whatever_was_found() -> None:
    assert ASKED.accounted == ("a", "b", "c", "d", "e")
