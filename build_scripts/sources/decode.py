"""Bytes as received to text, with what was noticed on the way. The bytes themselves are never changed."""

from __future__ import annotations

import re
from dataclasses import dataclass

from ..problems import Problem
from .damage import mixed_or_damaged, read_twice

MAX_BYTES = 5 * 1024 * 1024

_BOMS = (
    (b"\xef\xbb\xbf", "utf-8"),
    (b"\xff\xfe\x00\x00", "utf-32-le"),
    (b"\x00\x00\xfe\xff", "utf-32-be"),
    (b"\xff\xfe", "utf-16-le"),
    (b"\xfe\xff", "utf-16-be"),
    (b"\x84\x31\x95\x33", "gb18030"),
)

# The commonest characters of this genre in each encoding's own script: a wrong decoding has hardly any.
_COMMON = frozenset(
    "的和在发展建设加强工作推进支持实施管理有关部门政府省市县区经济产业一二三四五六年月日，。、（）"
    "發設強進實業經濟產關門開區與為創個國務"
)
_HTML = re.compile(r"\s*(?:<!doctype html|<html|<head|<body|<\?xml)", re.I)
_TAG = re.compile(r"</?(?:div|p|span|table|tr|td|br|a|script|style)\b[^<>]*>", re.I)
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f]")
_UNSEEN = re.compile("[\u202a-\u202e\u2066-\u2069\ufffd]")
_BREAK = re.compile(r"\r\n|\n|\r")
_MANY_CONTROLS = 2
_HAN = re.compile(r"[\u3400-\u9fff]")


@dataclass(frozen=True)
class Decoded:
    """A source as text. ``encoding`` is what it was decoded from; ``notes`` say in Chinese what was noticed."""

    text: str
    encoding: str
    notes: tuple[str, ...] = ()


def _candidates(data: bytes) -> list[tuple[str, str]]:
    for bom, encoding in _BOMS:
        if data.startswith(bom):
            return [(encoding, data[len(bom) :].decode(encoding))]
    try:
        return [("utf-8", data.decode("utf-8"))]
    except UnicodeDecodeError:
        pass
    found = []
    for encoding in ("gb18030", "big5hkscs", "utf-16-le", "utf-16-be"):
        try:
            found.append((encoding, data.decode(encoding)))
        except UnicodeDecodeError:
            continue
    return found


def _plausible(text: str) -> float:
    sample = text[:20_000]
    return sum(map(_COMMON.__contains__, sample)) / max(1, len(sample))


def _utf16_by_nulls(data: bytes) -> str | None:
    """UTF-16 without a mark: ASCII punctuation and digits show as zero bytes on one side only."""
    if b"\x00" not in data or len(data) % 2:
        return None
    texts = []
    for encoding in ("utf-16-le", "utf-16-be"):
        try:
            texts.append((_plausible(data.decode(encoding)), encoding))
        except UnicodeDecodeError:
            continue
    best = max(texts, default=(0.0, ""))
    return best[1] if best[0] > 0.1 else None


def decode(data: bytes, path: str) -> tuple[Decoded | None, list[Problem]]:
    """Decode a source.

    Returns the text, or None with one problem saying why it is refused: empty, over 5 MB, binary, HTML, control
    characters, two encodings in one file, or an encoding that cannot be told. UTF-8/16/32 (with or without a
    byte order mark), GB18030 (so GBK and GB2312) and Big5 are read.
    """
    marked = any(data.startswith(bom) for bom, _ in _BOMS)
    decoded = _encoding_and_text(data, path, marked)
    if isinstance(decoded, Problem):
        return None, [decoded]
    encoding, text = decoded
    if refused := _no_source(text, encoding, path):
        return None, [refused]
    return Decoded(text, encoding, _notes(text, encoding, marked)), []


def _encoding_and_text(data: bytes, path: str, marked: bool) -> tuple[str, str] | Problem:
    if not data.strip():
        return Problem(path, 0, 0, "source-empty", "文件是空的", "放入原文后再试")
    if len(data) > MAX_BYTES:
        message = f"文件有 {len(data):,} 字节，超过 5 MB"
        return Problem(path, 0, 0, "source-too-large", message, "一份政策文本不会这么大：请只留正文")
    try:
        utf16 = None if marked else _utf16_by_nulls(data)
        candidates = [(utf16, data.decode(utf16))] if utf16 else _candidates(data)
    except UnicodeDecodeError:
        candidates = []
    sure = marked or any(encoding == "utf-8" for encoding, _ in candidates) or utf16
    if damage := None if sure else mixed_or_damaged(data, _plausible):
        tip = "核对这一行，整份另存为 UTF-8 后再试"
        return Problem(path, damage.line, 0, "source-encoding", damage.message, tip)
    if not candidates:
        return Problem(path, 0, 0, "source-encoding", "不是可识别的文字编码", "另存为 UTF-8 后再试")
    return candidates[0] if len(candidates) == 1 else max(candidates, key=lambda c: _plausible(c[1]))


def _no_source(text: str, encoding: str, path: str) -> Problem | None:
    """Why a text that could be decoded is no source."""

    def refuse(code: str, message: str, tip: str, line: int = 0) -> Problem:
        return Problem(path, line, 0, code, message, tip)

    if not text.strip("\ufeff \t\r\n\x0b\x0c\u3000"):
        return refuse("source-empty", "文件是空的", "放入原文后再试")
    strange = encoding != "utf-8" and _plausible(text) < 0.02
    if strange or len(_CONTROL.findall(text[:20_000])) > _MANY_CONTROLS:
        tip = "Word 文件请用 add 命令登记，其他格式请先另存为纯文本"
        return refuse("source-binary", "看起来不是文本文件（含控制字符，或没有可认的汉字）", tip)
    if control := _CONTROL.search(text):
        line = len(_BREAK.findall(text, 0, control.start())) + 1
        message = f"第 {line} 行有控制字符 U+{ord(control[0]):04X}"
        return refuse("source-control", message, "用编辑器删去这个字符后再试", line)
    if _HTML.match(text) or len(_TAG.findall(text)) > 10:
        return refuse("source-html", "这是网页（HTML），不是纯文本", "用 add 命令登记网页，或只复制正文存为 .txt")
    if not _HAN.search(text):
        return refuse("source-no-han", "文件里没有汉字", "请确认放对了文件")
    if read_twice(text, _plausible):
        return refuse("source-encoding", "这是乱码：UTF-8 的文字被当作 GB18030 另存过", "找回原来的文件，或重新下载")
    return None


def _notes(text: str, encoding: str, marked: bool) -> tuple[str, ...]:
    notes = []
    if marked:
        notes.append("带字节顺序标记（BOM）")
    if encoding != "utf-8":
        notes.append(f"编码为 {encoding.upper()}")
    if "\r" in text:
        notes.append("换行为 CRLF" if "\r\n" in text else "换行为 CR")
    for character in sorted(set(_UNSEEN.findall(text))):
        what = "丢失的字" if character == "\ufffd" else "改变书写方向的控制符"
        notes.append(f"含 {text.count(character)} 个{what} U+{ord(character):04X}")
    return tuple(notes)
