"""What a preamble, a lead-in or a closing aims at or cites is recorded with the place where it stands."""

from __future__ import annotations

from dataclasses import replace

from build_scripts.locating.record_in_source import locate
from build_scripts.reading.document_record import document_of
from build_scripts.reading.reader import read

SOURCE = """某市关于加强园区建设的意见
某政发〔2023〕5号
为贯彻落实《某省关于园区工作的意见》（某省发〔2022〕8号），到2027年建成园区20个，制定本意见。
一、重点任务
力争到2026年，培育企业100家。
（一）建设园区。完善设施。
（二）培育企业。加大扶持。
"""


def test_goals_and_citations_outside_the_measures_are_passages():
    preamble, lead_in = read(SOURCE).passages
    assert (preamble.kind, preamble.ref, [t.value for t in preamble.targets]) == ("preamble", None, [20])
    assert [(c.title, c.number) for c in preamble.citations] == [("某省关于园区工作的意见", "某省发〔2022〕8号")]
    assert (lead_in.kind, lead_in.ref) == ("lead-in", "1")
    assert [(t.value, t.aspirational) for t in lead_in.targets] == [(100, True)]


def test_a_passage_is_found_again_in_its_source():
    document = document_of(read(SOURCE), "park", "gansu", SOURCE, "park.txt", SOURCE.encode())
    bare = replace(document, passages=tuple(replace(p, at=None) for p in document.passages))
    located, problems = locate(bare, SOURCE, "park.yml")
    assert not problems
    for passage in located.passages:
        assert passage.at.of(SOURCE) == passage.text
        assert all(t.at.of(SOURCE) == t.quote for t in passage.targets)
        assert all(c.at.of(SOURCE) == f"《{c.title}》" for c in passage.citations)


def test_words_that_are_not_in_the_source_are_told():
    document = document_of(read(SOURCE), "park", "gansu", SOURCE, "park.txt", SOURCE.encode())
    wrong = replace(document, passages=(replace(document.passages[0], text="没有这一段。"),))
    assert [(p.code, p.record) for p in locate(wrong, SOURCE, "park.yml")[1]] == [("quote-not-in-text", "preamble")]


def test_a_text_without_goals_or_citations_around_its_measures_has_no_passages():
    assert (
        read("关于服务的意见\n为改善服务，制定本意见。\n一、减少环节。压缩时限。\n二、降低成本。减免费用。\n").passages
        == ()
    )


def test_what_an_article_asks_without_a_date_is_a_bound_and_no_goal() -> None:
    text = (
        "某市绿化条例\n第一条 为了绿化，制定本条例。\n"
        "第二条 新建居住区绿地率不低于百分之三十，到2030年全市绿化覆盖率达到百分之四十五。\n"
        "第三条 面积三公顷以上的公园应当有两名以上管理人员。\n"
    )
    second, third = read(text).measures[1:]
    assert [(t.value, t.deadline) for t in second.targets] == [(45, "2030")]
    assert [(b.kind, b.comparator, b.value) for b in second.limits] == [("floor", ">=", 30)]
    assert third.targets == ()
    plan = "某市若干措施\n第一条 扩大绿地。新建居住区绿地率达到百分之三十以上。\n第二条 加强养护。\n第三条 加强管理。\n"
    assert [t.value for t in read(plan).measures[0].targets] == [30]
