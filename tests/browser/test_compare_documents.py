"""Two documents that have no table of their own, set side by side article by article in the browser."""

from __future__ import annotations

import csv
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page, Route, expect

from build_scripts.publishing.pages.article_by_article_downloads import HEAD

A, B = "gansu-enclave-economy", "henan-industrial-clusters"
ADDRESS = f"compare/?d={A}&d={B}"


@pytest.fixture
def unjoined(page: Page, site_url: str, site: Path) -> Callable[..., tuple[Page, dict[str, Any]]]:
    """Opens two documents as if no editor had joined them, the program having found a counterpart of each third measure."""

    def open_(query: str = ADDRESS) -> tuple[Page, dict[str, Any]]:
        own, other = (
            json.loads((site / f"assets/compare/documents/{d}.json").read_text("utf-8")) | {"tables": []}
            for d in (A, B)
        )
        own["maybe"] = {
            m["ref"]: [[f"{B}/{other['measures'][n]['ref']}", 0.5], ["nowhere/1", 0.4]]
            for n, m in enumerate(own["measures"])
            if n % 3 == 0
        }
        held = {A: own, B: other}

        def answer(route: Route) -> None:
            name = route.request.url.rpartition("/")[2].removesuffix(".json")
            route.fulfill(json=held[name])

        page.route("**/assets/compare/documents/*.json", answer)
        page.goto(site_url + query)
        expect(page.locator("#pp-table")).to_have_attribute("aria-busy", "false")
        return page, held

    return open_


def test_every_measure_is_a_row_with_what_the_program_found(
    unjoined: Callable[..., tuple[Page, dict[str, Any]]],
) -> None:
    page, held = unjoined()
    rows = page.locator("#pp-table tbody tr")
    expect(rows).to_have_count(len(held[A]["measures"]))
    assert page.locator("#pp-table tr[data-row=matched]").count() == len(held[A]["maybe"])
    first = rows.first
    expect(first).to_contain_text(held[B]["measures"][0]["printed"])
    expect(first.locator(".pp-basis--computed")).to_have_text("程序")
    expect(rows.nth(1)).to_contain_text("程序没有找到")
    expect(page.locator("#pp-table")).to_contain_text("没有找到，不等于没有")
    expect(page.locator("#pp-compare")).to_be_hidden()


def test_rows_can_be_chosen_and_the_order_turned(unjoined: Callable[..., tuple[Page, dict[str, Any]]]) -> None:
    page, held = unjoined()
    page.get_by_label("找到可能对应的").check()
    assert page.locator("#pp-table tbody tr:visible").count() == len(held[A]["maybe"])
    page.get_by_role("link", name="改以另一份的顺序").click()
    expect(page.locator("#pp-table tbody tr")).to_have_count(len(held[B]["measures"]))
    assert page.url.endswith(f"?d={B}&d={A}")


def test_it_comes_as_csv_with_every_measure_of_both(unjoined: Callable[..., tuple[Page, dict[str, Any]]]) -> None:
    page, held = unjoined()
    with page.expect_download() as told:
        page.get_by_role("button", name="下载 CSV").click()
    head, *rows = csv.reader(Path(told.value.path()).read_text("utf-8-sig").splitlines())
    assert head == list(HEAD) and all(len(row) == len(head) for row in rows)
    assert {row[3].rstrip("/").rpartition("/")[2] for row in rows if row[3]} == {m["ref"] for m in held[A]["measures"]}
    assert {row[11].rstrip("/").rpartition("/")[2] for row in rows if row[11]} == {
        m["ref"] for m in held[B]["measures"]
    }
    assert told.value.suggested_filename == f"条文对照-{A}-{B}.csv"


def test_two_that_have_a_table_lead_to_it(page: Page, site_url: str) -> None:
    page.goto(site_url + ADDRESS)
    page.wait_for_url(f"**/compare/{A}/{B}/")


def test_a_document_that_there_is_not_is_said(page: Page, site_url: str) -> None:
    page.goto(site_url + f"compare/?d={A}&d=no-such-document")
    expect(page.locator("#pp-table [role=alert]")).to_have_text("没有文件 no-such-document。")


def test_one_document_named_twice_leaves_the_page_as_it_is(page: Page, site_url: str) -> None:
    page.goto(site_url + f"compare/?d={A}&d={A}")
    expect(page.locator("#pp-compare")).to_be_visible()
    expect(page.locator("#pp-table")).to_be_hidden()
    expect(page.locator(".pp-head .pp-lede")).to_be_visible()
