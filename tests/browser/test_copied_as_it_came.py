"""What is copied comes from the page as it came, not from what a translator made of it; with the address it is read at."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from .clipboard import copied_by

MEASURE = "measures/gansu-enclave-economy/3.3/"
# What the translators of browsers do: every stretch of text becomes another, in elements of their own.
TRANSLATE = """() => {
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const nodes = [];
  while (walker.nextNode()) nodes.push(walker.currentNode);
  for (const node of nodes.filter((n) => n.data.trim() && !n.parentElement.closest("script, style, button, option"))) {
    const outer = document.createElement("font");
    outer.append(Object.assign(document.createElement("font"), { textContent: "translated" }));
    node.replaceWith(outer);
  }
}"""


@pytest.fixture
def reader(page: Page) -> Page:
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    return page


@pytest.mark.parametrize("form", ["reading", "received"])
def test_a_sentence(reader: Page, site_url: str, form: str) -> None:
    path = "measures/henan-industrial-clusters/1.1/"
    reader.goto(f"{site_url}{path}?form={form}")
    first = reader.locator(".pp-text .pp-s[id]").first
    words = first.inner_text().strip()
    reader.evaluate(TRANSLATE)
    first.click()
    copied = copied_by(reader.locator(".pp-tools").get_by_text("复制引文"))
    assert words[:12] in copied and "translated" not in copied
    assert f"{site_url}{path}" in copied  # where it is read, though it was built as 127.0.0.1:8000


def test_a_question_and_its_proof(reader: Page, site_url: str) -> None:
    reader.goto(f"{site_url}topics/enclave-parks/")
    expect(reader.get_by_role("button", name="引用这一问").or_(reader.locator(".pp-copy")).first).to_be_attached()
    reader.evaluate(TRANSLATE)
    copied = copied_by(reader.locator(".pp-points__bar button").first)
    assert "translated" not in copied and site_url in copied


def test_a_citation_and_its_files(reader: Page, site_url: str, tmp_path: Path) -> None:
    reader.goto(site_url + MEASURE)
    expect(reader.locator(".pp-cite__copy").first).to_be_attached()
    reader.evaluate(TRANSLATE)
    copied = copied_by(reader.locator(".pp-cite__copy").first)
    assert "translated" not in copied and f"{site_url}{MEASURE}" in copied
    today = date.today()
    kept = {}
    for n in range(reader.locator(".pp-cite a[download]").count()):
        with reader.expect_download() as told:
            reader.locator(".pp-cite a[download]").nth(n).click()
        path = tmp_path / told.value.suggested_filename
        told.value.save_as(path)
        kept[path.suffix] = path.read_text("utf-8")
    assert f"Y2  - {today:%Y/%m/%d}" in kept[".ris"]
    assert f"urldate = {{{today:%Y-%m-%d}}}" in kept[".bib"]
    assert json.loads(kept[".json"])[0]["accessed"] == {"date-parts": [[today.year, today.month, today.day]]}
    assert all(f"{site_url}{MEASURE}" in text for text in kept.values())
