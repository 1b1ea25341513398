"""Atom feeds and the page of changes, made from the same history."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path

import pytest
from lxml import etree

from build_scripts import addresses
from build_scripts.model import Corpus, Erratum, Permalink, Point, TopicPoints
from build_scripts.publishing.history.days import Changes, DocumentDay, read_history
from build_scripts.publishing.history.feeds import feeds, write_feeds
from build_scripts.publishing.index.lookups import Index
from build_scripts.publishing.pages.all_pages import pages
from build_scripts.publishing.settings import Site
from tests.publishing.conftest import HOSTILE_HEADING
from tests.publishing.history.conftest import Repository

SITE = Site("https://example.test/sub/", version="2026.1", released="2026-11-21")
ATOM = "{http://www.w3.org/2005/Atom}"
HERE = Path(__file__).parent


def made(index: Index, history: tuple[DocumentDay, ...] | None) -> dict[str, etree._Element]:
    return {address: etree.fromstring(content) for address, content in feeds(index, history, SITE)}


def titles(feed: etree._Element) -> list[str]:
    return [e.findtext(f"{ATOM}title") for e in feed.iter(f"{ATOM}entry")]


@pytest.fixture
def history(lived: Repository) -> tuple[DocumentDay, ...]:
    hostile = DocumentDay("2026-03-08", "hostile", "2026-03-08T00:00:00Z", Changes("added", ("1.1",)))
    return (hostile, *read_history(lived.root))


def test_every_feed_is_valid_atom(index: Index, history: tuple[DocumentDay, ...]) -> None:
    grammar = etree.RelaxNG(etree.parse(HERE / "atom.rng"))
    for held in (history, (), None):
        for feed in made(index, held).values():
            grammar.assertValid(feed)
            assert [link.get("rel") for link in feed.findall(f"{ATOM}link")] == ["self", "alternate"]


def test_no_two_entries_of_a_feed_have_one_id_and_none_is_newer_than_its_feed(index: Index, history) -> None:
    for feed in made(index, history).values():
        ids = [e.findtext(f"{ATOM}id") for e in feed.iter(f"{ATOM}entry")]
        assert len(set(ids)) == len(ids)
        assert all(e.findtext(f"{ATOM}updated") <= feed.findtext(f"{ATOM}updated") for e in feed.iter(f"{ATOM}entry"))


TAG = re.compile(
    r"tag:[a-z0-9]([a-z0-9-]*[a-z0-9])?(\.[a-z0-9-]+)*,[0-9]{4}(-[0-9]{2}){0,2}:[A-Za-z0-9\-._~!$&'()*+,;=:@/?%]*(#[\w\-./?=&]*)?"
)


def test_ids_are_tags_and_stay_when_the_site_moves(index: Index, history) -> None:
    """RFC 4151 §2.1; the fragment is RFC 3986's."""
    there = replace(SITE, url="https://another.example/")
    for (address, here), (_, moved) in zip(feeds(index, history, SITE), feeds(index, history, there), strict=True):
        ids = [[e.text for e in etree.fromstring(feed).iter(f"{ATOM}id")] for feed in (here, moved)]
        assert ids[0] == ids[1] and all(TAG.fullmatch(id) for id in ids[0]), address


def test_new_questions_stand_with_what_is_new_and_in_the_feed_of_their_topic(index: Index, history) -> None:
    asked = (
        Point("who", "谁来管？", "管的人"),
        Point("what", "管什么？", "管的事"),
        Point("later", "还有？", "没登记的"),
    )
    firsts = (("who", "2026-03-09"), ("what", "2026-03-09"))
    promised = tuple(Permalink(f"/topics/enclave-parks/#q-{id}", "point", day) for id, day in firsts)
    corpus = replace(index.corpus, points=(TopicPoints("enclave-parks", asked),), permalinks=promised)
    found = made(Index(corpus), history)
    for address in ("data/feeds/new.xml", "data/feeds/topic-enclave-parks.xml"):
        first = found[address].find(f"{ATOM}entry")
        assert first.findtext(f"{ATOM}title") == "新提的问题：飞地经济与园区共建，2 个"
        assert first.findtext(f"{ATOM}summary") == "谁来管？管什么？"
        assert first.findtext(f"{ATOM}updated") == "2026-03-09T00:00:00Z"
        assert first.find(f"{ATOM}link").get("href") == "https://example.test/sub/topics/enclave-parks/#q-who"
    assert not any("新提的问题" in t for t in titles(found["data/feeds/topic-regional-cooperation.xml"]))


