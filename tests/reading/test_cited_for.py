"""For what a document is cited: tables of words with examples on both sides, and whole sentences."""

from __future__ import annotations

import re

import pytest

from build_scripts.reading.measures import cited_words
from build_scripts.reading.measures.cited_for import cited_for
from build_scripts.sources.fold import fold


@pytest.mark.parametrize("name", ["BASIS", "MENTION", "AS_GROUND"])
def test_tables_match_their_examples(name):
    table = getattr(cited_words, name)
    assert [e for e in table.examples if not table.regex.match(e)] == []
    assert [c for c in table.counterexamples if table.regex.match(c)] == []
    assert [p for p in table.patterns if not any(re.match(p, e) for e in table.examples)] == []


def relations(said: str) -> list[str]:
    text = fold(said)
    return [cited_for(text, m.start(), m.end()) for m in re.finditer("《[^《》]+》", text)]


@pytest.mark.parametrize(
    "said",
    [
        "为深入贯彻落实《国务院办公厅关于甲的意见》（国办发〔2014〕54号），现提出如下意见。",
        "為貫徹落實《國務院辦公廳關於甲的意見》精神，制定本意見。",
        "根据国家发展改革委等部门《甲办法》，结合我省实际。",
        "依据《城乡规划法》有关规定，将园区纳入规划。",
        "从严执行《甲目录（试行）》。",
        "以《甲纲要》（国发〔2020〕1号）为指导，推进各项工作。",
        "按《甲标准》建设。",
        "根据工作需要，按照《甲办法》执行。",
    ],
)
def test_what_the_text_acts_on_is_its_basis(said):
    assert relations(said) == ["basis"]


@pytest.mark.parametrize(
    "said",
    [
        "抓紧修订《甲办法》。",
        "根据工作需要修订《甲办法》。",
        "《甲办法》已经市政府同意。",
        "将园区纳入《甲目录》。",
        "参照《甲办法》执行。",
        "按期完成《甲规划》。",
        "依托《甲日报》开展宣传。",
        "贯彻新发展理念，印发《甲方案》。",
    ],
)
def test_what_is_only_spoken_of_is_mentioned(said):
    assert relations(said) == ["mention"]


def test_what_is_said_of_the_first_is_said_of_all_in_a_list():
    assert relations("根据《甲法》、《乙法》(国发〔2020〕1号)和省政府《丙办法》,出台《丁细则》。") == [
        *["basis"] * 3,
        "mention",
    ]
