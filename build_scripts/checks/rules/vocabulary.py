"""Rules of structured/vocabulary/."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from ...locating.loading import Loading
from ...model import Agency, Event, Jurisdiction, Vocabulary, point_id
from ...model.dates import is_date
from ...problems import Problem
from ...reading.safe_patterns import refusal
from ...sources.fold import fold
from ...store.code_owners import valid_owner
from ...store.yaml_files_to_model import valid_id
from ...store.yaml_tree import Path
from ..walking import Check, called, entries, problem

KINDS: Mapping[str, str] = {
    "party": "党委机构",
    "government": "政府部门",
    "office": "办公厅（室）",
    "customs": "海关",
    "tax": "税务",
    "zone": "开发区管理机构",
    "people-organisation": "人民团体",
    "coordinating": "议事协调机构",
    "institution": "事业单位",
    "enterprise": "企业",
}
"""What a body may be, with what a page calls it."""
LEVELS = ("nation", "province", "prefecture", "county")
EVENT_TYPES = ("rename", "merge", "split", "transfer", "abolition", "established")


Fault = tuple[Path, str, str, str]
"""Where in an entry, which code, what is wrong, how to mend it."""


def ids(loading: Loading) -> Iterator[Problem]:
    """Ids are well formed and stand once."""
    for name, loaded in loading.vocabulary_files.items():
        seen: set[str] = set()
        for i, item in entries(loaded) if name != "synonyms" else ():
            if not valid_id(item.id):
                message, tip = f"id {item.id!r} 不合规", "只用小写字母、数字和连字符，且不是系统保留名"
                yield problem(loaded, (i, "id"), "id-form", message, tip, item.id)
            if item.id in seen:
                message, tip = f"id {item.id} 出现了两次", "合并两条，或换一个 id"
                yield problem(loaded, (i, "id"), "id-duplicate", message, tip, item.id)
            seen.add(item.id)


def jurisdictions(loading: Loading) -> Iterator[Problem]:
    """Codes are GB/T 2260 strings; the place above exists; owners can be asked."""
    known = {j.id for j in loading.vocabulary.jurisdictions}
    loaded = loading.vocabulary_files["jurisdictions"]
    for i, place in entries(loaded):
        for at, code, message, tip in _place_faults(place, known):
            yield problem(loaded, (i, *at), code, message, tip, place.id)


def _place_faults(place: Jurisdiction, known: set[str]) -> Iterator[Fault]:
    if not re.fullmatch(r"\d{6}", place.code):
        yield ("code",), "jurisdiction-code", f"{place.code!r} 不是六位行政区划代码", "按 GB/T 2260 填写，如 620000"
    if place.within is not None and place.within not in known:
        yield ("within",), "jurisdiction-unknown", f"没有 {place.within} 这个地区", "先加入 jurisdictions.yml"
    if place.level not in LEVELS:
        yield ("level",), "value-unknown", f"不认识的层级 {place.level}", "可用：" + "、".join(LEVELS)
    for n, owner in enumerate(place.owners):
        if not valid_owner(owner):
            tip = "写 '@账号'、'@组织/小组' 或邮箱，加引号"
            yield ("owners", n), "owner-form", f"{owner!r} 不是代码仓库认得的账号", tip


def within(loading: Loading) -> Iterator[Problem]:
    """No place lies within itself, however far around."""
    above = {j.id: j.within for j in loading.vocabulary.jurisdictions}
    loaded = loading.vocabulary_files["jurisdictions"]
    for i, place in entries(loaded):
        seen, up = {place.id}, place.within
        while up in above and up not in seen:
            seen.add(up)
            up = above[up]
        if up is not None and up in seen:
            message, tip = f"{place.id} 沿 within 往上又回到 {up}", "within 写上一级地区；最上一级不写"
            yield problem(loaded, (i, "within"), "jurisdiction-within", message, tip, place.id)


def named(loading: Loading) -> Iterator[Problem]:
    """What is shown by a name has one."""
    fields = {"jurisdictions": ("name", "short"), "agencies": ("name",), "lines": ("zh", "en"), "topics": ("zh", "en")}
    for file, names in fields.items():
        loaded = loading.vocabulary_files[file]
        for i, item in entries(loaded):
            for key in names:
                if not getattr(item, key).strip():
                    yield problem(loaded, (i, key), "field-empty", f"{key} 空着", "写上名称", item.id)


def agencies(loading: Loading) -> Iterator[Problem]:
    """Jurisdiction, kind, line and events of a body exist."""
    known = {a.id for a in loading.vocabulary.agencies}
    loaded = loading.vocabulary_files["agencies"]
    for i, agency in entries(loaded):
        for at, code, message, tip in _agency_faults(agency, loading.vocabulary):
            yield problem(loaded, (i, *at), code, message, tip, agency.id)
        for n, event in enumerate(agency.events):
            for at, code, message, tip in _event_faults(event, known):
                yield problem(loaded, (i, "events", n, *at), code, message, tip, agency.id)


def _agency_faults(agency: Agency, vocabulary: Vocabulary) -> Iterator[Fault]:
    places = [j.id for j in vocabulary.jurisdictions]
    if agency.jurisdiction not in places:
        tip = called(agency.jurisdiction, vocabulary.jurisdictions) or "可用：" + "、".join(sorted(places))
        yield ("jurisdiction",), "jurisdiction-unknown", f"没有 {agency.jurisdiction} 这个地区", tip
    if agency.kind not in KINDS:
        tip = "可用：" + "、".join(f"{kind}（{name}）" for kind, name in KINDS.items())
        yield ("kind",), "value-unknown", f"不认识的单位类别 {agency.kind}", tip
    if agency.line not in {line.id for line in vocabulary.lines}:
        tip = called(agency.line, vocabulary.lines) or "可用的职能见 lines.yml"
        yield ("line",), "line-unknown", f"没有 {agency.line} 这项职能", tip


def _event_faults(event: Event, known: set[str]) -> Iterator[Fault]:
    if event.type not in EVENT_TYPES:
        yield ("type",), "value-unknown", f"不认识的沿革类别 {event.type}", "可用：" + "、".join(EVENT_TYPES)
    if event.date is not None and not is_date(event.date):
        yield ("date",), "date-form", f"日期 {event.date!r} 不合规", "写 YYYY、YYYY-MM 或 YYYY-MM-DD"
    for other in (*event.to, *event.origin):
        if other not in known:
            yield (), "agency-unknown", f"沿革里的 {other} 不在词表中", "先加入 agencies.yml"


def printed_forms(loading: Loading) -> Iterator[Problem]:
    """A printed form means one body of a place."""
    loaded = loading.vocabulary_files["agencies"]
    owners: dict[tuple[str, str], str] = {}
    for i, agency in entries(loaded):
        for n, form in enumerate(agency.names):
            owner = owners.setdefault((agency.jurisdiction, "".join(fold(form).split())), agency.id)
            if owner != agency.id:
                message, tip = f"名称「{form}」同时属于 {owner} 和 {agency.id}", "同一地区的一个名称只能指一个单位"
                yield problem(loaded, (i, "names", n), "agency-name-twice", message, tip, agency.id)


def patterns(loading: Loading) -> Iterator[Problem]:
    """Every pattern of a topic or a family of indicators matches one of its examples, every example a pattern."""
    for name in ("topics", "indicators"):
        loaded = loading.vocabulary_files[name]
        for i, item in entries(loaded):
            for at, code, message, tip in _pattern_faults(item.patterns, item.examples):
                yield problem(loaded, (i, *at), code, message, tip, item.id)


def _pattern_faults(patterns: tuple[str, ...], examples: tuple[str, ...]) -> Iterator[Fault]:
    compiled: list[re.Pattern[str]] = []
    for n, pattern in enumerate(patterns):
        reason = refusal(pattern)
        if reason:
            yield (
                ("patterns", n),
                "pattern-syntax",
                f"不能用这条正则式：{reason}",
                "检查括号与反斜杠；参照别的专题的写法",
            )
            continue
        compiled.append(re.compile(pattern))
        if not any(compiled[-1].search(fold(e)) for e in examples):
            tip = "补一个例子，或改正则式"
            yield ("patterns", n), "pattern-without-example", f"没有一个例子能被 {pattern} 匹配", tip
    for n, example in enumerate(examples):
        if not any(p.search(fold(example)) for p in compiled):
            tip = "补一条正则式，或删去例子"
            yield ("examples", n), "example-without-pattern", f"例子「{example}」没有被任何正则式匹配", tip


def synonyms(loading: Loading) -> Iterator[Problem]:
    """A group has two terms or more and says how close they are; a term is in Simplified and stands in one group only."""
    loaded = loading.vocabulary_files["synonyms"]
    seen: dict[str, str] = {}
    for i, group in entries(loaded):
        record = "–".join(group.terms[:2])
        for at, code, message, tip in _group_faults(group.terms, group.note, record, seen):
            yield problem(loaded, (i, *at), code, message, tip, record)


def _group_faults(terms: tuple[str, ...], note: str, record: str, seen: dict[str, str]) -> Iterator[Fault]:
    """``seen`` says in which group each term stood so far, and takes up these."""
    if len(terms) < 2:
        yield ("terms",), "synonym-few", "一组近义说法至少要有两个词", "再补一个词，或删去这一组"
    if not note.strip():
        yield ("note",), "synonym-note", "没有说明这些词远近如何", "在 note 里用一句话写明"
    for n, term in enumerate(terms):
        if fold(term) != term:
            tip = f"写成 {fold(term)}；检索时繁简通查"
            yield ("terms", n), "synonym-traditional", f"「{term}」不是简体", tip
        if term in seen:
            tip = f"一个词只放在一组里：留在「{seen[term]}」那一组，或并为一组"
            yield ("terms", n), "synonym-twice", f"「{term}」出现了两次", tip
        seen.setdefault(term, record)


def starters(loading: Loading) -> Iterator[Problem]:
    """A question to start from is one that is asked."""
    asked = {point_id(t.topic, p.id) for t in loading.topic_points for p in t.points}
    loaded = loading.vocabulary_files["starters"]
    for i, starter in entries(loaded):
        if starter.point not in asked:
            message, tip = f"没有 {starter.point} 这个问题", "写成 专题/问题，可用的见 structured/points/"
            yield problem(loaded, (i, "point"), "starter-question", message, tip, starter.id)


CHECKS: tuple[Check, ...] = (ids, jurisdictions, within, named, agencies, printed_forms, patterns, synonyms, starters)
