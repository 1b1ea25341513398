"""Which generator stands between the halves of a build, and what is said where none can."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from build_scripts.publishing.building import site_generators
from build_scripts.publishing.building.before_all_after import finish
from build_scripts.publishing.building.site_generators import MKDOCS, NoSite, chosen, render
from build_scripts.publishing.settings import Site, read_site


def test_without_a_word_it_is_mkdocs() -> None:
    assert chosen({}) == chosen({"ENGINE": ""}) == MKDOCS


def test_an_unknown_generator_is_refused_in_one_line_that_names_the_known() -> None:
    with pytest.raises(NoSite) as refused:
        chosen({"ENGINE": "hugo"})
    assert str(refused.value) == "ENGINE=hugo：没有这个生成器；可用的是 mkdocs、zensical"


def test_a_generator_that_is_not_installed_names_the_mend(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(site_generators, "find_spec", lambda name: None)
    with pytest.raises(NoSite) as refused:
        chosen({"ENGINE": "zensical"})
    assert str(refused.value) == "没有安装 zensical：先 make zensical"


def test_a_page_that_cannot_be_built_says_why_and_the_settings_stay_as_they_were(tmp_path: Path) -> None:
    (tmp_path / "docs").mkdir()
    (tmp_path / "docs" / "index.md").write_text("# 题\n\n[去](nowhere.md)\n", "utf-8")
    (tmp_path / "mkdocs.yml").write_text("site_name: x\nstrict: true\nsite_url: !ENV SITE_URL\n", "utf-8")
    before = dict(os.environ)
    with pytest.raises(NoSite, match=r"(?s)nowhere\.md.*mkdocs："):
        render(MKDOCS, tmp_path, Site("https://policy.example/"))
    assert dict(os.environ) == before


def test_nothing_is_finished_where_nothing_was_built(tmp_path: Path) -> None:
    with pytest.raises(NoSite, match="还没有 site/"):
        finish(tmp_path)


@pytest.mark.parametrize(
    ("given", "url"),
    [
        ("https://policy.example/sub", "https://policy.example/sub/"),
        ("https://policy.example/", "https://policy.example/"),
        ("", Site.url),
    ],
)
def test_the_address_of_the_site_comes_from_the_environment(
    given: str, url: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SITE_URL", given)
    assert read_site(tmp_path).url == url
    assert read_site(tmp_path, "https://other.example/").url == "https://other.example/"
