"""责任 clauses: bodies and roles out of 「（牵头单位：甲、乙；配合单位：丙）」 and the like.

The grammar, over folded text: a clause is parts apart by ``;``; a part is ``label: names`` or ``names verb``;
names are apart by ``、`` ``,`` or a space, never inside brackets; 等 closes a list and may name a collective;
a mark ``*`` before a name makes it the lead.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property

from ...model import Role
from ...sources.folded_view import Stretch, stretch
from . import clause_words as cw
from .name_lists import Found, merged, names
from .names_by_look import looks_like_a_name
from .outside_brackets import brackets, split


@dataclass(frozen=True)
class Clause:
    """One clause read. ``unknown`` lists the pieces that could not be read as names.

    ``first_leads`` is set where the clause says that the first body of every list leads.
    """

    start: int
    end: int
    found: tuple[Found, ...]
    unknown: tuple[Stretch, ...] = ()
    first_leads: str | None = None


_HINT = re.compile("责任|负责|牵头|配合|主体|主办|协办|承办|参与|参加|指导|落实|(?:单位|部门)[:]")
_LINE_LABEL = re.compile(
    r"(?:(?<=\n)|(?<=。)|(?<=[)\]])|^) *[*—-]{0,3} *\[?(?="
    + cw.LABEL.pattern.replace("?P<label>", "?:").replace("(?P<l", "(?P<x")
    + ")"
)
_LINE_STOP = re.compile(r"[。\n]")
_MARKED_LEAD = re.compile(r"[(\[<](?:牵头|主办|主责)[)\]>]")
_A_BODY = re.compile("[厅局委部办院行会]")
_OTHER_LABEL = re.compile(r"(?<![\u4e00-\u9fff])([\u4e00-\u9fff]{2,8}) ?[:]")
_LONGEST_LINE = 200
_LONGEST = 900
"""A longer bracket is text."""


def clauses(text: str, start: int, end: int) -> list[Clause]:
    """All 责任 clauses of a measure whose text is ``text[start:end]``, in printed order."""
    found: list[Clause] = []
    taken: list[Stretch] = []
    for at, closed in brackets(text, start, end, cw.LABEL):
        if not closed and not cw.LABEL.match(text, at.start + 1):
            continue
        clause = _bracket(Bracket(text, Stretch(at.start + 1, at.end - 1 if closed else at.end), at, end))
        if clause:
            found.append(clause)
            taken.append(at)
    for match in _LINE_LABEL.finditer(text, start, end):
        if any(at.holds(match.end()) for at in taken):
            continue
        stop = _LINE_STOP.search(text, match.end(), end)
        until = stop.start() if stop else end
        clause = _parse(text, match.end(), until)
        if clause.found:
            found.append(clause)
            taken.append(Stretch(match.end(), until))
    return sorted(found, key=lambda c: c.start) or _bare_line(text, start, end)


def _bare_line(text: str, start: int, end: int) -> list[Clause]:
    """A last line that is but a list of bodies, behind a sentence: 市科技局、市财政局."""
    begin = text.rfind("\n", start, end) + 1
    before = text[start : begin - 1].rstrip()[-1:] if begin > start else ""
    pieces = split(text, begin, end, at="、, \n。") if before in ("。", ";", ")") else []
    lists = len(pieces) >= 2 and end - begin <= _LONGEST_LINE and not re.search("[。;:]", text[begin : end - 1])
    if not lists or not all(looks_like_a_name(at.of(text)) for at in pieces):
        return []
    clause = _parse(text, begin, end)
    return [clause] if clause.found and not clause.unknown and _A_BODY.search(text, begin, end) else []


@dataclass(frozen=True)
class Bracket:
    """What stands inside a bracket; ``whole`` is the bracket itself, in a text that ends at ``end``."""

    text: str
    at: Stretch
    whole: Stretch
    end: int

    @cached_property
    def inner(self) -> str:
        return self.at.of(self.text)

    @cached_property
    def pieces(self) -> list[Stretch]:
        return split(self.text, *self.at)

    @cached_property
    def clause(self) -> Clause:
        """What it says, were it a clause."""
        return _parse(self.text, *self.at)

    @property
    def stands_apart(self) -> bool:
        """Whether it closes a paragraph and follows a sentence, or opens the text."""
        before = self.text[self.whole.start - 1 : self.whole.start] if self.whole.start else "\n"
        return self._closes and before in ("。", ";", "\n", " ")

    @property
    def _closes(self) -> bool:
        return self.whole.end == self.end or self.text[self.whole.end : self.whole.end + 1] in ("", "\n")


def _bracket(bracket: Bracket) -> Clause | None:
    """The clause in a bracket: the first rule that answers decides whether it is one."""
    if len(bracket.inner) > _LONGEST:
        return None
    is_one = next((said for rule in RULES if (said := rule(bracket)) is not None), False)
    return bracket.clause if is_one else None


def _bare_names(bracket: Bracket) -> bool | None:
    """（省发展改革委、省财政厅） behind a sentence; without a word of duty anything else is no clause."""
    if _HINT.search(bracket.inner):
        return None
    pieces = [at for at in bracket.pieces if not _says_when(at.of(bracket.text))]
    ends = all(looks_like_a_name(at.of(bracket.text)) for at in merged(bracket.text, pieces)) and bool(pieces)
    return bracket.stands_apart and len(bracket.inner) >= 3 and ends and _A_BODY.search(bracket.inner) is not None


def _labelled(bracket: Bracket) -> bool | None:
    """（责任单位：省科技厅）; （市发改委（牵头）、市财政局）."""
    return True if cw.LABEL.search(bracket.inner) or _MARKED_LEAD.search(bracket.inner) else None


def _says_who_leads(bracket: Bracket) -> bool | None:
    """（列第一位者为牵头单位）."""
    return True if any(cw.FIRST_LEADS.matches(at.of(bracket.text)) for at in bracket.pieces) else None


def _names_with_verb(bracket: Bracket) -> bool:
    """（省科技厅牵头，省财政厅配合）, not （由省科技厅牵头制定的办法）: all but one of the names are bodies."""
    text = bracket.text
    if not any(cw.VERB.search(text, *at) for at in split(text, *bracket.at, at="、, \n;。")):
        return False
    clause = bracket.clause
    named = [f for f in clause.found if f.collective or cw.BODY_END.search(text[f.start : f.end])]
    return bool(named) and len(named) >= len(clause.found) - 1 and not clause.unknown


def _says_when(piece: str) -> bool:
    """时限:2025年12月; 2025年底前完成."""
    label, _, _ = piece.partition(":")
    return cw.OTHER_LABELS.matches(label) or cw.IGNORED.matches(piece)


RULES: tuple[Callable[[Bracket], bool | None], ...] = (_bare_names, _labelled, _says_who_leads, _names_with_verb)


def _parse(text: str, start: int, end: int) -> Clause:
    found: list[Found] = []
    unknown: list[Stretch] = []
    rule: str | None = None
    for at in split(text, start, end, at=";。"):
        inherited = cw.INHERITED.search(text, *at)
        if inherited and (inherited["names"] or inherited["each"] or inherited.start() == at.start):
            continue
        lists, odd = _lists(text, at)
        unknown += odd
        for names_at, role in lists:
            said = names(text, *names_at, role)
            found += said.found
            unknown += said.unknown
            rule = rule or said.rule
    return Clause(start, end, tuple(found), tuple(unknown), rule)


def _lists(text: str, at: Stretch) -> tuple[list[tuple[Stretch, Role | None]], list[Stretch]]:
    """The lists of names of one part, each with the role its label gives (None: no label); labels that are not known."""
    labels = list(cw.LABEL.finditer(text, *at))
    others = [m for m in _OTHER_LABEL.finditer(text, *at) if not any(x.start() <= m.start(1) < x.end() for x in labels)]
    cuts: list[tuple[int, int, Role | None]] = [(m.start(), m.end(), cw.label_role(m)) for m in labels]
    cuts += [(m.start(1), m.end(), None) for m in others]
    cuts.sort(key=lambda cut: cut[:2])
    first = cuts[0][0] if cuts else at.end
    lists: list[tuple[Stretch, Role | None]] = [(Stretch(at.start, first), None)] if first > at.start else []
    for (_, begin, role), (until, _, _) in zip(cuts, [*cuts[1:], (at.end, at.end, None)]):
        if role is not None:
            lists.append((Stretch(begin, until), role))
    return lists, [stretch(m, 1) for m in others if not cw.OTHER_LABELS.matches(m[1])]
