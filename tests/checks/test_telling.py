"""What a command prints: each problem, then where each code is explained, once; the same for GitHub's runner."""

from __future__ import annotations

import pytest
import yaml

from build_scripts.checks.rules.vocabulary import KINDS
from build_scripts.checks.walking import called
from build_scripts.commands.command import say
from build_scripts.model import Agency, Jurisdiction, Line, Topic
from build_scripts.problems import Problem
from tests.places import ROOT

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


def test_without_an_address_the_list_of_codes_is_named_line_by_line(capsys: pytest.CaptureFixture[str]) -> None:
    say(PROBLEMS[:1])
    said = capsys.readouterr().err
    assert "127.0.0.1" not in said
    path, _, line = said.splitlines()[-1].strip().partition(":")
    assert (ROOT / path).read_text(encoding="utf-8").splitlines()[int(line) - 1].strip() == "- code: topic-unknown"


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


PLACE = Jurisdiction("zhangye", "620700", "张掖市", "张掖", "prefecture")
TOPIC = Topic("investment", "招商引资", "Investment", "d")
BODY = Agency("gansu-commerce", "甘肃省商务厅", "gansu", "government", "commerce", ("省商务厅",))
LINE = Line("commerce", "商务", "Commerce")


@pytest.mark.parametrize(
    ("word", "among", "said"),
    [
        ("张掖市", [PLACE], "张掖市 的 id 是 zhangye"),
        ("张掖", [PLACE], "张掖 的 id 是 zhangye"),
        ("招商引资", [TOPIC], "招商引资 的 id 是 investment"),
        ("招商", [TOPIC], "最接近的：investment"),
        ("省商务厅", [BODY], "省商务厅 的 id 是 gansu-commerce"),
        ("商务", [LINE], "商务 的 id 是 commerce"),
        ("investmen", [TOPIC], "最接近的：investment"),
        ("农业", [TOPIC], ""),
    ],
)
def test_a_chinese_name_leads_to_the_id(word: str, among: list[object], said: str) -> None:
    assert called(word, among) == said


def test_kinds_of_bodies_are_called_what_pages_call_them() -> None:
    words = yaml.safe_load((ROOT / "build_scripts/publishing/text/wording/codes.yml").read_text(encoding="utf-8"))
    assert dict(KINDS) == words["agency_kinds"]
    page = (ROOT / "docs" / "contribute.md").read_text(encoding="utf-8")
    assert all(f"`{kind}` {name}" in page for kind, name in KINDS.items())
