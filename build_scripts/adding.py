"""Register a new document: copy the bytes, read, say what was found, write extracted/ and records/."""

from __future__ import annotations

import difflib
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path

from .extracting import extract_one
from .model import NODE_KINDS, Document, Vocabulary
from .problems import Problem, errors
from .reading.duties.agency_of_name import Bodies, entry_to_paste
from .reading.reader import read
from .sources.decode import decode
from .sources.formats import CONVERTERS, convert
from .store.files import load_vocabulary, valid_id
from .store.paths import Layout, write_atomically


@dataclass
class Added:
    """What adding did: the machine's document, report lines for a person, files written, problems."""

    document: Document | None = None
    report: list[str] = field(default_factory=list)
    written: list[str] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)


def add(root: Path, file: Path, jurisdiction: str, name: str | None = None) -> Added:
    """Register ``file`` for a jurisdiction under the id ``name`` (its stem by default).

    Nothing is written if the file cannot be read, has no numbering, or the id is taken or unfit.
    """
    layout = Layout(root)
    added = Added()
    vocabulary, _, added.problems = load_vocabulary(layout)
    name = name or file.stem
    if added.problems or not _fit(layout, file, name, jurisdiction, vocabulary, added.problems):
        return added
    data = file.read_bytes()
    suffix = file.suffix.lower()
    original, text = (data, data) if suffix not in CONVERTERS else (data, None)
    if text is None:
        converted, problems = convert(data, suffix, str(file))
        added.problems += problems
        if converted is None:
            return added
        text = converted.encode()
    target = layout.sources / f"{name}.txt"
    staged: dict[Path, bytes] = {target: text}
    if suffix in CONVERTERS:
        staged[layout.sources / f"{name}{suffix}"] = original
    return _register(
        layout, added, staged, target, jurisdiction, vocabulary, in_place=file.resolve() == target.resolve()
    )


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
    elif (layout.records / f"{name}.yml").exists():
        problem(
            "id-duplicate", f"id {name} 已经登记过", "换一个 --id；若要更正旧文件，请改 structured/records/ 里的记录"
        )
    if jurisdiction not in places:
        near = difflib.get_close_matches(jurisdiction, places, n=1)
        problem(
            "jurisdiction-unknown",
            f"没有 {jurisdiction} 这个地区",
            f"是不是 {near[0]}？" if near else "先加入 vocabulary/jurisdictions.yml",
        )
    return not problems


def _register(
    layout: Layout,
    added: Added,
    staged: dict[Path, bytes],
    target: Path,
    jurisdiction: str,
    vocabulary: Vocabulary,
    in_place: bool,
) -> Added:
    new = [path for path in staged if not path.exists()]
    taken = [path for path, data in staged.items() if path.exists() and path.read_bytes() != data and not in_place]
    if taken:
        added.problems.append(
            Problem(layout.shown(taken[0]), 0, 0, "source-taken", "这里已有另一份原文", "换一个 --id")
        )
        return added
    for path, data in staged.items():
        write_atomically(path, data)
    files, document, problems = extract_one(layout, target, vocabulary, jurisdiction)
    added.problems += problems
    if document is None or errors(problems):
        if not added.problems:
            added.problems.append(
                Problem(layout.shown(target), 0, 0, "source-no-numbering", "读不出措施", "请确认这是政策正文")
            )
        for path in new:
            path.unlink()
        return added
    for path, text in files.items():
        write_atomically(path, text.encode())
    added.document = document
    added.written = [layout.shown(p) for p in (*new, *files)]
    added.report = report(document, target.read_bytes(), vocabulary, jurisdiction)
    return added


def report(document: Document, data: bytes, vocabulary: Vocabulary, jurisdiction: str) -> list[str]:
    """What was found, for a person to check: facts, entries, bodies, unknown names, what is not part of the text."""
    decoded, _ = decode(data, document.source)
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
