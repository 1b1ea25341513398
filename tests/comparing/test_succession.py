"""Bodies through time: the printed name stays, what it is now stands beside it."""

from __future__ import annotations

import pytest

from build_scripts.comparing.succession_of_bodies import Succession
from build_scripts.model import Agency, Corpus, Event, FactSource, Vocabulary

SEEN = FactSource("某公告", "2026-11-26", "改名的日子", "primary")


@pytest.mark.parametrize(
    ("printed", "now"),
    [
        ("省工信委", ["省工信厅"]),
        ("省国土资源厅", ["省自然资源厅"]),
        ("省环保厅", ["省生态环境厅"]),
        ("省质监局", ["省市场监管局"]),
        ("省工商局", ["省市场监管局"]),
        ("甘肃出入境检验检疫局", ["兰州海关"]),
        ("省国税局", ["省税务局"]),
        ("省地税局", ["省税务局"]),
        ("省乡村振兴局", ["省农业农村厅"]),
        ("市乡村振兴局", ["市农业农村局"]),
        ("省政府金融办", ["省地方金融监管局"]),
        ("省发展改革委", []),
        ("省发展改革", []),
        ("省建设厅", []),
    ],
)
def test_what_became_of_a_printed_name(printed: str, now: list[str], corpus: Corpus) -> None:
    agency = next(
        a for a in corpus.vocabulary.agencies if printed in a.names and a.jurisdiction in ("gansu", "zhangye")
    )
    today = Succession(corpus.vocabulary).today(agency.id)
    assert [any(name in s.agency.names for s in today) for name in now] == [True] * len(now)
    assert len(today) == len(now)


def test_two_bodies_make_one(corpus: Corpus) -> None:
    found = {a.name for a in Succession(corpus.vocabulary).predecessors("gansu-market-regulation")}
    assert {"甘肃省质量技术监督局", "甘肃省工商行政管理局"} <= found


def body(name: str, *events: Event) -> Agency:
    return Agency(name, name, "gansu", "government", "x", events=events)


def test_a_line_of_several_steps_is_verified_only_if_every_step_is() -> None:
    line = Succession(
        Vocabulary(
            agencies=(
                body("a", Event("rename", to=("b",), sources=(SEEN,))),
                body("b", Event("merge", to=("c",))),
                body("c"),
            )
        )
    )
    assert [(s.agency.id, s.verified) for s in line.today("a")] == [("c", False)]
    assert [(s.agency.id, s.verified) for s in line.today("b")] == [("c", False)]
    assert [a.id for a in line.predecessors("c")] == ["b", "a"]


def test_a_transfer_of_part_of_the_duties_ends_no_body() -> None:
    line = Succession(Vocabulary(agencies=(body("a", Event("transfer", to=("b",))), body("b"))))
    assert line.today("a") == ()
    assert line.predecessors("b") == ()


def test_a_loop_comes_to_an_end() -> None:
    line = Succession(
        Vocabulary(agencies=(body("a", Event("rename", to=("b",))), body("b", Event("rename", to=("a",)))))
    )
    assert [s.agency.id for s in line.today("a")] == ["b"]
