"""The examples of the page 用数据, run as they stand there against the site of the frozen corpus; the files it promises."""

from __future__ import annotations

import io
import json
import os
import re
import shutil
import subprocess
import sys
import zipfile
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest

from build_scripts.benching.synthesizing import synthesize
from build_scripts.checks.checked_corpus import load_corpus
from build_scripts.model import Corpus
from build_scripts.publishing.address_register.departed import files_of
from build_scripts.publishing.dataset.table_files.parquet import write_parquet
from build_scripts.publishing.dataset.tables.all_tables import TABLES
from build_scripts.publishing.dataset.writing import data_of, write_dataset
from build_scripts.publishing.page_macros.examples import FOLDER, examples
from build_scripts.publishing.text.wording.loading import wording
from tests.browser.host import serve
from tests.frozen_site import frozen_site
from tests.places import FROZEN, ROOT
from tests.publishing.html import parse

pytestmark = pytest.mark.builds

EXAMPLES = ROOT / FOLDER
OUTSIDE = {"read_with_r.R", "fetch_with_javascript.mjs", "serve_with_datasette.sh", "open_with_libreoffice.sh"}
"""Examples for tools that the suite does not bring along: ``make test-tools`` runs them."""


@pytest.fixture(scope="module")
def site() -> Path:
    return frozen_site()


@pytest.fixture(scope="module")
def address(site: Path) -> Iterator[str]:
    yield from serve(site, "/")


