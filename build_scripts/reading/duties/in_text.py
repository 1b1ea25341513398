"""Duties in running text: bodies that stand as the subject of what must be done (basis ``in-text``).

    省委组织部、省人社厅负责…            each responsible
    省财政厅…,会同省税务局共同负责…       lead and support
    省发展改革委会同省统计局等相关部门加大…  lead, support, and a collective in support
    工商、国税、公安等部门在…设立分支机构     one collective, for the list is no list of full names; each of them where the
                                            clause of the measure names each in full (省工商局)
    由省级国土资源主管部门…单列下达         the agent of a passive

Sentences about whom to support (支持各市州…) have another subject, and zones, firms and schools are no
bodies. Subjects are found from their end: the last character of a body's name with a word of duty behind it,
then back to where the clause begins; so the text is passed over once.
"""

from __future__ import annotations

import re
import sys
from bisect import bisect_right
from collections.abc import Callable
from dataclasses import dataclass, replace

from ...model import Role
from ...sources.folded_view import Stretch
from . import in_text_words as tw
from .outside_brackets import split

_END = re.compile(f"(?:{tw.END})(?:\\([^()]{{1,20}}\\))?(?=(?P<follow>{tw.FOLLOW})|{tw.AGENT_FOLLOW})")
_FOUNDED = re.compile(
    rf"(?:成立|组建|设立|建立|完善|健全)(?P<name>[\u4e00-\u9fff“”]{{3,30}}?{tw.FOUNDED_END})(?:制度|机制)?,(?=(?:统一|统筹|全面|具体)?(?:负责|协调|领导|研究|推进))"
)
_OPENING = re.compile("[,;。:!?\n (]|(?<=牵头|负责|配合|参加|参与|协助)、|(?<![理自])由(?!于)")
_STOP = re.compile("[。\n]")
_REACH, _SENTENCE = 120, 300
"""How far back a subject may open, and how far on its sentence is looked through for 会同."""
_JOINT = re.compile("以及|和|与|及|或者|或")
_WITH = re.compile(
    rf"(?:要|应|应当|须|负责)?,?(?:会同|联合)(?P<names>[\u4e00-\u9fff、]{{2,60}}?(?:{tw.END}))(?=(?P<then>{tw.AFTER_WITH}))"
)
_ENDS = re.compile(f"(?:{tw.END})$")
_LATER_WITH = re.compile(f"[,;](?:并|要|应)*会同(?P<names>[\u4e00-\u9fff、]{{2,60}}?(?:{tw.END}))(?={tw.AFTER_WITH})")

Known = Callable[[str], bool]


@dataclass(frozen=True)
class SeenDuty:
    """A body with a duty: positions of its name in the view, its role, whether it stands for many."""

    start: int
    end: int
    role: Role
    collective: bool = False


def duties(
    text: str, start: int, end: int, skip: tuple[Stretch, ...] = (), known: Known = lambda name: False
) -> list[SeenDuty]:
    """The duties in ``text[start:end]`` (folded) outside ``skip``; ``known`` says whether the vocabulary has a name."""
    found: list[SeenDuty] = []
    skip = tuple(sorted(skip))
    taken = start
    for match in _END.finditer(text, start, end):
        a, b = _opening(text, start, match.start(), match.end(), skip), match.end()
        if a < taken or _inside(a, skip):
            continue
        acts = match["follow"] is not None or text[a - 1 : a] == "由"
        names = _names(text, a, b, known) if acts else None
        if names is not None and len(names) == 1 and names[0].collective:
            names = _named_in_full(text, Stretch(a, b), skip) or names
        if names is None:
            continue
        taken = b
        names = [replace(d, role=_part(text, b)) for d in names]
        support = _supporters(text, b, end, known)
        if support:
            names = [replace(d, role="lead") for d in names] + support
        found += names
    for match in _FOUNDED.finditer(text, start, end):
        if not _inside(match.start(), skip):
            found.append(SeenDuty(*match.span("name"), "responsible"))
    return _once(text, found)


def _part(text: str, at: int) -> Role:
    """Which part a subject takes that ends at ``at``, by the word behind it."""
    if tw.LEADS.match(text, at):
        return "lead"
    return "support" if tw.SUPPORTS.match(text, at) else "responsible"


def _opening(text: str, start: int, at: int, end: int, skip: tuple[Stretch, ...]) -> int:
    """Where the clause opens in which a body's name ends at ``end``; a bracket closed before that opens nothing."""
    behind = bisect_right(skip, Stretch(at, at)) - 1
    floor = max(start, at - _REACH, skip[behind][1] + 1 if behind >= 0 and skip[behind][1] < at else 0)
    opened = floor
    for match in _OPENING.finditer(text, floor, at):
        if match[0] != "(" or text.find(")", match.end(), end) < 0:
            opened = match.end()
    lead = tw.LEAD_IN.match(text, opened, at)
    return lead.end() if lead else opened


