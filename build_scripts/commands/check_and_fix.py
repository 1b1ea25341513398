"""The data as files: checked, mended where that is mechanical, their shapes as schemas."""

from __future__ import annotations

import argparse
import time
from pathlib import Path
from typing import TYPE_CHECKING

from ..problems import Problem, errors
from ..store.paths import Layout, root, write_atomically
from .command import Command, option, say

if TYPE_CHECKING:
    from ..model import Corpus


def _check(args: argparse.Namespace) -> int:
    corpus, _ = checked(root(), args.fresh)
    return 1 if corpus is None else 0


def checked(tree: Path, fresh: bool = False) -> tuple[Corpus | None, list[Problem]]:
    """The corpus of a tree with its problems, all of them said; no corpus where there are errors."""
    from ..checks.checked_corpus import load_corpus

    began = time.perf_counter()
    corpus, problems = load_corpus(tree, fresh)
    say(problems)
    seconds = time.perf_counter() - began
    if corpus is None:
        print(f"检查：{len(errors(problems))} 个错误，{seconds:.1f} 秒")
        if any(p.code == "address-unregistered" for p in problems):
            _foretell()
    else:
        print(
            f"检查：{len(corpus.documents)} 份文件，{sum(len(d.measures) for d in corpus.documents)} 条措施，"
            f"{len(corpus.vocabulary.agencies)} 个单位，{len(problems)} 个警告，{seconds:.1f} 秒"
        )
    return corpus, problems


def _foretell() -> None:
    """How many addresses fix would register: the number that it says itself afterwards."""
    from ..fixing import with_minted_works
    from ..locating.loading import load
    from ..publishing.address_register.register import to_enter

    new, wrong = to_enter(with_minted_works(load(root())))
    if new and not wrong:
        print(f"登记：make fix 会把 {len(new)} 个新地址写进 structured/permalinks.yml，从此不能再改")


def _fix(args: argparse.Namespace) -> int:
    from ..fixing import begin, rewrite
    from ..locating.loading import corpus_of, load
    from ..publishing.address_register.register import enter
    from ..publishing.dataset.papers.metadata_of_data import ZENODO, write_zenodo
    from ..store.yaml_files_to_model import load_permalinks

    loading, unfinished = begin(root())
    if loading is None:
        return say(unfinished)
    before = {e.address for e in loading.permalinks.value or ()}
    changed = rewrite(loading, args.today, args.in_doubt)
    if loading.layout.shown(loading.layout.works) in changed:  # works were minted, whose pages enter too
        loading = load(root())
    _, unfit = enter(loading, args.today, args.in_doubt)
    added = {e.address for e in load_permalinks(loading.layout)[0].value or ()} - before
    status = say(list(dict.fromkeys([*loading.problems, *unfinished, *unfit])))
    if not status and write_zenodo(corpus_of(loading), loading.layout):
        changed = [*changed, ZENODO]
    print("整理：" + ("没有要改的" if not changed else "改写 " + "、".join(changed)))
    if added:
        print(f"登记：{len(added)} 个新地址写进 structured/permalinks.yml，从此不能再改")
    return status


def _schema(args: argparse.Namespace) -> int:
    from ..store.schemas import schema_files

    layout = Layout(root())
    written = [path.name for path, text in schema_files(layout).items() if write_atomically(path, text.encode())]
    print("模式：" + ("没有变化" if not written else "改写 " + "、".join(written)))
    return 0


COMMANDS = (
    Command(
        "check",
        "检查 structured/ 下的所有文件",
        _check,
        (option("--fresh", action="store_true", help="从头读起，不用 .cache/ 里留下的"),),
    ),
    Command(
        "fix",
        "改正机械的毛病：YAML 的写法统一为规范形式，新页面的地址登记入册，.zenodo.json 跟上数据版本",
        _fix,
        (
            option("--today", metavar="DATE", help="登记的日期，默认今天（YYYY-MM-DD）"),
            option("--in-doubt", action="append", default=[], metavar="DOC", help="这份文件有严重疑点，仍登记它的地址"),
        ),
    ),
    Command("schema", "由 model/ 生成 structured/schema/*.json", _schema),
)
