"""What stands in measures and in passages alike, as corpus.json has it: targets, limits, works cited, places."""

from __future__ import annotations

from typing import Any

from build_scripts.model import Citation, Limit, Span, Target


def span(at: Span | None) -> dict[str, int | None]:
    """Code-point offsets into the source, half-open."""
    return {"start": at.start if at else None, "end": at.end if at else None}


def target_json(t: Target) -> dict[str, Any]:
    return {
        "quote": t.quote,
        "indicator": t.indicator,
        "comparator": t.comparator,
        "value": t.value,
        "unit": t.unit,
        "deadline": t.deadline,
        "scope": t.scope,
        **span(t.at),
    }


def limit_json(limit: Limit) -> dict[str, Any]:
    return {
        "quote": limit.quote,
        "kind": limit.kind,
        "comparator": limit.comparator,
        "value": limit.value,
        "unit": limit.unit,
        "of": limit.of,
        **span(limit.at),
    }


def citation_json(c: Citation) -> dict[str, Any]:
    return {"title": c.title, "number": c.number, "document": c.document, **span(c.at)}
