"""Dates as this project writes them: ISO 8601, as precise as known, and days that the calendar has."""

from __future__ import annotations

import re
from datetime import date

_PRECISE = re.compile(r"(?P<year>\d{4})(?:-(?P<month>\d{2})(?:-(?P<day>\d{2}))?)?")


def is_day(text: str) -> bool:
    """A day: YYYY-MM-DD.

    >>> [is_day(t) for t in ("2024-02-29", "2023-02-29", "2023-2-9", "2023-02", "20230209")]
    [True, False, False, False, False]
    """
    return len(text) == len("YYYY-MM-DD") and is_date(text)


def is_date(text: str) -> bool:
    """A year, a month or a day, as precise as known.

    >>> [is_date(t) for t in ("2025", "2025-06", "2025-06-30", "2025-13", "2025-02-30", "25", "2025-06-31", "0000")]
    [True, True, True, False, False, False, False, False]
    """
    read = _PRECISE.fullmatch(text) if text.isascii() else None
    if read is None:
        return False
    try:
        date(int(read["year"]), int(read["month"] or 1), int(read["day"] or 1))
    except ValueError:
        return False
    return True


def year_of(number: str) -> str | None:
    """The year that a 发文字号 states in its brackets.

    >>> year_of("甘办发〔2023〕15号"), year_of("第5号")
    ('2023', None)
    """
    found = re.search(r"[〔\[［【（(]((?:19|20)\d\d)[〕\]］】）)]", number)
    return found.group(1) if found else None
