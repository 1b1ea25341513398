"""A made-up corpus of any size as a repository of its own: the code and theme there are, over data that nobody decreed."""

from __future__ import annotations

import shutil
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from ..extracting.one_document import Prepared, prepare_new
from ..locating.citations_to_works import new_works
from ..model import Corpus, Document, Vocabulary, measure_id
from ..problems import Problem, errors
from ..store.paths import Layout, write_atomically
from ..store.permalinks import in_order, of_records
from ..store.yaml_writing.yaml_dump import dump
from ..working.processes import each
from .judged import alignments, points
from .made_up_places import MadePlace, places
from .repository_without_data import copy_tree
from .taken_apart import parts, traditional
from .texts import Text, TextWriter

SEED = 1
DAY = "2026-01-01"
"""The day on which the addresses of made-up pages are registered."""
_KEPT = ("edition.yml", "evaluation.json", "bench.json", "errata.yml", "vocabulary", "schema", "points/README.md")
_FEW = 40
"""Fewer documents than this are read in one process."""


@dataclass(frozen=True)
class Synthesized:
    """How much was written, or what stood in the way."""

    documents: int = 0
    measures: int = 0
    places: int = 0
    bodies: int = 0
    problems: tuple[Problem, ...] = ()


@dataclass(frozen=True)
class MadeUp:
    """Texts and the places they are of, before anything is read or written."""

    texts: tuple[Text, ...]
    places: tuple[MadePlace, ...]
    vocabulary: Vocabulary


def made_up(corpus: Corpus, number: int, seed: int = SEED) -> MadeUp:
    """``number`` texts put together of those of a corpus, with places and bodies of their own.

    A text depends on the seed, on its own number and on its place, never on how many others there are.
    """
    found = places(corpus.vocabulary, number, seed)
    writer = TextWriter(parts(corpus), traditional(corpus), seed)
    texts = tuple(writer.text(n, found[n % len(found)]) for n in range(number))
    return MadeUp(texts, found, _with_places(corpus.vocabulary, found))


def _with_places(vocabulary: Vocabulary, made: Sequence[MadePlace]) -> Vocabulary:
    """The vocabulary with the made-up places and bodies in place of the real ones; the country and its bodies stay."""
    country = tuple(j for j in vocabulary.jurisdictions if j.within is None)
    kept = {j.id for j in country}
    bodies = tuple(replace(a, events=()) for a in vocabulary.agencies if a.jurisdiction in kept)
    return replace(
        vocabulary,
        jurisdictions=(*country, *(p.place for p in made)),
        agencies=(*bodies, *(body for p in made for body in p.bodies)),
    )


def synthesize(root: Path, corpus: Corpus, out: Path, number: int, seed: int = SEED) -> Synthesized:
    """Write ``number`` made-up documents and all that a site of them is built from into the folder ``out``.

    The register holds the addresses of records; those of the other pages are entered by ``fix``, which a site wants first.
    Nothing is written where ``out`` lies in the repository or holds anything, or where a text cannot be read.
    """
    refused = _unfit(root, out)
    if refused:
        return Synthesized(problems=(refused,))
    made = made_up(corpus, number, seed)
    layout = Layout(out)
    prepared = list(read_all(layout, made))
    problems = [p for one in prepared for p in errors(one.problems)]
    documents = {one.document.id: one.document for one in prepared if one.document}
    if problems:
        return Synthesized(problems=tuple(problems))
    copy_tree(root, out, measure_id(made.texts[0].id, next(iter(documents.values())).measures[0].ref))
    for name in _KEPT:
        _copied(Layout(root).data / name, layout.data / name)
    for text in made.texts:
        write_atomically(layout.source(text.id), text.text.encode())
    for path, written in (held for one in prepared for held in one.files.items()):
        write_atomically(path, written.encode())
    for path, value in _judged(layout, corpus, made, documents, seed):
        write_atomically(path, dump(value).encode())
    measures = sum(len(d.measures) for d in documents.values())
    bodies = sum(len(p.bodies) for p in made.places)
    return Synthesized(len(documents), measures, len(made.places), bodies)


def read_all(layout: Layout, made: MadeUp) -> Iterator[Prepared]:
    """Each text read into what its record and its reading say, in their order."""
    return each(_read, (layout, made.vocabulary), made.texts, lambda text: text.id, _FEW)


def _read(shared: tuple[Layout, Vocabulary], text: Text) -> Prepared:
    layout, vocabulary = shared
    return prepare_new(layout, text.id, text.text.encode(), vocabulary, text.jurisdiction)


def _judged(
    layout: Layout, corpus: Corpus, made: MadeUp, documents: dict[str, Document], seed: int
) -> Iterator[tuple[Path, Any]]:
    """Vocabulary and what people judged, by file."""
    yield layout.vocabulary / "jurisdictions.yml", made.vocabulary.jurisdictions
    yield layout.vocabulary / "agencies.yml", made.vocabulary.agencies
    yield layout.alignments, alignments(made.texts, documents, seed)
    yield layout.relations, ()
    works = (*corpus.works, *new_works(documents.values(), corpus.works))
    asked = tuple(points(corpus.points, list(documents.values()), made.vocabulary, seed))
    yield layout.works, works
    for topic in asked:
        yield layout.topic_points(topic.topic), topic
    yield layout.permalinks, in_order(of_records(documents.values(), made.vocabulary, DAY, asked, works).values())


def _unfit(root: Path, out: Path) -> Problem | None:
    where = out.resolve()
    if where.is_relative_to(root.resolve()) or root.resolve().is_relative_to(where):
        tip = "另选一个文件夹，如 --out ../synthesized"
        return Problem(str(out), 0, 0, "synthesize-inside", "造出来的文件不放进仓库", tip)
    if where.exists() and (not where.is_dir() or any(where.iterdir())):
        return Problem(str(out), 0, 0, "synthesize-taken", "这里已经有东西", "给一个空的或还没有的文件夹")
    return None


def _copied(here: Path, there: Path) -> None:
    there.parent.mkdir(parents=True, exist_ok=True)
    if here.is_dir():
        shutil.copytree(here, there)
    elif here.is_file():
        shutil.copyfile(here, there)
