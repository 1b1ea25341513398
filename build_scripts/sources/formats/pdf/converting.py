"""From the bytes of a PDF to its text, with the account of what is not in it."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence

from ..conversion_account import printed
from ..outcome import Converted, Refusal, Remark
from .furniture import without_furniture
from .pages_by_child_process import Page, read_pages
from .paragraphs import paragraphs

_GARBLED = 0.05
_OCR = "这是扫描件：请先做文字识别（OCR），校对后存为 .txt 再登记"


def pdf(data: bytes) -> Converted | Refusal:
    """The text layer of a PDF, one paragraph a line, without heads and page numbers.

    Cells of tables are not told apart. Pictures are not read.
    """
    pages = read_pages(data)
    if isinstance(pages, Refusal):
        return pages
    raw = "".join(page.raw for page in pages)
    seen = printed(raw)
    if not seen:
        return Refusal("source-no-text", "PDF 没有文字层", _OCR)
    if sum(map(_unreadable, seen)) > _GARBLED * len(seen):
        return Refusal(
            "source-no-text", "PDF 的文字层是乱码，没有说明字形是什么字", "请做文字识别（OCR），校对后存为 .txt 再登记"
        )
    kept, left = without_furniture(pages)
    return Converted(_clean("\n".join(paragraphs(kept))) + "\n", _clean(raw), tuple(left), "", tuple(_remarks(pages)))


def _unreadable(character: str) -> bool:
    return unicodedata.category(character) in ("Co", "Cn", "Cs", "Cc") or character == "\ufffd"


def _clean(text: str) -> str:
    return "".join(c for c in text if c in "\r\n" or unicodedata.category(c) not in ("Cc", "Cn"))


def _remarks(pages: Sequence[Page]) -> list[Remark]:
    blank = [str(number) for number, page in enumerate(pages, 1) if page.pictures and not printed(page.raw)]
    pictures = sum(page.pictures for page in pages if printed(page.raw))
    found = []
    if blank:
        shown = "、".join(blank[:10]) + ("…" if len(blank) > 10 else "")
        message = f"第 {shown} 页只有图片，没有文字层，没有读入"
        found.append(Remark("source-left-out", message, "请先做文字识别（OCR），校对后补上"))
    if pictures:
        message = f"图片 {pictures} 处，里面的字没有读入"
        found.append(Remark("source-left-out", message, "若其中有正文，请改成文字后再登记"))
    return found
