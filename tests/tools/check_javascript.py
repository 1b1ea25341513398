"""JavaScript fetches a topic and lists its answers and silences."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from tests.tools.conftest import needed


def test_node_lists_every_answer_and_every_silence(ran: Callable[..., str], corpus: dict[str, Any]) -> None:
    needed("node")
    told = [tuple(line.split("\t")) for line in ran("fetch_with_javascript.mjs", "node").splitlines()]
    points = [p for p in corpus["points"] if p["topic"] == "enclave-parks"]
    answers = [(p["id"], a["document"], a["says"], a["evidence"][0]["quote"]) for p in points for a in p["answers"]]
    silent = [(p["id"], document, "未写") for p in points for document in p["silent"]]
    assert sorted(told) == sorted([*answers, *silent]) != []
