"""Renaming and withdrawing: every file follows, no address is lost, and the check has nothing to say afterwards."""

from __future__ import annotations

from pathlib import Path

import pytest

from build_scripts.checks.checked_corpus import load_corpus
from build_scripts.model import Corpus, Point, point_id
from build_scripts.moving.moving import rename, withdraw

DAY = "2026-11-26"


def sound(copy: Path) -> Corpus:
    corpus, problems = load_corpus(copy)
    assert corpus is not None and problems == [], "\n".join(map(str, problems))
    return corpus


def without_differences(copy: Path) -> Corpus:
    """The corpus where differences wait for an editor, and nothing else is to be said."""
    corpus, problems = load_corpus(copy)
    assert corpus is not None and {p.code for p in problems} == {"difference-missing"}
    return corpus


def questions(corpus: Corpus) -> dict[str, Point]:
    return {point_id(t.topic, p.id): p for t in corpus.points for p in t.points}


def entries(corpus: Corpus) -> dict:
    return {e.address: e for e in corpus.permalinks}


def test_a_renamed_document_takes_its_files_its_pairs_and_its_addresses_along(copy: Path) -> None:
    before = sound(copy)
    pairs = [p for p in before.alignments if "gansu-enclave-economy/" in p.a + p.b]

    moved = rename(copy, "document", "gansu-enclave-economy", "gansu-2023-enclaves", DAY)

    assert moved.problems == ()
    after = sound(copy)
    assert "gansu-enclave-economy" not in {d.id for d in after.documents}
    assert len([p for p in after.alignments if "gansu-2023-enclaves/" in p.a + p.b]) == len(pairs)
    held = entries(after)
    assert held["/measures/gansu-enclave-economy/3.4/"].successor == "/measures/gansu-2023-enclaves/3.4/"
    assert held["/measures/gansu-2023-enclaves/3.4/"].first == DAY
    assert entries(before).keys() <= held.keys()


@pytest.mark.parametrize(
    ("kind", "old", "new", "address"),
    [
        ("topic", "talent", "people", "/topics/talent/"),
        ("agency", "gansu-drc", "gansu-development", "/agencies/gansu-drc/"),
    ],
)
def test_a_renamed_topic_or_body_is_named_so_everywhere(kind, old: str, new: str, address: str, copy: Path) -> None:
    assert rename(copy, kind, old, new, DAY).problems == ()
    after = sound(copy)
    assert entries(after)[address].successor == address.replace(old, new)
    assert old not in {t for d in after.documents for m in d.measures for t in m.topics}
    assert old not in {r.agency for d in after.documents for m in d.measures for r in m.responsibilities}


def test_a_withdrawn_document_leaves_a_word_at_each_of_its_addresses(copy: Path) -> None:
    before = sound(copy)
    moved = withdraw(copy, "document", "gansu-regional-coordination", "应发文机关要求", DAY)

    assert moved.problems == ()
    after = without_differences(copy)
    assert len(after.documents) == len(before.documents) - 1
    gone = entries(after)["/measures/gansu-regional-coordination/2.1/"].gone
    assert gone is not None
    assert (gone.reason, gone.date) == ("应发文机关要求", DAY)
    assert "gansu-regional-coordination" not in str(after.alignments)


def test_a_renamed_document_and_its_measures_are_named_so_in_answers_and_in_both_readings(copy: Path) -> None:
    before = sound(copy)
    assert rename(copy, "document", "gansu-enclave-economy", "gansu-2023-enclaves", DAY).problems == ()
    after = sound(copy)
    for now, was in (
        (questions(after), questions(before)),
        ([r.first for r in after.readings], [r.first for r in before.readings]),
        ([r.settled for r in after.readings], [r.settled for r in before.readings]),
    ):
        assert "gansu-enclave-economy" in str(was)
        assert str(now) == str(was).replace("gansu-enclave-economy", "gansu-2023-enclaves")


