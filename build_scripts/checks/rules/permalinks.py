"""Rules of structured/permalinks.yml: no address once published is ever lost (the contract with those who cite us).

A repository whose register is empty has published nothing yet, and nothing is asked of it.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import replace

from ...addresses import valid_address
from ...locating.loading import Loading
from ...model import PAGE_KINDS, Permalink
from ...problems import Problem
from ...store.permalinks import destination, of_records

_DATE = re.compile(r"\d{4}-\d{2}-\d{2}")
_MEND = "改用的新地址写 successor: /…/；确实撤掉的写 gone: {was: 原来是什么, reason: 为什么, date: 年-月-日}"


def _entries(loading: Loading) -> tuple[Permalink, ...] | None:
    loaded = loading.permalinks
    return None if loaded is None or loaded.tree is None else loaded.value or None


def _problem(loading: Loading, at: tuple, code: str, message: str, tip: str, record: str) -> Problem:
    loaded = loading.permalinks
    return Problem(loaded.path, *loaded.tree.place(at), code, message, tip, record)


def _complete(loading: Loading) -> bool:
    """Whether every record and vocabulary file was read: where one was not, its pages only seem to be missing."""
    files = (*loading.records.values(), *loading.vocabulary_files.values())
    return all(f.value is not None for f in files) and len(loading.documents) == len(loading.records)


def forms(loading: Loading) -> list[Problem]:
    """Each entry is well formed and stands once; one is moved or gone, not both."""
    entries = _entries(loading) or ()
    counts = Counter(e.address for e in entries)
    found = []

    def add(at: tuple, code: str, message: str, tip: str, entry: Permalink) -> None:
        found.append(_problem(loading, at, code, message, tip, entry.address))

    for i, e in enumerate(entries):
        if not valid_address(e.address):
            tip = "从网站根写起，两头都有斜线，只用小写字母、数字、点和连字符"
            add((i, "address"), "address-form", f"地址 {e.address!r} 不合规", tip, e)
        if counts[e.address] > 1:
            add((i,), "address-duplicate", "这个地址登记了不止一次", "只留最早的那一条", e)
        if not _DATE.fullmatch(e.first) or (e.gone and not _DATE.fullmatch(e.gone.date)):
            add((i,), "date-form", "first 和 gone.date 要写到日", "写 YYYY-MM-DD", e)
        if e.successor is not None and e.gone is not None:
            add((i,), "address-both", "successor 和 gone 不能同时写", "改了地址只写 successor，撤了只写 gone", e)
        if e.gone is not None and not (e.gone.was.strip() and e.gone.reason.strip()):
            add((i, "gone"), "gone-why", "没有写原来是什么、为什么撤", "was 和 reason 各写一句，页面上照印", e)
    return found


def successors(loading: Loading) -> list[Problem]:
    """A successor is in the register, and the way from one to the next ends at a page that is still there."""
    entries = _entries(loading) or ()
    register = {e.address: e for e in entries}
    found = []
    for i, e in enumerate(entries):
        if e.successor is None:
            continue
        end = destination(register, e.address)
        at = (i, "successor")
        if e.successor not in register:
            message, tip = f"登记册里没有 {e.successor}", "写一个已登记的地址；新页面先运行 make fix"
            found.append(_problem(loading, at, "successor-unknown", message, tip, e.address))
        elif end is None:
            message, tip = (
                "接续地址绕成了圈，或断在没有登记的地址上",
                "沿 successor 一步步看，让最后一步落在现有的页面上",
            )
            found.append(_problem(loading, at, "redirect-loop", message, tip, e.address))
        elif register[end].gone is not None:
            message, tip = f"接续地址最后落在已撤的 {end}", "改指一个现有的页面，或也写 gone"
            found.append(_problem(loading, at, "successor-gone", message, tip, e.address))
    return found


def pages(loading: Loading) -> list[Problem]:
    """Addresses of pages made from records: none vanishes, none is unregistered, none is both here and moved."""
    entries = _entries(loading)
    if entries is None or not _complete(loading):
        return []
    here = of_records(loading.documents.values(), loading.vocabulary, "")
    ours = tuple(e for e in entries if e.kind != "page")
    found = [*unregistered(loading.permalinks.path, entries, here)]
    places = {e.address: i for i, e in enumerate(entries)}
    for problem in lost(loading.permalinks.path, ours, here):
        line, column = loading.permalinks.tree.place((places[problem.record],))
        found.append(replace(problem, line=line, column=column))
    return found


def lost(path: str, entries: Iterable[Permalink], here: Iterable[str]) -> list[Problem]:
    """What vanished without a word, and what is here although the register says it moved or went."""
    found, here = [], set(here)
    for e in entries:
        stays = e.successor is None and e.gone is None
        if stays and e.address not in here:
            message = f"{PAGE_KINDS[e.kind]}页 {e.address} 公布过，现在没有了"
            found.append(Problem(path, 0, 0, "address-vanished", message, _MEND, e.address))
        if not stays and e.address in here:
            message, tip = f"{e.address} 写了 successor 或 gone，可是这一页还在", "删去 successor 或 gone，或撤下这一页"
            found.append(Problem(path, 0, 0, "address-still-here", message, tip, e.address))
    return found


def unregistered(path: str, entries: Iterable[Permalink], here: Iterable[str]) -> list[Problem]:
    """Pages that no entry promises to keep."""
    known = {e.address for e in entries}
    tip = "运行 make fix 登记；登记之后这个地址就不能再改"
    return [
        Problem(path, 1, 1, "address-unregistered", f"地址 {a} 还没有登记", tip, a) for a in sorted(set(here) - known)
    ]


def kept(before: Iterable[Permalink], after: Mapping[str, Permalink], path: str) -> list[Problem]:
    """What an older register holds and a newer one lost or changed. Gaining a successor or a tombstone is allowed,
    and so is going back on one; all else of an entry is for good."""
    found = []
    for old in before:
        new = after.get(old.address)
        if new is None:
            message, tip = "登记过的地址被删掉了", "恢复这一条；登记册只增不减"
        elif replace(new, successor=None, gone=None) != replace(old, successor=None, gone=None):
            message, tip = (
                "登记过的条目被改动了",
                "恢复原样；可以加 successor 或 gone，条文更正写 structured/errata.yml",
            )
        else:
            continue
        found.append(Problem(path, 0, 0, "register-changed", message, tip, old.address))
    return found


CHECKS = (forms, successors, pages)
