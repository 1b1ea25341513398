"""Rules of the sources' bytes: evidence does not change under its hash unless somebody says when and why."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ...locating.loading import Loading
from ...model.dates import is_day
from ...problems import Problem
from ...store.files import read_text
from ...store.paths import Layout
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


CHECKS: tuple[Check, ...] = (replaced, hashes, unregistered)
