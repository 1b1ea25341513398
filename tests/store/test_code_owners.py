"""The file of owners: made from the places, beside what people wrote; nothing where nobody is named."""

from __future__ import annotations

from pathlib import Path

import pytest

from build_scripts.checks.checked_corpus import load_corpus
from build_scripts.fixing import fix
from build_scripts.store.code_owners import HEAD, code_owners, valid_owner
from build_scripts.store.paths import Layout

PLACES = [("road", "yi"), ("park", "jia"), ("lake", "jia")]


def test_a_line_for_each_document_whose_place_has_owners() -> None:
    text = code_owners("", PLACES, {"jia": ("@a", "x@example.cn"), "yi": ()})
    assert text.splitlines() == [HEAD, "/structured/*/lake.* @a x@example.cn", "/structured/*/park.* @a x@example.cn"]


def test_nobody_named_is_no_file() -> None:
    assert code_owners("", PLACES, {}) == ""
    assert code_owners(code_owners("", PLACES, {"jia": ("@a",)}), PLACES, {}) == ""


def test_what_a_person_wrote_stays_above() -> None:
    once = code_owners("* @all\n", PLACES, {"yi": ("@b",)})
    assert once.splitlines() == ["* @all", "", HEAD, "/structured/*/road.* @b"]
    assert code_owners(once, PLACES, {"yi": ("@b",)}) == once
    assert code_owners(once, PLACES, {}) == "* @all\n"


@pytest.mark.parametrize("owner", ["@a", "@a-b", "@example/gansu-team", "name.x@example.com.cn"])
def test_owners_that_can_be_asked(owner: str) -> None:
    assert valid_owner(owner)


@pytest.mark.parametrize("owner", ["", "a", "@", "@a b", "@a\n* @b", "@a/b/c", "@甘肃", "x@y", "#@a"])
def test_owners_that_cannot(owner: str) -> None:
    assert not valid_owner(owner)


def test_fix_writes_it_and_takes_it_away_again(copy: Path) -> None:
    layout = Layout(copy)
    places = layout.vocabulary / "jurisdictions.yml"
    before = places.read_text(encoding="utf-8")
    places.write_text(before.replace("short: 河南\n", "short: 河南\n  owners: ['@example/henan']\n"), encoding="utf-8")
    assert ".github/CODEOWNERS" in fix(copy)[0]
    assert "/structured/*/henan-industrial-clusters.* @example/henan\n" in layout.code_owners.read_text(
        encoding="utf-8"
    )
    assert [p.code for p in load_corpus(copy)[1]] == []

    places.write_text(before, encoding="utf-8")
    assert [p.code for p in load_corpus(copy)[1]] == ["owners-behind"]
    fix(copy)
    assert not layout.code_owners.exists()


def test_a_vocabulary_that_cannot_be_read_takes_nothing_away(copy: Path) -> None:
    layout = Layout(copy)
    layout.code_owners.parent.mkdir()
    layout.code_owners.write_text(f"{HEAD}\n/structured/*/x.* @a\n", encoding="utf-8")
    (layout.vocabulary / "jurisdictions.yml").write_text("- id: [", encoding="utf-8")
    fix(copy)
    assert layout.code_owners.exists()
    assert "owners-behind" not in {p.code for p in load_corpus(copy)[1]}
