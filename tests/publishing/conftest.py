"""A small corpus cut from two of the real texts by hand, and a hostile document beside them."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from build_scripts.comparing.comparison_of_corpus import Comparison
from build_scripts.model import (
    Agency,
    Alignment,
    Citation,
    Corpus,
    Document,
    Event,
    Jurisdiction,
    Line,
    Measure,
    Modality,
    Node,
    Responsibility,
    Section,
    Span,
    Supplied,
    Target,
    Topic,
    Vocabulary,
)
from build_scripts.publishing.building.before_all_after import by_halves
from build_scripts.publishing.building.build_inputs import Build
from build_scripts.publishing.building.site_generators import MKDOCS
from build_scripts.publishing.index.lookups import Index
from build_scripts.publishing.settings import Site
from tests.frozen_site import hand_written
from tests.places import FROZEN, ROOT
from tests.publishing.html import Element, parse

SOURCES = FROZEN / "structured" / "sources"
SITE = Site("http://example.test/sub/", "https://code.example.test/x/y")

HOSTILE_HEADING = "<script>alert(1)</script>{{ 7*7 }}*粗*_斜_"
HOSTILE_TEXT = (
    "  领头空格<script>alert('x')</script>，{{ 7*7 }}{% raw %}{# 注 #}，*粗*_斜_#井|竖`反`，[x](javascript:1)，![y](z)，&amp;&lt;&#35;。\n"
    "\n"
    '--8<-- "secret.txt"\n'
    "::: build_scripts\n"
    "$x$ \\(y\\) ~~删~~ ==标== ^^上^^ [[链]] :smile: <b>粗</b> </div></section> <!-- 注 -->\n"
    "---\n"
    "title: 假的\n"
    "---\n"
    "# 假标题\n"
    "    四格缩进\t制表\n"
    "| a | b |\n"
    "|---|---|\n"
    "1. 一\n"
    "- 二\n"
    "> 三\n"
    "\x02amp\x03 \x02wzxhzdk:0\x03 \u2028 \u3000末尾\"引号\"'单'。(责任单位:省<i>商务厅</i>)"
)
HOSTILE_SOURCE = f"恶意文件\n一、标题{HOSTILE_HEADING}\n(一){HOSTILE_HEADING}。{HOSTILE_TEXT}\n结语\n"


def span(source: str, text: str, after: int = 0) -> Span:
    start = source.index(text, after)
    return Span(start, start + len(text))


def cut(source: str, *pieces: tuple[str, str | None, str]) -> tuple[Node, ...]:
    """Nodes from (kind, ref, how the stretch begins); each runs to where the next begins."""
    starts = [0]
    for _, _, begins in pieces[1:]:
        starts.append(source.index(begins, starts[-1] + 1))
    ends = [*starts[1:], len(source)]
    return tuple(Node(kind, Span(a, z), ref) for (kind, ref, _), a, z in zip(pieces, starts, ends))


def _gansu() -> tuple[Document, str, tuple[Node, ...]]:
    source = (SOURCES / "gansu-enclave-economy.txt").read_bytes().decode("utf-8")
    start, end = source.index("(三)加大"), source.index("(四)推动")
    source = source[: source.index("(一)创新")] + source[start:end] + source[source.index("\n甘公网") :]
    nodes = cut(
        source,
        ("number", None, "甘办发"),
        ("title", None, "关于促进"),
        ("preamble", None, "为切实"),
        ("heading", "1", "一、指导"),
        ("body", "1", "以习近平"),
        ("heading", "2", "二、基本"),
        ("body", "2", "政府引导"),
        ("section", "3", "三、工作"),
        ("heading", "3.3", "(三)加大"),
        ("body", "3.3", "积极推动"),
        ("furniture", None, "\n甘公网"),
    )
    by_start = {n.ref: n for n in nodes if n.kind == "body"}

    def text(ref: str) -> Span:
        at = by_start[ref].at
        return Span(at.start, at.start + len(at.of(source).rstrip()))

    third = text("3.3")
    drc, tail = span(source, "省发展改革委", third.start), source.index("(责任单位", third.start)
    quote = span(source, "加快推进兰西城市群“1+3+10”协议落实", third.start)
    measures = (
        Measure("1", "指导思想", text("1").of(source), "context", topics=("general-requirements",), at=text("1")),
        Measure("2", "基本原则", text("2").of(source), "context", topics=("general-requirements",), at=text("2")),
        Measure(
            "3.3",
            "加大省际边界区域合作力度",
            third.of(source),
            section="3",
            responsibilities=(
                Responsibility("省发展改革委", "responsible", "gansu-drc", at=span(source, "省发展改革委", tail)),
                Responsibility("省农业农村厅", "responsible", "gansu-agri", at=span(source, "省农业农村厅", tail)),
                Responsibility("各市州", "implementer", None, "inherited", True, "3.3"),
            ),
            targets=(Target(quote.of(source), "协议落实", value=None, deadline="2026", at=quote),),
            topics=("regional-cooperation", "enclave-parks"),
            topics_basis="editor",
            at=third,
            modality=Modality(encouraging=(span(source, "支持", third.start),)),
        ),
    )
    assert drc
    document = Document(
        "gansu-enclave-economy",
        "关于促进“飞地经济”发展的指导意见",
        "gansu",
        "zh-Hans",
        "gansu-enclave-economy.txt",
        "0" * 64,
        "甘办发〔2023〕15号",
        sections=(Section("1", "指导思想"), Section("2", "基本原则"), Section("3", "工作措施")),
        measures=measures,
    )
    return document, source, nodes


def _henan() -> tuple[Document, str, tuple[Node, ...]]:
    full = (SOURCES / "henan-industrial-clusters.txt").read_bytes().decode("utf-8")
    source = (
        full[: full.index("一、總體")]
        + full[full.index("七、提高") : full.index("(二)加強開放")]
        + full[full.rindex("河南省人民政府辦公廳") :]
    )
    nodes = cut(
        source,
        ("title", None, "河南省"),
        ("number", None, "豫政辦"),
        ("addressees", None, "各省轄市"),
        ("preamble", None, "產業集聚區和"),
        ("section", "7", "七、提高"),
        ("leadin", "7", "堅持開放"),
        ("heading", "7.1", "(一)推進招商"),
        ("body", "7.1", "支持各地"),
        ("signature", None, "河南省人民政府辦公廳\n2017"),
        ("date", None, "2017年"),
    )
    body = next(n for n in nodes if n.kind == "body").at
    at = Span(body.start, body.start + len(body.of(source).rstrip()))
    sentence = span(source, "推廣“資本+產業”招商模式,依托省產業集聚區發展", at.start)
    measure = Measure(
        "7.1",
        "推進招商引資提質提效",
        at.of(source),
        section="7",
        topics=("investment-promotion",),
        citations=(Citation("資本+產業", at=Span(sentence.start + 2, sentence.start + 9)),),
        targets=(Target(sentence.of(source), "招商模式", ">=", 20.0, "個", "2020", at=sentence),),
        at=at,
    )
    document = Document(
        "henan-industrial-clusters",
        "河南省人民政府辦公廳關于促進產業集聚區和開發區改革創新發展的實施意見",
        "henan",
        "zh-Hant",
        "henan-industrial-clusters.txt",
        "1" * 64,
        "豫政辦〔2017〕159號",
        ("河南省人民政府辦公廳",),
        "2017-12-12",
        sections=(Section("7", "提高開放發展水平"),),
        measures=(measure,),
    )
    return document, source, nodes


def _hostile() -> tuple[Document, str, tuple[Node, ...]]:
    source = HOSTILE_SOURCE
    nodes = cut(
        source,
        ("title", None, "恶意"),
        ("section", "1", "一、标题"),
        ("heading", "1.1", "(一)<script>"),
        ("body", "1.1", HOSTILE_TEXT[:6]),
        ("closing", None, "结语"),
    )
    at = span(source, HOSTILE_TEXT)
    name = "省<i>商务厅</i>"
    measure = Measure(
        "1.1",
        HOSTILE_HEADING,
        HOSTILE_TEXT,
        section="1",
        topics=("enclave-parks",),
        note=HOSTILE_TEXT,
        responsibilities=(Responsibility(name, "lead", "gansu-hostile", at=span(source, name)),),
        targets=(
            Target(HOSTILE_HEADING, HOSTILE_TEXT, unit="{{ 7*7 }}", value=1.5, at=Span(at.start + 3, at.start + 60)),
        ),
        citations=(Citation(HOSTILE_HEADING, "{{ 7*7 }}", at=Span(at.start + 40, at.start + 90)),),
        at=at,
    )
    document = Document(
        "hostile",
        f"{HOSTILE_HEADING}\n---\nx: 1",
        "gansu",
        "zh-Hans",
        "hostile.txt",
        "2" * 64,
        "{{ 7*7 }}<号>",
        ("<机关>",),
        supplied=(Supplied("title", HOSTILE_TEXT),),
        sections=(Section("1", f"标题{HOSTILE_HEADING}"),),
        measures=(measure,),
        note=HOSTILE_TEXT,
    )
    return document, source, nodes


def _vocabulary() -> Vocabulary:
    return Vocabulary(
        (
            Jurisdiction("gansu", "620000", "甘肃省", "甘肃", "province"),
            Jurisdiction("zhangye", "620700", "张掖市", "张掖", "prefecture", "gansu"),
            Jurisdiction("henan", "410000", "河南省", "河南", "province"),
        ),
        (
            Agency(
                "gansu-drc",
                "甘肃省发展和改革委员会",
                "gansu",
                "government",
                "development",
                ("省发展改革委", "省发展改革"),
            ),
            Agency("gansu-agri", "甘肃省农业农村厅", "gansu", "government", "agriculture", ("省农业农村厅",)),
            Agency(
                "gansu-old",
                "甘肃省农牧厅",
                "gansu",
                "government",
                "agriculture",
                ("省农牧厅",),
                (Event("rename", "2018-10", ("gansu-agri",), note="机构改革"),),
            ),
            Agency("zhangye-drc", "张掖市发展和改革委员会", "zhangye", "government", "development", ("市发展改革委",)),
            Agency(
                "gansu-hostile",
                HOSTILE_HEADING,
                "gansu",
                "government",
                "development",
                (HOSTILE_TEXT,),
                note=HOSTILE_TEXT,
            ),
        ),
        (Line("development", "发展改革", "Development and reform"), Line("agriculture", "农业农村", "Agriculture")),
        (
            Topic("general-requirements", "总体要求", "General requirements", "指导思想、原则、目标。"),
            Topic("investment-promotion", "招商引资", "Investment promotion", "招商、落地。"),
            Topic("enclave-parks", "飞地经济与园区共建", "Enclave parks", "飞地与共建。"),
            Topic("regional-cooperation", "区域协作", "Regional cooperation", HOSTILE_TEXT),
        ),
    )


@pytest.fixture(scope="session")
def corpus() -> Corpus:
    parts = (_gansu(), _henan(), _hostile())
    pair = Alignment("gansu-enclave-economy/3.3", "henan-industrial-clusters/7.1", "confirmed", "partial", "都说招商。")
    return Corpus(
        tuple(d for d, _, _ in parts),
        _vocabulary(),
        (pair,),
        {d.id: s for d, s, _ in parts},
        {d.id: n for d, _, n in parts},
        lines={"gansu-enclave-economy/3.3": 12},
    )


@pytest.fixture(scope="session")
def index(corpus: Corpus) -> Index:
    return Index(corpus)


def made_up(root: Path, corpus: Corpus, site: Site = SITE) -> Build:
    """A build of a corpus that stands in no file: ``root`` has at most its sources, its edition and its papers."""
    return Build(root, Index(corpus), Comparison(corpus), site)


@pytest.fixture(scope="session")
def build(corpus: Corpus, tmp_path_factory: pytest.TempPathFactory) -> Build:
    """The small corpus in a tree of its own, with the repository's configuration, theme and hand-written pages."""
    root = tmp_path_factory.mktemp("built")
    for path in hand_written(ROOT / "docs"):
        (root / "docs" / path).parent.mkdir(parents=True, exist_ok=True)
        if path.parts[0] != "analysis":
            shutil.copyfile(ROOT / "docs" / path, root / "docs" / path)
    (root / "docs" / "analysis" / "index.md").write_text(
        "# 分析 {: #top }\n", "utf-8"
    )  # the essays quote what is not here
    for name in ("mkdocs.yml", "build_scripts"):
        (root / name).symlink_to(ROOT / name)
    for name in ("LICENSE", "CITATION.cff", "structured/edition.yml", "structured/evaluation.json"):
        (root / name).parent.mkdir(exist_ok=True)
        shutil.copyfile(FROZEN / name, root / name)
    for document in corpus.documents:
        path = root / "structured" / "sources" / document.source
        path.parent.mkdir(exist_ok=True)
        path.write_text(corpus.sources[document.id], "utf-8")
    return made_up(root, corpus)


@pytest.fixture(scope="session")
def built(build: Build) -> Path:
    """The site of the small corpus, by the generator that is used."""
    by_halves(build, MKDOCS)
    return build.root / "site"


@pytest.fixture(scope="session")
def page_at(built: Path) -> Callable[[str], Element]:
    """The parsed page at an address."""
    return lambda address: parse((built / address / "index.html").read_text("utf-8"))
