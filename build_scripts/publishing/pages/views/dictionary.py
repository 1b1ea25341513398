"""The data dictionary: every table and column, from the definitions the tables are made of."""

from __future__ import annotations

from build_scripts import addresses
from build_scripts.publishing.dataset.tables.all_tables import TABLES
from build_scripts.publishing.pages.rendering import Page, page

TYPES = {"string": "文字", "integer": "整数", "number": "数", "boolean": "是否"}


def dictionary() -> Page:
    meta = {
        "title": "数据字典",
        "description": f"数据集的 {len(TABLES)} 张表：每张一行是什么，每一列是什么意思，表与表怎样相连。",
        "kind": "dictionary",
    }
    return page("dictionary.md.j2", addresses.DICTIONARY, meta, tables=TABLES, types=TYPES)
