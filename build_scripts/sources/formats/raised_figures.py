"""Raised and lowered figures as characters of their own, so that 10² is not read as 102."""

from __future__ import annotations

_RAISED = dict(zip("0123456789+-=()−", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁼⁽⁾⁻", strict=True))
_LOWERED = dict(zip("0123456789+-=()−", "₀₁₂₃₄₅₆₇₈₉₊₋₌₍₎₋", strict=True))


def raised(text: str) -> str:
    """``text`` in superscript characters, or as it is where one of its characters has none.

    >>> raised("2"), raised("[1]")
    ('²', '[1]')
    """
    return _translated(text, _RAISED)


def lowered(text: str) -> str:
    """
    >>> "CO" + lowered("2")
    'CO₂'
    """
    return _translated(text, _LOWERED)


def _translated(text: str, table: dict[str, str]) -> str:
    return "".join(table[c] for c in text) if all(c in table for c in text) else text
