"""Register a new document: copy the bytes, read, say what was found, write extracted/ and records/."""

from __future__ import annotations

import difflib
import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path

from .added_report import report
from .addresses import page_of
from .checks.rules.merge_bases_and_stale_fields import orphans
from .extracting import Decisions, prepare, prepare_new
from .extracting.judgements_of_renumbered import load_judgements
from .model import Agency, Document, Jurisdiction, Original, Replaced, Vocabulary
from .new_place_and_bodies import new_bodies, new_place, place_called, place_named
from .problems import Problem, errors, grave
from .reading.reader import read
from .sources.decode import decode
from .sources.formats import CONVERTERS, convert
from .sources.formats.convert import MAX_BYTES as MOST_OF_A_FORMAT
from .store.paths import ORIGINALS, Layout
from .store.read_bytes import MAX_BYTES, read_bytes
from .store.transaction import recover, write_together
from .store.yaml_files_to_model import load_document, load_permalinks, load_vocabulary, valid_id
from .store.yaml_writing.yaml_dump import dump


@dataclass
class Added:
    """What adding did: the machine's document, report lines for a person, files written, problems."""

    document: Document | None = None
    report: list[str] = field(default_factory=list)
    written: list[str] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    bodies: tuple[Agency, ...] = ()


@dataclass(frozen=True)
class Allowed:
    """What a person allows with ``add``: a reading ``in_doubt``; a place named so (名称[:代码[:上级]]); entries for new bodies."""

    in_doubt: bool = False
    new_place: str | None = None
    new_bodies: bool = False


NOTHING_MORE = Allowed()


def add(root: Path, file: Path, jurisdiction: str, name: str | None = None, allowed: Allowed = NOTHING_MORE) -> Added:
    """Register ``file`` for a jurisdiction under the id ``name`` (its stem by default).

    Nothing is written if the file cannot be read, has no numbering, or the id is taken or unfit; nor if its place is
    unknown or its reading in grave doubt, unless that is ``allowed``.
    """
    layout = Layout(root)
    added = Added()
    vocabulary, _, added.problems = load_vocabulary(layout)
    added.problems += recover(layout)
    name = name or file.stem
    if errors(added.problems) or not _fit(layout, file, name, added.problems):
        return added
    staged, found = _staged(layout, file, name)
    added.problems += found
    if errors(added.problems):
        return added
    if known := place_called(jurisdiction, vocabulary):
        jurisdiction = known.id
        if allowed.new_place:
            added.problems.append(_place_is_known(str(file), known))
            return added
    else:
        place = new_place(jurisdiction, allowed.new_place, vocabulary) if allowed.new_place else None
        if (there := _among(allowed.new_place, vocabulary)) is not None:
            added.problems.append(_place_is_known(str(file), there))
            return added
        if place is None or not valid_id(jurisdiction):
            added.problems.append(_unknown_place(str(file), jurisdiction, staged[layout.source(name)], vocabulary))
            return added
        vocabulary = replace(vocabulary, jurisdictions=(*vocabulary.jurisdictions, place))
    return _register(layout, added, staged, name, jurisdiction, vocabulary, allowed)


def _among(said: str | None, vocabulary: Vocabulary) -> Jurisdiction | None:
    """The place that there is already of one said to be new: of its name or its code."""
    words = (said or "").split(":")[:2]
    return next((place for word in words if word and (place := place_called(word, vocabulary))), None)


def _place_is_known(file: str, place: Jurisdiction) -> Problem:
    message, tip = f"{place.name}已经登记过，id 是 {place.id}", f"写 --jurisdiction {place.id}，不写 --new-place"
    return Problem(file, 0, 0, "jurisdiction-known", message, tip)


def _unknown_place(file: str, id: str, data: bytes, vocabulary: Vocabulary) -> Problem:
    """An unknown place, with what to write so that it is known: by its name in the text, if it has one there."""
    near = difflib.get_close_matches(id, [j.id for j in vocabulary.jurisdictions], n=1)
    decoded, _ = decode(data, file)
    reading = read(decoded.text) if decoded else None
    said = place_named([*reading.issuers, reading.title]) if reading else None
    known = new_place(id, said, vocabulary) if said else None
    option = f"--new-place {said or '名称'}" + ("" if known else ":六位代码（GB/T 2260，如 370200）")
    tip = (
        (f"是不是 {near[0]}？新的地区加 " if near else "新的地区加 ")
        + option
        + "，条目由程序写进 vocabulary/jurisdictions.yml"
    )
    return Problem(file, 0, 0, "jurisdiction-unknown", f"没有 {id} 这个地区", tip)


def again(root: Path, file: Path, reason: str, name: str | None = None, today: str | None = None) -> Added:
    """Register the source of a known document anew: its record says when and why, and is merged with the new reading.

    ``today`` is the day of registering, ISO 8601. Without a reason, or where nothing changed, nothing is written.
    """
    layout = Layout(root)
    name = name or file.stem
    added = Added(problems=recover(layout))
    vocabulary, _, found = load_vocabulary(layout)
    judgements, unread = load_judgements(layout)
    added.problems += found + unread
    shown = layout.shown(file)
    if not reason.strip():
        added.problems.append(
            Problem(shown, 0, 0, "replaced-form", "没有写原文为什么更换", "--reason 据什么、改了什么")
        )
    if not layout.record(name).exists():
        tip = "新文件不写 --again；旧文件用 --id 写明它的 id"
        added.problems.append(Problem(shown, 0, 0, "document-unknown", f"没有 {name} 这份文件", tip))
    if errors(added.problems):
        return added
    staged, found = _staged(layout, file, name)
    record, unread = load_document(layout, layout.record(name))
    added.problems += found + unread
    if record.value is None or errors(added.problems):
        return added
    data = staged[layout.source(name)]
    before = record.value.sha256
    if hashlib.sha256(data).hexdigest() == before:
        added.problems.append(Problem(shown, 0, 0, "source-same", "与登记的原文相同，没有要换的", "检查文件"))
        return added
    anew = Replaced(before, today or date.today().isoformat(), reason.strip())
    prepared = prepare(
        layout, name, data, vocabulary, Decisions(), judgements.refs_of(name), anew, _original(layout, staged, name)
    )
    added.problems += prepared.problems
    if errors(added.problems):
        return added
    files = prepared.files | judgements.renumbered(name, prepared.moved).changed()
    gone = [layout.sources / f"{name}{suffix}" for suffix in ORIGINALS]  # what the earlier source was taken from
    return _write(layout, added, dict.fromkeys(gone) | staged, files, prepared.document, vocabulary)


