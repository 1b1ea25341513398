"""责任 clauses: bodies and roles out of 「（牵头单位：甲、乙；配合单位：丙）」 and the like.

The grammar, over folded text: a clause is parts apart by ``;``; a part is ``label: names`` or ``names verb``;
names are apart by ``、`` ``,`` or a space, never inside brackets; 等 closes a list and may name a collective;
a mark ``*`` before a name makes it the lead.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from . import clause_words as cw
from .brackets import brackets, split
from .name_lists import Found, merged, names


@dataclass(frozen=True)
class Clause:
    """One clause read. ``unknown`` lists (start, end) of pieces that could not be read as names.

    ``first_leads`` is set where the clause says that the first body of every list leads.
    """

    start: int
    end: int
    found: tuple[Found, ...]
    unknown: tuple[tuple[int, int], ...] = ()
    first_leads: str | None = None


_HINT = re.compile("责任|负责|牵头|配合|主体|主办|协办|承办|参与|落实|(?:单位|部门)[:]")
_LINE_LABEL = re.compile(
    r"(?:(?<=\n)|(?<=。)|(?<=[)\]])|^) *\[?(?="
    + cw.LABEL.pattern.replace("?P<label>", "?:").replace("(?P<l", "(?P<x")
    + ")"
)
_AND = re.compile(r"(?:等)?(?:和|与|及|以及|会同|会)$")


def clauses(text: str, start: int, end: int) -> list[Clause]:
    """All 责任 clauses of a measure whose text is ``text[start:end]``, in printed order."""
    found: list[Clause] = []
    taken: list[tuple[int, int]] = []
    for a, b, closed in brackets(text, start, end, cw.LABEL):
        inner = (a + 1, b - 1 if closed else b)
        if not closed and not cw.LABEL.match(text, a + 1):
            continue
        clause = _bracket(
            text,
            *inner,
            at_end=b == end or text[b : b + 1] in "\n",
            after_stop=text[a - 1 : a] in ("。", ";", "\n", " ") if a else True,
        )
        if clause:
            found.append(clause)
            taken.append((a, b))
    for match in _LINE_LABEL.finditer(text, start, end):
        at = match.end()
        if any(a <= at < b for a, b in taken):
            continue
        stop = re.compile(r"[。\n]").search(text, at, end)
        until = stop.start() if stop else end
        clause = _parse(text, at, until)
        if clause and clause.found:
            found.append(clause)
            taken.append((at, until))
    return sorted(found, key=lambda c: c.start)


def _bracket(text: str, a: int, b: int, at_end: bool, after_stop: bool) -> Clause | None:
    inner = text[a:b]
    if len(inner) > 900:
        return None
    if not _HINT.search(inner):
        bare = (
            at_end
            and after_stop
            and len(inner) >= 3
            and all(cw.BODY_END.search(text[x:y]) and y - x >= 3 for x, y in merged(text, split(text, a, b)))
        )
        return _parse(text, a, b) if bare and re.search("[厅局委部办院行会]", inner) else None
    if cw.LABEL.search(inner) or re.search(r"[(\[<](?:牵头|主办)[)\]>]", inner):
        return _parse(text, a, b)
    if any(cw.FIRST_LEADS.matches(text[x:y]) for x, y in split(text, a, b)):
        return _parse(text, a, b)
    if not any(cw.VERB.search(text, x, y) for x, y in split(text, a, b, at="、, \n;。")):
        return None
    clause = _parse(text, a, b)
    named = [f for f in clause.found if f.collective or cw.BODY_END.search(text[f.start : f.end])]
    return clause if named and len(named) >= len(clause.found) - 1 and not clause.unknown else None


def _parse(text: str, start: int, end: int) -> Clause:
    found: list[Found] = []
    unknown: list[tuple[int, int]] = []
    rule: str | None = None
    for a, b in split(text, start, end, at=";。"):
        if cw.INHERITED.search(text, a, b):
            continue
        labels = [m for m in cw.LABEL.finditer(text, a, b)]
        others = [
            m
            for m in re.compile(r"(?<![\u4e00-\u9fff])([\u4e00-\u9fff]{2,8}) ?[:]").finditer(text, a, b)
            if not any(x.start() <= m.start(1) < x.end() for x in labels)
        ]
        cuts = sorted(
            [(m.start(), m.end(), cw.label_role(m)) for m in labels] + [(m.start(1), m.end(), None) for m in others]
        )
        heads = [(a, cuts[0][0] if cuts else b, "")] if not cuts or cuts[0][0] > a else []
        spans = heads + [(e, cuts[i + 1][0] if i + 1 < len(cuts) else b, role) for i, (_, e, role) in enumerate(cuts)]
        for m in others:
            if not cw.OTHER_LABELS.matches(m[1]):
                unknown.append((m.start(1), m.end(1)))
        for x, y, role in spans:
            if role is None:
                continue
            read, odd, said = names(text, x, y, role or None)
            found += read
            unknown += odd
            rule = rule or said
    return Clause(start, end, tuple(found), tuple(unknown), rule)
