"""README.txt of the download."""

from __future__ import annotations

from build_scripts.publishing.dataset import about
from build_scripts.publishing.dataset.table_model import Data
from build_scripts.publishing.dataset.tables.all_tables import TABLES
from build_scripts.publishing.text.wording.loading import wording

_WORDS = wording("dataset")


def readme(data: Data) -> bytes:
    """The text, in Chinese with a line of English."""
    text = _WORDS(
        "readme",
        title=about.title(data.edition),
        version=data.edition.version,
        released=data.edition.released,
        commit=data.commit or _WORDS.none,
        sentence=about.sentence(data.corpus),
        workbook=about.WORKBOOK,
        datapackage=about.DATAPACKAGE,
        sqlite=about.SQLITE,
        datasette=about.DATASETTE,
        corpus=about.CORPUS,
        schema=about.SCHEMA,
        openapi=about.OPENAPI,
        sums=about.SUMS,
        licence=about.LICENCE_URL,
        tables="\n".join(f"  {t.name}  {t.zh}：{t.note}" for t in TABLES),
    )
    return text.encode("utf-8")
