"""Where tests find things: the repository as it stands, and the frozen corpus that does not move when the data do.

A test that names refs, counts or wordings of real texts leans on ``FROZEN``. What holds of any sound data is asked of
``ROOT``, in tests/test_live_data.py and over the built site.
"""

from __future__ import annotations

from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
FROZEN = ROOT / "tests" / "frozen"
SITE = ROOT / "site"
SOURCES = sorted((FROZEN / "structured" / "sources").glob("*.txt"))
