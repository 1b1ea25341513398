"""structured/schema/*.json, generated from model/, for editors and for checks outside this repository."""

from __future__ import annotations

import json
from pathlib import Path

from ..model import (
    Agency,
    Alignment,
    Document,
    Erratum,
    Indicator,
    Jurisdiction,
    Line,
    Permalink,
    Relation,
    SynonymGroup,
    Topic,
)
from .paths import Layout
from .typed import schema

_FILES: dict[str, tuple[type, str, bool]] = {
    "document": (Document, "structured/records/*.yml", False),
    "agencies": (Agency, "structured/vocabulary/agencies.yml", True),
    "topics": (Topic, "structured/vocabulary/topics.yml", True),
    "lines": (Line, "structured/vocabulary/lines.yml", True),
    "indicators": (Indicator, "structured/vocabulary/indicators.yml", True),
    "synonyms": (SynonymGroup, "structured/vocabulary/synonyms.yml", True),
    "jurisdictions": (Jurisdiction, "structured/vocabulary/jurisdictions.yml", True),
    "alignments": (Alignment, "structured/alignments.yml", True),
    "permalinks": (Permalink, "structured/permalinks.yml", True),
    "errata": (Erratum, "structured/errata.yml", True),
    "relations": (Relation, "structured/relations.yml", True),
}


def schema_files(layout: Layout) -> dict[Path, str]:
    """Each schema file and its text."""
    return {
        layout.schema / f"{name}.json": json.dumps(schema(cls, title, several), ensure_ascii=False, indent=2) + "\n"
        for name, (cls, title, several) in _FILES.items()
    }
