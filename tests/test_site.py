"""The built site, whatever its data: no dead link, no dead anchor, nothing from elsewhere, the dataset as promised."""

from __future__ import annotations

import json
from functools import cache
from itertools import permutations
from pathlib import Path
from urllib.parse import unquote, urljoin, urlsplit

import pytest
from lxml import html

from build_scripts.model import Corpus
from build_scripts.publishing.index.essays import read_essays
from build_scripts.publishing.text.reading_form.form import reading_form
from build_scripts.reading.measures.sentences import sentences

from .forms import received, soup
from .places import SITE

BASE = "http://site.test/repo/"

if not (SITE / "index.html").exists():
    pytest.fail("还没有生成站点：先运行 make site", pytrace=False)

PAGES = sorted(SITE.rglob("*.html"))


@cache
def attributes(path: Path, *names: str) -> list[str]:
    """The values of attributes on a page, in its order."""
    page = html.fromstring(path.read_bytes(), parser=html.HTMLParser(encoding="utf-8"))
    return [str(value) for value in page.xpath(" | ".join(f"//@{name}" for name in names)) if value]


@cache
def ids(path: Path) -> frozenset[str]:
    return frozenset(attributes(path, "id"))


def address(path: Path) -> str:
    relative = path.relative_to(SITE).as_posix()
    return urljoin(BASE, relative.removesuffix("index.html"))


def target(url: str) -> Path | None:
    """The file an address of the site stands for, or None."""
    path = unquote(urlsplit(url).path).removeprefix("/repo/")
    file = SITE / path
    return file / "index.html" if path == "" or path.endswith("/") else (file if file.is_file() else None)


def references(path: Path) -> list[str]:
    return [
        urljoin(address(path), ref)
        for ref in attributes(path, "href", "src", "action")
        if not ref.startswith(("mailto:", "data:", "javascript:", "webcal:"))
    ]


def test_every_internal_link_and_anchor_resolves() -> None:
    dead = []
    links = 0
    for path in PAGES:
        if path.name == "404.html":
            continue
        for url in references(path):
            if not url.startswith(BASE):
                continue
            links += 1
            file = target(url)
            fragment = unquote(urlsplit(url).fragment)
            if file is None or not file.exists():
                dead.append(f"{path.relative_to(SITE)} → {url}")
            elif fragment and file.suffix == ".html" and fragment not in ids(file):
                dead.append(f"{path.relative_to(SITE)} → {url} (no such anchor)")
    assert links > 15 * len(PAGES)
    assert not dead, "\n".join(dead[:20])


def test_no_page_loads_anything_from_another_host() -> None:
    loads = {"script": "src", "link": "href", "img": "src", "iframe": "src", "source": "src", "form": "action"}
    outside = []
    for path in PAGES:
        for name, key in loads.items():
            for tag in soup(path).find_all(name):
                if name == "link" and not set(tag.get("rel", [])) & {
                    "stylesheet",
                    "icon",
                    "preload",
                    "modulepreload",
                    "preconnect",
                    "manifest",
                }:
                    continue
                if urlsplit(tag.get(key, "")).scheme in ("http", "https") or tag.get(key, "").startswith("//"):
                    outside.append(f"{path.relative_to(SITE)}: {tag.get(key)}")
    assert not outside


def test_there_is_a_page_for_everything(live: Corpus, root: Path) -> None:
    wanted = [f"documents/{d.id}" for d in live.documents] + [
        f"measures/{d.id}/{m.ref}" for d in live.documents for m in d.measures
    ]
    wanted += [f"agencies/{a.id}" for a in live.vocabulary.agencies] + [
        f"topics/{t.id}" for t in live.vocabulary.topics
    ]
    wanted += ["targets", "search", "data", "method", "contribute", "documents", "topics", "agencies"]
    wanted += ["compare", "agencies/lines", "analysis"]
    wanted += [f"analysis/{p.stem}" for p in (root / "docs" / "analysis").glob("*.md") if p.stem != "index"]
    named = {frozenset((a.a.split("/")[0], a.b.split("/")[0])) for a in live.alignments if a.status == "confirmed"}
    wanted += [f"compare/{a}/{b}" for a, b in (p for pair in named if len(pair) == 2 for p in permutations(pair))]
    wanted += [e.address.strip("/") for e in live.permalinks if e.kind != "point"]
    assert [w for w in wanted if not (SITE / w / "index.html").exists()] == []


def test_every_essay_is_signed_dated_cited_and_found_from_its_topics(live: Corpus, root: Path) -> None:
    essays, problems = read_essays(root, {t.id: t for t in live.vocabulary.topics})
    assert essays and not problems
    listed = {
        target(urljoin(BASE + "analysis/", a["href"])) for a in soup(SITE / "analysis" / "index.html").select("li a")
    }
    for essay in essays:
        path = SITE / "analysis" / essay.slug / "index.html"
        page = soup(path)
        assert [t["datetime"] for t in page.select(".pp-signed time")] == [d for d in (essay.date, essay.revised) if d]
        assert essay.title in page.select_one("section[data-cite] .pp-cite__text").get_text()
        assert path in listed, "the page of all essays has it"
        for topic in essay.topics:
            links = soup(SITE / "topics" / topic / "index.html").select(".pp-read a")
            assert path in {target(urljoin(BASE + f"topics/{topic}/", a["href"])) for a in links}


