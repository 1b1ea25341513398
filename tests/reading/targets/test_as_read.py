"""Goals and bounds with every word of theirs, of the made-up cases and of the five texts: tests/said/targets/."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from build_scripts.reading.targets.targets_in_text import SeenLimit, SeenTarget, targets_and_limits
from build_scripts.sources.fold import fold
from tests.places import SOURCES
from tests.said import as_before

from .test_targets import CASES


def told(text: str) -> Iterator[str]:
    """A line for each goal or bound of a text: what is quoted, what it is about, where it holds, the figure, the date."""

    def words(at: object) -> str:
        return f"「{text[slice(*at)]}」" if at else "—"  # type: ignore[misc]

    for g in targets_and_limits(text, 0, len(text), ()):
        figure = f"{g.comparator or '—'} {g.value!r} {g.unit or '—'}{words(g.unit_at)}"
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


@pytest.mark.parametrize("source", SOURCES, ids=lambda p: p.stem)
def test_a_text_is_read_to_the_word(source: Path) -> None:
    text = fold(source.read_bytes().decode("utf-8"))
    as_before(f"targets/{source.stem}.txt", "".join(f"{line}\n" for line in told(text)))
