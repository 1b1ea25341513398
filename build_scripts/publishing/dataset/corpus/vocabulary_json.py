"""Places, functional lines, topics and bodies as corpus.json has them."""

from __future__ import annotations

from typing import Any

from build_scripts import addresses
from build_scripts.model import Agency, Event, Jurisdiction, Line, Topic
from build_scripts.publishing.dataset.corpus.measure_parts_json import fact_source_json

SEPARATOR = "；"


def jurisdiction_json(j: Jurisdiction) -> dict[str, Any]:
    return {"id": j.id, "code": j.code, "name": j.name, "short": j.short, "level": j.level, "within": j.within}


def line_json(line: Line) -> dict[str, Any]:
    return {"id": line.id, "zh": line.zh, "en": line.en}


def topic_json(t: Topic) -> dict[str, Any]:
    return {
        "id": t.id,
        "zh": t.zh,
        "en": t.en,
        "definition": t.definition,
        "gov_cn": list(t.gov_cn),
        "url": addresses.rooted(addresses.topic(t.id)),
    }


def agency_json(a: Agency) -> dict[str, Any]:
    return {
        "id": a.id,
        "name": a.name,
        "names": list(a.names),
        "jurisdiction": a.jurisdiction,
        "kind": a.kind,
        "line": a.line,
        "note": a.note,
        "events": [event_json(e) for e in a.events],
        "sources": [fact_source_json(s) for s in a.sources],
        "url": addresses.rooted(addresses.agency(a.id)),
    }


def event_json(e: Event) -> dict[str, Any]:
    """One event; ``source`` is its sources in one line, as it was before they were told apart, or ``unverified``."""
    return {
        "type": e.type,
        "date": e.date,
        "from": list(e.origin),
        "to": list(e.to),
        "note": e.note,
        "source": SEPARATOR.join(s.title for s in e.sources) or "unverified",
        "sources": [fact_source_json(s) for s in e.sources],
    }
