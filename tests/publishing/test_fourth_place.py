"""A fourth place comes in as data alone, and every page, list and download has it: no place is named in code."""

from __future__ import annotations

import csv
import hashlib
import io
import json
import re
import shutil
import zipfile
from dataclasses import dataclass
from pathlib import Path

import openpyxl
import pytest
from icalendar import Calendar
from lxml import etree

from build_scripts import addresses
from build_scripts.adding import add
from build_scripts.fixing import fix
from build_scripts.problems import errors
from build_scripts.publishing.address_register.register import published, register, unkept
from build_scripts.publishing.building.after_generator import AFTER
from build_scripts.publishing.building.before_generator import BEFORE
from build_scripts.publishing.building.build_inputs import Build, read_build
from build_scripts.publishing.dataset.calendar_file import calendars
from build_scripts.publishing.pages.all_pages import pages_of
from build_scripts.publishing.pages.article_by_article_downloads import csv_bytes, rows
from build_scripts.publishing.pages.rendering import Page
from build_scripts.publishing.pages.views.compare import sides
from tests.frozen_site import inputs
from tests.places import ROOT
from tests.publishing.fourth_place import COUNTERPART, DOCUMENT, ENTRIES, JUDGEMENTS, SOURCE, TITLE, append
from tests.publishing.history.conftest import Repository
from tests.publishing.html import Element, parse
from tests.remembering import remembering

pytestmark = pytest.mark.builds

DAY = "2026-12-02"
PARTS = {"dataset", "feeds", "compare", "search", "calendar"}
"""The steps of a build whose files are looked at here; pages and tables are made when they are."""


@dataclass(frozen=True)
class Fourth:
    """The tree with the fourth place in it, read, with its pages by path below docs/."""

    tree: Path
    build: Build
    pages: dict[str, Page]

    def page(self, path: str) -> Element:
        """A page without its head, as a reader has it."""
        return parse(self.pages[path].text.split("---\n", 2)[2])


def code_of(tree: Path) -> dict[str, str]:
    """Every file of the tree outside structured/, by its content."""
    known = [p for p in inputs() if p.parts[0] != "structured"]
    return {p.as_posix(): hashlib.sha256((tree / p).read_bytes()).hexdigest() for p in known}


@pytest.fixture(scope="module")
def fourth(tmp_path_factory: pytest.TempPathFactory) -> Fourth:
    """A repository of the frozen corpus and this code; then the fourth place is put into its structured/, and built."""
    tree = tmp_path_factory.mktemp("fourth") / "tree"
    for to, path in inputs().items():
        (tree / to).parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(path, tree / to)
    before = code_of(tree)
    repository = Repository(tree)
    repository.git("add", "-A")
    repository.git("commit", "-q", "-m", "三个地方", when="2026-12-01T09:00:00+08:00")
    with remembering():
        _put_in(tree)
        repository.git("add", "-A")
        repository.git("commit", "-q", "-m", "第四个地方", when=f"{DAY}T09:00:00+08:00")
        build = read_build(tree)
    for writer in (*BEFORE, *AFTER):
        if writer.name in PARTS:
            writer.run(build, tree / "docs")
    assert code_of(tree) == before
    made = {p.path: p for p in pages_of(build.index, build.comparison, build.site, build.history)}
    here = [addresses.rooted(addresses.published_at(p)) for p in (*made, *published(tree / "docs"))]
    assert unkept(build.index.corpus, here) == []
    return Fourth(tree, build, made)


def _put_in(tree: Path) -> None:
    """By the project's own commands, add and fix, with entries at the ends of files."""
    append(tree, ENTRIES)
    source = tree.parent / f"{DOCUMENT}.txt"
    source.write_text(SOURCE, "utf-8")
    added = add(tree, source, "jia")
    assert errors(added.problems) == [] and added.document is not None
    append(tree, JUDGEMENTS)
    assert errors(fix(tree, DAY)[1]) == []
    assert errors(register(tree, DAY)[1]) == []


def first(element: Element, tag: str, cls: str | None = None) -> Element:
    return next(element.all(tag, cls))


def test_it_has_a_column_a_label_and_a_colour_of_its_own(fourth: Fourth) -> None:
    heads = first(first(fourth.page("index.md"), "table"), "thead").all("span")
    named = {h.text: set(h.classes) - {"pp-place"} for h in heads}
    assert "甲市" in named
    colours = [c for held in named.values() for c in held]
    assert len(colours) == len(set(colours)) == len(named)
    css = (ROOT / "docs" / "assets" / "css" / "site.css").read_text("utf-8")
    variables = {c: re.search(rf"\.{c} {{ --c: (var\(--c\d+\)); }}", css) for c in colours}
    assert all(variables.values()) and len({v[1] for v in variables.values() if v}) == len(colours)


def test_the_home_page_names_it_and_says_that_it_is_not_read_yet(fourth: Fourth) -> None:
    home = fourth.page("index.md")
    assert "甘肃、张掖、河南、甲市各怎么写" in home.text
    assert "甲市的政策原文" in fourth.pages["index.md"].text.split("---\n")[1]
    last = [list(row.all("td"))[-1].text.strip() for row in first(first(home, "table"), "tbody").all("tr")]
    assert last and set(last) <= {"尚未读", "还没有问题"}, "nobody has read it for the questions yet"
    assert TITLE in home.text


