"""A window that many tests use one after another: opening one takes longer than most tests do.

What a page stores is kept by its origin, and every test has an origin of its own (host.py); what belongs to the window
is put back after each test. What cannot be put back is refused: such a test asks for a window of its own, by the mark
``own_window``.
"""

from __future__ import annotations

from typing import Any, NoReturn

from playwright.sync_api import Browser, BrowserContext, Page

SIZE = {"width": 1280, "height": 900}
# What the content security policy stopped, told by the page itself.
WATCH = """
  window.ppViolations = [];
  document.addEventListener("securitypolicyviolation", (e) => ppViolations.push(`${e.violatedDirective} ${e.blockedURI}`));
"""
AS_MADE = "() => /native code/.test(Function.prototype.toString.call(Date)) && window.closed === false"


def _refused(*_: object, **__: object) -> NoReturn:
    raise AssertionError("this stays with the window: mark the test with pytest.mark.own_window")


class Window:
    """A page, and what was amiss in it: errors of the console and of scripts, requests to other hosts, dialogs."""

    def __init__(self, browser: Browser) -> None:
        self.context: BrowserContext = browser.new_context(viewport=SIZE, locale="zh-CN")  # type: ignore[arg-type]
        self.context.add_init_script(WATCH)
        self.page: Page = self.context.new_page()
        self.faults: list[str] = []
        self.page.on("console", self._console)
        self.page.on("pageerror", lambda e: self.faults.append(f"error: {e}"))
        self.page.on("request", self._request)
        self.page.on("dialog", self._dialog)

    def _console(self, message: Any) -> None:
        if message.type == "error" and "404" not in message.text:
            self.faults.append(f"console: {message.text}")

    def _request(self, request: Any) -> None:
        if not request.url.startswith(("http://127.0.0.1:", "data:", "blob:")):
            self.faults.append(f"outside: {request.url}")

    def _dialog(self, dialog: Any) -> None:
        self.faults.append(f"dialog: {dialog.message}")
        dialog.dismiss()

    def share(self) -> None:
        """Refuse what could not be put back."""
        for owner, names in (
            (self.page, ("on", "once", "add_init_script", "expose_function", "expose_binding")),
            (self.context, ("on", "once", "add_init_script", "new_cdp_session", "expose_function", "expose_binding")),
        ):
            for name in names:
                setattr(owner, name, _refused)

    def put_back(self) -> None:
        """As it was when it was opened."""
        page, context = self.page, self.context
        for other in context.pages:
            if other is not page:
                other.close()
        page.unroute_all(behavior="ignoreErrors")
        page.mouse.move(0, 0)
        page.goto("about:blank")
        context.clear_permissions()
        context.set_offline(False)
        if page.viewport_size != SIZE:
            page.set_viewport_size(SIZE)  # type: ignore[arg-type]
        page.emulate_media(
            media="null",
            color_scheme="light",
            reduced_motion="no-preference",
            forced_colors="none",
            contrast="no-preference",
        )
        assert page.evaluate(AS_MADE), "the clock stays with the window: mark the test with pytest.mark.own_window"
        self.faults.clear()

    def close(self) -> None:
        self.context.close()
