"""What a command prints: each problem, then where each code is explained, once; the same for GitHub's runner."""

from __future__ import annotations

import pytest

from build_scripts.commands.command import say
from build_scripts.problems import Problem
from build_scripts.publishing.settings import Site

SITE = "https://policy.example.test/sub"
PROBLEMS = [
    Problem("structured/records/a.yml", 4, 3, "topic-unknown", "没有 x 这个专题", "可用的专题见 topics.yml"),
    Problem("structured/records/b.yml", 9, 3, "topic-unknown", "没有 y 这个专题"),
    Problem("structured/records/b.yml", 2, 3, "doubt-date", "日期可疑", severity="warning"),
]


@pytest.fixture(autouse=True)
def elsewhere(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("SITE_URL", "GITHUB_ACTIONS"):
        monkeypatch.delenv(name, raising=False)


def test_each_code_ends_once_in_the_address_of_its_page(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("SITE_URL", SITE)
    assert say(PROBLEMS) == 1
    said = capsys.readouterr()
    assert [line.strip() for line in said.err.splitlines()[-2:]] == [
        f"{SITE}/problems/#topic-unknown",
        f"{SITE}/problems/#doubt-date",
    ]
    assert said.err.count("/problems/#") == 2 and said.out == ""


def test_on_one_s_own_machine_the_page_is_where_make_serve_shows_it(capsys: pytest.CaptureFixture[str]) -> None:
    say(PROBLEMS[:1])
    assert f"{Site.url}problems/#topic-unknown" in capsys.readouterr().err


def test_nothing_wrong_says_nothing(capsys: pytest.CaptureFixture[str]) -> None:
    assert say([]) == 0
    assert capsys.readouterr() == ("", "")


@pytest.mark.parametrize(("site", "leads"), [(SITE, True), ("", False)], ids=["published", "no address"])
def test_an_annotation_leads_to_the_page_where_the_site_has_an_address(
    site: str, leads: bool, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("GITHUB_ACTIONS", "true")
    monkeypatch.setenv("SITE_URL", site)
    say(PROBLEMS[:1])
    (line,) = capsys.readouterr().out.splitlines()
    assert line.startswith("::error file=structured/records/a.yml,line=4")
    assert line.endswith(f"%0A{SITE}/problems/#topic-unknown") == leads
