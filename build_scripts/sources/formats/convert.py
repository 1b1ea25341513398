"""The one way from a file of a known ending to its text and problems."""

from __future__ import annotations

from collections.abc import Callable

from ...problems import Problem
from .conversion_account import account, printed
from .outcome import Converted, Refusal, Remark
from .pdf import pdf
from .web_page import html
from .word import docx

CONVERTERS: dict[str, Callable[[bytes], Converted | Refusal]] = {
    ".docx": docx,
    ".html": html,
    ".htm": html,
    ".pdf": pdf,
}
"""By file ending; each takes the file's bytes and returns its text, one paragraph or row a line, or why there is none."""

MAX_BYTES = 50 * 1024 * 1024


def convert(data: bytes, suffix: str, path: str) -> tuple[str | None, list[Problem]]:
    """The text of a Word file, web page or PDF with warnings on what was left out, or None and the one problem why."""
    done = _converted(data, suffix.lower())
    if isinstance(done, Refusal):
        return None, [_told(path, done)]
    text = done.text.encode("utf-8", "replace").decode()
    return text, [_remarked(path, remark) for remark in (*done.remarks, *account(done))]


def _converted(data: bytes, suffix: str) -> Converted | Refusal:
    tip = "请另存为 .docx、.html、.pdf 或纯文本；.doc 要先转成 .docx"
    if suffix not in CONVERTERS:
        return Refusal("source-format", f"不认得的格式：{suffix or '没有扩展名'}", tip)
    if not data.strip(b"\x00 \t\r\n"):
        return Refusal("source-empty", "文件是空的", "放入原文后再试")
    if len(data) > MAX_BYTES:
        return Refusal("source-too-large", f"文件有 {len(data):,} 字节，超过 50 MB", "请去掉图片和附件，另存后再登记")
    done = CONVERTERS[suffix](data)
    if isinstance(done, Converted) and not printed(done.text):
        return Refusal("source-no-text", "文件里没有读得出的文字", "若是图片，请先 OCR，再存为纯文本")
    return done


def _told(path: str, refusal: Refusal) -> Problem:
    code, message, tip = refusal.code, refusal.message, refusal.tip
    return Problem(path, 0, 0, code, message, tip)


def _remarked(path: str, remark: Remark) -> Problem:
    code, message, tip = remark.code, remark.message, remark.tip
    return Problem(path, 0, 0, code, message, tip, severity="warning")
