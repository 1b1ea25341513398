"""A sheet as it is printed: rows as high as their text, no formula, links where they can be followed, the same bytes."""

from __future__ import annotations

import io
import zipfile
from typing import Any

import openpyxl
import pytest

from build_scripts.publishing.dataset.table_files import printed_sheet
from build_scripts.publishing.dataset.table_files.printed_sheet import (
    A3,
    A4,
    LINE,
    TALLEST,
    Book,
    Head,
    Linked,
    Value,
    height,
    lines,
)

ODD = [
    " 前有空格",
    '<a> & "b"',
    "a\tb\nc",
    "_x000D_",
    "_x0041_",
    "=1+1",
    "+1",
    "@a",
    "#N/A",
    "http://x.test",
    "'a",
    "1",
]
HEADS = [Head("题", 10), Head("文", 20), Head("网址", 30, printed=False)]


def made(rows: list[list[Value]], heads: list[Head] = HEADS, frozen: int = 0) -> bytes:
    book = Book("题 & <x>", "编者", "2026-11-21", "a & b")
    book.sheet("表", heads, rows, frozen)
    return book.bytes()


def opened(content: bytes) -> Any:
    return openpyxl.load_workbook(io.BytesIO(content))["表"]


@pytest.mark.parametrize(
    ("text", "width", "expected"),
    [
        ("", 10, 1),
        ("飞地", 5, 1),
        ("飞地经", 5, 2),
        ("a" * 9, 10, 1),
        ("a" * 10, 10, 2),
        ("一\n\n二", 9, 3),
        ("，。", 5, 1),
    ],
)
def test_full_width_characters_take_two(text: str, width: float, expected: int) -> None:
    assert lines(text, width) == expected


def test_a_row_is_as_high_as_its_longest_printed_cell_and_never_higher_than_a_row_can_be() -> None:
    assert height(["短", "字" * 30, "x" * 300], HEADS) == 4 * LINE + 3
    assert height(["短", "字" * 30_000, None], HEADS) == TALLEST
    sheet = opened(made([["短", "字" * 30, None]]))
    assert sheet.row_dimensions[2].height == 4 * LINE + 3


def test_texts_come_back_as_they_were_and_are_never_formulas_or_links() -> None:
    content = made([[text, Linked(text, "https://example.org/"), None] for text in ODD])
    rows = list(opened(content).iter_rows(min_row=2))
    for text, row in zip(ODD, rows, strict=True):
        assert [(c.value, c.data_type) for c in row[:2]] == [(text, "s")] * 2
        assert row[0].hyperlink is None
    with zipfile.ZipFile(io.BytesIO(content)) as parts:
        assert b"<f" not in parts.read("xl/worksheets/sheet1.xml").replace(b"<fo", b"")


def test_a_link_that_would_need_two_lines_is_plain_text_where_it_is_printed() -> None:
    to = "https://example.org/" + "a" * 60
    sheet = opened(made([[Linked("短", to), Linked("长" * 20, to), Linked(to, to)]]))
    assert [c.hyperlink.target if c.hyperlink else None for c in sheet[2]] == [to, None, to]
    assert sheet["B2"].value == "长" * 20


def test_an_address_too_long_to_be_a_link_stands_as_text() -> None:
    to = "https://example.org/" + "a" * 3000
    sheet = opened(made([[Linked("短", to), "文", Linked(to, to)]]))
    assert [c.value for c in sheet[2]] == ["短", "文", to]


@pytest.mark.parametrize(("width", "paper", "one_page"), [(200, A4, True), (300, A3, True), (600, A3, False)])
def test_paper_goes_by_the_printed_width_and_what_is_too_wide_goes_on_beside(
    width: float, paper: int, one_page: bool
) -> None:
    sheet = opened(made([["一", "二", None]], [Head("题", 10), Head("文", width), Head("网址", 500, printed=False)], 1))
    assert int(sheet.page_setup.paperSize) == paper
    assert bool(sheet.sheet_properties.pageSetUpPr and sheet.sheet_properties.pageSetUpPr.fitToPage) == one_page
    assert sheet.print_title_cols == (None if one_page else "$A:$A")
    assert sheet.print_title_rows == "$1:$1" and sheet.freeze_panes == "B2"


def test_bytes_depend_on_the_values_alone() -> None:
    assert made([["一", 1.5, None]]) == made([["一", 1.5, None]]) != made([["一", 1.25, None]])
    book = openpyxl.load_workbook(io.BytesIO(made([])))
    assert book.properties.title == "题 & <x>" and book.properties.modified.date().isoformat() == "2026-11-21"
    assert book["表"].oddFooter.left.text == "a && b"


def test_more_rows_than_a_sheet_can_have_are_counted_in_its_last(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(printed_sheet, "ROWS", 4)
    rows: list[list[Value]] = [[str(n), "文", "网址"] for n in range(5)]
    assert [r[0].value for r in opened(made(rows[:3])).iter_rows()] == ["题", "0", "1", "2"]
    told = [r[0].value for r in opened(made(rows)).iter_rows()]
    assert told[:3] == ["题", "0", "1"] and len(told) == 4
    assert told[3].startswith("还有 3 行")
