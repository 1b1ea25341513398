"""More places than stand side by side: the same is said of them, told closer or one below the other."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from build_scripts.comparing.comparison_of_corpus import Comparison
from build_scripts.model import Corpus
from build_scripts.publishing.index.lookups import Index
from build_scripts.publishing.pages.all_pages import pages_of
from build_scripts.publishing.pages.drawn_pages import drawn
from build_scripts.publishing.pages.rendering import environment
from build_scripts.publishing.pages.views.home import LATEST, latest, timeline
from tests.publishing.html import Element, parse

TOPICS = ("topics/enclave-parks.md", "topics/industry-upgrade.md", "topics/green.md")


@pytest.fixture
def with_columns(
    monkeypatch: pytest.MonkeyPatch, five_texts: Corpus, compared: Comparison
) -> Callable[..., dict[str, Element]]:
    """The pages at some paths, drawn as if no more places than so many stood side by side."""

    def drawn(columns: int, *paths: str) -> dict[str, Element]:
        monkeypatch.setitem(environment().globals, "COLUMNS", columns)
        made = pages_of(Index(five_texts), compared)
        return {page.path: parse(page.text) for page in made if page.path in paths}

    return drawn


def leads(page: Element) -> set[str]:
    return {(a.attrs.get("href") or "").removesuffix("#points") for a in page.all("a")}


def test_a_topic_leads_to_the_same_measures_bodies_and_places(with_columns) -> None:
    side_by_side, below = with_columns(8, *TOPICS), with_columns(2, *TOPICS)
    for path in TOPICS:
        assert leads(below[path]) == leads(side_by_side[path]), path
        assert not [t for t in below[path].all("table") if "pp-places" in (t.attrs.get("class") or "")]


def test_every_place_that_has_an_entry_has_a_row_that_leads_to_it(with_columns) -> None:
    page = with_columns(2, *TOPICS)["topics/enclave-parks.md"]
    (table,) = filter(_stacked, page.all("table"))
    leading = [a.attrs.get("href") for row in table.all("tr") for a in row.all("a")]
    ids = {e.attrs["id"] for e in page.all() if "id" in e.attrs}
    assert leading and {str(to).removeprefix("#") for to in leading} <= ids


def test_the_table_by_place_goes_on_with_its_head_where_a_page_is_full(
    monkeypatch: pytest.MonkeyPatch, five_texts: Corpus, compared: Comparison
) -> None:
    monkeypatch.setitem(environment().globals, "COLUMNS", 2)
    (page,) = (p for p in pages_of(Index(five_texts), compared) if p.path == TOPICS[0])

    def by_place(longest: int) -> list[tuple[list[str], list[str]]]:
        """Of each page that has the table: its heads, and its rows."""
        tables = [t for _, part in drawn(page, longest) for t in parse(part.body).all("table") if _stacked(t)]
        return [
            ([h.text for h in t.all("thead")], [r.text for r in t.all("tbody") for r in r.all("tr")]) for t in tables
        ]

    ((head, rows),) = by_place(10**9)
    cut = by_place(1_000)
    assert len(cut) > 1 and all(held == head for held, _ in cut)
    assert [row for _, held in cut for row in held] == rows


def _stacked(table: Element) -> bool:
    return "pp-stack" in (table.attrs.get("class") or "")


def test_the_matrix_of_many_leads_from_its_rows_to_the_topics(with_columns) -> None:
    few, many = with_columns(8, "index.md")["index.md"], with_columns(2, "index.md")["index.md"]
    assert leads(many) == leads(few)
    (matrix,) = (t for t in many.all("table") if "pp-matrix--many" in (t.attrs.get("class") or ""))
    assert not [a for cell in matrix.all("td") for a in cell.all("a")]
    assert all(cell.text.strip() for cell in matrix.all("td"))


def test_of_many_documents_the_home_page_shows_the_last_and_leads_to_all(five_texts: Corpus) -> None:
    day = "2024-05-{:02}".format
    dated = [replace(d, id=f"d-{n:02}", date=day(n)) for n in range(1, 31) for d in five_texts.documents[:1]]
    index = Index(replace(five_texts, documents=tuple(dated)))
    shown = latest(timeline(index))
    assert [d.document.date for d in shown] == [day(n) for n in range(31 - LATEST, 31)]
    assert latest(shown) == shown
