"""What a merge and its base have to tell, as problems: file, line, record, cause and mend, for contributors of data."""

from __future__ import annotations

from ..checks.walking import problem
from ..merging import Finding
from ..merging.fields import differing_fields
from ..model import Document, measure_id
from ..problems import Problem
from ..store.yaml_files_to_model import Loaded
from .merge_base import Base

_ADVICE = "核对；公布过的旧地址在 permalinks.yml 里写 successor"


def of_base(base: Base, record: Document, new: Document, loaded: Loaded[Document], extracted: str) -> list[Problem]:
    """What is to be told of a base that is not the one the record names; ``extracted`` is the path of its file."""
    if base.how == "as-named":
        return []
    if base.how == "followed":
        message = "这个文件不是记录所记的那次读取，而记录与它一致：照它合并，机器现在的读法进入记录"
        return [_warning(extracted, "reading-unlike", message, "若并非有意，用 git diff 看这一次改动")]
    if base.how == "rebuilt":
        edits = "；".join(f"{where} {'、'.join(fields)}" for where, fields in differing_fields(record, new).items())
        message = f"这个文件丢失或不是记录所记的那一个，已照原文重建；记录中与机器不同的都保留：{edits or '没有'}"
        return [_warning(extracted, "reading-rebuilt", message, "连同记录一起提交")]
    message = "不知道记录上次并入的是哪一次读取：与机器不同之处都保留记录的写法，逐条列为 stale-edit"
    tip = f"若版本库里有 {extracted}，先恢复它（git checkout -- {extracted}）再运行，就不必逐条定夺"
    return [problem(loaded, ("reading",), "reading-lost", message, tip, "", "warning")]


def of_finding(finding: Finding, record: Document, loaded: Loaded[Document]) -> Problem:
    """A finding of the merge, at the measure's own line."""
    row = next(i for i, m in enumerate(record.measures) if m.ref == finding.ref)
    at = ("measures", row, "ref")
    if finding.kind == "moved":
        message = f"原文改了编号：这一条现在是 {finding.choices[0]}，人写的随正文走"
        return problem(loaded, at, "measure-moved", message, _ADVICE, finding.ref, "warning")
    if finding.kind == "gone":
        message, tip = "机器不再读出这一条，但有人改过它，故保留", "核对原文；若确应删去，请从记录中删去"
        return problem(loaded, at, "merge-gone", message, tip, finding.ref, "warning")
    likest = "、".join(finding.choices[:3]) or "没有像的"
    message = f"分不清这一条现在是哪一条（最像的：{likest}），人写的不能随便挪，故什么也没有写"
    place = measure_id(record.id, finding.ref)
    to = finding.choices[0] if finding.choices else "none"
    tip = f"定下来再运行：python -m build_scripts extract --match {place}={to}（已不存在写 =none）"
    return problem(loaded, at, "match-doubtful", message, tip, finding.ref)


def _warning(path: str, code: str, message: str, tip: str) -> Problem:
    return Problem(path, 1, 1, code, message, tip, severity="warning")
