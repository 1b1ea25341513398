"""Every script stays within the floor of browsers (docs/decisions/browsers.md): its syntax, and the names it uses."""

from __future__ import annotations

import pytest

from .floor.scan import after_2009, later_syntax, newer_names, own_keys
from .places import ROOT

SCRIPTS = ROOT / "docs" / "assets" / "js"
ALL = sorted(SCRIPTS.rglob("*.js"))

# Names that come after the floor and help where they are, each with what happens where they are not.
# tests/browser/test_old_browsers.py takes them away.
GUARDED = {
    "requestIdleCallback": "setTimeout in its place (search/filling.js)",
    "isComposing": "undefined is as good as false: what is typed is searched when the composition ends, too",
    "execCommand": "the way of old, only where there is no clipboard (shared/clipboard.js)",
    "window.print": "only the button to print needs it",
    "scrollend": "an event that never comes: the outline is pointed by the observer alone (reading/outline.js)",
}

# Fields of our own files that are named like something new.
OWN = {"n", "ms"}


def test_the_syntax_of_every_script_is_that_of_the_floor() -> None:
    assert ALL
    late = {p.relative_to(SCRIPTS).as_posix(): later_syntax(p.read_text("utf-8")) for p in ALL}
    assert {name: found for name, found in late.items() if found} == {}


def test_no_script_uses_what_came_after_the_floor() -> None:
    texts = {p.relative_to(SCRIPTS).as_posix(): p.read_text("utf-8") for p in ALL}
    own = set().union(*map(own_keys, texts.values())) | OWN
    used = {name: newer_names(text) - own - GUARDED.keys() for name, text in texts.items()}
    assert {name: found for name, found in used.items() if found} == {}


def test_what_speaks_where_scripts_fail_is_older_than_they_are() -> None:
    assert after_2009((SCRIPTS / "site.js").read_text("utf-8")) == []


@pytest.mark.parametrize(
    ("source", "told"),
    [
        ("x.replace(/(?<!a)b/g, '')", True),
        ("new RegExp(`(?<!\\\\d)${n}`)", True),
        ("/(?i:a)b/.test(x)", True),
        ("/[a--b]/v.test(x)", True),
        ("class A { static { f(); } }", True),
        ("import data from './x.json' with { type: 'json' };", True),
        ("await f();", True),
        ("const x = ;", True),
        ("class A { #x = 1; static y = 2; has(o) { return #x in o; } }", False),
        ("a ??= b?.c ?? 1_000n; async function f() { await g(); for await (const h of i) j(h); }", False),
        ("/(?<name>a)\\k<name>/u.exec(x)", False),
    ],
)
def test_later_syntax_is_seen(source: str, told: bool) -> None:
    assert bool(later_syntax(source)) is told


@pytest.mark.parametrize(
    ("source", "names"),
    [
        ("const asked = new URLSearchParams(s); if (asked.size) f();", {"URLSearchParams.size"}),
        ("new Map().size; new Set([1]).size", set()),
        ("Array.fromAsync(x); Object.groupBy(x, f); Map.groupBy(x, f); Promise.withResolvers()", None),
        ("a.union(b); list.toSorted(); box.showPopover(); document.startViewTransition(f)", None),
        ("const sheet = new CSSStyleSheet(); document.adoptedStyleSheets = [sheet];", None),
        ("structuredClone(x); list.at(-1); text.replaceAll('a', 'b'); Object.hasOwn(x, 'y')", set()),
    ],
)
def test_newer_names_are_seen(source: str, names: set[str] | None) -> None:
    assert newer_names(source) == names if names is not None else newer_names(source)
