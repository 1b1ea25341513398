"""Why bytes are not one text in one encoding, told by the line where it shows."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

_UTF8_HAN = re.compile(r"[\u3000-\u303f\u3400-\u9fff\uff00-\uffef]")
_FEWEST = 3


@dataclass(frozen=True)
class Damage:
    """What is wrong and in which line, counted from 1 (0 where no line shows it)."""

    line: int
    message: str


def mixed_or_damaged(data: bytes, plausible: Callable[[str], float]) -> Damage | None:
    """Lines of UTF-8 beside lines that are not; None where no line shows itself as UTF-8.

    A line of GB18030 that is also valid UTF-8 with three Chinese characters and nothing else beyond ASCII
    hardly ever occurs, so one line suffices.
    """
    others: list[tuple[int, bytes]] = []
    known = 0
    for number, line in enumerate(re.split(rb"\r\n|\n|\r", data), 1):
        if line.isascii():
            continue
        known += _is_utf8(line)
        if not _valid(line, "utf-8"):
            others.append((number, line))
    if not known or not others:
        return None
    number, line = others[0]
    if _valid(line, "gb18030") and plausible(line.decode("gb18030")) > 0.1:
        return Damage(number, f"两种编码混在一起：第 {number} 行是 GB18030，别处有 UTF-8")
    return Damage(number, f"按 UTF-8 读，第 {number} 行有坏字节")


def _valid(line: bytes, encoding: str) -> bool:
    try:
        line.decode(encoding)
    except UnicodeDecodeError:
        return False
    return True


def _is_utf8(line: bytes) -> bool:
    if not _valid(line, "utf-8"):
        return False
    beyond = [c for c in line.decode("utf-8") if not c.isascii()]
    return len(beyond) >= _FEWEST and all(_UTF8_HAN.match(c) for c in beyond)


def read_twice(text: str, plausible: Callable[[str], float]) -> bool:
    """Whether a text is what becomes of UTF-8 that was read as GB18030 and saved so (鍏充簬 for 关于)."""
    sample = text[:4_000]
    back = sample.encode("gb18030", "replace").decode("utf-8", "replace")
    return plausible(sample) < 0.05 and plausible(back) > 0.1
