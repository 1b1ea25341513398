"""Waiting for what scripts draw, by what the page says of itself: no fixed time, however busy the machine."""

from __future__ import annotations

from playwright.sync_api import Page

_DRAWN = """() => {
  const one = (selector) => document.querySelector(selector);
  const [list, compared, pick] = [one("#pp-list"), one("#pp-compare"), [...document.querySelectorAll("[data-pick]")]];
  const settled = (node, told) => !node || (node.getAttribute("aria-busy") === "false" && told in node.dataset);
  return settled(list, "query") && [...document.querySelectorAll(".pp-result__text")].every((text) => text.textContent)
    && settled(compared, "shown") && pick.every((button) => button.textContent !== button.dataset.pick)
    && (!new URLSearchParams(location.search).get("hl") || one(".pp-hits"));
}"""
_FOLLOWED = """async () => {
  if (!document.querySelector(".pp-outline")) return;
  const { src } = document.querySelector('script[type="module"][src*="assets/js/"]');
  await import(src.replace(/assets\\/js\\/.*/, "assets/js/reading/outline.js"));
}"""


def drawn(page: Page) -> None:
    """The results of a search with their texts, a comparison with what it suggests, hits marked on arrival, the outline."""
    page.wait_for_function(_DRAWN)
    page.evaluate(_FOLLOWED)


def painted(page: Page) -> None:
    """Wait until what was done has been painted, and what its events did, too: a scroll is told at the next frame."""
    page.evaluate(
        "() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => requestAnimationFrame(done))))"
    )