def _inside(at: int, skip: tuple[Stretch, ...]) -> bool:
    i = bisect_right(skip, Stretch(at, sys.maxsize)) - 1
    return i >= 0 and skip[i][0] <= at < skip[i][1]


def _names(text: str, a: int, b: int, known: Known, strong: bool = False) -> list[SeenDuty] | None:
    """The bodies of a subject, or None where any of it is no body; ``strong``: what stands there can only be bodies."""
    if b - a < 2 or tw.NOT_SUBJECT.match(text[a:b]):
        return None
    strong = strong or tw.STRONG.match(text, b) is not None
    etc = tw.LIST_END.search(text, a, b)
    if etc:
        pieces = _pieces(text, a, etc.start(), known, strong)
        if not pieces:
            return None
        whole_names = any(_ENDS.search(text, x, y) for x, y in pieces)
        if whole_names and all(_body(text[x:y], known, strong) for x, y in pieces):
            named = [SeenDuty(*p, "responsible", _class(text[p[0] : p[1]], known)) for p in pieces]
            return [*named, SeenDuty(etc.start("rest") if etc["qualified"] else etc.start(), b, "responsible", True)]
        bare = all(2 <= y - x <= 8 and not tw.NO_FIELD.search(text[x:y]) for x, y in pieces)
        return [SeenDuty(a, b, "responsible", True)] if bare else None
    whole = text[a:b]
    if tw.COLLECTIVE.matches(whole) and not known(whole):
        return [SeenDuty(a, b, "responsible", True)]
    pieces = _pieces(text, a, b, known, strong)
    if not pieces or not all(_body(text[x:y], known, strong) for x, y in pieces):
        return None
    return [SeenDuty(x, y, "responsible", _class(text[x:y], known)) for x, y in pieces]


def _named_in_full(text: str, at: Stretch, tails: tuple[Stretch, ...]) -> list[SeenDuty]:
    """The bodies of 工商、国税、公安等部门, where the clauses of the measure name each of them in full (省工商局); else none."""
    etc = tw.LIST_END.search(text, *at)
    pieces = split(text, at.start, etc.start()) if etc else []
    clauses = " ".join(text[a:b] for a, b in tails)
    if etc is None or len(pieces) < 2 or not all(tw.in_full(p.of(text)).search(clauses) for p in pieces):
        return []
    return [*(SeenDuty(*p, "responsible") for p in pieces), SeenDuty(etc.start(), at.end, "responsible", True)]


def _pieces(text: str, a: int, b: int, known: Known, strong: bool) -> list[Stretch]:
    """The names of a list apart by 、; 和 and the like part two names only where both sides are bodies."""
    cuts = [m.start() for m in re.compile("、").finditer(text, a, b)]
    edges = zip([a, *(c + 1 for c in cuts)], [*cuts, b])
    return [piece for x, y in edges if y > x for piece in _parted(text, x, y, known, strong)]


def _parted(text: str, a: int, b: int, known: Known, strong: bool) -> list[Stretch]:
    for joint in _JOINT.finditer(text, a, b):
        sides = [Stretch(a, joint.start()), Stretch(joint.end(), b)]
        if all(y > x and _body(text[x:y], known, strong) for x, y in sides):
            return sides
    return [Stretch(a, b)]


def _body(name: str, known: Known, strong: bool) -> bool:
    return (
        known(name) or tw.COLLECTIVE.matches(name) or tw.BODY.matches(name) or (strong and tw.PLAIN_BODY.matches(name))
    )


def _class(name: str, known: Known) -> bool:
    return not known(name) and tw.COLLECTIVE.matches(name)


def _supporters(text: str, at: int, end: int, known: Known) -> list[SeenDuty]:
    """Bodies behind 会同, right after the subject or later in its sentence."""
    end = min(end, at + _SENTENCE)
    stop = _STOP.search(text, at, end)
    until = stop.start() if stop else end
    match = _WITH.match(text, at, until) or _LATER_WITH.search(text, at, until)
    if not match:
        return []
    names = _names(text, *match.span("names"), known, strong=True)
    return [SeenDuty(d.start, d.end, "support", d.collective) for d in names or []]


def _once(text: str, found: list[SeenDuty]) -> list[SeenDuty]:
    seen: set[tuple[str, str]] = set()
    kept = []
    for duty in sorted(found, key=lambda d: d.start):
        key = (text[duty.start : duty.end], duty.role)
        if key not in seen:
            seen.add(key)
            kept.append(duty)
    return kept
