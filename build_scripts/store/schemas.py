"""structured/schema/*.json, generated from model/, for editors and for checks outside this repository."""

from __future__ import annotations

import json
from pathlib import Path

from ..model import (
    Alignment,
    Document,
    Erratum,
    JudgedReading,
    Permalink,
    PointReading,
    Relation,
    SettledJudgements,
    SettledPoints,
    TopicPoints,
    Work,
)
from .paths import Layout
from .yaml_files_to_model import VOCABULARY
from .yaml_to_types import schema

_FILES: dict[str, tuple[type, str, bool]] = {
    "document": (Document, "structured/records/*.yml", False),
    **{name: (cls, f"structured/vocabulary/{name}.yml", True) for name, cls in VOCABULARY.items()},
    "alignments": (Alignment, "structured/alignments.yml", True),
    "permalinks": (Permalink, "structured/permalinks.yml", True),
    "errata": (Erratum, "structured/errata.yml", True),
    "points": (TopicPoints, "structured/points/*.yml", False),
    "point-reading": (PointReading, "structured/points/readings/*/first.yml, second.yml", False),
    "settled-points": (SettledPoints, "structured/points/readings/*/settled.yml", False),
    "judged-reading": (JudgedReading, "structured/readings/*/first.yml, second.yml", False),
    "settled-judgements": (SettledJudgements, "structured/readings/*/settled.yml", False),
    "relations": (Relation, "structured/relations.yml", True),
    "works": (Work, "structured/works.yml", True),
}


def schema_files(layout: Layout) -> dict[Path, str]:
    """Each schema file and its text."""
    return {
        layout.schema / f"{name}.json": json.dumps(schema(cls, title, several), ensure_ascii=False, indent=2) + "\n"
        for name, (cls, title, several) in _FILES.items()
    }
