"""Which reading a record was last merged with: the base of the three-way merge.

A record names it by the ``text_hash`` of the file in structured/extracted/ (``reading``). That file may be gone, cut,
edited, or another one than the record names, since a commit can hold the one without the other.

| structured/extracted/         | the record's ``reading``   | base                                           |
|-------------------------------|----------------------------|------------------------------------------------|
| as the record names it        | its hash                   | that file                                      |
| there                         | none, or cut short         | that file, once a person says the record is whole |
| gone, or another one          | hash of the reading now    | the reading now: the record holds it already   |
| another one                   | hash of the reading now, yet the record holds that file's values | that file, told      |
| gone, or another one          | any other hash, or none    | not known: every difference stays a person's   |
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from ..merging.fields import differing_fields, machine_fields
from ..model import Document, is_text_hash, text_hash

How = Literal["as-named", "rebuilt", "followed", "lost"]


@dataclass(frozen=True)
class Base:
    """The reading, or None where it is lost, and how it was found."""

    document: Document | None
    how: How


@dataclass(frozen=True)
class Kept:
    """A file of structured/extracted/: its text and what it says."""

    text: str
    document: Document


def base_of(record: Document, kept: Kept | None, new: Kept) -> Base:
    """The base for merging ``new`` into ``record``, where ``kept`` stands in structured/extracted/."""
    if kept and (record.reading == text_hash(kept.text) or not is_text_hash(record.reading or "")):
        return Base(kept.document, "as-named")
    if record.reading == text_hash(new.text):
        if kept and _follows(record, kept.document, new.document):
            return Base(kept.document, "followed")
        return Base(new.document, "rebuilt")
    return Base(None, "lost")


def _follows(record: Document, kept: Document, new: Document) -> bool:
    """Whether, wherever the two readings differ, the record holds the kept one's value and never the new one's."""
    from_kept, from_new = differing_fields(record, kept), differing_fields(record, new)
    open_fields = {"": machine_fields(record), **{m.ref: machine_fields(m) for m in record.measures}}
    apart = [(ref, f) for ref, fs in differing_fields(kept, new).items() for f in fs if f in open_fields.get(ref, ())]
    holds_kept = [f not in from_kept.get(ref, ()) for ref, f in apart]
    holds_new = [f not in from_new.get(ref, ()) for ref, f in apart]
    return any(holds_kept) and not any(holds_new)