def test_topics_lines_and_agencies_have_its_column(fourth: Fourth) -> None:
    for path in ("topics/enclave-parks.md", "agencies/lines.md"):
        heads = [h.text.strip() for h in first(fourth.page(path), "thead").all("th")]
        assert heads[-1] == "甲市", path
    assert "看四地怎么答" in fourth.page("topics/index.md").text
    assert "看四地的对口单位" in fourth.page("agencies/index.md").text
    assert (
        "甲市商务局" in fourth.page("agencies/lines.md").text and "牵头" in fourth.page("agencies/jia-commerce.md").text
    )


def test_its_targets_stand_on_the_page_and_in_the_calendar(fourth: Fourth) -> None:
    (year,) = (s for s in fourth.page("targets.md").all("section") if s.attrs.get("data-group") == "2027")
    assert [r.text for r in year.all("li") if r.attrs.get("data-place") == "jia" and "5个" in r.text]
    calendar = Calendar.from_ical(calendars(fourth.build.index, fourth.build.site)[addresses.TARGETS_CALENDAR])
    assert any(str(e["summary"]).startswith("甲市：") for e in calendar.walk("VEVENT"))


def test_it_is_compared(fourth: Fourth) -> None:
    assert COUNTERPART in "".join(
        str(a.attrs["href"]) for a in first(fourth.page(f"measures/{DOCUMENT}/2.2.md"), "ul", "pp-cards").all("a")
    )
    table = fourth.page(f"compare/{DOCUMENT}/gansu-enclave-economy.md")
    assert "都写共建飞地园区" in table.text
    held = sides(fourth.build.comparison, fourth.build.index)
    (side,) = (s for s in held if (s.own.id, s.other.id) == (DOCUMENT, "gansu-enclave-economy"))
    assert "密切对应" in csv_bytes(list(rows(fourth.build.index, side, fourth.build.site))).decode()
    free = json.loads(
        (fourth.tree / "docs" / "assets" / "compare" / "measures" / DOCUMENT / "2.2.json").read_text("utf-8")
    )
    assert free["place"]["name"] == "甲市" and free["counterparts"][0]["id"] == COUNTERPART
    grid = first(fourth.page("compare/index.md"), "table")
    assert any("甲市2024" in th.text for th in grid.all("th"))


def test_its_study_is_a_page_with_the_words_of_its_editor(fourth: Fourth) -> None:
    study = fourth.page("relations/gansu-jia.md")
    for told in ("甘肃写过的飞地，甲市怎样写", "两地没有隶属关系。", "两份文件写的是同一件事。", "又写 1"):
        assert told in study.text
    assert "甘肃写过的飞地，甲市怎样写" in fourth.page("compare/index.md").text


def test_it_has_a_feed(fourth: Fourth) -> None:
    feed = etree.parse(fourth.tree / "docs" / "data" / "feeds" / "jia.xml")
    titles = feed.xpath("//*[local-name()='entry']/*[local-name()='title']/text()")
    assert titles == [f"新收录：《{TITLE}》（甲政办发〔2024〕3号）"]
    assert feed.xpath("string(/*/*[local-name()='title'])") == "政策对读 · 甲市：收录与更正"


def test_it_is_searched(fourth: Fourth) -> None:
    held = "".join(p.read_text("utf-8", "ignore") for p in (fourth.tree / "docs" / "assets" / "search").rglob("*.json"))
    assert DOCUMENT in held and "甲市" in held


def test_every_download_has_it(fourth: Fourth) -> None:
    data = fourth.tree / "docs" / "data"
    corpus = json.loads((data / "corpus.json").read_text("utf-8"))
    assert DOCUMENT in {d["id"] for d in corpus["documents"]}
    tables = {p.stem: list(csv.DictReader(io.StringIO(p.read_text("utf-8-sig")))) for p in data.glob("tables/*.csv")}
    assert "999900" in {r["code"] for r in tables["jurisdictions"]}
    assert {"jia-drc", "jia-commerce", "jia-finance"} <= {r["id"] for r in tables["agencies"]}
    assert any(r["kind"] == "over-there" and r["relation"] == "writes-again" for r in tables["relations"])
    package = json.loads((data / "datapackage.json").read_text("utf-8"))
    (relations,) = (r for r in package["resources"] if r["name"] == "relations")
    kinds = next(f for f in relations["schema"]["fields"] if f["name"] == "kind")
    assert "over-there" in kinds["constraints"]["enum"] and "甲市" in package["description"]
    book = openpyxl.load_workbook(data / "policy-in-parallel.xlsx", read_only=True)
    assert any(row[0] == "此与彼" for row in book["承接关系"].iter_rows(values_only=True))
    with zipfile.ZipFile(data / "policy-in-parallel.zip") as archive:
        names = archive.namelist()
    for ending in (f"akn/{DOCUMENT}.xml", f"markdown/{DOCUMENT}.md", f"text/{DOCUMENT}.txt", f"sources/{DOCUMENT}.txt"):
        assert any(n.endswith(ending) for n in names), ending
