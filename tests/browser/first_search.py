"""What a first search loads and the next ones cost, of a built site: ``python -m tests.browser.first_search SITE [QUERY…]``.

Bytes as they are, and as a host packs them (gzip; files of the index as they are). Milliseconds are of the processor, of the
browser's main thread: what else the machine does tells nothing in them.
"""

from __future__ import annotations

import contextlib
import gzip
import sys
from collections.abc import Sequence
from pathlib import Path
from statistics import median

from playwright.sync_api import Browser, CDPSession, Page, Response, sync_playwright

from .chromium import start
from .host import serve
from .speed import ASK

QUERIES = ("产业集群", "飞地经济", "招商引资", "省发展改革委", "土地出让收入", "加强统筹协调，建立健全工作机制")
AS_THEY_ARE = (".bin", ".png")
READY = "document.getElementById('pp-list').getAttribute('aria-busy') === 'false'"


def window(browser: Browser) -> tuple[Page, CDPSession]:
    """A window of its own, nothing kept, whose processor time is told."""
    page = browser.new_context(bypass_csp=True).new_page()
    session = page.context.new_cdp_session(page)
    session.send("Performance.enable", {"timeDomain": "threadTicks"})
    return page, session


def busy(session: CDPSession) -> float:
    """Milliseconds that the main thread has been at work."""
    metrics = session.send("Performance.getMetrics")["metrics"]
    return 1000 * next(m["value"] for m in metrics if m["name"] == "TaskDuration")


def loaded(responses: Sequence[Response]) -> tuple[int, int]:
    """Bytes, and bytes packed."""
    bodies = [(r.url.split("?")[0], r.body()) for r in responses if r.ok]
    packed = (len(b) if url.endswith(AS_THEY_ARE) else len(gzip.compress(b, 6)) for url, b in bodies)
    return sum(len(b) for _, b in bodies), sum(packed)


def first(browser: Browser, base: str, query: str) -> str:
    page, session = window(browser)
    responses: list[Response] = []
    page.on("response", lambda response: responses.append(response))  # noqa: PLW0108  Playwright takes no built-in method
    page.goto(f"{base}search/?q={query}")
    page.wait_for_selector("#pp-list [data-measure]", state="attached")
    took = busy(session)
    page.wait_for_load_state("networkidle")
    plain, packed = loaded(responses)
    page.context.close()
    return f"{plain:>10,} {packed:>9,} {took:>7.0f} ms  {query}"


def following(browser: Browser, base: str, queries: Sequence[str]) -> tuple[float, float]:
    """Of a query on an open page: the median of the first time it is asked, and of the second."""
    page, session = window(browser)
    page.goto(base + "search/")
    page.wait_for_function(READY)

    def cost(query: str) -> float:
        began = busy(session)
        page.evaluate(ASK, query)
        return busy(session) - began

    return median([cost(q) for q in queries]), median([cost(q) for q in queries])


def main(site: Path, queries: Sequence[str]) -> None:
    with (
        contextlib.contextmanager(serve)(site, "/") as base,
        sync_playwright() as playwright,
        start(playwright) as browser,
    ):
        for query in queries:
            print(first(browser, base, query))
        new, again = following(browser, base, queries)
        print(f"{new:.0f} ms a new query on an open page, {again:.0f} ms asked again (medians)")


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2:] or QUERIES)
