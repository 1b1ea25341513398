"""The verbatim text of entries and documents, marked in place."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Literal

from build_scripts import addresses
from build_scripts.model import Agency, Citation, Node, Responsibility
from build_scripts.publishing.index.lookups import Entry, Index
from build_scripts.publishing.index.passages import Passage
from build_scripts.publishing.pages.parts.overlapping_spans import Mark, Run, paragraphs
from build_scripts.publishing.text import labels
from build_scripts.publishing.text.wording.loading import wording
from build_scripts.reading.measures.sentences import sentences

_WORDS = wording("parts")


@dataclass(frozen=True)
class Block:
    """A stretch of a document's full text. ``entry`` is set where it belongs to a measure, ``label`` for a passage."""

    kind: str
    runs: tuple[Run, ...]
    anchor: str | None = None
    entry: Entry | None = None
    heading: tuple[Run, ...] = ()
    depth: Literal[0, 1, 2] = 1
    label: str | None = None


def measure_text(index: Index, entry: Entry, prefix: str | None = "", shown: str | None = None) -> tuple[Run, ...]:
    """An entry's text by paragraphs; ``prefix`` goes before the sentences' anchors, None leaves them out; ``shown`` is a
    sentence that stands elsewhere alone: marked here, so that it is found again."""
    at = entry.measure.at
    if at is None:
        return paragraphs(entry.measure.text, [])
    source = index.corpus.sources[entry.document.id]
    marks = _marks(index, entry, prefix)
    begins = entry.measure.text.find(shown) if shown else -1
    if shown and begins >= 0:
        marks.append(Mark(at.start + begins, at.start + begins + len(shown), "quote"))
    return paragraphs(source, marks, at.start, at.end)


def _marks(index: Index, entry: Entry, prefix: str | None) -> list[Mark]:
    measure = entry.measure
    offset = measure.at.start if measure.at else 0
    marks = [] if prefix is None else list(_sentence_marks(measure.text, offset, prefix))
    for responsibility in entry.measure.responsibilities:
        if responsibility.at:
            marks.append(_body_mark(index, responsibility))
    for target in entry.measure.targets:
        if target.at:
            marks.append(Mark(target.at.start, target.at.end, "target", title=target.indicator))
    for limit in entry.measure.limits:
        if limit.at:
            marks.append(Mark(limit.at.start, limit.at.end, "limit", title=labels.limit_kind(limit.kind)))
    marks += _citation_marks(entry.measure.citations)
    return list(dict.fromkeys(marks))


def _citation_marks(citations: Iterable[Citation]) -> Iterator[Mark]:
    for citation in citations:
        if citation.at:
            to = addresses.work(citation.work) if citation.work else None
            yield Mark(citation.at.start, citation.at.end, "citation", to=to)


def _sentence_marks(text: str, offset: int, prefix: str) -> Iterator[Mark]:
    for sentence in sentences(text):
        anchor = prefix + addresses.sentence_anchor(sentence.n)
        yield Mark(offset + sentence.at.start, offset + sentence.at.end, "sentence", id=anchor)


def _body_mark(index: Index, responsibility: Responsibility) -> Mark:
    assert responsibility.at is not None
    agency = index.agencies.get(responsibility.agency or "")
    hint = " · ".join([labels.role(responsibility.role), *(_names(index, agency) if agency else ())])
    to = addresses.agency(agency.id) if agency else None
    kind: Literal["agency", "collective"] = "collective" if responsibility.collective else "agency"
    return Mark(responsibility.at.start, responsibility.at.end, kind, to=to, title=hint)


def _names(index: Index, agency: Agency) -> Iterator[str]:
    """What a body is called, and what has become of it; docs/assets/js/reading/body-box.js reads the parts."""
    yield agency.name
    later = index.succession.today(agency.id)
    if later:
        named = (s.agency.name + ("" if s.verified else _WORDS.unverified_behind) for s in later)
        yield _WORDS("now", agencies=labels.listed(named))


def full_text(index: Index, document_id: str) -> tuple[Block, ...]:
    """A document's source in blocks, complete and in order: every code point stands in exactly one run."""
    source = index.corpus.sources[document_id]
    entries = {e.measure.ref: e for e in index.entries_of[document_id]}
    passages = {p.node: p for p in index.passages[document_id]}
    blocks: list[Block] = []
    for node in index.corpus.nodes[document_id]:
        entry = entries.get(node.ref or "") if node.kind in {"heading", "body"} else None
        if entry is None:
            cited = [c.citing.citation for c in index.cited_in.get(document_id, ()) if c.passage]
            blocks.append(_plain_block(source, node, passages.get(node), cited))
        elif node.kind == "heading":
            runs = paragraphs(source, [], node.at.start, node.at.end)
            blocks.append(_measure_block(entry, heading=runs))
        else:
            marks = _marks(index, entry, addresses.measure_anchor(entry.measure.ref) + "-")
            runs = paragraphs(source, marks, node.at.start, node.at.end)
            previous = blocks[-1] if blocks and blocks[-1].entry is entry else None
            if previous:
                blocks[-1] = _measure_block(entry, previous.heading, previous.runs + runs)
            else:
                blocks.append(_measure_block(entry, runs=runs))
    return tuple(blocks)


def _plain_block(source: str, node: Node, passage: Passage | None, cited: Iterable[Citation]) -> Block:
    """A node outside the measures; where it is a passage, and no heading, its sentences are anchored too, and what it
    cites is linked."""
    anchor = addresses.section_anchor(node.ref) if node.kind in {"section", "group"} and node.ref else None
    marks: list[Mark] = []
    if passage:
        anchor = passage.anchor
        if node.kind != "chapter":
            marks = list(_sentence_marks(passage.text, passage.at.start, anchor + "-"))
            marks += _citation_marks(cited)
    runs = paragraphs(source, marks, node.at.start, node.at.end)
    return Block(node.kind, runs, anchor, label=passage.label if passage else None)


def _measure_block(entry: Entry, heading: tuple[Run, ...] = (), runs: tuple[Run, ...] = ()) -> Block:
    depth: Literal[0, 1, 2] = 2 if entry.measure.group else 1 if entry.measure.section else 0
    return Block("measure", runs, addresses.measure_anchor(entry.measure.ref), entry, heading, depth)
