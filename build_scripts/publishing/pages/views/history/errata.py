"""What was corrected after it was published, and which addresses moved or went."""

from __future__ import annotations

from dataclasses import dataclass

from build_scripts import addresses
from build_scripts.model import CORRECTED, Erratum
from build_scripts.publishing.index.lookups import Index
from build_scripts.publishing.pages.rendering import Page, page
from build_scripts.publishing.text.wording.loading import wording

_WORDS = wording("errata")


@dataclass(frozen=True)
class Correction:
    """An erratum, how the thing corrected is called, and where it is (None where its page is no more, or it is of
    a whole kind); ``anchor`` is its own."""

    erratum: Erratum
    name: str
    to: str | None
    anchor: str | None = None


def errata(index: Index) -> Page:
    meta = {
        "title": _WORDS.title,
        "description": _WORDS.description,
        "kind": "errata",
    }
    found = [_correction(index, e) for e in sorted(index.corpus.errata, key=lambda e: e.date, reverse=True)]
    left = [e for e in index.corpus.permalinks if e.successor or e.gone]
    return page("errata.md.j2", addresses.ERRATA, meta, corrections=found, left=left)


def _correction(index: Index, erratum: Erratum) -> Correction:
    if erratum.of_kind:
        name = _WORDS("of_kind", version=erratum.id, kind=CORRECTED[erratum.field])
        return Correction(erratum, name, None, addresses.correction_anchor(erratum.id, erratum.field))
    entry, document = index.entries.get(erratum.id), index.documents.get(erratum.id)
    name = f"{entry.source_name} {entry.printed}" if entry else document.title if document else erratum.id
    return Correction(erratum, name, addresses.page_of(erratum.id) if entry or document else None)
