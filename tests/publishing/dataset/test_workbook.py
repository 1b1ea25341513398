"""The workbook: opens, filters, says things in Chinese, and never computes."""

from __future__ import annotations

import io
import zipfile

from openpyxl import load_workbook

from build_scripts.publishing.dataset.table_files.sheets import SHEETS
from build_scripts.publishing.dataset.table_files.workbook import printable
from tests.publishing.dataset.conftest import FORMULA

NAME = "policy-in-parallel.xlsx"


def book(files: dict[str, bytes]):
    return load_workbook(io.BytesIO(files[NAME]))


def test_every_sheet_has_a_fixed_head_filters_and_wrapped_cells(files: dict[str, bytes]) -> None:
    opened = book(files)
    assert opened.sheetnames == ["说明", "问题对照", *(s.title for s in SHEETS)]
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


def test_nothing_is_a_formula_or_an_error(hostile_files: dict[str, bytes]) -> None:
    cells = [c for page in book(hostile_files) for row in page.iter_rows() for c in row]
    assert {c.data_type for c in cells} <= {"s", "n", "inlineStr"}
    assert any(c.value == FORMULA for c in cells), "the heading stands there as text"
    with zipfile.ZipFile(io.BytesIO(hostile_files[NAME])) as parts:
        sheets = [parts.read(n) for n in parts.namelist() if n.startswith("xl/worksheets/")]
    assert sheets and not any(b"<f>" in s or b"<f " in s for s in sheets)


def test_what_a_cell_cannot_hold_is_marked() -> None:
    assert printable("a\x02b") == "a\ufffdb"
    assert printable("_x0041_") == "_x005F_x0041_", "Excel would show an A"
    assert len(printable("长" * 40000)) == 32767 and printable("长" * 40000).endswith("全文见 CSV）")


def test_its_dates_are_the_edition_s(files: dict[str, bytes], real) -> None:
    properties = book(files).properties
    assert {properties.created.date().isoformat(), properties.modified.date().isoformat()} == {real.edition.released}
    with zipfile.ZipFile(io.BytesIO(files[NAME])) as parts:
        assert {i.date_time for i in parts.infolist()} == {(1980, 1, 1, 0, 0, 0)}
