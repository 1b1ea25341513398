"""责任 clauses: bodies and roles out of 「（牵头单位：甲、乙；配合单位：丙）」 and the like.

The grammar, over folded text: a clause is parts apart by ``;``; a part is ``label: names`` or ``names verb``;
names are apart by ``、`` ``,`` or a space, never inside brackets; 等 closes a list and may name a collective;
a mark ``*`` before a name makes it the lead.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from . import duty_words as dw


@dataclass(frozen=True)
class Found:
    """A body named in a clause: positions in the view, role, whether it stands for many, and the rule that set the role."""

    start: int
    end: int
    role: str
    collective: bool = False
    rule: str | None = None


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


_OPEN, _CLOSE = "([<", ")]>"
_HINT = re.compile("责任|负责|牵头|配合|主体|主办|协办|承办|参与|落实|(?:单位|部门)[:]")
_LINE_LABEL = re.compile(
    r"(?:(?<=\n)|(?<=。)|(?<=[)\]])|^) *(?="
    + dw.LABEL.pattern.replace("?P<label>", "?:").replace("(?P<l", "(?P<x")
    + ")"
)
_AND = re.compile(r"(?:等)?(?:和|与|及|以及|会同|会)$")


def brackets(text: str, start: int, end: int) -> list[tuple[int, int, bool]]:
    """Outermost brackets in ``text[start:end]`` as (start, end, closed); an unclosed one runs to its paragraph's end."""
    found: list[tuple[int, int, bool]] = []
    depth, opened = 0, -1
    for match in re.compile(r"[()\[\]\n]").finditer(text, start, end):
        sign = match[0]
        if sign in "([":
            if depth == 0:
                opened = match.start()
            depth += 1
        elif sign in ")]" and depth:
            depth -= 1
            if depth == 0:
                found.append((opened, match.end(), True))
        elif sign == "\n" and depth:
            rest = text[match.end() : end].lstrip(" ")
            if (
                not rest.startswith(tuple("一二三四五六七八九十("))
                and text.find(")", match.end(), min(end, match.end() + 120)) >= 0
            ):
                continue
            found.append((opened, match.start(), False))
            depth = 0
    if depth:
        found.append((opened, end, False))
    return found


def clauses(text: str, start: int, end: int) -> list[Clause]:
    """All 责任 clauses of a measure whose text is ``text[start:end]``, in printed order."""
    found: list[Clause] = []
    taken: list[tuple[int, int]] = []
    for a, b, closed in brackets(text, start, end):
        inner = (a + 1, b - 1 if closed else b)
        if not closed and not dw.LABEL.match(text, a + 1):
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
            and all(dw.BODY_END.search(text[x:y]) and y - x >= 3 for x, y in _split(text, a, b))
        )
        return _parse(text, a, b) if bare and re.search("[厅局委部办院行会]", inner) else None
    if dw.LABEL.search(inner) or re.search(r"[(\[<](?:牵头|主办)[)\]>]", inner):
        return _parse(text, a, b)
    tail = re.sub(r"[,;。](?:下同|长期坚持|排|列).*$", "", inner)
    verb = dw.VERB.search(tail.rstrip("。;, "))
    if not verb:
        return None
    clause = _parse(text, a, b)
    named = [f for f in clause.found if f.collective or dw.BODY_END.search(text[f.start : f.end])]
    return clause if named and len(named) >= len(clause.found) - 1 and not clause.unknown else None


def _split(text: str, start: int, end: int, at: str = "、, \n") -> list[tuple[int, int]]:
    """Pieces between separators that stand outside brackets, trimmed; empty ones left out."""
    pieces: list[tuple[int, int]] = []
    depth, begin = 0, start
    for i in range(start, end + 1):
        sign = text[i] if i < end else None
        if sign is not None and sign in _OPEN:
            depth += 1
        elif sign is not None and sign in _CLOSE:
            depth = max(0, depth - 1)
        if sign is None or depth == 0 and sign in at:
            if i > begin:
                pieces.append((begin, i))
            begin = i + 1
    return [p for p in (_strip(text, a, b) for a, b in pieces) if p[1] > p[0]]


def _strip(text: str, a: int, b: int, signs: str = " 。.;:,、\n") -> tuple[int, int]:
    while a < b and text[a] in signs:
        a += 1
    while b > a and text[b - 1] in signs:
        b -= 1
    return a, b


