"""Lines that tell by themselves what they are, wherever they stand around the measures: dates, numbers, signatures, web furniture."""

from __future__ import annotations

import re
from dataclasses import dataclass

from ...sources.folded_view import Stretch
from ..lines.numerals import chinese, number
from ..lines.unwrap import SourceLine
from . import document_words as dw
from . import line_words as lw

LONGEST_FURNITURE = 200
_ENACTMENT = re.compile(
    r"\(?(?:\d{4}年\d{1,2}月\d{1,2}日|(?:中华)?民国[ 一二三四五六七八九十百零〇\d]{1,8}年[^。]{2,12}日).*(?:通过|修正|修订|公布|发布|批准|施行|令第).*"
)
_REPUBLIC = 1911
_LETTERS = str.maketrans("OoＯ", "〇〇〇")
"""Letters that are typed for the nought of a Chinese date: 二OO六年."""
_BRACKETED_DATE = re.compile(r"\( ?" + re.sub(r"\?P<\w+>", "?:", dw.DATE.pattern) + r" ?\)")
"""(2023年1月2日) below a title."""
_ASKED_UNTIL = re.compile(re.sub(r"\?P<\w+>", "?:", dw.DATE.pattern) + ",?征求意见[^。]{0,30}。?")
"""2026年4月3日，征求意见截止2026年5月3日。"""
_AFTER_DATE = re.compile(r"(?: ?(?:发布|印发|公布))?[。,]?(?:征求意见[^。]{0,30}。?)?")
"""What may follow a date behind a signature: 2026年3月17日发布。"""
_PRINTED = re.compile(r"\d{4} ?年 ?\d{1,2} ?月 ?\d{1,2} ?日 ?印发")


@dataclass(frozen=True)
class Piece:
    """A stretch of the view with its kind (a key of model.NODE_KINDS) and, inside the measures, its ref."""

    kind: str
    at: Stretch
    ref: str | None = None


def plain_kind(row: str) -> str | None:
    """The kind of a line that tells it by itself, or None."""
    if len(row) <= LONGEST_FURNITURE and "。" not in row and lw.FURNITURE.matches(row):
        return "furniture"
    if dw.DATE.fullmatch(row) or _BRACKETED_DATE.fullmatch(row) or _ASKED_UNTIL.fullmatch(row):
        return "date"
    if len(row) <= 40 and "关于" not in row and dw.NUMBER.fullmatch(row):
        return "number"
    if lw.NOTE.matches(row) or _ENACTMENT.fullmatch(row):
        return "note"
    return None


def is_signature(row: str) -> bool:
    """Whether a line is the name of one or more issuing bodies; a name may be spaced out (国 务 院)."""
    bodies = re.split("[ 、]+", row.strip())
    if is_spaced_out(row):
        bodies = ["".join(bodies)]
    return len(row) <= 80 and all(dw.SIGNATURE.fullmatch(b) for b in bodies)


def is_spaced_out(row: str) -> bool:
    """Whether a name is printed with spaces between its characters."""
    return bool(re.fullmatch(r"(?:\S +){2,}\S", row.strip()))


def printed_by(rows: list[str], i: int) -> bool:
    """Whether a line is the office that printed the document, its date on the next line."""
    return i + 1 < len(rows) and is_signature(rows[i]) and bool(_PRINTED.fullmatch(rows[i + 1]))


def title_goes_on(said: str, after: str) -> bool:
    """Whether the next line belongs to a title that could end with what is said: it says so, or a 《 is still open."""
    return bool(dw.TITLE_GOES_ON.match(after)) or said.count("《") > said.count("》")


def signed_over_two(rows: list[str], i: int) -> bool:
    """Whether the name of an issuer begins here that goes on on the next line, a date below:
    某市“满天星”行动计划 / 工作专班办公室."""
    if i + 2 >= len(rows) or not dw.DATE.fullmatch(rows[i + 2]) or is_signature(rows[i]) or lw.FORMULA.matches(rows[i]):
        return False
    return not re.search("[。;:,]", rows[i]) and is_signature(rows[i + 1]) and is_signature(rows[i] + rows[i + 1])


def signed_at(text: str, row: SourceLine) -> int | None:
    """Where the date begins on a line that holds a signature and its date."""
    date = dw.DATE.search(text, row.start, row.end)
    if (
        date is None
        or not text[row.start : date.start()].strip()
        or not _AFTER_DATE.fullmatch(text, date.end(), row.end)
    ):
        return None
    return date.start() if is_signature(text[row.start : date.start()]) else None


def is_back(text: str, row: SourceLine) -> str | None:
    """The kind of a line that can only stand below the measures, or None."""
    word = row.of(text)
    kind = plain_kind(word)
    if kind in ("furniture", "date", "note"):
        return kind
    if dw.ANNEX.matches(word):
        return "annex"
    return "signature" if is_signature(word) else None


def is_signed(text: str) -> bool:
    """Whether a text without full stop is a signature with its date, or a date alone."""
    date = dw.DATE.search(text)
    return (
        date is not None
        and len(text) - date.end() < 80
        and (not text[: date.start()].strip() or is_signature(text[: date.start()]))
    )


def iso_date(text: str) -> str | None:
    """The first date in a folded text, ISO 8601, or None; a year of the Republic (民国) is counted from 1912.

    >>> iso_date("二〇二二年三月一日"), iso_date("2015-03-13"), iso_date("2020 年 11 月 30 日")
    ('2022-03-01', '2015-03-13', '2020-11-30')
    >>> iso_date("中华民国一百零六年三月十日")
    '2017-03-10'
    >>> iso_date("二OO六年二月二十日"), iso_date("二 〇 二 〇 年 十 一 月 三 十 日"), iso_date("民国110.12.01")
    ('2006-02-20', '2020-11-30', '2021-12-01')
    """

    match = dw.DATE.search(text)
    if not match:
        return None
    if match["y"]:
        year, month, day = int(match["y"]), int(match["m"]), int(match["d"])
    elif match["ry"] or match["dy"]:
        year, month, day = (number(match[g]) or 0 for g in (("ry", "rm", "rd") if match["ry"] else ("dy", "dm", "dd")))
        year += _REPUBLIC
    else:
        year, month, day = (chinese(match[g].replace(" ", "").translate(_LETTERS)) or 0 for g in ("cy", "cm", "cd"))
    return f"{year:04d}-{month:02d}-{day:02d}" if 1 <= month <= 12 and 1 <= day <= 31 and year > 1900 else None
