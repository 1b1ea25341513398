"""What a button put into the clipboard, and what is said of it, waited for in the page.

Writing to a clipboard ends some time after the click; that it is done is said for two seconds.
"""

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

_KEEP = """(element) => {
  element.ppTold = [element.textContent];
  new MutationObserver(() => element.ppTold.push(element.textContent))
    .observe(element, { childList: true, characterData: true, subtree: true });
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


class Told:
    """What an element says from now on, however shortly."""

    def __init__(self, element: Locator) -> None:
        self._element = element.element_handle()
        self._element.evaluate(_KEEP)
        self._page = element.page

    def wait_for(self, text: str) -> None:
        self._page.wait_for_function("([element, text]) => element.ppTold.includes(text)", arg=[self._element, text])
