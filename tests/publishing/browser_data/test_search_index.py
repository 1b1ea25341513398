"""The search index as files: what is shipped, that it is the same each time, and that tokens say what they must."""

from __future__ import annotations

import json
from dataclasses import replace
from itertools import accumulate
from pathlib import Path

import pytest

from build_scripts.model import Corpus, SynonymGroup
from build_scripts.publishing.browser_data.search_index.catalogue import NOBODY, ref_of
from build_scripts.publishing.browser_data.search_index.catalogue import catalogue as in_rows
from build_scripts.publishing.browser_data.search_index.folding import fold_table, normal
from build_scripts.publishing.browser_data.search_index.postings import positions, shards
from build_scripts.publishing.browser_data.search_index.rows import headings, results, row
from build_scripts.publishing.browser_data.search_index.writing import write_search_index
from build_scripts.publishing.index.lookups import Index
from build_scripts.publishing.text.reading_form.form import reading_form
from build_scripts.sources.fold import fold
from tests.publishing.html import received_record


def files(site: Path) -> dict[str, bytes]:
    return {str(p.relative_to(site)): p.read_bytes() for p in site.rglob("*") if p.is_file()}


def catalogue(site: Path) -> dict:
    """As it is shipped, its columns in rows again."""
    shipped = json.loads((site / "assets/search/catalogue.json").read_text("utf-8"))
    lengths, steps, refs, about, bodies = shipped["results"]
    rows = [list(row) for row in zip(lengths, accumulate(steps), refs, about, strict=True)]
    results = [[*row, bodies[n]] if n < len(bodies) else row for n, row in enumerate(rows)]
    lines = [
        [length, first] if span < 0 else [length, first, first + span]
        for length, first, span in zip(
            shipped["headings"][0], accumulate(shipped["headings"][1]), shipped["headings"][2]
        )
    ]
    return {**shipped, "results": results, "headings": lines}


