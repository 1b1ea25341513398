"""The page that explains what the check says: every code once, at an anchor of its name, its words as text."""

from __future__ import annotations

from collections.abc import Callable

from build_scripts.checks.codes import Code, Group, groups
from build_scripts.publishing.page_macros.problem_codes import explained
from tests.publishing.html import Element, parse

HOSTILE = "<script>alert(1)</script> {{ x }} `y` & *z*"


def test_every_code_of_the_list_has_its_anchor_and_its_words(page_at: Callable[[str], Element]) -> None:
    page = page_at("problems")
    anchors = [e.attrs["id"] for e in page.all("dt")]
    listed = [c for g in groups() for c in g.codes]
    assert anchors == [c.code for c in listed]
    for code, told in zip(listed, page.all("dd"), strict=True):
        assert code.means in told.text and code.mend in told.text


def test_the_contribute_page_leads_there(page_at: Callable[[str], Element]) -> None:
    assert "../problems/" in {a.attrs.get("href") for a in page_at("contribute").all("a")}


def test_words_of_the_list_are_text_and_lines_stay_lines() -> None:
    html = explained([Group("g", HOSTILE, HOSTILE, (Code("a-b", HOSTILE, "改。", f"a: 1\n  b: {HOSTILE}", "a: 2"),))])
    page = parse(html)
    assert "\n" not in html and "{{" not in html
    assert not list(page.all("script"))
    assert next(page.all("h2")).text == HOSTILE
    wrong, right = (pre.text for pre in page.all("pre"))
    assert (wrong, right) == (f"a: 1\n  b: {HOSTILE}", "a: 2")
