"""What stands in several places of corpus.json alike: targets, limits, works cited, sources of facts, places."""

from __future__ import annotations

from typing import Any

from build_scripts.model import Citation, FactSource, Limit, Span, Target


def span(at: Span | None) -> dict[str, int | None]:
    """Code-point offsets into the source, half-open."""
    return {"start": at.start if at else None, "end": at.end if at else None}


def target_json(t: Target) -> dict[str, Any]:
    return {
        "quote": t.quote,
        "indicator": t.indicator,
        "comparator": t.comparator if t.value is not None else None,
        "value": t.value,
        "value_to": t.value_to,
        "unit": t.unit,
        "deadline": t.deadline,
        "scope": t.scope,
        "aspirational": t.aspirational,
        "per": t.per,
        "deadline_quote": t.deadline_quote,
        "deadline_start": t.deadline_at.start if t.deadline_at else None,
        "deadline_end": t.deadline_at.end if t.deadline_at else None,
        **span(t.at),
    }


def limit_json(limit: Limit) -> dict[str, Any]:
    return {
        "quote": limit.quote,
        "kind": limit.kind,
        "comparator": limit.comparator if limit.value is not None else None,
        "value": limit.value,
        "value_to": limit.value_to,
        "unit": limit.unit,
        "of": limit.of,
        **span(limit.at),
    }


def citation_json(c: Citation) -> dict[str, Any]:
    return {
        "quote": c.quote,
        "title": c.title,
        "number": c.number,
        "document": c.document,
        "work": c.work,
        **span(c.at),
    }


def fact_source_json(s: FactSource) -> dict[str, Any]:
    return {"title": s.title, "url": s.url, "seen": s.seen, "shows": s.shows, "kind": s.kind}
