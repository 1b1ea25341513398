"""Sentences scored for questions: what a document answers itself plays no part, and what is printed can be pasted."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
import yaml

from build_scripts.answering.recall import Recall, recall
from build_scripts.answering.scoring import WEIGHTS, Scorer, cosine
from build_scripts.answering.sentences import serving
from build_scripts.answering.suggestions import passed_over, suggestions, unasked
from build_scripts.checks.checked_corpus import load_corpus
from build_scripts.commands import points
from build_scripts.commands.all_commands import parser
from build_scripts.model import Answer, Corpus, Evidence, Point, TopicPoints
from build_scripts.moving.points import without_document
from build_scripts.store.paths import Layout
from build_scripts.store.yaml_writing.yaml_dump import dump
from tests.comparing.made_up import CORPUS

NAME = "gansu-regional-coordination"
Run = Callable[..., tuple[int, list[str]]]


@pytest.fixture(scope="module")
def scorer(five_texts: Corpus) -> Scorer:
    return Scorer(five_texts)


def asked(corpus: Corpus, id: str) -> tuple[str, Point]:
    topic, _, point = id.partition("/")
    return topic, next(p for t in corpus.points if t.topic == topic for p in t.points if p.id == point)


def test_weights_make_a_score_between_nothing_and_one() -> None:
    assert sum(WEIGHTS.values()) == pytest.approx(1)
    assert cosine({"甲乙": 1.0}, {"甲乙": 1.0}) == 1 and cosine({"甲乙": 1.0}, {"丙丁": 1.0}) == 0


def test_the_best_sentence_is_the_one_that_the_editor_took(five_texts: Corpus, scorer: Scorer) -> None:
    topic, point = asked(five_texts, "enclave-parks/merging")
    best = scorer.ranked(topic, point, "henan-industrial-clusters")[0]
    answer = point.answer("henan-industrial-clusters")
    assert answer is not None and serving([best.said], [e.at for e in answer.evidence])
    assert 0 < best.score < 1 and not best.said.is_heading


def test_what_a_document_answers_itself_plays_no_part(five_texts: Corpus, scorer: Scorer) -> None:
    without = tuple(without_document(t, NAME, "甘肃·区域协调") for t in five_texts.points)
    for before, after in zip(five_texts.points[0].points, without[0].points, strict=True):
        topic = five_texts.points[0].topic
        assert scorer.ranked(topic, before, NAME) == scorer.ranked(topic, after, NAME)


def test_every_question_has_its_best_sentences_and_says_what_is_known(five_texts: Corpus, scorer: Scorer) -> None:
    found = suggestions(five_texts, NAME, scorer, 3)
    assert len(found) == sum(len(t.points) for t in five_texts.points)
    assert all(len(s.best) == 3 and s.state == s.point.state(NAME) for s in found)
    assert all(s.best[0].score >= s.best[-1].score for s in found)


def test_a_sentence_without_question_has_the_nearest(five_texts: Corpus, scorer: Scorer) -> None:
    left = unasked(five_texts, NAME, scorer)
    assert left and all(u.point is not None and 0 <= u.score <= 1 for u in left)
    assert not {u.said.passage for u in left} & {"title", "number", "date", "signature"}
    none = unasked(replace(five_texts, points=()), NAME)
    assert len(none) > len(left) and {u.point for u in none} == {None}


def test_silences_are_told_with_the_likeliest_first(five_texts: Corpus, scorer: Scorer) -> None:
    found = passed_over(five_texts, "talent", scorer)
    silent = sum(len(p.silent) for t in five_texts.points if t.topic == "talent" for p in t.points)
    assert len(found) == silent and {p.topic for p in found} == {"talent"}
    assert [p.best.score for p in found] == sorted((p.best.score for p in found), reverse=True)


def test_recall_counts_answers_whose_sentence_is_among_the_best(five_texts: Corpus) -> None:
    topic, point = asked(five_texts, "enclave-parks/merging")
    one = replace(five_texts, points=(TopicPoints(topic, (point,)),))
    few, all_ = recall(one, at=1), recall(one, at=999)
    assert all_.keys() == {a.document for a in point.answers}
    assert {r.rate for r in all_.values()} == {1.0}
    assert sum(r.answers_hit for r in few.values()) <= len(point.answers)
    assert Recall(5).rate is None


def test_a_corpus_without_sources_has_nothing_to_suggest() -> None:
    answer = Answer("x", "说", (Evidence("x/1", quote="说"),))
    corpus = replace(CORPUS, points=(TopicPoints("talent", (Point("p", "问？", "问", (answer,), ("y",)),)),))
    assert passed_over(corpus) == [] and recall(corpus) == {}


@pytest.fixture
def run(copy: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Run:
    """A command on a copy: its status, and what it printed and said."""
    monkeypatch.setattr(points, "root", lambda: copy)

    def run(*arguments: str) -> tuple[int, list[str]]:
        args = parser().parse_args(arguments)
        status = args.run(args)
        out, err = capsys.readouterr()
        return status, [*out.splitlines(), *err.splitlines()]

    return run


def test_what_is_suggested_can_be_pasted_and_waits_for_the_editor_s_words(copy: Path, run: Run) -> None:
    path = Layout(copy).topic_points("talent")
    corpus, _ = load_corpus(copy)
    assert corpus is not None
    talent = next(t for t in corpus.points if t.topic == "talent")
    path.write_text(dump(without_document(talent, NAME, "甘肃·区域协调")), encoding="utf-8")

    status, lines = run("suggest", NAME, "--topic", "talent")

    assert status == 0 and lines[0].startswith(f"{len(talent.points)} 个问题")
    at = lines.index(f"      - document: {NAME}")
    pasted = lines[at : at + 4]
    assert yaml.safe_load("\n".join(pasted))[0]["evidence"][0]["measure"].startswith(f"{NAME}/")
    text = path.read_text(encoding="utf-8").replace("    answers:\n", "    answers:\n" + "\n".join(pasted) + "\n", 1)
    path.write_text(text, encoding="utf-8")
    _, problems = load_corpus(copy)
    assert [p.code for p in problems if p.severity == "error"] == ["field-empty"]


def test_the_overview_has_a_line_for_each_topic(copy: Path, run: Run) -> None:
    status, lines = run("points")
    assert status == 0 and {line.rpartition("\t")[2] for line in lines[1:]} == {
        p.stem for p in Layout(copy).points.glob("*.yml")
    }
    status, lines = run("points", "--unused", "talent")
    assert status == 0 and len(lines) > 1
    status, lines = run("points", "--silent", "talent")
    assert status == 0 and all("talent/" in line for line in lines[1:])


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (("points", "--unused", "no-such"), "topic-unknown"),
        (("points", "--silent", "no-such"), "topic-unknown"),
        (("suggest", "no-such"), "document-unknown"),
    ],
)
def test_what_is_not_there_is_said(arguments: tuple[str, ...], code: str, run: Run) -> None:
    status, lines = run(*arguments)
    assert status == 1 and f"[{code}]" in lines[0]
