"""The search index as files: what is shipped, that it is the same each time, and that tokens say what they must."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest
from opencc import OpenCC

from build_scripts.model import Corpus
from build_scripts.publishing.search_index import pagefind, read_synonyms, write_search_index
from build_scripts.publishing.search_index.catalogue import NOBODY
from build_scripts.publishing.search_index.synonyms import SynonymGroup, SynonymsError
from build_scripts.publishing.search_index.tokens import fold_table, normal, singles, tokens
from build_scripts.sources.fold import fold

ROOT = Path(__file__).resolve().parents[2]
SYNONYMS = ROOT / "structured" / "vocabulary" / "synonyms.yml"


def files(site: Path) -> dict[str, bytes]:
    return {str(p.relative_to(site)): p.read_bytes() for p in site.rglob("*") if p.is_file()}


def catalogue(site: Path) -> dict:
    return json.loads((site / "assets/search/catalogue.json").read_text("utf-8"))


@pytest.fixture(scope="module")
def site(corpus: Corpus, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("site")
    write_search_index(corpus, folder, [SynonymGroup(("飞地经济", "飞地园区"), "近")])
    return folder


def test_only_the_index_is_shipped(site: Path) -> None:
    shipped = {p for p in files(site) if p.startswith("pagefind/")}
    assert {"pagefind/pagefind.js", "pagefind/pagefind-worker.js", "pagefind/pagefind-entry.json"} <= shipped
    assert any(p.startswith("pagefind/index/") for p in shipped)
    assert not [p for p in shipped if "fragment" in p or "ui" in p or "highlight" in p]


def test_same_corpus_same_files(corpus: Corpus, site: Path, tmp_path: Path) -> None:
    (tmp_path / "pagefind").mkdir()
    (tmp_path / "pagefind" / "left-over").write_text("x")
    done = write_search_index(corpus, tmp_path, [SynonymGroup(("飞地经济", "飞地园区"), "近")])
    assert files(tmp_path) == files(site)
    assert done.pages == sum(len(d.measures) for d in corpus.documents)
    assert done.bytes == sum(map(len, files(site).values()))


def test_catalogue_names_every_measure(corpus: Corpus, site: Path) -> None:
    read = catalogue(site)
    measures = [(d, m) for d in corpus.documents for m in d.measures]
    assert len(read["pages"]) == len(measures)
    assert len({page[0] for page in read["pages"]}) == len(measures)
    for page, (document, measure) in zip(read["pages"], measures):
        _, number, ref, topics, flat = page
        assert (read["documents"][number]["id"], ref) == (document.id, measure.ref)
        assert [read["topics"][t]["id"] for t in topics] == list(measure.topics)
        duties = {
            (None if a == NOBODY else read["agencies"][a]["id"], read["roles"][r]["id"])
            for a, r in zip(flat[::2], flat[1::2])
        }
        assert duties == {(r.agency, r.role) for r in measure.responsibilities}


def test_texts_stand_as_printed(corpus: Corpus, site: Path) -> None:
    for document in corpus.documents:
        for measure in document.measures:
            path = site / "assets/search/text" / document.id / f"{measure.ref}.json"
            assert json.loads(path.read_text("utf-8"))["text"] == measure.text


def test_no_measures_no_index(corpus: Corpus, tmp_path: Path) -> None:
    assert write_search_index(replace(corpus, documents=()), tmp_path).pages == 0
    assert catalogue(tmp_path)["pages"] == []


def test_indexer_failure_is_told(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(pagefind, "_LANGUAGE", "--no-such-option")
    with pytest.raises(pagefind.PagefindError):
        pagefind.build_index(["<html></html>"], tmp_path / "pagefind")
    assert not (tmp_path / "pagefind").exists()


def test_shipped_table_is_the_fold() -> None:
    table = fold_table()
    code, shipped = 0, {}
    for step, character in zip(table["steps"], table["to"]):
        code += step
        shipped[chr(code)] = character
    plane = [chr(c) for c in range(0x10000) if not 0xD800 <= c <= 0xDFFF]
    assert [shipped.get(c, c) for c in plane] == [fold(c) for c in plane]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("產業集聚區", "产业集聚区"),
        ("（一）ＡＩ Ｔech", "(一)aitech"),
        ("〔2017〕１５９號", "[2017]159号"),
        ("一\u3000二\n三\u200b四", "一二三四"),
        ("İÉß", "İÉß"),
        ("", ""),
    ],
)
def test_normal_form(text: str, expected: str) -> None:
    assert normal(text) == expected


def test_tokens_are_letters_and_digits_and_tell_characters_apart() -> None:
    text = "飞地“<b>&amp;é\u0301가😀𠮷z；z1。_-"
    characters = [t for c in normal(text) for t in tokens(c)]
    assert all(t.isalnum() and t == t.lower() for t in characters)
    assert len(set(characters)) == len(set(normal(text)))
    assert tokens(text) == [a + b for a, b in zip(characters, characters[1:])]
    assert set(singles(text)) == set(characters)
    assert tokens("") == []


def test_every_synonym_group_can_help() -> None:
    """Each group has a term that the texts use, and no term stands in two groups."""
    everything = "".join(fold(p.read_bytes().decode("utf-8")) for p in (ROOT / "structured/sources").glob("*.txt"))
    groups = read_synonyms(SYNONYMS)
    terms = [t for g in groups for t in g.terms]
    assert groups and len(terms) == len(set(terms))
    assert [g.terms for g in groups if not any(t in everything for t in g.terms)] == []
    assert [t for t in terms if OpenCC("tw2s").convert(t) != t] == []


@pytest.mark.parametrize(
    "text",
    [
        "terms: [a, b]",
        "- terms: [a]\n  note: x",
        "- terms: [a, a]\n  note: x",
        "- terms: [a, b]",
        "- [a, b]",
        "- terms: [a, 1]\n  note: x",
    ],
)
def test_malformed_synonyms_are_refused(text: str, tmp_path: Path) -> None:
    path = tmp_path / "synonyms.yml"
    path.write_text(text, "utf-8")
    with pytest.raises(SynonymsError):
        read_synonyms(path)


def test_no_synonyms_file_no_synonyms(tmp_path: Path) -> None:
    assert read_synonyms(tmp_path / "none.yml") == ()
