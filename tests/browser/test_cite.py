"""Citing in a real browser: the reader's date, a sentence's anchor, copying, files."""

from __future__ import annotations

import json
import re
from datetime import date
from pathlib import Path

import pytest
from playwright.sync_api import Page

from .clipboard import Told, copied_by

MEASURE = "measures/gansu-enclave-economy/3.3/"


def texts(page: Page) -> list[str]:
    return page.locator(".pp-cite__text").all_inner_texts()


def test_the_readers_date_stands_where_the_standard_wants_one(page: Page, site_url: str) -> None:
    before = date.today()
    page.goto(site_url + MEASURE)
    days = {before.isoformat(), date.today().isoformat()}  # midnight may come in between
    assert any(f"[EB/OL]. [{day}]. http" in texts(page)[0] for day in days)
    assert not any(re.search(r"\d{4}-\d{2}-\d{2}", t) for t in texts(page)[1:])


def test_a_sentence_is_cited_by_its_anchor(page: Page, site_url: str) -> None:
    page.goto(site_url + MEASURE)
    page.get_by_label("引到").select_option("#s2")
    assert all(f"{MEASURE}#s2" in t for t in texts(page))
    page.get_by_label("引到").select_option("")
    assert not any("#s" in t for t in texts(page))


def test_an_address_with_a_sentence_chooses_it(page: Page, site_url: str) -> None:
    page.goto(site_url + MEASURE + "#s1")
    assert all(f"{MEASURE}#s1" in t for t in texts(page))


def test_copying_takes_the_text_as_shown(page: Page, site_url: str) -> None:
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.goto(site_url + MEASURE)
    button = page.get_by_role("button", name="复制 法学引注手册（2020） 格式的引文")
    said = Told(button)
    assert copied_by(button) == texts(page)[1]
    said.wait_for("已复制")


def test_files_name_the_sentence_chosen(page: Page, site_url: str, tmp_path: Path) -> None:
    page.goto(site_url + MEASURE)
    page.get_by_label("引到").select_option("#s2")
    with page.expect_download() as download:
        page.get_by_role("link", name="BibTeX").click()
    assert download.value.suggested_filename == "3.3-s2.bib"
    download.value.save_as(tmp_path / "x.bib")
    assert f"{MEASURE}#s2}}" in (tmp_path / "x.bib").read_text("utf-8")


@pytest.mark.parametrize(
    ("format", "said"),
    [("BibTeX", "  urldate = {%s},\n  url = {"), ("RIS", "\r\nY2  - %s\r\nER  - "), ("CSL-JSON", '"accessed"')],
)
def test_files_say_the_day_the_page_was_seen(page: Page, site_url: str, tmp_path: Path, format: str, said: str) -> None:
    page.goto(site_url + MEASURE)
    with page.expect_download() as download:
        page.get_by_role("link", name=format, exact=True).click()
    assert download.value.suggested_filename.startswith("3.3.")
    download.value.save_as(tmp_path / "x")
    text = (tmp_path / "x").read_bytes().decode()
    today = date.today()
    assert said.replace("%s", f"{today:%Y/%m/%d}" if format == "RIS" else f"{today}") in text
    if format == "CSL-JSON":
        assert json.loads(text)[0]["accessed"] == {"date-parts": [[today.year, today.month, today.day]]}


def test_without_javascript_there_is_a_blank_for_the_date_and_the_files_are_there(plain: Page, site_url: str) -> None:
    plain.goto(site_url + "documents/henan-industrial-clusters/")
    assert "[R/OL]. 2017-12-12. http" in texts(plain)[0]
    answer = plain.request.get(site_url + "data/cite/henan-industrial-clusters.ris")
    assert answer.ok and answer.text().startswith("TY  - RPRT")
    assert plain.locator(".pp-cite button, .pp-cite select").count() == 0
    plain.goto(site_url + MEASURE)
    assert "[EB/OL]. [引用日期]. http" in texts(plain)[0]
