"""Questions, what each document is to them, the words that prove its answers, and how far two readings agreed."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from build_scripts.locating.text_outside_measures import NAMES
from build_scripts.model import NODE_KINDS, STATES
from build_scripts.publishing.dataset.table_model import Column, Data, Row, key, offsets, table
from build_scripts.publishing.text.wording.loading import wording

PASSAGES: Mapping[str, str] = {name: NODE_KINDS[kind] for kind, name in NAMES.items()}
READ = wording("codes").read_twice


def _points(data: Data) -> Iterator[Row]:
    for point in data.exported["points"]:
        yield point | {"answered": len(point["answers"])}


POINTS = table(
    "points",
    (
        key("id"),
        Column("topic", required=True, to="topics"),
        Column("question", required=True),
        Column("scope", required=True),
        Column("answered", "integer", required=True),
        Column("difference"),
        Column("caution"),
        Column("url", required=True),
    ),
    _points,
)


def _answers(data: Data) -> Iterator[Row]:
    for point in data.exported["points"]:
        held = {document["id"]: _cell(point, document["id"]) for document in data.exported["documents"]}
        for document, (state, says, why) in held.items():
            yield {"point": point["id"], "document": document, "state": state, "says": says, "why": why}


def _cell(point: Mapping[str, Any], document: str) -> tuple[str, str | None, str | None]:
    """What a document is to a point, what it answers, and why it cannot be asked."""
    for answer in point["answers"]:
        if answer["document"] == document:
            return "answered", answer["says"], None
    for other in point["not_applicable"]:
        if other["document"] == document:
            return "not_applicable", None, other["why"]
    return ("silent" if document in point["silent"] else "unread"), None, None


ANSWERS = table(
    "answers",
    (
        key("point", to="points"),
        key("document", to="documents"),
        Column("state", required=True, codes=STATES),
        Column("says"),
        Column("why"),
    ),
    _answers,
)


def _evidence(data: Data) -> Iterator[Row]:
    for point in data.exported["points"]:
        for answer in point["answers"]:
            for n, piece in enumerate(answer["evidence"], 1):
                passage = piece["passage"] or {"kind": None, "ref": None}
                place = {"passage": passage["kind"], "ref": passage["ref"]}
                yield {"point": point["id"], "document": answer["document"], "n": n} | piece | place


EVIDENCE = table(
    "evidence",
    (
        key("point", to="points"),
        key("document", to="documents"),
        key("n", type="integer"),
        Column("measure", to="measures"),
        Column("passage", codes=PASSAGES),
        Column("ref"),
        Column("quote", required=True),
        *offsets(),
    ),
    _evidence,
)


def _readings(data: Data) -> Iterator[Row]:
    for reading in data.exported["readings"]:
        yield reading | {"id": "/".join(filter(None, (reading["of"], reading["topic"])))}


READINGS = table(
    "readings",
    (
        key("id"),
        Column("of", required=True, codes=READ),
        Column("topic", to="topics"),
        Column("n", "integer", required=True),
        Column("agreement", "number", required=True),
        Column("kappa", "number"),
        Column("divergence", "number", required=True),
    ),
    _readings,
)
