"""How far two independent readings of topics, alignments, relations and bodies agree, as they stood before settling.

A cell differs in the *main thing* (the primary topic; counterpart or none; relation or none; one body or several) or in a
*detail* (other topics; how strong; which relation; which official name). Agreement and kappa are of what ``state`` says.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from ..model import COLLECTIVE, NONE, UNLISTED, JudgedKind, JudgedTwice, differ
from .agreement_on_answers import cohen

Verdict = tuple[str, ...]
READINGS_CAVEAT = (
    "两遍都是本项目自己读的，互不相看，没有署名的专家；数字是定案以前的，定案不会使它变小。两遍一致也可能一起错。"
)
"""Kept with the figures wherever they are shown."""


@dataclass(frozen=True)
class Agreed:
    """Of one kind: ``states`` counts each pair of states; ``main`` and ``detail`` how many cells differ in which.

    ``passed`` pairs were passed over by the first reader and drawn for the second, who found ``found`` counterparts among
    them: they are no cells. ``settled`` says how often which reading stands; ``open`` cells (of both sorts) are not settled.
    """

    of: JudgedKind
    states: Mapping[tuple[str, str], int] = field(default_factory=dict)
    main: int = 0
    detail: int = 0
    passed: int = 0
    found: int = 0
    settled: Mapping[str, int] = field(default_factory=dict)
    open: int = 0

    @property
    def cells(self) -> int:
        return sum(self.states.values())

    @property
    def agreement(self) -> float:
        """The share of cells in the same state."""
        return sum(n for (a, b), n in self.states.items() if a == b) / self.cells if self.cells else 1.0

    @property
    def kappa(self) -> float | None:
        return cohen(self.states)

    @property
    def divergence(self) -> float:
        """The share of cells that differ in anything."""
        return (self.main + self.detail) / self.cells if self.cells else 0.0


def state(of: str, verdict: Verdict) -> str:
    """What agreement and kappa are of: the primary topic, the strength, the relation, one body or several."""
    if of == "agencies":
        return COLLECTIVE if verdict == (COLLECTIVE,) else "single"
    return verdict[0] if verdict else ""


def agreed(judged: Iterable[JudgedTwice]) -> list[Agreed]:
    """Of each kind that was read twice."""
    return [_of(each) for each in judged]


def _of(judged: JudgedTwice) -> Agreed:
    seconds = {j.key: j.verdict for j in judged.second.judgements}
    both = [(j.key, j.verdict, seconds[j.key]) for j in judged.first.judgements if j.key in seconds]
    cells = [(a, b) for _, a, b in both if a != (UNLISTED,)]
    drawn = [b for _, a, b in both if a == (UNLISTED,)]
    differing = [(a, b) for a, b in cells if differ(judged.of, a, b)]
    main = sum(_plainer(judged.of, a) != _plainer(judged.of, b) for a, b in differing)
    known = {key for key, a, b in both if differ(judged.of, a, b)}
    done = [s for s in judged.settled.judgements if s.key in known]
    return Agreed(
        judged.of,
        Counter((state(judged.of, a), state(judged.of, b)) for a, b in cells),
        main,
        len(differing) - main,
        len(drawn),
        sum(b != (NONE,) for b in drawn),
        Counter(s.settled for s in done),
        len(known) - len({s.key for s in done}),
    )


def _plainer(of: str, verdict: Verdict) -> str:
    """The main thing of a verdict: whether there is any counterpart or relation, else its state."""
    if of in ("alignments", "relations"):
        return NONE if verdict[:1] == (NONE,) else "some"
    return state(of, verdict)


def as_figures(readings: Iterable[Agreed]) -> dict[str, Any]:
    """The figures as they are kept, by what was judged, with what they can and cannot say; rates of four decimals."""
    return {"caveat": READINGS_CAVEAT} | {a.of: _figures(a) for a in readings}


def _figures(a: Agreed) -> dict[str, Any]:
    return {
        "n": a.cells,
        "agreement": round(a.agreement, 4),
        "kappa": None if a.kappa is None else round(a.kappa, 4),
        "divergence": round(a.divergence, 4),
        "main": a.main,
        "detail": a.detail,
        "passed_over": a.passed,
        "found_among_them": a.found,
        "settled": {name: a.settled.get(name, 0) for name in ("first", "second", "new")},
        "open": a.open,
    }
