"""LibreOffice opens the workbook and a Word document, prints them, and saves every sheet as the rows that went in."""

from __future__ import annotations

import csv
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pypdfium2
import pytest

from tests.tools.conftest import needed

A4 = (842, 595)
A3 = (1191, 842)


@pytest.fixture
def folder(ran: Callable[..., str], tmp_path: Path) -> Path:
    needed("soffice", "curl")
    ran("open_with_libreoffice.sh", "sh")
    return tmp_path


def pages(path: Path) -> list[tuple[tuple[int, int], str]]:
    """By page: its size in points, and its words without white space; a hyphen at a line's end is read as U+0002."""
    with pypdfium2.PdfDocument(path) as pdf:
        held = [(p.get_size(), p.get_textpage().get_text_bounded()) for p in pdf]
    return [((round(w), round(h)), "".join(text.replace("\x02", "-").split())) for (w, h), text in held]


def test_everything_is_printed_landscape_with_its_head_on_every_page(folder: Path, corpus: dict[str, Any]) -> None:
    printed = pages(folder / "policy-in-parallel.pdf")
    assert {size for size, _ in printed} <= {A4, A3}
    questions = [text for _, text in printed if text.startswith("问题对照")]
    assert questions and all("专题问题" in text for text in questions), "the head stands on every page"
    whole = "".join(text for _, text in printed)
    assert all("".join(p["question"].split()) in whole for p in corpus["points"])
    assert "网址" not in questions[0] and "###" not in whole, "addresses stay on the screen; no number is cut off"


def test_a_measure_s_text_is_printed_to_its_end(folder: Path, corpus: dict[str, Any]) -> None:
    """Rows are as high as their text: its last words are on paper."""
    measures = "".join(text for _, text in pages(folder / "policy-in-parallel.pdf") if text.startswith("措施"))
    lost = [m["id"] for m in corpus["measures"] if "".join(m["text"].split())[-12:] not in measures]
    assert lost == []


def test_every_sheet_has_the_rows_that_went_in(folder: Path, corpus: dict[str, Any]) -> None:
    with (folder / "policy-in-parallel-措施.csv").open(encoding="utf-8", newline="") as file:
        _, *rows = csv.reader(file)
    assert [row[5] for row in rows] == [m["text"] for m in corpus["measures"]]
    with (folder / "policy-in-parallel-问题对照.csv").open(encoding="utf-8", newline="") as file:
        assert [row[1] for row in csv.reader(file)][1:] == [p["question"] for p in corpus["points"]]


def test_a_word_document_has_its_footnotes_on_paper(folder: Path, corpus: dict[str, Any]) -> None:
    printed = pages(folder / "questions.pdf")
    assert {size for size, _ in printed} == {A4}
    assert all("问题甘肃" in text for _, text in printed[1:-1]), "the head stands on every page"
    whole = "".join(text for _, text in printed)
    points = [p for p in corpus["points"] if p["topic"] == "enclave-parks"]
    addresses = [e["measure"] for p in points for a in p["answers"] for e in a["evidence"] if e["measure"]]
    assert points and all(f"measures/{id}/" in whole for id in addresses)
    assert all("".join(p["question"].split()) in whole for p in points)