@pytest.fixture(scope="module")
def unpacked(site: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The zip, unpacked as a reader would."""
    folder = tmp_path_factory.mktemp("unpacked")
    with zipfile.ZipFile(io.BytesIO((site / "data/policy-in-parallel.zip").read_bytes())) as archive:
        archive.extractall(folder)
    (inside,) = folder.iterdir()
    return inside


@pytest.fixture(scope="module")
def exported(site: Path) -> dict:
    found: dict = json.loads((site / "data/corpus.json").read_bytes())
    return found


def run(command: list[str], folder: Path, **where: str) -> str:
    done = subprocess.run(
        command, cwd=folder, env=os.environ | where, capture_output=True, text=True, check=False, timeout=120
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


def led(exported: dict) -> Counter[tuple[str, str]]:
    """How many measures each body leads, by its place and name."""
    bodies = {a["id"]: a for a in exported["agencies"]}
    duties = [r for m in exported["measures"] for r in m["responsibilities"]]
    leading = [bodies[r["agency"]] for r in duties if r["role"] == "lead" and r["agency"]]
    return Counter((a["jurisdiction"], a["name"]) for a in leading)


def pandas_tells(site: str, folder: Path) -> dict[tuple[str, str], int]:
    told = run([sys.executable, str(EXAMPLES / "read_with_pandas.py")], folder, SITE=site)
    return {(p, b): int(n) for p, b, n in (line.split("\t") for line in told.splitlines())}


def test_pandas_counts_what_bodies_lead(address: str, exported: dict, tmp_path: Path) -> None:
    assert pandas_tells(address.rstrip("/"), tmp_path) == led(exported)


def answered(exported: dict) -> list[str]:
    points = sorted(exported["points"], key=lambda p: p["id"])
    return [f"{p['id']}\t{len(p['answers'])}\t{len(p['silent'])}" for p in points]


def test_duckdb_counts_answers_and_silence(unpacked: Path, exported: dict, tmp_path: Path) -> None:
    told = run([sys.executable, str(EXAMPLES / "query_with_duckdb.py")], tmp_path, DATA=str(unpacked))
    assert told.splitlines() == answered(exported)


def queried(exported: dict) -> list[list[str]]:
    """What each query over Parquet tells, line by line."""
    places = {d["id"]: d["jurisdiction"] for d in exported["documents"]}
    musts: dict[str, list[int]] = {}
    for m in exported["measures"]:
        if m["kind"] == "measure":
            musts.setdefault(places[m["document"]], []).append(m["modality"]["mandatory"])
    cited = {w["id"]: [c["relation"] for c in w["cited_by"]] for w in exported["works"]}
    return [
        answered(exported),
        [f"{place}\t{len(n)}\t{round(sum(n) / len(n), 2)}" for place, n in sorted(musts.items())],
        [f"{id}\t{len(r)}\t{r.count('basis')}" for id, r in sorted(cited.items())],
    ]


def parquet_tells(data: Path) -> list[list[str]]:
    told = run([sys.executable, str(EXAMPLES / "query_parquet_with_duckdb.py")], data, DATA=str(data))
    _, *parts = re.split(r"^== .*\n", told, flags=re.M)
    return [part.splitlines() for part in parts]


def test_duckdb_queries_parquet(exported: dict, tmp_path: Path) -> None:
    corpus, _ = load_corpus(FROZEN)
    assert corpus is not None
    write_parquet(TABLES, data_of(corpus, None, FROZEN), tmp_path / "parquet")
    assert parquet_tells(tmp_path) == queried(exported)


def test_queries_are_true_of_many_documents(five_texts: Corpus, tmp_path: Path) -> None:
    """Of made-up ones: 12, or as many as ``MADE_UP_DOCUMENTS`` in the environment says."""
    tree, data = tmp_path / "tree", tmp_path / "site" / "data"
    assert not synthesize(ROOT, five_texts, tree, int(os.environ.get("MADE_UP_DOCUMENTS", "12"))).problems
    corpus, _ = load_corpus(tree)
    assert corpus is not None
    exports = data_of(corpus, None, tree)
    write_dataset(exports, data)
    write_parquet(TABLES, exports, data / "parquet")
    exported = json.loads((data / "corpus.json").read_bytes())
    assert parquet_tells(data) == queried(exported)
    told = run([sys.executable, str(EXAMPLES / "query_with_duckdb.py")], tmp_path, DATA=str(data))
    assert told.splitlines() == answered(exported)
    assert pandas_tells((tmp_path / "site").as_uri(), tmp_path) == led(exported) != {}


@pytest.mark.skipif(shutil.which("curl") is None, reason="curl is not installed")
def test_curl_fetches_json_and_markdown(address: str, exported: dict, tmp_path: Path) -> None:
    run(["sh", str(EXAMPLES / "fetch_with_curl.sh")], tmp_path, SITE=address.rstrip("/"))
    listed = json.loads((tmp_path / "documents.json").read_bytes())["documents"]
    assert [d["id"] for d in listed] == [d["id"] for d in exported["documents"]]
    measure = json.loads((tmp_path / "measure.json").read_bytes())["measure"]
    assert measure == next(m for m in exported["measures"] if m["id"] == "gansu-enclave-economy/3.4")
    assert json.loads((tmp_path / "topic.json").read_bytes())["topic"]["id"] == "enclave-parks"
    assert measure["heading"] in (tmp_path / "measure.md").read_text("utf-8")


def test_the_page_shows_each_example_to_the_letter(site: Path) -> None:
    page = parse((site / "data/use/index.html").read_text("utf-8"))
    shown = [e.text for e in page.all("code") if "\n" in e.text]
    assert shown == [e.text for e in examples(ROOT)] != []
    for example in examples(ROOT):
        assert (site / example.address).read_text("utf-8") == example.text


def test_every_example_is_run_here_or_by_make_test_tools() -> None:
    held = {p.name for p in EXAMPLES.iterdir()}
    assert held <= set(wording("use").tools)
    assert held - OUTSIDE <= {
        "read_with_pandas.py",
        "query_with_duckdb.py",
        "query_parquet_with_duckdb.py",
        "fetch_with_curl.sh",
    }


def test_whatever_the_register_promises_has_its_files(site: Path) -> None:
    """The addresses of data follow from those of pages, which the register holds: each entry that stays has its JSON, its text,
    and, where it is cited, its citations."""
    corpus, _ = load_corpus(FROZEN)
    assert corpus is not None and corpus.permalinks
    for entry in corpus.permalinks:
        if entry.kind == "point" or entry.successor or entry.gone:
            continue
        here = files_of(entry.address.removeprefix("/"))
        wanted = {"md"} | ({"json"} if entry.kind != "page" else set())
        wanted |= {f for f in here if entry.kind in ("document", "measure", "topic") and f.startswith("cite")}
        wanted |= {f for f in here if entry.kind in ("document", "topic")}
        assert [here[f] for f in wanted if not (site / here[f]).is_file()] == [], entry.address
