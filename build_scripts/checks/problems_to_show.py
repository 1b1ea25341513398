"""From all that was found to what is told: the cause first, its consequences not at all, a repeat once with its count.

A file that could not be read leaves others pointing into nothing. Those problems are consequences; telling them would
bury the one line that a person can mend.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import replace

from .. import addresses
from ..locating.loading import Loading
from ..problems import Problem

# What cannot be said of anything while a file of the vocabulary is unread.
CONSEQUENCES: Mapping[str, frozenset[str]] = {
    "jurisdictions": frozenset(
        {
            *("jurisdiction-unknown", "agency-missing", "agency-name", "reading-behind"),
            *("difference-unread", "owners-behind"),
        }
    ),
    "agencies": frozenset(
        {"agency-unknown", "agency-missing", "agency-name", "successor-unknown", "reading-behind", "address-vanished"}
    ),
    "lines": frozenset({"line-unknown"}),
    "topics": frozenset({"topic-unknown", "reading-behind", "address-vanished"}),
    "indicators": frozenset(),
    "synonyms": frozenset(),
    "studies": frozenset({"study-unknown", "address-vanished"}),
    "starters": frozenset(),
}

# What cannot be said while a record or a source is unread: it may be there after all.
OF_RECORDS = frozenset(
    {
        *("measure-unknown", "document-unknown", "erratum-unknown", "address-vanished", "relation-evidence"),
        *("passage-unknown", "difference-unread", "difference-missing", "owners-behind"),
    }
)

# Told once for all of a kind, since what is to be done is one thing; of others only the same words are repeats.
ONCE_FOR_ALL = frozenset({"address-unregistered", "points-missing"})
_SHOWN = 5


def told(problems: Iterable[Problem], loading: Loading) -> list[Problem]:
    """What a person is shown, the unread files first, then in the order of files and lines."""
    unread = [f"vocabulary/{n}" for n, f in loading.vocabulary_files.items() if f.value is None]
    silent: set[str] = set()
    for name in unread:
        silent |= CONSEQUENCES[name.removeprefix("vocabulary/")]
    if len(loading.documents) < len(loading.records):
        silent |= OF_RECORDS
    causes = {id(p) for p in loading.problems}
    left = [p for p in problems if p.code not in silent or id(p) in causes]
    firsts = {(p.path, p.code) for p in loading.problems}
    return sorted(_joined(left), key=lambda p: ((p.path, p.code) not in firsts, p.severity != "error", p))


def explained(problems: Iterable[Problem], site: str) -> list[str]:
    """Where to read what each code means and how to mend it, a line for each code told; nothing where none was.

    ``site`` is the address of the site with its last slash.

    >>> explained([Problem("a.yml", 1, 1, "topic-unknown", "没有 x 这个专题")], "https://example.cn/")
    ['这些代号的意思和改法：', '    https://example.cn/problems/#topic-unknown']
    """
    codes = dict.fromkeys(p.code for p in problems)
    return ["这些代号的意思和改法：", *(f"    {site}{addresses.problem_page(c)}" for c in codes)] if codes else []


def _joined(problems: Iterable[Problem]) -> list[Problem]:
    groups: dict[tuple[str, ...], list[Problem]] = defaultdict(list)
    for p in sorted(problems):
        same = (p.path, p.code) if p.code in ONCE_FOR_ALL else (p.path, p.code, p.message, p.tip)
        groups[same].append(p)
    return [_once(group) for group in groups.values()]


def _once(group: list[Problem]) -> Problem:
    first = group[0]
    if len(group) == 1:
        return first
    others = "、".join(_place(p) for p in group[1 : _SHOWN + 1]) + (" 等" if len(group) > _SHOWN + 1 else "")
    return replace(first, message=f"{first.message}（同样的共 {len(group)} 处，另见{others}）")


def _place(problem: Problem) -> str:
    return problem.record or f"第 {problem.line} 行"
