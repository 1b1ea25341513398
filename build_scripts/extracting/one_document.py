"""One document: its source read, its record and last reading checked, the two merged. Nothing is written here."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path

from ..checks import record_shape_for_merging
from ..checks.rules.merge_bases_and_stale_fields import stale_edits
from ..checks.walking import problem
from ..merging import merge
from ..model import Document, Original, Replaced, Vocabulary, is_text_hash, text_hash
from ..problems import Problem, errors
from ..reading.document_record import document_of
from ..reading.reader import read
from ..sources.decode import decode
from ..store.paths import Layout
from ..store.yaml_files_to_model import Loaded, load_document, read_text
from ..store.yaml_writing.yaml_dump import dump
from . import merge_problems
from .merge_base import Kept, base_of
from .settling_stale_fields import RecordField, settle


@dataclass(frozen=True)
class Decisions:
    """What a person said on the command line.

    ``keep`` and ``take`` settle stale fields; ``matches`` says, by document, which ref is which now (None: no more);
    ``whole`` names documents whose record is said to be complete although it does not name its reading.
    """

    keep: tuple[RecordField, ...] = ()
    take: tuple[RecordField, ...] = ()
    matches: Mapping[str, Mapping[str, str | None]] = field(default_factory=dict)
    whole: Collection[str] = ()


NO_DECISIONS = Decisions()


@dataclass
class Prepared:
    """What is to be written for one document (path to text), the machine's reading, refs that moved, problems."""

    files: dict[Path, str] = field(default_factory=dict)
    document: Document | None = None
    moved: Mapping[str, str] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)


def machine_reading(
    name: str, data: bytes, shown: str, vocabulary: Vocabulary, jurisdiction: str
) -> tuple[Document | None, list[Problem]]:
    """The document as the machine reads it, or None and why not."""
    decoded, problems = decode(data, shown)
    if decoded is None:
        return None, problems
    reading = read(decoded.text, shown, vocabulary, jurisdiction)
    problems += [*reading.problems, *reading.doubts]
    if not reading.measures:
        if not errors(problems):
            problems.append(Problem(shown, 0, 0, "source-no-numbering", "读不出措施", "请确认这是政策正文"))
        return None, problems
    return document_of(reading, name, jurisdiction, decoded.text, f"{name}.txt", data), problems


def prepare_new(
    layout: Layout,
    name: str,
    data: bytes,
    vocabulary: Vocabulary,
    jurisdiction: str,
    original: Original | None = None,
) -> Prepared:
    """A document that is registered for the first time: reading and record are the same, but for the ``original``."""
    new, problems = machine_reading(name, data, layout.shown(layout.source(name)), vocabulary, jurisdiction)
    if new is None or errors(problems):
        return Prepared(problems=problems)
    text = dump(new)
    record = replace(new, original=original, reading=text_hash(text))
    return Prepared({layout.extracted_file(name): text, layout.record(name): dump(record)}, new, {}, problems)


def prepare(
    layout: Layout,
    name: str,
    data: bytes,
    vocabulary: Vocabulary,
    decisions: Decisions = NO_DECISIONS,
    cited: Collection[str] = (),
    anew: Replaced | None = None,
    original: Original | None = None,
) -> Prepared:
    """A registered document, read again from ``data`` and merged into its record.

    ``cited`` are the refs of its measures that alignments, relations and the like speak of. ``anew`` says when and why
    another source than the registered one is accepted; ``original`` is then what it was taken from.
    """
    loaded, problems = load_document(layout, layout.record(name))
    if loaded.value is None:
        return Prepared(problems=problems)
    record = loaded.value
    kept, found = _kept(layout, name)
    problems += found + record_shape_for_merging.names(loaded, name) + record_shape_for_merging.refs(loaded)
    if not problems:
        problems += record_shape_for_merging.lost_measures(loaded, kept.document if kept else None) + _unsealed(
            loaded, record, name, decisions
        )
    new, found = machine_reading(name, data, layout.shown(layout.source(name)), vocabulary, record.jurisdiction)
    supplied = {f"doubt-{s.field}" for s in record.supplied}  # a person has seen to these
    problems += [p for p in found if p.code not in supplied]
    if new is None or errors(problems):
        return Prepared(problems=problems)
    if anew is not None:
        record = replace(record, sha256=new.sha256, replaced=(*record.replaced, anew), original=original)
    elif new.sha256 != record.sha256:
        return Prepared(problems=[*problems, _source_changed(loaded, name)])
    return _merged(layout, loaded, record, Kept(dump(new), new), kept, decisions, cited, problems)


def _merged(
    layout: Layout,
    loaded: Loaded[Document],
    record: Document,
    now: Kept,
    kept: Kept | None,
    decisions: Decisions,
    cited: Collection[str],
    problems: list[Problem],
) -> Prepared:
    name = record.id
    base = base_of(record, kept, now)
    merged = merge(base.document, record, now.document, decisions.matches.get(name), cited)
    keep, take = ([p for p in places if p.document == name] for places in (decisions.keep, decisions.take))
    document, unmet = settle(merged.document, now.document, keep, take)
    document = replace(document, reading=text_hash(now.text))
    problems += merge_problems.of_base(base, record, now.document, loaded, layout.shown(layout.extracted_file(name)))
    problems += [merge_problems.of_finding(f, record, loaded) for f in merged.findings]
    problems += stale_edits(document, now.document, loaded)
    problems += [_unmet(loaded, place) for place in unmet]
    files = {layout.extracted_file(name): now.text}
    if document != loaded.value:
        files[layout.record(name)] = dump(document)
    return Prepared(files, now.document, merged.moved, problems)


def _kept(layout: Layout, name: str) -> tuple[Kept | None, list[Problem]]:
    """The last reading; None where there is none, and problems where there is one that cannot be read."""
    path = layout.extracted_file(name)
    if not path.exists():
        return None, []
    text, problems = read_text(path, layout.shown(path))
    loaded, found = load_document(layout, path)
    if text is None or loaded.value is None:
        tip = "它是合并的底本，读不了就分不清哪些是人改的：从版本库恢复；实在没有，删去它再运行"
        message = "上次的机读结果读不了"
        return None, [*found, Problem(layout.shown(path), 1, 1, "reading-unreadable", message, tip)]
    return Kept(text, loaded.value), problems + found + record_shape_for_merging.refs(loaded)


def _unsealed(loaded: Loaded[Document], record: Document, name: str, decisions: Decisions) -> list[Problem]:
    """A record that names no reading may have been cut short, whether or not there is a reading to hold it against."""
    if is_text_hash(record.reading or "") or name in decisions.whole:
        return []
    message = "记录没有完整的最后一行 reading：是手写的、旧写法，或者文件被截断了，不敢合并"
    tip = f"与版本库对照；确认完整之后运行 python -m build_scripts extract --whole {name}"
    return [problem(loaded, ("measures",), "record-unsealed", message, tip)]


def _source_changed(loaded: Loaded[Document], name: str) -> Problem:
    message = "原文文件与登记时不同（SHA-256 不符）：原文是证据，不能悄悄换"
    tip = (
        "若是误改，从版本库恢复原文；若原文确有更正，重新登记："
        f"python -m build_scripts add structured/sources/{name}.txt --again --reason 据什么、改了什么"
    )
    return problem(loaded, ("sha256",), "source-changed", message, tip)


def _unmet(loaded: Loaded[Document], place: RecordField) -> Problem:
    message = f"{place} 没有等人定夺的分歧"
    return problem(loaded, ("id",), "settle-nothing", message, "对照 make check 列出的 stale-edit 照抄", place.ref)
