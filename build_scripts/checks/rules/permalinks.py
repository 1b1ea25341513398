"""Rules of structured/permalinks.yml: no address once published is ever lost (the contract with those who cite us).

A repository whose register is empty has published nothing yet, and nothing is asked of it.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from typing import Any

from ...addresses import agency, rooted, valid_address
from ...locating.loading import Loading
from ...model import PAGE_KINDS, Permalink
from ...model.dates import is_day
from ...problems import Problem
from ...reading.duties.agency_of_name import KEPT, made_up
from ...store.permalinks import destination, of_records
from ...store.yaml_files_to_model import Loaded
from ...store.yaml_tree import Path
from ..walking import Check, entries, problem

UNSETTLED = frozenset({"address-unregistered", "id-guessed"})
"""What is no reason not to register the other addresses."""
_MEND = "改用的新地址写 successor: /…/；确实撤掉的写 gone: {was: 原来是什么, reason: 为什么, date: 年-月-日}"


def _complete(loading: Loading) -> bool:
    """Whether all records, vocabulary and points were read: where a file was not, its pages only seem to be missing."""
    files: tuple[Loaded[Any], ...] = (
        *loading.records.values(),
        *loading.vocabulary_files.values(),
        *loading.points.values(),
        loading.works,
    )
    return all(f.value is not None for f in files) and len(loading.documents) == len(loading.records)


def forms(loading: Loading) -> Iterator[Problem]:
    """Each entry is well formed and stands once; one is moved or gone, not both."""
    counts = Counter(e.address for _, e in entries(loading.permalinks))
    for i, e in entries(loading.permalinks):
        for at, code, message, tip in _faults(e, counts[e.address]):
            yield problem(loading.permalinks, (i, *at), code, message, tip, e.address)


def _faults(e: Permalink, times: int) -> Iterator[tuple[Path, str, str, str]]:
    """Where in an entry that stands ``times`` times, which code, what is wrong, how to mend it."""
    if not valid_address(e.address):
        tip = "从网站根写起，两头都有斜线，只用小写字母、数字、点和连字符"
        yield ("address",), "address-form", f"地址 {e.address!r} 不合规", tip
    if times > 1:
        tip = "说法不相抵触的，运行 make fix 合成一条；相抵触的，只留对的那一条"
        yield (), "address-duplicate", "这个地址登记了不止一次", tip
    if not is_day(e.first) or (e.gone and not is_day(e.gone.date)):
        yield (), "date-form", "first 和 gone.date 要写到日", "写 YYYY-MM-DD"
    if e.successor is not None and e.gone is not None:
        yield (), "address-both", "successor 和 gone 不能同时写", "改了地址只写 successor，撤了只写 gone"
    if e.gone is not None and not (e.gone.was.strip() and e.gone.reason.strip()):
        yield ("gone",), "gone-why", "没有写原来是什么、为什么撤", "was 和 reason 各写一句，页面上照印"


def successors(loading: Loading) -> Iterator[Problem]:
    """A successor is in the register, and the way from one to the next ends at a page that is still there."""
    register = {e.address: e for _, e in entries(loading.permalinks)}
    for i, e in entries(loading.permalinks):
        fault = _astray(register, e)
        if fault:
            yield problem(loading.permalinks, (i, "successor"), *fault, e.address)


def _astray(register: Mapping[str, Permalink], e: Permalink) -> tuple[str, str, str] | None:
    """Code, cause and mend where the way from an entry to its successors does not end at a page."""
    if e.successor is None:
        return None
    end = destination(register, e.address)
    if e.successor not in register:
        return "successor-unknown", f"登记册里没有 {e.successor}", "写一个已登记的地址；新页面先运行 make fix"
    if end is None:
        tip = "沿 successor 一步步看，让最后一步落在现有的页面上"
        return "redirect-loop", "接续地址绕成了圈，或断在没有登记的地址上", tip
    if register[end].gone is not None:
        return "successor-gone", f"接续地址最后落在已撤的 {end}", "改指一个现有的页面，或也写 gone"
    return None


def pages(loading: Loading) -> Iterator[Problem]:
    """Addresses of pages made from records: none vanishes, none is unregistered, none is both here and moved."""
    register = loading.permalinks
    if register.tree is None or not register.value or not _complete(loading):
        return
    here = of_records(
        loading.documents.values(), loading.vocabulary, "", loading.topic_points, loading.works.value or ()
    )
    waiting = withheld(loading)
    here = {a: p for a, p in here.items() if a not in waiting}
    yield from unregistered(register.path, register.value, here)
    rows = {e.address: i for i, e in enumerate(register.value)}
    for found in lost(register.path, (e for e in register.value if e.kind != "page"), here):
        line, column = register.place((rows[found.record],))
        yield replace(found, line=line, column=column)


def withheld(loading: Loading) -> dict[str, str]:
    """Addresses that are not registered although their pages are here: of bodies with a made-up id; each with that id."""
    registered = {e.address for e in loading.permalinks.value or ()}
    made = {rooted(agency(a.id)): a.id for a in loading.vocabulary.agencies if made_up(a)}
    return {address: id for address, id in made.items() if address not in registered}


def made_up_ids(loading: Loading) -> Iterator[Problem]:
    """A body gets an id that can be read before its address is registered for good."""
    if not loading.permalinks.value:
        return
    waiting = set(withheld(loading).values())
    loaded = loading.vocabulary_files["agencies"]
    for i, body in entries(loaded):
        if body.id in waiting:
            message = f"「{body.name}」的 id 是程序凑的，它会成为地址，以后不能再改，所以还没有登记"
            tip = (
                f"改成看得懂的英文，如 {body.jurisdiction}-tourism-company（records/ 里写着 {body.id} 的一并换掉），"
                f"再运行 make fix；一定要用这个 id，在 note 里写上“{KEPT}”"
            )
            yield problem(loaded, (i, "id"), "id-guessed", message, tip, body.id)


def lost(path: str, register: Iterable[Permalink], here: Iterable[str]) -> list[Problem]:
    """What vanished without a word, and what is here although the register says it moved or went."""
    found, pages_here = [], set(here)
    for e in register:
        stays = e.successor is None and e.gone is None
        if stays and e.address not in pages_here:
            message = f"{PAGE_KINDS[e.kind]} {e.address} 公布过，现在没有了"
            found.append(Problem(path, 0, 0, "address-vanished", message, _MEND, e.address))
        if not stays and e.address in pages_here:
            message, tip = f"{e.address} 写了 successor 或 gone，可是这一页还在", "删去 successor 或 gone，或撤下这一页"
            found.append(Problem(path, 0, 0, "address-still-here", message, tip, e.address))
    return found


def unregistered(path: str, register: Iterable[Permalink], here: Iterable[str]) -> list[Problem]:
    """Pages that no entry promises to keep."""
    known = {e.address for e in register}
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


CHECKS: tuple[Check, ...] = (forms, successors, pages, made_up_ids)
