"""Datasette opens the database with its description and finds a phrase in either script."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

from tests.tools.conftest import needed


def test_datasette_finds_a_phrase(ran: Callable[..., str], corpus: dict[str, Any]) -> None:
    needed("datasette", "curl")
    found = {row["id"] for row in json.loads(ran("serve_with_datasette.sh", "sh"))}
    texts = {m["id"]: (m["heading"] or "") + "\n" + m["text"] for m in corpus["measures"]}
    assert found == {id for id, text in texts.items() if "飞地经济" in text or "飛地經濟" in text} != set()