def test_new_documents_and_corrections_are_apart(index: Index, history: tuple[DocumentDay, ...]) -> None:
    found = made(index, history)
    assert [t[:4] for t in titles(found["data/feeds/new.xml"])] == ["新收录："] * 3
    assert titles(found["data/feeds/corrections.xml"]) == [
        "更正：《关于促进“飞地经济”发展的指导意见》（甘办发〔2023〕15号）"
    ]


def test_a_place_hears_of_its_own_documents_only(index: Index, history: tuple[DocumentDay, ...]) -> None:
    found = made(index, history)
    assert len(titles(found["data/feeds/henan.xml"])) == 1
    assert len(titles(found["data/feeds/gansu.xml"])) == 3


def test_a_topic_hears_of_its_own_measures_only(index: Index, history: tuple[DocumentDay, ...]) -> None:
    feed = made(index, history)["data/feeds/topic-regional-cooperation.xml"]
    said = [e.findtext(f"{ATOM}summary") for e in feed.iter(f"{ATOM}entry")]
    assert said == ["责任单位改 1 条（3.3）。", "收录 1 条。"]


def test_hostile_titles_are_text(index: Index, history: tuple[DocumentDay, ...]) -> None:
    feed = made(index, history)["data/feeds/new.xml"]
    assert any(HOSTILE_HEADING in t for t in titles(feed))
    assert not list(feed.iter("script"))


def test_without_a_history_feeds_are_empty_and_say_so(index: Index) -> None:
    for feed in made(index, None).values():
        assert titles(feed) == []
        assert feed.findtext(f"{ATOM}subtitle") == "没有版本历史"
        assert feed.findtext(f"{ATOM}updated") == "2026-11-21T00:00:00Z"


def test_the_same_commit_gives_the_same_feeds(index: Index, history: tuple[DocumentDay, ...]) -> None:
    assert dict(feeds(index, history, SITE)) == dict(feeds(index, history, SITE))


def test_feeds_of_what_is_gone_are_removed(index: Index, history: tuple[DocumentDay, ...], tmp_path: Path) -> None:
    (tmp_path / "data" / "feeds").mkdir(parents=True)
    (tmp_path / "data" / "feeds" / "topic-gone.xml").write_text("<feed/>")
    write_feeds(index, history, SITE, tmp_path)
    names = {p.name for p in (tmp_path / "data" / "feeds").iterdir()}
    assert "topic-gone.xml" not in names and {"new.xml", "corrections.xml", "gansu.xml"} <= names


def changes_page(corpus: Corpus, history: tuple[DocumentDay, ...] | None) -> str:
    return next(p.text for p in pages(corpus, site=SITE, history=history) if p.path == "changes.md")


def test_the_page_tells_days_documents_and_measures(corpus: Corpus, history: tuple[DocumentDay, ...]) -> None:
    text = changes_page(corpus, history)
    assert text.index("2026年3月8日") < text.index("2026年3月2日") < text.index("2026年3月1日")
    assert 'id="d-2026-03-02-gansu-enclave-economy"' in text
    assert "责任单位，1 条：" in text and 'href="../measures/gansu-enclave-economy/3.3/"' in text
    assert "<script>" not in text


def test_the_page_says_that_there_is_no_history(corpus: Corpus) -> None:
    assert "没有版本历史" in changes_page(corpus, None)
    assert "还没有记录的改动" in changes_page(corpus, ())


def test_a_kind_that_was_gone_over_is_told_among_the_corrections(index: Index) -> None:
    told = Erratum("2026.2", "2026-11-26", "topics", "第二读以后改过", "条文")
    one = Erratum("north/1.1", "2026-11-27", "heading", "漏字", "公报")
    feed = made(Index(replace(index.corpus, errata=(told, one))), ())[addresses.feed("corrections")]
    assert titles(feed) == ["更正（数据 2026.2）：专题"]
    entry = next(feed.iter(f"{ATOM}entry"))
    assert entry.findtext(f"{ATOM}id") == "tag:policy-in-parallel,2026:/errata/#v2026-2-topics"
    assert entry.findtext(f"{ATOM}summary") == "第二读以后改过"
