"""A list of bodies with its verb, as it stands in a 责任 clause, to bodies with roles."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from . import clause_words as cw
from .brackets import split, strip

TOGETHER = "会同"
_LEADS_UP = re.compile(
    r"(?:由|和|与|及|以及|并|会同|商(?=[省市县区州])|(?:(?:具体|各项)?(?:工作)?任务)?(?:均|都)?涉及)"
)
"""What may stand before a name and is no part of it: 由市科技局, 商市财政局, 任务均涉及相关市州."""


@dataclass(frozen=True)
class Found:
    """A body named in a clause: positions in the view, role, whether it stands for many, and the rule that set the role."""

    start: int
    end: int
    role: str
    collective: bool = False
    rule: str | None = None


def names(text: str, start: int, end: int, role: str | None) -> tuple[list[Found], list[tuple[int, int]], str | None]:
    found: list[Found] = []
    unknown: list[tuple[int, int]] = []
    waiting: list[Found] = []
    rule: str | None = None
    for a, b in merged(text, split(text, start, end)):
        piece = text[a:b]
        if cw.FIRST_LEADS.matches(piece):
            rule = piece
            continue
        if cw.IGNORED.matches(piece):
            continue
        rule = next((part for part in _noted(piece) if cw.FIRST_LEADS.matches(part)), rule)
        verb = cw.VERB.search(text, a, b)
        named = _bodies(text, a, verb.start() if verb else b, role or "responsible")
        if text.startswith(TOGETHER, a) or waiting and waiting[-1].rule == TOGETHER:
            named = [replace(f, role="support", rule=TOGETHER) for f in named]
        waiting += named
        if verb:
            given = cw.verb_role(verb)
            found += [f if f.rule else replace(f, role=given) for f in waiting]
            waiting = []
    if waiting:
        if (
            role is None
            and not found
            and not all(cw.BODY_END.search(text[f.start : f.end]) or f.collective for f in waiting)
        ):
            unknown += [(f.start, f.end) for f in waiting]
        else:
            found += waiting
    return found, unknown, rule


def _noted(piece: str) -> list[str]:
    """What is said in brackets behind a name, part by part."""
    note = re.search(r"\(([^()]*)\)$", piece)
    return note[1].split(",") if note else []


def _bodies(text: str, a: int, b: int, role: str) -> list[Found]:
    """The bodies of one piece: 等 and what follows it apart, 和 and 会同 between two whole names, marks and notes read."""
    a, b = strip(text, a, b)
    while a < b and (m := _LEADS_UP.match(text, a, b)) and b - m.end() >= 2:
        a = m.end()
    if a >= b:
        return []
    mark = None
    if text[a] in "*★☆#":
        mark, a = text[a], a + 1
    note = re.compile(r"[(\[<]([^()\[\]<>]*)[)\]>]$").search(text, a, b)
    if note and note[1] in cw.ANNOTATION_ROLES:
        return [Found(*strip(text, a, note.start()), cw.ANNOTATION_ROLES[note[1]], rule=note[0])]
    if note and re.search("^含|^包括|下同|^以下|列第一|排第一|列首|排首", note[1]) and note.start() > a:
        b = note.start()
    depth_end = text.find("(", a, b)
    etc = re.compile("等").search(text, a + 1, depth_end if depth_end > 0 else b)
    if etc and etc.start() > a + 1:
        found = _bodies(text, a, etc.start(), role)
        x, y = etc.start(), b
        rest = re.compile(r"等(?:和|与|及|以及)?(?=.)").match(text, x, y)
        inner = (
            _bodies(text, rest.end(), y, role)
            if rest and rest.end() < y and not re.match("部门|单位|有关|相关|机构|地|市|县", text[rest.end() : y])
            else []
        )
        return found + (inner if inner else [Found(x, y, role, True, mark)])
    for word in ("会同", "以及", "和", "与", "及"):
        at = text.find(word, a + 2, b - 2)
        while at > 0:
            left, right = text[a:at], text[at + len(word) : b]
            whole = (
                cw.BODY_END.search(left)
                and len(left) >= 3
                and (cw.BODY_END.search(right) or cw.COLLECTIVE.matches(right))
            )
            if (
                whole
                and "(" not in text[a:at].replace(")", "(", 0).partition(")")[2]
                and text[a:at].count("(") == text[a:at].count(")")
            ):
                first, second = (role, role)
                if word == TOGETHER:
                    first, second = "lead", "support"
                rule = TOGETHER if word == TOGETHER else mark
                return [_one(text, a, at, first, rule)] + [
                    Found(f.start, f.end, second, f.collective, rule if word == TOGETHER else f.rule)
                    for f in _bodies(text, at + len(word), b, second)
                ]
            at = text.find(word, at + 1, b - 2)
    return [_one(text, a, b, "lead" if mark else role, mark)]


def _one(text: str, a: int, b: int, role: str, rule: str | None) -> Found:
    return Found(a, b, role, cw.COLLECTIVE.matches(text[a:b]), rule)


def merged(text: str, pieces: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """「各市、州人民政府」 is one collective although 、 stands in it."""
    found: list[tuple[int, int]] = []
    for a, b in pieces:
        before = text[found[-1][0] : found[-1][1]] if found else ""
        if (
            re.fullmatch(
                r"(?:等)?(?:和|及)?(?:各|有关|相关)(?:有关|相关)?(?:省辖)?(?:市|州|县|区|地|省|自治区)(?:、(?:自治)?(?:州|县|区|市|自治区|直辖市))*",
                before,
            )
            and re.match(r"(?:省直管|自治)?(?:县级)?(?:州|县|区|市|直辖市|兵团)", text[a:b])
            and text[found[-1][1] : a].strip() in ("、", "")
        ):
            found[-1] = (found[-1][0], b)
        else:
            found.append((a, b))
    return found
