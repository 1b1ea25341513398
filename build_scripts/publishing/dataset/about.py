"""What the dataset is called, whose it is, and where its files stand under data/."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass

from build_scripts.model import Corpus
from build_scripts.publishing.index.lookups import Index
from build_scripts.publishing.text.wording.loading import wording
from build_scripts.store.edition import Edition

_WORDS = wording("dataset")

NAME = "policy-in-parallel"
TITLE = _WORDS.title
EDITORS = wording("citing").editors
LICENCE = "Creative Commons Attribution 4.0 International"
LICENCE_URL = "https://creativecommons.org/licenses/by/4.0/"
KEYWORDS: tuple[str, ...] = tuple(_WORDS.keywords)

CORPUS = "corpus.json"
SCHEMA = "corpus.schema.json"
OPENAPI = "openapi.json"
DATAPACKAGE = "datapackage.json"
DCAT = "catalogue.jsonld"
SQLITE = f"{NAME}.sqlite"
DATASETTE = f"{NAME}.datasette.json"
WORKBOOK = f"{NAME}.xlsx"
ARCHIVE = f"{NAME}.zip"
SUMS = "SHA256SUMS"
README = "README.txt"
LICENCE_FILE = "LICENSE.txt"

# The downloads of the whole, as a catalogue of data sets lists them.
MEDIA_TYPES = {
    CORPUS: "application/json",
    WORKBOOK: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    SQLITE: "application/vnd.sqlite3",
    DATAPACKAGE: "application/vnd.datapackage+json",
    ARCHIVE: "application/zip",
}

# Folders that hold nothing but generated files: what a build does not write there, it removes.
FOLDERS = (
    *("tables", "schemas", "akn", "text"),
    *("documents", "measures", "agencies", "topics", "points", "jurisdictions", "works"),
)


def title(edition: Edition) -> str:
    """What the data are cited as: the edition's title, or the project's name where it has none."""
    return edition.title or TITLE


def sentence(corpus: Corpus) -> str:
    """What the dataset holds, in a sentence that names the places."""
    return _WORDS("sentence", places=Index(corpus).place_names)


@dataclass(frozen=True)
class Scope:
    """What the data are about, as a catalogue of data sets asks it: in a sentence, where, and when the documents date
    from (ISO 8601, a year or a span of years; empty where no document is dated)."""

    sentence: str = ""
    places: tuple[str, ...] = ()
    years: str = ""


UNSAID = Scope()


def scope(index: Index) -> Scope:
    dated = sorted(d.date or d.published or "" for d in index.corpus.documents)
    years = sorted({day[:4] for day in dated if day})
    span = "/".join(dict.fromkeys((years[0], years[-1]))) if years else ""
    return Scope(sentence(index.corpus), tuple(p.name for p in index.speaking_places), span)


def csv_path(table: str) -> str:
    return f"tables/{table}.csv"


def sha256(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()
