"""What people decided and promised: counterparts, relations, published addresses, corrections of sources."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal


@dataclass(frozen=True)
class Alignment:
    """A pair of measures confirmed or rejected as counterparts by an editor."""

    a: str
    b: str
    status: Literal["confirmed", "rejected"]
    strength: Literal["strong", "partial"] | None = None
    why: str = ""


@dataclass(frozen=True)
class Relation:
    """An editor's judgement of what one measure does with another: ``kind`` is the id of a study, ``relation`` one of
    its sorts.

    A side that is None has nothing: ``absent_in`` then names the documents that were read for it. ``evidence_from``
    and ``evidence_to`` are verbatim out of the measure of their side. A measure may have several relations.
    """

    kind: str
    relation: str
    origin: str | None = field(default=None, metadata={"key": "from"})
    to: str | None = None
    why: str = ""
    evidence_from: str | None = None
    evidence_to: str | None = None
    absent_in: tuple[str, ...] = ()


PageKind = Literal["document", "measure", "agency", "topic", "page", "point", "work"]


PAGE_KINDS: Mapping[str, str] = {
    "document": "文件",
    "measure": "条目",
    "agency": "单位",
    "topic": "专题",
    "page": "栏目",
    "point": "问题",
    "work": "援引的文件",
}


@dataclass(frozen=True)
class Gone:
    """Why a page is no more: ``was`` says what stood there, ``date`` (ISO 8601) when it went."""

    was: str
    reason: str
    date: str


@dataclass(frozen=True)
class Permalink:
    """An address once published, kept for good: never removed, never changed but by gaining ``successor`` or ``gone``.

    ``address`` runs from the site's root (``/measures/gansu-enclave-economy/3.4/``); ``first`` is the day it was
    registered; ``hash`` is the ``text_hash`` of a measure as first published. A ``point`` is no page of its own: its
    address is an anchor on its topic's page (``/topics/enclave-parks/#q-forms``).
    """

    address: str
    kind: PageKind
    first: str
    hash: str | None = None
    successor: str | None = None
    gone: Gone | None = None


_VERSION = re.compile(r"20\d\d\.[1-9]\d{0,2}")


CORRECTED: Mapping[str, str] = {
    "topics": "专题",
    "alignments": "对应",
    "relations": "省与市、先与后的关系",
    "reasons": "为什么对应、怎样承接的说明",
    "agencies": "单位与沿革",
    "targets": "指标与期限",
    "responsibilities": "责任单位",
    "works": "援引的文件",
    "words": "措辞计数",
}


@dataclass(frozen=True)
class Erratum:
    """A published text that was corrected. ``id`` is a document or a measure; ``field`` what was wrong. Or a whole kind of
    judgements was gone over: ``id`` is the version of the data in which it stands right (2026.2), ``field`` the kind.

    For a measure's ``text``, ``before`` and ``after`` are its ``text_hash`` then and since: they chain from the hash in
    the register to the text as it stands. ``quote`` is the wording that was wrong, ``source`` what shows the right one.
    """

    id: str
    date: str
    field: str
    reason: str
    source: str
    quote: str | None = None
    before: str | None = None
    after: str | None = None

    @property
    def of_kind(self) -> bool:
        return bool(_VERSION.fullmatch(self.id))