@pytest.fixture(scope="module")
def site(corpus: Corpus, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("site")
    write_search_index(Index(corpus), folder)
    return folder


def test_same_corpus_same_files(corpus: Corpus, site: Path, tmp_path: Path) -> None:
    left_over = tmp_path / "assets/search/index/left-over.bin"
    left_over.parent.mkdir(parents=True)
    left_over.write_text("x")
    done = write_search_index(Index(corpus), tmp_path)
    assert files(tmp_path) == files(site)
    assert done.results == len(results(Index(corpus)))
    assert done.bytes == sum(map(len, files(site).values()))


def test_catalogue_names_every_measure(corpus: Corpus, site: Path) -> None:
    read = catalogue(site)
    measures = [(d, m) for d in corpus.documents for m in d.measures]
    described = [r for r in read["results"] if len(r) == 5]
    assert len(described) == len(measures) and described == read["results"][: len(measures)]
    for (length, number, ref, topics, flat), (document, measure) in zip(described, measures):
        assert length == len(normal(f"{measure.heading or ''}{measure.text}"))
        assert (read["documents"][number]["id"], ref) == (document.id, measure.ref)
        assert [read["topics"][t]["id"] for t in topics] == list(measure.topics)
        duties = {
            (None if a == NOBODY else read["agencies"][a]["id"], read["roles"][r]["id"])
            for a, r in zip(flat[::2], flat[1::2])
        }
        assert duties == {(r.agency, r.role) for r in measure.responsibilities}


def test_catalogue_names_what_stands_outside_the_measures(site: Path) -> None:
    read = catalogue(site)
    passages = [(read["documents"][r[1]]["id"], r[2], read["labels"][r[3]]) for r in read["results"] if len(r) == 4]
    assert [p for p in passages if p[0] == "gansu-enclave-economy"] == [
        ("gansu-enclave-economy", "p-number", "发文字号"),
        ("gansu-enclave-economy", "p-title", "标题"),
        ("gansu-enclave-economy", "p-preamble", "导语"),
    ]  # what the web page says around it (甘公网安备…) is no part of the document
    assert ("henan-industrial-clusters", "p-leadin-7", "段首说明") in passages
    path = site / "assets/search/text/henan-industrial-clusters/p-leadin-7.json"
    leadin = json.loads(path.read_text("utf-8"))
    assert (leadin["number"], leadin["heading"]) == ("段首说明", "提高开放发展水平")
    assert leadin["text"].startswith("坚持开放合作发展，")
    printed = received_record(leadin)
    assert printed["heading"] == "提高開放發展水平" and printed["text"].startswith("堅持開放合作發展,")


def test_headings_stand_over_what_is_under_them(corpus: Corpus) -> None:
    index = Index(corpus)
    found = results(index)
    over = [h for h in headings(index, found) if h.last is not None]
    assert [(h.text, [ref_of(r) for r in found[h.first : h.last + 1]]) for h in over][:2] == [
        ("三、工作措施\n", ["3.3"]),
        ("七、提高開放發展水平\n", ["7.1"]),
    ]


# ── the index itself ──


def occurrences(rows: list[str], phrase: str) -> list[tuple[int, int]]:
    """Row and place of each occurrence, by plain search."""
    texts = [normal(r) for r in rows]
    return [(n, at) for n, t in enumerate(texts) for at in range(len(t)) if t.startswith(phrase, at)]


ROWS = ["飞地经济，飞地园区", "地园", "", "產業\n集聚區（ＡＩ）", "区"]


@pytest.mark.parametrize("pair", ["飞地", "地园", "区(", "业集", ",飞", "区飞"])
def test_a_pair_stands_where_plain_search_finds_it(pair: str) -> None:
    found, lengths = positions(ROWS)
    begins = [sum(n + 1 for n in lengths[:row]) for row in range(len(lengths))]
    assert found.get(pair, []) == [begins[row] + at for row, at in occurrences(ROWS, pair)]


def test_a_single_character_stands_at_its_first_place_in_each_row() -> None:
    found, lengths = positions(ROWS)
    assert lengths == [9, 2, 0, 9, 1]
    assert found["地"] == [1, 10] and found["区"] == [8, 18, 24]


def unpacked(data: bytes) -> dict[str, list[int]]:
    """A file of the index read back, by the description in postings.py alone."""
    numbers, value, scale = [], 0, 0
    ends = []
    for at, byte in enumerate(data):
        value |= (byte & 127) << scale
        scale += 7
        if byte < 128:
            numbers.append(value)
            ends.append(at + 1)
            value = scale = 0
    count = numbers[0]
    head = [numbers[1 + 3 * n : 4 + 3 * n] for n in range(count)]
    start = ends[3 * count]
    found = {}
    for first, second, size in head:
        stop = start + size
        steps = [n for n, end in zip(numbers, ends) if start < end <= stop]
        found[chr(first) + (chr(second) if second else "")] = [sum(steps[: n + 1]) for n in range(len(steps))]
        start = stop
    return found


def test_files_hold_every_gram_in_the_order_of_javascript(corpus: Corpus, site: Path) -> None:
    index = Index(corpus)
    found = results(index)
    grams, _ = positions([*map(row, found), *(h.text for h in headings(index, found))])
    named = catalogue(site)["files"]
    firsts = [first.encode("utf-16-be") for first, _ in named]
    assert firsts == sorted(firsts) and len(firsts) > 2
    read: dict[str, list[int]] = {}
    for first, name in named:
        held = unpacked((site / f"assets/search/index/{name}.bin").read_bytes())
        assert next(iter(held)) == first
        read |= held
    assert read == grams


def test_a_character_outside_the_basic_plane_is_one_character() -> None:
    (shard,) = shards(positions(["甲𠮷乙"])[0])
    assert set(unpacked(shard.data)) == {"甲", "𠮷", "乙", "甲𠮷", "𠮷乙"}


def test_texts_stand_as_they_are_read_with_the_way_back(corpus: Corpus, site: Path) -> None:
    for document in corpus.documents:
        for measure in document.measures:
            path = site / "assets/search/text" / document.id / f"{measure.ref}.json"
            record = json.loads(path.read_text("utf-8"))
            assert record["text"] == reading_form(measure.text, document.lang)
            assert received_record(record)["text"] == measure.text


def test_rows_come_back_out_of_their_columns(corpus: Corpus, site: Path) -> None:
    index = Index(corpus)
    found = results(index)
    above = headings(index, found)
    grams, lengths = positions([*map(row, found), *(h.text for h in above)])
    told = in_rows(index, found, above, lengths, shards(grams))
    assert catalogue(site) == json.loads(json.dumps(told))


def test_no_measures_no_index(corpus: Corpus, tmp_path: Path) -> None:
    assert write_search_index(Index(replace(corpus, documents=())), tmp_path).results == 0
    assert catalogue(tmp_path)["results"] == catalogue(tmp_path)["files"] == []


def shipped(*met: str) -> dict[str, str]:
    table = fold_table(met)
    code, found = 0, {}
    for step, character in zip(table["steps"], table["to"]):
        code += step
        found[chr(code)] = character
    return found


def test_shipped_table_is_the_fold() -> None:
    """Of every character that becomes a common one, or one that is met."""
    plane = [chr(c) for c in range(0x10000) if not 0xD800 <= c <= 0xDFFF]
    brackets = str.maketrans("[]", "()")
    table = shipped("".join(plane))
    assert [table.get(c, c) for c in plane] == [fold(c).translate(brackets) for c in plane]
    common = shipped()
    assert len(common) < len(table) and all(table[c] == to for c, to in common.items())
    assert all(common.get(c) == table.get(c) for c in "產業發展麼么衞汚⼈ＡＩ[]，（")


def test_what_no_text_has_is_left_out_of_the_shipped_table() -> None:
    rare = next(c for c in shipped("".join(map(chr, range(0x3400, 0xA000)))) if c not in shipped())
    assert fold(rare) not in shipped() and shipped(fold(rare))[rare] == fold(rare)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("產業集聚區", "产业集聚区"),
        ("（一）ＡＩ Ｔech", "(一)aitech"),
        ("〔2017〕１５９號", "(2017)159号"),
        ("飞\u00ad地\u200e经\ufe0f济\u3164\u180e", "飞地经济"),
        ("一\u3000二\n三\u200b四", "一二三四"),
        ("İÉß", "İÉß"),
        ("", ""),
    ],
)
def test_normal_form(text: str, expected: str) -> None:
    assert normal(text) == expected


def test_the_catalogue_has_the_synonyms(corpus: Corpus, tmp_path: Path) -> None:
    groups = (SynonymGroup(("飞地经济", "飞地园区"), "近"),)
    write_search_index(Index(replace(corpus, vocabulary=replace(corpus.vocabulary, synonyms=groups))), tmp_path)
    assert catalogue(tmp_path)["synonyms"] == [{"terms": ["飞地经济", "飞地园区"], "note": "近"}]
