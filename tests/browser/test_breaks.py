"""Two quotations side by side may break onto two lines: in what scripts draw as in the built pages."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page

from .drawn import drawn

SIDE_BY_SIDE = "zhangye-county-economy/2.1"  # “菜篮子”“肉架子”“奶袋子”

# Texts of the page in which both marks stand together, and how often a break stands between them.
TOGETHER = """() => {
  const texts = document.createTreeWalker(document.querySelector("main, .pp-main"), NodeFilter.SHOW_TEXT), whole = [];
  while (texts.nextNode()) {
    const inside = texts.currentNode.parentElement.closest("script, style, option, textarea");
    if (!inside && texts.currentNode.data.includes("”“")) whole.push(texts.currentNode.data);
  }
  const between = [...document.querySelectorAll("wbr")].filter((e) => /”$/.test(e.previousSibling?.data ?? "") && /^“/.test(e.nextSibling?.data ?? ""));
  return { whole, between: between.length };
}"""


@pytest.mark.parametrize(
    "address",
    [
        f"measures/{SIDE_BY_SIDE}/",
        f"compare/?m={SIDE_BY_SIDE}&m=gansu-enclave-economy/3.1",
        "search/?q=菜篮子",
        "search/?q=肉架子&jurisdiction=zhangye",
    ],
)
def test_two_quotations_side_by_side_may_break(page: Page, site_url: str, address: str) -> None:
    page.goto(site_url + address)
    drawn(page)
    told = page.evaluate(TOGETHER)
    assert told["whole"] == [] and told["between"] > 0
    assert "”\u200b“" not in page.locator("body").inner_text()
