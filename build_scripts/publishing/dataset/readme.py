"""README.txt of the download."""

from __future__ import annotations

from build_scripts.publishing.dataset import about
from build_scripts.publishing.dataset.table_model import Data
from build_scripts.publishing.dataset.tables.all_tables import TABLES

_TEXT = """\
{title} · 数据 {version}（{released}）
生成自提交 {commit}

{sentence}

{workbook}  工作簿，办公用
tables/*.csv  表，UTF-8（带 BOM）；怎样相连见 {datapackage}
{sqlite}  同样的表，SQLite；全文检索见 {datasette}
{corpus}  全部内容，带原文位置；格式见 {schema}
measures/ agencies/ topics/  一条、一个单位、一个专题各一个 JSON 文件
akn/ text/ markdown/  每份文件的 Akoma Ntoso 3.0、纯文本、Markdown
sources/  收到时的原文，逐字节
{sums}  校验和：sha256sum -c {sums}

CSV 里以 = + - @（半角、全角）、制表符、换行或 ' 开头的文字，前面加了一个 '，免得被当成公式；读的时候去掉这一个。

表：
{tables}

标注 CC BY 4.0（{licence}）；政策原文是官方文件，权利不在我们。引用见 CITATION.cff。

Government policy texts compared measure by measure. Tables join by their keys (datapackage.json). Text cells of the CSV
files that a spreadsheet could take for a formula bear an apostrophe in front; take one off. Annotations: CC BY 4.0.
"""


def readme(data: Data) -> bytes:
    """The text, in Chinese with a line of English."""
    text = _TEXT.format(
        title=about.TITLE,
        version=data.edition.version,
        released=data.edition.released,
        commit=data.commit or "（无）",
        sentence=about.SENTENCE,
        workbook=about.WORKBOOK,
        datapackage=about.DATAPACKAGE,
        sqlite=about.SQLITE,
        datasette=about.DATASETTE,
        corpus=about.CORPUS,
        schema=about.SCHEMA,
        sums=about.SUMS,
        licence=about.LICENCE_URL,
        tables="\n".join(f"  {t.name}  {t.zh}：{t.note}" for t in TABLES),
    )
    return text.encode("utf-8")
