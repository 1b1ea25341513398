"""Rules of structured/relations.yml."""

from __future__ import annotations

from collections.abc import Iterator

from ...locating.loading import Loading
from ...locating.offsets import find_printed
from ...model import Document, Measure, Relation, measure_id
from ...problems import Problem

_SIDES = (("from", "origin", "evidence_from"), ("to", "to", "evidence_to"))


def _relations(loading: Loading) -> Iterator[tuple[int, Relation]]:
    loaded = loading.relations
    if loaded is not None and loaded.value is not None and loaded.tree is not None:
        yield from enumerate(loaded.value)


def _problem(loading: Loading, at: tuple, code: str, message: str, tip: str, relation: Relation) -> Problem:
    record = f"{relation.origin or '—'} → {relation.to or '—'}"
    return Problem(loading.relations.path, *loading.relations.tree.place(at), code, message, tip, record)


def _measures(loading: Loading) -> dict[str, tuple[Document, Measure]]:
    return {measure_id(d.id, m.ref): (d, m) for d in loading.documents.values() for m in d.measures}


def ends(loading: Loading) -> list[Problem]:
    """Both measures exist; at a side without one, the documents read for it do; a relation stands once."""
    known = _measures(loading)
    seen: set[tuple] = set()
    found = []
    for i, relation in _relations(loading):
        for key, name, _ in _SIDES:
            ref = getattr(relation, name)
            if ref is not None and ref not in known:
                tip = "写「文件 id/编号」，如 gansu-enclave-economy/3.4"
                found.append(_problem(loading, (i, key), "measure-unknown", f"没有 {ref} 这条措施", tip, relation))
        for n, document in enumerate(relation.absent_in):
            if document not in loading.records:
                message, tip = f"没有 {document} 这份文件", "absent_in 写文件 id"
                found.append(_problem(loading, (i, "absent_in", n), "document-unknown", message, tip, relation))
        if relation.origin is None and relation.to is None:
            message, tip = "from 和 to 都没有写", "至少写一边"
            found.append(_problem(loading, (i,), "relation-ends", message, tip, relation))
        elif (relation.origin is None or relation.to is None) != bool(relation.absent_in):
            message = "缺一边时要写 absent_in（在哪些文件里没有找到），两边都有时不写"
            found.append(_problem(loading, (i,), "relation-ends", message, "absent_in: [文件 id]", relation))
        key = (relation.kind, relation.relation, relation.origin, relation.to)
        if key in seen:
            message, tip = "这一条重复了", "同一关系只记一次"
            found.append(_problem(loading, (i,), "relation-duplicate", message, tip, relation))
        seen.add(key)
    return found


def judgements(loading: Loading) -> list[Problem]:
    """The relation belongs to its kind, has its reason, and runs the way the kind says."""
    known = _measures(loading)
    within = {j.id: j.within for j in loading.vocabulary.jurisdictions}
    studies = {s.id: s for s in loading.vocabulary.studies}
    found = []
    for i, relation in _relations(loading):
        study = studies.get(relation.kind)
        if study is None:
            tip = "先加入 vocabulary/studies.yml；可用的值：" + "、".join(studies)
            found.append(
                _problem(loading, (i, "kind"), "study-unknown", f"没有 {relation.kind} 这种对读", tip, relation)
            )
            continue
        allowed = [sort.id for sort in study.relations]
        if relation.relation not in allowed:
            message, tip = f"{relation.kind} 没有 {relation.relation} 这种关系", "可用的值：" + "、".join(allowed)
            found.append(_problem(loading, (i, "relation"), "relation-kind", message, tip, relation))
        if not relation.why.strip():
            message, tip = "没有写理由", "why 用一句话写判断的根据"
            found.append(_problem(loading, (i,), "relation-why", message, tip, relation))
        if relation.origin in known and relation.to in known:
            earlier, later = known[relation.origin][0], known[relation.to][0]
            if study.direction == "down" and within.get(later.jurisdiction) != earlier.jurisdiction:
                message, tip = f"{later.id} 的地区不在 {earlier.id} 的地区之下", "from 写上级的措施，to 写下级的"
                found.append(_problem(loading, (i,), "relation-direction", message, tip, relation))
            if study.direction == "later" and earlier.id == later.id:
                message, tip = "两边是同一份文件", "from 写较早的文件，to 写较晚的"
                found.append(_problem(loading, (i,), "relation-direction", message, tip, relation))
    return found


def evidence(loading: Loading) -> list[Problem]:
    """Each side that has a measure quotes it, to the letter; a side without one quotes nothing."""
    known = _measures(loading)
    found = []
    for i, relation in _relations(loading):
        for _, name, quoted in _SIDES:
            ref, quote = getattr(relation, name), getattr(relation, quoted)
            if (ref is None) != (not quote):
                message = f"写了 {quoted} 却没有那一边" if quote else f"没有写 {quoted}"
                tip = "有措施的一边都要引原文，没有的不引"
                found.append(_problem(loading, (i, quoted), "relation-evidence", message, tip, relation))
            elif ref in known and find_printed(known[ref][1].text, quote) is None:
                message, tip = f"「{quote}」不在 {ref} 的原文里", "照原文逐字填写（简繁、标点、空格都要一致）"
                found.append(_problem(loading, (i, quoted), "quote-not-in-text", message, tip, relation))
    return found


CHECKS = (ends, judgements, evidence)
