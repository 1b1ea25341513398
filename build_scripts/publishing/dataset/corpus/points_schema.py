"""The shapes of points, passages and readings in corpus.json."""

from __future__ import annotations

from build_scripts.publishing.dataset.corpus.shapes import (
    AT,
    ID,
    MEASURE_ID,
    URL,
    Schema,
    listed,
    maybe,
    one_of,
    record,
    ref,
    text,
)
from build_scripts.publishing.dataset.tables.points import PASSAGES
from build_scripts.publishing.text.wording.loading import wording

_WORDS = wording("corpus_schema")
_POINT_ID = "^[a-z0-9]+(-[a-z0-9]+)*/[a-z0-9]+(-[a-z0-9]+)*$"


def _rate(note: str, lowest: int = 0) -> Schema:
    return {"type": "number", "minimum": lowest, "maximum": 1, "description": note}


def points_definitions() -> Schema:
    """By name, for ``$defs``."""
    return {
        "section": record(
            _WORDS.section["record"],
            {"ref": text(_WORDS.section["ref"]), "heading": text(_WORDS.section["heading"]), **AT},
        ),
        "passage": record(
            _WORDS.passage["record"],
            {
                "kind": one_of(PASSAGES),
                "ref": maybe(text(_WORDS.passage["ref"])),
                "text": text(_WORDS.passage["text"]),
                **AT,
                "targets": listed(ref("target")),
                "limits": listed(ref("limit")),
                "citations": listed(ref("citation")),
            },
        ),
        "point": record(_WORDS.point["record"], _point()),
        "answer": record(
            _WORDS.answer["record"],
            {
                "document": text(pattern=ID),
                "says": text(_WORDS.answer["says"]),
                "evidence": listed(ref("evidence"), _WORDS.answer["evidence"]),
            },
        ),
        "evidence": record(
            _WORDS.evidence["record"],
            {
                "measure": maybe(text(_WORDS.evidence["measure"], pattern=MEASURE_ID)),
                "passage": {"anyOf": [ref("passage_name"), {"type": "null"}]},
                "quote": text(_WORDS.evidence["quote"]),
                **AT,
            },
        ),
        "passage_name": record(
            _WORDS.passage["name"], {"kind": one_of(PASSAGES), "ref": maybe(text(_WORDS.passage["ref"]))}
        ),
        "reading": record(
            _WORDS.reading["record"],
            {
                "of": text(enum=["topics", "alignments", "relations", "points", "agencies"]),
                "topic": maybe(text(pattern=ID)),
                "n": {"type": "integer", "minimum": 0, "description": _WORDS.reading["n"]},
                "agreement": _rate(_WORDS.reading["agreement"]),
                "kappa": maybe(_rate(_WORDS.reading["kappa"], -1)),
                "divergence": _rate(_WORDS.reading["divergence"]),
            },
        ),
    }


def _point() -> Schema:
    other = {"document": text(pattern=ID), "why": text(_WORDS.point["why"])}
    return {
        "id": text(_WORDS.point["id"], pattern=_POINT_ID),
        "topic": text(pattern=ID),
        "question": text(_WORDS.point["question"]),
        "scope": text(_WORDS.point["scope"]),
        "url": URL | {"description": _WORDS.point["url"]},
        "difference": maybe(text(_WORDS.point["difference"])),
        "caution": maybe(text(_WORDS.point["caution"])),
        "basis": text(_WORDS.point["basis"], const="editor"),
        "answers": listed(ref("answer"), _WORDS.point["answers"]),
        "silent": listed(text(pattern=ID), _WORDS.point["silent"]),
        "not_applicable": listed(record(_WORDS.point["not_applicable"], other)),
        "unread": listed(text(pattern=ID), _WORDS.point["unread"]),
    }
