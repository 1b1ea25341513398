"""The site of which only what changed is made is the site made from nothing, and the one by the long way, to the byte."""

from __future__ import annotations

import os
import random
import shutil
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from build_scripts.comparing.comparison_of_corpus import Comparison
from build_scripts.model import Corpus, Document, Measure
from build_scripts.publishing.building.before_all_after import by_halves
from build_scripts.publishing.building.build_inputs import Build
from build_scripts.publishing.building.kept import kept_site
from build_scripts.publishing.building.kept.kept_site import build_kept
from build_scripts.publishing.building.site_generators import MKDOCS
from build_scripts.publishing.index.lookups import Index
from build_scripts.publishing.pages import rendering

pytestmark = pytest.mark.builds

EDITS = int(os.environ.get("HOSTILE_EDITS", "4"))
"""Random edits of all seeds together; `make hostile` tries more."""


def contents(site: Path) -> dict[str, bytes]:
    return {p.relative_to(site).as_posix(): p.read_bytes() for p in site.rglob("*") if p.is_file()}


def differing(one: Path, other: Path) -> list[str]:
    a, b = contents(one), contents(other)
    return [path for path in sorted(a.keys() | b.keys()) if a.get(path) != b.get(path)]


Trees = Callable[[str], Path]


def copy(tree: Path, to: Path, *but: str) -> Path:
    return shutil.copytree(tree, to, symlinks=True, ignore=shutil.ignore_patterns(*but))


@pytest.fixture
def fresh(build: Build, tmp_path: Path) -> Trees:
    """Trees of the small corpus, nothing built in them."""
    return lambda name: copy(build.root, tmp_path / name, "site", ".cache", "generated")


