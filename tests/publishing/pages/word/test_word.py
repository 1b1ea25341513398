"""The Word documents: read back, they hold what the page holds, with a footnote for each proof, and open in any reader."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import docx
import pytest
from docx.document import Document as Opened
from lxml import etree

from build_scripts import addresses
from build_scripts.comparing.comparison_of_corpus import Comparison
from build_scripts.model import Answer, Corpus, Evidence, Point, TopicPoints
from build_scripts.publishing.index.lookups import Index
from build_scripts.publishing.pages.all_pages import pages
from build_scripts.publishing.pages.views.compare import sides
from build_scripts.publishing.pages.word import question_tables
from build_scripts.publishing.pages.word.article_tables import article_paper
from build_scripts.publishing.pages.word.docx import docx_bytes
from build_scripts.publishing.pages.word.paper import WIDTH, Notes, Paper, Text, plain, widths
from build_scripts.publishing.pages.word.question_tables import question_paper
from build_scripts.publishing.pages.word.writing import write_word
from build_scripts.publishing.settings import Site
from tests.publishing.html import Element, parse

SITE = Site("http://example.test/", version="2026.1", released="2026-11-21")
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"


@pytest.fixture(scope="module")
def real(five_texts: Corpus, compared: Comparison) -> tuple[Index, Comparison]:
    return Index(five_texts), compared


@pytest.fixture(scope="module")
def page(real: tuple[Index, Comparison]) -> Callable[[str], Element]:
    made = {p.path: p for p in pages(real[0].corpus, real[1])}
    return lambda address: parse(made[addresses.page_path(address)].text.split("---\n", 2)[2])


@pytest.fixture(scope="module")
def written(real: tuple[Index, Comparison], tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("word")
    assert write_word(*real, SITE, folder) == len(list(folder.rglob("*.docx")))
    return folder


def opened(content: bytes) -> Opened:
    return docx.Document(io.BytesIO(content))


def part(content: bytes, name: str) -> etree._Element:
    with zipfile.ZipFile(io.BytesIO(content)) as parts:
        return etree.fromstring(parts.read(name))


def footnotes(content: bytes) -> list[str]:
    """The texts of the footnotes that are ours, in their order; each is marked once, in that order."""
    held = [n for n in part(content, "word/footnotes.xml") if int(n.get(f"{W}id", "0")) > 0]
    marks = [m.get(f"{W}id") for m in part(content, "word/document.xml").iter(f"{W}footnoteReference")]
    assert marks == [n.get(f"{W}id") for n in held]
    return ["".join(t.text or "" for t in n.iter(f"{W}t")) for n in held]


def addresses_in(content: bytes, name: str) -> list[str]:
    """Where the links of a part lead, each one's relation looked up."""
    to = {r.get("Id"): r.get("Target") for r in part(content, f"word/_rels/{name}.xml.rels")}
    return [to[link.get(R)] or "" for link in part(content, f"word/{name}.xml").iter(f"{W}hyperlink")]


def test_a_topic_has_the_rows_and_proofs_of_its_page(
    real: tuple[Index, Comparison], written: Path, page: Callable[[str], Element]
) -> None:
    for topic, questions in real[0].questions_of_topic.items():
        content = (written / addresses.questions_in_word(topic)).read_bytes()
        shown = next(page(addresses.topic(topic)).all(cls="pp-points"))
        (table,) = opened(content).tables
        asked = [row.cells[0].text for row in table.rows[1:] if row.cells[0].text != row.cells[-1].text]
        assert asked == [q.text for q in shown.all(cls="pp-point__q")] == [q.point.question for q in questions]
        assert len(table.rows) - 1 - len(asked) == sum(bool(q.point.difference or q.point.caution) for q in questions)
        assert [c.text for c in table.rows[0].cells][1:] == [p.short for p in real[0].speaking_places]
        notes = footnotes(content)
        assert len(notes) == len([e for e in shown.all("blockquote") if "data-proof" in e.attrs])
        to = addresses_in(content, "footnotes")
        assert len(to) == len(notes) and all(n.endswith(url) for n, url in zip(notes, to, strict=True))
        assert addresses_in(content, "document") == [SITE.absolute(q.address) for q in questions]


def test_a_document_says_silence_as_the_page_says_it(real: tuple[Index, Comparison], written: Path) -> None:
    index = real[0]
    for topic, questions in index.questions_of_topic.items():
        (table,) = opened((written / addresses.questions_in_word(topic)).read_bytes()).tables
        rows = {r.cells[0].text: [c.text for c in r.cells[1:]] for r in table.rows[1:]}
        for question in questions:
            for place, said in zip(index.speaking_places, rows[question.point.question], strict=True):
                own = [d.id for d in index.documents.values() if d.jurisdiction == place.id]
                states = {question.state(d) for d in own}
                assert ("未写" in said) >= ("silent" in states) and bool(said)
                assert ("尚未读" in said) >= ("unread" in states)