def _merge_lists(text: str, pieces: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """「各市、州人民政府」 is one collective although 、 stands in it."""
    merged: list[tuple[int, int]] = []
    for a, b in pieces:
        before = text[merged[-1][0] : merged[-1][1]] if merged else ""
        if (
            re.fullmatch(
                r"(?:等)?(?:和|及)?(?:各|有关|相关)(?:省辖)?(?:市|州|县|区|地|省|自治区)(?:、(?:自治)?(?:州|县|区|市|自治区|直辖市))*",
                before,
            )
            and re.match(r"(?:省直管|自治)?(?:州|县|区|市|直辖市|兵团)", text[a:b])
            and text[merged[-1][1] : a].strip() in ("、", "")
        ):
            merged[-1] = (merged[-1][0], b)
        else:
            merged.append((a, b))
    return merged


def _parse(text: str, start: int, end: int) -> Clause:
    found: list[Found] = []
    unknown: list[tuple[int, int]] = []
    rule: str | None = None
    for a, b in _split(text, start, end, at=";。"):
        if dw.INHERITED.search(text, a, b):
            continue
        labels = [m for m in dw.LABEL.finditer(text, a, b)]
        others = [
            m
            for m in re.compile(r"(?:^|(?<=[,; ]))([\u4e00-\u9fff]{2,8}) ?[:]").finditer(text, a, b)
            if not any(x.start() <= m.start(1) < x.end() for x in labels)
        ]
        cuts = sorted(
            [(m.start(), m.end(), dw.label_role(m)) for m in labels] + [(m.start(1), m.end(), None) for m in others]
        )
        heads = [(a, cuts[0][0] if cuts else b, "")] if not cuts or cuts[0][0] > a else []
        spans = heads + [(e, cuts[i + 1][0] if i + 1 < len(cuts) else b, role) for i, (_, e, role) in enumerate(cuts)]
        for m in others:
            if not dw.OTHER_LABELS.matches(m[1]):
                unknown.append((m.start(1), m.end(1)))
        for x, y, role in spans:
            if role is None:
                continue
            names, odd, said = _names(text, x, y, role or None)
            found += names
            unknown += odd
            rule = rule or said
    return Clause(start, end, tuple(found), tuple(unknown), rule)


def _names(text: str, start: int, end: int, role: str | None) -> tuple[list[Found], list[tuple[int, int]], str | None]:
    found: list[Found] = []
    unknown: list[tuple[int, int]] = []
    waiting: list[Found] = []
    rule: str | None = None
    for a, b in _merge_lists(text, _split(text, start, end)):
        piece = text[a:b]
        if dw.FIRST_LEADS.matches(piece):
            rule = piece
            continue
        if dw.IGNORED.matches(piece):
            continue
        verb = dw.VERB.search(text, a, b)
        given = dw.verb_role(verb) if verb else None
        until = verb.start() if verb and verb.end() == b else b
        if verb is None or verb.end() != b:
            given = None
        waiting += _bodies(text, a, until, role or "responsible", given)
        if given:
            found += [Found(f.start, f.end, _given(f, given), f.collective, f.rule) for f in waiting]
            waiting = []
    if waiting:
        if (
            role is None
            and not found
            and not all(dw.BODY_END.search(text[f.start : f.end]) or f.collective for f in waiting)
        ):
            unknown += [(f.start, f.end) for f in waiting]
        else:
            found += waiting
    return found, unknown, rule


def _given(found: Found, verb: str) -> str:
    return found.role if found.rule else verb


def _bodies(text: str, a: int, b: int, role: str, given: str | None) -> list[Found]:
    """The bodies of one piece: 等 and what follows it apart, 和 and 会同 between two whole names, marks and notes read."""
    a, b = _strip(text, a, b)
    while a < b and (m := re.compile(r"(?:由|和|与|及|以及|并|会同)").match(text, a, b)) and b - m.end() >= 2:
        a = m.end()
    if a >= b:
        return []
    mark = None
    if text[a] in "*★☆#":
        mark, a = text[a], a + 1
    note = re.compile(r"[(\[<]([^()\[\]<>]*)[)\]>]$").search(text, a, b)
    if note and note[1] in dw.ANNOTATION_ROLES:
        return [Found(*_strip(text, a, note.start()), dw.ANNOTATION_ROLES[note[1]], rule=note[0])]
    if note and re.match("含|包括|下同|以下", note[1]) and note.start() > a:
        b = note.start()
    depth_end = text.find("(", a, b)
    etc = re.compile("等").search(text, a + 1, depth_end if depth_end > 0 else b)
    if etc and etc.start() > a + 1:
        found = _bodies(text, a, etc.start(), role, given)
        x, y = etc.start(), b
        rest = re.compile(r"等(?:和|与|及|以及)?(?=.)").match(text, x, y)
        inner = (
            _bodies(text, rest.end(), y, role, given)
            if rest and rest.end() < y and not re.match("部门|单位|有关|相关|机构|地|市|县", text[rest.end() : y])
            else []
        )
        return found + (inner if inner else [Found(x, y, role, True, mark)])
    for word in ("会同", "以及", "和", "与", "及"):
        at = text.find(word, a + 2, b - 2)
        while at > 0:
            left, right = text[a:at], text[at + len(word) : b]
            whole = (
                dw.BODY_END.search(left)
                and len(left) >= 3
                and (dw.BODY_END.search(right) or dw.COLLECTIVE.matches(right))
            )
            if (
                whole
                and "(" not in text[a:at].replace(")", "(", 0).partition(")")[2]
                and text[a:at].count("(") == text[a:at].count(")")
            ):
                first, second = (role, role)
                if word == "会同":
                    first, second = "lead", "support"
                rule = "会同" if word == "会同" else mark
                return [_one(text, a, at, first, rule)] + [
                    Found(f.start, f.end, second, f.collective, rule if word == "会同" else f.rule)
                    for f in _bodies(text, at + len(word), b, second, given)
                ]
            at = text.find(word, at + 1, b - 2)
    return [_one(text, a, b, "lead" if mark else role, mark)]


def _one(text: str, a: int, b: int, role: str, rule: str | None) -> Found:
    return Found(a, b, role, dw.COLLECTIVE.matches(text[a:b]), rule)