@pytest.fixture(scope="module")
def kept_once(build: Build, tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = copy(build.root, tmp_path_factory.mktemp("kept") / "tree", "site", ".cache", "generated")
    build_kept(of(build, root))
    return root


@pytest.fixture
def kept(kept_once: Path, tmp_path: Path) -> Path:
    """A tree of the small corpus, with its site and what was kept of it."""
    return copy(kept_once, tmp_path / "kept")


def of(build: Build, root: Path, corpus: Corpus | None = None) -> Build:
    """The build in another tree, of another corpus, with nothing computed yet."""
    held = corpus or build.index.corpus
    return replace(build, root=root, index=Index(held), comparison=Comparison(held))


def test_the_same_as_by_the_long_way(built: Path, kept: Path) -> None:
    assert differing(built, kept / "site") == []


def test_the_same_in_several_processes(
    build: Build, built: Path, fresh: Trees, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Also where docs/ holds what an earlier build by the long way left there."""
    monkeypatch.setenv("PROCESSES", "3")
    root = fresh("three")
    build_kept(of(build, root))
    assert differing(built, root / "site") == []


def test_the_same_where_lists_go_on_on_further_pages(build: Build, fresh: Trees) -> None:
    short = replace(build, site=replace(build.site, longest=3000))
    long_way, short_way = fresh("long"), fresh("short")
    by_halves(of(short, long_way), MKDOCS)
    build_kept(of(short, short_way))
    assert differing(long_way / "site", short_way / "site") == []
    made = contents(short_way / "site")
    assert {"targets/p.2/index.html", "targets/p.2/index.md"} <= made.keys()
    assert b'<link rel="cite-as" href="http://example.test/sub/targets/">' in made["targets/p.2/index.html"]
    assert (
        b'content="noindex, follow"' in made["targets/p.2/index.html"] and b"noindex" not in made["targets/index.html"]
    )
    assert b"/p.2/" not in made["sitemap.xml"]
    build_kept(of(build, short_way))
    assert not list((short_way / "site").rglob("p.2")), "pages that nothing goes on on any more are removed"


def edited(chance: random.Random, corpus: Corpus, first: Corpus) -> Corpus:
    """The corpus after a random edit of a record, or without a document, or with all of them again."""
    documents = list(corpus.documents)
    n = chance.randrange(len(documents))
    kind = chance.choice(["note", "heading", "topics", "bodies", "number", "gone", "again", "pairs", "errata"])
    if kind == "gone" and len(documents) > 2:
        return _without(corpus, documents[n])
    if kind == "again":
        return first
    if kind == "pairs":
        return replace(corpus, alignments=corpus.alignments[: chance.randrange(len(corpus.alignments) + 1)])
    if kind == "errata":
        return replace(corpus, errata=corpus.errata[: chance.randrange(len(corpus.errata) + 1)])
    if kind == "number":
        documents[n] = replace(documents[n], number=f"甲发〔2020〕{chance.randrange(99)}号")
    else:
        documents[n] = _with_measure(chance, documents[n], kind)
    return replace(corpus, documents=tuple(documents))


def _without(corpus: Corpus, document: Document) -> Corpus:
    """Without a document and what was judged of it."""
    name = document.id
    kept = tuple(a for a in corpus.alignments if name not in (a.a.split("/")[0], a.b.split("/")[0]))
    return replace(
        corpus,
        documents=tuple(d for d in corpus.documents if d is not document),
        alignments=kept,
        points=(),
        relations=(),
        errata=(),
    )


def _with_measure(chance: random.Random, document: Document, kind: str) -> Document:
    measures = list(document.measures)
    n = chance.randrange(len(measures))
    m: Measure = measures[n]
    measures[n] = {
        "note": replace(m, note=chance.choice(["改过", "又改过", None])),
        "heading": replace(m, heading=chance.choice(["<改>过的标题", "{{ 标题 }}", m.heading])),
        "topics": replace(m, topics=m.topics[::-1] if len(m.topics) > 1 else ()),
        "bodies": replace(m, responsibilities=m.responsibilities[: chance.randrange(2)]),
    }.get(kind, m)
    return replace(document, measures=tuple(measures))


@pytest.mark.parametrize("seed", [1, 2])
def test_after_random_edits_the_same_as_from_nothing(build: Build, kept: Path, fresh: Trees, seed: int) -> None:
    chance = random.Random(seed)
    from_nothing = fresh("fresh")
    corpus = first = build.index.corpus
    for n in range(EDITS // 2):
        corpus = edited(chance, corpus, first)
        build_kept(of(build, kept, corpus))
        build_kept(of(build, from_nothing, corpus), fresh=True)
        assert differing(from_nothing / "site", kept / "site") == [], f"after edit {n}"


def test_after_a_change_of_a_template_or_a_script(
    build: Build, kept: Path, fresh: Trees, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    templates = tmp_path / "templates"
    shutil.copytree(rendering.TEMPLATES, templates)
    monkeypatch.setattr(rendering, "TEMPLATES", templates)
    rendering.environment.cache_clear()
    try:
        before = contents(kept / "site")
        part = templates / "_cite.md.j2"
        part.write_text(part.read_text("utf-8").replace('class="pp-cite"', 'class="pp-cite pp-changed"'), "utf-8")
        script = kept / "docs" / "assets" / "js" / "cite.js"
        script.write_text(script.read_text("utf-8") + "\n// changed\n", "utf-8")
        build_kept(of(build, kept))
        changed = [p for p, data in contents(kept / "site").items() if before.get(p) != data]
        from_nothing = fresh("fresh")
        shutil.copyfile(script, from_nothing / "docs" / "assets" / "js" / "cite.js")
        build_kept(of(build, from_nothing), fresh=True)
        assert differing(from_nothing / "site", kept / "site") == []
        assert "assets/js/cite.js" in changed and "measures/gansu-enclave-economy/1/index.html" in changed
        assert "errata/index.html" not in changed
    finally:
        monkeypatch.undo()
        rendering.environment.cache_clear()


def test_a_page_by_hand_is_made_again_when_it_changes_and_goes_with_its_file(build: Build, kept: Path) -> None:
    page = kept / "docs" / "method.md"
    page.write_text(page.read_text("utf-8") + "\n改过的一段。\n", "utf-8")
    (kept / "docs" / "assets" / "images" / "new.svg").write_text("<svg/>", "utf-8")
    (kept / "site" / "stray.html").write_text("x", "utf-8")
    build_kept(of(build, kept))
    assert "改过的一段。" in (kept / "site" / "method" / "index.html").read_text("utf-8")
    assert (kept / "site" / "assets" / "images" / "new.svg").is_file() and not (kept / "site" / "stray.html").exists()


def test_the_long_way_again_after_the_short_one(build: Build, built: Path, kept: Path) -> None:
    by_halves(of(build, kept), MKDOCS)
    assert differing(built, kept / "site") == []


def test_everything_is_made_anew_with_templates_of_files_and_what_is_recorded_is_not_told_twice() -> None:
    code = rendering.TEMPLATES.parents[2]
    told = {path for path in code.rglob("*.j2") if kept_site.of_everything(path)}
    assert {path.parent.parent.name for path in told} >= {"word"}
    assert told == {path for path in code.rglob("*.j2") if path.parent != rendering.TEMPLATES}
