"""What follows a measure whose number changed: refs that duties are inherited from, ids in files of a person's."""

from __future__ import annotations

from dataclasses import dataclass, field

from build_scripts.merging.follow_renumbering import follow_ids, follow_origins, rename_ids
from build_scripts.model import Alignment, Evidence, Measure, Responsibility


def test_only_the_origins_that_moved_are_renumbered() -> None:
    def duties(*origins: str | None) -> Measure:
        return Measure("9", None, "文", responsibilities=tuple(Responsibility("省", "lead", origin=o) for o in origins))

    assert follow_origins(duties("1", "2", None), {"1": "3"}) == duties("3", "2", None)
    assert follow_origins(duties("2"), {}) == duties("2")


def test_an_id_is_renumbered_in_its_own_document_and_prose_is_not() -> None:
    pair = Alignment("a/1", "b/1", "rejected", None, "a/1 不同")
    assert follow_ids(pair, "a", {"1": "2"}) == Alignment("a/2", "b/1", "rejected", None, "a/1 不同")
    assert follow_ids((pair,), "b", {"1": "3", "4": "5"}) == (Alignment("a/1", "b/3", "rejected", None, "a/1 不同"),)


def test_ids_are_renamed_however_deep_and_what_is_no_id_stays() -> None:
    @dataclass(frozen=True)
    class Held:
        number: int
        kind: type
        evidence: tuple[Evidence, ...]
        made: str = field(default="a/1", init=False)

    old, new = Evidence("a/1", quote="a/1 说"), Evidence("a/2", quote="a/1 说")
    assert rename_ids(Held(1, Held, (old, old)), {"a/1": "a/2"}) == Held(1, Held, (new, new))
