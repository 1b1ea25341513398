"""Register a new document: copy the bytes, read, say what was found, write extracted/ and records/."""

from __future__ import annotations

import difflib
import hashlib
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from .addresses import page_of
from .checks.rules.readings import orphans
from .extracting import Decisions, prepare, prepare_new
from .extracting.judgements_of_renumbered import load_judgements
from .model import NODE_KINDS, Document, Original, Replaced, Vocabulary
from .problems import Problem, errors, grave
from .reading.duties.agency_of_name import Bodies, entry_to_paste
from .reading.reader import read
from .sources.decode import decode
from .sources.formats import CONVERTERS, convert
from .sources.formats.convert import MAX_BYTES as MOST_OF_A_FORMAT
from .store.files import load_document, load_permalinks, load_vocabulary, valid_id
from .store.paths import ORIGINALS, Layout
from .store.read_bytes import MAX_BYTES, read_bytes
from .store.transaction import recover, write_together


@dataclass
class Added:
    """What adding did: the machine's document, report lines for a person, files written, problems."""

    document: Document | None = None
    report: list[str] = field(default_factory=list)
    written: list[str] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)


def add(root: Path, file: Path, jurisdiction: str, name: str | None = None, in_doubt: bool = False) -> Added:
    """Register ``file`` for a jurisdiction under the id ``name`` (its stem by default).

    Nothing is written if the file cannot be read, has no numbering, or the id is taken or unfit; nor if its reading is
    in grave doubt, unless ``in_doubt``.
    """
    layout = Layout(root)
    added = Added()
    vocabulary, _, added.problems = load_vocabulary(layout)
    added.problems += recover(layout)
    name = name or file.stem
    if errors(added.problems) or not _fit(layout, file, name, jurisdiction, vocabulary, added.problems):
        return added
    staged, found = _staged(layout, file, name)
    added.problems += found
    if errors(added.problems):
        return added
    return _register(layout, added, staged, name, jurisdiction, vocabulary, in_doubt)


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


def _fit(
    layout: Layout, file: Path, name: str, jurisdiction: str, vocabulary: Vocabulary, problems: list[Problem]
) -> bool:
    def problem(code: str, message: str, tip: str) -> None:
        problems.append(Problem(str(file), 0, 0, code, message, tip))

    places = {j.id for j in vocabulary.jurisdictions}
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
    if jurisdiction not in places:
        near = difflib.get_close_matches(jurisdiction, places, n=1)
        problem(
            "jurisdiction-unknown",
            f"没有 {jurisdiction} 这个地区",
            f"是不是 {near[0]}？" if near else "先加入 vocabulary/jurisdictions.yml",
        )
    return not errors(problems)


def _register(
    layout: Layout,
    added: Added,
    staged: dict[Path, bytes],
    name: str,
    jurisdiction: str,
    vocabulary: Vocabulary,
    in_doubt: bool,
) -> Added:
    taken = [path for path, data in staged.items() if path.exists() and path.read_bytes() != data]
    if taken:
        message, tip = "这里已有另一份原文", "换一个 --id"
        added.problems.append(Problem(layout.shown(taken[0]), 0, 0, "source-taken", message, tip))
        return added
    prepared = prepare_new(
        layout, name, staged[layout.source(name)], vocabulary, jurisdiction, _original(layout, staged, name)
    )
    added.problems += prepared.problems
    if grave(prepared.problems) and not in_doubt:
        message = "这份文件读得不可靠，见上面的严重疑点，所以没有登记"
        tip = "对照原文看条目对不对；确实要登记，加 --in-doubt；读错了，请把文件附在议题里"
        added.problems.append(Problem(layout.shown(layout.source(name)), 0, 0, "reading-in-doubt", message, tip))
    if errors(added.problems):
        return added
    return _write(layout, added, staged, prepared.files, prepared.document, vocabulary)


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
        added.report = report(document, source, vocabulary, document.jurisdiction)
    return added


def report(document: Document, data: bytes, vocabulary: Vocabulary, jurisdiction: str) -> list[str]:
    """What was found, for a person to check: facts, entries, bodies, unknown names, what is not part of the text."""
    decoded, problems = decode(data, document.source)
    if decoded is None:
        return [str(p) for p in problems]
    reading = read(decoded.text, document.source, vocabulary, jurisdiction)
    lines = [
        *decoded.notes,
        f"标题：{reading.title or '原文未载'}",
        f"发文字号：{document.number or '原文未载'}",
        f"发文机关：{'、'.join(document.issuers) or '原文未载'}",
        f"成文日期：{document.date or '原文未载'}",
    ]
    lines.append(f"条目 {len(document.measures)} 条：" + " ".join(m.ref for m in document.measures))
    duties = [r for m in document.measures for r in m.responsibilities]
    known = sum(r.agency is not None for r in duties)
    lines.append(
        f"单位 {len(duties)} 处：认得 {known}，泛指 {sum(r.collective for r in duties)}，不认得 {sum(r.agency is None and not r.collective for r in duties)}"
    )
    lines += unknown_names(document, vocabulary, jurisdiction)
    sizes = Counter[str]()
    for node in reading.nodes:
        sizes[node.kind] += len("".join(node.at.of(decoded.text).split()))
    lines.append("字数：" + "，".join(f"{NODE_KINDS[kind]} {n}" for kind, n in sizes.most_common()))
    lines += [
        f"当作网页附带文字，未放进正文：{''.join(n.at.of(decoded.text).split())[:60]}"
        for n in reading.nodes
        if n.kind == "furniture"
    ]
    return lines


def unknown_names(document: Document, vocabulary: Vocabulary, jurisdiction: str) -> list[str]:
    """Each unknown body once, with the nearest known names and an entry to paste."""
    bodies = Bodies(vocabulary, jurisdiction)
    names = dict.fromkeys(
        r.name for m in document.measures for r in m.responsibilities if r.agency is None and not r.collective
    )
    return [
        f"不认得「{n}」"
        + (f"（最接近：{'、'.join(bodies.nearest(n))}）" if bodies.nearest(n) else "")
        + f"\n    - {entry_to_paste(n, jurisdiction, vocabulary)}"
        for n in names
    ]
