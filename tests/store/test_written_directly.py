"""What is written directly is to the letter what PyYAML's emitter writes; what it might not be is left to that."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from build_scripts.fixing import canonical
from build_scripts.locating.loading import load
from build_scripts.store.yaml_writing.styles import Block, Flow, FlowList
from build_scripts.store.yaml_writing.written_directly import Unusual, written
from build_scripts.store.yaml_writing.yaml_dump import emitted
from tests.places import FROZEN
from tests.store.test_round_trip import AWKWARD

MARKS = [
    *"-?:#,[]{}&*!|>'\"%@`~=<. ",
    "---",
    "...",
    ": ",
    " #",
    "- ",
    "\n",
    "\t",
    "\u2028",
    "\x85",
    "\ufeff",
    "\xa0",
    "𠮷",
]
WORDS = [
    "甲",
    "乙方",
    "a",
    "no",
    "on",
    "null",
    "1",
    "3.10",
    "1_000",
    "0x1F",
    "1:30",
    "2022-03-01",
    "1e3",
    "+.5",
    ".inf",
]
strings = (
    st.sampled_from(AWKWARD)
    | st.lists(st.sampled_from([*MARKS, *WORDS]), max_size=5).map("".join)
    | st.text(max_size=8)
    | st.sampled_from(WORDS)
)
scalars = strings | st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False)
keys = st.sampled_from(["id", "a_b", "text", "of", "no", "y", "null", "1", "两", "a b"])


def flows(inner: st.SearchStrategy) -> st.SearchStrategy:
    return st.dictionaries(keys, inner, max_size=3) | st.lists(inner, max_size=3)


in_line = st.recursive(scalars, flows, max_leaves=6)
leaves = (
    scalars
    | strings.filter(bool).map(Block)
    | st.dictionaries(keys, in_line, max_size=3).map(Flow)
    | st.lists(strings, max_size=3).map(FlowList)
)
values = st.recursive(leaves, flows, max_leaves=8)
files = st.dictionaries(keys, values, max_size=4) | st.lists(values, max_size=4)


@given(files)
def test_it_is_what_the_emitter_writes(value: object) -> None:
    try:
        text = written(value)
    except Unusual:
        return
    assert text == emitted(value)


@pytest.mark.parametrize("around", ["{}", "甲{}", "{}甲", "甲 {}", "{} 甲", "甲{}甲"])
def test_a_string_is_written_so_wherever_it_stands(around: str) -> None:
    compared = 0
    for said in map(around.format, (*AWKWARD, *MARKS, *WORDS)):
        for value in ({"id": said}, [said], {"id": Flow(id=said)}, {"id": FlowList([said])}, [{"text": Block(said)}]):
            try:
                direct = written(value)
            except Unusual:
                continue
            assert direct == emitted(value)
            compared += 1
    assert compared > 100


def test_nearly_every_file_is_written_directly(monkeypatch: pytest.MonkeyPatch) -> None:
    left = []
    monkeypatch.setattr("build_scripts.store.yaml_writing.yaml_dump.emitted", lambda value: left.append(value) or "")
    assert len(left) * 20 < len(canonical(load(FROZEN)))


@pytest.mark.parametrize(
    "value",
    [
        *({"id": "a\tb"}, {"id": "甲\n乙"}, {"text": Block("甲\n\n乙")}, {"id": 1.5}, [["甲"]], {"no": "甲"}, {}, "甲"),
        {"id": "甲" * 200_000},
        {"id": FlowList(["甲乙"] * 50_000)},
    ],
    ids=lambda value: repr(value)[:20],
)
def test_the_unusual_is_left_to_the_emitter(value: object) -> None:
    with pytest.raises(Unusual):
        written(value)
