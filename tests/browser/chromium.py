"""What the browser tests need of the machine: a Chromium ($CHROMIUM, the system's or Playwright's) and a Chinese font.

Its headless shell will do and is taken first: the same engine without the windows around it, in half the time.

Run as a command it prints what is missing, a line each with the mend, and fails if anything is; with --words, one word
each (``driver``, ``browser``, ``font``) for install.sh.
"""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from playwright.sync_api import Browser, Error, Playwright, sync_playwright

FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
NAMES = ("chromium-headless-shell", "chromium", "chromium-browser", "google-chrome-stable", "google-chrome")
NO_DRIVER = "浏览器测试用的 Playwright 启动不了，它缺系统库：运行 make browser；或 Debian、Ubuntu 上 sudo apt install libatomic1"
NO_BROWSER = "浏览器测试缺 Chromium：运行 make browser；或 Debian 上 sudo apt install chromium，其他系统 .venv/bin/python -m playwright install --with-deps chromium；已有的，设 CHROMIUM=路径"
NOT_STARTED = "浏览器测试用的 Chromium（{path}）启动不了：{why}；换一个用 CHROMIUM=路径，缺系统库则 .venv/bin/python -m playwright install-deps chromium"
NO_FONT = "浏览器测试缺中文字体：运行 make browser；或 Debian、Ubuntu 上 sudo apt install fonts-wqy-microhei"
# A character without a glyph is drawn as the same box, or not at all, whichever character it is.
DRAWS_CHINESE = """() => {
  const drawn = (character) => {
    const canvas = document.createElement("canvas").getContext("2d");
    canvas.font = "32px sans-serif";
    canvas.fillText(character, 8, 40);
    return canvas.getImageData(0, 0, 60, 60).data.join();
  };
  return new Set([..."政策產業"].map(drawn)).size === 4;
}"""


def executable(playwright: Playwright) -> str | None:
    """The path of a Chromium, or None."""
    named = os.environ.get("CHROMIUM")
    if named:
        return shutil.which(named)
    for name in NAMES:
        found = shutil.which(name)
        if found:
            return found
    path = playwright.chromium.executable_path
    return path if Path(path).exists() else None


def start(playwright: Playwright) -> Browser:
    path = executable(playwright)
    if path == playwright.chromium.executable_path:
        path = None  # then Playwright takes its headless shell, which it installs with the browser
    return playwright.chromium.launch(executable_path=path, args=FLAGS)


class Missing(Exception):
    """What is not there, in one word, and a line that says how to get it."""

    def __init__(self, what: str, line: str) -> None:
        super().__init__(line)
        self.what = what


@contextmanager
def ready() -> Iterator[Browser]:
    """A browser that draws Chinese; raises what is missing first."""
    try:
        playwright = sync_playwright().start()
    except Exception as error:  # Playwright has no name for a driver that ends before it speaks
        raise Missing("driver", NO_DRIVER) from error
    try:
        with _started(playwright) as browser:
            page = browser.new_page()
            if not page.evaluate(DRAWS_CHINESE):
                raise Missing("font", NO_FONT)
            page.close()
            yield browser
    finally:
        playwright.stop()


def _started(playwright: Playwright) -> Browser:
    path = executable(playwright)
    if path is None:
        raise Missing("browser", NO_BROWSER)
    try:
        return start(playwright)
    except Error as error:
        why = next((line.strip() for line in error.message.splitlines() if "rror" in line), "")
        raise Missing("browser", NOT_STARTED.format(path=path, why=why)) from error


def missing() -> dict[str, str]:
    """What is not there, each with a line that says how to get it; what cannot be seen before that is there is left."""
    try:
        with ready():
            return {}
    except Missing as lacking:
        return {lacking.what: str(lacking)}


if __name__ == "__main__":
    found = missing()
    print("\n".join(found if "--words" in sys.argv else found.values()))
    sys.exit(bool(found))
