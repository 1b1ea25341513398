"""The permalink contract: what fix registers, what stands where a page was, what another version of the register holds."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from build_scripts.addresses import published_at, rooted
from build_scripts.checks.checked_corpus import load_corpus
from build_scripts.checks.rules.permalinks import kept
from build_scripts.fixing import fix
from build_scripts.model import Corpus, Erratum, Gone, Permalink, text_hash
from build_scripts.publishing.address_register.against_earlier import against
from build_scripts.publishing.address_register.departed import departed, files_of, write_departed
from build_scripts.publishing.address_register.register import published, register, unkept
from build_scripts.publishing.index.lookups import Index
from build_scripts.publishing.pages.views.history.errata import errata
from build_scripts.publishing.pages.views.measures import measures
from build_scripts.publishing.settings import Site
from build_scripts.store.paths import Layout
from build_scripts.store.yaml_files_to_model import load_permalinks
from tests.publishing.html import parse

SITE = Site("http://example.test/sub/")
HOSTILE = "<script>alert(1)</script>{{ 7*7 }}“〈旧〉”"
MOVED = Permalink("/topics/old/", "topic", "2026-11-21", successor="/topics/older/")
AGAIN = Permalink("/topics/older/", "topic", "2026-11-21", successor="/topics/talent/")
HERE = Permalink("/topics/talent/", "topic", "2026-11-21")
GONE = Permalink("/agencies/lost/", "agency", "2026-11-21", gone=Gone(HOSTILE, "重复登记", "2026-12-01"))


def entries(root: Path) -> dict[str, Permalink]:
    return {e.address: e for e in load_permalinks(Layout(root))[0].value}


Registered = Callable[..., Corpus]


@pytest.fixture
def with_register(five_texts: Corpus) -> Registered:
    """The frozen corpus with a register of nothing but the entries given."""
    return lambda *permalinks: replace(five_texts, permalinks=permalinks)


def test_every_page_of_the_site_is_registered_with_its_hash(five_texts: Corpus) -> None:
    held = {e.address: e for e in five_texts.permalinks}
    for document in five_texts.documents:
        assert held[f"/documents/{document.id}/"].kind == "document"
        for measure in document.measures:
            assert held[f"/measures/{document.id}/{measure.ref}/"].hash == text_hash(measure.text)


def test_fix_adds_what_is_new_on_the_day_given_and_removes_nothing(copy: Path) -> None:
    path = Layout(copy).permalinks
    before = entries(copy)
    lines = path.read_text("utf-8").splitlines(keepends=True)
    path.write_text("".join(x for x in lines if "/topics/talent/," not in x), "utf-8")
    changed, problems = fix(copy, "2027-01-02")
    assert "structured/permalinks.yml" in changed and not problems
    after = entries(copy)
    assert after.keys() == before.keys()
    assert after.pop("/topics/talent/").first == "2027-01-02"
    assert all(before[a] == e for a, e in after.items())
    assert fix(copy, "2027-01-03") == ([], [])


def test_a_removed_record_does_not_take_its_address_out_of_the_register(copy: Path) -> None:
    vocabulary = copy / "structured" / "vocabulary" / "topics.yml"
    text = vocabulary.read_text("utf-8")
    vocabulary.write_text(text[: text.rindex("\n- id: ") + 1], "utf-8")
    held = entries(copy)
    fix(copy, "2027-01-02")
    assert entries(copy) == held
    _, problems = load_corpus(copy)
    assert "address-vanished" in {p.code for p in problems}


def test_a_register_is_begun_where_it_is_empty(copy: Path) -> None:
    """An empty register has promised nothing; one that is not there has been lost, and the check says so."""
    Layout(copy).permalinks.write_text("[]\n", "utf-8")
    assert load_corpus(copy)[0] is not None
    added, problems = register(copy, "2027-01-02")
    assert not problems and "/" in added and "/measures/gansu-enclave-economy/3.3/" in added
    assert {e.first for e in entries(copy).values()} == {"2027-01-02"}
    assert register(copy, "2027-01-03") == ([], [])


def test_nothing_is_registered_while_records_are_wrong(copy: Path) -> None:
    record = copy / "structured" / "records" / "gansu-enclave-economy.yml"
    record.write_text(record.read_text("utf-8").replace("jurisdiction: gansu", "jurisdiction: xgansu"), "utf-8")
    Layout(copy).permalinks.unlink()
    added, problems = register(copy, "2027-01-02")
    assert not added and problems and not Layout(copy).permalinks.exists()


@pytest.mark.parametrize(
    ("path", "address"),
    [
        ("index.md", "/"),
        ("topics/index.md", "/topics/"),
        ("data/x.md", "/data/x/"),
        ("measures/a/3.4.md", "/measures/a/3.4/"),
    ],
)
def test_addresses_of_files(path: str, address: str) -> None:
    assert rooted(published_at(path)) == address


def test_of_a_list_that_goes_on_the_first_page_alone_is_promised(tmp_path: Path) -> None:
    for path in (
        "targets.md",
        "targets/p.2.md",
        "agencies/gansu-drc.md",
        "agencies/gansu-drc/p.10.md",
        "measures/a/3.2.md",
    ):
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / path).touch()
    assert published(tmp_path) == ["agencies/gansu-drc.md", "measures/a/3.2.md", "targets.md"]


def test_a_build_refuses_to_lose_or_to_add_an_address(with_register: Registered) -> None:
    corpus = with_register(HERE, MOVED, AGAIN)
    assert unkept(corpus, ["/topics/talent/"]) == []
    assert {p.code for p in unkept(corpus, [])} == {"address-vanished"}
    assert {p.code for p in unkept(corpus, ["/topics/talent/", "/new/"])} == {"address-unregistered"}
    assert {p.code for p in unkept(corpus, ["/topics/talent/", "/topics/old/"])} == {"address-still-here"}
    assert unkept(with_register(), ["/new/"]) == []


def test_a_page_that_moved_leaves_a_redirect_to_where_the_way_ends(with_register: Registered) -> None:
    pages = departed(with_register(HERE, MOVED, AGAIN), SITE)
    page = parse(pages["topics/old/index.html"].removeprefix("<!doctype html>"))
    links = {e.attrs.get("rel"): e.attrs["href"] for e in page.all("link")}
    refresh = next(e.attrs["content"] for e in page.all("meta") if e.attrs.get("http-equiv") == "refresh")
    assert links["canonical"] == "http://example.test/sub/topics/talent/"
    assert refresh == "0; url=../talent/"
    assert [a.attrs["href"] for a in page.all("a")] == ["../talent/"]
    (script,) = page.all("script")
    assert (script.attrs["src"], script.attrs["data-to"]) == ("../../assets/js/moved.js", "../talent/")


def test_files_of_what_moved_hold_what_those_of_its_successor_do(with_register: Registered, tmp_path: Path) -> None:
    new = files_of("topics/talent/")
    assert {"json", "md", "feed", "docx", "cite.bib", "cite.ris", "cite.json"} == set(new)
    for form, path in new.items():
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / path).write_text(f"这是 {form}", "utf-8")
    write_departed(with_register(HERE, MOVED, AGAIN), tmp_path, SITE)
    for form, path in (files_of("topics/old/") | files_of("topics/older/")).items():
        assert (tmp_path / path).read_text("utf-8") == f"这是 {form}"


def test_data_of_what_went_say_why(with_register: Registered, tmp_path: Path) -> None:
    write_departed(with_register(GONE), tmp_path, SITE)
    told = json.loads((tmp_path / "data/agencies/lost.json").read_text("utf-8"))
    assert told == {"gone": {"was": HOSTILE, "reason": "重复登记", "date": "2026-12-01"}}


@pytest.mark.parametrize(
    "address", ["documents/a/", "measures/a/3.4/", "topics/a/", "works/a/", "compare/a/b/", "analysis/a/"]
)
def test_files_of_a_page_stand_where_the_build_puts_them(address: str) -> None:
    assert all(not path.startswith("/") and ".." not in path for path in files_of(address).values())
    assert ("feed" in files_of(address)) == address.startswith("topics/")


def test_a_page_that_went_leaves_a_word_on_what_and_why(with_register: Registered) -> None:
    pages = departed(with_register(GONE), SITE)
    page = parse(pages["agencies/lost/index.html"].removeprefix("<!doctype html>"))
    assert HOSTILE in page.text and "重复登记" in page.text and "2026年12月1日" in page.text
    assert not list(page.all("script"))
    assert any(e.attrs.get("content") == "noindex" for e in page.all("meta"))


def test_departed_pages_are_written_but_never_over_a_page(with_register: Registered, tmp_path: Path) -> None:
    page = tmp_path / "agencies" / "lost" / "index.html"
    page.parent.mkdir(parents=True)
    page.write_text("a page")
    assert write_departed(with_register(GONE, HERE, MOVED, AGAIN), tmp_path, SITE) == 3
    assert page.read_text() == "a page"
    page.unlink()
    write_departed(with_register(GONE), tmp_path, SITE)
    write_departed(with_register(replace(GONE, gone=replace(GONE.gone, reason="另一个原因"))), tmp_path, SITE)
    assert "另一个原因" in page.read_text("utf-8")


def test_entries_may_gain_a_successor_or_a_tombstone_and_nothing_else() -> None:
    held = {"/topics/old/": replace(MOVED, successor=None)}
    assert kept(held.values(), {"/topics/old/": MOVED}, "x") == []
    assert kept(held.values(), {"/topics/old/": replace(GONE, address="/topics/old/", kind="topic")}, "x") == []
    for changed in (
        {},
        {"/topics/old/": replace(MOVED, first="2020-01-01")},
        {"/topics/old/": replace(MOVED, hash="0")},
    ):
        assert [p.code for p in kept(held.values(), changed, "x")] == ["register-changed"]


def git(root: Path, *arguments: str) -> None:
    identity = ("-c", "user.name=x", "-c", "user.email=x@example.test")
    subprocess.run(["git", "-C", str(root), *identity, *arguments], check=True, capture_output=True)


def test_the_register_is_held_against_another_version_of_the_repository(copy: Path) -> None:
    git(copy, "init", "--quiet", "--initial-branch", "main")
    git(copy, "add", ".")
    git(copy, "commit", "--quiet", "-m", "x")
    count = len(entries(copy))
    assert against(copy, "main") == (count, [])
    path = Layout(copy).permalinks
    lines = path.read_text("utf-8").splitlines(keepends=True)
    path.write_text("".join(x for x in lines if "/topics/talent/," not in x), "utf-8")
    held, problems = against(copy, "main")
    assert held == count and [(p.code, p.record) for p in problems] == [("register-changed", "/topics/talent/")]
    assert [p.code for p in against(copy, "nowhere")[1]] == ["ref-unknown"]
    git(copy, "rm", "--quiet", "--cached", "structured/permalinks.yml")
    git(copy, "commit", "--quiet", "-m", "y")
    assert against(copy, "main") == (0, [])


def test_a_corrected_measure_says_so_on_its_page_and_on_the_list_of_errata(copy: Path) -> None:
    """The register keeps the first hash; the erratum leads from it to the text as it stands."""
    first = text_hash("原来的文字")
    path = Layout(copy).permalinks
    now = entries(copy)["/measures/gansu-enclave-economy/3.3/"].hash
    path.write_text(path.read_text("utf-8").replace(str(now), first), "utf-8")
    assert {p.code for p in load_corpus(copy)[1]} == {"erratum-missing"}
    Layout(copy).errata.write_text(
        f"- id: gansu-enclave-economy/3.3\n  date: '2026-12-01'\n  field: text\n  reason: 漏了半句{HOSTILE!r}\n"
        f"  source: 甘肃省人民政府公报\n  quote: 原来的文字\n  before: '{first}'\n  after: '{now}'\n",
        "utf-8",
    )
    corpus, problems = load_corpus(copy)
    assert problems == []
    index = Index(corpus)
    listed = errata(index)
    assert "原来的文字" in listed.text and "2026年12月1日" in listed.text and "<script>" not in listed.text
    from build_scripts.comparing.comparison_of_corpus import Comparison

    pages = {p.path: p.text for p in measures(index, Comparison(corpus), SITE)}
    assert "本条曾更正" in pages["measures/gansu-enclave-economy/3.3.md"]
    assert not any("本条曾更正" in t for p, t in pages.items() if not p.endswith("/3.3.md"))


def test_errata_of_what_is_gone_are_still_listed(with_register: Registered) -> None:
    corpus = replace(with_register(GONE), errata=(Erratum("nothing/1", "2026-12-01", "text", "甲", "乙"),))
    text = errata(Index(corpus)).text
    assert "nothing/1" in text and "重复登记" in text
