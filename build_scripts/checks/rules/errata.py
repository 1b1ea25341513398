"""Rules of structured/errata.yml: a published text changes only with a word on when, what and why."""

from __future__ import annotations

import re
from collections import defaultdict

from ...addresses import page_of, rooted
from ...locating.loading import Loading
from ...model import Erratum, text_hash
from ...problems import Problem

_DATE = re.compile(r"\d{4}-\d{2}-\d{2}")


def _entries(loading: Loading) -> tuple[Erratum, ...]:
    loaded = loading.errata
    return () if loaded is None or loaded.tree is None or loaded.value is None else loaded.value


def _problem(loading: Loading, at: tuple, code: str, message: str, tip: str, record: str) -> Problem:
    return Problem(loading.errata.path, *loading.errata.tree.place(at), code, message, tip, record)


def forms(loading: Loading) -> list[Problem]:
    """Each correction is of something published, dated, and says why and after what."""
    entries = _entries(loading)
    published = {e.address for e in (loading.permalinks.value if loading.permalinks else None) or ()}
    found = []
    for i, e in enumerate(entries):
        if rooted(page_of(e.id)) not in published:
            message, tip = f"{e.id} 没有公布过", "id 写文件 id，或「文件 id/编号」"
            found.append(_problem(loading, (i, "id"), "erratum-unknown", message, tip, e.id))
        if not _DATE.fullmatch(e.date):
            found.append(_problem(loading, (i, "date"), "date-form", "日期要写到日", "写 YYYY-MM-DD", e.id))
        if not (e.reason.strip() and e.source.strip()):
            message, tip = "没有写为什么更正、以什么为据", "reason 和 source 各写一句，页面上照印"
            found.append(_problem(loading, (i,), "erratum-why", message, tip, e.id))
    return found


def texts(loading: Loading) -> list[Problem]:
    """A measure reads as first published, or its errata lead, one after another, to how it reads now."""
    if loading.permalinks is None or not loading.permalinks.value:
        return []
    first = {e.address: e.hash for e in loading.permalinks.value if e.kind == "measure"}
    errata: dict[str, list[tuple[int, Erratum]]] = defaultdict(list)
    for i, e in enumerate(_entries(loading)):
        if e.field == "text" and "/" in e.id:
            errata[e.id].append((i, e))
    found = []
    for name, document in loading.documents.items():
        tree = loading.records[name]
        for n, measure in enumerate(document.measures):
            id = f"{document.id}/{measure.ref}"
            reads = first.get(rooted(page_of(id)))
            if reads is None:
                continue
            for i, e in sorted(errata[id], key=lambda pair: pair[1].date):
                if e.before != reads:
                    message = f"before 应当是更正前的 {reads}，而不是 {e.before}"
                    found.append(_problem(loading, (i, "before"), "erratum-chain", message, "按日期一条接一条写", id))
                reads = e.after or reads
            now = text_hash(measure.text)
            if now != reads:
                at = tree.tree.place(("measures", n, "text"))
                tip = (
                    "若是误改，请改回；若是更正，在 structured/errata.yml 加一条："
                    f"{{id: {id}, date: 年-月-日, field: text, before: {reads}, after: {now}, reason: 为什么, source: 据什么}}"
                )
                message = "公布过的条文改动了，却没有更正说明"
                found.append(Problem(tree.path, *at, "erratum-missing", message, tip, measure.ref))
    return found


CHECKS = (forms, texts)
