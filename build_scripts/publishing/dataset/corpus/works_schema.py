"""The shapes of what is cited, bounded and doubted in corpus.json."""

from __future__ import annotations

from build_scripts.model import COMPARATORS, LIMIT_KINDS
from build_scripts.publishing.dataset.corpus.shapes import (
    AT,
    DATE,
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
from build_scripts.publishing.dataset.tables.cited_works_and_doubts import GRADES, RELATIONS
from build_scripts.publishing.text.wording.loading import wording

_WORDS = wording("corpus_schema")


def works_definitions() -> Schema:
    """By name, for ``$defs``."""
    return {
        "limit": record(
            _WORDS.limit["record"],
            {
                "quote": text(_WORDS.limit["quote"]),
                "kind": one_of(LIMIT_KINDS),
                "comparator": maybe(one_of(COMPARATORS)),
                "value": maybe({"type": "number", "description": _WORDS.limit["value"]}),
                "value_to": maybe({"type": "number", "description": _WORDS.limit["value_to"]}),
                "unit": maybe(text(_WORDS.limit["unit"])),
                "of": maybe(text(_WORDS.limit["of"])),
                **AT,
            },
        ),
        "citation": record(
            _WORDS.citation["record"],
            {
                "quote": text(_WORDS.citation["quote"]),
                "title": text(_WORDS.citation["title"]),
                "number": maybe(text(_WORDS.citation["number"])),
                "document": maybe(text(_WORDS.citation["document"], pattern=ID)),
                "work": maybe(text(_WORDS.citation["work"], pattern=ID)),
                **AT,
            },
        ),
        "work": record(
            _WORDS.work["record"],
            {
                "id": text(_WORDS.work["id"], pattern=ID),
                "title": text(_WORDS.work["title"]),
                "number": maybe(text(_WORDS.work["number"])),
                "issuer": maybe(text(_WORDS.work["issuer"])),
                "date": maybe(text(_WORDS.work["date"], pattern=DATE)),
                "document": maybe(text(_WORDS.work["document"], pattern=ID)),
                "cited_by": listed(ref("cited_by"), _WORDS.work["cited_by"]),
                "url": URL,
            },
        ),
        "cited_by": record(
            _WORDS.cited_by["record"],
            {
                "document": text(pattern=ID),
                "measure": maybe(text(_WORDS.cited_by["measure"], pattern=MEASURE_ID)),
                "passage": {"anyOf": [ref("passage_name"), {"type": "null"}]},
                "relation": one_of(RELATIONS),
                "quote": text(_WORDS.cited_by["quote"]),
                **AT,
            },
        ),
        "doubt": record(
            _WORDS.doubt["record"],
            {
                "code": text(_WORDS.doubt["code"], pattern=ID),
                "grade": one_of(GRADES),
                "line": {"type": "integer", "minimum": 0, "description": _WORDS.doubt["line"]},
                "message": text(_WORDS.doubt["message"]),
            },
        ),
    }
