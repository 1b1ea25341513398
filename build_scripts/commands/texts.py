"""Texts in: a source read into its record, a new one registered."""

from __future__ import annotations

import argparse
import json
import time
from pathlib import Path

from ..problems import Problem
from ..store.paths import Layout, root
from .command import Command, option, say

_SHOWN = 10
"""Files that are named."""


def _extract(args: argparse.Namespace) -> int:
    if args.stdout:
        return _extract_one(Path(args.stdout))
    from ..extracting import Decisions, extract
    from ..extracting.settling_stale_fields import RecordField

    began = time.perf_counter()
    keep, take = (tuple(RecordField.read(text) for text in given) for given in (args.keep, args.take))
    matches: dict[str, dict[str, str | None]] = {}
    for text in args.match:
        place, _, to = text.partition("=")
        matches.setdefault(place.partition("/")[0], {})[place.partition("/")[2]] = None if to == "none" else to
    done = extract(root(), Decisions(keep, take, matches, args.whole))
    status = say(done.problems)
    state = "有错误，什么也没有写" if status else f"改写 {len(done.written)} 个文件"
    if done.written and not status:
        state += f"（{'、'.join(done.written[:_SHOWN])}{' 等' if len(done.written) > _SHOWN else ''}）"
    print(f"读取：{done.documents} 份文件，{done.measures} 条措施，{state}，{time.perf_counter() - began:.1f} 秒")
    return status


def _extract_one(path: Path) -> int:
    """Print one file's reading in the shape of corpus.json; nothing is registered or written."""
    from ..publishing.dataset.corpus.corpus_json import reading_json
    from ..reading.reader import read
    from ..sources.decode import decode
    from ..store.yaml_files_to_model import load_vocabulary

    try:
        data = path.read_bytes()
    except OSError as error:
        return say([Problem(str(path), 0, 0, "source-missing", f"读不到文件：{error.strerror}", "检查路径")])
    decoded, problems = decode(data, str(path))
    if decoded is None:
        return say(problems)
    vocabulary, _, _ = load_vocabulary(Layout(root()))
    reading = read(decoded.text, str(path), vocabulary)
    print(json.dumps(reading_json(reading, decoded, data), ensure_ascii=False, indent=1))
    return say([*problems, *reading.problems, *reading.doubts])


def _add(args: argparse.Namespace) -> int:
    from ..adding import Allowed, add, again

    if args.again:
        added = again(root(), Path(args.file), args.reason or "", args.id, args.today)
    elif args.jurisdiction:
        allowed = Allowed(args.in_doubt, args.new_place, args.new_bodies)
        added = add(root(), Path(args.file), args.jurisdiction, args.id, allowed)
    else:
        tip = "--jurisdiction gansu，可用的见 structured/vocabulary/jurisdictions.yml"
        return say([Problem(args.file, 0, 0, "jurisdiction-unknown", "没有写明地区", tip)])
    for line in added.report:
        print(line)
    status = say(added.problems)
    if added.document is None:
        print("登记：没有登记，什么也没有写")
        return status or 1
    print(
        "登记：写了 " + "、".join(added.written) + "。下一步：对照原文核对上面的表，归入专题，"
        "补上不认得的单位，make extract，make fix，make check"
    )
    return status


_PLACE = "DOC[/REF][:FIELD]"

COMMANDS = (
    Command(
        "extract",
        "读取 structured/sources/ 的原文，更新 extracted/ 与 records/",
        _extract,
        (
            option("--stdout", metavar="FILE", help="只读一个文件，把结果以 corpus.json 的形状打印出来，不登记"),
            option("--keep", action="append", default=[], metavar=_PLACE, help="stale-edit：保留记录里人的写法"),
            option("--take", action="append", default=[], metavar=_PLACE, help="stale-edit：改用机器现在的读法"),
            option(
                "--match",
                action="append",
                default=[],
                metavar="DOC/REF=REF",
                help="match-doubtful：这一条现在是哪一条，或 none",
            ),
            option("--whole", action="append", default=[], metavar="DOC", help="record-unsealed：记录确实完整"),
        ),
    ),
    Command(
        "add",
        "登记一份新文件（.txt、.docx、.html、.pdf）",
        _add,
        (
            option("file", metavar="FILE"),
            option("--jurisdiction", metavar="ID", help="地区的 id、名称、简称或代码，见 vocabulary/jurisdictions.yml"),
            option("--id", metavar="ID", help="文件 id；默认取文件名。发布后不能改"),
            option("--again", action="store_true", help="登记过的文件，原文有更正：换成这一份"),
            option("--reason", metavar="TEXT", help="与 --again 同用：据什么、改了什么，写进记录"),
            option("--today", metavar="DATE", help="重新登记的日期，默认今天（YYYY-MM-DD）"),
            option(
                "--new-place",
                metavar="NAME",
                help="地区是新的：名称[:六位代码[:上级 id]]，如 青岛市:370200；省可以只写名称",
            ),
            option(
                "--new-bodies", action="store_true", help="不认得的单位照猜测写进 vocabulary/agencies.yml，注明待核"
            ),
            option("--in-doubt", action="store_true", help="读法有严重疑点也登记；先对照原文看过"),
        ),
    ),
)
