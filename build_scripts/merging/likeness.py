"""How alike two texts are, by the pairs of characters they share."""

from __future__ import annotations

from collections import Counter


def pairs(text: str) -> Counter[str]:
    """The pairs of neighbouring characters of a text, white space left out."""
    bare = "".join(text.split())
    return Counter(bare[i : i + 2] for i in range(len(bare) - 1)) if len(bare) > 1 else Counter([bare] if bare else [])


def likeness(a: Counter[str], b: Counter[str]) -> float:
    """Dice's coefficient of two bags of pairs: 0 for nothing in common, 1 for the same.

    >>> likeness(pairs("完善设施"), pairs("完善 设施")), likeness(pairs("完善设施"), pairs("优化服务"))
    (1.0, 0.0)
    """
    size = a.total() + b.total()
    return 2 * (a & b).total() / size if size else 0.0
