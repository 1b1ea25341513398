"""A list of bodies with its verb, as it stands in a 责任 clause, to bodies with roles."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field, replace

from ...model import Role
from ...sources.folded_view import Stretch
from . import clause_words as cw
from .outside_brackets import split, strip

TOGETHER = "会同"
_LEADS_UP = re.compile(
    r"(?:由|和|与|及|以及|并|会同|商(?=[省市县区州])|(?:(?:具体|各项)?(?:工作)?任务)?(?:均|都)?涉及)"
)
"""What may stand before a name and is no part of it: 由市科技局, 商市财政局, 任务均涉及相关市州."""
_MARKS = "*★☆#"
"""Signs before a name that make it the lead."""
_NOTE = re.compile(r"[(\[<]([^()\[\]<>]*)[)\]>]$")
_SAID_OF_ALL = re.compile("^含|^包括|下同|^以下|列第一|排第一|列首|排首")
"""What a note behind a name says that is no part of it: （含开发区，下同）."""
_ETC = re.compile("等")
_ETC_AND = re.compile(r"等(?:和|与|及|以及)?(?=.)")
_KIND_OF_BODIES = re.compile("部门|单位|有关|相关|机构|地|市|县|群团|社会组织|团体|企业|高校")
_JOINTS = (TOGETHER, "以及", "和", "与", "及")
_MANY = re.compile(
    r"(?:等)?(?:和|及)?(?:各|有关|相关)(?:有关|相关)?(?:省辖)?(?:市|州|县|区|地|省|自治区)(?:、(?:自治|直管)?(?:州|县|区|市|自治区|直辖市))*"
)
_MORE = re.compile(r"(?:省直管|直管|自治)?(?:县级)?(?:州|县|区|市|直辖市|兵团)")


@dataclass(frozen=True)
class Found:
    """A body named in a clause: positions in the view, role, whether it stands for many, and the rule that set the role."""

    start: int
    end: int
    role: Role
    collective: bool = False
    rule: str | None = None


@dataclass(frozen=True)
class Names:
    """What a list of names was read as; ``rule`` is the sentence in it that says that the first of every list leads."""

    found: tuple[Found, ...] = ()
    unknown: tuple[Stretch, ...] = ()
    rule: str | None = None


@dataclass
class _List:
    """A list being read: bodies whose role is settled, and those that wait for the verb behind the last of them."""

    text: str
    role: Role | None
    settled: list[Found] = field(default_factory=list)
    waiting: list[Found] = field(default_factory=list)

    def take(self, at: Stretch) -> None:
        """Take a piece: names, and maybe the verb that gives those that waited their role."""
        verb = cw.VERB.search(self.text, *at)
        named = bodies(self.text, at.start, verb.start() if verb else at.end, self.role or "responsible")
        if self.text.startswith(TOGETHER, at.start) or (self.waiting and self.waiting[-1].rule == TOGETHER):
            named = [replace(f, role="support", rule=TOGETHER) for f in named]
        if any(f.rule == TOGETHER and f.role == "lead" for f in named):
            self.waiting = [f if f.rule else replace(f, role="lead", rule=TOGETHER) for f in self.waiting]
        self.waiting += named
        if verb:
            given = cw.verb_role(verb)
            self.settled += [f if f.rule else replace(f, role=given) for f in self.waiting]
            self.waiting = []

    def close(self, rule: str | None) -> Names:
        """The whole list; names without label or verb anywhere are bodies only if all of them look it."""
        bare = self.role is None and not self.settled
        if bare and not all(cw.BODY_END.search(self.text[f.start : f.end]) or f.collective for f in self.waiting):
            return Names((), tuple(Stretch(f.start, f.end) for f in self.waiting), rule)
        return Names((*self.settled, *self.waiting), (), rule)


def names(text: str, start: int, end: int, role: Role | None) -> Names:
    """The bodies of a list; ``role`` is what its label gives, None where there is no label."""
    read = _List(text, role)
    rule: str | None = None
    for at in merged(text, split(text, start, end)):
        piece = at.of(text)
        if cw.FIRST_LEADS.matches(piece):
            rule = piece
        elif not cw.IGNORED.matches(piece):
            rule = next((part for part in _noted(piece) if cw.FIRST_LEADS.matches(part)), rule)
            read.take(at)
    return read.close(rule)


def _noted(piece: str) -> list[str]:
    """What is said in brackets behind a name, part by part."""
    note = re.search(r"\(([^()]*)\)$", piece) if piece.endswith(")") else None
    return note[1].split(",") if note else []


@dataclass(frozen=True)
class Piece:
    """One piece of a list, to be parted into bodies; ``mark`` is the sign before it that makes it the lead."""

    text: str
    at: Stretch
    role: Role
    mark: str | None = None

    def one(self, end: int | None = None, role: Role | None = None, rule: str | None = None) -> Found:
        """The piece up to ``end`` as one body."""
        until = self.at.end if end is None else end
        collective = cw.COLLECTIVE.matches(self.text[self.at.start : until])
        return Found(self.at.start, until, role or self.role, collective, rule)


def bodies(text: str, a: int, b: int, role: Role) -> list[Found]:
    """The bodies of one piece: the first rule that answers parts it.

    >>> def told(piece):
    ...     return [(piece[f.start : f.end], f.role) for f in bodies(piece, 0, len(piece), "responsible")]
    >>> told("由市发改委(牵头)"), told("*市科技局"), told("市科技局会同市财政局")
    ([('市发改委', 'lead')], [('市科技局', 'lead')], [('市科技局', 'lead'), ('市财政局', 'support')])
    >>> told("市科技局等部门"), told("住房和城乡建设局")
    ([('市科技局', 'responsible'), ('等部门', 'responsible')], [('住房和城乡建设局', 'responsible')])
    """
    piece = _bare(text, a, b, role)
    if piece is None:
        return []
    for rule in RULES:
        if (found := rule(piece)) is not None:
            return found
    return [_single(piece)]


def _bare(text: str, a: int, b: int, role: Role) -> Piece | None:
    """The piece without what leads up to it, its mark taken off, and without a note that is said of all."""
    a, b = strip(text, a, b)
    while b > a and text[b - 1] == "*":
        b -= 1
    while a < b and (m := _LEADS_UP.match(text, a, b)) and b - m.end() >= 2:
        a = m.end()
    if a >= b:
        return None
    mark = text[a] if text[a] in _MARKS else None
    a += mark is not None
    note = _note(text, Stretch(a, b))
    if note and note[1] not in cw.ANNOTATION_ROLES and _SAID_OF_ALL.search(note[1]) and note.start() > a:
        b = note.start()
    return Piece(text, Stretch(a, b), role, mark)


def _note(text: str, at: Stretch) -> re.Match[str] | None:
    """What stands in brackets at the end of a piece."""
    return _NOTE.search(text, *at) if text[at.end - 1] in ")]>" else None


def _annotated(piece: Piece) -> list[Found] | None:
    """市发改委（牵头）."""
    note = _note(piece.text, piece.at)
    if not note or note[1] not in cw.ANNOTATION_ROLES:
        return None
    return [Found(*strip(piece.text, piece.at.start, note.start()), cw.ANNOTATION_ROLES[note[1]], rule=note[0])]


def _and_others(piece: Piece) -> list[Found] | None:
    """市财政局等部门: the body and a collective; 扶贫办等和各省级人民政府: two."""
    text, (a, b) = piece.text, piece.at
    bracket = text.find("(", a, b)
    etc = _ETC.search(text, a + 1, bracket if bracket > 0 else b)
    if not etc or etc.start() <= a + 1:
        return None
    found = bodies(text, a, etc.start(), piece.role)
    rest = _ETC_AND.match(text, etc.start(), b)
    named = rest is not None and rest.end() < b and not _KIND_OF_BODIES.match(text, rest.end(), b)
    after = bodies(text, rest.end(), b, piece.role) if rest and named else []
    return found + (after or [Found(etc.start(), b, piece.role, True, piece.mark)])


def _and_another(piece: Piece) -> list[Found] | None:
    """市城市管理局和市水利局, where both sides are whole names; 会同 makes the first the lead."""
    text, (a, b) = piece.text, piece.at
    for word in _JOINTS:
        at = text.find(word, a + 2, b - 2)
        while at > 0:
            if _whole_names(text[a:at], text[at + len(word) : b]):
                return _both(piece, at, word)
            at = text.find(word, at + 1, b - 2)
    return None


def _whole_names(left: str, right: str) -> bool:
    if cw.COLLECTIVE.matches(left) and re.fullmatch("各?单位|部门|各?地区?|机构", right):
        return False
    body = len(left) >= 3 and cw.BODY_END.search(left) and (cw.BODY_END.search(right) or cw.COLLECTIVE.matches(right))
    return bool(body) and left.count("(") == left.count(")") and "(" not in left.partition(")")[2]


def _both(piece: Piece, at: int, word: str) -> list[Found]:
    after = bodies(piece.text, at + len(word), piece.at.end, "support" if word == TOGETHER else piece.role)
    if word != TOGETHER:
        return [piece.one(at, rule=piece.mark), *(replace(f, role=piece.role) for f in after)]
    return [piece.one(at, "lead", TOGETHER), *(replace(f, role="support", rule=TOGETHER) for f in after)]


def _single(piece: Piece) -> Found:
    """One body; a mark makes it the lead."""
    return piece.one(role="lead" if piece.mark else None, rule=piece.mark)


RULES: tuple[Callable[[Piece], list[Found] | None], ...] = (_annotated, _and_others, _and_another)
"""How one piece is more than one body, or a body with a note; otherwise it is a single one."""


def merged(text: str, pieces: list[Stretch]) -> list[Stretch]:
    """「各市、州人民政府」 is one collective although 、 stands in it."""
    found: list[Stretch] = []
    for at in pieces:
        if found and _goes_on(text, found[-1], at):
            found[-1] = Stretch(found[-1].start, at.end)
        else:
            found.append(at)
    return found


def _goes_on(text: str, before: Stretch, at: Stretch) -> bool:
    joined = text[before.end : at.start].strip() in ("、", "")
    return bool(joined and _MANY.fullmatch(before.of(text)) and _MORE.match(text, *at))
