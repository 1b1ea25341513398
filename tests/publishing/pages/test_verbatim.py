"""What goes in comes out: the pages, rendered by mkdocs, against the corpus, code point by code point."""

from __future__ import annotations

from collections.abc import Callable

import markdown
import pytest
from hypothesis import given
from hypothesis import strategies as st

from build_scripts.model import Corpus
from build_scripts.publishing.index.lookups import Index
from build_scripts.publishing.pages.parts.overlapping_spans import plain
from build_scripts.publishing.pages.parts.verbatim import full_text
from build_scripts.publishing.text.escaping import encode
from build_scripts.publishing.text.reading_form.form import reading_form
from tests.publishing.conftest import HOSTILE_HEADING, HOSTILE_TEXT
from tests.publishing.html import Element, parse, received

MEASURES = ["gansu-enclave-economy/1", "gansu-enclave-economy/3.3", "henan-industrial-clusters/7.1", "hostile/1.1"]
DOCUMENTS = ["gansu-enclave-economy", "henan-industrial-clusters", "hostile"]


def by_id(page: Element, id_: str) -> Element:
    return next(e for e in page.all() if e.attrs.get("id") == id_)


@pytest.mark.parametrize("measure", MEASURES)
def test_a_measure_page_shows_the_record_exactly(measure: str, index: Index, page_at: Callable[[str], Element]) -> None:
    page, entry = received(page_at(f"measures/{measure}")), index.entries[measure]
    assert by_id(page, "text").text == entry.measure.text
    assert next(page.all("h1")).text == entry.printed + str(entry.measure.heading)


@pytest.mark.parametrize("measure", MEASURES)
def test_a_measure_page_shows_the_record_as_it_is_read(
    measure: str, index: Index, page_at: Callable[[str], Element]
) -> None:
    page, entry = page_at(f"measures/{measure}"), index.entries[measure]
    assert by_id(page, "text").text == reading_form(entry.measure.text, entry.document.lang)


@pytest.mark.parametrize("document", DOCUMENTS)
def test_a_document_page_shows_the_source_exactly(
    document: str, corpus: Corpus, page_at: Callable[[str], Element]
) -> None:
    shown = next(received(page_at(f"documents/{document}")).all(cls="pp-fulltext"))
    assert "".join(e.text for e in shown.all(cls="pp-v")) == corpus.sources[document]


@pytest.mark.parametrize("document", DOCUMENTS)
def test_the_blocks_of_a_document_join_to_its_source(document: str, index: Index, corpus: Corpus) -> None:
    assert "".join(plain(b.heading) + plain(b.runs) for b in full_text(index, document)) == corpus.sources[document]


def test_sentences_are_anchored_and_cover_the_text(page_at: Callable[[str], Element], index: Index) -> None:
    page = received(page_at("measures/gansu-enclave-economy/3.3"))
    anchors = [e.attrs["id"] for e in page.all("span", "pp-s") if "id" in e.attrs]
    assert anchors == [f"s{n}" for n in range(1, len(anchors) + 1)] and len(anchors) > 2
    full = received(page_at("documents/gansu-enclave-economy"))
    first = index.entries["gansu-enclave-economy/3.3"].measure.text.split("。")[0] + "。"
    assert by_id(full, "m-3-3-s1").text == by_id(page, "s1").text == first


def test_hostile_facts_are_text_everywhere(page_at: Callable[[str], Element], corpus: Corpus) -> None:
    document = next(d for d in corpus.documents if d.id == "hostile")
    page = received(page_at("documents/hostile"))
    assert next(page.all("title")).text == f"{reading_form(document.title, document.lang)} - 政策对读"
    assert next(page.all("h1")).text == document.title
    assert next(received(page_at("agencies/gansu-hostile")).all("h1")).text == HOSTILE_HEADING
    assert HOSTILE_TEXT in received(page_at("measures/hostile/1.1")).text
    assert HOSTILE_TEXT in received(page_at("topics/regional-cooperation")).text


def test_traditional_passages_say_so(page_at: Callable[[str], Element]) -> None:
    page = received(page_at("measures/henan-industrial-clusters/7.1"))
    assert by_id(page, "text").attrs["lang"] == "zh-Hant"
    assert next(page.all("h1")).attrs["lang"] == "zh-Hant"
    assert "lang" not in by_id(received(page_at("measures/gansu-enclave-economy/3.3")), "text").attrs
    home_titles = [a for a in received(page_at("")).all("a") if "關于" in a.text]
    assert home_titles and all(a.attrs.get("lang") == "zh-Hant" for a in home_titles)


CHARACTERS = st.characters(blacklist_categories=("Cs",), blacklist_characters="\x00")


@given(st.text(CHARACTERS | st.sampled_from("<>&\"'`*_{}[]()#|~$\\^=@!:+-.\n\r\t 　\x02\x03\u2028"), max_size=60))
def test_any_text_survives_markdown(text: str) -> None:
    html = markdown.markdown(
        f"<div><p>{encode(text)}</p></div>", extensions=["attr_list", "tables", "def_list", "footnotes", "toc"]
    )
    assert next(parse(html).all("p")).text == text
