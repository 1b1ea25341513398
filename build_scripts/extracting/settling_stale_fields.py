"""A person's decisions on stale fields, put into a record: keep one's own value, or take the machine's."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from ..merging.fields import Record
from ..model import Document


@dataclass(frozen=True)
class RecordField:
    """A field, or all stale fields, of a measure or of a document (``ref`` is "" then)."""

    document: str
    ref: str
    field: str

    @classmethod
    def read(cls, text: str) -> RecordField:
        """From ``<document>[/<ref>][:<field>]``.

        >>> RecordField.read("gansu-enclave-economy/3.4:responsibilities")
        RecordField(document='gansu-enclave-economy', ref='3.4', field='responsibilities')
        >>> RecordField.read("gansu-enclave-economy:title").ref, RecordField.read("gansu-enclave-economy/3.4").field
        ('', '')
        """
        where, _, field = text.partition(":")
        document, _, ref = where.partition("/")
        return cls(document, ref, field)

    def __str__(self) -> str:
        return self.document + (f"/{self.ref}" if self.ref else "") + (f":{self.field}" if self.field else "")

    def names(self, ref: str, field: str) -> bool:
        return self.ref == ref and self.field in ("", field)


def settle(
    record: Document, new: Document, keep: Iterable[RecordField], take: Iterable[RecordField]
) -> tuple[Document, list[RecordField]]:
    """``record`` with its stale fields settled; ``new`` is the machine's reading of it, measures under the same refs.

    Also returns the decisions that met no stale field.
    """
    keep, take = list(keep), list(take)
    used: set[RecordField] = set()
    now = {m.ref: m for m in new.measures}

    def of(item: Record, read: Record | None, ref: str) -> Record:
        taken = [f for f in item.stale for p in take if p.names(ref, f)]
        kept = [f for f in item.stale for p in keep if p.names(ref, f)]
        used.update(p for p in (*keep, *take) if any(p.names(ref, f) for f in item.stale))
        if read is None or not (taken or kept):
            return item
        left = tuple(f for f in item.stale if f not in taken and f not in kept)
        return replace(item, stale=left, **{f: getattr(read, f) for f in taken})

    measures = tuple(of(m, now.get(m.ref), m.ref) for m in record.measures)
    settled = replace(of(record, new, ""), measures=measures)
    return settled, [p for p in (*keep, *take) if p not in used]
