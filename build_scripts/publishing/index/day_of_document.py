"""When a document is from, and how that is known."""

from __future__ import annotations

from dataclasses import dataclass

from build_scripts.model import Document
from build_scripts.model.dates import year_of


@dataclass(frozen=True)
class Day:
    """``date`` is ISO 8601, as precise as known; ``by_number``: the text states none, the year is that of its 发文字号."""

    date: str | None
    by_number: bool = False


def day_of(document: Document) -> Day:
    """成文日期, else 发布日期, else the year of the 发文字号."""
    stated = document.date or document.published
    year = None if stated else year_of(document.number or "")
    return Day(stated or year, by_number=year is not None)
