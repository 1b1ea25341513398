"""The account of a conversion: characters of the raw file against those read and those left out."""

from __future__ import annotations

import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator

from .outcome import LEFT_OUT, Converted, LeftOut, Remark

_SAMPLE = 20


def printed(text: str) -> str:
    """``text`` without white space and invisible characters, in one width: what is counted.

    Raised and lowered figures count as the figures that they are (10² as 102).
    """
    return "".join(
        c
        for c in unicodedata.normalize("NFKC", text).replace("−", "-")
        if not c.isspace() and unicodedata.category(c) != "Cf"
    )


def sample(text: str) -> str:
    """The beginning of a text on one line.

    >>> sample("关于加快\\n发展")
    '关于加快 发展'
    """
    line = " ".join(text.split())
    return line if len(line) <= _SAMPLE else line[:_SAMPLE] + "…"


def account(converted: Converted) -> list[Remark]:
    """What was left out, by kind with number and sample; and what the numbers cannot explain."""
    return [*_told(converted.left_out), *_unexplained(converted)]


def _told(left_out: Iterable[LeftOut]) -> Iterator[Remark]:
    by_kind: dict[str, list[str]] = {}
    for piece in left_out:
        if printed(piece.text):
            by_kind.setdefault(piece.kind, []).append(piece.text)
    for kind, texts in by_kind.items():
        name, tip = LEFT_OUT[kind]
        if name:
            size = sum(len(printed(t)) for t in texts)
            longest = max(texts, key=len)
            yield Remark("source-left-out", f"未读入{name}：{len(texts)} 处，{size} 字，例如「{sample(longest)}」", tip)


def _unexplained(converted: Converted) -> Iterator[Remark]:
    raw = Counter(printed(converted.raw))
    read = Counter(printed(converted.text)) - Counter(printed(converted.added))
    told = Counter(printed("".join(piece.text for piece in converted.left_out)))
    missing, doubled = raw - read - told, read - raw
    tip = "请对照原件核对；不放心时，复制正文存为 .txt 再登记"
    if missing:
        size = f"原件有 {raw.total():,} 字，读入 {read.total():,} 字，说明了未读入 {told.total():,} 字"
        yield Remark("source-count", f"{size}，还有 {missing.total():,} 字没有读到：{_characters(missing)}", tip)
    if doubled:
        yield Remark("source-count", f"读入的字比原件多 {doubled.total():,} 个：{_characters(doubled)}", tip)


def _characters(counted: Counter[str]) -> str:
    return "".join(c for c, _ in counted.most_common(_SAMPLE))
