"""From all that was found to what is told: the cause first, its consequences not at all, a repeat once with its count.

A file that could not be read leaves others pointing into nothing. Those problems are consequences; telling them would
bury the one line that a person can mend.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import replace

from .. import addresses
from ..locating.loading import Loading
from ..problems import Problem
from .codes import written_at

# What cannot be said of anything while a file of the vocabulary is unread.
CONSEQUENCES: Mapping[str, frozenset[str]] = {
    "jurisdictions": frozenset(
        {
            *("jurisdiction-unknown", "agency-missing", "agency-name", "reading-behind"),
            *("difference-unread", "owners-behind", "why-unproven", "address-vanished"),
        }
    ),
    "agencies": frozenset(
        {
            *("agency-unknown", "agency-missing", "agency-name", "successor-unknown", "reading-behind"),
            *("address-vanished", "why-unproven"),
        }
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
        *("passage-unknown", "difference-unread", "difference-missing", "owners-behind", "why-unproven"),
        *("answer-unproven", "answer-longer", "difference-vague", "relation-direction", "points-missing"),
        *("work-uncited", "work-document", "work-missing", "erratum-missing", "successor-gone", "study-empty"),
    }
)

# What is told of a document's day, and what cannot be said while that is wrong: documents are called by their years.
OF_A_DAY = frozenset({"date-form", "date-future", "fact-not-in-source"})
OF_NAMES = frozenset({"difference-unread", "why-unproven", "relation-direction", "date-order"})

# A measure that is called as another one, or as none can be: what others say of it fits nothing.
OF_REFS = frozenset({"ref-duplicate", "ref-form"})

# Told once for all of a kind, since what is to be done is one thing; of others only the same words are repeats.
ONCE_FOR_ALL = frozenset({"address-unregistered", "points-missing"})
_SHOWN = 5


def told(problems: Iterable[Problem], loading: Loading) -> list[Problem]:
    """What a person is shown: unread files, wrong days and refs that name no one measure first, then in the order of files
    and lines; last, in one line, what waits until the files and days are mended."""
    problems = list(problems)
    days = {id(p) for p in problems if _of_a_day(p, loading)}
    first = {id(p) for p in loading.problems} | days | {id(p) for p in problems if p.code in OF_REFS}
    silent = _silent(loading, bool(days))
    left = [p for p in problems if p.code not in silent or id(p) in first]
    firsts = {(p.path, p.code) for p in problems if id(p) in first}
    told = sorted(_joined(left), key=lambda p: ((p.path, p.code) not in firsts, p.severity != "error", p))
    waiting = Counter("/".join(p.path.split("/")[:2]) for p in problems if p.code in silent and id(p) not in first)
    return [*told, _rest(told[0], waiting)] if waiting else told


def _of_a_day(problem: Problem, loading: Loading) -> bool:
    """Whether a problem is of the day of a document: its ``date`` or ``published``."""
    if problem.code not in OF_A_DAY or problem.severity != "error":
        return False
    records = (r for r in loading.records.values() if r.path == problem.path)
    return any(problem.line == r.place((key,))[0] for r in records for key in ("date", "published"))


def _silent(loading: Loading, wrong_day: bool) -> set[str]:
    """The codes of what cannot be said while something is unread or of a wrong day."""
    unread = [name for name, loaded in loading.vocabulary_files.items() if loaded.value is None]
    silent: set[str] = set().union(*(CONSEQUENCES[name] for name in unread))
    if len(loading.documents) < len(loading.records):
        silent |= OF_RECORDS
    return silent | OF_NAMES if wrong_day else silent


def _rest(cause: Problem, waiting: Mapping[str, int]) -> Problem:
    """One line for all that waits until the cause is mended."""
    where = "、".join(f"{path} {n} 处" for path, n in sorted(waiting.items()))
    message = f"其余的核对等这一处改好再做：先不报的有 {sum(waiting.values())} 处（{where}）"
    return Problem(
        cause.path,
        cause.line,
        cause.column,
        "rest-waits",
        message,
        "改好上面各处，再运行 make check",
        severity="warning",
    )


def explained(problems: Iterable[Problem], site: str) -> list[str]:
    """Where to read what each code means and how to mend it, a line for each code told; nothing where none was.

    ``site`` is the address of the site with its last slash; without one the list of codes itself is named, line by line.

    >>> explained([Problem("a.yml", 1, 1, "topic-unknown", "没有 x 这个专题")], "https://example.cn/")
    ['这些代号的意思和改法：', '    https://example.cn/problems/#topic-unknown']
    """
    codes = dict.fromkeys(p.code for p in problems)
    if codes and not site:
        return ["这些代号的意思和改法（网站上在 problems/ 这一页）：", *(f"    {written_at(c)}" for c in codes)]
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
