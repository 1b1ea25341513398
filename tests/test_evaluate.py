"""The scores: pure functions, golds that quote verbatim, and a published file that is what the code gives now."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from build_scripts.evaluating.against_golds import GOLDS, NAMES, TEXTS, evaluate, evaluate_document, total
from build_scripts.evaluating.figures import as_json, as_table, evaluate_doubt, evaluate_readings, evaluate_suggestions
from build_scripts.evaluating.scores import Score, of_bags, pairs
from build_scripts.model import Span, Vocabulary
from build_scripts.own_yaml import values

ROOT = Path(__file__).resolve().parents[1]
GOLD_FILES = sorted((ROOT / GOLDS).glob("*.yml"))


def test_precision_recall_and_f1_of_a_score():
    score = Score(hits=3, found=4, wanted=6)
    assert (score.precision, score.recall, score.f1) == (0.75, 0.5, 0.6)


def test_nothing_found_and_nothing_wanted_has_no_rate():
    assert Score().precision is Score().recall is Score().f1 is None


def test_equal_things_are_hits_each_as_often_as_both_have_it():
    assert of_bags(["要", "要", "应"], ["要", "应", "须"]) == Score(2, 3, 3)


def test_spans_are_paired_once_with_the_best_overlap():
    found, wanted = [Span(0, 10), Span(8, 20)], [Span(9, 19), Span(0, 5), Span(30, 40), None]
    assert pairs(found, wanted) == [(1, 0), (0, 1)]


def test_a_small_document_scored_by_hand():
    source = "一、措施\n(一)甲。到2025年,企业达到50家。省科技厅要制定办法。(责任单位:省财政厅)\n"
    gold = {
        "entries": ["1.1", "1.2"],
        "stated": [{"ref": "1.1", "name": "省财政厅", "role": "responsible"}],
        "in_text": [
            {"ref": "1.1", "name": "省科技厅", "role": "responsible"},
            {"ref": "closing", "name": "各地", "role": "responsible"},
        ],
        "inherited": [],
        "targets": [
            {
                "ref": "1.1",
                "quote": "企业达到50家",
                "value": 60,
                "unit": "家",
                "comparator": ">=",
                "deadline": "2025",
                "scope": None,
            }
        ],
        "thresholds": [],
        "citations": [],
        "modality": [{"ref": "1.1", "mandatory": ["要"], "encouraging": ["鼓励"], "exploratory": []}],
    }
    scores = evaluate_document(gold, source, Vocabulary(), "gansu")
    assert scores["entries"] == Score(1, 1, 2)
    assert scores["stated"] == scores["in_text"] == scores["targets_numeric"] == Score(1, 1, 1)
    assert scores["field_value"] == Score(0, 1, 1) and scores["field_deadline"] == Score(1, 1, 1)
    assert scores["modality"] == Score(1, 1, 2)


@pytest.mark.parametrize("path", GOLD_FILES, ids=lambda p: p.stem)
def test_golds_quote_verbatim(path: Path):
    gold = values(path.read_text(encoding="utf-8"))
    source = (ROOT / TEXTS / "structured" / "sources" / f"{gold['document']}.txt").read_text(encoding="utf-8")
    records = [x for kind in ("targets", "thresholds", "limits", "in_text", "not_citations") for x in gold[kind]]
    assert [x for x in records if x["quote"] not in source] == []
    assert [x for kind in ("stated", "in_text", "inherited") for x in gold[kind] if x["name"] not in source] == []


def test_the_published_figures_are_what_the_code_gives_now():
    kept = (ROOT / "structured" / "evaluation.json").read_text(encoding="utf-8")
    now = as_json(evaluate(ROOT), evaluate_suggestions(ROOT), evaluate_readings(ROOT), evaluate_doubt(ROOT))
    assert kept == now, "run: python -m build_scripts evaluate --write"
    figures = json.loads(now)
    assert figures["caveat"] and list(figures["total"]) == list(NAMES) and len(figures["documents"]) == len(GOLD_FILES)


def test_the_table_names_every_score():
    table = as_table(total({"a": {name: Score(1, 1, 2) for name in NAMES}}))
    assert all(title in table for title in NAMES.values()) and "0.500" in table
