"""A reading as the document record that structured/extracted/ keeps."""

from __future__ import annotations

import hashlib

from ..model import Document, Supplied
from ..sources.fold import is_traditional
from .reader import Reading


def document_of(reading: Reading, name: str, jurisdiction: str, source: str, file: str, data: bytes) -> Document:
    """The document ``name`` as read from ``data`` (``source`` as decoded, ``file`` its name in structured/sources/).

    A title that the text does not state is replaced by the id, and marked so.
    """
    supplied = () if reading.title else (Supplied("title", "原文未载标题，暂以文件 id 代替，待编者拟题"),)
    return Document(
        name,
        reading.title or name,
        jurisdiction,
        "zh-Hant" if is_traditional(source) else "zh-Hans",
        file,
        hashlib.sha256(data).hexdigest(),
        reading.number,
        reading.issuers,
        reading.date,
        reading.published,
        supplied,
        reading.sections,
        reading.measures,
        passages=reading.passages,
    )
