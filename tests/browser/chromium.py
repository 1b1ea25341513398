"""Which Chromium the browser tests drive: $CHROMIUM, the system's, or Playwright's own."""

from __future__ import annotations

import os
import shutil
import sys
from pathlib import Path

MEND = "没有找到 Chromium：Debian 上 apt install chromium；其他系统 python -m playwright install chromium；或设 CHROMIUM=路径"


def executable() -> str | None:
    """The path of a Chromium, or None."""
    named = os.environ.get("CHROMIUM")
    if named:
        return named if Path(named).exists() else None
    for name in ("chromium", "chromium-browser", "google-chrome-stable", "google-chrome"):
        found = shutil.which(name)
        if found:
            return found
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        path = playwright.chromium.executable_path
    return path if Path(path).exists() else None


if __name__ == "__main__":
    path = executable()
    print(path or MEND)
    sys.exit(path is None)
