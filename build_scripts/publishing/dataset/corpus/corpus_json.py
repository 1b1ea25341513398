"""The exported dataset: data/corpus.json, the contract that outside users read."""

from __future__ import annotations

import hashlib
from dataclasses import asdict
from typing import Any

from build_scripts import addresses
from build_scripts.comparing.comparison_of_corpus import Comparison
from build_scripts.model import Corpus, Document, Measure, Modality, Span, measure_id
from build_scripts.publishing.dataset.corpus.double_readings_json import double_readings_json
from build_scripts.publishing.dataset.corpus.judgements_json import alignments_json, relations_json
from build_scripts.publishing.dataset.corpus.measure_parts_json import (
    citation_json,
    fact_source_json,
    limit_json,
    span,
    target_json,
)
from build_scripts.publishing.dataset.corpus.passages_json import passages_json
from build_scripts.publishing.dataset.corpus.points_json import points_json, readings_json
from build_scripts.publishing.dataset.corpus.vocabulary_json import (
    agency_json,
    jurisdiction_json,
    line_json,
    topic_json,
)
from build_scripts.publishing.dataset.corpus.works_json import works_json
from build_scripts.publishing.dataset.tables.documents import section_id
from build_scripts.publishing.text import labels
from build_scripts.reading.measures.sentences import sentences
from build_scripts.reading.reader import Reading
from build_scripts.sources.decode import Decoded
from build_scripts.sources.fold import is_traditional

SCHEMA_VERSION = "1.2"


def corpus_json(
    corpus: Corpus, commit: str | None = None, version: str | None = None, compared: Comparison | None = None
) -> dict[str, Any]:
    """The corpus in the shape of corpus_schema.py. Texts and names stay in the script of the source.

    ``version`` is the data's; ``compared`` what comparing found in this corpus, where it has been asked already.
    """
    return {
        "schema_version": SCHEMA_VERSION,
        "data_version": version,
        "generated_from": commit,
        "jurisdictions": [jurisdiction_json(j) for j in corpus.vocabulary.jurisdictions],
        "lines": [line_json(line) for line in corpus.vocabulary.lines],
        "documents": [document_json(d) | _outside(d, corpus) for d in corpus.documents],
        "measures": [measure_json(d.id, m) | _held(d, m) for d in corpus.documents for m in d.measures],
        "agencies": [agency_json(a) for a in corpus.vocabulary.agencies],
        "topics": [topic_json(t) for t in corpus.vocabulary.topics],
        "alignments": alignments_json(compared or Comparison(corpus)),
        "relations": relations_json(corpus),
        "works": works_json(corpus),
        "points": points_json(corpus),
        "readings": readings_json(corpus),
        "double_readings": double_readings_json(corpus),
    }


def document_json(d: Document) -> dict[str, Any]:
    return {
        "id": d.id,
        "title": d.title,
        "title_basis": d.title_basis,
        "number": d.number,
        "issuers": list(d.issuers),
        "date": d.date,
        "published": d.published,
        "jurisdiction": d.jurisdiction,
        "lang": d.lang,
        "source_sha256": d.sha256,
        "url": addresses.rooted(addresses.document(d.id)),
    }


def _outside(d: Document, corpus: Corpus) -> dict[str, Any]:
    """What editors say of a document, the headings of its sections, what it says outside its measures, and the doubts of its
    reading."""
    source = corpus.sources.get(d.id, "")
    return {
        "note": d.note,
        "supplied": [{"field": f.field, "reason": f.reason} for f in d.supplied],
        "sections": [
            {
                "id": section_id(d.id, s.ref),
                "ref": s.ref,
                "printed": labels.printed_section(s.ref, source, s.at.start if s.at else None),
                "heading": s.heading,
                **span(s.at),
            }
            for s in d.sections
        ],
        "passages": passages_json(d, corpus.nodes.get(d.id, ()), source),
        "doubts": [asdict(doubt) for doubt in corpus.doubts.get(d.id, ())],
        "sources": [fact_source_json(s) for s in d.sources],
    }


def measure_json(document: str, m: Measure) -> dict[str, Any]:
    """One measure; ``start``/``end`` are code-point offsets into the source, for its text and for each part."""
    return {
        "id": measure_id(document, m.ref),
        "document": document,
        "ref": m.ref,
        "heading": m.heading,
        "text": m.text,
        **span(m.at),
        "kind": m.kind,
        "url": addresses.rooted(addresses.measure(measure_id(document, m.ref))),
        "responsibilities": [
            {
                "name": r.name,
                "agency": r.agency,
                "role": r.role,
                "basis": r.basis,
                "collective": r.collective,
                "origin": measure_id(document, r.origin) if r.origin else None,
                "rule": r.rule,
                **span(r.at),
            }
            for r in m.responsibilities
        ],
        "targets": [target_json(x) for x in m.targets],
        "limits": [limit_json(x) for x in m.limits],
        "citations": [citation_json(c) for c in m.citations],
        "topics": [{"id": t, "primary": i == 0, "basis": m.topics_basis} for i, t in enumerate(m.topics)],
        "modality": modality_json(m.modality),
    }


def _held(d: Document, m: Measure) -> dict[str, Any]:
    """What a measure is to its document and to those who cite it: its numbering, its heading above, its sentences."""
    above = section_id(d.id, m.group or m.section or "")
    start = m.at.start if m.at else None
    url = addresses.measure(measure_id(d.id, m.ref))
    return {
        "printed": labels.printed(m.ref),
        "section": above if any(section_id(d.id, s.ref) == above for s in d.sections) else None,
        "note": m.note,
        "sentences": [
            {
                "n": s.n,
                "text": s.at.of(m.text),
                **span(None if start is None else Span(start + s.at.start, start + s.at.end)),
                "url": f"{addresses.rooted(url)}#{addresses.sentence_anchor(s.n)}",
            }
            for s in sentences(m.text)
        ],
    }


def modality_json(modality: Modality) -> dict[str, int]:
    return {
        "mandatory": len(modality.mandatory),
        "encouraging": len(modality.encouraging),
        "exploratory": len(modality.exploratory),
    }


def reading_json(reading: Reading, decoded: Decoded, data: bytes) -> dict[str, Any]:
    """One source's reading in the shape of corpus.json, for ``extract --stdout``; the document has no id and no address."""
    document = {
        "id": None,
        "title": reading.title,
        "title_basis": "text",
        "number": reading.number,
        "issuers": list(reading.issuers),
        "date": reading.date,
        "published": reading.published,
        "jurisdiction": None,
        "lang": "zh-Hant" if is_traditional(decoded.text) else "zh-Hans",
        "source_sha256": hashlib.sha256(data).hexdigest(),
        "encoding": decoded.encoding,
        "notes": list(decoded.notes),
        "url": None,
    }
    measures = [measure_json("", m) | {"id": m.ref, "document": None, "url": None} for m in reading.measures]
    return {
        "schema_version": SCHEMA_VERSION,
        "generated_from": None,
        "documents": [document],
        "measures": measures,
        "sections": [{"ref": s.ref, "heading": s.heading, **span(s.at)} for s in reading.sections],
        "nodes": [{"kind": n.kind, "ref": n.ref, **span(n.at)} for n in reading.nodes],
        "problems": [
            {"line": p.line, "column": p.column, "code": p.code, "message": p.message} for p in reading.problems
        ],
    }
