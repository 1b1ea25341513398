"""The files of the dataset, written under data/."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

from build_scripts.comparing.comparison_of_corpus import Comparison
from build_scripts.model import Corpus
from build_scripts.publishing.dataset import about
from build_scripts.publishing.dataset.archive import checksums, zip_bytes
from build_scripts.publishing.dataset.corpus.corpus_json import corpus_json
from build_scripts.publishing.dataset.corpus.corpus_schema import corpus_schema
from build_scripts.publishing.dataset.documents.akoma_ntoso import akn_bytes
from build_scripts.publishing.dataset.documents.plain_and_markdown import markdown, plain_text
from build_scripts.publishing.dataset.json_files.lists import KINDS, list_schema, lists
from build_scripts.publishing.dataset.json_files.one_per_entry import entry_schema, json_files
from build_scripts.publishing.dataset.json_files.openapi import openapi, schema_path
from build_scripts.publishing.dataset.papers.licence import licence
from build_scripts.publishing.dataset.papers.readme import readme
from build_scripts.publishing.dataset.table_files.csv_files import csv_bytes
from build_scripts.publishing.dataset.table_files.datapackage import datapackage
from build_scripts.publishing.dataset.table_files.sqlite import datasette_metadata, sqlite_bytes
from build_scripts.publishing.dataset.table_files.workbook import workbook_bytes
from build_scripts.publishing.dataset.table_model import Data
from build_scripts.publishing.dataset.tables.all_tables import TABLES
from build_scripts.publishing.settings import Site
from build_scripts.publishing.text.json_text import for_people
from build_scripts.store.edition import load_edition
from build_scripts.store.paths import Layout, write_atomically
from build_scripts.store.paths import root as repository


def dataset_files(data: Data) -> dict[str, bytes]:
    """Every file by its path below data/, the zip and the checksums last."""
    files = {
        about.WORKBOOK: workbook_bytes(data),  # first: it takes the most memory, and the others are not there yet
        about.CORPUS: for_people(data.exported),
        about.SCHEMA: for_people(corpus_schema(data.edition.version, about.sentence(data.corpus))),
    }
    csv = {about.csv_path(t.name): csv_bytes(t, data) for t in TABLES}
    files |= csv
    files[about.DATAPACKAGE] = for_people(datapackage(data, csv))
    files[about.SQLITE] = sqlite_bytes(data)
    files[about.DATASETTE] = for_people(datasette_metadata(data))
    files |= {path: for_people(value) for path, value in (*lists(data), *json_files(data), *_described(data))}
    for document in data.corpus.documents:
        files[f"akn/{document.id}.xml"] = akn_bytes(data, document)
        files[f"text/{document.id}.txt"] = plain_text(data, document)
    files |= markdown_files(data)
    files |= {f"sources/{name}.txt": content for name, content in data.received.items()}
    files |= data.papers
    files[about.README] = readme(data)
    files[about.LICENCE_FILE] = licence(data.edition)
    return _packed(files, data.edition.version)


def _described(data: Data) -> Iterator[tuple[str, object]]:
    """What the JSON files look like, and all of them as an interface."""
    for kind in KINDS:
        yield schema_path(kind, True), list_schema(kind, data.edition.version)
        yield schema_path(kind, False), entry_schema(kind, data.edition.version)
    yield about.OPENAPI, openapi(data)


def markdown_files(data: Data) -> dict[str, bytes]:
    """The documents as Markdown, by path."""
    return {f"markdown/{d.id}.md": markdown(data, d) for d in data.corpus.documents}


def _packed(files: dict[str, bytes], version: str) -> dict[str, bytes]:
    """The files with a zip of them all and the checksums; the zip holds checksums of its own content."""
    sorted_files = {name: files[name] for name in sorted(files)}
    inside = sorted_files | {about.SUMS: checksums(files)}
    archive = {about.ARCHIVE: zip_bytes(inside, folder=f"{about.NAME}-{version}/")}
    return files | archive | {about.SUMS: checksums(files | archive)}


def write_dataset(data: Data, folder: Path) -> list[Path]:
    """Write what changed below ``folder``, remove what an earlier build left; the paths of all files written.

    The Markdown files are in the zip but not written here: they would be taken for pages (see ``write_markdown``).
    """
    files = {path: content for path, content in dataset_files(data).items() if not path.startswith("markdown/")}
    for path, content in files.items():
        write_atomically(folder / path, content)
    for name in about.FOLDERS:
        remove_others(folder / name, (folder / path for path in files))
    return [folder / path for path in files]


def remove_others(folder: Path, keep: Iterable[Path]) -> None:
    """Remove files of a generated folder that are not among ``keep``, and folders left empty."""
    kept = set(keep)
    for path in sorted(folder.rglob("*"), reverse=True):
        if path.is_dir():
            if not any(path.iterdir()):
                path.rmdir()
        elif path not in kept:
            path.unlink()


def write_data(
    corpus: Corpus,
    docs_dir: Path,
    commit: str | None = None,
    root: Path | None = None,
    compared: Comparison | None = None,
    site: Site | None = None,
) -> list[Path]:
    """Write the downloads under docs/data/: the dataset, and every source as received, byte for byte."""
    return write_dataset(data_of(corpus, commit, root or repository(), compared, site), docs_dir / "data")


def write_markdown(corpus: Corpus, site_dir: Path, root: Path) -> None:
    """Put the Markdown downloads into the built site; under docs/ the site generator would take them for pages."""
    edition, _ = load_edition(Layout(root))
    if edition is not None:
        for path, content in markdown_files(Data(corpus, {}, edition)).items():
            write_atomically(site_dir / "data" / path, content)


def data_of(
    corpus: Corpus, commit: str | None, root: Path, compared: Comparison | None = None, site: Site | None = None
) -> Data:
    """What the exports are made of: the corpus as exported, its edition, the files of ``root`` that go along, and where
    they are published."""
    layout = Layout(root)
    edition, problems = load_edition(layout)
    if edition is None:
        raise ValueError("\n".join(str(p) for p in problems))
    received = {d.id: layout.sources / d.source for d in corpus.documents}
    return Data(
        corpus,
        corpus_json(corpus, commit, edition.version, compared),
        edition,
        commit,
        {name: path.read_bytes() for name, path in received.items() if path.is_file()},
        {name: path.read_bytes() for name, path in _papers(root).items() if path.is_file()},
        site or Site(),
    )


def _papers(root: Path) -> dict[str, Path]:
    """The files that go with the data, by the name they get there."""
    return {"CITATION.cff": root / "CITATION.cff"}
