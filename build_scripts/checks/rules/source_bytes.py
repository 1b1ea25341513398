"""Rules of the sources' bytes: evidence does not change under its hash unless somebody says when and why."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator
from pathlib import Path

from ...locating.loading import Loading
from ...model import Document, Original
from ...model.dates import is_day
from ...problems import Problem
from ...store.paths import MOST_OF_AN_ORIGINAL, ORIGINALS, Layout
from ...store.read_bytes import read_bytes
from ...store.yaml_files_to_model import Loaded, read_text
from ..walking import Check, documents, problem

_SHA256 = re.compile(r"[0-9a-f]{64}")
_READ_FROM = re.compile(r"^sha256: '?([0-9a-f]{64})", re.M)


def replaced(loading: Loading) -> Iterator[Problem]:
    """An earlier source is named by its hash, with the day and the reason of its going; none is the present one."""
    for _, document, loaded in documents(loading):
        for i, earlier in enumerate(document.replaced):
            at = ("replaced", i)
            if not _SHA256.fullmatch(earlier.sha256) or earlier.sha256 == document.sha256:
                message, tip = "sha256 应当是旧原文的 64 位指纹，与现在的不同", "照版本库里旧记录的 sha256 填写"
                yield problem(loaded, at, "replaced-form", message, tip)
            if not is_day(earlier.date):
                yield problem(loaded, at, "date-form", f"日期 {earlier.date!r} 不合规", "写 YYYY-MM-DD")
            if not earlier.reason.strip():
                message, tip = "没有写原文为什么更换", "reason 写一句：据什么、改了什么"
                yield problem(loaded, at, "replaced-form", message, tip)


def hashes(loading: Loading) -> Iterator[Problem]:
    """A record's hash is the one its reading was made from: it changes by registering the source anew, not by hand."""
    layout = loading.layout
    for name, document, loaded in documents(loading):
        path = layout.extracted_file(name)
        text = read_text(path, "")[0] if path.exists() else None
        read_from = _READ_FROM.search(text or "")
        if read_from and read_from[1] != document.sha256:
            message = "sha256 与机读结果所据的原文不是同一个"
            tip = f"不要手改 sha256；原文确有更正，运行 python -m build_scripts add structured/sources/{name}.txt --again --reason …"
            yield problem(loaded, ("sha256",), "source-rehashed", message, tip)


def originals(loading: Loading) -> Iterator[Problem]:
    """The file that a source was taken from is the one registered, byte for byte; and one that lies there is registered."""
    layout = loading.layout
    beside = [p for p in sorted(layout.sources.glob("*")) if p.suffix in ORIGINALS]
    registered = set[str]()
    for name, document, loaded in documents(loading):
        if document.original is not None:
            registered.add(document.original.file)
            yield from _original(layout, name, document.original, loaded)
    known = {name: loaded for name, _, loaded in documents(loading)}
    for path in beside:
        if path.stem in known and path.name not in registered:
            yield _unregistered_original(layout, path, known[path.stem])


def _original(layout: Layout, name: str, original: Original, loaded: Loaded[Document]) -> Iterator[Problem]:
    path = layout.sources / original.file
    if original.file not in {f"{name}{suffix}" for suffix in ORIGINALS} or not path.exists():
        message, tip = f"找不到原件 {original.file}", f"从版本库恢复；file 只写文件名，与记录同名，如 {name}.docx"
        yield problem(loaded, ("original", "file"), "original-missing", message, tip)
        return
    data, unread = read_bytes(path, layout.shown(path), MOST_OF_AN_ORIGINAL)
    yield from unread
    now = hashlib.sha256(data).hexdigest() if data is not None else original.sha256
    if now != original.sha256:
        message = f"原件 {original.file} 与登记时不同（SHA-256 不符）"
        tip = (
            "误改的从版本库恢复；确有更正，用 add 新文件 --again --reason 重新登记；"
            f"文字没有变、只换了文件的，sha256 改为 {now}，在 note 里写明"
        )
        yield problem(loaded, ("original", "sha256"), "original-changed", message, tip)


def _unregistered_original(layout: Layout, path: Path, loaded: Loaded[Document]) -> Problem:
    data, unread = read_bytes(path, layout.shown(path), MOST_OF_AN_ORIGINAL)
    if data is None:
        return unread[0]
    message = f"{layout.shown(path)} 放在原文旁边，记录里没有它的指纹"
    tip = f"确是原件，在记录里加一行 original: {{file: {path.name}, sha256: {hashlib.sha256(data).hexdigest()}}}；不是，移走它"
    return problem(loaded, ("source",), "original-unregistered", message, tip, severity="warning")


def unregistered(loading: Loading) -> list[Problem]:
    """Every text in structured/sources/ has a record."""
    return unregistered_sources(loading.layout)


def unregistered_sources(layout: Layout) -> list[Problem]:
    return [
        Problem(
            layout.shown(path),
            0,
            0,
            "source-unregistered",
            "原文还没有登记",
            f"运行 python -m build_scripts add {layout.shown(path)} --jurisdiction 地区id",
        )
        for path in sorted(layout.sources.glob("*.txt"))
        if not layout.record(path.stem).exists() and not layout.extracted_file(path.stem).exists()
    ]


OF_ONE: tuple[Check, ...] = (replaced, hashes)
CHECKS: tuple[Check, ...] = (originals, unregistered)