def test_two_documents_have_the_rows_of_their_page(
    real: tuple[Index, Comparison], written: Path, page: Callable[[str], Element]
) -> None:
    for side in sides(real[1], real[0]):
        path = written / addresses.table_in_word(side.own.id, side.other.id)
        shown = page(addresses.compare_documents(side.own.id, side.other.id))
        rows = [r for r in shown.all("tr") if r.attrs.get("data-row")]
        confirmed = [r for r in rows if r.attrs["data-row"] == "matched"]
        links = [a for a in shown.all("a") if a.attrs.get("href", "").endswith("table.docx")]
        assert path.is_file() == bool(confirmed) == bool(links)
        if path.is_file():
            content = path.read_bytes()
            (table,) = opened(content).tables
            assert len(table.rows) == 1 + len(rows)
            assert sum("没有对应的条目" in r.cells[1].text for r in table.rows[1:]) == len(rows) - len(confirmed)
            matches = sum(len(list(r.all(cls="pp-match"))) for r in rows)
            assert len(footnotes(content)) == len(rows) + matches + len(side.lacking)
            assert all(to.startswith(SITE.absolute(addresses.MEASURES)) for to in addresses_in(content, "footnotes"))


def test_it_is_landscape_and_its_heads_stand_on_every_page(written: Path) -> None:
    for path in written.rglob("*.docx"):
        document = opened(path.read_bytes())
        section = document.sections[0]
        assert (section.page_width.mm, section.page_height.mm) == pytest.approx((297, 210), abs=0.1)
        for table in document.tables:
            assert table.rows[0]._tr.find(f"{W}trPr/{W}tblHeader") is not None
            assert sum(int(c.get(f"{W}w")) for c in table._tbl.tblGrid) == WIDTH
        fonts = part(path.read_bytes(), "word/fontTable.xml")
        named = {f.get(f"{W}eastAsia") for f in part(path.read_bytes(), "word/styles.xml").iter(f"{W}rFonts")}
        assert named == {"仿宋", "黑体", "宋体"} <= {f.get(f"{W}name") for f in fonts}
        assert document.core_properties.created.date().isoformat() == "2026-11-21"


def test_every_word_of_ours_is_filled_in(written: Path) -> None:
    files = sorted(written.rglob("*.docx"))
    texts = ["".join(p.text for p in opened(f.read_bytes()).paragraphs) for f in files]
    assert files and not [f.name for f, text in zip(files, texts, strict=True) if "{" in text or "}" in text]


def test_texts_are_read_in_simplified_with_full_width_marks(written: Path) -> None:
    (table,) = opened(
        (written / "compare/gansu-enclave-economy/henan-industrial-clusters/table.docx").read_bytes()
    ).tables
    henan = "".join(r.cells[1].text for r in table.rows)
    assert "产业集聚区" in henan and "產業" not in henan and "，" in henan


def test_bytes_depend_on_the_data_alone(real: tuple[Index, Comparison]) -> None:
    index, found = real
    topic = next(iter(index.questions_of_topic))
    side = next(sides(found, index))
    assert docx_bytes(question_paper(index, index.topics[topic], SITE)) == docx_bytes(
        question_paper(Index(index.corpus), index.topics[topic], SITE)
    )
    assert docx_bytes(article_paper(index, side, SITE)) == docx_bytes(article_paper(index, side, SITE))


def test_hostile_words_come_back_to_the_character(corpus: Corpus) -> None:
    evil = "<w:t>&amp;\"'{{ x }}{% y %}"
    answer = Answer("hostile", evil + "\x02", (Evidence("hostile/1.1", quote=evil),))
    point = Point("p", evil, "范围", (answer,), caution=evil, difference=None)
    index = Index(replace(corpus, points=(TopicPoints("enclave-parks", (point,)),)))
    content = docx_bytes(question_paper(index, index.topics["enclave-parks"], SITE))
    (table,) = opened(content).tables
    assert table.rows[1].cells[0].text == evil
    assert any(f"{evil}\ufffd" in c.text for c in table.rows[1].cells)
    assert footnotes(content)[0].count("{{ x }}{% y %}") == 1


def test_places_beyond_six_stand_in_a_table_below(
    real: tuple[Index, Comparison], monkeypatch: pytest.MonkeyPatch
) -> None:
    index = real[0]
    topic = next(iter(index.questions_of_topic))
    one = docx_bytes(question_paper(index, index.topics[topic], SITE))
    monkeypatch.setattr(question_tables, "PLACES", 2)
    several = docx_bytes(question_paper(index, index.topics[topic], SITE))
    tables = opened(several).tables
    assert [len(t.columns) for t in tables] == [3, 2]
    assert sorted(footnotes(one)) == sorted(footnotes(several))
    assert len(tables[1].rows) == len(opened(one).tables[0].rows) > len(tables[0].rows), (
        "differences stand below the last"
    )


def test_an_address_is_one_relation_however_often_it_is_named() -> None:
    notes = Notes()
    blocks = tuple(plain(t) for t in ("一", "二"))
    for _ in blocks:
        notes.mark(Text("x", "http://example.test/?a=1&b=2"))
    content = docx_bytes(Paper("题", "编者", "http://example.test/", "2026-11-21", "脚", blocks, tuple(notes.held)))
    rels = part(content, "word/_rels/footnotes.xml.rels")
    assert [r.get("Target") for r in rels] == ["http://example.test/?a=1&b=2"]
    assert [p.text for p in opened(content).paragraphs] == ["一", "二"]


@pytest.mark.parametrize("others", [1, 2, 3, 6])
def test_columns_fill_the_page(others: int) -> None:
    assert sum(widths(2000, others)) == WIDTH and len(widths(2000, others)) == others + 1
