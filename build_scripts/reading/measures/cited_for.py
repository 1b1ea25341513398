"""For what a document is cited: because the text acts on it (basis), or only named (mention)."""

from __future__ import annotations

from ...model import CitedFor
from ..word_table import WordTable
from .cited_words import AS_GROUND, BASIS, CLAUSE, LISTED, MENTION

_BEFORE = 400  # how far back the clause and the list before a citation are looked for


def cited_for(text: str, start: int, end: int) -> CitedFor:
    """``text`` is folded, ``text[start:end]`` the 《title》. The last word of either table in its clause decides.

    >>> said = "根据国务院《甲办法》和《乙办法》,修订《丙办法》。"
    >>> [cited_for(said, said.find(t), said.find(t) + 5) for t in ("《甲", "《乙", "《丙")]
    ['basis', 'basis', 'mention']
    """
    if AS_GROUND.regex.match(text, end):
        return "basis"
    before = text[max(0, start - _BEFORE) : start]
    listed = LISTED.search(before)
    before = before[: listed.start()] + listed["rest"] if listed else before
    clause = CLAUSE.split(before)[-1]
    return "basis" if _last(BASIS, clause) > _last(MENTION, clause) else "mention"


def _last(table: WordTable, clause: str) -> int:
    """Where the last of a table's words ends in a clause; -1 where there is none."""
    return max((m.end() for m in table.regex.finditer(clause)), default=-1)
