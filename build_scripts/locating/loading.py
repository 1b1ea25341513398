"""Everything under structured/ to one corpus, or all problems of all files at once."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import Any

from ..model import (
    Alignment,
    Corpus,
    Document,
    Erratum,
    JudgedTwice,
    Measure,
    Node,
    Permalink,
    ReadingDoubt,
    Relation,
    TopicPoints,
    TopicReadings,
    Vocabulary,
    Work,
    measure_id,
)
from ..problems import Problem, grave
from ..reading.reader import Reading
from ..store.paths import Layout
from ..store.yaml_files_to_model import (
    Loaded,
    load_alignments,
    load_errata,
    load_judged,
    load_permalinks,
    load_point_readings,
    load_points,
    load_relations,
    load_vocabulary,
    load_works,
)
from .citations_to_works import Shelf
from .evidence import Grounds, grounds
from .evidence import located as points_located
from .read_records import records
from .record_as_read import Also, ReadRecord


@dataclass
class Loading:
    """What was loaded, file by file: the checks point at places through it.

    ``records`` and ``vocabulary`` are keyed by document id and file name; ``readings`` holds a fresh reading of each source
    and ``source_bytes`` what it was read from, where nothing else was asked of the records while they were read; ``doubts``
    what makes a reading look poor, ``nodes`` its outline around the record's measures. ``points`` are keyed by topic, ``point_readings`` by topic and file,
    ``judged`` by what is judged and file; ``also`` holds what else was asked of each record while it was read.
    """

    layout: Layout
    vocabulary: Vocabulary = Vocabulary()
    records: dict[str, Loaded[Document]] = field(default_factory=dict)
    vocabulary_files: dict[str, Loaded[tuple[Any, ...]]] = field(default_factory=dict)
    alignments: Loaded[tuple[Alignment, ...]] = Loaded("", (), None)
    relations: Loaded[tuple[Relation, ...]] = Loaded("", (), None)
    works: Loaded[tuple[Work, ...]] = Loaded("", (), None)
    permalinks: Loaded[tuple[Permalink, ...]] = Loaded("", (), None)
    errata: Loaded[tuple[Erratum, ...]] = Loaded("", (), None)
    points: dict[str, Loaded[TopicPoints]] = field(default_factory=dict)
    point_readings: dict[str, dict[str, Loaded[Any]]] = field(default_factory=dict)
    judged: dict[str, dict[str, Loaded[Any]]] = field(default_factory=dict)
    documents: dict[str, Document] = field(default_factory=dict)
    nodes: dict[str, tuple[Node, ...]] = field(default_factory=dict)
    sources: dict[str, str] = field(default_factory=dict)
    source_bytes: dict[str, bytes] = field(default_factory=dict)
    readings: dict[str, Reading] = field(default_factory=dict)
    doubts: dict[str, tuple[Problem, ...]] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)
    also: dict[str, Any] = field(default_factory=dict)

    @property
    def topic_points(self) -> tuple[TopicPoints, ...]:
        """What could be read of the points, in the order of the topics; a file for no topic is left out."""
        order = [t.id for t in self.vocabulary.topics]
        return tuple(v for t in order if (held := self.points.get(t)) is not None and (v := held.value) is not None)

    @cached_property
    def measures(self) -> Mapping[str, tuple[Document, Measure]]:
        """Every measure by its id, with its document; asked for when all of them are loaded."""
        return {measure_id(d.id, m.ref): (d, m) for d in self.documents.values() for m in d.measures}

    @cached_property
    def grounds(self) -> Grounds:
        """Where evidence may stand in the documents; asked for when all of them are loaded."""
        return grounds(self.documents.values(), self.nodes, self.sources)

    @cached_property
    def shelf(self) -> Shelf:
        """The works cited, found by what is printed; asked for when their file is loaded."""
        return Shelf(self.works.value or ())

    def take(self, name: str, record: ReadRecord) -> None:
        """Take in what was read of one record."""
        self.problems += record.problems
        self.records[name] = record.loaded
        if record.placed is not None:
            self.documents[name] = record.placed.document
            self.sources[name] = record.placed.source
            self.nodes[name] = record.placed.nodes
            self.doubts[name] = record.placed.doubts
            if (fresh := record.placed.fresh) is not None:
                self.source_bytes[name], self.readings[name] = fresh.data, fresh.reading
        if record.also is not None:
            self.also[name] = record.also

    @property
    def in_grave_doubt(self) -> set[str]:
        """The documents whose reading nobody should trust unseen."""
        return {name for name, doubts in self.doubts.items() if grave(doubts)}


def load(root: Path, also: Also | None = None, fresh: bool = False) -> Loading:
    """Load all files under ``root``/structured. Never raises for what stands in them.

    ``also`` is asked of each record while it is read, among many in a process of its own. What was kept of earlier runs is
    not looked at where ``fresh``.
    """
    layout = Layout(root)
    loading = Loading(layout)
    loading.vocabulary, loading.vocabulary_files, loading.problems = load_vocabulary(layout)
    loading.alignments, found = load_alignments(layout)
    loading.problems += found
    loading.relations, found = load_relations(layout)
    loading.problems += found
    loading.works, found = load_works(layout)
    loading.problems += found
    loading.permalinks, found = load_permalinks(layout)
    loading.problems += found
    loading.errata, found = load_errata(layout)
    loading.problems += found
    loading.points, found = load_points(layout)
    loading.problems += found
    loading.point_readings, found = load_point_readings(layout)
    loading.problems += found
    loading.judged, found = load_judged(layout)
    loading.problems += found
    for name, record in records(layout, loading.vocabulary, loading.shelf, also, fresh):
        loading.take(name, record)
    return loading


def corpus_of(loading: Loading) -> Corpus:
    """The corpus of what was loaded without problems. Documents in order of date, undated ones last."""
    documents = sorted(loading.documents.values(), key=lambda d: (d.date or "9999", d.id))
    return Corpus(
        tuple(documents),
        loading.vocabulary,
        loading.alignments.value or (),
        {d.id: loading.sources[d.id] for d in documents},
        {d.id: loading.nodes[d.id] for d in documents},
        loading.relations.value or (),
        loading.permalinks.value or (),
        loading.errata.value or (),
        points_located(loading.topic_points, loading.grounds),
        tuple(_readings(loading)),
        judged_twice(loading.judged),
        {
            measure_id(name, measure.ref): loaded.place(("measures", i))[0]
            for name, loaded in loading.records.items()
            for i, measure in enumerate(loaded.value.measures if loaded.value else ())
        },
        loading.works.value or (),
        {d.id: told for d in documents if (told := tuple(_doubts(loading, d)))},
    )


def doubts_of(loading: Loading, document: Document) -> list[Problem]:
    """The signs that a source was read poorly; what an editor supplied is no longer missing."""
    supplied = {f"doubt-{s.field}" for s in document.supplied}
    return [p for p in loading.doubts.get(document.id, ()) if p.code not in supplied]


def _doubts(loading: Loading, document: Document) -> Iterator[ReadingDoubt]:
    for p in doubts_of(loading, document):
        yield ReadingDoubt(p.code, "grave" if p.severity == "grave" else "warning", p.line, p.message)


def _readings(loading: Loading) -> Iterator[TopicReadings]:
    """The readings of each topic of which all files could be read, in the order of the topics."""
    for topic in loading.vocabulary.topics:
        files: list[Any] = [loaded.value for loaded in loading.point_readings.get(topic.id, {}).values()]
        if files and all(value is not None for value in files):
            first, second, settled = files
            yield TopicReadings(first, second, settled)


def judged_twice(files: Mapping[str, Mapping[str, Loaded[Any]]]) -> tuple[JudgedTwice, ...]:
    """The kinds of judgement of which all files could be read."""
    values: list[list[Any]] = [[loaded.value for loaded in held.values()] for held in files.values()]
    return tuple(JudgedTwice(*held) for held in values if held and all(value is not None for value in held))
