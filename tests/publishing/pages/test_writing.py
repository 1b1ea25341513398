"""Pages onto disk."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from build_scripts.model import Corpus
from build_scripts.publishing.pages.all_pages import pages
from build_scripts.publishing.pages.rendering import Drawn, Page, later
from build_scripts.publishing.pages.writing import MANIFEST, StrayPath, Written, write_pages


def _page(path: str, text: str) -> Page:
    return Page(path, lambda: Drawn({}, text))


def test_a_second_run_changes_nothing(corpus: Corpus, tmp_path: Path) -> None:
    first = write_pages(pages(corpus), tmp_path)
    stamps = {p: p.stat().st_mtime_ns for p in tmp_path.rglob("*")}
    assert first.changed == first.count > 10
    assert write_pages(pages(corpus), tmp_path) == Written(first.count, 0, 0)
    assert {p: p.stat().st_mtime_ns for p in tmp_path.rglob("*") if p.name != MANIFEST} == {
        p: s for p, s in stamps.items() if p.name != MANIFEST
    }


def test_what_is_no_longer_generated_goes_and_what_people_wrote_stays(tmp_path: Path) -> None:
    (tmp_path / "measures").mkdir()
    (tmp_path / "measures" / "hand.md").write_text("手写")
    write_pages([_page("measures/a/1.md", "甲"), _page("topics/x.md", "乙")], tmp_path)
    assert write_pages([_page("topics/x.md", "丙")], tmp_path) == Written(1, 1, 1)
    assert not (tmp_path / "measures" / "a").exists()
    assert (tmp_path / "measures" / "hand.md").read_text() == "手写"
    assert (tmp_path / "topics" / "x.md").read_text("utf-8") == "丙"


def test_an_interrupted_run_is_cleaned_up_by_the_next(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from build_scripts.publishing.pages import writing

    real, calls = writing.write_atomically, []

    def fails_at_the_third(path: Path, data: bytes) -> bool:
        calls.append(path)
        if len(calls) == 3:
            raise KeyboardInterrupt
        return real(path, data)

    monkeypatch.setattr(writing, "write_atomically", fails_at_the_third)
    with pytest.raises(KeyboardInterrupt):
        write_pages([_page("a.md", "甲"), _page("b.md", "乙")], tmp_path)
    monkeypatch.setattr(writing, "write_atomically", real)
    assert write_pages([_page("b.md", "乙")], tmp_path).removed == 1
    assert sorted(p.name for p in tmp_path.iterdir()) == sorted([MANIFEST, "b.md"])


@pytest.mark.parametrize("path", ["../outside.md", "a/../../outside.md", "/etc/outside.md", ""])
def test_a_path_that_leads_out_is_refused(path: str, tmp_path: Path) -> None:
    docs = tmp_path / "docs"
    with pytest.raises(StrayPath):
        write_pages([_page("fine.md", "甲"), _page(path, "乙")], docs)
    assert not docs.exists() and not (tmp_path / "outside.md").exists()


def test_a_failing_generator_writes_nothing(tmp_path: Path) -> None:
    def broken() -> Iterator[Page]:
        yield _page("a.md", "甲")
        raise ValueError("broken")

    with pytest.raises(ValueError, match="broken"):
        write_pages(broken(), tmp_path)
    assert not list(tmp_path.iterdir())


def test_pages_are_the_same_every_time(corpus: Corpus) -> None:
    first, second = ({p.path: p.text for p in pages(corpus)} for _ in range(2))
    assert first == second


def test_a_page_tells_its_address_without_being_rendered(corpus: Corpus) -> None:
    def unfit(*given: object) -> Page:
        raise AssertionError("rendered")

    assert later("topics/x/", unfit, corpus).path == "topics/x.md"
    assert "targets.md" in {p.path for p in pages(corpus)}


def test_a_page_is_rendered_once_when_its_text_is_asked_for() -> None:
    rendered = []
    page = Page("a.md", lambda: rendered.append("a.md") or Drawn({}, "甲"))
    assert not rendered
    assert page.text == page.text == "甲" and rendered == ["a.md"]