def test_every_question_stands_on_its_topics_page_at_its_address(live: Corpus) -> None:
    asked = {e.address for e in live.permalinks if e.kind == "point"}
    assert asked >= {f"/topics/{t.topic}/#q-{p.id}" for t in live.points for p in t.points}
    for address in asked:
        page, _, anchor = address.partition("#")
        assert anchor in ids(SITE / page.strip("/") / "index.html"), address


def test_a_measure_page_shows_its_text_to_the_letter(live: Corpus) -> None:
    """Code point by code point, the text of every measure; white space between paragraphs apart."""
    for document in live.documents:
        for measure in document.measures:
            shown = received(SITE / "measures" / document.id / measure.ref / "index.html").select_one("#text")
            assert "".join(shown.get_text().split()) == "".join(measure.text.split())


def test_a_measure_page_shows_its_text_as_it_is_read(live: Corpus) -> None:
    for document in live.documents:
        for measure in document.measures:
            shown = soup(SITE / "measures" / document.id / measure.ref / "index.html").select_one("#text")
            assert "".join(shown.get_text().split()) == "".join(reading_form(measure.text, document.lang).split())


def test_sentences_have_their_anchors(live: Corpus) -> None:
    for document in live.documents:
        for measure in document.measures:
            page = SITE / "measures" / document.id / measure.ref / "index.html"
            for sentence in sentences(measure.text):
                tag = received(page).find(id=f"s{sentence.n}")
                assert "".join(tag.get_text().split()) == "".join(sentence.at.of(measure.text).split())


def test_every_heading_has_an_id_of_its_own() -> None:
    for path in PAGES:
        headings = soup(path).select("main h1, main h2, main h3")
        bad = [h.get_text() for h in headings if h.name != "h1" and (not h.get("id") or h["id"].startswith("_"))]
        assert not bad, f"{path.relative_to(SITE)}: {bad}"
        assert len(soup(path).select("h1")) == 1, path


def test_traditional_text_is_marked_so(live: Corpus) -> None:
    for document in live.documents:
        for measure in document.measures:
            page = received(SITE / "measures" / document.id / measure.ref / "index.html")
            verbatim = page.select_one("#text")
            traditional = verbatim.find_parent(lang="zh-Hant") or verbatim.get("lang") == "zh-Hant"
            assert bool(traditional) == (document.lang == "zh-Hant"), f"{document.id}/{measure.ref}"
            read = soup(SITE / "measures" / document.id / measure.ref / "index.html").select_one("#text")
            assert not read.get("lang") and not read.find(lang="zh-Hant")
            assert page.html["lang"].startswith("zh")


class TestDataset:
    """site/data/corpus.json, the contract that outside users read."""

    data = json.loads((SITE / "data" / "corpus.json").read_text(encoding="utf-8"))

    def test_it_holds_everything(self, live: Corpus) -> None:
        assert self.data["schema_version"] == "1.2"
        assert [d["id"] for d in self.data["documents"]] == [d.id for d in live.documents]
        assert [m["id"] for m in self.data["measures"]] == [
            f"{d.id}/{m.ref}" for d in live.documents for m in d.measures
        ]
        assert [t["id"] for t in self.data["topics"]] == [t.id for t in live.vocabulary.topics]

    def test_offsets_lead_to_the_exact_characters(self, live: Corpus) -> None:
        checked = 0
        for measure in self.data["measures"]:
            source = live.sources[measure["document"]]
            assert source[measure["start"] : measure["end"]] == measure["text"]
            parts = [(r, r["name"]) for r in measure["responsibilities"]] + [
                (t, t["quote"]) for t in measure["targets"]
            ]
            for part, words in parts:
                assert source[part["start"] : part["end"]] == words
                checked += 1
            for cite in measure["citations"]:
                assert cite["title"] in source[cite["start"] : cite["end"]]
        assert checked > 2 * len(self.data["measures"])

    def test_references_exist(self) -> None:
        agencies, topics, documents = ({x["id"] for x in self.data[k]} for k in ("agencies", "topics", "documents"))
        measures = {m["id"] for m in self.data["measures"]}
        for measure in self.data["measures"]:
            assert measure["document"] in documents
            assert {r["agency"] for r in measure["responsibilities"]} <= agencies | {None}
            assert {t["id"] for t in measure["topics"]} <= topics
            assert [t["primary"] for t in measure["topics"]].count(True) == 1
        assert all(x["a"] in measures and x["b"] in measures for x in self.data["alignments"])

    def test_addresses_are_pages(self) -> None:
        for kind in ("documents", "measures", "agencies", "topics"):
            for thing in self.data[kind]:
                assert (SITE / thing["url"].strip("/") / "index.html").exists()

    def test_texts_and_names_keep_their_script(self, live: Corpus) -> None:
        kept = {
            f"{d.id}/{m.ref}": (m.text, [r.name for r in m.responsibilities])
            for d in live.documents
            for m in d.measures
        }
        told = {m["id"]: (m["text"], [r["name"] for r in m["responsibilities"]]) for m in self.data["measures"]}
        assert told == kept
