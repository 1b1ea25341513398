"""The site, in two halves with a generator between them, or whole."""

from __future__ import annotations

import argparse
import sys
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from ..problems import Problem
from ..store.paths import root
from .check_and_fix import checked
from .command import Command, option

if TYPE_CHECKING:
    from ..model import Corpus

_A_WHILE = 3  # seconds
_FAILED = "生成：失败，原因见上"


def _build(args: argparse.Namespace) -> int:
    from ..publishing.building import before_all_after
    from ..publishing.building.build_inputs import Refused
    from ..publishing.building.site_generators import NoSite
    from ..publishing.settings import is_local, site_url
    from ..working.processes import WorkerLost

    began = time.perf_counter()
    try:
        if args.command == "site":
            load = partial(_without_errors, fresh=args.fresh)
            *remarks, told = before_all_after.site(root(), args.fresh, _progress(began), load)
        else:
            *remarks, told = {"pages": before_all_after.pages, "finish": before_all_after.finish}[args.command](root())
    except _Wrong:
        print(_FAILED)
        return 1
    except (Refused, NoSite, WorkerLost) as stopped:
        print(stopped, file=sys.stderr)
        print(_FAILED)
        return 1
    for remark in remarks:
        print(remark)
    if is_local(site_url()):
        print(
            f"提醒：没有设 SITE_URL，引文、订阅和机器读的地址写的都是 {site_url()}；要发布，用 SITE_URL=https://… make site"
        )
    print(f"生成：{told}，{time.perf_counter() - began:.1f} 秒")
    return 0


class _Wrong(Exception):
    """Records have errors, which are said already."""


def _without_errors(tree: Path, fresh: bool) -> tuple[Corpus, list[Problem]]:
    corpus, problems = checked(tree, fresh)
    if corpus is None:
        raise _Wrong
    return corpus, problems


def _serve(args: argparse.Namespace) -> int:
    from ..publishing.building.build_inputs import Refused
    from ..publishing.building.kept.serving import serve
    from ..publishing.building.site_generators import NoSite

    try:
        serve(root(), args.host, args.port)
    except (Refused, NoSite) as stopped:
        print(stopped, file=sys.stderr)
        print("预览：失败，原因见上")
        return 1
    return 0


def _progress(began: float) -> Callable[[int, int], None]:
    """Says how far it is on a terminal, once it has taken a while."""

    def told(done: int, total: int) -> None:
        if sys.stderr.isatty() and time.perf_counter() - began > _A_WHILE:
            print(f"\r生成：{done:,} / {total:,}", end="\n" if done == total else "", file=sys.stderr, flush=True)

    return told


def _parquet(args: argparse.Namespace) -> int:
    from ..publishing.building.build_inputs import Refused, read_build
    from ..publishing.dataset.table_files.parquet import FOLDER, installed, write_parquet
    from ..publishing.dataset.tables.all_tables import TABLES
    from ..publishing.dataset.writing import data_of

    if not installed():
        print("Parquet：没有安装 DuckDB；先 make parquet", file=sys.stderr)
        return 1
    try:
        build = read_build(root())
    except Refused as stopped:
        print(stopped, file=sys.stderr)
        return 1
    data = data_of(build.index.corpus, build.commit, build.root, build.comparison)
    folder = Path(args.out) if args.out else root() / "site" / "data" / FOLDER
    written = write_parquet(TABLES, data, folder)
    print(f"Parquet：{len(written)} 张表 → {folder}")
    return 0


def _wording(args: argparse.Namespace) -> int:
    from ..publishing.pages.writing import manifest
    from ..publishing.text.wording.list_of_all_words import wording_list

    print("\n".join(wording_list(root(), args.part, frozenset(manifest(root() / "docs")))))
    return 0


COMMANDS = (
    Command("pages", "生成器之前：把页面与下载写进 docs/", _build),
    Command("finish", "生成器之后：补全 site/ 的页面、检索索引与清单", _build),
    Command(
        "site",
        "两者之间加上生成器（ENGINE，默认 mkdocs）：整个站点；没有变的留着上次的",
        _build,
        (option("--fresh", action="store_true", help="不用上次留下的，全部重新生成"),),
    ),
    Command(
        "serve",
        "预览：生成一次，以后改了什么就只重做什么，浏览器自己刷新",
        _serve,
        (
            option("--host", metavar="HOST", default="127.0.0.1", help="默认 127.0.0.1"),
            option("--port", metavar="PORT", type=int, default=8000, help="默认 8000"),
        ),
    ),
    Command(
        "parquet",
        "把数据的表写成 Parquet，放进 site/data/parquet/（要装 DuckDB：make parquet）",
        _parquet,
        (option("--out", metavar="DIR", help="写到别的文件夹"),),
    ),
    Command(
        "wording",
        "界面上的全部文字，一个文件一节，一行一句，注明文件和行：给编辑通读",
        _wording,
        (option("--part", metavar="PART", help="只列路径里有这几个字的文件，如 targets"),),
    ),
)
