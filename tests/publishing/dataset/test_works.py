"""Limits, what goals are made of, doubts and works cited: in corpus.json to the letter, and in the tables the same."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from build_scripts.comparing.comparison_of_corpus import Comparison
from build_scripts.model import Corpus, ReadingDoubt
from build_scripts.publishing.dataset.corpus.corpus_json import corpus_json
from build_scripts.publishing.dataset.writing import Data
from tests.publishing.dataset.test_tables import rows


@pytest.fixture(scope="session")
def exported(files: dict[str, bytes]) -> dict[str, Any]:
    return json.loads(files["corpus.json"])


def bare(text: str) -> str:
    return "".join(text.split())


def of(source: str, item: dict[str, Any], start: str = "start", end: str = "end") -> str:
    return bare(source[item[start] : item[end]])


def test_limits_goals_and_citations_stand_where_they_say(exported: dict[str, Any], five_texts: Corpus) -> None:
    seen = {"limits": 0, "targets": 0, "citations": 0, "deadlines": 0}
    held = [(m["document"], m) for m in exported["measures"]]
    held += [(d["id"], p) for d in exported["documents"] for p in d["passages"]]
    for document, part in held:
        source = five_texts.sources[document]
        for kind in ("limits", "targets", "citations"):
            seen[kind] += len(part[kind])
            assert all(of(source, item) == bare(item["quote"]) for item in part[kind])
        for target in part["targets"]:
            if target["deadline_quote"] is not None:
                seen["deadlines"] += 1
                assert of(source, target, "deadline_start", "deadline_end") == bare(target["deadline_quote"])
    assert all(seen.values())


def test_a_comparator_compares_a_number(exported: dict[str, Any]) -> None:
    for part in [*exported["measures"], *(p for d in exported["documents"] for p in d["passages"])]:
        for item in (*part["targets"], *part["limits"]):
            assert item["value"] is not None or item["comparator"] is None


def test_no_limit_is_a_goal(exported: dict[str, Any]) -> None:
    for measure in exported["measures"]:
        goals = {(t["start"], t["end"]) for t in measure["targets"]}
        assert not goals & {(x["start"], x["end"]) for x in measure["limits"]}


def test_a_work_tells_every_place_that_cites_it(exported: dict[str, Any], five_texts: Corpus) -> None:
    told = [(w["id"], p) for w in exported["works"] for p in w["cited_by"]]
    citations = [(c["work"], c) for m in exported["measures"] for c in m["citations"]]
    citations += [(c["work"], c) for d in exported["documents"] for p in d["passages"] for c in p["citations"]]
    assert sorted(id for id, _ in told) == sorted(id for id, _ in citations if id)
    for _, place in told:
        assert (place["measure"] is None) != (place["passage"] is None)
        assert of(five_texts.sources[place["document"]], place) == bare(place["quote"])
    gbf = next(w for w in exported["works"] if w["id"] == "gbf-2014-54")
    (place,) = gbf["cited_by"]
    assert (place["relation"], place["passage"]) == ("basis", {"kind": "preamble", "ref": None})
    assert gbf["url"] == "/works/gbf-2014-54/" and gbf["document"] is None and gbf["date"] is None


def test_tables_hold_what_corpus_json_holds(exported: dict[str, Any], files: dict[str, bytes]) -> None:
    limits = [(m["id"], x["quote"], x["kind"]) for m in exported["measures"] for x in m["limits"]]
    assert [(r["measure"], r["quote"], r["kind"]) for r in rows(files, "limits")] == limits
    cited = [(w["id"], p["quote"], p["relation"]) for w in exported["works"] for p in w["cited_by"]]
    assert [(r["work"], r["quote"], r["relation"]) for r in rows(files, "cited_by")] == cited
    hedged = [(t["aspirational"], t["per"] or "") for m in exported["measures"] for t in m["targets"]]
    told = [(r["aspirational"] == "true", r["per"]) for r in rows(files, "targets")]
    assert told == hedged and (True, "") in hedged and (False, "year") in hedged


def test_doubts_of_a_reading_are_exported_with_their_document(
    five_texts: Corpus, compared: Comparison, files: dict[str, bytes], real: Data
) -> None:
    doubt = ReadingDoubt("doubt-outline", "grave", 3, "没有读出分条")
    doubted = replace(five_texts, doubts={"zhangye-county-economy": (doubt,)})
    exported = corpus_json(doubted, real.commit, real.edition.version, compared)
    held = {d["id"]: d["doubts"] for d in exported["documents"] if d["doubts"]}
    told = {"code": "doubt-outline", "grade": "grave", "line": 3, "message": "没有读出分条"}
    assert held == {"zhangye-county-economy": [told]}
    Draft202012Validator(json.loads(files["corpus.schema.json"])).validate(exported)
