"""A short sum of a text, by which it is seen whether it changed."""

from __future__ import annotations

import hashlib
import re


def text_hash(text: str) -> str:
    """The first 16 hexadecimal digits of a text's SHA-256, by which the register tells whether it changed."""
    return hashlib.sha256(text.encode()).hexdigest()[:16]


def is_text_hash(text: str) -> bool:
    return bool(re.fullmatch(r"[0-9a-f]{16}", text))
