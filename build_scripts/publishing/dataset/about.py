"""What the dataset is called, whose it is, and where its files stand under data/."""

from __future__ import annotations

import hashlib

NAME = "policy-in-parallel"
TITLE = "政策对读 Policy in Parallel"
SENTENCE = "甘肃、张掖、河南的政策原文逐条对读：条文逐字，附责任单位、指标、援引、专题和对应条目，位置可回到原文。"
CONTRIBUTORS = "The Policy in Parallel contributors"
LICENCE = "Creative Commons Attribution 4.0 International"
LICENCE_URL = "https://creativecommons.org/licenses/by/4.0/"
KEYWORDS = ("政策文本", "飞地经济", "开发区", "policy comparison", "China")

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


def csv_path(table: str) -> str:
    return f"tables/{table}.csv"


def sha256(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()
