"""While somebody edits: an edit is shown, a broken one is said, and in the end all stands as if built from nothing."""

from __future__ import annotations

import threading
from pathlib import Path
from typing import Any

import pytest

from build_scripts.benching.synthesizing import DAY, synthesize
from build_scripts.fixing import fix
from build_scripts.model import Corpus
from build_scripts.publishing.address_register.register import register
from build_scripts.publishing.building.kept.serving import NewCode, Serving
from build_scripts.store import yaml_files_to_model
from tests.places import ROOT
from tests.publishing.building.kept.test_kept_site import differing

pytestmark = pytest.mark.builds

URL = "http://127.0.0.1:8000/"


@pytest.fixture
def root(five_texts: Corpus, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A tree of this code and a made-up document."""
    monkeypatch.setattr(yaml_files_to_model, "_last", None)  # what it remembers is this test's alone
    tree = tmp_path / "tree"
    assert synthesize(ROOT, five_texts, tree, 1).problems == ()
    fix(tree, DAY)
    register(tree, DAY)
    return tree


def answered(serving: Serving, folder: Path, path: str) -> str:
    """A page as the server gives it."""
    page = (folder / path).read_bytes()
    told: dict[str, Any] = {}

    def app(environ: Any, start: Any) -> list[bytes]:
        start("200 OK", [("Content-Length", str(len(page)))])
        return [page]

    def start(status: str, headers: list[tuple[str, str]]) -> None:
        told.update(headers)

    body = b"".join(serving.shown(app)({"PATH_INFO": f"/{path}"}, start))
    assert int(told["Content-Length"]) == len(body)
    return body.decode()


def test_an_edit_is_shown_a_broken_one_said_and_the_rest_follows(root: Path, tmp_path: Path) -> None:
    folder = tmp_path / "served"
    serving = Serving(root, URL, folder)
    serving.first()
    (record,) = (root / "structured" / "records").glob("*.yml")
    page = f"measures/{record.stem}/1.1/index.html"  # of its first entry
    text = record.read_text("utf-8")
    assert "Content-Security-Policy" not in answered(serving, folder, page)  # something is put into served pages

    record.write_text(text.replace("    topics: ", "    note: 改过的说明\n    topics: ", 1), "utf-8")
    serving.again()
    assert "改过的说明" in answered(serving, folder, page) and not serving.broken

    record.write_text(text.replace("topics: [", "topics: [nowhere, ", 1), "utf-8")
    serving.again()
    shown = answered(serving, folder, page)
    assert "topic-unknown" in shown and 'role="alert"' in shown and "改过的说明" in shown

    record.write_text(text.replace("    topics: ", "    note: 又改过\n    topics: ", 1), "utf-8")
    serving.again()
    assert "又改过" in answered(serving, folder, page) and "topic-unknown" not in answered(serving, folder, page)

    serving.settled()
    other = Serving(root, URL, tmp_path / "fresh")
    other.first()
    assert differing(tmp_path / "fresh", folder) == []


def test_the_pages_of_what_was_edited_come_first_and_the_others_are_waited_for(
    root: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "served"
    serving = Serving(root, URL, folder)
    serving.first()
    (record,) = (root / "structured" / "records").glob("*.yml")
    entry = f"measures/{record.stem}/1.1/index.html"
    document = f"documents/{record.stem}/index.html"
    text = record.read_text("utf-8")
    record.write_text(text.replace("    topics: ", "    note: 改过的说明\n    topics: ", 1), "utf-8")
    gate = threading.Event()
    other_pages = serving.other_pages

    def later() -> None:
        gate.wait()
        other_pages()

    monkeypatch.setattr(serving, "other_pages", later)
    serving.again()
    assert "改过的说明" in answered(serving, folder, entry)
    assert answered(serving, folder, document)
    asked = threading.Thread(target=answered, args=(serving, folder, "index.html"))
    asked.start()
    asked.join(0.2)
    assert asked.is_alive(), "another page is not shown as it was"
    gate.set()
    asked.join(60)
    assert not asked.is_alive()
    serving.settled()


def test_after_a_change_of_the_code_it_starts_again(root: Path, tmp_path: Path) -> None:
    serving = Serving(root, URL, tmp_path / "served")
    (root / "build_scripts" / "addresses.py").write_text("# other\n", "utf-8")
    with pytest.raises(NewCode):
        serving.again()
