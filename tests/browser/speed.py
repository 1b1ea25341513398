"""How fast the site answers in a browser, as a ratio to a named reference of the same run: folding the five texts there.

make bench runs it: ``python -m tests.browser.speed``. It fails where an answer takes more than its limit.
"""

from __future__ import annotations

import contextlib
import json
import random
import sys
from statistics import median

from playwright.sync_api import Page, sync_playwright

from ..frozen_site import frozen_site
from .chromium import missing, start
from .host import serve

REFERENCE = "在浏览器里把五份原文折成简体"
QUERIES = 100
# How many times the reference an answer may take.
LIMITS = {"引文核对：两千字、每百字错一字": 100.0, "检索：已开着的页面上再查一次（中位）": 3.0}

CHECK = """async (faulty) => {
  const { loadSources, normal } = await import(new URL("../assets/js/check/texts.js", location.href));
  const { judge } = await import(new URL("../assets/js/check/judge.js", location.href));
  const { sources, fold } = await loadSources();
  const look = judge(sources, fold);
  const timed = (work) => { const began = performance.now(); work(); return performance.now() - began; };
  const middle = (work, times) => Array.from({ length: times }, () => timed(work)).sort((a, b) => a - b)[times >> 1];
  const folding = () => sources.forEach((s) => normal(s.letters, fold, false));
  folding();
  look(faulty, false);
  return [middle(folding, 21), middle(() => look(faulty, false), 7)];
}"""

ASK = """(query) => new Promise((done) => {
  const [box, list] = [document.getElementById("pp-q"), document.getElementById("pp-list")];
  new MutationObserver((_, observer) => {
    if (list.getAttribute("aria-busy") !== "false") return;
    observer.disconnect();
    done(Number(list.dataset.ms));
  }).observe(list, { attributes: true, attributeFilter: ["aria-busy"] });
  box.value = query;
  box.form.requestSubmit();
})"""


def checking(page: Page, base: str, text: str) -> tuple[float, float]:
    """Milliseconds that the reference takes, and looking up two thousand characters of ``text`` with a fault in each hundred."""
    faulty = "".join("错" if n % 97 == 50 else c for n, c in enumerate(text[3000:5000]))
    page.goto(base + "check/")
    reference, took = page.evaluate(CHECK, faulty)
    return reference, took


def searching(page: Page, base: str, text: str) -> float:
    """Milliseconds of the median query, each asked once before."""
    chance = random.Random(20260)
    places = [chance.randrange(len(text) - 8) for _ in range(QUERIES)]
    queries = ["".join(text[at : at + chance.randint(2, 8)].split()) for at in places]
    page.goto(base + "search/")
    page.wait_for_function("document.getElementById('pp-list').getAttribute('aria-busy') === 'false'")
    for query in queries:
        page.evaluate(ASK, query)
    return median(page.evaluate(ASK, query) for query in queries)


def main() -> int:
    lacking = missing()
    if lacking:
        print("\n".join(lacking.values()), file=sys.stderr)
        return 1
    site = frozen_site()
    text = json.loads((site / "assets/check/zhangye-county-economy.json").read_text("utf-8"))["text"]
    with (
        contextlib.contextmanager(serve)(site, "/") as base,
        sync_playwright() as playwright,
        start(playwright) as browser,
    ):
        page = browser.new_page()
        reference, check = checking(page, base, text)
        search = searching(page, base, text)
    print(f"浏览器里，为参照的倍数（参照：{REFERENCE}，{reference:.1f} 毫秒）")
    ratios = {what: took / reference for what, took in zip(LIMITS, (check, search), strict=True)}
    for what, ratio in ratios.items():
        print(f"{ratio:>8.2f}  上限 {LIMITS[what]:g}  {what}")
    slow = [what for what, ratio in ratios.items() if ratio > LIMITS[what]]
    if slow:
        print("超过上限：" + "；".join(slow), file=sys.stderr)
    return int(bool(slow))


if __name__ == "__main__":
    sys.exit(main())