def test_a_renamed_topic_takes_its_questions_their_readings_and_their_addresses_along(copy: Path) -> None:
    before = sound(copy)
    assert rename(copy, "topic", "talent", "people", DAY).problems == ()
    after = sound(copy)
    assert [t.points for t in after.points] == [t.points for t in before.points]
    assert "people" in [t.topic for t in after.points] and "people" in [r.topic for r in after.readings]
    point = next(t.points[0].id for t in before.points if t.topic == "talent")
    assert entries(after)[f"/topics/talent/#q-{point}"].successor == f"/topics/people/#q-{point}"


@pytest.mark.parametrize("new", ["kinds", "enclave-parks/kinds"])
def test_a_renamed_question_stays_in_its_topic_and_its_address_leads_on(new: str, copy: Path) -> None:
    assert rename(copy, "point", "enclave-parks/forms", new, DAY).problems == ()
    after = sound(copy)
    assert "enclave-parks/kinds" in questions(after) and "enclave-parks/forms" not in questions(after)
    assert entries(after)["/topics/enclave-parks/#q-forms"].successor == "/topics/enclave-parks/#q-kinds"
    readings = next(r for r in after.readings if r.topic == "enclave-parks")
    assert "kinds" in {p.id for p in readings.second.points} & {c.point for c in readings.settled.cells}


def test_a_withdrawn_question_leaves_a_word_at_its_address_and_its_readings_as_they_were(copy: Path) -> None:
    before = sound(copy)
    assert withdraw(copy, "point", "enclave-parks/forms", "并入别的问题", DAY).problems == ()
    after = sound(copy)
    gone = entries(after)["/topics/enclave-parks/#q-forms"].gone
    assert gone is not None and questions(before)["enclave-parks/forms"].question in gone.was
    assert questions(before).keys() - questions(after).keys() == {"enclave-parks/forms"}
    assert after.readings == before.readings


def test_of_a_withdrawn_document_no_question_speaks_any_more(copy: Path) -> None:
    assert withdraw(copy, "document", "gansu-regional-coordination", "应发文机关要求", DAY).problems == ()
    after = without_differences(copy)
    assert "gansu-regional-coordination" not in str(after.points) + str(after.readings)
    assert "甘肃·区域协调" not in str(after.points)


@pytest.mark.parametrize(
    ("kind", "old", "new", "code"),
    [
        ("point", "enclave-parks/forms", "operator", "id-form"),
        ("point", "enclave-parks/no-such", "other", "point-unknown"),
        ("document", "no-such", "other", "document-unknown"),
        ("topic", "talent", "Talent", "id-form"),
        ("topic", "talent", "green", "id-form"),
    ],
)
def test_an_unfit_rename_is_refused_and_nothing_written(kind, old: str, new: str, code: str, copy: Path) -> None:
    before = {p: p.read_bytes() for p in (copy / "structured").rglob("*") if p.is_file()}
    assert [p.code for p in rename(copy, kind, old, new, DAY).problems] == [code]
    assert {p: p.read_bytes() for p in (copy / "structured").rglob("*") if p.is_file()} == before


def test_withdrawing_needs_a_reason(copy: Path) -> None:
    assert [p.code for p in withdraw(copy, "topic", "talent", " ").problems] == ["gone-why"]


def test_what_two_readers_judged_follows_a_renamed_document_and_a_renamed_topic(copy: Path) -> None:
    before = str(sound(copy).judged)
    assert rename(copy, "document", "gansu-enclave-economy", "gansu-2023-enclaves", DAY).problems == ()
    after = str(sound(copy).judged)
    assert "gansu-enclave-economy" in before
    assert after == before.replace("gansu-enclave-economy", "gansu-2023-enclaves")
    assert rename(copy, "topic", "talent", "people", DAY).problems == ()
    verdicts = {t for j in sound(copy).judged[0].first.judgements for t in j.verdict}
    assert "people" in verdicts and "talent" not in verdicts


def test_of_a_withdrawn_document_no_reading_speaks_any_more(copy: Path) -> None:
    assert withdraw(copy, "document", "gansu-regional-coordination", "应发文机关要求", DAY).problems == ()
    assert "gansu-regional-coordination" not in str(without_differences(copy).judged)
