"""Rules of structured/alignments.yml."""

from __future__ import annotations

from ...locating.loading import Loading
from ...model import measure_id
from ...problems import Problem


def pairs(loading: Loading) -> list[Problem]:
    """Both measures exist and differ, a pair stands once, a confirmed one has its strength, each has its reason."""
    loaded = loading.alignments
    if loaded is None or loaded.value is None or loaded.tree is None:
        return []
    known = {measure_id(d.id, m.ref) for d in loading.documents.values() for m in d.measures}
    seen: set[frozenset[str]] = set()
    found = []

    def add(at: tuple, code: str, message: str, tip: str, record: str) -> None:
        found.append(Problem(loaded.path, *loaded.tree.place(at), code, message, tip, record))

    for i, pair in enumerate(loaded.value):
        record = f"{pair.a} ↔ {pair.b}"
        for key in ("a", "b"):
            if getattr(pair, key) not in known:
                add(
                    (i, key),
                    "measure-unknown",
                    f"没有 {getattr(pair, key)} 这条措施",
                    "写「文件 id/编号」，如 gansu-enclave-economy/3.4",
                    record,
                )
        key = frozenset((pair.a, pair.b))
        if len(key) == 1 or key in seen:
            add((i,), "alignment-duplicate", "这一对重复了，或是同一条措施", "每一对只记一次", record)
        seen.add(key)
        if (pair.status == "confirmed") != (pair.strength is not None):
            add(
                (i,), "alignment-strength", "确认的对应要写 strength，否定的不写", "strength: strong 或 partial", record
            )
        if not pair.why.strip():
            add((i,), "alignment-why", "没有写理由", "why 用一句话写同在何处、差在何处", record)
    return found


CHECKS = (pairs,)
