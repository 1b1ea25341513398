"""Made-up corpora: sound, the same from the same seed, and read the same in one process, in two, and out of what was kept."""

from __future__ import annotations

from pathlib import Path

import pytest

from build_scripts.benching.made_up_places import places, words
from build_scripts.benching.synthesizing import Synthesized, made_up, synthesize
from build_scripts.checks.checked_corpus import load_corpus
from build_scripts.fixing import canonical
from build_scripts.locating import read_records
from build_scripts.locating.loading import load
from build_scripts.model import Corpus
from tests.places import ROOT

pytestmark = pytest.mark.builds

NUMBER = 8


@pytest.fixture(autouse=True)
def many(monkeypatch: pytest.MonkeyPatch) -> None:
    """These are documents enough for several processes, and for something to be kept."""
    monkeypatch.setattr(read_records, "FEW", NUMBER - 2)


@pytest.fixture(scope="module")
def made(five_texts: Corpus, tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Synthesized]:
    out = tmp_path_factory.mktemp("made") / "up"
    return out, synthesize(ROOT, five_texts, out, NUMBER)


def test_a_made_up_corpus_is_sound(made: tuple[Path, Synthesized]) -> None:
    out, done = made
    corpus, problems = load_corpus(out, fresh=True)
    assert corpus is not None
    assert {p.code for p in problems} <= {"topic-missing"}
    assert (done.documents, done.measures) == (NUMBER, sum(len(d.measures) for d in corpus.documents))
    assert len({d.jurisdiction for d in corpus.documents}) == done.places
    assert {d.lang for d in corpus.documents} == {"zh-Hans", "zh-Hant"}
    measures = [m for d in corpus.documents for m in d.measures]
    assert sum(1 for m in measures if any(r.agency for r in m.responsibilities)) > len(measures) / 2
    assert sum(len(m.targets) for m in measures) > NUMBER
    assert {a.status for a in corpus.alignments} == {"confirmed", "rejected"}
    assert sum(len(p.answers) for t in corpus.points for p in t.points) > NUMBER
    assert len(corpus.permalinks) > len(measures)


def test_nothing_in_it_waits_to_be_rewritten(made: tuple[Path, Synthesized]) -> None:
    assert all(path.read_text("utf-8") == text for path, text in canonical(load(made[0])).items())


def test_a_text_depends_on_its_seed_and_number_only(five_texts: Corpus) -> None:
    few, many = made_up(five_texts, 8, seed=3), made_up(five_texts, 16, seed=3)
    assert few.texts == many.texts[:8]
    assert made_up(five_texts, 8, seed=4).texts != few.texts


def test_ids_of_places_and_documents_are_each_there_once(five_texts: Corpus) -> None:
    made = places(five_texts.vocabulary, 100_000, seed=1)
    first, middle, second = (len(words()["names"][part]) for part in ("first", "middle", "second"))
    assert len(made) == first * second * (1 + middle)
    assert (
        len({p.place.id for p in made})
        == len({p.place.code for p in made})
        == len({p.place.name for p in made})
        == len(made)
    )
    assert {len(p.place.code) for p in made} == {6}
    texts = made_up(five_texts, 60).texts
    assert len({t.id for t in texts}) == 60


def test_problems_are_the_same_in_any_number_of_processes_and_out_of_what_was_kept(
    made: tuple[Path, Synthesized], monkeypatch: pytest.MonkeyPatch
) -> None:
    out, _ = made
    records = sorted((out / "structured" / "records").glob("*.yml"))
    whole = {p: p.read_text("utf-8") for p in records[:4]}
    texts = list(whole.values())
    records[0].write_text(texts[0].replace("topics: [", "topics: [nowhere, ", 1), "utf-8")
    records[1].write_text(texts[1].replace("title: ", "title: 不在原文里的", 1), "utf-8")
    records[2].write_text("a: [", "utf-8")
    records[3].write_text(texts[3].replace("\nsha256: ", "\nsha256: 0", 1), "utf-8")
    try:
        found = []
        for number, fresh in ((1, True), (2, True), (3, False), (1, False)):
            monkeypatch.setenv("PROCESSES", str(number))
            found.append(load_corpus(out, fresh)[1])
        kept = sorted((out / ".cache" / "records").iterdir())
        kept[0].write_bytes(b"damaged")
        kept[-1].write_bytes(kept[-1].read_bytes()[:-1])
        found.append(load_corpus(out)[1])
    finally:
        for path, text in whole.items():
            path.write_text(text, "utf-8")
    assert all(problems == found[0] for problems in found)
    assert {records[n].name for n in range(4)} <= {Path(p.path).name for p in found[0]}


def test_a_corpus_is_the_same_out_of_what_was_kept(made: tuple[Path, Synthesized]) -> None:
    out, _ = made
    first, again, fresh = load_corpus(out)[0], load_corpus(out)[0], load_corpus(out, fresh=True)[0]
    assert first is not None
    assert first == again == fresh
    assert repr(again) == repr(fresh)
