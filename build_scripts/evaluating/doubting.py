"""Whether doubt rises where a reading is poor: known texts, damaged in known ways, read and compared with their golds."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from ..model import Vocabulary
from ..problems import errors, grave
from ..reading.reader import read
from .damaging import DAMAGES

POOR, SOUND = 0.8, 0.95
"""Below the first F1 of the entries' numbers a reading is poor, above the second it is sound."""
CAVEAT = (
    "把有标注的五份文件按几种转换里常见的毛病改坏（编号丢失、变了写法、分行丢失），再照读；"
    "读出的条目编号与标注相比，F1 低于 0.8 的算读坏，高于 0.95 的算读好。真的文件坏法还要多，这里的数字会偏高。"
)


@dataclass(frozen=True)
class Judged:
    """One reading: F1 of its entries' numbers against the gold, and whether it was refused: in grave doubt or in error."""

    document: str
    damage: str | None
    f1: float
    doubted: bool


@dataclass(frozen=True)
class Rate:
    """``doubted`` of ``readings`` raised grave doubt."""

    readings: int = 0
    doubted: int = 0

    @property
    def share(self) -> float | None:
        return self.doubted / self.readings if self.readings else None


def judge(document: str, damage: str | None, text: str, entries: Iterable[str], vocabulary: Vocabulary) -> Judged:
    """Read a text and compare the numbers of its entries with those it has.

    >>> judge("a", None, "一、甲事。做好。\\n二、乙事。做好。", ["1", "2"], Vocabulary()).f1
    1.0
    """
    reading = read(text, "", vocabulary)
    found, wanted = {m.ref for m in reading.measures}, set(entries)
    f1 = 2 * len(found & wanted) / (len(found) + len(wanted)) if found or wanted else 1.0
    return Judged(document, damage, f1, bool(grave(list(reading.doubts)) or errors(list(reading.problems))))


def judged(texts: Mapping[str, tuple[str, tuple[str, ...]]], vocabulary: Vocabulary) -> Iterator[Judged]:
    """Every text as it is and in each way damaged; a damage that changes nothing is left out."""
    for document, (text, entries) in texts.items():
        yield judge(document, None, text, entries, vocabulary)
        for name, damage in DAMAGES:
            if (damaged := damage(text)) != text:
                yield judge(document, name, damaged, entries, vocabulary)


def rates(readings: Iterable[Judged]) -> tuple[Rate, Rate]:
    """Of the poor readings and of the sound ones.

    >>> rates([Judged("a", None, 1.0, False), Judged("a", "x", 0.2, True), Judged("a", "y", 0.9, True)])
    (Rate(readings=1, doubted=1), Rate(readings=1, doubted=0))
    """
    seen = list(readings)
    poor = [r for r in seen if r.f1 < POOR]
    sound = [r for r in seen if r.f1 > SOUND]
    return Rate(len(poor), sum(r.doubted for r in poor)), Rate(len(sound), sum(r.doubted for r in sound))


def as_figures(readings: Iterable[Judged]) -> dict[str, Any]:
    """The figures as they are kept in structured/evaluation.json; what was missed is named."""
    seen = list(readings)
    poor, sound = rates(seen)

    def plain(rate: Rate) -> dict[str, int | float | None]:
        share = None if rate.share is None else round(rate.share, 3)
        return {"readings": rate.readings, "doubted": rate.doubted, "share": share}

    missed = [f"{r.document}：{r.damage or '原样'}" for r in seen if r.f1 < POOR and not r.doubted]
    return {"caveat": CAVEAT, "poor": plain(poor), "sound": plain(sound), "missed": missed}
