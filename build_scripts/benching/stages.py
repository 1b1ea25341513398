"""What each stage of a tree costs, asked of the tree itself: ``python -m build_scripts.benching.stages STAGE`` in its folder.

Times are seconds of processor time, of this process and of those that it started: what else the machine does tells little
in them. Each stage is a process of its own, so that its peak of memory is its own too.
"""

from __future__ import annotations

import json
import random
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

import yaml

from ..store.paths import Layout, root
from ..working.collector import collector_seldom

Timed = Iterator[tuple[str, float]]
"""What was done, in seconds; of what is no time, in its own unit."""

REFERENCE = "fold"
"""The work that all others are told as multiples of: every source of the tree folded to Simplified, ten times."""
_TIMES = 10
_SAMPLE = 300
_BARE = "bare.yml"
WALL = "wall"
"""How a time by the clock is named: it tells what several processors do, and what else the machine does."""


def spent() -> float:
    """Seconds of processor time until now, of this process and of those that ended below it."""
    own, children = (resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    return own.ru_utime + own.ru_stime + children.ru_utime + children.ru_stime


def took(work: Callable[[], object]) -> float:
    began = spent()
    work()
    return spent() - began


def reading(tree: Path) -> Timed:
    """The reference, then every source read."""
    from dataclasses import replace

    from ..reading.reader import read
    from ..sources.fold import fold
    from ..store.yaml_files_to_model import load_vocabulary

    layout = Layout(tree)
    vocabulary, _, _ = load_vocabulary(layout)
    untopical = replace(vocabulary, topics=())  # suggesting topics is no part of reading
    texts = [p.read_text("utf-8") for p in sorted(layout.sources.glob("*.txt"))]
    read(texts[0], "", untopical)
    yield "characters", float(sum(map(len, texts)))
    yield REFERENCE, took(lambda: [fold(text) for _ in range(_TIMES) for text in texts])
    yield "read", took(lambda: [read(text, "", untopical) for text in texts])


def check(tree: Path) -> Timed:
    """Everything checked from nothing, so that it is kept, and out of what was kept; beside each the time by the clock."""
    from ..checks.checked_corpus import load_corpus

    for name, fresh in (("check", True), ("check and keep", False), ("check again", False)):
        began = time.perf_counter()
        yield name, took(lambda fresh=fresh: load_corpus(tree, fresh))  # type: ignore[misc]
        yield f"{name}, {WALL}", time.perf_counter() - began


def compare(tree: Path) -> Timed:
    """Counterparts of all measures, and the tables of two documents."""
    from ..checks.checked_corpus import load_corpus
    from ..comparing.comparison_of_corpus import Comparison

    corpus, _ = load_corpus(tree)
    assert corpus is not None
    found = Comparison(corpus)
    yield "measures", float(sum(len(d.measures) for d in corpus.documents))
    yield "pairs of measures", took(lambda: found.pairs)
    yield "tables of documents", took(found.doc_pairs)
    yield "pairs", float(len(found.pairs))
    yield "tables", float(len(found.doc_pairs()))


def nearest(tree: Path) -> Timed:
    """All measures as vectors, and what is near to a sample of them: what comparing takes where all of it would take too long."""
    from ..checks.checked_corpus import load_corpus
    from ..comparing.counterparts.pairs import SUGGESTED, THRESHOLD
    from ..comparing.counterparts.similarity_space import Space, space_of

    corpus, _ = load_corpus(tree)
    assert corpus is not None
    made: list[Space] = []
    yield "vectors", took(lambda: made.append(space_of(corpus)))
    (space,) = made
    sample = random.Random(_SAMPLE).sample(space.ids, min(_SAMPLE, len(space)))
    seconds = took(lambda: [space.near(name, SUGGESTED, THRESHOLD) for name in sample])
    yield "nearest, of a sample", seconds * len(space) / len(sample)


def data(tree: Path) -> Timed:
    """Every file of the dataset made, as it would be written under data/, with the pairs that editors judged: those that the
    method suggests cost what comparing costs. How many files they are, and how many bytes."""
    from ..checks.checked_corpus import load_corpus
    from ..comparing.comparison_of_corpus import Comparison
    from ..comparing.counterparts.pairs import judged
    from ..publishing.dataset.writing import data_of, dataset_files

    corpus, _ = load_corpus(tree)
    assert corpus is not None
    found = Comparison(corpus)
    found.pairs = judged(corpus.alignments, dict.fromkeys(((a.a, a.b) for a in corpus.alignments), 0.0))
    files: dict[str, bytes] = {}
    yield "data", took(lambda: files.update(dataset_files(data_of(corpus, None, tree, found))))
    yield "files of data", float(len(files))
    yield "bytes of data", float(sum(map(len, files.values())))


def index(tree: Path) -> Timed:
    """The search index written, and what it comes to."""
    from ..checks.checked_corpus import load_corpus
    from ..publishing.browser_data.search_index.writing import write_search_index
    from ..publishing.index.lookups import Index

    corpus, _ = load_corpus(tree)
    assert corpus is not None
    with tempfile.TemporaryDirectory() as folder:
        yield "index", took(lambda: write_search_index(Index(corpus), Path(folder)))
        written = [p for p in Path(folder).rglob("*") if p.is_file()]
        yield "files of index", float(len(written))
        yield "bytes of index", float(sum(p.stat().st_size for p in written))


def site(tree: Path) -> Timed:
    """The whole build from nothing, step by step; again with nothing changed; and an edit of one record while it is served."""
    from ..publishing.building.build_inputs import read_build
    from ..publishing.building.keeping.ledger import Ledger
    from ..publishing.building.kept.kept_site import build_kept, steps

    began, started = spent(), time.perf_counter()
    build = read_build(tree)
    yield "build: read", spent() - began
    at = spent()
    for name, _ in zip(("pages first", "pages", "files", "by hand"), steps(build, tree / "site", Ledger(), apart=True)):
        yield f"build: {name}", spent() - at
        at = spent()
    yield "build", spent() - began
    yield f"build, {WALL}", time.perf_counter() - started
    build_kept(read_build(tree))
    yield "build again", took(lambda: build_kept(read_build(tree)))
    yield from _edited(tree)
    pages = list((tree / "site").rglob("*.html"))
    yield "pages", float(len(pages))
    yield "bytes a page", sum(p.stat().st_size for p in pages) / len(pages)


def _edited(tree: Path) -> Timed:
    """A note on the first measure of the first record, shown while the site is served: until the record's own pages stand, and
    until all pages do."""
    from ..publishing.building.kept.serving import Serving

    record = min(Layout(tree).records.glob("*.yml"))
    text = record.read_text("utf-8")
    with tempfile.TemporaryDirectory() as folder:
        serving = Serving(tree, "http://127.0.0.1:8000/", Path(folder))
        serving.first()
        try:
            record.write_text(text.replace("    topics: ", "    note: 改\n    topics: ", 1), "utf-8")
            started, began = time.perf_counter(), spent()
            for told, step in (("edit to seen", serving.pages), ("edit to all pages", serving.other_pages)):
                step()
                yield told, spent() - began
                yield f"{told}, {WALL}", time.perf_counter() - started
        finally:
            record.write_text(text, "utf-8")


def floor(tree: Path) -> Timed:
    """The generator alone on the same Markdown: its theme as it comes, no page in the navigation but the first."""
    from ..publishing.building.before_generator import write_before
    from ..publishing.building.build_inputs import read_build

    write_before(read_build(tree), tree / "docs")
    ours = yaml.load((tree / "mkdocs.yml").read_text("utf-8"), Loader=_AnyTag)
    kept = {key: ours[key] for key in ("markdown_extensions", "exclude_docs") if key in ours}
    bare = {"site_name": "bare", "docs_dir": "docs", "site_dir": "bare", "plugins": [], "nav": ["index.md"]}
    theme = {"name": "material", "font": False}
    (tree / _BARE).write_text(json.dumps({**bare, **kept, "theme": theme, "not_in_nav": "/**"}), "utf-8")
    command = [sys.executable, "-m", "mkdocs", "build", "--quiet", "--config-file", _BARE]
    started = time.perf_counter()
    yield "floor", took(lambda: subprocess.run(command, cwd=tree, check=True, capture_output=True))
    yield f"floor, {WALL}", time.perf_counter() - started


class _AnyTag(yaml.SafeLoader):
    """Reads mkdocs.yml without asking the environment for what it wants of it."""


_AnyTag.add_multi_constructor("!", lambda loader, suffix, node: None)
_AnyTag.add_multi_constructor("tag:yaml.org,2002:python/", lambda loader, suffix, node: None)

STAGES: Mapping[str, Callable[[Path], Timed]] = {
    s.__name__: s for s in (reading, check, compare, nearest, data, index, site, floor)
}


def main(name: str) -> None:
    """Run a stage over the tree that this code stands in, and print what it took as JSON."""
    began = time.perf_counter()
    with collector_seldom():  # as every command
        told = dict(STAGES[name](root()))
    peaks = [resource.getrusage(who).ru_maxrss for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]
    megabytes = max(peaks) / (1024 * 1024 if sys.platform == "darwin" else 1024)
    print(json.dumps({"told": told, "megabytes": round(megabytes, 1), "wall": round(time.perf_counter() - began, 2)}))


if __name__ == "__main__":
    main(sys.argv[1])
