"""Rules of structured/relations.yml, and of the studies in structured/vocabulary/ that its relations belong to."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from ...locating.loading import Loading
from ...locating.quoted import find_printed
from ...model import Relation, Study
from ...problems import Problem
from ...store.yaml_files_to_model import valid_id
from ...store.yaml_tree import Path
from ..walking import Check, entries, problem

_SIDES = (("from", "origin", "evidence_from"), ("to", "to", "evidence_to"))


Fault = tuple[Path, str, str, str]
"""Where in a study, which code, what is wrong, how to mend it."""


def _problem(loading: Loading, at: Path, code: str, message: str, tip: str, relation: Relation) -> Problem:
    record = f"{relation.origin or '—'} → {relation.to or '—'}"
    return problem(loading.relations, at, code, message, tip, record)


def ends(loading: Loading) -> Iterator[Problem]:
    """Both measures exist; at a side without one, the documents read for it do; a relation stands once."""
    known = loading.measures
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
    known = loading.measures
    within = {j.id: j.within for j in loading.vocabulary.jurisdictions}
    studies = {s.id: s for s in loading.vocabulary.studies}
    for i, relation in entries(loading.relations):
        study = studies.get(relation.kind)
        if study is None:
            message, tip = (
                f"没有 {relation.kind} 这种对读",
                "先加入 vocabulary/studies.yml；可用的值：" + "、".join(studies),
            )
            yield _problem(loading, (i, "kind"), "study-unknown", message, tip, relation)
            continue
        allowed = [sort.id for sort in study.relations]
        if relation.relation not in allowed:
            message, tip = f"{relation.kind} 没有 {relation.relation} 这种关系", "可用的值：" + "、".join(allowed)
            yield _problem(loading, (i, "relation"), "relation-kind", message, tip, relation)
        if not relation.why.strip():
            message, tip = "没有写理由", "why 用一句话写判断的根据"
            yield _problem(loading, (i,), "relation-why", message, tip, relation)
        sides = [known[id][0] for id in (relation.origin, relation.to) if id is not None and id in known]
        if len(sides) == len(_SIDES):
            earlier, later = sides
            if study.direction == "down" and within.get(later.jurisdiction) != earlier.jurisdiction:
                message, tip = f"{later.id} 的地区不在 {earlier.id} 的地区之下", "from 写上级的措施，to 写下级的"
                yield _problem(loading, (i,), "relation-direction", message, tip, relation)
            if study.direction == "later" and earlier.id == later.id:
                message, tip = "两边是同一份文件", "from 写较早的文件，to 写较晚的"
                yield _problem(loading, (i,), "relation-direction", message, tip, relation)


def evidence(loading: Loading) -> Iterator[Problem]:
    """Each side that has a measure quotes it, to the letter; a side without one quotes nothing."""
    known = loading.measures
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


def slugs(loading: Loading) -> Iterator[Problem]:
    """A study has an address of its own: its slug is well formed and no other study's."""
    held: Counter[str] = Counter()
    loaded = loading.vocabulary_files["studies"]
    for i, study in entries(loaded):
        held[study.slug] += 1
        if not valid_id(study.slug):
            message, tip = f"地址 {study.slug!r} 不合规", "只用小写字母、数字和连字符；公布之后不再改"
            yield problem(loaded, (i, "slug"), "study-slug", message, tip, study.id)
        elif held[study.slug] > 1:
            message, tip = f"地址 {study.slug} 已经属于另一种对读", "换一个 slug"
            yield problem(loaded, (i, "slug"), "study-slug", message, tip, study.id)


def sorts(loading: Loading) -> Iterator[Problem]:
    """A study has sorts of relations, each with its meaning; a sort's id means the same name in every study."""
    names: dict[str, str] = {}
    loaded = loading.vocabulary_files["studies"]
    for i, study in entries(loaded):
        for at, code, message, tip in _faults(study, names):
            yield problem(loaded, (i, *at), code, message, tip, study.id)


def _faults(study: Study, names: dict[str, str]) -> Iterator[Fault]:
    """What is wrong with a study's sorts; ``names`` are those told so far, by id, and grow."""
    if not study.relations:
        yield (), "study-empty", "没有列出任何关系", "relations 至少写一种：id、zh、meaning"
    seen: set[str] = set()
    for n, sort in enumerate(study.relations):
        at: Path = ("relations", n)
        if not valid_id(sort.id) or sort.id in seen:
            tip = "只用小写字母、数字和连字符，一种对读里只出现一次"
            yield at, "study-sort", f"关系 id {sort.id!r} 不合规或重复", tip
        elif names.setdefault(sort.id, sort.zh) != sort.zh:
            message = f"{sort.id} 在别处叫“{names[sort.id]}”，这里叫“{sort.zh}”"
            yield at, "study-sort", message, "同一个 id 用同一个名称，或换一个 id"
        if not sort.meaning.strip():
            tip = "meaning 用一句话写明它断言什么、不断言什么"
            yield at, "study-meaning", f"没有写“{sort.zh}”是什么意思", tip
        seen.add(sort.id)


CHECKS: tuple[Check, ...] = (slugs, sorts, ends, judgements, evidence)
