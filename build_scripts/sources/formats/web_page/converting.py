"""From the bytes of a saved web page to the text of its document, with the account of what is not in it."""

from __future__ import annotations

from lxml import etree

from ..conversion_account import printed
from ..outcome import Converted, LeftOut, Refusal, Remark
from .content import content
from .encoding import decode_page
from .page_text import PageText, page_text
from .pruning import empty, prune
from .raw_text import raw_text

MAX_BYTES = 10 * 1024 * 1024
MAX_ELEMENTS = 300_000


def html(data: bytes) -> Converted | Refusal:
    """The text of a page's document: blocks and rows of tables, one a line, with the numbers that browsers print."""
    if len(data) > MAX_BYTES:
        return Refusal("source-too-large", f"网页有 {len(data):,} 字节，超过 10 MB", "只复制正文存为 .txt")
    decoded = decode_page(data)
    if decoded is None:
        return Refusal("source-encoding", "不是可识别的文字编码", "在浏览器里打开，另存为 UTF-8，或复制正文存为 .txt")
    page, lost = decoded
    page = page.replace("\x00", "")
    root = _tree(page)
    if isinstance(root, Refusal):
        return root
    left = prune(root)
    chosen = content(root)
    text = page_text(chosen)
    outside = _outside(root, chosen)
    if not any(printed(line) for line in text.lines):
        hidden = "，隐藏的倒有" if any(piece.kind == "hidden" for piece in left) else ""
        tip = "正文也许由脚本写出：在浏览器里打开，复制正文存为 .txt 再登记"
        return Refusal("source-no-text", f"网页里没有看得见的文字{hidden}", tip)
    return Converted(
        "\n".join(text.lines) + "\n",
        raw_text(page),
        (*left, *outside),
        "".join(text.added),
        (*_unread(lost), *_remarks(text)),
    )


def _tree(page: str) -> etree._Element | Refusal:
    """The page's elements; a page nested more deeply than the parser goes is refused, not cut."""
    parser = etree.HTMLParser(
        encoding="utf-8", no_network=True, remove_comments=True, remove_pis=True, huge_tree=True, recover=True
    )
    tip = "在浏览器里打开，复制正文存为 .txt 再登记"
    try:
        root = etree.fromstring(page.encode("utf-8", "replace"), parser)
    except etree.XMLSyntaxError:
        root = None
    if any(e.level == etree.ErrorLevels.FATAL and "RESOURCE_LIMIT" in e.type_name for e in parser.error_log):
        return Refusal("source-format", "网页的标签嵌套太深（超过 2,048 层）", tip)
    if root is None:
        return Refusal("source-no-text", "网页里没有文字", tip)
    elements = sum(1 for _ in root.iter())
    if elements > MAX_ELEMENTS:
        return Refusal("source-too-large", f"网页有 {elements:,} 个标签，超过 30 万", tip)
    return root


def _outside(root: etree._Element, chosen: etree._Element) -> list[LeftOut]:
    """The lines beside the chosen block, which is emptied for it."""
    if chosen is root:
        return []
    empty(chosen)
    return [LeftOut("outside", line) for line in page_text(root).lines]


def _unread(lost: int) -> list[Remark]:
    message = f"有 {lost} 处字节读不成字，写成了 U+FFFD"
    return [Remark("source-count", message, "请对照网页，把正文存为 .txt 改正后登记")] if lost else []


def _remarks(text: PageText) -> list[Remark]:
    found = []
    if text.added:
        shown = " ".join(n.strip() for n in text.added[:6])
        message = f"列表编号 {len(text.added)} 处，已照浏览器的显示写进正文：{shown}"
        found.append(Remark("source-numbers", message, "请对照网页核对编号"))
    if text.pictures:
        message = f"图片 {text.pictures} 处，里面的字没有读入"
        found.append(Remark("source-left-out", message, "若其中有正文，请改成文字后再登记"))
    return found
