"""What reading a Word file leaves out, adds and counts on its way."""

from __future__ import annotations

from dataclasses import dataclass, field

from lxml import etree

from ..outcome import LeftOut, Remark
from ..xml_parts import child, name
from .raw_text import raw_text, version

_SKIPPED = frozenset(
    f"w:{p}"
    for p in ["pPr", "rPr", "tblPr", "tblPrEx", "tblGrid", "trPr", "tcPr", "sectPr", "sdtPr", "sdtEndPr", "rubyPr"]
) | {
    "w:instrText",
    "w:delInstrText",
    "w:fldData",
}
"""Elements that hold properties or code, never text."""


@dataclass
class Ledger:
    """Filled by the readers of one file; ``inserted`` and ``deleted`` are the characters of tracked changes."""

    left_out: list[LeftOut] = field(default_factory=list)
    added: list[str] = field(default_factory=list)
    pictures: int = 0
    formulas: int = 0
    symbols: int = 0
    inserted: list[str] = field(default_factory=list)

    def leave(self, kind: str, element: etree._Element) -> None:
        if text := raw_text(element):
            self.left_out.append(LeftOut(kind, text))

    def opened(self, element: etree._Element) -> etree._Element | None:
        """What of an element of no kind of its own is to be read: itself, the version of it that is shown, nothing."""
        kind = name(element)
        if not kind or kind in _SKIPPED:
            return None
        if kind == "mc:AlternateContent":
            return version(element)
        if kind in ("w:del", "w:moveFrom"):
            self.leave("deleted", element)
            return None
        if kind == "w:sdt":
            if child(child(element, "w:sdtPr"), "w:showingPlcHdr") is not None:
                self.leave("placeholder", element)
                return None
            return child(element, "w:sdtContent")
        if kind == "w:ins":
            self.inserted.append(raw_text(element))
        return element

    def remarks(self) -> list[Remark]:
        """Warnings about what was read in a way that a person should look at."""
        found = []
        if self.inserted:
            size, first = sum(map(len, self.inserted)), max(self.inserted, key=len)[:20]
            message = f"有没有接受的修订：插入的 {size} 字已读入，例如「{first}」"
            found.append(Remark("source-revision", message, "请先在 Word 里接受或拒绝全部修订，再登记"))
        if numbers := [n.strip() for n in self.added if n.strip()]:
            shown = " ".join(dict.fromkeys(numbers[:6]))
            message = f"自动编号 {len(numbers)} 处，已照 Word 的显示写进正文：{shown}"
            found.append(Remark("source-numbers", message, "请对照原件核对编号"))
        for count, what in ((self.pictures, "图片"), (self.formulas, "公式"), (self.symbols, "符号字体的字符")):
            if count:
                how = "只顺序读入了字符" if what == "公式" else "里面的字没有读入" if what == "图片" else "没有读入"
                found.append(Remark("source-left-out", f"{what} {count} 处，{how}", "若其中有正文，请改成文字后再登记"))
        return found
