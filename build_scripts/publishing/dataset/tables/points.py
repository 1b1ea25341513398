"""Questions, what each document is to them, the words that prove its answers, and how far two readings agreed."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from build_scripts.model import STATES
from build_scripts.publishing.dataset.table_model import Column, Data, Row, key, number, offsets, table
from build_scripts.publishing.dataset.tables.documents import PASSAGES
from build_scripts.publishing.dataset.tables.vocabulary import URL
from build_scripts.publishing.text.wording.loading import wording

_CODES = wording("codes")
READ, JUDGED, SETTLED = _CODES.read_twice, _CODES.judged_bases, _CODES.settlements


POINTS = table(
    "points",
    "points",
    (
        key("id"),
        Column("topic", required=True, to="topics"),
        Column("question", required=True),
        Column("scope", required=True),
        Column("answered", "integer", required=True, of="answers.#"),
        Column("difference"),
        Column("caution"),
        Column("basis", required=True, codes=JUDGED),
        URL,
    ),
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
    ("points.answers", "points.silent", "points.not_applicable", "points.unread"),
    (
        key("point", to="points", above="points.id"),
        key("document", to="documents"),
        Column("state", required=True, codes=STATES, above="#"),
        Column("says"),
        Column("why"),
    ),
    _answers,
)


EVIDENCE = table(
    "evidence",
    "points.answers.evidence",
    (
        key("point", to="points", above="points.id"),
        key("document", to="documents", above="answers.document"),
        number(),
        Column("measure", to="measures"),
        Column("passage", codes=PASSAGES, of="passage.kind"),
        Column("ref", of="passage.ref"),
        Column("quote", required=True),
        *offsets(),
    ),
)


READINGS = table(
    "readings",
    "readings",
    (
        key("id"),
        Column("of", required=True, codes=READ),
        Column("topic", to="topics"),
        Column("n", "integer", required=True, least=0),
        Column("agreement", "number", required=True, least=0, most=1),
        Column("kappa", "number", least=-1, most=1),
        Column("divergence", "number", required=True, least=0, most=1),
    ),
)


DOUBLE_READINGS = table(
    "double_readings",
    "double_readings",
    (
        number(),
        Column("of", required=True, codes=READ),
        Column("measure", to="measures"),
        Column("a", to="measures"),
        Column("b", to="measures"),
        Column("study"),
        Column("from", to="measures"),
        Column("to", to="measures"),
        Column("document", to="documents"),
        Column("name"),
        Column("point"),
        Column("first", many=True),
        Column("first_says"),
        Column("second", many=True),
        Column("second_says"),
        Column("settled", codes=SETTLED),
        Column("verdict", many=True),
        Column("reason"),
    ),
)
