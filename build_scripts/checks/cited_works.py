"""Rules of structured/works.yml: every document cited has one entry, found by what is printed; its id comes of its number."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator

from ..locating.citations_to_works import bare, by_work, citations, names_itself, number_parts
from ..locating.loading import Loading
from ..model import Citing, Document, Work
from ..model.dates import is_date
from ..problems import Problem
from ..store.yaml_files_to_model import valid_id
from ..store.yaml_tree import Path
from .walking import Check, entries, near, problem

Fault = tuple[Path, str, str, str]
"""Where in an entry, which code, what is wrong, how to mend it."""

_NUMBERED = re.compile(r"-(?:19|20)\d\d-\d{1,4}$")
"""How an id ends that comes of a number. One that an editor chose stays when the number is learnt."""


def forms(loading: Loading) -> Iterator[Problem]:
    """Ids are well formed and stand once, and where one looks like a number it is its own; titles are there, dates are dates."""
    seen: set[str] = set()
    for i, work in entries(loading.works):
        for at, code, message, tip in _faults(work, seen):
            yield problem(loading.works, (i, *at), code, message, tip, work.id)
        seen.add(work.id)


def _faults(work: Work, seen: set[str]) -> Iterator[Fault]:
    if not valid_id(work.id):
        yield ("id",), "id-form", f"id {work.id!r} 不合规", "只用小写字母、数字和连字符；公布之后不再改"
    if work.id in seen:
        yield ("id",), "id-duplicate", f"id {work.id} 出现了两次", "合并两条，或换一个 id"
    if not work.title.strip():
        yield ("title",), "field-empty", "title 空着", "写上书名号里的标题，用简体"
    if work.date is not None and not is_date(work.date):
        yield (
            ("date",),
            "date-form",
            f"日期 {work.date!r} 不合规",
            "写 YYYY、YYYY-MM 或 YYYY-MM-DD；哪里都没有写就删去这一行",
        )
    parts = number_parts(work.number or "")
    if work.number is not None and parts is None:
        yield ("number",), "work-number", f"发文字号 {work.number!r} 不合规", "写成 国办发〔2014〕54号 的样子"
    elif parts and _NUMBERED.search(work.id) and not work.id.endswith(parts.ending):
        tip = f"写「代字的字头{parts.ending}」，如 国办发〔2014〕54号 是 gbf-2014-54；已经公布的 id 不改，改 number"
        yield ("id",), "work-number", f"id {work.id} 不是由 {work.number} 来的", tip


def prefixes(loading: Loading) -> Iterator[Problem]:
    """Numbers of one kind begin their ids alike, those of two kinds unlike: the next one is minted after them."""
    of_mark: dict[str, str] = {}
    of_prefix: dict[str, str] = {}
    for i, work in entries(loading.works):
        parts = number_parts(work.number or "")
        if parts is None or not work.id.endswith(parts.ending):
            continue
        prefix = work.id.removesuffix(parts.ending)
        first, other = of_mark.setdefault(parts.mark, prefix), of_prefix.setdefault(prefix, parts.mark)
        if first != prefix:
            message = f"{parts.mark} 在前面用的是 {first}，这里用 {prefix}"
            yield problem(loading.works, (i, "id"), "work-prefix", message, f"改为 {first}{parts.ending}", work.id)
        elif other != parts.mark:
            message, tip = f"{prefix} 已经是 {other} 的字头", "换一个字头，如前面加上地方的字母"
            yield problem(loading.works, (i, "id"), "work-prefix", message, tip, work.id)


def twice(loading: Loading) -> Iterator[Problem]:
    """A number or a title leads to one work only; two numbered works may share a title."""
    numbers: dict[str, str] = {}
    titles: dict[str, Work] = {}
    for i, work in entries(loading.works):
        first = numbers.setdefault(bare(work.number), work.id) if work.number else work.id
        for name in (work.title, *work.names):
            held = titles.setdefault(bare(name), work)
            if held is not work and not (held.number and work.number):
                first = held.id
        if first != work.id:
            message, tip = f"与 {first} 同题名或同字号", "是同一份文件就并成一条；不同的，两条都写上发文字号"
            yield problem(loading.works, (i,), "work-twice", message, tip, work.id)


def ours(loading: Loading) -> Iterator[Problem]:
    """A work that is a document of ours says so, and no other does."""
    documents = loading.documents
    ours = _Ours(documents.values())
    for i, work in entries(loading.works):
        if work.document is None:
            here = ours.of(work)
            if here:
                message, tip = f"这就是收录的 {here}", f"写上 document: {here}"
                yield problem(loading.works, (i,), "work-document", message, tip, work.id)
        elif work.document not in loading.records:
            message, tip = (
                f"没有 {work.document} 这份文件",
                near(work.document, loading.records) or "document 写文件 id",
            )
            yield problem(loading.works, (i, "document"), "document-unknown", message, tip, work.id)
        elif work.document in documents and _unlike(work, documents[work.document]):
            message = f"与 {work.document} 的题名、字号都不同"
            tip = "核对是不是同一份；题名写法不同的，把记录里的题名加进 names"
            yield problem(loading.works, (i, "document"), "work-document", message, tip, work.id)


class _Ours:
    """Documents by number and by title."""

    def __init__(self, documents: Iterable[Document]) -> None:
        self._having: dict[str, list[tuple[int, Document]]] = defaultdict(list)
        for n, document in enumerate(documents):
            for printed in {bare(document.title), bare(document.number or "")}:
                self._having[printed].append((n, document))

    def of(self, work: Work) -> str | None:
        """The first document that a work is, by its id."""
        printed = {bare(p) for p in (work.number or "", work.title, *work.names)}
        near = (held for p in printed for held in self._having.get(p, ()))
        return min(((n, d.id) for n, d in near if _same(work, d)), default=(0, None))[1]


def _same(work: Work, document: Document) -> bool:
    if work.number and document.number:
        return bare(work.number) == bare(document.number)
    return bare(document.title) in {bare(t) for t in (work.title, *work.names)}


def _unlike(work: Work, document: Document) -> bool:
    return not _same(work, document) and bare(document.title) not in {bare(t) for t in (work.title, *work.names)}


def cited(loading: Loading) -> Iterator[Problem]:
    """Every citation has its work; while one has none, a work that nothing cites is told as well: it may be the one."""
    if loading.works.value is None:
        return
    cited = citations(loading.documents.values())
    missing = [c for c in cited if c.citation.work is None and not names_itself(loading.documents[c.document], c)]
    for place in missing:
        yield _missing(loading, place)
    known = by_work(loading.documents.values())
    for i, work in entries(loading.works):
        if missing and work.id not in known:
            tip = "核对 title、number 与原文；别的写法加进 names；确实不再引，这一条可以留着"
            yield problem(loading.works, (i,), "work-uncited", "没有一处引它", tip, work.id, "warning")


def _missing(loading: Loading, place: Citing) -> Problem:
    """Where a citation stands in its record, and the entry that it lacks."""
    loaded, citation = loading.records[place.document], place.citation
    said = f"《{citation.title}》" + (f"（{citation.number}）" if citation.number else "")
    message = f"{said}在 works.yml 里没有条目"
    entry = f"{{id: …, title: {citation.title}" + (f", number: {citation.number}" if citation.number else "") + "}"
    minted = loading.shelf.minted(citation)
    tip = f"运行 make fix，编为 {minted.id}" if minted else f"在 structured/works.yml 加一条，id 自定：{entry}"
    record = place.measure or f"{place.document} {place.passage} {place.ref or ''}".rstrip()
    return problem(loaded, _at(loading, place), "work-missing", message, tip, record, "warning")


def _at(loading: Loading, place: Citing) -> Path:
    document = loading.documents[place.document]
    if place.measure is not None:
        ref = place.measure.partition("/")[2]
        return "measures", next(i for i, m in enumerate(document.measures) if m.ref == ref), "citations"
    held = ((i, p) for i, p in enumerate(document.passages) if (p.kind, p.ref) == (place.passage, place.ref))
    return "passages", next(i for i, p in held if place.citation in p.citations), "citations"


CHECKS: tuple[Check, ...] = (forms, prefixes, twice, ours, cited)
