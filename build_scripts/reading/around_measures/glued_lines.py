"""Lines above the measures on which title, number, date or addressees stand together: cut into lines of their own."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from ..lines.unwrap import SourceLine
from . import document_words as dw

_KIND = "(?:意见|通知|决定|方案|办法|规定|公告|通告|批复|函|计划|措施|报告|条例|细则|规划|要点)"
_TITLE_NUMBER = re.compile(
    rf"(?P<one>[^。]{{4,120}}{_KIND}) ?(?P<two>[\u4e00-\u9fff]{{2,8}} ?[\[<(](?:19|20)\d{{2}}[\]>)] ?\d{{1,4}} ?号)(?:$| ?各[^。;:]{{2,150}}:$)"
)
_TITLE_ADDRESSEES = re.compile(rf"(?P<one>[^。,:]{{0,30}}关于[^。,:]{{4,70}}?{_KIND}) ?(?P<two>各[^。;:]{{2,150}}:)")
_TITLE_ISSUERS = re.compile(
    rf"(?P<one>[^。,:]{{0,40}}?关于[^。,:]{{4,60}}?{_KIND}(?:的通知)?) ?(?P<two>(?:[\u4e00-\u9fff]{{2,12}}?(?:部|委|局|厅|署|银行|总会)(?: +|$)){{1,9}})$"
)
_HEAD_ADDRESSEES = re.compile(
    rf"(?P<one>{re.sub(r'[?]P<[a-z]+>', '?:', dw.DATE.pattern)}|[\u4e00-\u9fff]{{2,8}} ?[\[<(](?:19|20)\d{{2}}[\]>)] ?\d{{1,4}} ?号|[\u4e00-\u9fff]{{2,24}}{dw.ISSUER_END}) ?(?P<two>各[^。;:]{{2,150}}:$)"
)

_ISSUER_DATE = re.compile(
    rf"(?P<one>[\u4e00-\u9fff]{{2,24}}{dw.ISSUER_END}) ?(?P<two>{re.sub(r'[?]P<[a-z]+>', '?:', dw.DATE.pattern)} ?(?:各[^。;:]{{2,150}}:|,?征求意见[^。]{{0,30}}。?)?$)"
)


def cut_lines(text: str, rows: list[SourceLine]) -> list[SourceLine]:
    """The rows with those cut in two on which two things stand; a line with more is cut again."""
    return [part for row in rows for part in _cut(text, row)]


def _cut(text: str, row: SourceLine) -> Iterator[SourceLine]:
    for rule in RULES:
        at = rule(text, row)
        if at is not None:
            end = at
            while text[end - 1] == " ":
                end -= 1
            yield SourceLine(row.first, row.start, end)
            yield from _cut(text, SourceLine(at, at, row.end))
            return
    yield row


def _title_number(text: str, row: SourceLine) -> int | None:
    """某部关于加强某项工作的意见国办发[2021]49号."""
    found = _TITLE_NUMBER.match(text, row.start, row.end) if text[row.end - 1] in "号:" else None
    return found.start("two") if found else None


def _title_addressees(text: str, row: SourceLine) -> int | None:
    """关于促进消费的通知各县区人民政府:为促进消费…"""
    found = _TITLE_ADDRESSEES.match(text, row.start, row.end)
    return found.start("two") if found else None


def _title_issuers(text: str, row: SourceLine) -> int | None:
    """关于加强某工作的意见交通运输部; 关于加强某工作的意见 公安部 财政部."""
    found = _TITLE_ISSUERS.match(text, row.start, row.end)
    return found.start("two") if found else None


def _head_addressees(text: str, row: SourceLine) -> int | None:
    """2023年5月6日各县区人民政府:; 某市人民政府办公室各县区人民政府:"""
    found = _HEAD_ADDRESSEES.match(text, row.start, row.end) if text[row.end - 1] == ":" else None
    return found.start("two") if found else None


def _issuer_date(text: str, row: SourceLine) -> int | None:
    """某省发展和改革委员会2026年4月3日各市人民政府:; what follows the body is cut again."""
    asks = text.find("征求意见", row.start, row.end) > 0
    found = _ISSUER_DATE.match(text, row.start, row.end) if text[row.end - 1] == ":" or asks else None
    return found.start("two") if found else None


def _addressees_text(text: str, row: SourceLine) -> int | None:
    """各县区人民政府:为促进消费,现通知如下。"""
    found = _ADDRESSEES_TEXT.match(text, row.start, row.end)
    return found.end() if found and found.end() < row.end else None


_ADDRESSEES_TEXT = re.compile(
    r"各(?:市|县|区|州|省|地|乡|镇|有关|部门|委)[^。;:]{2,120}(?:政府|部门|单位|机构|委|办|局|厅|会):(?=[\u4e00-\u9fff])"
)
RULES: tuple[Callable[[str, SourceLine], int | None], ...] = (
    *(_title_number, _title_addressees, _title_issuers, _issuer_date, _head_addressees, _addressees_text),
)
"""Where the second of two things begins that share a line, or None."""
