"""The characters of a web page: by its byte order mark, as UTF-8, by what it declares, by what reads best."""

from __future__ import annotations

import re

_BOMS = ((b"\xef\xbb\xbf", "utf-8"), (b"\xff\xfe", "utf-16-le"), (b"\xfe\xff", "utf-16-be"))
_DECLARED = re.compile(
    rb"charset\s{0,9}=\s{0,9}[\"']?\s{0,9}([A-Za-z0-9_.:-]{2,20})|encoding\s{0,9}=\s{0,9}[\"']([A-Za-z0-9_.:-]{2,20})",
    re.I,
)
_NAMES = {
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "gb18030": "gb18030",
    "x-gbk": "gb18030",
    "gb_2312-80": "gb18030",
    "big5": "big5hkscs",
    "big5-hkscs": "big5hkscs",
    "utf-8": "utf-8",
    "utf8": "utf-8",
}
"""What pages of this country declare, to the encoding that reads it. Others (UTF-7 among them) are not followed."""


def decode_page(data: bytes) -> tuple[str, int] | None:
    """The page as text and how many bytes of it could not be read (they stand as U+FFFD); None where too many."""
    for bom, encoding in _BOMS:
        if data.startswith(bom):
            return _lenient(data[len(bom) :], encoding)
    if _utf16(data):
        return _lenient(data, _utf16(data))
    declared = [_NAMES.get(n.decode().lower(), "") for m in _DECLARED.finditer(data[:4096]) for n in m.groups() if n]
    tried = list(dict.fromkeys(["utf-8", *filter(None, declared), "gb18030", "big5hkscs"]))
    for encoding in tried:
        try:
            return data.decode(encoding), 0
        except UnicodeDecodeError:
            continue
    return _lenient(data, next(filter(None, declared), "utf-8"))


def _utf16(data: bytes) -> str:
    """UTF-16 without a mark: every other byte of the first tag is zero."""
    start = data[:64]
    if len(start) >= 4 and start[1::2].count(0) > len(start) // 3 and 0 not in start[:8:2]:
        return "utf-16-le"
    return "utf-16-be" if len(start) >= 4 and start[::2].count(0) > len(start) // 3 and 0 not in start[1:8:2] else ""


def _lenient(data: bytes, encoding: str) -> tuple[str, int] | None:
    text = data.decode(encoding, "replace")
    lost = text.count("\ufffd")
    return (text, lost) if lost * 200 <= len(text) else None
