"""Renaming and withdrawing: every file follows, no address is lost, and the check has nothing to say afterwards."""

from __future__ import annotations

from pathlib import Path

import pytest

from build_scripts.checks.checked_corpus import load_corpus
from build_scripts.model import Corpus
from build_scripts.moving.moving import rename, withdraw

DAY = "2026-11-26"


def sound(copy: Path) -> Corpus:
    corpus, problems = load_corpus(copy)
    assert corpus is not None and problems == [], "\n".join(map(str, problems))
    return corpus


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
    after = sound(copy)
    assert len(after.documents) == len(before.documents) - 1
    gone = entries(after)["/measures/gansu-regional-coordination/2.1/"].gone
    assert gone is not None
    assert (gone.reason, gone.date) == ("应发文机关要求", DAY)
    assert "gansu-regional-coordination" not in str(after.alignments)


@pytest.mark.parametrize(
    ("kind", "old", "new", "code"),
    [
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
