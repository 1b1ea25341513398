"""Nothing of a text is lost: the nodes of an outline, joined, are the source again."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from build_scripts.model import NODE_KINDS
from build_scripts.reading.reader import Reading, read

from ..places import SOURCES
from .made_up import policy


def assert_lossless(source: str, reading: Reading) -> None:
    """Every code point in exactly one node, in order, and every measure's text where it says."""
    assert "".join(n.at.of(source) for n in reading.nodes) == source
    ends = [n.at.end for n in reading.nodes]
    assert [n.at.start for n in reading.nodes] == [0, *ends[:-1]][: len(ends)]
    assert {n.kind for n in reading.nodes} <= set(NODE_KINDS)
    for measure in reading.measures:
        assert measure.at.of(source) == measure.text
        for duty in measure.responsibilities:
            assert "".join(duty.at.of(source).replace("\u200b", "").split()) == duty.name


@pytest.mark.parametrize("path", SOURCES, ids=lambda p: p.stem)
def test_the_five_texts_are_read_without_loss(path: Path) -> None:
    source = path.read_bytes().decode()
    assert_lossless(source, read(source))


@given(policy())
@settings(max_examples=150)
def test_made_up_policies_are_read_without_loss_and_with_all_their_measures(
    made: tuple[str, list[str], list[str]],
) -> None:
    source, refs, headings = made
    reading = read(source)
    assert_lossless(source, reading)
    assert [m.ref for m in reading.measures] == refs
    assert [m.heading for m in reading.measures] == headings


PIECES = st.sampled_from(
    [
        "一、",
        "(一)",
        "（二）",
        "1.",
        "(",
        "）",
        "〔",
        "责任单位:",
        "牵头",
        "省发展改革委、",
        "。",
        "\n",
        "\r\n",
        "　",
        "\u200b",
        "第三条 ",
        "《",
        "》",
        "附件:",
        "2022年3月1日",
        "政府",
        "到2026年",
        "突破800亿元",
        "关于",
        "意见",
        "各县区:",
        "①",
        "<b>",
        "{{ x }}",
        "等部门",
    ]
)


@given(st.lists(PIECES | st.text(alphabet="产业发展省市要和与等abc 12,.;:", max_size=6), max_size=60).map("".join))
@settings(max_examples=300)
def test_any_rubble_of_the_genre_is_read_without_loss(source: str) -> None:
    assert_lossless(source, read(source))


@given(st.text(max_size=300))
@settings(max_examples=200)
def test_any_text_at_all_is_read_without_loss(source: str) -> None:
    assert_lossless(source, read(source))
