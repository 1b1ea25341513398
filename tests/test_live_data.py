"""The data of the repository as they stand: what holds of any sound corpus, however many documents it has.

What is right but not as ``make fix`` would write it, or waits for a person, is told as a warning and fails nothing.
"""

from __future__ import annotations

import shutil
import warnings
from pathlib import Path

import yaml

from build_scripts.checks.checked_corpus import load_corpus
from build_scripts.extracting import extract
from build_scripts.fixing import canonical
from build_scripts.locating.loading import load
from build_scripts.model import Corpus
from build_scripts.problems import errors
from build_scripts.publishing.citing.items import dataset
from build_scripts.publishing.settings import Site
from build_scripts.sources.fold import fold
from build_scripts.store.edition import load_edition
from build_scripts.store.paths import Layout

from .remembering import remembering


def test_the_checks_find_no_error(root: Path) -> None:
    with remembering():
        _, problems = load_corpus(root)
    wrong = errors(problems)
    for problem in problems:
        if problem not in wrong:
            warnings.warn(str(problem), stacklevel=1)
    assert wrong == [], "\n".join(map(str, wrong))


def test_what_is_not_in_canonical_form_is_told(root: Path) -> None:
    """A right correction may stand in any order of keys and any quoting: ``make fix`` formats it."""
    files = canonical(load(root))
    assert files
    for path, text in files.items():
        if path.read_bytes().decode() != text:
            warnings.warn(f"{path.relative_to(root)}：不是规范写法，运行 make fix", stacklevel=1)


def test_reading_a_second_time_changes_nothing(root: Path, tmp_path: Path) -> None:
    shutil.copytree(root / "structured", tmp_path / "structured")
    first = extract(tmp_path)
    assert errors(first.problems) == []
    assert first.documents == len(list(Layout(root).records.glob("*.yml")))
    assert extract(tmp_path).written == []


def test_every_synonym_group_can_help(live: Corpus) -> None:
    """Each group has a term that the texts use."""
    everything = "".join(fold(source) for source in live.sources.values())
    assert [g.terms for g in live.vocabulary.synonyms if not any(t in everything for t in g.terms)] == []


def test_the_edition_is_told_where_changes_are_and_where_it_is_cited(root: Path) -> None:
    edition, _ = load_edition(Layout(root))
    assert edition is not None
    version, released = edition.version, edition.released
    assert f"## {version}（{released}）" in (root / "docs" / "data" / "changes.md").read_text("utf-8")
    assert f"### {version} ({released})" in (root / "CHANGELOG.md").read_text("utf-8")
    cited = yaml.safe_load((root / "CITATION.cff").read_text("utf-8"))
    assert (cited["version"], cited["date-released"].isoformat()) == (version, released)
    item = dataset(Site("https://policy.example/", version=version, released=released, dataset=edition.title))
    assert (cited["title"], [{"literal": a["name"]} for a in cited["authors"]]) == (item["title"], item["author"])
