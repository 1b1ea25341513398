"""Changes told in Chinese, for the page and the feeds."""

from __future__ import annotations

from collections.abc import Collection

from build_scripts.publishing.history.days import DocumentDay
from build_scripts.publishing.index.lookups import Index

_KINDS = {"added": "新收录", "changed": "更正", "removed": "撤下"}


def title(entry: DocumentDay) -> str:
    return _KINDS[entry.changes.kind]


def name_of(index: Index, document: str) -> str:
    """A document's title and number; its id where it is no longer here."""
    held = index.documents.get(document)
    if held is None:
        return document
    return f"《{held.title}》" + (f"（{held.number}）" if held.number else "")


def summary(entry: DocumentDay, only: Collection[str] | None = None) -> str:
    """What changed, in a line. ``only``: ids of the measures to speak of, all where None.

    收录 29 条。 · 责任单位改 2 条（3.1、3.4）；指标与期限改 1 条（3.4）。
    """
    changes = entry.changes
    if changes.unread:
        return "当时的记录无法读出，细节从略。"

    def of(refs: tuple[str, ...]) -> list[str]:
        return [ref for ref in refs if only is None or f"{entry.document}/{ref}" in only]

    said = []
    if changes.kind == "added":
        return f"收录 {len(of(changes.added))} 条。"
    for verb, refs in (("增加", of(changes.added)), ("删去", of(changes.removed))):
        if refs:
            said.append(f"{verb} {len(refs)} 条（{_listed(refs)}）")
    for field, refs in changes.fields:
        if of(refs):
            said.append(f"{field}改 {len(of(refs))} 条（{_listed(of(refs))}）")
    if changes.facts and only is None:
        said.append("著录改" + "、".join(changes.facts))
    return "；".join(said) + "。" if said else ""


def _listed(refs: list[str], most: int = 12) -> str:
    return "、".join(refs[:most]) + ("等" if len(refs) > most else "")
