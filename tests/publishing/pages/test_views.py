"""What each kind of page shows."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from build_scripts.comparing.comparison_of_corpus import Comparison
from build_scripts.model import Answer, Corpus, FactSource, Point, Starter, Target, TopicPoints
from build_scripts.publishing.index.lookups import Index
from build_scripts.publishing.pages.parts.counterpart_cards import counterparts
from build_scripts.publishing.pages.views import agencies, documents, functional_lines, home, measures, topics
from build_scripts.publishing.text import labels
from tests.publishing.html import Element, parse


def test_the_matrix_counts_the_questions_that_a_place_answers(corpus: Corpus) -> None:
    asked = TopicPoints(
        "enclave-parks",
        (
            Point("a", "甲？", "", answers=(answer("gansu-enclave-economy"),), silent=("henan-industrial-clusters",)),
            Point("b", "乙？", "", answers=(answer("gansu-enclave-economy"), answer("henan-industrial-clusters"))),
            Point("c", "丙？", "", silent=("gansu-enclave-economy",)),
        ),
    )
    index = Index(replace(corpus, points=(asked,)))
    rows = {
        r.topic.id: {c.place.id: (c.answered, c.unread, c.asked, c.shade) for c in r.cells} for r in home.matrix(index)
    }
    assert rows["enclave-parks"] == {"gansu": (2, 1, 3, 3), "henan": (1, 1, 3, 2)}
    assert rows["investment-promotion"] == {"gansu": (0, 0, 0, 0), "henan": (0, 0, 0, 0)}


def answer(document: str) -> Answer:
    return Answer(document, "答", ())


def test_each_day_has_its_questions_and_every_starter_has_its_turn(corpus: Corpus) -> None:
    points = tuple(Point(name, f"{name}？", "") for name in "abcde")
    starters = tuple(Starter(p.id, f"enclave-parks/{p.id}") for p in points)
    vocabulary = replace(corpus.vocabulary, starters=starters)
    index = Index(replace(corpus, points=(TopicPoints("enclave-parks", points),), vocabulary=vocabulary))
    days = [[r.question.point.id for r in home.questions(index, f"2026-11-{day}")] for day in range(10, 15)]
    assert all(len(set(day)) == home.ASKED for day in days) and {q for day in days for q in day} == set("abcde")
    assert home.questions(Index(replace(corpus, points=())), "2026-11-10") == ()


def test_places_have_a_colour_each(index: Index) -> None:
    assert {p.id: p.colour for p in index.places.values()} == {"gansu": 1, "henan": 2, "zhangye": 8}


def test_the_timeline_goes_by_date_then_by_the_year_of_the_number_and_puts_undated_documents_last(index: Index) -> None:
    assert [(d.document.id, d.day.date, d.day.by_number) for d in home.timeline(index)] == [
        ("henan-industrial-clusters", "2017-12-12", False),
        ("gansu-enclave-economy", "2023", True),
        ("hostile", None, False),
    ]


def test_facts_say_what_they_rest_on(index: Index) -> None:
    henan = {f.label: f.stated for f in documents.facts(index.documents["henan-industrial-clusters"], "各省轄市:\n")}
    assert henan == {
        "标题": "text",
        "发文字号": "text",
        "发文机关": "text",
        "主送": "text",
        "成文日期": "text",
        "发布日期": "absent",
    }
    hostile = {f.label: (f.stated, bool(f.reason)) for f in documents.facts(index.documents["hostile"], "")}
    assert hostile["标题"] == ("editor", True) and hostile["主送"] == ("absent", False)


def test_the_outline_lets_whole_sections_stand_alone(index: Index) -> None:
    parts = documents.outline(index, index.documents["gansu-enclave-economy"])
    assert [(p.ref, p.heading, [e.measure.ref for e in p.entries]) for p in parts] == [
        (None, None, ["1"]),
        (None, None, ["2"]),
        ("3", "工作措施", ["3.3"]),
    ]


def test_duties_stand_by_role_and_basis(index: Index) -> None:
    groups = measures.duties(index, index.entries["gansu-enclave-economy/3.3"])
    assert [(g.role, g.basis, [(r.name, a and a.id) for r, a in g.bodies]) for g in groups] == [
        ("responsible", "stated", [("省发展改革委", "gansu-drc"), ("省农业农村厅", "gansu-agri")]),
        ("implementer", "inherited", [("各市州", None)]),
    ]


def test_wording_lists_the_words(index: Index) -> None:
    (wording,) = measures.wording_of(index, index.entries["gansu-enclave-economy/3.3"])
    assert (wording.label, wording.words, wording.count) == ("鼓励支持", (("支持", 1),), 1)


def test_an_older_body_says_what_it_is_now(index: Index, page_at: Callable[[str], Element]) -> None:
    assert [s.agency.id for s in index.succession.today("gansu-old")] == ["gansu-agri"]
    assert "现为甘肃省农业农村厅" in page_at("agencies/gansu-old").text


def test_what_has_no_source_is_unverified_and_a_source_is_told_and_linked(
    index: Index, page_at: Callable[[str], Element]
) -> None:
    assert "没有见到出处，未核" in page_at("agencies/gansu-old").text
    seen = FactSource("某厅<公告>", "2026-11-26", "改了名", "primary", "https://example.test/a?b=1&c=2")
    old = index.agencies["gansu-old"]
    told = replace(
        old, events=tuple(replace(e, sources=(seen,)) for e in old.events), sources=(replace(seen, url=None),)
    )
    held = tuple(told if a.id == old.id else a for a in index.corpus.vocabulary.agencies)
    corpus = replace(index.corpus, vocabulary=replace(index.corpus.vocabulary, agencies=held))
    made = next(p for p in agencies.agencies(Index(corpus), Comparison(corpus)) if "gansu-old" in p.path)
    page = parse(made.text)
    assert "https://example.test/a?b=1&c=2" in [a.attrs.get("href") for a in page.all("a")]
    assert page.text.count("某厅<公告>（一手，2026年11月26日见） 改了名") == 2
    assert "未核" not in page.text


def test_a_body_shows_names_roles_colleagues_and_counterparts(index: Index, page_at: Callable[[str], Element]) -> None:
    drc = index.agencies["gansu-drc"]
    assert agencies.printed_names(index, drc) == [("省发展改革委", 1), ("省发展改革", 0)]
    assert [(p.role, p.count) for p in agencies.by_role(index, drc)] == [("responsible", 1)]
    found = Comparison(index.corpus)
    assert [(a.id, n) for a, n in functional_lines.coworkers(index, found, "gansu-drc")] == [("gansu-agri", 1)]
    there = [(p.id, held) for p, held in functional_lines.same_line(index, found, drc)]
    assert there == [("henan", [])], "a place whose documents name nobody is said to name nobody"
    text = page_at("agencies/gansu-drc").text
    assert "甘肃省农业农村厅" in text and "省发展改革委" in text and "河南 原文未点名" in text


def test_a_topic_puts_places_side_by_side_and_says_who_is_silent(
    index: Index, page_at: Callable[[str], Element]
) -> None:
    topic = index.topics["investment-promotion"]
    columns = topics.columns(index, Comparison(index.corpus).glances[topic.id])
    assert [(c.place.id, c.silent, len(c.entries)) for c in columns] == [("gansu", True, 0), ("henan", False, 1)]
    page = page_at("topics/investment-promotion")
    assert [e.text for e in page.all(cls="pp-silence")] == [
        "甘肃没有专门写：收录的文件里，没有一条主要讲这件事；不等于没有做。"
    ]


def test_confirmed_counterparts_show_on_both_sides(page_at: Callable[[str], Element]) -> None:
    for here, there in (
        ("gansu-enclave-economy/3.3", "推进招商引资提质提效"),
        ("henan-industrial-clusters/7.1", "加大省际边界区域合作力度"),
    ):
        assert (
            there
            in next(
                e for e in page_at(f"measures/{here}").all("section") if e.attrs.get("aria-labelledby") == "elsewhere"
            ).text
        )


def test_a_measure_of_a_document_that_nobody_has_compared_says_so(corpus: Corpus) -> None:
    bare = replace(corpus, alignments=())
    (first, *_) = Index(bare).entries.values()
    found = Comparison(bare)
    assert not counterparts(Index(bare), found, first).compared
    assert found.compared == frozenset()
    assert "gansu-enclave-economy" in Comparison(corpus).compared


def test_a_measure_cites_itself_with_its_address(page_at: Callable[[str], Element]) -> None:
    cited = [e.text for e in page_at("measures/gansu-enclave-economy/3.3").all(cls="pp-cite__text")]
    address = "http://example.test/sub/measures/gansu-enclave-economy/3.3/"
    assert len(cited) == 3 and all(address in text for text in cited)
    assert (
        f"《关于促进“飞地经济”发展的指导意见》三、（三），甘办发〔2023〕15号，发布日期不详，载政策对读，{address}。"
        in cited
    )


def test_neighbours_end_at_the_document(index: Index) -> None:
    first, last = index.entries["gansu-enclave-economy/1"], index.entries["gansu-enclave-economy/3.3"]
    assert [e and e.id for e in index.neighbours(first)] == [None, "gansu-enclave-economy/2"]
    assert [e and e.id for e in index.neighbours(last)] == ["gansu-enclave-economy/2", None]


def test_targets_are_figures_with_their_comparator(page_at: Callable[[str], Element]) -> None:
    text = page_at("targets").text
    assert "不低于20个" in text and "2026年" in text


@pytest.mark.parametrize(
    ("comparator", "said"),
    [(">=", "不低于150個"), (">", "超过150個"), ("<=", "不高于150個"), ("~", "150個左右"), ("=", "150個")],
)
def test_a_comparison_stands_where_chinese_puts_it(comparator: str, said: str) -> None:
    assert labels.goal(Target("q", comparator=comparator, value=150, unit="個")) == said
