"""corpus.schema.json: the shape of corpus.json (JSON Schema 2020-12), made from the tables: a thing's fields are its columns."""

from __future__ import annotations

from collections.abc import Mapping

from build_scripts.publishing.dataset import about
from build_scripts.publishing.dataset.corpus.corpus_json import SCHEMA_VERSION
from build_scripts.publishing.dataset.corpus.fields_of_table import fields
from build_scripts.publishing.dataset.shapes import ID, Schema, listed, maybe, record, ref, text
from build_scripts.publishing.dataset.table_model import Table
from build_scripts.publishing.dataset.tables import cited_works_and_doubts as works
from build_scripts.publishing.dataset.tables import documents, fact_sources, measures, pairs, points, vocabulary
from build_scripts.publishing.dataset.tables import parts_of_measures as parts
from build_scripts.publishing.text.wording.loading import wording

_WORDS = wording("corpus_schema")

LISTS = {
    "jurisdictions": "jurisdiction",
    "lines": "line",
    "documents": "document",
    "measures": "measure",
    "agencies": "agency",
    "topics": "topic",
    "alignments": "alignment",
    "relations": "relation",
    "works": "work",
    "points": "point",
    "readings": "reading",
    "double_readings": "double_reading",
}
"""The lists of corpus.json, and what each holds."""

_THINGS: Mapping[str, tuple[Table, Mapping[str, str]]] = {
    "jurisdiction": (vocabulary.JURISDICTIONS, {}),
    "line": (vocabulary.LINES, {}),
    "topic": (vocabulary.TOPICS, {}),
    "agency": (vocabulary.AGENCIES, {"events": "event", "sources": "fact_source"}),
    "event": (vocabulary.AGENCY_EVENTS, {"sources": "fact_source"}),
    "fact_source": (fact_sources.FACT_SOURCES, {}),
    "document": (
        documents.DOCUMENTS,
        {
            "sections": "section",
            "passages": "passage",
            "doubts": "doubt",
            "sources": "fact_source",
            "supplied": "supplied",
        },
    ),
    "supplied": (documents.SUPPLIED, {}),
    "doubt": (works.DOUBTS, {}),
    "section": (documents.SECTIONS, {}),
    "passage": (
        documents.PASSAGES_OUTSIDE,
        {"targets": "target", "limits": "limit", "citations": "citation"},
    ),
    "work": (works.WORKS, {"cited_by": "cited_by"}),
    "cited_by": (works.CITED_BY, {}),
    "measure": (
        measures.MEASURES,
        {
            "responsibilities": "responsibility",
            "targets": "target",
            "limits": "limit",
            "citations": "citation",
            "topics": "measure_topic",
            "sentences": "sentence",
        },
    ),
    "sentence": (measures.SENTENCES, {}),
    "responsibility": (parts.RESPONSIBILITIES, {}),
    "target": (parts.TARGETS, {}),
    "limit": (parts.LIMITS, {}),
    "citation": (parts.CITATIONS, {}),
    "measure_topic": (parts.MEASURE_TOPICS, {}),
    "alignment": (pairs.ALIGNMENTS, {}),
    "relation": (pairs.RELATIONS, {"evidence_from": "relation_evidence", "evidence_to": "relation_evidence"}),
    "point": (points.POINTS, {"answers": "answer", "not_applicable": "not_applicable"}),
    "evidence": (points.EVIDENCE, {}),
    "reading": (points.READINGS, {}),
    "double_reading": (points.DOUBLE_READINGS, {}),
}
"""What corpus.json holds: the table of each, and the lists inside it that have tables of their own."""


def corpus_schema(version: str, sentence: str) -> Schema:
    """The schema of the edition ``version``; ``sentence`` says what it holds."""
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": f"{about.TITLE}: corpus.json",
        **record(sentence, head(version) | {name: listed(ref(of)) for name, of in LISTS.items()}),
        "$defs": definitions(),
    }


def head(version: str) -> Schema:
    """What every JSON file begins with."""
    return {
        "schema_version": text(_WORDS.schema_version, const=SCHEMA_VERSION),
        "data_version": text(_WORDS.data_version, const=version),
        "generated_from": maybe(text(_WORDS.generated_from, pattern="^[0-9a-f]{40}$")),
    }


def definitions() -> Schema:
    """By name, for ``$defs``."""
    made = {name: record(_WORDS.things[name], _of(table, lists)) for name, (table, lists) in _THINGS.items()}
    document = {"document": text(pattern=ID)}
    named = {k: v for k, v in fields(documents.PASSAGES_OUTSIDE).items() if k in ("kind", "ref")}
    words = {k: v for k, v in fields(points.EVIDENCE).items() if k in ("quote", "start", "end")}
    answer = fields(points.ANSWERS)
    counts = fields(measures.MEASURES, "modality")
    more = {
        "passage_name": named,
        "relation_evidence": words,
        "answer": document | {"says": text(answer["says"]["description"]), "evidence": _list("evidence", "evidence")},
        "not_applicable": document | {"why": text(answer["why"]["description"])},
        "modality": counts,
    }
    for name in ("cited_by", "evidence"):
        _with(made[name], "passage", maybe(ref("passage_name")))
    for name in ("silent", "unread"):
        _with(made["point"], name, listed(text(pattern=ID), _WORDS.lists[name]))
    _with(made["measure"], "modality", ref("modality"))
    return made | {name: record(_WORDS.things[name], shape) for name, shape in more.items()}


def _of(table: Table, lists: Mapping[str, str]) -> Schema:
    return fields(table) | {name: _list(name, thing) for name, thing in lists.items()}


def _list(name: str, thing: str) -> Schema:
    return listed(ref(thing), _WORDS.lists.get(name, ""))


def _with(thing: Schema, field: str, shape: Schema) -> None:
    thing["properties"][field] = shape
    thing["required"].append(field)
