"""Rules of structured/errata.yml: a published text changes only with a word on when, what and why."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from ...addresses import page_of, rooted
from ...locating.loading import Loading
from ...model import CORRECTED, Erratum, measure_id, text_hash
from ...model.dates import is_day
from ...problems import Problem
from ..walking import Check, entries, problem


def forms(loading: Loading) -> Iterator[Problem]:
    """Each correction is of something published, dated, and says why and after what."""
    published = {e.address for e in loading.permalinks.value or ()}
    for i, e in entries(loading.errata):
        if e.of_kind and e.field not in CORRECTED:
            message, tip = f"整类更正的 field 写了 {e.field}", "可用：" + "、".join(CORRECTED)
            yield problem(loading.errata, (i, "field"), "value-unknown", message, tip, e.id)
        elif not e.of_kind and rooted(page_of(e.id)) not in published:
            message, tip = f"{e.id} 没有公布过", "id 写文件 id，或「文件 id/编号」；整类判断的更正写数据版本"
            yield problem(loading.errata, (i, "id"), "erratum-unknown", message, tip, e.id)
        if not is_day(e.date):
            yield problem(loading.errata, (i, "date"), "date-form", "日期要写到日", "写 YYYY-MM-DD", e.id)
        if not (e.reason.strip() and e.source.strip()):
            message, tip = "没有写为什么更正、以什么为据", "reason 和 source 各写一句，页面上照印"
            yield problem(loading.errata, (i,), "erratum-why", message, tip, e.id)


def texts(loading: Loading) -> Iterator[Problem]:
    """A measure reads as first published, or its errata lead, one after another, to how it reads now."""
    first = {e.address: e.hash for e in loading.permalinks.value or () if e.kind == "measure"}
    corrections: dict[str, list[tuple[int, Erratum]]] = defaultdict(list)
    for i, e in sorted(entries(loading.errata), key=lambda entry: entry[1].date):
        if e.field == "text":
            corrections[e.id].append((i, e))
    for name, document in loading.documents.items():
        for n, measure in enumerate(document.measures):
            id = measure_id(document.id, measure.ref)
            reads = first.get(rooted(page_of(id)))
            if reads is None:
                continue
            for i, e in corrections[id]:
                if e.before != reads:
                    message, tip = f"before 应当是更正前的 {reads}，而不是 {e.before}", "按日期一条接一条写"
                    yield problem(loading.errata, (i, "before"), "erratum-chain", message, tip, id)
                reads = e.after or reads
            now = text_hash(measure.text)
            if now != reads:
                entry = f"{{id: {id}, date: 年-月-日, field: text, before: {reads}, after: {now}, reason: 为什么, source: 据什么}}"
                tip = f"若是误改，请改回；若是更正，在 structured/errata.yml 加一条：{entry}"
                message = "公布过的条文改动了，却没有更正说明"
                at = ("measures", n, "text")
                yield problem(loading.records[name], at, "erratum-missing", message, tip, measure.ref)


CHECKS: tuple[Check, ...] = (forms, texts)
