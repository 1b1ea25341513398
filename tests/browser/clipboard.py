"""What a button put into the clipboard, waited for in the page: writing to a clipboard ends some time after the click."""

from __future__ import annotations

from playwright.sync_api import Locator, Page

BEFORE = "nothing yet"

_READ = """async ([before, patience]) => {
  const end = performance.now() + patience;
  let text = before;
  while (["", before].includes(text) && performance.now() < end) {
    await new Promise((resolve) => setTimeout(resolve, 20));
    text = await navigator.clipboard.readText();
  }
  return text;
}"""

PATIENCE = 20_000  # milliseconds, after which what stands is returned and the test says that it is not what it wants


def copied_by(button: Locator) -> str:
    """Click a button that copies and return the text it put into the clipboard; BEFORE when it put none."""
    page = button.page
    page.evaluate("(text) => navigator.clipboard.writeText(text)", BEFORE)
    button.click()
    return copied(page)


def copied(page: Page) -> str:
    """The clipboard's text as soon as it is neither empty nor BEFORE."""
    return str(page.evaluate(_READ, [BEFORE, PATIENCE]))
