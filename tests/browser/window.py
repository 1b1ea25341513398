"""Windows that many tests use one after another: opening one takes longer than most tests do.

What belongs to the window is put back after each test. The page in it stays until the next test's first, which clears what
was stored: a test begins with ``goto``. What was fetched stays, as with a reader who was here before; a test to which that
matters asks for a site that nobody visited (conftest.py). What cannot be put back is refused: such a test asks for a window
of its own, by the mark ``own_window``.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any, NoReturn

from playwright.sync_api import Browser, BrowserContext, Page

SIZE = {"width": 1280, "height": 900}
PHONE = {"width": 390, "height": 844}
KINDS: dict[str, dict[str, Any]] = {
    "desk": {},
    "phone": {"viewport": PHONE, "has_touch": True, "is_mobile": True},
    "without scripts": {"java_script_enabled": False},
}
"""What is asked of the browser for each kind of window, beside what is asked for all."""
NEXT = "the next test's"
"""The name of a window whose next page clears what the last test stored."""
HAND_OVER = "(name) => { window.name = name; window.stop(); }"
# What the content security policy stopped is told by the page itself.
BEFORE_EVERY_PAGE = """
  if (window.name === "%s" && location.origin.startsWith("http")) {
    localStorage.clear();
    sessionStorage.clear();
    window.name = "";
  }
  window.ppViolations = [];
  document.addEventListener("securitypolicyviolation", (e) => ppViolations.push(`${e.violatedDirective} ${e.blockedURI}`));
"""
SEEN_AS_AT_FIRST: dict[str, Any] = {
    "media": "null",
    "color_scheme": "light",
    "reduced_motion": "no-preference",
    "forced_colors": "none",
    "contrast": "no-preference",
}


def widen(page: Page, width: int) -> None:
    """Give a page this width, unless it has it: all of it is set anew."""
    size = page.viewport_size or SIZE
    if size["width"] != width:
        page.set_viewport_size({"width": width, "height": size["height"]})


def _refused(*_: object, **__: object) -> NoReturn:
    raise AssertionError("this stays with the window: mark the test with pytest.mark.own_window")


class Window:
    """A page, and what was amiss in it: errors of the console and of scripts, requests to other hosts, dialogs."""

    def __init__(self, browser: Browser, kind: str, shared: bool) -> None:
        asked = {"viewport": SIZE, "locale": "zh-CN", **KINDS[kind]}
        self._size = asked["viewport"]
        self._undo: dict[object, Callable[[], object]] = {}
        self.context: BrowserContext = browser.new_context(**asked)
        self.context.add_init_script(BEFORE_EVERY_PAGE % NEXT)
        self.page: Page = self.context.new_page()
        self.faults: list[str] = []
        self._handed_over = self._leaving = False
        self.page.on("console", self._console)
        self.page.on("pageerror", lambda e: self.faults.append(f"error: {e}"))
        self.page.on("request", self._request)
        self.page.on("dialog", self._dialog)
        self.page.on("framenavigated", self._arrived)
        if shared:
            self._share()

    def _console(self, message: Any) -> None:
        if message.type == "error" and "404" not in message.text:
            self.faults.append(f"console: {message.text}")

    def _request(self, request: Any) -> None:
        if not request.url.startswith(("http://127.0.0.1:", "data:", "blob:")):
            self.faults.append(f"outside: {request.url}")

    def _dialog(self, dialog: Any) -> None:
        self.faults.append(f"dialog: {dialog.message}")
        dialog.dismiss()

    def _arrived(self, frame: Any) -> None:
        if self._leaving and frame == self.page.main_frame:
            self._leaving = False
            self.faults.clear()  # those of the page that is left were the last test's

    def _share(self) -> None:
        """Keep in mind how to undo what a test does to the window, and refuse what could not be undone."""
        page, context = self.page, self.context
        for owner, names in (
            (page, ("on", "once", "expose_function", "expose_binding")),
            (page.clock, ("install", "pause_at", "set_fixed_time", "set_system_time")),
            (context, ("on", "once", "add_init_script", "new_cdp_session", "expose_function", "expose_binding")),
        ):
            for name in names:
                setattr(owner, name, _refused)
        self._replace_goto()
        size, media, offline = page.set_viewport_size, page.emulate_media, context.set_offline
        self._remember(page, "add_init_script", lambda added: added.close())
        self._remember(page, "route", lambda _: page.unroute_all(behavior="ignoreErrors"))
        self._remember(page, "set_viewport_size", lambda _: size(self._size))
        self._remember(page, "emulate_media", lambda _: media(**SEEN_AS_AT_FIRST))
        self._remember(context, "grant_permissions", lambda _: context.clear_permissions())
        self._remember(context, "set_offline", lambda _: offline(False))

    def _remember(self, owner: Any, name: str, undo: Callable[[Any], object]) -> None:
        do = getattr(owner, name)

        def done(*args: Any, **named: Any) -> Any:
            made = do(*args, **named)
            self._undo[made or name] = lambda: undo(made)
            return made

        setattr(owner, name, done)

    def _replace_goto(self) -> None:
        go = self.page.goto

        def goto(url: str, **named: Any) -> Any:
            if self._handed_over:
                self._handed_over, self._leaving = False, True
                if url.partition("#")[0] == self.page.url.partition("#")[0]:  # else the page that is there would stay
                    go("about:blank", wait_until="commit")
            return go(url, **named)

        setattr(self.page, "goto", goto)  # noqa: B010

    def put_back(self) -> None:
        """As it was when it was opened, but for the page in it: that the next test leaves, and its faults count for nobody."""
        page = self.page
        for other in self.context.pages:
            if other is not page:
                other.close()
        page.evaluate(HAND_OVER, NEXT)
        page.mouse.move(0, 0)
        for undo in self._undo.values():
            undo()
        self._undo.clear()
        self._handed_over = True

    def close(self) -> None:
        self.context.close()


class Windows:
    """The windows of a browser that wait for the next test, by their kind."""

    def __init__(self, browser: Browser) -> None:
        self._browser = browser
        self._waiting: defaultdict[str, list[Window]] = defaultdict(list)

    @contextmanager
    def lent(self, kind: str, own: bool) -> Iterator[Window]:
        """A window for one test; after it put back, or closed where the test has it to itself."""
        waiting = [] if own else self._waiting[kind]
        window = waiting.pop() if waiting else Window(self._browser, kind, shared=not own)
        yield window
        if own:
            window.close()
        else:
            window.put_back()
            waiting.append(window)

    def close(self) -> None:
        for windows in self._waiting.values():
            for window in windows:
                window.close()
