"""The pages of comparison: counterparts, topics in rows, documents article by article, targets, calendar, macros."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable
from dataclasses import replace
from html import unescape
from pathlib import Path
from types import SimpleNamespace

import openpyxl
import pytest
from icalendar import Calendar

from build_scripts.comparing.comparison_of_corpus import Comparison
from build_scripts.model import Corpus, Gone, Indicator, Permalink, Relation, RelationSort, Study, Target
from build_scripts.publishing.browser_data.compare import moved, record
from build_scripts.publishing.browser_data.compare_documents import document_record
from build_scripts.publishing.building import held_build
from build_scripts.publishing.dataset.calendar_file import calendar_bytes
from build_scripts.publishing.index.lookups import Index
from build_scripts.publishing.index.targets import Goal, family_of, goals, last_day
from build_scripts.publishing.page_macros import macros, quotations
from build_scripts.publishing.pages.all_pages import pages
from build_scripts.publishing.pages.article_by_article_downloads import HEAD, csv_bytes, rows, workbook_bytes
from build_scripts.publishing.pages.parts.counterpart_cards import counterparts
from build_scripts.publishing.pages.parts.essential_sentence import essential
from build_scripts.publishing.pages.parts.topic_rows import MOST, Band, Card, Cell, bands
from build_scripts.publishing.pages.views.compare import compare, examples, sides
from build_scripts.publishing.pages.views.targets import by_year, families, of_limits
from build_scripts.publishing.settings import Site, build_day
from build_scripts.publishing.text.reading_form.form import reading_form
from tests.publishing.conftest import made_up
from tests.publishing.html import Element, parse, received_record

ROOT = Path(__file__).parents[3]
SITE = Site("http://example.test/", today="2026-11-21")


@pytest.fixture(scope="module")
def real(five_texts: Corpus, compared: Comparison) -> tuple[Index, Comparison]:
    return Index(five_texts), compared


@pytest.fixture(scope="module")
def made(real: tuple[Index, Comparison]) -> dict[str, str]:
    """The Markdown of every page of the frozen corpus, by path."""
    index, found = real
    return {p.path: p.text for p in pages(index.corpus, found)}


class TestCounterparts:
    def test_close_ones_come_first_and_show_their_words(self, real: tuple[Index, Comparison]) -> None:
        index, found = real
        entry = index.entries["gansu-etdz-upgrade/6.21"]
        cards = counterparts(index, found, entry).confirmed
        strengths = [c.pair.strength for c in cards]
        assert strengths == sorted(strengths, key=["strong", "partial"].index)
        henan = next(c for c in cards if c.entry.id == "henan-industrial-clusters/10.4")
        assert henan.shared, "警告、通报、限期整改 stands in both"
        for words in henan.shared:
            assert words.own.phrase in entry.measure.text and words.other.phrase in henan.entry.measure.text
            assert words.number > 0

    def test_an_editors_pair_never_passes_for_a_computed_one(self, real: tuple[Index, Comparison]) -> None:
        index, found = real
        for entry in index.entries.values():
            told = counterparts(index, found, entry)
            assert all(c.pair.basis == "editor" and c.pair.why for c in told.confirmed)
            assert all(c.pair.basis == "computed" and c.pair.why is None for c in told.suggested)

    def test_a_page_says_who_judged(self, page_at: Callable[[str], Element]) -> None:
        section = next(
            e
            for e in page_at("measures/gansu-enclave-economy/3.3").all("section")
            if e.attrs.get("aria-labelledby") == "elsewhere"
        )
        assert "部分对应" in section.text and "编者" in section.text and "都说招商。" in section.text
        links = [a.attrs["href"] for a in section.all("a")]
        assert any("compare/?m=gansu-enclave-economy/3.3&m=henan-industrial-clusters/7.1" in x for x in links if x)


class TestTopics:
    def test_every_entry_of_a_topic_stands_in_one_row(self, real: tuple[Index, Comparison]) -> None:
        index, found = real
        for topic in index.topics.values():
            made = bands(index, found, topic)
            shown = [c for b in (*made.strong, *made.partial, *made.alone) for cell in b.cells for c in cell.cards]
            own = [c.entry.id for c in shown if c.other_topic is None]
            wanted = [e.id for e in index.entries.values() if e.measure.topics[:1] == (topic.id,)]
            assert sorted(own) == sorted(wanted), topic.id

    def test_close_counterparts_share_a_row(self, real: tuple[Index, Comparison]) -> None:
        index, found = real
        for topic in index.topics.values():
            for band in bands(index, found, topic).strong:
                assert len([c for c in band.cells if c.cards]) > 1
                assert any(j.pair.strength == "strong" for j in band.judged)

    def test_a_counterpart_that_has_no_topic_has_a_card_too(self, real: tuple[Index, Comparison]) -> None:
        index, found = real
        topic = index.topics["enclave-parks"]
        (beside, *_) = (
            c.entry for b in bands(index, found, topic).strong for cell in b.cells for c in cell.cards if c.other_topic
        )
        document = beside.document
        bare = tuple(replace(m, topics=()) if m is beside.measure else m for m in document.measures)
        documents = tuple(replace(d, measures=bare) if d is document else d for d in index.corpus.documents)
        without = replace(index.corpus, documents=documents)
        held = bands(Index(without), Comparison(without), topic)
        cards = [c for b in held.strong for cell in b.cells for c in cell.cards]
        assert [c.other_topic for c in cards if c.entry.id == beside.id] == [None]

    def test_what_stands_alone_has_no_counterpart_elsewhere(self, real: tuple[Index, Comparison]) -> None:
        index, found = real
        for topic in index.topics.values():
            alone = {c.entry.id for b in bands(index, found, topic).alone for cell in b.cells for c in cell.cards}
            only = {e.id for cell in found.glances[topic.id].only_here for e in cell}
            assert alone == only, topic.id

    def test_the_essential_sentence_is_verbatim_and_prefers_figures(self, real: tuple[Index, Comparison]) -> None:
        index, _ = real
        for entry in index.entries.values():
            told = essential(entry.measure)
            assert (told is None) == (len(entry.measure.text) <= 180)
            assert told is None or told in entry.measure.text
        assert "地区生产总值突破800亿元" in (essential(index.entries["zhangye-county-economy/1"].measure) or "")

    def test_an_excerpt_says_when_it_starts_midway(self, real: tuple[Index, Comparison]) -> None:
        index, found = real
        made = [bands(index, found, topic) for topic in index.topics.values()]
        cards = [c for b in made for band in (*b.strong, *b.partial, *b.alone) for x in band.cells for c in x.cards]
        folded = [c for c in cards if c.essential]
        assert {c.midway for c in folded} == {True, False}
        assert all(c.midway != c.entry.measure.text.startswith(c.essential or "") for c in folded)

    def test_every_document_is_told_from_its_siblings(self, made: dict[str, str]) -> None:
        page = parse(made["topics/evaluation.md"].split("---\n", 2)[2])
        assert {a.text for a in page.all(cls="pp-source")} >= {"甘肃2015", "甘肃2023", "张掖2022", "河南2017"}
        assert "甘肃2015 六、（二十一）与河南2017 十、（四）：" in page.text

    def test_cells_name_their_place_and_a_row_without_anything_is_left_out(
        self, real: tuple[Index, Comparison], made: dict[str, str]
    ) -> None:
        index, found = real
        for topic, glance in found.glances.items():
            text = made[f"topics/{topic}.md"].split("---\n", 2)[2]
            assert ("别处没有" in text) == any(glance.only_here), topic
            cells = [c for table in parse(text).all(cls="pp-glance") for c in table.all("td")]
            assert {c.attrs.get("data-l") for c in cells} == {p.short for p in index.speaking_places}

    def test_silence_is_said(self, page_at: Callable[[str], Element]) -> None:
        assert "甘肃没有专门写" in page_at("topics/investment-promotion").text


class TestDocumentTables:
    def test_every_two_documents_in_both_directions(self, real: tuple[Index, Comparison]) -> None:
        index, found = real
        ids = list(index.documents)
        assert {(s.own.id, s.other.id) for s in sides(found, index)} == {(a, b) for a in ids for b in ids if a != b}

    def test_csv_and_workbook_hold_the_same_and_no_formula(self, corpus: Corpus) -> None:
        index, found = Index(corpus), Comparison(corpus)
        side = next(s for s in sides(found, index) if (s.own.id, s.other.id) == ("hostile", "gansu-enclave-economy"))
        evil = replace(index.entries["hostile/1.1"].measure, text="=1+1")
        document = replace(index.documents["hostile"], measures=(evil,))
        changed = replace(corpus, documents=tuple(document if d.id == "hostile" else d for d in corpus.documents))
        index, found = Index(changed), Comparison(changed)
        side = next(s for s in sides(found, index) if (s.own.id, s.other.id) == ("hostile", "gansu-enclave-economy"))
        table = list(rows(index, side, SITE))
        read = list(csv.reader(io.StringIO(csv_bytes(table).decode("utf-8-sig"))))
        assert read[0] == list(HEAD) and read[1][2] == "'=1+1"
        assert len(read) == 1 + 1 + 3, "one row of its own, three that only the other has"
        book = workbook_bytes(table, "表", "2026-11-21", "https://example.org/")
        sheet = openpyxl.load_workbook(io.BytesIO(book)).active
        cell = sheet.cell(2, 3)
        assert (cell.value, cell.data_type) == ("=1+1", "s")
        heads = [c.value for c in sheet[1]]
        assert sorted(heads) == sorted(HEAD) and heads[-2:] == [HEAD[3], HEAD[11]] and sheet.max_row == len(read)
        assert sheet.cell(2, 1).hyperlink.target == sheet.cell(2, 11).value == read[1][3], (
            "its number leads to its page"
        )
        assert sheet.print_area.endswith(f"$J${len(read)}"), "addresses are not printed"
        assert book == workbook_bytes(table, "表", "2026-11-21", "https://example.org/"), "the same bytes every time"

    def test_what_only_the_other_has_is_listed(self, page_at: Callable[[str], Element]) -> None:
        page = page_at("compare/gansu-enclave-economy/henan-industrial-clusters")
        assert "左" not in page.text and "甘肃2023 三、（三）" in page.text, "it reads the same beside and below"
        assert "河南这份文件没有对应的条目" in page.text and "部分对应：都说招商。" in page.text
        back = page_at("compare/henan-industrial-clusters/gansu-enclave-economy")
        assert "这 2 条" in back.text and "指导思想" in back.text

    def test_examples_join_places_and_repeat_nothing(self, real: tuple[Index, Comparison]) -> None:
        chosen = examples(*real)
        assert chosen and all(len({e.place.id for e in entries}) == len(entries) > 1 for _, entries in chosen)
        ids = [i for group, _ in chosen for i in group]
        assert len(ids) == len(set(ids))


class TestManyDocuments:
    @pytest.fixture
    def many(self, corpus: Corpus) -> Corpus:
        """The small corpus and thirty documents without a word in common with any, one table of theirs published before."""
        first = corpus.documents[0]
        only = replace(
            first.measures[0],
            text="甲乙丙丁。",
            heading="戊己",
            topics=(),
            responsibilities=(),
            targets=(),
            citations=(),
        )
        strangers = [replace(first, id=f"stranger-{n:02}", measures=(only,), sections=()) for n in range(30)]
        published = Permalink("/compare/stranger-03/stranger-28/", "page", "2026-11-21")
        return replace(
            corpus,
            documents=(*corpus.documents, *strangers),
            sources=dict(corpus.sources) | {s.id: corpus.sources[first.id] for s in strangers},
            nodes=dict(corpus.nodes) | {s.id: corpus.nodes[first.id] for s in strangers},
            permalinks=(*corpus.permalinks, published),
        )

    def test_a_table_once_published_stays(self, many: Corpus) -> None:
        pairs = {(s.own.id, s.other.id) for s in sides(Comparison(many), Index(many))}
        assert {("stranger-03", "stranger-28"), ("stranger-28", "stranger-03")} <= pairs
        assert ("stranger-20", "stranger-28") not in pairs
        assert not any(
            "stranger" in a and "stranger" in b
            for a, b in pairs - {("stranger-03", "stranger-28"), ("stranger-28", "stranger-03")}
        )

    def test_what_no_editor_read_is_not_said_to_be_lacking(self, many: Corpus) -> None:
        index, found = Index(many), Comparison(many)
        side = next(s for s in sides(found, index) if s.own.id == "stranger-03")
        made = next(p for p in compare(index, found, SITE) if "stranger-03/stranger-28" in p.path)
        assert "编者还没有确认过这两份文件的对应" in made.text and "没有找到，不等于没有" in made.text
        assert "没有对应的条目" not in made.text and "只有" not in made.text
        told = list(rows(index, side, SITE))
        assert {(r[4], r[5]) for r in told} == {("程序没有找到", "程序")}

    def test_what_the_browser_needs_of_a_document(self, many: Corpus) -> None:
        index, found = Index(many), Comparison(many)
        held = document_record(index, found, index.documents["stranger-03"])
        assert held["tables"] == ["stranger-28"] and held["maybe"] == {}
        assert [m["text"] for m in held["measures"]] == ["甲乙丙丁。"]

    def test_the_page_lists_what_there_is_instead_of_a_grid(self, many: Corpus) -> None:
        made = next(p for p in compare(Index(many), Comparison(many), SITE) if p.path == "compare/index.md")
        assert "pp-docgrid" not in made.text and 'class="pp-partners"' in made.text
        assert "stranger-03/stranger-28/" in unescape(made.text)


class TestRelations:
    def test_each_claim_has_its_evidence_in_the_sentence_it_links(
        self, five_texts: Corpus, made: dict[str, str]
    ) -> None:
        assert {"relations/zhangye-gansu.md", "relations/gansu-2015-2023.md"} <= set(made)
        claims = [r for r in five_texts.relations if r.kind == "province-to-city"]
        page = parse(made["relations/zhangye-gansu.md"].split("---\n", 2)[2])
        words = [q.text for q in page.all("blockquote")]
        assert words and set(words) == {w for r in claims for w in (r.evidence_from, r.evidence_to) if w}
        assert "县域经济高质量发展的意见" in page.text and "先行" in page.text

    def test_without_judgements_there_is_no_page(self, corpus: Corpus) -> None:
        paths = {p.path for p in pages(corpus)}
        assert not any(p.startswith("relations/") for p in paths)
        relation = Relation(
            "over-time", "new", None, "hostile/1.1", "<b>{{ 1 }}", None, "四格缩进", ("henan-industrial-clusters",)
        )
        new = RelationSort("new", "新增", "先前没有，<i>后来</i>新写。")
        study = Study(
            "over-time",
            "先与后",
            "先写的与后写的",
            "earlier-later",
            "later",
            "先",
            "后",
            (new,),
            ("只比<b>文本</b>。",),
        )
        vocabulary = replace(corpus.vocabulary, studies=(study,))
        made = {p.path: p.text for p in pages(replace(corpus, relations=(relation,), vocabulary=vocabulary))}
        page = made["relations/earlier-later.md"].split("---\n", 2)[2]
        assert "<b>" not in page.split("</header>")[1] and "<i>" not in page
        assert "只比<b>文本</b>。" in parse(page).text


class TestTargets:
    def test_a_deadline_has_passed_only_after_its_last_day(self, real: tuple[Index, Comparison]) -> None:
        index, _ = real
        entry = index.entries["zhangye-county-economy/1"]
        goal = Goal(1, entry, Target("q", deadline="2026"), None, "2026-12-31")
        assert not goal.passed and replace(goal, today="2027-01-01").passed
        assert last_day("2024-02") == "2024-02-29"
        assert not replace(goal, target=Target("q")).passed

    def test_units_of_either_script_compare(self, real: tuple[Index, Comparison]) -> None:
        index, _ = real
        goal = Goal(1, index.entries["zhangye-county-economy/1"], Target("q", unit="億元", value=1), None, "2026-01-01")
        assert goal.unit == "亿元"

    def test_the_first_family_that_matches_has_it(self) -> None:
        families = (Indicator("a", "甲", "A", ("产业集群$",)), Indicator("b", "乙", "B", ("集群", "高速")))
        assert family_of(Target("x", indicator="千億級產業集群"), families).id == "a"
        assert family_of(Target("高速公路", indicator="里程"), families).id == "b", "else by the words"
        assert family_of(Target("x"), families) is None

    @pytest.mark.parametrize(
        ("scope", "indicator", "about"),
        [
            ("甘州区", "生产总值", "甘州区生产总值"),
            ("全省", "全省千億級產業集群", "全省千億級產業集群"),
            (None, "旅游综合收入", "旅游综合收入"),
            ("全市", None, "全市旅游收入突破千亿元"),
        ],
    )
    def test_what_it_is_about_names_its_scope_once(
        self, real: tuple[Index, Comparison], scope: str | None, indicator: str | None, about: str
    ) -> None:
        entry = real[0].entries["zhangye-county-economy/1"]
        target = Target("全市旅游收入突破千亿元", indicator, scope=scope)
        assert Goal(1, entry, target, None, "2026-01-01").about == about

    def test_targets_stand_by_year_and_place_those_in_words_after_those_with_a_figure(
        self, real: tuple[Index, Comparison]
    ) -> None:
        index, _ = real
        entry = index.entries["zhangye-county-economy/1"]
        made = [("2026", 3), (None, 4), ("2020", None), ("2020-06", 5), ("2026", None)]
        found = [
            Goal(n, entry, Target("q", value=value, deadline=day), None, "2026-01-01")
            for n, (day, value) in enumerate(made, 1)
        ]
        told = [
            (g.id, g.passed, g.opens, c.place.id, [x.number for x in c.figures], [x.number for x in c.in_words])
            for g in by_year(found, index.speaking_places, "2026-01-01")
            for c in g.columns
        ]
        assert told == [
            ("2020", True, False, "zhangye", [4], [3]),
            ("2026", False, True, "zhangye", [1], [5]),
            ("undated", False, False, "zhangye", [2], []),
        ]
        assert families(found) == (None,) and of_limits((), index.speaking_places) is None

    def test_every_target_is_listed_and_leads_to_its_sentence(self, real: tuple[Index, Comparison]) -> None:
        index, _ = real
        found = goals(index, "2026-11-21")
        assert len(found) == sum(len(e.measure.targets) for e in index.entries.values())
        assert all("#s" in g.address for g in found)

    def test_the_calendar_parses_and_repeats_to_the_byte(self, real: tuple[Index, Comparison]) -> None:
        index, _ = real
        found = goals(index, SITE.today)
        data = calendar_bytes(found, SITE)
        assert data == calendar_bytes(found, SITE)
        events = Calendar.from_ical(data).walk("VEVENT")
        assert 0 < len(events) == sum(g.last_day is not None and not g.passed for g in found), "only what is to come"
        assert all(len(e.walk("VALARM")) == 1 for e in events)
        uids = [str(e["uid"]) for e in events]
        assert len(uids) == len(set(uids))
        gdp = next(e for e in events if "地区生产总值突破800亿元" in e["summary"])
        assert (
            gdp.decoded("dtstart").isoformat() == "2026-12-31" and "/measures/zhangye-county-economy/1/#s" in gdp["url"]
        )

    def test_hostile_words_stay_words(self, page_at: Callable[[str], Element]) -> None:
        assert not list(page_at("targets").all("i")), "the hostile indicator stays text"

    def test_the_day_of_the_build_is_told(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setenv("SOURCE_DATE_EPOCH", "0")
        assert build_day(ROOT) == "1970-01-01"


class TestBands:
    def test_every_partner_of_an_entry_has_a_card_on_the_page(self, real: tuple[Index, Comparison]) -> None:
        index, found = real
        for topic in index.topics.values():
            made = bands(index, found, topic)
            shown = [c.entry.id for b in (*made.strong, *made.partial, *made.alone) for x in b.cells for c in x.cards]
            linked = {e.id for b in (*made.strong, *made.partial) for x in b.cells for e in x.links}
            judged = {e.id for b in (*made.strong, *made.partial) for j in b.judged for e in (j.a, j.b)}
            assert len(shown) == len(set(shown)), topic.id
            assert linked <= set(shown) and judged <= set(shown), topic.id

    def test_a_partner_stands_in_its_row(self, real: tuple[Index, Comparison]) -> None:
        """Of every two that are judged and in one band, at least one stands in a row that the other reaches over."""
        index, found = real
        for topic in index.topics.values():
            made = bands(index, found, topic)
            for band in (*made.strong, *made.partial):
                rows = {
                    entry.id: set(range(n, n + cell.rows))
                    for n, row in enumerate(band.rows)
                    for cell in row
                    for entry in (*(c.entry for c in cell.cards), *cell.links)
                }
                partners = [(j.a.id, j.b.id) for j in band.judged if j.a.id in rows and j.b.id in rows]
                assert partners and all(
                    any(rows[a] & rows[b] for a, b in partners if name in (a, b)) for pair in partners for name in pair
                )

    def test_what_a_comparison_has_no_room_for_is_named(self, real: tuple[Index, Comparison]) -> None:
        index, _ = real
        entries = list(index.entries.values())[: MOST + 1]
        cards = tuple(Card(e, (), None, None) for e in entries)
        band = Band((entries[0].place,), ((Cell(entries[0].place, cards),),))
        assert band.ids == [e.id for e in entries[:MOST]] and band.beyond == entries[MOST:]


class TestFilesForTheBrowser:
    def test_a_record_holds_what_the_page_needs(self, real: tuple[Index, Comparison]) -> None:
        index, found = real
        told = record(index, found, index.entries["henan-industrial-clusters/10.4"])
        measure = index.entries["henan-industrial-clusters/10.4"].measure
        assert told["text"] == reading_form(measure.text, "zh-Hant") and received_record(told)["text"] == measure.text
        assert told["lang"] == "zh-Hant" and told["document"]["short"] == "河南2017"
        assert ("gansu-etdz-upgrade/6.21", "editor") in {(c["id"], c["basis"]) for c in told["counterparts"]}

    def test_the_registers_successors_are_passed_on(self, corpus: Corpus) -> None:
        register = (
            Permalink("/measures/a/1/", "measure", "2026-01-01", successor="/measures/b/2/"),
            Permalink("/measures/b/2/", "measure", "2026-01-01"),
            Permalink("/measures/a/3/", "measure", "2026-01-01", gone=Gone("甲", "乙", "2026-02-02")),
        )
        assert moved(replace(corpus, permalinks=register)) == {
            "a/1": {"to": "b/2"},
            "a/3": {"gone": {"was": "甲", "reason": "乙"}},
        }


class TestMacros:
    def test_words_must_stand_where_they_are_said_to(self, index: Index) -> None:
        made = quotations.words(index, "gansu-enclave-economy/3.3", "省际交界经济合作区", None, "analysis/x/")
        assert "../../measures/gansu-enclave-economy/3.3/#s1" in made and "“省际交界经济合作区”" in parse(made).text
        with pytest.raises(quotations.UnknownQuotation, match="没有“省界合作区”"):
            quotations.words(index, "gansu-enclave-economy/3.3", "省界合作区", None, "x/")
        with pytest.raises(quotations.UnknownQuotation, match="第 2 句里没有"):
            quotations.words(index, "gansu-enclave-economy/3.3", "省际交界经济合作区", 2, "x/")

    def test_a_reference_leads_to_its_sentence(self, index: Index) -> None:
        made = quotations.reference(index, "henan-industrial-clusters/7.1", 1, "analysis/x/")
        link = next(parse(made).all("a"))
        assert (link.attrs["href"] or "").endswith("measures/henan-industrial-clusters/7.1/#s1")
        assert link.text == "［河南2017 七、（一）］"

    @pytest.mark.parametrize(
        ("macro", "arguments", "says"),
        [
            ("ref", ("gansu-enclave-economy/3.3", 99), "没有第 99 句"),
            ("ref", ("gansu-enclave-economy/9.9", 1), "没有条目"),
            ("said", ("gansu-enclave-economy/3.3", "从来没有的话"), "里没有“从来没有的话”"),
        ],
    )
    def test_what_does_not_exist_names_page_and_line(
        self, macro: str, arguments: tuple, says: str, corpus: Corpus, tmp_path: Path
    ) -> None:
        page = tmp_path / "essay.md"
        shown = ", ".join(f'"{a}"' if isinstance(a, str) else f"s={a}" for a in arguments)
        page.write_text(f"---\nrender_macros: true\n---\n\n一句。\n\n二句{{{{ {macro}({shown}) }}}}。\n", "utf-8")
        found: dict[str, Callable[..., object]] = {}
        env = SimpleNamespace(
            macro=lambda f: found.setdefault(f.__name__, f),
            conf={"site_url": "", "docs_dir": str(tmp_path)},
            page=SimpleNamespace(url="essay/", file=SimpleNamespace(abs_src_path=str(page), src_uri="essay.md")),
        )
        macros.define_env(env)
        held_build.keep(made_up(tmp_path, corpus))
        with pytest.raises(quotations.UnknownQuotation) as error:
            found[macro](*arguments)
        assert str(error.value).startswith("docs/essay.md:7: ") and says in str(error.value)

    def test_every_quotation_of_the_essays_goes_through_a_macro(self) -> None:
        for path in (ROOT / "docs" / "analysis").glob("*.md"):
            for line in path.read_text("utf-8").splitlines():
                assert not line.startswith(">"), f"{path.name}: a quotation by hand"
