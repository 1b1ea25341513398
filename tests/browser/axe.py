"""axe-core in a page: what it finds against WCAG 2.2 AA and its own best practice, in every look of a page."""

from __future__ import annotations

from typing import Any

from axe_playwright_python.base import AXE_SCRIPT
from playwright.sync_api import Page

TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
COLOURS = {"type": "rule", "values": ["color-contrast", "link-in-text-block"]}
LOOKS = [(1280, 900), (390, 844)]

# axe keeps the fields of its colours, thousands of them, in weak maps and sets: half its time. Here they stand with the colours,
# under a name of their own, and a colour is worked out once for each way of writing it. What is found is the same.
_QUICK = """(() => {
  class WeakMap {
    constructor(all = []) { this.at = Symbol(); for (const [key, value] of all) this.set(key, value); }
    has(key) { return Object.hasOwn(Object(key), this.at); }
    get(key) { return key?.[this.at]; }
    set(key, value) { key[this.at] = value; return this; }
    delete(key) { return this.has(key) && delete key[this.at]; }
  }
  class WeakSet extends WeakMap {
    constructor(all = []) { super(Array.from(all, (key) => [key, true])); }
    add(key) { return this.set(key, true); }
  }
  %s
})()"""
_ONCE = """() => {
  const { Color } = axe.commons.color;
  const read = Color.prototype.parseString;
  const known = new Map();
  Color.prototype.parseString = function (written) {
    if (!known.has(written)) known.set(written, read.call(new Color(), written));
    const { r, g, b, alpha } = known.get(written);
    return Object.assign(this, { r, g, b, alpha });
  };
}"""
_RUN = "async (options) => (await axe.run(document, options)).violations"


def violations(page: Page, run: object = TAGS) -> list[str]:
    """What rules find, a line each; of what they pass nothing is told, which takes as long again."""
    if not page.evaluate("'axe' in window"):
        page.evaluate(_QUICK % AXE_SCRIPT)
        page.evaluate(_ONCE)
    found: list[dict[str, Any]] = page.evaluate(_RUN, {"runOnly": run, "resultTypes": ["violations"]})
    return [
        f"{v['id']}: {n['target']} {n['html'][:160]} | {n['failureSummary'][:240]}" for v in found for n in v["nodes"]
    ]


def in_every_look(page: Page) -> list[str]:
    """On a desk and on a phone, in the light and in the dark.

    Every rule runs at either width, for what is shown and where depends on it. The dark changes colours and nothing
    else, so there the rules run that look at colours.
    """
    found = []
    for width, height in LOOKS:
        page.set_viewport_size({"width": width, "height": height})
        page.emulate_media(color_scheme="light", reduced_motion="reduce")
        found += [f"{width} light {v}" for v in violations(page)]
        page.emulate_media(color_scheme="dark", reduced_motion="reduce")
        found += [f"{width} dark {v}" for v in violations(page, COLOURS)]
    return found
