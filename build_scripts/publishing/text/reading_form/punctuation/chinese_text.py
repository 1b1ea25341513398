"""What a stretch of Chinese ends and begins with: what a mark stands by when it is one of a Chinese text."""

from __future__ import annotations

import re

HAN = "\u3005\u3007\u3400-\u9fff\uf900-\ufaff"
ENDS = f"{HAN}》〉”’）〕】」』"
"""What a Chinese stretch ends with."""
BEGINS = f"{HAN}《〈“‘（〔【「『"
"""What one begins with."""
HAN_CHARACTER = re.compile(f"[{HAN}]")
