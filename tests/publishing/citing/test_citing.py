"""Citations: against strings checked by hand, through the files of reference managers and back, with hostile titles."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest
from citeproc.source.bibtex.bibparse import BibTeXParser

from build_scripts.model import Corpus, Document
from build_scripts.own_yaml import values
from build_scripts.publishing.citing import bibtex, citations, items, ris
from build_scripts.publishing.citing.citation_files import all_items, texts, write_citations
from build_scripts.publishing.citing.styles import ACCESSED, STYLES, render
from build_scripts.publishing.index.lookups import Index
from build_scripts.publishing.settings import Site

SITE = Site(
    "https://policy.example/",
    version="2026.1",
    released="2026-11-21",
    dataset="政策对读：甘肃、张掖、河南政策文本对读数据集",
)
EXPECTED = values((Path(__file__).parent / "citations.yml").read_text("utf-8"))
HOSTILE = "关于“{甲}”〈乙〉——50% & #1_2 ~ ^ $x$ \\end{x} \"丙\" 'd' <i>e</i> 结尾.\nER  - \n@misc{f, title={"


@pytest.fixture(scope="module")
def five(five_texts: Corpus) -> Index:
    return Index(five_texts)


def cited(index: Index, id: str) -> citations.Cited:
    if id == "policy-in-parallel":
        return citations.cite_dataset(SITE)
    if id.startswith("topics/"):
        return citations.cite_topic(index.topics[id.removeprefix("topics/")], SITE)
    return (
        citations.cite_measure(index.entries[id], SITE)
        if "/" in id
        else citations.cite_document(index.documents[id], SITE)
    )


@pytest.mark.parametrize("id", EXPECTED)
def test_citations_read_as_they_should(five: Index, id: str) -> None:
    found = cited(five, id)
    said = {w.id: w.before + ("⟦⟧" + w.after if w.after is not None else "") for w in found.words}
    assert said | {"note": found.note} == EXPECTED[id]


def test_the_vectors_cover_every_document(five: Index) -> None:
    assert five.documents.keys() <= EXPECTED.keys()


def test_no_access_date_but_where_the_standard_wants_one(five: Index) -> None:
    for id in EXPECTED:
        dated = [w.id for w in cited(five, id).words if w.after is not None]
        assert dated == ([] if id in five.documents else ["gb"])  # a report is cited by its own date


def hostile(corpus: Corpus) -> Document:
    return replace(corpus.documents[0], title=HOSTILE, number="甲{1}%〔2020〕", issuers=("甲, 乙 & 丙",), supplied=())


@pytest.mark.parametrize("style", STYLES, ids=lambda s: s.id)
def test_every_character_of_a_title_comes_out_as_it_went_in(five: Index, style) -> None:
    item = items.document(hostile(five.corpus), SITE)
    assert " ".join(HOSTILE.split()) in render(item, style)


def unescaped(value: str) -> str:
    """A BibTeX value as TeX would print it: the commands of the table and nothing else."""
    spelled = {c: chr(k) for k, c in bibtex._SPELLED.items()}
    out, rest = "", value
    while rest:
        command = next((c for c in sorted(spelled, key=len, reverse=True) if rest.startswith(c)), None)
        out += spelled[command] if command else rest[0]
        rest = rest[len(command or " ") :]
    return out


def test_bibtex_of_a_hostile_title_is_one_balanced_entry_and_prints_the_title(five: Index, tmp_path: Path) -> None:
    entry = bibtex.entry(items.document(hostile(five.corpus), SITE))
    assert entry.count("{") == entry.count("}") and entry.count("@") == 1 + HOSTILE.count("@")
    depth = 0
    for at, c in enumerate(entry):
        depth += (c == "{") - (c == "}")
        assert depth > 0 or at < entry.index("{") or at >= len(entry) - 2, "closed before its end"
    title = next(line for line in entry.split("\n") if line.startswith("  title = "))
    assert unescaped(title.removeprefix("  title = {{").removesuffix("}},")) == " ".join(HOSTILE.split())


def test_bibtex_is_read_by_a_parser(five: Index, tmp_path: Path) -> None:
    found = list(all_items(five, SITE))
    path = tmp_path / "all.bib"
    path.write_text("\n".join(bibtex.entry(i) for i in found), "utf-8")
    read = BibTeXParser(str(path), encoding="utf-8")
    assert len(read) == len(found)
    report = read["zhangye-county-economy"]
    assert report.document_type == "report" and report["date"] == "2022-03-01"
    assert report["title"] == "{[关于加快县域经济高质量发展的实施意见]}"
    assert read["policy-in-parallel"].document_type == "dataset"
    assert read["topics:enclave-parks"].document_type == "online"


def test_a_report_is_its_issuers_and_a_page_is_the_sites(five: Index) -> None:
    report = items.document(five.documents["zhangye-county-economy"], SITE)
    assert report["publisher"] == "中共张掖市委，张掖市人民政府" and "container-title" not in report
    assert items.dataset(SITE)["publisher"] == items.topic(five.topics["talent"], SITE)["container-title"] == "政策对读"
    assert "publisher" not in items.document(five.documents["gansu-enclave-economy"], SITE)


def test_titles_inside_a_title_stand_in_single_marks(five: Index) -> None:
    own, other = five.documents["gansu-enclave-economy"], five.documents["henan-industrial-clusters"]
    law = citations.cite_comparison(own, other, SITE).words[1]
    assert law.before.startswith(f"政策对读编者：《〈{own.title}〉与〈{other.title}〉条文对照》，")


def test_ris_of_a_hostile_title_is_one_record(five: Index) -> None:
    record = ris.record(items.document(hostile(five.corpus), SITE))
    lines = record.split("\r\n")
    assert lines[0] == "TY  - RPRT" and lines[-2:] == ["ER  - ", ""]
    assert all(line[2:6] == "  - " and line[:2].isupper() for line in lines[:-1])
    assert [line[:2] for line in lines].count("ER") == 1
    assert "AU  - 甲， 乙 & 丙" in lines
    assert f"TI  - {' '.join(HOSTILE.split())}" in lines


def test_csl_json_is_the_item(five: Index) -> None:
    item = items.document(hostile(five.corpus), SITE)
    assert json.loads(texts(item)["json"]) == [item]


def test_types_are_report_webpage_dataset(five: Index) -> None:
    kinds = {i["id"]: i["type"] for i in all_items(five, SITE)}
    assert kinds["henan-industrial-clusters"] == "report"
    assert kinds["henan-industrial-clusters/7.1"] == kinds["topics/enclave-parks"] == "webpage"
    assert kinds["policy-in-parallel"] == "dataset"


def test_a_comparison_is_cited_by_both_titles(five: Index) -> None:
    own, other = five.documents["gansu-enclave-economy"], five.documents["henan-industrial-clusters"]
    words = citations.cite_comparison(own, other, SITE).words[0]
    address = "https://policy.example/compare/gansu-enclave-economy/henan-industrial-clusters/"
    title = f"《{own.title}》与《{other.title}》条文对照"
    assert words.before == f"政策对读编者. {title}[EB/OL]. （2026-11-21）" and words.after == f". {address}."


def test_a_file_of_what_is_no_more_goes(five: Index, tmp_path: Path) -> None:
    old = tmp_path / "data" / "cite" / "old.bib"
    old.parent.mkdir(parents=True)
    old.touch()
    write_citations(five, tmp_path, SITE)
    assert not old.exists()


def test_what_is_unknown_is_in_no_file(five: Index) -> None:
    """No issuer, number or date is made up for the text that states none."""
    found = texts(items.document(five.documents["gansu-regional-coordination"], SITE))
    assert "author" not in found["bib"] and "date =" not in found["bib"] and "institution" not in found["bib"]
    assert not {"AU", "PY", "DA", "SN", "PB"} & {line[:2] for line in found["ris"].split("\r\n")}
    assert not {"author", "issued", "number"} & json.loads(found["json"])[0].keys()


def test_files_are_written_once_and_the_same_again(five: Index, tmp_path: Path) -> None:
    count = write_citations(five, tmp_path, SITE)
    files = {p: p.read_bytes() for p in tmp_path.rglob("*") if p.is_file()}
    assert len(files) == 3 * count == 3 * len(list(all_items(five, SITE)))
    write_citations(five, tmp_path, SITE)
    assert files == {p: p.read_bytes() for p in files}
    assert {f for f, _ in cited(five, "gansu-enclave-economy/3.3").files} <= {
        p.relative_to(tmp_path).as_posix() for p in files
    }


def test_the_mark_of_the_access_date_is_in_no_text(five: Index) -> None:
    assert not any(ACCESSED in s for s in five.corpus.sources.values())
