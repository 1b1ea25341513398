"""What stands above the measures: title, number, issuers, addressees, preamble."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field

from ...sources.folded_view import Stretch
from ..lines.unwrap import SourceLine
from . import document_words as dw
from .glued_lines import cut_lines
from .line_kinds import Piece, is_signature, plain_kind, printed_by
from .number_and_title_on_one_line import apart
from .title_lines import title_rows

_RED_HEAD = re.compile(rf".{{2,40}}{dw.ISSUER_END} *文件")


@dataclass
class Above:
    """The lines above the first measure, and the kinds told so far (None: not yet)."""

    words: list[str]
    kinds: list[str | None]
    earliest: dict[str, int] = field(default_factory=dict)

    def put(self, i: int, kind: str) -> None:
        """Tell line ``i``."""
        self.kinds[i] = kind
        self.earliest[kind] = min(i, self.earliest.get(kind, i))

    def first(self, kind: str, before: int) -> bool:
        """Whether a line above line ``before`` is of a kind."""
        return self.earliest.get(kind, before) < before


def front(text: str, rows: list[SourceLine]) -> list[Piece]:
    """Pieces of what stands above the first measure, line by line."""
    rows = cut_lines(text, rows)
    words = [_unmarked(r.of(text)) for r in rows]
    above = Above(words, [None] * len(rows))
    _tell(above, BY_THEMSELVES)
    _addressed(above)
    _titles(above)
    _tell(above, BY_PLACE)
    pieces = [Piece(kind or "furniture", Stretch(r.start, r.end)) for kind, r in zip(above.kinds, rows)]
    return [p for piece in pieces for p in apart(text, piece)]


def _unmarked(row: str) -> str:
    """A line without the marks of Markdown and of lists: - **文件名称**:…"""
    said = row.replace("**", "").lstrip("#>•∙ ")
    return said.lstrip("-* ") or said if said.startswith(("- ", "* ", "-文", "-发")) else said


Rule = Callable[[Above, int], str | None]
"""The kind of a line, or None where the rule does not tell."""


def _tell(above: Above, rules: tuple[Rule, ...]) -> None:
    """The kind of each line that has none yet, by the first rule that tells it."""
    for i, kind in enumerate(above.kinds):
        told = next((k for rule in rules if (k := rule(above, i)) is not None), None) if kind is None else None
        if told is not None:
            above.put(i, told)


def _empty(above: Above, i: int) -> str | None:
    return None if above.words[i] else "furniture"


def _plain(above: Above, i: int) -> str | None:
    """发布日期:2015-03-13; 甘政办发[2015]5号; 2022年3月1日."""
    return plain_kind(above.words[i])


def _annex(above: Above, i: int) -> str | None:
    """附件:成员名单."""
    return "annex" if dw.ANNEX.matches(above.words[i]) and len(above.words[i]) < 120 else None


def _another_annex(above: Above, i: int) -> str | None:
    """2.任务分工表, below 附件:1.重点企业名单."""
    begins = i > 0 and above.kinds[i - 1] == "annex" and re.match(r"\d{1,2}[.、]", above.words[i])
    return "annex" if begins else None


def _written_to(above: Above, i: int) -> str | None:
    """各市、自治州人民政府,省政府各部门:"""
    return "addressees" if dw.ADDRESSEES.matches(above.words[i]) and len(above.words[i]) < 300 else None


BY_THEMSELVES: tuple[Rule, ...] = (_empty, _plain, _annex, _another_annex, _written_to)


def _addressed(above: Above) -> None:
    """The first line after title or number that names who is written to and ends in a colon."""
    if "addressees" in above.earliest:
        return
    for i, word in enumerate(above.words):
        if above.kinds[i] is None and word.endswith(":"):
            names = re.split("[、,]", word[:-1])
            if len(word) < 200 and i and all(dw.ADDRESSEE.fullmatch(n) for n in names):
                above.put(i, "addressees")
            return


def _titles(above: Above) -> None:
    i = 0
    while i < len(above.words):
        n = title_rows(above.words, above.kinds, i)
        for told in range(i, i + n):
            above.put(told, "title")
        i += max(n, 1)


def _printed(above: Above, i: int) -> str | None:
    """某市人民政府办公室 over 2022年3月1日印发."""
    return "note" if printed_by(above.words, i) else None


def _signed(above: Above, i: int) -> str | None:
    """The name of a body over a date, below a title and what it says: a notice is signed."""
    if not is_signature(above.words[i]):
        return None
    below = next((j for j in range(i + 1, len(above.words)) if not is_signature(above.words[j])), len(above.words))
    dated = above.kinds[below : below + 1] == ["date"]
    return "signature" if dated and above.first("title", i) and above.first("preamble", i) else None


def _issuer(above: Above, i: int) -> str | None:
    """甘肃省人民政府文件; 张掖市人民政府."""
    word = above.words[i]
    return "issuer" if _RED_HEAD.fullmatch(word) or is_signature(word) else None


def _preamble(above: Above, i: int) -> str | None:
    """A sentence, or what is as long as one."""
    word = above.words[i]
    return "preamble" if len(word) > 30 or word[-1] in "。:;" or ("title" in above.earliest and "," in word) else None


def _furniture(above: Above, i: int) -> str | None:
    return "furniture"


BY_PLACE: tuple[Rule, ...] = (_printed, _signed, _issuer, _preamble, _furniture)
