"""Goals and bounds with every word of theirs, of the made-up cases and of the five texts: tests/said/targets/."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from build_scripts.reading.targets.seen import SeenLimit, SeenTarget
from build_scripts.reading.targets.targets_in_text import (
    limits_in,
    targets_and_limits,
    targets_in,
    thresholds,
)
from build_scripts.sources.fold import fold
from build_scripts.sources.folded_view import Stretch
from tests.places import SOURCES
from tests.said import as_before

from .test_targets import CASES


def told(text: str) -> Iterator[str]:
    """A line for each goal or bound of a text: what is quoted, what it is about, where it holds, the figure, the date."""

    def words(at: object) -> str:
        return f"「{text[slice(*at)]}」" if at else "—"  # type: ignore[misc]

    for g in targets_and_limits(text, 0, len(text), ()):
        figure = f"{g.comparator or '—'} {g.value!r}{f'—{g.to!r}' if g.to is not None else ''} {g.unit or '—'}{words(g.unit_at)}"
        if isinstance(g, SeenLimit):
            yield f"{g.kind} {words(g.quote)} 关于{words(g.of)} {figure}"
        assert isinstance(g, (SeenLimit, SeenTarget))
        if isinstance(g, SeenTarget):
            more = "".join(w for w, so in (("力争 ", g.aspirational), ("每年 ", g.per), ("单位不明 ", g.unknown)) if so)
            date = f"{g.deadline or '—'}{words(g.date)}"
            yield f"目标 {words(g.quote)} 关于{words(g.indicator)} 在{words(g.scope)} {figure} 到 {date} {more}".rstrip()


def test_the_cases_are_read_to_the_word() -> None:
    texts = [fold(case["text"]) for case in CASES]
    as_before("targets/cases.txt", "".join(f"{t}\n" + "".join(f"  {line}\n" for line in told(t)) for t in texts))


MORE = (Path(__file__).parents[2] / "cases" / "targets-as-read.txt").read_text("utf-8").splitlines()
"""Further texts, each with turns that few others have; what is read of them stands in tests/said/targets/more.txt."""


@pytest.mark.parametrize("text", MORE, ids=range(1, len(MORE) + 1))
def test_what_stands_after_a_stretch_is_not_read_with_it(text: str) -> None:
    for end in range(1, len(text)):
        assert list(targets_and_limits(text, 0, end, ())) == list(targets_and_limits(text[:end], 0, end, ()))


def test_what_stands_before_a_stretch_or_is_to_be_skipped_is_not_read() -> None:
    before, skipped, after = (
        "对产值5亿元以上的企业。\n",
        "到2030年,建成园区90个。",
        "到2027年,建成园区10个,道路达到5公里。",
    )
    text = before + skipped + after
    start, middle = len(before), len(before) + len(skipped)
    alone = [t.value for t in targets_in(after, 0, len(after))]
    for skip in (
        (Stretch(start, middle),),
        (Stretch(middle - 3, middle), Stretch(start, middle)),
        (Stretch(0, middle),),
    ):
        assert [t.value for t in targets_in(text, start, len(text), skip)] == alone == [10, 5]
    assert [t.value for t in targets_in(text, start, len(text), (Stretch(middle, len(text) + 9),))] == [90]
    assert [b.value for b in limits_in(text, 0, len(text), (Stretch(start, middle),))] == [5]
    assert [text[slice(*t)] for t in thresholds(text, 0, len(text))] == ["产值5亿元以上"]
    assert (
        limits_in(text, 0, len(text), (Stretch(0, start),))
        == thresholds(text, 0, len(text), (Stretch(0, start),))
        == []
    )


def test_the_turns_of_further_texts_are_read_to_the_word() -> None:
    as_before("targets/more.txt", "".join(f"{t}\n" + "".join(f"  {line}\n" for line in told(t)) for t in MORE))


@pytest.mark.parametrize("source", SOURCES, ids=lambda p: p.stem)
def test_a_text_is_read_to_the_word(source: Path) -> None:
    text = fold(source.read_bytes().decode("utf-8"))
    as_before(f"targets/{source.stem}.txt", "".join(f"{line}\n" for line in told(text)))
