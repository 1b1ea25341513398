"""Corrections of whole kinds of judgements, as entries of a feed: they touch files that no document's history tells of."""

from __future__ import annotations

from dataclasses import dataclass

from build_scripts import addresses
from build_scripts.model import CORRECTED, Corpus, Erratum


@dataclass(frozen=True)
class KindDay:
    """One kind of judgements, corrected in one version of the data."""

    erratum: Erratum

    @property
    def updated(self) -> str:
        """RFC 3339, UTC: a correction knows its day alone."""
        return f"{self.erratum.date}T00:00:00Z"

    @property
    def kind(self) -> str:
        return CORRECTED[self.erratum.field]

    @property
    def address(self) -> str:
        return f"{addresses.ERRATA}#{addresses.correction_anchor(self.erratum.id, self.erratum.field)}"


def corrected_kinds(corpus: Corpus) -> tuple[KindDay, ...]:
    return tuple(KindDay(e) for e in corpus.errata if e.of_kind)
