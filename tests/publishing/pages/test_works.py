"""Pages of works cited, what a document carries out, its grave doubts, and limits beside goals."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from build_scripts.comparing.comparison_of_corpus import Comparison
from build_scripts.model import Citation, Corpus, ReadingDoubt, Work
from build_scripts.publishing.index.citings import descent
from build_scripts.publishing.index.lookups import Index
from build_scripts.publishing.index.targets import limits
from build_scripts.publishing.pages.all_pages import pages

DOUBT = ReadingDoubt("doubt-outline", "grave", 3, "没有读出分条")
SMALL = ReadingDoubt("doubt-title", "warning", 1, "没有读出标题")


def text_of(corpus: Corpus, compared: Comparison, path: str) -> str:
    return next(p.text for p in pages(corpus, compared) if p.path == path)


def test_every_work_has_a_page_and_stands_in_the_list(five_texts: Corpus, compared: Comparison) -> None:
    paths = {p.path for p in pages(five_texts, compared)}
    listed = text_of(five_texts, compared, "works/index.md")
    for work in five_texts.works:
        assert f"works/{work.id}.md" in paths
        assert f'href="{work.id}/"' in listed


def test_a_work_shows_who_cites_it_in_which_sentence_and_that_it_is_absent(
    five_texts: Corpus, compared: Comparison
) -> None:
    text = text_of(five_texts, compared, "works/gbf-2014-54.md")
    assert "../../documents/gansu-etdz-upgrade/&#35;p-preamble-s1" in text
    assert "没有收录" in text and 'id="descent"' in text and 'id="mention"' not in text


def test_the_parents_of_a_document_stand_before_its_text(five_texts: Corpus, compared: Comparison) -> None:
    text = text_of(five_texts, compared, "documents/gansu-etdz-upgrade.md")
    assert text.index('id="parents"') < text.index('id="text"')
    before = text[text.index('id="parents"') : text.index('id="text"')]
    assert "../../works/gbf-2014-54/" in before and "urban-rural-planning-law" not in before
    assert "全文未收录" in before
    without = text_of(five_texts, compared, "documents/gansu-enclave-economy.md")
    assert 'id="parents"' not in without


def test_only_grave_doubts_are_said_on_the_page(five_texts: Corpus, compared: Comparison) -> None:
    doubted = replace(five_texts, doubts={"gansu-enclave-economy": (SMALL, DOUBT)})
    text = text_of(doubted, compared, "documents/gansu-enclave-economy.md")
    assert DOUBT.message in text and SMALL.message not in text


def test_limits_stand_in_a_table_of_their_own(five_texts: Corpus, compared: Comparison) -> None:
    text = text_of(five_texts, compared, "measures/henan-industrial-clusters/8.2.md")
    assert 'id="limits"' in text
    goals = text[text.index('id="goals"') : text.index('id="limits"')] if 'id="goals"' in text else ""
    assert "30%" not in goals
    listed = text_of(five_texts, compared, "targets.md")
    for bound in limits(Index(five_texts)):
        assert f'id="{bound.anchor}"' in listed


def test_a_goal_says_that_it_is_striven_for_or_is_of_every_year(five_texts: Corpus, compared: Comparison) -> None:
    assert ">力争</span>" in text_of(five_texts, compared, "measures/zhangye-county-economy/2.3.md")
    assert ">每年</span>" in text_of(five_texts, compared, "measures/zhangye-county-economy/5.17.md")


def chain(corpus: Corpus, cites: dict[str, str]) -> Corpus:
    """The corpus where each document's preamble carries out the work given, and works that are documents of ours."""
    works = tuple(Work(f"w-{d.id}", d.title, document=d.id) for d in corpus.documents)
    held = []
    for d in corpus.documents:
        own = next(iter(p for p in d.passages if p.kind == "preamble"), None)
        if own is None:
            held.append(d)
            continue
        to = cites.get(d.id)
        cite = (Citation("某", work=f"w-{to}", relation="basis"),) if to else ()
        held.append(replace(d, passages=(replace(own, citations=cite),)))
    return replace(corpus, documents=tuple(held), works=works)


def tree(found: Iterable) -> list:
    return [(d.document.id, tree(d.children)) for d in found]


def test_a_line_of_descent_goes_down_and_never_round(five_texts: Corpus) -> None:
    etdz, zhangye, henan = "gansu-etdz-upgrade", "zhangye-county-economy", "henan-industrial-clusters"
    down = Index(chain(five_texts, {zhangye: etdz, henan: zhangye}))
    assert tree(descent(down.works[f"w-{etdz}"], down.cited_by, down.works.values())) == [(zhangye, [(henan, [])])]
    round_ = Index(chain(five_texts, {zhangye: etdz, etdz: zhangye}))
    found = tree(descent(round_.works[f"w-{etdz}"], round_.cited_by, round_.works.values()))
    assert found == [(zhangye, [(etdz, [])])]
