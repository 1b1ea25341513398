"""What the dataset is called, whose it is, and where its files stand under data/."""

from __future__ import annotations

import hashlib

from build_scripts.model import Corpus
from build_scripts.publishing.index.lookups import Index
from build_scripts.publishing.text.wording.loading import wording

_WORDS = wording("dataset")

NAME = "policy-in-parallel"
TITLE = _WORDS.title
CONTRIBUTORS = "The Policy in Parallel contributors"
LICENCE = "Creative Commons Attribution 4.0 International"
LICENCE_URL = "https://creativecommons.org/licenses/by/4.0/"
KEYWORDS: tuple[str, ...] = tuple(_WORDS.keywords)

CORPUS = "corpus.json"
SCHEMA = "corpus.schema.json"
DATAPACKAGE = "datapackage.json"
SQLITE = f"{NAME}.sqlite"
DATASETTE = f"{NAME}.datasette.json"
WORKBOOK = f"{NAME}.xlsx"
ARCHIVE = f"{NAME}.zip"
SUMS = "SHA256SUMS"
README = "README.txt"

# The downloads of the whole, as a catalogue of data sets lists them.
MEDIA_TYPES = {
    CORPUS: "application/json",
    WORKBOOK: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    SQLITE: "application/vnd.sqlite3",
    DATAPACKAGE: "application/vnd.datapackage+json",
    ARCHIVE: "application/zip",
}

# Folders that hold nothing but generated files: what a build does not write there, it removes.
FOLDERS = ("tables", "measures", "agencies", "topics", "akn", "text")


def sentence(corpus: Corpus) -> str:
    """What the dataset holds, in a sentence that names the places."""
    return _WORDS("sentence", places=Index(corpus).place_names)


def csv_path(table: str) -> str:
    return f"tables/{table}.csv"


def sha256(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()
