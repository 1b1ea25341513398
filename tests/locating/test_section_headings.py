"""Where the headings of sections stand: in the line of the outline that opens the section, not where the words occur before."""

from __future__ import annotations

from build_scripts.locating.section_headings import headed
from build_scripts.model import Corpus, Document, Node, Section, Span

SOURCE = "总体要求写在前面。\n一、总体要求\n坚持发展。\n二、主要任务\n(一)做好产业\n"


def document(*sections: Section) -> Document:
    return Document("a", "题", "gansu", "zh-Hans", "a.txt", "0" * 64, sections=sections)


def line(words: str) -> Span:
    start = SOURCE.index(words)
    return Span(start, start + len(words))


NODES = (
    Node("section", line("一、总体要求"), "1"),
    Node("section", line("二、主要任务"), "2"),
    Node("group", line("(一)做好产业"), "2.1"),
)


def test_the_words_are_found_in_their_own_line() -> None:
    found = headed(document(Section("1", "总体要求"), Section("2.1", "做好产业")), NODES, SOURCE).sections
    assert [s.at.of(SOURCE) for s in found if s.at] == ["总体要求", "做好产业"]
    assert found[0].at and found[0].at.start > SOURCE.index("\n")


def test_a_heading_that_is_not_there_has_no_place() -> None:
    found = headed(document(Section("1", "别的"), Section("9", "总体要求")), NODES, SOURCE).sections
    assert [s.at for s in found] == [None, None]


def test_all_headings_of_the_texts_have_their_place(five_texts: Corpus) -> None:
    for d in five_texts.documents:
        assert all(s.at and s.at.of(five_texts.sources[d.id]) == s.heading for s in d.sections)
