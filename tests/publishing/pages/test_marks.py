"""The span layer: whatever the marks, the text comes through whole and the events nest."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from build_scripts.publishing.pages.parts.overlapping_spans import Event, Mark, paragraphs, plain, run

KINDS = st.sampled_from(["sentence", "agency", "collective", "target", "citation", "quote"])


@st.composite
def texts_and_marks(draw: st.DrawFn) -> tuple[str, list[Mark]]:
    text = draw(st.text("甲乙\n ", max_size=30))

    def mark(n: int) -> Mark:
        a, b = draw(st.integers(-2, 32)), draw(st.integers(-2, 32))
        return Mark(min(a, b), max(a, b), draw(KINDS), to=draw(st.sampled_from([None, "x/"])), id=f"i{n}")

    return text, [mark(n) for n in range(draw(st.integers(0, 6)))]


def covered(events: list[Event], mark: Mark) -> set[int]:
    """The places of ``mark``'s text, told from the events alone."""
    position, stack, found = 0, [], set()
    for event in events:
        if event.type == "open":
            stack.append(event.mark)
        elif event.type == "close":
            assert stack.pop() == event.mark
        else:
            found |= set(range(position, position + len(event.text))) if mark in stack else set()
            position += len(event.text)
    assert not stack
    return found


@given(texts_and_marks())
def test_text_is_whole_and_every_mark_covers_its_span(given_: tuple[str, list[Mark]]) -> None:
    text, marks = given_
    events = list(run(text, marks))
    assert plain([tuple(events)]) == text
    for mark in marks:
        assert covered(events, mark) == set(range(max(0, mark.start), min(len(text), mark.end)))


@given(texts_and_marks())
def test_no_link_stands_inside_a_link(given_: tuple[str, list[Mark]]) -> None:
    depth = 0
    for event in run(*given_):
        if event.link:
            depth += {"open": 1, "close": -1}[event.type]
        assert depth in (0, 1)


@given(texts_and_marks())
def test_an_id_is_printed_once_at_most(given_: tuple[str, list[Mark]]) -> None:
    text, marks = given_
    firsts = [e.mark for r in paragraphs(text, marks) for e in r if e.type == "open" and e.first]
    assert len(firsts) == len(set(firsts))


@given(texts_and_marks())
def test_paragraphs_join_to_the_text_and_hold_one_line_each(given_: tuple[str, list[Mark]]) -> None:
    text, marks = given_
    runs = paragraphs(text, marks)
    assert plain(runs) == text
    assert [plain([r]) for r in runs] == text.splitlines(keepends=True)


def test_a_nested_mark_stays_whole() -> None:
    events = run("甲乙丙丁", [Mark(1, 3, "agency", to="a/"), Mark(0, 4, "sentence", id="s1")])
    assert [(e.type, e.text or e.mark.kind) for e in events] == [
        ("open", "sentence"),
        ("text", "甲"),
        ("open", "agency"),
        ("text", "乙丙"),
        ("close", "agency"),
        ("text", "丁"),
        ("close", "sentence"),
    ]


def test_a_mark_over_a_sentence_end_is_cut_there() -> None:
    events = run("甲乙丙", [Mark(0, 2, "sentence", id="s1"), Mark(1, 3, "target", id="t")])
    opened = [(e.mark.kind, e.first) for e in events if e.type == "open"]
    assert opened == [("sentence", True), ("target", True), ("target", False)]
