"""Every writer of a build by itself: it reads what it says it reads, and writes where it says it writes."""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterator
from dataclasses import fields, replace
from pathlib import Path
from typing import Any

import pytest

from build_scripts.model import Permalink
from build_scripts.publishing.building.after_generator import AFTER, UNUSED
from build_scripts.publishing.building.before_generator import BEFORE, write_before
from build_scripts.publishing.building.build_inputs import Build, Refused
from build_scripts.publishing.building.build_step import Writer
from build_scripts.publishing.index.lookups import Index
from tests.restored import Restored

EVERY = [pytest.param(w, half, id=w.name) for half, writers in (("docs", BEFORE), ("site", AFTER)) for w in writers]
FIELDS = {f.name for f in fields(Build)}


class Only:
    """A build of which nothing but the named fields can be read."""

    def __init__(self, build: Build, names: tuple[str, ...]) -> None:
        self._build, self._names = build, names

    def __getattr__(self, name: str) -> Any:
        assert name in self._names, f"it reads {name} too"
        return getattr(self._build, name)


def pattern(glob: str) -> str:
    """A writer's pattern as a regular expression."""
    return "".join({"**": ".*", "*": "[^/]*"}.get(p) or re.escape(p) for p in re.split(r"(\*\*|\*)", glob))


def stands(writer: Writer, path: str) -> bool:
    return any(re.fullmatch(pattern(glob), path) for glob in writer.writes)


def contents(folder: Path) -> dict[str, bytes]:
    return {p.relative_to(folder).as_posix(): p.read_bytes() for p in folder.rglob("*") if p.is_file()}


@pytest.fixture(scope="module")
def copied(build: Build, built: Path, tmp_path_factory: pytest.TempPathFactory) -> Restored:
    return Restored(shutil.copytree(build.root, tmp_path_factory.mktemp("built") / "tree", symlinks=True))


@pytest.fixture
def tree(copied: Restored) -> Iterator[Path]:
    """The tree of the small corpus with the pages and the site that were built of it."""
    yield copied.path
    copied.put_back()


@pytest.mark.parametrize(("writer", "half"), EVERY)
def test_a_writer_reads_and_writes_what_it_says(writer: Writer, half: str, build: Build, tree: Path) -> None:
    assert set(writer.reads) <= FIELDS
    folder = tree / half
    for path in contents(folder):
        if stands(writer, path) and not path.endswith((".html", ".md")):
            (folder / path).unlink()
    before = contents(folder)
    writer.run(Only(replace(build, root=tree), writer.reads), folder)  # type: ignore[arg-type]
    after = contents(folder)
    touched = {path for path in before.keys() | after.keys() if before.get(path) != after.get(path)}
    assert [path for path in sorted(touched) if not stands(writer, path)] == []


def test_the_pattern_of_a_writer_is_told_by_slashes() -> None:
    writer = Writer("x", (), ("data/*.xml", "cite/**"), lambda build, folder: None)
    assert [stands(writer, p) for p in ("data/a.xml", "data/b/a.xml", "cite/a/b.ris", "a.xml")] == [
        True,
        False,
        True,
        False,
    ]


def test_no_two_writers_have_one_name() -> None:
    names = [w.name for w in (*BEFORE, *AFTER)]
    assert len(names) == len(set(names))


def test_both_halves_again_over_a_finished_site_change_nothing(build: Build, tree: Path) -> None:
    """The second half over its own work too: a site can be finished twice."""
    again = replace(build, root=tree)
    for half, writers in (("docs", BEFORE), ("site", AFTER)):
        before = contents(tree / half)
        for writer in writers:
            writer.run(again, tree / half)
        after = contents(tree / half)
        assert [p for p in sorted(before.keys() | after.keys()) if before.get(p) != after.get(p)] == []


def test_what_a_theme_ships_and_no_page_asks_for_goes(built: Path) -> None:
    assert [name for name in UNUSED if (built / name).exists()] == []
    assert (built / "assets" / "js" / "site.js").is_file()


def test_a_build_is_refused_that_loses_an_address_or_adds_one(build: Build, tree: Path) -> None:
    lost = Permalink("/topics/lost/", "topic", "2026-11-21")
    index = Index(replace(build.index.corpus, permalinks=(lost,)))
    with pytest.raises(Refused) as refused:
        write_before(replace(build, root=tree, index=index), tree / "docs")
    assert {p.code for p in refused.value.problems} == {"address-vanished", "address-unregistered"}
    assert "/topics/lost/" in str(refused.value) and str(refused.value).startswith("地址登记册与页面不符：\n")


def test_the_essays_of_the_project_itself_are_no_pages(build: Build, tree: Path) -> None:
    """docs/decisions and docs/architecture: neither page nor address (mkdocs.yml leaves out the same folders)."""
    from build_scripts.publishing.address_register.register import UNPUBLISHED, published

    (tree / "docs" / "decisions").mkdir(exist_ok=True)
    (tree / "docs" / "decisions" / "x.md").write_text("# x\n", "utf-8")
    assert not [p for p in published(tree / "docs") if p.startswith("decisions")]
    excluded = re.search(r"^exclude_docs: \|\n((?:  .*\n)+)", (tree / "mkdocs.yml").read_text("utf-8"), re.M)
    assert excluded and {f"  /{folder}" for folder in UNPUBLISHED} <= set(excluded[1].splitlines())
