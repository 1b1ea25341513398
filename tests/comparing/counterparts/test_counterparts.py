"""Counterparts: what is near, what an editor said of it, and how often the method is right."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from build_scripts.comparing.comparison_of_corpus import Comparison
from build_scripts.comparing.counterparts import block_of_measures, growth_bench, similarity_space
from build_scripts.comparing.counterparts.features import WEIGHTS
from build_scripts.comparing.counterparts.pairs import THRESHOLD, pairs, shown
from build_scripts.comparing.counterparts.similarity_space import Space, described, space_of
from build_scripts.comparing.wording.compared_text import body_of
from build_scripts.model import Corpus, Measure

from ..made_up import CITY, CORPUS, NORTH, SOUTH


@pytest.fixture(scope="module")
def space() -> Space:
    return space_of(CORPUS)


def test_the_nearest_measure_elsewhere_asks_the_same_question(space: Space) -> None:
    near = space.nearest(f"{NORTH}/1.1", 3)
    assert set(near) == {"south", "city"}, "every other place, never its own"
    assert near["south"][0][0] == f"{SOUTH}/1", "though one is in Traditional characters"
    assert near["city"][0][0] == f"{CITY}/1"
    assert space.nearest(f"{SOUTH}/3", 3) == {"north": (), "city": ()}, "what shares nothing is no counterpart"


def test_a_score_lies_between_0_and_1_and_is_the_same_both_ways(space: Space) -> None:
    for a in space.ids:
        for b in space.ids:
            assert 0 <= space.score(a, b) <= 1 + 1e-9
            assert space.score(a, b) == pytest.approx(space.score(b, a))
            assert space.score(a, b) == pytest.approx(sum(space.parts(a, b).values()))
            assert space.score(a, b) == pytest.approx(space.by_part(a, np.array([space.number[b]])).sum())
    assert space.score(f"{NORTH}/1.1", f"{NORTH}/1.1") == pytest.approx(sum(WEIGHTS.values()))


def test_each_part_tells_why(space: Space) -> None:
    parts = space.parts(f"{NORTH}/1.1", f"{SOUTH}/1")
    assert parts["topics"] == pytest.approx(WEIGHTS["topics"]), "the same only topic"
    assert 0 < parts["lines"] < WEIGHTS["lines"], "commerce answers for both, in other roles beside others"
    assert parts["body"] > 0 and parts["heading"] > 0


def test_the_clause_of_the_bodies_is_no_text() -> None:
    measure = Measure("1", "招商", "开展招商。（责任单位：省商务厅、省财政厅）")
    assert "商务厅" not in body_of(measure.text)
    assert len(body_of(measure.text)) == len(measure.text)


def test_an_empty_corpus_and_an_empty_measure_do_no_harm() -> None:
    assert pairs(Corpus((), CORPUS.vocabulary)) == ()
    bare = replace(CORPUS.documents[0], measures=(Measure("1", None, ""),))
    space = space_of(replace(CORPUS, documents=(bare, CORPUS.documents[1]), alignments=()))
    assert space.nearest(f"{NORTH}/1", 3)["south"] == ()


def test_the_editor_comes_first_and_a_rejected_pair_is_never_suggested() -> None:
    found = pairs(CORPUS)
    assert [(p.a, p.b, p.status, p.strength) for p in found[:3]] == [
        (f"{NORTH}/1.1", f"{SOUTH}/1", "confirmed", "strong"),
        (f"{CITY}/1", f"{NORTH}/1.1", "confirmed", "partial"),
        (f"{NORTH}/1.2", f"{CITY}/2", "rejected", None),
    ]
    assert all(p.basis == "editor" and p.score > 0 for p in found[:3])
    suggested = found[3:]
    assert all(p.basis == "computed" and p.why is None and p.strength is None for p in suggested)
    assert all(p.score >= THRESHOLD for p in suggested)
    assert {frozenset((p.a, p.b)) for p in suggested}.isdisjoint({frozenset((p.a, p.b)) for p in found[:3]})
    assert frozenset((f"{NORTH}/1.3", f"{SOUTH}/2")) in {frozenset((p.a, p.b)) for p in suggested}
    assert all(p.status != "rejected" for p in shown(found))


def test_without_the_editor_the_rejected_pair_would_be_suggested() -> None:
    found = pairs(replace(CORPUS, alignments=()))
    assert frozenset((f"{NORTH}/1.2", f"{CITY}/2")) in {frozenset((p.a, p.b)) for p in found}
    assert all(p.status == "suggested" for p in found)


def test_what_is_not_compared_leaves_the_space_and_what_is_makes_another() -> None:
    north, *others = CORPUS.documents
    first, *rest = north.measures

    def with_first(measure: Measure) -> Corpus:
        return replace(CORPUS, documents=(replace(north, measures=(measure, *rest)), *others))

    space = space_of(CORPUS)
    assert space_of(with_first(replace(first, note="改"))) is space
    assert space_of(with_first(replace(first, text=f"{first.text}改"))) is not space


def test_the_same_corpus_gives_the_same_pairs(corpus: Corpus) -> None:
    assert pairs(corpus) == pairs(corpus)


def test_the_method_finds_what_the_editor_confirmed(corpus: Corpus) -> None:
    """The figures the method page publishes, with a little room below for texts to be corrected."""
    figures = Comparison(corpus).evaluation
    assert figures["pairs"]["strong"] >= 50
    assert figures["strong"]["recall_at_5"] >= 0.92
    assert figures["strong"]["recall_at_10"] >= 0.96
    assert figures["strong"]["mrr"] >= 0.86
    assert all(figures["strong"]["mrr"] > part["mrr"] for part in figures["parts"].values()), (
        "the whole beats its parts"
    )
    assert figures["mean_score"]["strong"] > 1.4 * figures["mean_score"]["rejected"]
    assert figures["strong_above_rejected"] >= 0.75
    assert figures["confirmed_above_unlisted"] >= 0.94
    assert figures["at_threshold"]["precision"] >= 0.8


def test_few_suggestions_are_left_where_the_editor_read_everything(corpus: Corpus) -> None:
    assert sum(1 for p in pairs(corpus) if p.status == "suggested") <= 8


def test_a_grown_corpus_is_searched_by_its_index_nearly_as_well_as_exactly(corpus: Corpus) -> None:
    grown = growth_bench.made_up(corpus, 1_500)
    assert sum(len(d.measures) for d in grown.documents) == 1_500
    assert [m.text for m in growth_bench.made_up(corpus, 60).documents[0].measures] == [
        m.text for m in growth_bench.made_up(corpus, 60).documents[0].measures
    ]
    assert growth_bench.kept(Space(described(grown)), sample=60) >= 0.98


def test_the_bench_says_its_figures(corpus: Corpus) -> None:
    (row,) = growth_bench.bench(corpus, (129,))
    assert row["measures"] == 129
    assert row["kept_of_exact"] == 1.0
    assert row["ms_per_measure"] < 50


@pytest.mark.parametrize("budget", [0, 200, 2_000, block_of_measures.BUDGET])
@pytest.mark.parametrize("keep", [3, block_of_measures.CANDIDATES])
def test_what_is_left_out_unscored_could_not_be_among_the_nearest(
    budget: int, keep: int, five_texts: Corpus, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(block_of_measures, "BUDGET", budget)
    monkeypatch.setattr(similarity_space, "CANDIDATES", keep)
    space = space_of(growth_bench.made_up(five_texts, 300))
    for name in space.ids[::7]:
        near = space.nearest(name, 2)
        assert near == {place: of_all_candidates(space, name, place, keep) for place in near}


def of_all_candidates(space: Space, name: str, place: str, keep: int) -> tuple[tuple[str, float], ...]:
    """The nearest two of a place, all of its ``keep`` best by their partial scores scored exactly."""
    block, row = space._block, space._block.row(space.number[name])
    partial = block.partial(row)
    members = [n for n in range(len(space)) if space.places[space.place[n]] == place]
    candidates = sorted(sorted(members, key=lambda n: -partial[n])[:keep])
    scores = block.exact(row, np.array(candidates))
    best = sorted(zip(candidates, scores.tolist(), strict=True), key=lambda found: -found[1])[:2]
    return tuple((space.ids[n], score) for n, score in best if score > 0)
