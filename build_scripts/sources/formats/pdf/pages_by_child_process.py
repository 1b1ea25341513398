"""The pages of a PDF as lines with their places, read in a process of its own with a limit on its time."""

from __future__ import annotations

import json
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from ..outcome import Refusal

SECONDS = 60
_PROGRAM = Path(__file__).with_name("read_pages.py")
_MEND = "请用阅读器打开核对；打得开，就复制正文存为 .txt 再登记"
_REFUSED = {
    "password": Refusal("source-encrypted", "文件加了密码", "请去掉密码，另存后再登记"),
    "damaged": Refusal("source-format", "PDF 损坏或不完整", _MEND),
    "long": Refusal("source-too-large", "PDF 超过 600 页或 200 万字", "一份政策文本不会这么长：请只留正文"),
}


@dataclass(frozen=True)
class PageLine:
    """A printed line; places in points from the lower left corner, ``em`` the width of a Chinese character."""

    text: str
    left: float
    right: float
    baseline: float
    em: float


@dataclass(frozen=True)
class Page:
    """A page's lines in the order of the file; ``raw`` is its text as the library gives it in one piece."""

    height: float
    lines: tuple[PageLine, ...]
    raw: str
    pictures: int = 0


def read_pages(data: bytes, seconds: float = SECONDS) -> tuple[Page, ...] | Refusal:
    """The pages, or why there are none: password, damage, length, or a file that the library cannot end with."""
    if b"%PDF-" not in data[:1024]:
        return Refusal("source-format", "不是 PDF", "请另存为 .docx、.html、.pdf 或纯文本")
    try:
        done = subprocess.run(
            [sys.executable, "-P", str(_PROGRAM)], input=data, capture_output=True, timeout=seconds, check=False
        )
    except subprocess.TimeoutExpired:
        return Refusal("source-format", f"PDF 读了 {seconds:g} 秒还没有读完", _MEND)
    except OSError as error:
        return Refusal("source-format", f"读 PDF 的程序没有开起来：{error.strerror}", "请稍后再试，或复制正文存为 .txt")
    if done.returncode:
        return _REFUSED["damaged"] if b"No module named" not in done.stderr else _missing()
    answer: dict[str, Any] = json.loads(done.stdout)
    return _REFUSED[answer["error"]] if "error" in answer else tuple(_page(p) for p in answer["pages"])


def _missing() -> Refusal:
    return Refusal("source-format", "没有装 pypdfium2，读不了 PDF", "运行 make 装好依赖，或复制正文存为 .txt")


def _page(stated: dict[str, Any]) -> Page:
    return Page(stated["height"], tuple(PageLine(*line) for line in stated["lines"]), stated["raw"], stated["pictures"])
