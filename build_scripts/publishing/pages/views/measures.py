"""One page per measure."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from build_scripts import addresses
from build_scripts.comparing.comparison_of_corpus import Comparison
from build_scripts.model import ROLES, Agency, Responsibility, Span, Topic
from build_scripts.publishing.citing.citations import cite_measure
from build_scripts.publishing.index.day_of_document import day_of
from build_scripts.publishing.index.lookups import Entry, Index
from build_scripts.publishing.index.points import Quoting
from build_scripts.publishing.pages import metadata
from build_scripts.publishing.pages.parts.correction_links import doors
from build_scripts.publishing.pages.parts.counterpart_cards import counterparts
from build_scripts.publishing.pages.parts.quotation_attribution import attribution
from build_scripts.publishing.pages.parts.verbatim import measure_text
from build_scripts.publishing.pages.rendering import Page, later, page
from build_scripts.publishing.settings import Site
from build_scripts.publishing.text import labels
from build_scripts.publishing.text.wording.loading import wording

_WORDS = wording("measures")


@dataclass(frozen=True)
class Duties:
    """Bodies of one role on one basis, in the order printed; where inherited, with the entry that says so."""

    role: str
    basis: str
    origin: Entry | None
    rule: str | None
    bodies: tuple[tuple[Responsibility, Agency | None], ...]


@dataclass(frozen=True)
class Wording:
    """How an entry is put: a kind of wording and the words themselves, with their counts."""

    kind: str
    label: str
    words: tuple[tuple[str, int], ...]

    @property
    def count(self) -> int:
        return sum(n for _, n in self.words)


_ROLE_ORDER = tuple(ROLES)


def duties(index: Index, entry: Entry) -> tuple[Duties, ...]:
    """Leads first, then the others; bodies that share role, basis and rule stand together."""
    groups: dict[tuple[str, str, str | None, str | None], list[Responsibility]] = {}
    for r in entry.measure.responsibilities:
        groups.setdefault((r.role, r.basis, r.origin, r.rule), []).append(r)
    ordered = sorted(groups.items(), key=lambda g: _ROLE_ORDER.index(g[0][0]))
    return tuple(
        Duties(
            role,
            basis,
            index.entries.get(f"{entry.document.id}/{origin}"),
            rule,
            tuple((r, index.agencies.get(r.agency or "")) for r in found),
        )
        for (role, basis, origin, rule), found in ordered
    )


def wording_of(index: Index, entry: Entry) -> tuple[Wording, ...]:
    """Mandatory, encouraging and exploratory words of an entry; kinds that do not occur are left out."""
    source = index.corpus.sources[entry.document.id]
    modality = entry.measure.modality
    kinds: tuple[tuple[str, tuple[Span, ...]], ...] = (
        ("mandatory", modality.mandatory),
        ("encouraging", modality.encouraging),
        ("exploratory", modality.exploratory),
    )
    counted = ((k, Counter(s.of(source) for s in spans)) for k, spans in kinds if spans)
    return tuple(Wording(k, labels.MODALITY[k], tuple(words.most_common())) for k, words in counted)


def topics(index: Index, entry: Entry) -> tuple[Topic, ...]:
    return tuple(index.topics[t] for t in entry.measure.topics if t in index.topics)


def answering(index: Index, entry: Entry) -> tuple[Quoting, ...]:
    """The questions that words of an entry answer, each once, in the order of the words."""
    return tuple({q.question.id: q for q in reversed(index.quoted_of_measure.get(entry.id, ()))}.values())[::-1]


def measures(index: Index, found: Comparison, site: Site) -> Iterator[Page]:
    for entry in index.entries.values():
        yield later(addresses.measure(entry.id), _measure, index, found, entry, site)


def _measure(index: Index, found: Comparison, entry: Entry, site: Site) -> Page:
    address = addresses.measure(entry.id)
    before, after = index.neighbours(entry)
    title = f"{entry.printed}{entry.measure.heading or ''}" if entry.measure.heading else entry.printed + entry.name
    printed = f"{entry.measure.heading or ''}\n{entry.measure.text}"
    meta = {
        "title": _WORDS("described", name=title, source=entry.source_name),
        "description": " ".join(entry.measure.text[:110].split()),
        "kind": "measure",
        "id": entry.id,
        **metadata.of_measure(entry, site),
    }
    return page(
        "measure.md.j2",
        address,
        meta,
        entry=entry,
        succession=index.succession,
        document=entry.document,
        measure=entry.measure,
        place=entry.place,
        day=day_of(entry.document),
        attribution=attribution(entry.document, entry.place),
        section=index.section_heading(entry.document, entry.measure.section),
        group=index.section_heading(entry.document, entry.measure.group),
        runs=measure_text(index, entry),
        duties=duties(index, entry),
        wording=wording_of(index, entry),
        topics=topics(index, entry),
        answering=answering(index, entry),
        counterparts=counterparts(index, found, entry),
        cited=[c for c in index.cited_in.get(entry.document.id, ()) if c.citing.measure == entry.id],
        before=before,
        after=after,
        cite=cite_measure(entry, site),
        errata=index.errata.get(entry.id, ()),
        doors=doors(
            site,
            address,
            entry.source_name + entry.titled,
            entry.document.id,
            printed,
            index.corpus.lines.get(entry.id, 0),
        ),
    )
