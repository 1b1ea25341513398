"""Rules of structured/relations.yml."""

from __future__ import annotations

from collections.abc import Iterator

from ...locating.loading import Loading
from ...locating.quoted import find_printed
from ...model import RELATIONS, Document, Measure, Relation, measure_id
from ...problems import Problem
from ...store.yaml_tree import Path
from ..walking import Check, entries, problem

_SIDES = (("from", "origin", "evidence_from"), ("to", "to", "evidence_to"))


def _problem(loading: Loading, at: Path, code: str, message: str, tip: str, relation: Relation) -> Problem:
    record = f"{relation.origin or '—'} → {relation.to or '—'}"
    return problem(loading.relations, at, code, message, tip, record)


def _measures(loading: Loading) -> dict[str, tuple[Document, Measure]]:
    return {measure_id(d.id, m.ref): (d, m) for d in loading.documents.values() for m in d.measures}


def ends(loading: Loading) -> Iterator[Problem]:
    """Both measures exist; at a side without one, the documents read for it do; a relation stands once."""
    known = _measures(loading)
    seen: set[tuple[str | None, ...]] = set()
    for i, relation in entries(loading.relations):
        for key, name, _ in _SIDES:
            ref = getattr(relation, name)
            if ref is not None and ref not in known:
                tip = "写「文件 id/编号」，如 gansu-enclave-economy/3.4"
                yield _problem(loading, (i, key), "measure-unknown", f"没有 {ref} 这条措施", tip, relation)
        for n, document in enumerate(relation.absent_in):
            if document not in loading.records:
                message, tip = f"没有 {document} 这份文件", "absent_in 写文件 id"
                yield _problem(loading, (i, "absent_in", n), "document-unknown", message, tip, relation)
        if relation.origin is None and relation.to is None:
            message, tip = "from 和 to 都没有写", "至少写一边"
            yield _problem(loading, (i,), "relation-ends", message, tip, relation)
        elif (relation.origin is None or relation.to is None) != bool(relation.absent_in):
            message = "缺一边时要写 absent_in（在哪些文件里没有找到），两边都有时不写"
            yield _problem(loading, (i,), "relation-ends", message, "absent_in: [文件 id]", relation)
        whole = (relation.kind, relation.relation, relation.origin, relation.to)
        if whole in seen:
            message, tip = "这一条重复了", "同一关系只记一次"
            yield _problem(loading, (i,), "relation-duplicate", message, tip, relation)
        seen.add(whole)


def judgements(loading: Loading) -> Iterator[Problem]:
    """The relation belongs to its kind, has its reason, and runs the way the kind says."""
    known = _measures(loading)
    within = {j.id: j.within for j in loading.vocabulary.jurisdictions}
    for i, relation in entries(loading.relations):
        allowed = RELATIONS[relation.kind]
        if relation.relation not in allowed:
            message, tip = f"{relation.kind} 没有 {relation.relation} 这种关系", "可用的值：" + "、".join(allowed)
            yield _problem(loading, (i, "relation"), "relation-kind", message, tip, relation)
        if not relation.why.strip():
            message, tip = "没有写理由", "why 用一句话写判断的根据"
            yield _problem(loading, (i,), "relation-why", message, tip, relation)
        if relation.origin in known and relation.to in known:
            earlier, later = known[relation.origin][0], known[relation.to][0]
            if relation.kind == "province-to-city" and within.get(later.jurisdiction) != earlier.jurisdiction:
                message, tip = f"{later.id} 的地区不在 {earlier.id} 的地区之下", "from 写上级的措施，to 写下级的"
                yield _problem(loading, (i,), "relation-direction", message, tip, relation)
            if relation.kind == "over-time" and earlier.id == later.id:
                message, tip = "两边是同一份文件", "from 写较早的文件，to 写较晚的"
                yield _problem(loading, (i,), "relation-direction", message, tip, relation)


def evidence(loading: Loading) -> Iterator[Problem]:
    """Each side that has a measure quotes it, to the letter; a side without one quotes nothing."""
    known = _measures(loading)
    for i, relation in entries(loading.relations):
        for _, name, quoted in _SIDES:
            ref, quote = getattr(relation, name), getattr(relation, quoted)
            if (ref is None) != (not quote):
                message = f"写了 {quoted} 却没有那一边" if quote else f"没有写 {quoted}"
                tip = "有措施的一边都要引原文，没有的不引"
                yield _problem(loading, (i, quoted), "relation-evidence", message, tip, relation)
            elif ref in known and find_printed(known[ref][1].text, quote) is None:
                message, tip = f"「{quote}」不在 {ref} 的原文里", "照原文逐字填写（简繁、标点、空格都要一致）"
                yield _problem(loading, (i, quoted), "quote-not-in-text", message, tip, relation)


CHECKS: tuple[Check, ...] = (ends, judgements, evidence)
