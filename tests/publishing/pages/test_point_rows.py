"""Questions in rows: answers with their proof, how it is worded, and who does not answer."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest

from build_scripts.comparing.comparison_of_corpus import Comparison
from build_scripts.model import Corpus
from build_scripts.publishing.index.lookups import Index
from build_scripts.publishing.pages.all_pages import pages_of
from build_scripts.publishing.pages.parts.point_rows import PointRow, ShownAnswer, point_rows
from build_scripts.publishing.pages.rendering import Page
from tests.publishing.html import Element, parse

TOPIC = "enclave-parks"


@pytest.fixture(scope="module")
def index(five_texts: Corpus) -> Index:
    return Index(five_texts)


@pytest.fixture(scope="module")
def made(index: Index, five_texts: Corpus) -> dict[str, Page]:
    return {p.path: p for p in pages_of(index, Comparison(five_texts))}


def page(made: dict[str, Page], path: str) -> Element:
    return parse(made[path].text.split("---\n", 2)[2])


def row(index: Index, point: str) -> PointRow:
    return next(r for r in point_rows(index, index.questions_of_topic[TOPIC]) if r.question.point.id == point)


def answers(index: Index) -> Iterator[ShownAnswer]:
    for r in point_rows(index, index.questions.values()):
        yield from (a for c in r.cells for a in c.answers)


def test_every_document_stands_in_its_places_cell_once(index: Index) -> None:
    for r in point_rows(index, index.questions.values()):
        shown = [a.short for c in r.cells for a in c.answers] + [w.short for c in r.cells for w in c.without]
        assert sorted(shown) == sorted(index.short_names.values()), r.question.id


def test_a_place_names_its_documents_only_where_it_has_several(index: Index) -> None:
    gansu, zhangye, henan = row(index, "forms").cells
    assert [a.short for a in gansu.answers] == ["甘肃2015", "甘肃2023"] and gansu.named("silent") == ("甘肃·区域协调",)
    assert not gansu.alone and zhangye.alone and henan.alone


def test_the_proof_leads_to_the_sentence_it_begins_in(index: Index) -> None:
    (answer,) = row(index, "forms").cells[1].answers
    (proof,) = answer.proofs
    assert proof.printed == "五、（十五）" and proof.address.startswith("measures/zhangye-county-economy/5.15/#s")
    for shown in answers(index):
        for p in shown.proofs:
            assert p.address and p.document.id == shown.document.id


def test_a_clause_says_how_its_proof_is_put(index: Index) -> None:
    (zhangye,) = row(index, "forms").cells[1].answers
    assert "探索" in zhangye.proofs[0].quote and zhangye.tones == ("exploratory",)
    assert {t for a in answers(index) for t in a.tones} == {"mandatory", "encouraging", "exploratory"}


class TestTopicPage:
    def test_each_question_has_its_address_its_answers_and_its_difference(
        self, made: dict[str, Page], index: Index
    ) -> None:
        shown = page(made, f"topics/{TOPIC}.md")
        points = list(shown.all("tbody", "pp-point"))
        assert [p.attrs["id"] for p in points] == [q.anchor for q in index.questions_of_topic[TOPIC]]
        for point, question in zip(points, index.questions_of_topic[TOPIC], strict=True):
            assert next(point.all("th")).text == question.point.question
            assert len(list(point.all("details", "pp-answer"))) == len(question.point.answers)
            for answer in question.point.answers:
                assert answer.says in point.text
                assert all(e.quote in point.text for e in answer.evidence)
            assert (question.point.difference or "") in point.text

    def test_silence_is_said_of_those_that_were_read_and_only_of_them(self, made: dict[str, Page]) -> None:
        points = {str(p.attrs["id"]): p for p in page(made, f"topics/{TOPIC}.md").all("tbody", "pp-point")}
        gansu = next(c for c in points["q-forms"].all("td") if c.attrs.get("data-l") == "甘肃")
        assert [p.text.strip() for p in gansu.all("p", "pp-none")] == ["甘肃·区域协调未写"]

    def test_a_document_that_nobody_read_is_never_said_to_be_silent(self, five_texts: Corpus) -> None:
        unread = tuple(
            replace(t, points=tuple(replace(p, silent=(), not_applicable=()) for p in t.points))
            for t in five_texts.points
        )
        corpus = replace(five_texts, points=unread)
        made = {p.path: p for p in pages_of(Index(corpus), Comparison(corpus))}
        table = next(page(made, f"topics/{TOPIC}.md").all("table", "pp-points"))
        assert "未写" not in "".join(e.text for e in table.all("p", "pp-none")) and "尚未读" in table.text

    def test_where_nobody_read_any_of_a_places_documents_they_are_counted(self, five_texts: Corpus) -> None:
        (answered, *_), *_ = (t.points for t in five_texts.points if t.topic == TOPIC)
        untouched = replace(answered, answers=(), silent=(), not_applicable=())
        points = tuple(
            replace(t, points=(untouched, *t.points[1:])) if t.topic == TOPIC else t for t in five_texts.points
        )
        corpus = replace(five_texts, points=points)
        (shown,) = (p for p in pages_of(Index(corpus), Comparison(corpus)) if p.path == f"topics/{TOPIC}.md")
        first, *_ = parse(shown.text.split("---\n", 2)[2]).all("tbody", "pp-point")
        said = {c.attrs.get("data-l"): c.text.strip() for c in first.all("td") if c.attrs.get("data-l")}
        assert said["甘肃"] == "3 份都尚未读" and said["张掖"] == "尚未读"

    def test_a_question_that_nobody_answers_may_come_first(self, five_texts: Corpus) -> None:
        unanswered = tuple(
            replace(t, points=(replace(t.points[0], answers=()), *t.points[1:])) if t.topic == TOPIC else t
            for t in five_texts.points
        )
        corpus = replace(five_texts, points=unanswered)
        (shown,) = (p for p in pages_of(Index(corpus), Comparison(corpus)) if p.path == f"topics/{TOPIC}.md")
        first, *_ = parse(shown.text.split("---\n", 2)[2]).all("tbody", "pp-point")
        assert not list(first.all("details", "pp-answer")) and "未写" in first.text

    def test_questions_come_first_then_texts_then_bodies(self, made: dict[str, Page]) -> None:
        heads = [str(e.attrs["id"]) for e in page(made, f"topics/{TOPIC}.md").all("h2")]
        assert heads.index("points") < heads.index("side") < heads.index("glance") < heads.index("cite")

    def test_a_place_that_names_nobody_is_a_sentence_and_no_column_of_dashes(self, made: dict[str, Page]) -> None:
        shown = page(made, "topics/talent.md")
        assert "没有点名单位" in shown.text
        who = next(t for t in shown.all("table", "pp-glance") if "牵头" in next(t.all("caption")).text)
        assert "河南" not in next(who.all("thead")).text


def test_the_list_of_questions_has_each_with_every_places_answers_on_a_line(
    made: dict[str, Page], index: Index
) -> None:
    shown = page(made, "questions.md")
    assert [next(q.all("h3")).text for q in shown.all(cls="pp-asked__one")] == [
        q.point.question for q in index.questions.values()
    ]
    assert all(len(list(q.all("li"))) == len(index.speaking_places) for q in shown.all(cls="pp-asked__one"))


def test_measures_and_documents_name_the_questions_they_answer(made: dict[str, Page]) -> None:
    links = {str(a.attrs["href"]) for a in page(made, "measures/zhangye-county-economy/5.15.md").all("a")}
    assert "../../../topics/enclave-parks/#q-forms" in links
    links = {str(a.attrs["href"]) for a in page(made, "documents/zhangye-county-economy.md").all("a")}
    assert "../../topics/enclave-parks/#q-forms" in links


def test_the_home_page_answers_three_questions(made: dict[str, Page]) -> None:
    cards = list(page(made, "index.md").all("li", "pp-ask__card"))
    assert len(cards) == 3 and all(len(list(c.all("li"))) == 3 for c in cards)
