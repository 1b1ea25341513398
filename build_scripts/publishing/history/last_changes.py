"""On which day what a page is made of last changed, for the sitemap. A day that is not known is left out."""

from __future__ import annotations

from collections.abc import Iterable

from build_scripts import addresses
from build_scripts.publishing.history.days import DocumentDay
from build_scripts.publishing.index.lookups import Index

# Made from all records; what is made from something else (the dictionary, the errata) is not among them.
_OF_ALL = (
    addresses.HOME,
    addresses.DOCUMENTS,
    addresses.TOPICS,
    addresses.AGENCIES,
    addresses.LINES,
    addresses.TARGETS,
    addresses.COMPARE,
    addresses.CHANGES,
    addresses.WORKS,
)


def last_changes(index: Index, history: Iterable[DocumentDay]) -> dict[str, str]:
    """By address of a generated page: the last day on which one of the records behind it changed."""
    days: dict[str, str] = {}
    for entry in history:  # the latest first
        days.setdefault(entry.document, entry.day)
    latest = {address: max((days[d] for d in behind if d in days), default="") for address, behind in _behind(index)}
    return {address: day for address, day in latest.items() if day}


def _behind(index: Index) -> Iterable[tuple[str, Iterable[str]]]:
    """Every address with the ids of the documents whose records its page shows."""
    for address in (*_OF_ALL, *(addresses.study(s.slug) for s in index.corpus.vocabulary.studies)):
        yield address, index.documents
    for name in index.documents:
        yield addresses.document(name), [name]
        yield from ((addresses.compare_documents(name, other), [name, other]) for other in index.documents)
    for entry in index.entries.values():
        yield addresses.measure(entry.id), [entry.document.id]
    for work in index.works:
        yield addresses.work(work), [c.document.id for c in index.cited_by.get(work, ())]
    for topic in index.topics:
        yield addresses.topic(topic), [e.document.id for e in index.under_topic.get(topic, ())]
    for agency in index.agencies:
        names = [agency, *(a.id for a in index.succession.predecessors(agency))]
        yield addresses.agency(agency), [e.document.id for n in names for e, _ in index.duties.get(n, ())]
