"""The questions looked at from every side, over two made-up questions and two documents."""

from __future__ import annotations

from build_scripts.model import (
    Answer,
    Evidence,
    Gone,
    NotApplicable,
    Permalink,
    Point,
    Span,
    Topic,
    TopicPoints,
)
from build_scripts.publishing.index import points

TOPIC = Topic("parks", "园区", "Parks", "园区的事")
WHO = Point(
    "who",
    "谁来管？",
    "管的人",
    (
        Answer(
            "north",
            "乙管",
            (
                Evidence("north/2.1", quote="乙管", at=Span(20, 22)),
                Evidence(document="north", passage="preamble", quote="按规定", at=Span(3, 6)),
            ),
        ),
        Answer("south", "甲管", (Evidence("south/1", quote="甲管", at=Span(8, 10)),)),
    ),
)
WHAT = Point(
    "what",
    "管什么？",
    "管的事",
    (Answer("north", "管地", (Evidence("north/2.1", quote="管地", at=Span(11, 13)),)),),
    ("south",),
    (NotApplicable("west", "没有园区"),),
)
ALL = points.questions((TopicPoints("parks", (WHO, WHAT)), TopicPoints("nothing", (WHO,))), (TOPIC,))


def test_questions_are_named_by_topic_and_keep_the_order_of_their_file() -> None:
    assert list(ALL) == ["parks/who", "parks/what"]
    assert ALL["parks/who"].address == "topics/parks/#q-who"
    assert points.by_topic(ALL.values()) == {"parks": (ALL["parks/who"], ALL["parks/what"])}


def test_a_document_answers_is_silent_cannot_be_asked_or_is_unread() -> None:
    what = ALL["parks/what"]
    states = {d: what.state(d) for d in ("north", "south", "west", "east")}
    assert states == {"north": "answered", "south": "silent", "west": "not_applicable", "east": "unread"}
    assert what.answer("north") is not None and what.answer("south") is None
    assert {d: [q.id for q in qs] for d, qs in points.by_document(ALL.values()).items()} == {
        "north": ["parks/who", "parks/what"],
        "south": ["parks/who"],
    }


def test_what_is_quoted_of_a_measure_stands_in_the_order_of_its_words() -> None:
    quoted = points.by_measure(ALL.values())
    assert [q.evidence.quote for q in quoted["north/2.1"]] == ["管地", "乙管"]
    assert [q.question.id for q in quoted["south/1"]] == ["parks/who"]
    assert [q.evidence.quote for q in points.outside_measures(ALL.values())["north"]] == ["按规定"]


def test_the_anchors_of_questions_that_moved_or_went_are_kept_by_topic() -> None:
    moved = Permalink("/topics/parks/#q-old", "point", "2026-11-26", successor="/topics/parks/#q-who")
    gone = Permalink("/topics/parks/#q-gone", "point", "2026-11-26", gone=Gone("问", "并入", "2026-11-27"))
    here = Permalink("/topics/parks/#q-who", "point", "2026-11-26")
    page = Permalink("/topics/old/", "topic", "2026-11-26", successor="/topics/parks/")
    assert points.departed((moved, gone, here, page)) == {"parks": (("q-old", moved), ("q-gone", gone))}
