"""The files for reference managers in BibTool, Biber and Pandoc: read whole, and as the CSL-JSON beside them says."""

from __future__ import annotations

import json
import re
import subprocess
from pathlib import Path
from typing import Any

import pytest

from tests.places import SITE
from tests.tools.conftest import needed, output

SAME = ("title", "issued", "author", "URL", "number", "version", "genre")
"""What BibTeX and CSL-JSON must both say."""


@pytest.fixture(scope="session")
def items() -> dict[str, Any]:
    """By key in BibTeX: what the CSL-JSON files say."""
    held = (json.loads(p.read_text("utf-8"))[0] for p in sorted((SITE / "data" / "cite").rglob("*.json")))
    return {item["id"].replace("/", ":"): item for item in held}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with all BibTeX files as one, all.bib."""
    files = sorted((SITE / "data" / "cite").rglob("*.bib"))
    (tmp_path / "all.bib").write_text("".join(p.read_text("utf-8") for p in files), "utf-8")
    return tmp_path


def test_bibtool_reads_every_entry(folder: Path, items: dict[str, Any]) -> None:
    """Its list of biblatex's types is of before @dataset came to them."""
    needed("bibtool")
    command = ["bibtool", "-r", "biblatex", "--", "new.entry.type{Dataset}", "all.bib"]
    written = output(command, folder, BIBINPUTS=".")
    assert len(re.findall(r"^@", written, re.M)) == len(items)


def test_biber_misses_nothing_but_what_the_texts_do_not_state(folder: Path) -> None:
    needed("biber")
    done = subprocess.run(
        ["biber", "--tool", "--validate-datamodel", "all.bib"], cwd=folder, capture_output=True, text=True, check=False
    )
    told = {re.sub(r"Entry '[^']*' \(all\.bib\): ", "", m) for m in re.findall(r"(?:WARN|ERROR) - (.*)", done.stdout)}
    assert done.returncode == 0
    assert {t for t in told if "Missing mandatory field" not in t} == set()


def test_pandoc_reads_from_bibtex_what_the_json_says(folder: Path, items: dict[str, Any]) -> None:
    needed("pandoc")
    read = {i["id"]: i for i in json.loads(output(["pandoc", "-f", "biblatex", "-t", "csljson", "all.bib"], folder))}
    assert read.keys() == items.keys()
    for key, item in items.items():
        assert {k: read[key].get(k) for k in SAME} == {k: item.get(k) for k in SAME}, key
