"""Atom feeds of what was added and corrected (RFC 4287): all of it, by place, by topic; new questions with what is new.

Feeds and entries are identified by tag URIs (RFC 4151) that name no host: they stay the same wherever the site moves. An entry
is named by the address of what it tells on the page of changes; it is ``updated`` when its last change landed. All text is plain (§3.1.1.1), and so are the summaries.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

from lxml import etree
from lxml.builder import ElementMaker

from build_scripts import addresses
from build_scripts.publishing.dataset import about
from build_scripts.publishing.dataset.documents.akoma_ntoso_body import allowed
from build_scripts.publishing.dataset.writing import remove_others
from build_scripts.publishing.history.changes_in_words import name_of, summary, title
from build_scripts.publishing.history.corrections_of_whole_kinds import KindDay, corrected_kinds
from build_scripts.publishing.history.days import DocumentDay
from build_scripts.publishing.history.new_questions import QuestionDay, new_questions
from build_scripts.publishing.index.lookups import Index
from build_scripts.publishing.settings import Site
from build_scripts.publishing.text import labels
from build_scripts.publishing.text.wording.loading import wording
from build_scripts.store.paths import write_atomically

_WORDS = wording("history")

NAMESPACE = "http://www.w3.org/2005/Atom"
E = ElementMaker(namespace=NAMESPACE, nsmap={None: NAMESPACE})
_SINCE = "2026"
LATEST = 50  # entries in a feed

History = tuple[DocumentDay, ...] | None
ToTell = DocumentDay | QuestionDay | KindDay


def feeds(index: Index, history: History, site: Site) -> Iterator[tuple[str, bytes]]:
    """(address, content) of every feed; without a history they are empty and say so."""
    found, asked = history or (), new_questions(index)
    new = [e for e in found if e.changes.kind == "added"]
    corrected = [e for e in found if e.changes.kind != "added"]
    yield _feed(index, site, addresses.feed("new"), _WORDS.new, [*new, *asked], history)
    yield _feed(
        index,
        site,
        addresses.feed("corrections"),
        _WORDS.corrections,
        [*corrected, *corrected_kinds(index.corpus)],
        history,
    )
    for place in index.speaking_places:
        here = [e for e in found if _place(index, e) == place.id]
        yield _feed(index, site, addresses.feed(place.id), _WORDS("of", name=place.name), here, history)
    for topic in index.topics.values():
        under = {e.id for e in index.under_topic.get(topic.id, ())}
        about = [e for e in found if _touched(e) & under]
        entries: list[ToTell] = [*about, *(q for q in asked if q.topic == topic.id)]
        yield _feed(
            index, site, addresses.topic_feed(topic.id), _WORDS("of", name=topic.zh), entries, history, topic.id
        )


def write_feeds(index: Index, history: History, site: Site, docs_dir: Path) -> None:
    """Write the feeds that changed, remove those of what is gone."""
    found = dict(feeds(index, history, site))
    for address, content in found.items():
        write_atomically(docs_dir / address, content)
    remove_others(docs_dir / addresses.FEEDS, (docs_dir / address for address in found))


def _place(index: Index, entry: DocumentDay) -> str | None:
    document = index.documents.get(entry.document)
    return document.jurisdiction if document else None


def _touched(entry: DocumentDay) -> set[str]:
    return {f"{entry.document}/{ref}" for ref in entry.changes.refs}


def _feed(
    index: Index,
    site: Site,
    address: str,
    name: str,
    entries: Iterable[ToTell],
    history: History,
    topic: str | None = None,
) -> tuple[str, bytes]:
    held = sorted(entries, key=lambda e: e.updated, reverse=True)[:LATEST]
    updated = max((e.updated for e in held), default=f"{site.released or site.today}T00:00:00Z")
    url = site.absolute(address)
    feed = E.feed(
        E.id(_tag(address)),
        E.title(_WORDS("feed", name=allowed(name))),
        E.subtitle(_WORDS.no_history if history is None else _WORDS.from_history),
        E.updated(updated),
        E.author(E.name(_WORDS.site), E.uri(site.absolute(""))),
        E.rights(_WORDS.rights),
        E.link(rel="self", type="application/atom+xml", href=url),
        E.link(
            rel="alternate",
            type="text/html",
            href=site.absolute(addresses.topic(topic) if topic else addresses.CHANGES),
        ),
        *(_told(index, site, e, topic) for e in held),
    )
    feed.set("{http://www.w3.org/XML/1998/namespace}lang", "zh-CN")
    return address, etree.tostring(feed, xml_declaration=True, encoding="UTF-8", pretty_print=True)


def _tag(address: str) -> str:
    """What is at an address, wherever the site is. The authority is the project's name, of the year of its first edition: it
    is no host, and like the ids it never changes.

    >>> _tag("data/feeds/new.xml")
    'tag:policy-in-parallel,2026:/data/feeds/new.xml'
    """
    return f"tag:{about.NAME},{_SINCE}:{addresses.rooted(address)}"


def _told(index: Index, site: Site, entry: ToTell, topic: str | None) -> etree._Element:
    if isinstance(entry, KindDay):
        return _corrected(site, entry)
    return _asked(index, site, entry) if isinstance(entry, QuestionDay) else _entry(index, site, entry, topic)


def _corrected(site: Site, entry: KindDay) -> etree._Element:
    made: etree._Element = E.entry(
        E.id(_tag(entry.address)),
        E.title(_WORDS("of_kind", version=entry.erratum.id, kind=entry.kind)),
        E.updated(entry.updated),
        E.link(rel="alternate", type="text/html", href=site.absolute(entry.address)),
        E.summary(allowed(entry.erratum.reason)),
    )
    return made


def _asked(index: Index, site: Site, entry: QuestionDay) -> etree._Element:
    page = addresses.topic(entry.topic)
    told = "".join(q.point.question for q in entry.questions)
    made: etree._Element = E.entry(
        E.id(_tag(f"{page}?asked={entry.day}")),
        E.title(allowed(_WORDS("asked", topic=index.topics[entry.topic].zh, n=len(entry.questions)))),
        E.updated(entry.updated),
        E.link(rel="alternate", type="text/html", href=site.absolute(entry.questions[0].address)),
        E.summary(allowed(told)),
    )
    return made


def _entry(index: Index, site: Site, entry: DocumentDay, topic: str | None) -> etree._Element:
    only = {e.id for e in index.under_topic.get(topic, ())} if topic else None
    query = f"?topic={topic}" if topic else ""
    new = entry.changes.kind == "added" and entry.document in index.documents
    leads_to = addresses.document(entry.document) if new else f"{addresses.CHANGES}#{entry.anchor}"
    place = _place(index, entry)
    made: etree._Element = E.entry(
        E.id(_tag(f"{addresses.CHANGES}{query}#{entry.anchor}")),
        E.title(allowed(_WORDS("entry", kind=title(entry), document=name_of(index, entry.document)))),
        E.updated(entry.updated),
        E.link(rel="alternate", type="text/html", href=site.absolute(leads_to)),
        *([E.category(term=place, label=index.places[place].name)] if place else []),
        E.summary(allowed(summary(entry, only)) or f"{labels.date(entry.day)}"),
    )
    return made
