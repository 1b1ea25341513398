"""What a converter answers: a text with the account of what is not in it, or a refusal."""

from __future__ import annotations

from dataclasses import dataclass

LEFT_OUT: dict[str, tuple[str, str]] = {
    "header": ("页眉", "若属于正文，请移进正文后再登记"),
    "footer": ("页脚", "若属于正文，请移进正文后再登记"),
    "footnote": ("脚注", "若属于正文，请移进正文后再登记"),
    "endnote": ("尾注", "若属于正文，请移进正文后再登记"),
    "comment": ("批注", "批注不是正文；若要留下，写进记录的 note"),
    "deleted": ("修订中删去的文字", "请先在 Word 里接受或拒绝全部修订，再登记"),
    "hidden": ("隐藏的文字", "若属于正文，请先让它显示出来，再登记"),
    "placeholder": ("内容控件里没有填写的提示语", "若应填写，请填好后再登记"),
    "ruby": ("注音", "若属于正文，请写进正文后再登记"),
    "merged": ("合并单元格里不显示的文字", "请取消合并核对后再登记"),
    "drawing": ("图形里的文字", "若属于正文，请写进正文后再登记"),
    "navigation": ("导航栏", "若属于正文，请复制正文存为 .txt 再登记"),
    "form": ("表单里的文字", "若属于正文，请复制正文存为 .txt 再登记"),
    "outside": ("正文块以外的文字", "若其中有标题、文号或正文，请复制完整正文存为 .txt 再登记"),
    "running-head": ("每页重复的页眉页脚", "若属于正文，请另存为 .txt 补上"),
    "page-number": ("页码", "若属于正文，请另存为 .txt 补上"),
    "unshown": ("", ""),
}
"""By kind: its name in messages and the mend. ``unshown`` is what no program shows a reader: counted, never told."""


@dataclass(frozen=True)
class LeftOut:
    """A stretch of the file's text that is not in the converted text; ``kind`` is a key of ``LEFT_OUT``."""

    kind: str
    text: str


@dataclass(frozen=True)
class Remark:
    """Something that the contributor should look at though the text could be read; code, message and tip of a warning."""

    code: str
    message: str
    tip: str


@dataclass(frozen=True)
class Converted:
    """The text of a file, one paragraph or row a line.

    ``raw`` holds all characters that the file has for its readers, in any order, gathered in another way than
    ``text``. ``added`` holds what stands in ``text`` but not in ``raw``: numbers that a program counts.
    """

    text: str
    raw: str
    left_out: tuple[LeftOut, ...] = ()
    added: str = ""
    remarks: tuple[Remark, ...] = ()


@dataclass(frozen=True)
class Refusal:
    """Why a file gives no text: code, message and tip of the one problem."""

    code: str
    message: str
    tip: str
