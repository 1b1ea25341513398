"""Changes told in Chinese, for the page and the feeds."""

from __future__ import annotations

from collections.abc import Collection, Mapping

from build_scripts.publishing.history.days import DocumentDay
from build_scripts.publishing.index.lookups import Index
from build_scripts.publishing.text.wording.loading import wording

_WORDS = wording("history")
_CHANGES: Mapping[str, str] = wording("codes").changes


def title(entry: DocumentDay) -> str:
    return _CHANGES[entry.changes.kind]


def name_of(index: Index, document: str) -> str:
    """A document's title and number; its id where it is no longer here."""
    held = index.documents.get(document)
    if held is None:
        return document
    return _WORDS("title_and_number" if held.number else "title", title=held.title, number=held.number)


def summary(entry: DocumentDay, only: Collection[str] | None = None) -> str:
    """What changed, in a line. ``only``: ids of the measures to speak of, all where None.

    收录 29 条。 · 责任单位改 2 条（3.1、3.4）；指标与期限改 1 条（3.4）。
    """
    changes = entry.changes
    if changes.unread:
        return _WORDS("unread")

    def of(refs: tuple[str, ...]) -> list[str]:
        return [ref for ref in refs if only is None or f"{entry.document}/{ref}" in only]

    said = []
    if changes.kind == "added":
        return _WORDS("added", n=len(of(changes.added)))
    for name, listed in (("more", of(changes.added)), ("fewer", of(changes.removed))):
        if listed:
            said.append(_WORDS(name, n=len(listed), which=_listed(listed)))
    for field, refs in changes.fields:
        if of(refs):
            said.append(_WORDS("field", field=field, n=len(of(refs)), which=_listed(of(refs))))
    if changes.facts and only is None:
        said.append(_WORDS("facts", which="、".join(changes.facts)))
    return "；".join(said) + "。" if said else ""


def _listed(refs: list[str], most: int = 12) -> str:
    listed = "、".join(refs[:most])
    return _WORDS("and_so_on", which=listed) if len(refs) > most else listed
