"""Points, passages and readings in corpus.json, in the tables and in the workbook: all of one corpus, and the same."""

from __future__ import annotations

import io
import json
from typing import Any

import pytest
from openpyxl import load_workbook

from build_scripts.model import Corpus, NotApplicable, Point, Topic
from build_scripts.publishing.dataset.table_files import point_sheet
from build_scripts.publishing.dataset.writing import Data
from build_scripts.publishing.index.points import Question
from tests.publishing.dataset.conftest import FORMULA
from tests.publishing.dataset.test_tables import rows


@pytest.fixture(scope="session")
def exported(files: dict[str, bytes]) -> dict[str, Any]:
    return json.loads(files["corpus.json"])


def test_every_document_is_accounted_for_once_in_every_point(exported: dict[str, Any], five_texts: Corpus) -> None:
    documents = sorted(d["id"] for d in exported["documents"])
    assert len(exported["points"]) == sum(len(t.points) for t in five_texts.points)
    for point in exported["points"]:
        named = [*point["silent"], *point["unread"]]
        named += [a["document"] for a in point["answers"]] + [n["document"] for n in point["not_applicable"]]
        assert sorted(named) == documents
        assert point["url"] == f"/topics/{point['topic']}/#q-{point['id'].partition('/')[2]}"


def test_offsets_lead_to_the_words_that_prove_an_answer(exported: dict[str, Any], five_texts: Corpus) -> None:
    passages = 0
    for point in exported["points"]:
        for answer in point["answers"]:
            for piece in answer["evidence"]:
                found = five_texts.sources[answer["document"]][piece["start"] : piece["end"]]
                assert "".join(found.split()) == "".join(piece["quote"].split())
                assert (piece["measure"] is None) != (piece["passage"] is None)
                passages += piece["passage"] is not None
    assert passages


def test_a_document_s_passages_are_its_words_outside_the_measures(exported: dict[str, Any], five_texts: Corpus) -> None:
    for document in exported["documents"]:
        held = document["passages"]
        names = [(p["kind"], p["ref"]) for p in held]
        assert held == sorted(held, key=lambda p: p["start"])
        assert all(five_texts.sources[document["id"]][p["start"] : p["end"]] == p["text"] for p in held)
        assert all(kind != "lead-in" or ref for kind, ref in names)
        evidence = [e for p in exported["points"] for a in p["answers"] for e in a["evidence"] if e["passage"]]
        assert document["sections"] and evidence
    cited = [c for d in exported["documents"] for p in d["passages"] for c in p["citations"]]
    assert len(cited) == sum(len(p.citations) for d in five_texts.documents for p in d.passages)


def test_readings_are_told_by_topic_and_by_kind_of_judgement(exported: dict[str, Any]) -> None:
    points = [r for r in exported["readings"] if r["of"] == "points"]
    assert {r["topic"] for r in points} == {t["id"] for t in exported["topics"]}
    judged = [(r["of"], r["topic"]) for r in exported["readings"] if r["of"] != "points"]
    assert judged == [(of, None) for of in ("topics", "alignments", "relations", "agencies")]
    for reading in exported["readings"]:
        assert reading["n"] > 0
        assert reading["divergence"] >= round(1 - reading["agreement"], 4)


def test_a_topic_s_file_has_its_points(files: dict[str, bytes], exported: dict[str, Any]) -> None:
    held = json.loads(files["topics/enclave-parks.json"])
    assert held["points"] == [p for p in exported["points"] if p["topic"] == "enclave-parks"]


def test_tables_have_a_row_for_every_point_cell_and_piece(files: dict[str, bytes], exported: dict[str, Any]) -> None:
    points = exported["points"]
    assert len(rows(files, "points")) == len(points)
    assert len(rows(files, "answers")) == len(points) * len(exported["documents"])
    pieces = [e for p in points for a in p["answers"] for e in a["evidence"]]
    assert [r["quote"] for r in rows(files, "evidence")] == [e["quote"] for e in pieces]
    states = {(r["point"], r["document"]): r["state"] for r in rows(files, "answers")}
    for point in points:
        assert all(states[point["id"], d] == "silent" for d in point["silent"])
        assert all(states[point["id"], n["document"]] == "not_applicable" for n in point["not_applicable"])
    assert len(rows(files, "readings")) == len(exported["readings"])


def test_the_sheet_has_a_question_a_row_and_a_document_a_column(files: dict[str, bytes], real: Data) -> None:
    page = load_workbook(io.BytesIO(files["policy-in-parallel.xlsx"]))["问题对照"]
    assert page.max_row == 1 + len(real.exported["points"])
    assert page.max_column == 5 + len(real.corpus.documents)
    assert page.auto_filter.ref == page.dimensions
    point = real.exported["points"][0]
    told = [c.value for c in page[2]]
    assert point["question"] in told and point["difference"] in told
    assert any(str(v).startswith(point["answers"][0]["says"] + "〔") for v in told)
    assert page.cell(2, page.max_column).value == real.site.absolute(point["url"][1:])


def test_a_cell_tells_silence_from_what_nobody_has_read() -> None:
    point = Point("p", "问？", "问", (), ("a",), (NotApplicable("b", "没有园区"),))
    question = Question(Topic("t", "题", "T", "题"), point)
    assert [point_sheet.cell(question, d) for d in ("a", "b", "c")] == ["未写", "不适用：没有园区", "尚未读"]


def test_what_an_editor_wrote_is_no_formula(hostile_files: dict[str, bytes]) -> None:
    page = load_workbook(io.BytesIO(hostile_files["policy-in-parallel.xlsx"]))["问题对照"]
    cells = [c for row in page.iter_rows() for c in row if c.value is not None]
    assert {c.data_type for c in cells} <= {"s", "inlineStr"}
    assert any(str(c.value).startswith(FORMULA) for c in cells)


def test_cells_read_twice_give_the_agreement_that_is_told(exported: dict[str, Any]) -> None:
    """The rate of every topic, counted again from the cells as they were before they were compared."""
    topics = [r for r in exported["readings"] if r["of"] == "points"]
    assert topics
    for reading in topics:
        cells = [
            c
            for c in exported["double_readings"]
            if c["of"] == "points" and c["point"].split("/")[0] == reading["topic"]
        ]
        both = [c for c in cells if "unread" not in (c["first"] + c["second"]) and c["second"]]
        assert len(both) == reading["n"]
        assert round(sum(c["first"] == c["second"] for c in both) / len(both), 4) == reading["agreement"]


def test_every_cell_that_differs_and_was_settled_says_how_and_why(exported: dict[str, Any]) -> None:
    kinds = {c["of"] for c in exported["double_readings"]}
    assert kinds == {"points", "topics", "alignments", "relations", "agencies"}
    for cell in exported["double_readings"]:
        assert (cell["settled"] is None) == (cell["reason"] is None)
        assert cell["settled"] != "new" or cell["of"] == "points" or cell["verdict"]
