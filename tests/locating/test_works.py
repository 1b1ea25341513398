"""Works are found by what is printed, minted from their numbers, and know where they are cited."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from build_scripts.checks.checked_corpus import load_corpus
from build_scripts.fixing import fix
from build_scripts.locating.citations_to_works import Shelf, by_work, joined, names_itself, new_works, number_parts
from build_scripts.locating.record_in_source import locate
from build_scripts.model import Citation, Citing, Corpus, Document, Work
from build_scripts.moving.moving import rename, withdraw
from build_scripts.reading.document_record import document_of
from build_scripts.reading.reader import read

DAY = "2026-11-26"
GBF = Work("gbf-2014-54", "国务院办公厅关于甲的意见", "国办发〔2014〕54号", "国务院办公厅")
LAW = Work("planning-law", "城乡规划法", names=("中华人民共和国城乡规划法",))
SHELF = Shelf((GBF, LAW))


@pytest.mark.parametrize(
    ("citation", "work"),
    [
        (Citation("國務院辦公廳關于甲的意見", "國辦發〔2014〕54號"), "gbf-2014-54"),
        (Citation("甲意见", "国办发[2014] 54号"), "gbf-2014-54"),
        (Citation("国务院办公厅关于甲的意见"), "gbf-2014-54"),
        (Citation("中华人民共和国城乡规划法"), "planning-law"),
        (Citation("国务院办公厅关于甲的意见", "国办发〔2015〕9号"), None),
        (Citation("土地管理法"), None),
    ],
)
def test_a_work_is_found_by_its_number_or_by_a_title(citation: Citation, work: str | None) -> None:
    found = SHELF.of(citation)
    assert (found and found.id) == work


@pytest.mark.parametrize("number", ["国办发〔2014〕54号", "國辦發[2014]54號", "国办发 (2014) 54号"])
def test_a_number_is_taken_apart_however_it_is_bracketed(number: str) -> None:
    parts = number_parts(number)
    assert parts is not None and (parts.mark, parts.ending) == ("国办发", "-2014-54")


def test_a_number_of_a_kind_seen_before_mints_the_next_work() -> None:
    made = SHELF.minted(Citation("國務院辦公廳關于乙的意見", "國辦發〔2017〕7號"))
    assert made == Work("gbf-2017-7", "国务院办公厅关于乙的意见", "国办发〔2017〕7号", "国务院办公厅")


def test_nothing_is_minted_where_an_editor_must_choose() -> None:
    unseen = Citation("关于乙的意见", "甘办发〔2023〕15号")
    assert SHELF.minted(unseen) is None
    assert SHELF.minted(Citation("土地管理法")) is None
    assert SHELF.minted(Citation("甲", "国办发〔2014〕54号")) is None


SOURCE = """某市关于加强园区建设的意见
某政发〔2023〕5号
为贯彻落实《国务院办公厅关于甲的意见》（国办发〔2014〕54号），制定本意见。
一、重点任务
（一）建设园区。修订《园区办法》。依据《城乡规划法》管理。
（二）培育企业。对照《国务院办公厅关于丙的意见》（国办发〔2018〕3号）和《国务院办公厅关于丙的意见》（国办发〔2018〕3号）。
"""


@pytest.fixture
def document() -> Document:
    located, problems = locate(document_of(read(SOURCE), "park", "a", SOURCE, "park.txt", SOURCE.encode()), SOURCE, "p")
    assert not problems
    return joined(located, SOURCE, SHELF)


def test_a_citation_knows_its_work_what_it_is_cited_for_and_the_sentence(document: Document) -> None:
    held = by_work([document])
    (preamble,) = held["gbf-2014-54"]
    assert (preamble.measure, preamble.passage, preamble.ref) == (None, "preamble", None)
    assert preamble.citation.relation == "basis"
    assert preamble.citation.sentence.of(SOURCE) == SOURCE.split("\n")[2]
    (law,) = held["planning-law"]
    assert (law.measure, law.passage) == ("park/1.1", None)
    assert law.citation.sentence.of(SOURCE) == "依据《城乡规划法》管理。"
    changed = next(c for c in document.measures[0].citations if c.title == "园区办法")
    assert (changed.work, changed.relation) == (None, "mention")


def test_a_work_cited_twice_is_minted_once(document: Document) -> None:
    assert [w.id for w in new_works([document], SHELF.works)] == ["gbf-2018-3"]


def test_a_work_of_ours_names_the_document(document: Document) -> None:
    ours = Shelf((replace(GBF, document="henan"),))
    cited = joined(document, SOURCE, ours).passages[0].citations[0]
    assert cited.document == "henan"


def test_a_sentence_of_the_five_texts_holds_its_citation(five_texts: Corpus) -> None:
    places = [place for held in by_work(five_texts.documents).values() for place in held]
    assert places
    for place in places:
        said = place.citation.sentence.of(five_texts.sources[place.document])
        assert f"《{place.citation.title}》" in said


def test_fix_mints_a_work_and_registers_its_page(copy: Path) -> None:
    works, register = copy / "structured" / "works.yml", copy / "structured" / "permalinks.yml"
    before = works.read_text("utf-8")
    entry = before[before.index("- id: gbf-2017-7") : before.index("- id: central-regional-coordination")]
    works.write_text(before.replace(entry, ""), "utf-8")
    kept = [line for line in register.read_text("utf-8").split("\n") if "/works/gbf-2017-7/" not in line]
    register.write_text("\n".join(kept), "utf-8")
    changed, problems = fix(copy, DAY)
    assert not problems and set(changed) == {"structured/works.yml", "structured/permalinks.yml"}
    assert works.read_text("utf-8") == before.replace(entry, "") + entry
    assert "/works/gbf-2017-7/" in register.read_text("utf-8")
    assert load_corpus(copy)[1] == []


def test_fix_mints_nothing_while_anything_is_wrong(copy: Path) -> None:
    works = copy / "structured" / "works.yml"
    text = works.read_text("utf-8")
    entry = text[text.index("- id: gbf-2017-7") : text.index("- id: central-regional-coordination")]
    works.write_text(text.replace(entry, ""), "utf-8")
    fix(copy, DAY)  # its address is registered and its work gone: an error
    assert "gbf-2017-7" not in works.read_text("utf-8")


def test_a_work_follows_the_document_that_it_is(copy: Path) -> None:
    works = copy / "structured" / "works.yml"
    own = (
        "- id: gsbf-2023-15\n  title: 关于促进“飞地经济”发展的指导意见\n  number: 甘办发〔2023〕15号\n"
        "  document: gansu-enclave-economy\n"
    )
    works.write_text(works.read_text("utf-8") + own, "utf-8")
    fix(copy, DAY)
    assert rename(copy, "document", "gansu-enclave-economy", "gansu-enclaves", DAY).problems == ()
    assert "document: gansu-enclaves\n" in works.read_text("utf-8")
    assert withdraw(copy, "document", "gansu-enclaves", "应要求", DAY).problems == ()
    assert "gsbf-2023-15" in works.read_text("utf-8") and "document:" not in works.read_text("utf-8")


def test_an_id_that_an_editor_chose_stays_when_the_number_is_learnt(copy: Path) -> None:
    works = copy / "structured" / "works.yml"
    title = "  title: 城乡规划法\n"
    learnt = f"{title}  number: 主席令〔2007〕74号\n"
    works.write_text(works.read_text("utf-8").replace(title, learnt), "utf-8")
    corpus, problems = load_corpus(copy)
    assert corpus is not None and problems == []


OWN = [
    ("关于印发《张掖市冷链物流发展若干措施》的通知", "张掖市冷链物流发展若干措施", "preamble", True),
    ("张掖市冷链物流发展若干措施(试行)", "张掖市冷链物流发展若干措施", "preamble", True),
    ("冷链物流发展若干措施", "张掖市冷链物流发展若干措施", "preamble", True),
    ("张掖市人民政府关于加快冷链物流发展的若干措施", "关于加快冷链物流发展的若干措施", "closing", True),
    ("张掖市冷链物流发展若干措施", "甘肃省冷链物流发展若干措施", "preamble", False),
    ("张掖市冷链物流发展若干措施", "甘肃省“十四五”冷链物流发展规划", "preamble", False),
    ("张掖市冷链物流发展若干措施", "张掖市冷链物流发展若干措施", None, True),
    ("张掖市冷链物流发展若干措施", "冷链物流发展若干措施", None, False),
    ("张掖市土地管理办法", "办法", "preamble", False),
]
"""A document's title, a title cited without a number, in which passage (None: in a measure), and whether it is itself."""


@pytest.mark.parametrize(("title", "said", "passage", "itself"), OWN)
def test_a_notice_names_what_it_issues(title: str, said: str, passage: str | None, itself: bool) -> None:
    document = Document("d", title, "zhangye", "zh-Hans", "d.txt", "")
    place = Citing("d", None if passage else "d/1", passage, None, Citation(said))  # type: ignore[arg-type]
    assert names_itself(document, place) is itself
    numbered = replace(place, citation=Citation(said, "张政发〔2024〕3号"))
    assert names_itself(document, numbered) is False
