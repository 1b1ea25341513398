"""What was published and moves: no registered address is lost, ids changed and withdrawn everywhere at once."""

from __future__ import annotations

import argparse
from collections.abc import Callable
from typing import TYPE_CHECKING

from ..store.paths import root
from .command import Command, Option, option, say

if TYPE_CHECKING:
    from ..moving.moving import Moved


def _permalinks(args: argparse.Namespace) -> int:
    from ..publishing.address_register.against_earlier import against

    held, problems = against(root(), args.against)
    status = say(problems)
    print(f"地址：{args.against} 登记过 {held} 个，" + (f"有 {len(problems)} 个没有守住" if problems else "都还守着"))
    return status


def _rename(args: argparse.Namespace) -> int:
    from ..moving.moving import rename

    return _moved(rename(root(), args.kind, args.old, args.new, args.today))


def _withdraw(args: argparse.Namespace) -> int:
    from ..moving.moving import withdraw

    return _moved(withdraw(root(), args.kind, args.old, args.reason, args.today))


def _moved(moved: Moved) -> int:
    status = say(list(moved.problems))
    if status:
        print("什么也没有写")
    else:
        print(
            f"改了 {len(moved.written)} 个文件；{len(moved.addresses)} 个旧地址写明了去处。下一步：make check，看过 git diff 再提交"
        )
    return status


def _moving(name: str, run: Callable[[argparse.Namespace], int], says: str, how: Option) -> Command:
    options = (
        option("kind", choices=("document", "topic", "agency", "point"), help="文件、专题、单位、问题（专题/问题）"),
        option("old", metavar="ID"),
        how,
        option("--today", metavar="DATE", help="日期，默认今天（YYYY-MM-DD）"),
    )
    return Command(name, f"一份文件、一个专题、一个问题或一个单位{says}：处处跟着改，旧地址不丢", run, options)


COMMANDS = (
    Command(
        "permalinks",
        "与另一个版本的登记册对照：登记过的地址一个也不能少",
        _permalinks,
        (option("--against", default="origin/main", metavar="REF", help="git 的版本，默认 origin/main"),),
    ),
    _moving("rename", _rename, "改 id", option("new", metavar="NEW")),
    _moving(
        "withdraw", _withdraw, "撤下", option("--reason", required=True, metavar="TEXT", help="为什么撤，页面上照印")
    ),
)
