"""What differs between two versions, for those who review."""

from __future__ import annotations

import argparse

from ..store.paths import root
from .command import Command, option, say


def _state(args: argparse.Namespace) -> int:
    from ..reporting.comparable_state import as_json, state_of

    print(as_json(state_of(root())))
    return 0


def _report(args: argparse.Namespace) -> int:
    from ..reporting.pull_request_report import report

    text, problems = report(root(), args.base, args.head, args.most)
    if not problems:
        print(text)
    return say(problems)


COMMANDS = (
    Command(
        "report",
        "一个合并请求改了什么：数据、地址、读法、检查的话",
        _report,
        (
            option("base", metavar="BASE", help="git 的版本，如 origin/main"),
            option("head", metavar="HEAD", nargs="?", default="HEAD", help="git 的版本，默认 HEAD"),
            option("--most", type=int, default=40, metavar="N", help="每一类至多列几行"),
        ),
    ),
    Command("state", "report 所比较的全部内容（JSON）", _state),
)
