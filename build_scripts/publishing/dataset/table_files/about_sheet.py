"""The first sheet of the workbook: what this is and how far it can be relied on."""

from __future__ import annotations

from collections import Counter

from build_scripts.model import Corpus
from build_scripts.publishing.citing.citations import dataset_without_address
from build_scripts.publishing.dataset import about
from build_scripts.publishing.dataset.table_files import point_sheet, topic_sheet
from build_scripts.publishing.dataset.table_files.sheets import SHEETS
from build_scripts.publishing.dataset.table_model import Data
from build_scripts.publishing.index.lookups import Index
from build_scripts.publishing.text.wording.loading import wording

_WORDS = wording("dataset")


def notes(data: Data) -> list[tuple[str, str]]:
    """Its rows: a name, and what is said under it."""
    filled = {
        "title": about.title(data.edition),
        "sentence": about.sentence(data.corpus),
        "version": data.edition.version,
        "released": data.edition.released,
        "commit": data.commit or _WORDS.none,
        "sheets": "、".join([point_sheet.TITLE, topic_sheet.TITLE, *(sheet.title for sheet in SHEETS)]),
        "traditional": _traditional(data.corpus),
        "licence": about.LICENCE_URL,
        "cite": dataset_without_address(data.edition),
    }
    return [(name, text.format(**filled)) for name, text in _WORDS.notes.items()]


def _traditional(corpus: Corpus) -> str:
    """Which documents are in Traditional characters; empty where none is."""
    held = Counter(d.jurisdiction for d in corpus.documents if d.lang == "zh-Hant")
    which = [
        _WORDS("traditional_one", place=p.short)
        if held[p.id] == 1
        else _WORDS("traditional_several", place=p.short, n=held[p.id])
        for p in Index(corpus).speaking_places
        if p.id in held
    ]
    return _WORDS("traditional", which="、".join(which)) if which else ""
