"""Sources to structured/extracted/ and structured/records/: the edge around reading and merging."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, field
from pathlib import Path

from .merging import merge
from .model import Document, Supplied, Vocabulary
from .problems import Problem, errors
from .reading.reader import Reading, read
from .sources.decode import decode
from .sources.fold import is_traditional
from .store.files import load_document, load_vocabulary
from .store.paths import Layout, write_atomically
from .store.yaml_dump import dump


@dataclass
class Extracted:
    """What a run did: documents read, measures found, files written, and every problem."""

    documents: int = 0
    measures: int = 0
    written: list[str] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)


def document_of(reading: Reading, name: str, jurisdiction: str, source: str, file: str, data: bytes) -> Document:
    """A reading as a document record. A title that the text does not state is replaced by the id, marked so."""
    supplied = () if reading.title else (Supplied("title", "原文未载标题，暂以文件 id 代替，待编者拟题"),)
    return Document(
        name,
        reading.title or name,
        jurisdiction,
        "zh-Hant" if is_traditional(source) else "zh-Hans",
        file,
        hashlib.sha256(data).hexdigest(),
        reading.number,
        reading.issuers,
        reading.date,
        reading.published,
        supplied,
        reading.sections,
        reading.measures,
    )


def extract_one(
    layout: Layout, path: Path, vocabulary: Vocabulary, jurisdiction: str | None = None
) -> tuple[dict[Path, str], Document | None, list[Problem]]:
    """Read one source; returns the files to write (path to text), the machine's document, and problems.

    ``jurisdiction`` is needed only where there is no record yet.
    """
    shown = layout.shown(path)
    data = path.read_bytes()
    decoded, problems = decode(data, shown)
    if decoded is None:
        return {}, None, problems
    name = path.stem
    extracted_path, record_path = layout.extracted / f"{name}.yml", layout.records / f"{name}.yml"
    record = base = None
    if record_path.exists():
        loaded, found = load_document(layout, record_path)
        problems += found
        record = loaded.value
        if record is None:
            return {}, None, problems
        jurisdiction = record.jurisdiction
    if jurisdiction is None:
        return (
            {},
            None,
            [
                *problems,
                Problem(
                    shown,
                    0,
                    0,
                    "source-unregistered",
                    "原文还没有登记",
                    f"运行 python -m build_scripts add {shown} --jurisdiction …",
                ),
            ],
        )
    if extracted_path.exists():
        loaded, found = load_document(layout, extracted_path)
        base = loaded.value
    reading = read(decoded.text, shown, vocabulary, jurisdiction)
    problems += reading.problems
    if not reading.measures:
        return {}, None, [*problems]
    new = document_of(reading, name, jurisdiction, decoded.text, path.name, data)
    merged, found = merge(base or record or new, record, new, layout.shown(record_path)) if record else (new, [])
    return {extracted_path: dump(new), record_path: dump(merged)}, new, problems + found


def extract(root: Path) -> Extracted:
    """Read every registered source. Nothing is written if any file has an error."""
    layout = Layout(root)
    done = Extracted()
    vocabulary, _, done.problems = load_vocabulary(layout)
    files: dict[Path, str] = {}
    for path in sorted(layout.sources.glob("*.txt")):
        texts, document, problems = extract_one(layout, path, vocabulary)
        done.problems += problems
        files |= texts
        if document:
            done.documents += 1
            done.measures += len(document.measures)
    if not errors(done.problems):
        done.written = [layout.shown(p) for p, text in files.items() if write_atomically(p, text.encode())]
    return done