def _staged(layout: Layout, file: Path, name: str) -> tuple[dict[Path, bytes], list[Problem]]:
    """The bytes to keep in structured/sources/: the text, and beside it the file it was taken from."""
    suffix = file.suffix.lower()
    data, unread = read_bytes(file, str(file), MOST_OF_A_FORMAT if suffix in CONVERTERS else MAX_BYTES)
    if data is None:
        return {}, unread
    if suffix not in CONVERTERS:
        return {layout.source(name): data}, []
    text, problems = convert(data, suffix, str(file))
    if text is None:
        return {}, problems
    return {layout.source(name): text.encode(), layout.sources / f"{name}{suffix}": data}, problems


def _original(layout: Layout, staged: Mapping[Path, bytes], name: str) -> Original | None:
    """What the text was taken from; None where it came as text."""
    kept = ((p, data) for p, data in staged.items() if p != layout.source(name))
    return next((Original(path.name, hashlib.sha256(data).hexdigest()) for path, data in kept), None)


def _fit(layout: Layout, file: Path, name: str, problems: list[Problem]) -> bool:
    def problem(code: str, message: str, tip: str) -> None:
        problems.append(Problem(str(file), 0, 0, code, message, tip))

    if not file.is_file():
        problem("source-missing", "没有这个文件", "检查路径")
    if not valid_id(name):
        problem("id-form", f"id {name!r} 不合规", "用 --id 给一个只含小写字母、数字和连字符的 id；它以后不能改")
    elif layout.record(name).exists():
        tip = "换一个 --id；要更正标注，改 structured/records/ 里的记录；原文有更正，加 --again --reason …"
        problem("id-duplicate", f"id {name} 已经登记过", tip)
    elif layout.extracted_file(name).exists():
        problems += orphans(layout)
    elif page_of(name) in {e.address for e in load_permalinks(layout)[0].value or ()}:
        tip = f"从版本库恢复 {layout.shown(layout.record(name))}；若是另一份文件，换一个 --id"
        problem("record-missing", f"{page_of(name)} 公布过，{name} 的记录丢了", tip)
    return not errors(problems)


def _register(
    layout: Layout,
    added: Added,
    staged: dict[Path, bytes],
    name: str,
    jurisdiction: str,
    vocabulary: Vocabulary,
    allowed: Allowed,
) -> Added:
    taken = [path for path, data in staged.items() if path.exists() and path.read_bytes() != data]
    if taken:
        message, tip = "这里已有另一份原文", "换一个 --id"
        added.problems.append(Problem(layout.shown(taken[0]), 0, 0, "source-taken", message, tip))
        return added
    original = _original(layout, staged, name)
    prepared = prepare_new(layout, name, staged[layout.source(name)], vocabulary, jurisdiction, original)
    if allowed.new_bodies and prepared.document and (bodies := new_bodies(prepared.document, vocabulary)):
        vocabulary = replace(vocabulary, agencies=(*vocabulary.agencies, *bodies))
        prepared = prepare_new(layout, name, staged[layout.source(name)], vocabulary, jurisdiction, original)
        added.bodies = bodies
    added.problems += prepared.problems
    if grave(prepared.problems) and not allowed.in_doubt:
        message = "这份文件读得不可靠，见上面的严重疑点，所以没有登记"
        tip = "对照原文看条目对不对；确实要登记，加 --in-doubt；读错了，请把文件附在议题里"
        added.problems.append(Problem(layout.shown(layout.source(name)), 0, 0, "reading-in-doubt", message, tip))
    if errors(added.problems):
        return added
    files = prepared.files | _vocabulary_files(layout, vocabulary)
    return _write(layout, added, staged, files, prepared.document, vocabulary)


def _vocabulary_files(layout: Layout, vocabulary: Vocabulary) -> dict[Path, str]:
    """The files of places and bodies that hold less than the vocabulary does now."""
    before, _, _ = load_vocabulary(layout)
    grown = {"jurisdictions": vocabulary.jurisdictions, "agencies": vocabulary.agencies}
    return {
        layout.vocabulary / f"{name}.yml": dump(value)
        for name, value in grown.items()
        if value != getattr(before, name)
    }


def _write(
    layout: Layout,
    added: Added,
    staged: Mapping[Path, bytes | None],
    files: dict[Path, str],
    document: Document | None,
    vocabulary: Vocabulary,
) -> Added:
    """Write source, reading and record together, and report."""
    source = staged[layout.source(document.id)] if document else None
    written = write_together(layout, {**staged} | {path: text.encode() for path, text in files.items()})
    added.document, added.written = document, [layout.shown(p) for p in written]
    if document and source is not None:
        added.report = report(document, source, vocabulary, added.bodies)
    return added
