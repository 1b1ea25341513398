"""The workbook: opens, filters, says things in Chinese, and never computes."""

from __future__ import annotations

import io
import zipfile
from functools import cache
from typing import Any

from openpyxl import Workbook, load_workbook
from openpyxl.utils import column_index_from_string

from build_scripts.publishing.dataset.table_files.printed_sheet import printable
from build_scripts.publishing.dataset.table_files.sheets import SHEETS
from build_scripts.publishing.dataset.table_files.workbook import workbook_bytes
from build_scripts.publishing.index.lookups import Index
from tests.publishing.dataset.conftest import FORMULA

NAME = "policy-in-parallel.xlsx"


def book(files: dict[str, bytes]) -> Workbook:
    """To be looked at; whoever changes a cell opens one of his own."""
    return _opened(files[NAME])


@cache
def _opened(content: bytes) -> Workbook:
    return load_workbook(io.BytesIO(content))


def address(cell: Any) -> str:
    """Where a cell leads: Excel keeps what stands behind # apart."""
    link = cell.hyperlink
    return link.target + (f"#{link.location}" if link.location else "")


def test_every_sheet_has_a_fixed_head_filters_and_wrapped_cells(files: dict[str, bytes]) -> None:
    opened = book(files)
    assert opened.sheetnames == ["说明", "问题对照", "专题与地方", *(s.title for s in SHEETS)]
    assert {"文件", "措施", "责任单位", "指标", "引用", "对应"} <= set(opened.sheetnames)
    for sheet in SHEETS:
        page = opened[sheet.title]
        assert [c.value for c in page[1]] == [head for head, _, _ in sheet.columns]
        assert page.freeze_panes == "A2"
        assert page.auto_filter.ref == page.dimensions
        assert all(c.alignment.wrap_text for c in page[page.max_row])


def test_it_has_a_row_for_every_thing(files: dict[str, bytes], real) -> None:
    from build_scripts.publishing.dataset.tables.all_tables import BY_NAME

    opened = book(files)
    for sheet in SHEETS:
        assert opened[sheet.title].max_row == 1 + len(BY_NAME[sheet.table].cells(real)), sheet.title


def test_offices_read_names_not_codes(files: dict[str, bytes]) -> None:
    page = book(files)["责任单位"]
    heads = [c.value for c in page[1]]
    row = dict(zip(heads, (c.value for c in page[2]), strict=True))
    assert row["角色"] in {"牵头", "配合", "责任单位", "实施主体"}
    assert row["地方"] in {"甘肃", "张掖", "河南"}
    assert not any(r[heads.index("正式名称")].value == "gansu-drc" for r in page.iter_rows(min_row=2))


def test_what_names_a_thing_leads_to_its_page_and_no_id_is_left(files: dict[str, bytes], real) -> None:
    opened = book(files)
    ids = {r["id"] for name in ("documents", "measures", "agencies", "topics", "points") for r in real.exported[name]}
    for sheet in SHEETS:
        page = opened[sheet.title]
        heads = [c.value for c in page[1]]
        for row in page.iter_rows(min_row=2):
            told = dict(zip(heads, row, strict=True))
            links = {name: address(c) for name, c in told.items() if c.hyperlink}
            assert all(to.startswith(real.site.url) for to in links.values())
            assert all(told[name].value == to for name, to in links.items() if name.endswith("网址")), sheet.title
            values = {v for c in row if isinstance(c.value, str) for v in c.value.split("；")}
            assert not values & ids, (sheet.title, values & ids)
    first = real.exported["measures"][0]
    assert opened["措施"]["C2"].hyperlink.target == real.site.absolute(first["url"][1:])


def test_changes_of_bodies_name_the_bodies(park) -> None:
    page = load_workbook(io.BytesIO(workbook_bytes(park)))["单位沿革"]
    names = {a["name"] for a in park.exported["agencies"]}
    cells = [c.value for row in page.iter_rows(min_row=2, min_col=4, max_col=5) for c in row if c.value]
    assert cells and {v for c in cells for v in c.split("；")} <= names
    assert "unverified" not in {c.value for row in page.iter_rows() for c in row}


def test_addresses_stay_on_the_screen_and_every_sheet_fits_a_page_s_width(files: dict[str, bytes]) -> None:
    for page in book(files).worksheets[1:]:
        heads = [c.value for c in page[1]]
        printed = column_index_from_string(page.print_area.rpartition("$")[0].rpartition("$")[2])
        assert [h for h in heads if h.endswith("网址")] == heads[printed:]
        assert page.print_title_rows == "$1:$1"
        assert page.page_setup.orientation == "landscape" and page.page_setup.paperSize in {"9", "8", 9, 8}
        assert page.sheet_properties.pageSetUpPr.fitToPage


def test_a_topic_has_a_cell_for_each_place(files: dict[str, bytes], real) -> None:
    page = book(files)["专题与地方"]
    index = Index(real.corpus)
    assert [c.value for c in page[1]] == ["专题", *(p.short for p in index.speaking_places), "网址"]
    assert [page.cell(n, 1).value for n in range(2, page.max_row + 1)] == [t.zh for t in index.topics.values()]
    assert page["A2"].hyperlink.target == page.cell(2, page.max_column).value
    listed = "\n".join(c.value for row in page.iter_rows(min_row=2, min_col=2, max_col=4) for c in row)
    for entry in index.entries.values():
        assert entry.titled in listed


def test_nothing_is_a_formula_or_an_error(hostile_files: dict[str, bytes]) -> None:
    cells = [c for page in book(hostile_files) for row in page.iter_rows() for c in row]
    assert {c.data_type for c in cells} <= {"s", "n", "inlineStr"}
    assert any(c.value == FORMULA for c in cells), "the heading stands there as text"
    with zipfile.ZipFile(io.BytesIO(hostile_files[NAME])) as parts:
        sheets = [parts.read(n) for n in parts.namelist() if n.startswith("xl/worksheets/")]
    assert sheets and not any(b"<f>" in s or b"<f " in s for s in sheets)


def test_what_a_cell_cannot_hold_is_marked() -> None:
    assert printable("a\x02b") == "a\ufffdb"
    assert len(printable("长" * 40000)) == 32767 and printable("长" * 40000).endswith("全文见 CSV）")
    astral = printable("𠀀" * 40000)
    assert astral.endswith("全文见 CSV）") and 32760 < len(astral.encode("utf-16-le")) // 2 <= 32767


def test_its_dates_are_the_edition_s(files: dict[str, bytes], real) -> None:
    properties = book(files).properties
    assert {properties.created.date().isoformat(), properties.modified.date().isoformat()} == {real.edition.released}
    with zipfile.ZipFile(io.BytesIO(files[NAME])) as parts:
        assert {i.date_time for i in parts.infolist()} == {(1980, 1, 1, 0, 0, 0)}
