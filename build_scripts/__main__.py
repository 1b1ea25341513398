"""The commands: python -m build_scripts COMMAND."""

from __future__ import annotations

import argparse
import json
import os
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING

from .problems import Problem, errors
from .store.paths import Layout, root, write_atomically

if TYPE_CHECKING:
    from .moving.moving import Moved


_LEVELS = {"error": "", "warning": "警告 ", "grave": "严重疑点 "}


def _say(problems: list[Problem]) -> int:
    """Print problems as they come, the cause first; in GitHub's runner as annotations too."""
    for problem in problems:
        print(_LEVELS[problem.severity] + str(problem), file=sys.stderr)
        if os.environ.get("GITHUB_ACTIONS") == "true":
            print(problem.annotation())
    return 1 if errors(problems) else 0


def _extract(args: argparse.Namespace) -> int:
    if args.stdout:
        return _extract_one(Path(args.stdout))
    from .extracting import Decisions, extract
    from .extracting.settling import Place

    began = time.perf_counter()
    keep, take = (tuple(Place.read(text) for text in given) for given in (args.keep, args.take))
    matches: dict[str, dict[str, str | None]] = {}
    for text in args.match:
        place, _, to = text.partition("=")
        matches.setdefault(place.partition("/")[0], {})[place.partition("/")[2]] = None if to == "none" else to
    done = extract(root(), Decisions(keep, take, matches, args.whole))
    status = _say(done.problems)
    state = "有错误，什么也没有写" if status else f"改写 {len(done.written)} 个文件"
    print(f"读取：{done.documents} 份文件，{done.measures} 条措施，{state}，{time.perf_counter() - began:.1f} 秒")
    return status


def _extract_one(path: Path) -> int:
    """Print one file's reading in the shape of corpus.json; nothing is registered or written."""
    from .publishing.dataset.corpus_json import reading_json
    from .reading.reader import read
    from .sources.decode import decode
    from .store.files import load_vocabulary

    try:
        data = path.read_bytes()
    except OSError as error:
        return _say([Problem(str(path), 0, 0, "source-missing", f"读不到文件：{error.strerror}", "检查路径")])
    decoded, problems = decode(data, str(path))
    if decoded is None:
        return _say(problems)
    vocabulary, _, _ = load_vocabulary(Layout(root()))
    reading = read(decoded.text, str(path), vocabulary)
    print(json.dumps(reading_json(reading, decoded, data), ensure_ascii=False, indent=1))
    return _say([*problems, *reading.problems, *reading.doubts])


def _add(args: argparse.Namespace) -> int:
    from .adding import add, again

    if args.again:
        added = again(root(), Path(args.file), args.reason or "", args.id, args.today)
    elif args.jurisdiction:
        added = add(root(), Path(args.file), args.jurisdiction, args.id, args.in_doubt)
    else:
        tip = "--jurisdiction gansu，可用的见 structured/vocabulary/jurisdictions.yml"
        return _say([Problem(args.file, 0, 0, "jurisdiction-unknown", "没有写明地区", tip)])
    for line in added.report:
        print(line)
    status = _say(added.problems)
    if added.document is None:
        print("登记：没有登记，什么也没有写")
        return status or 1
    print("登记：写了 " + "、".join(added.written) + "。下一步：make check")
    return status


def _check(args: argparse.Namespace) -> int:
    from .checks.checked_corpus import load_corpus

    began = time.perf_counter()
    corpus, problems = load_corpus(root())
    status = _say(problems)
    seconds = time.perf_counter() - began
    if corpus is None:
        print(f"检查：{len(errors(problems))} 个错误，{seconds:.1f} 秒")
    else:
        print(
            f"检查：{len(corpus.documents)} 份文件，{sum(len(d.measures) for d in corpus.documents)} 条措施，"
            f"{len(corpus.vocabulary.agencies)} 个单位，{len(problems)} 个警告，{seconds:.1f} 秒"
        )
    return status


def _fix(args: argparse.Namespace) -> int:
    from .fixing import begin, rewrite
    from .publishing.address_register.register import enter

    loading, unfinished = begin(root())
    if loading is None:
        return _say(unfinished)
    changed = rewrite(loading, args.today, args.in_doubt)
    added, unfit = enter(loading, args.today, args.in_doubt)
    status = _say(list(dict.fromkeys([*loading.problems, *unfinished, *unfit])))
    print("整理：" + ("没有要改的" if not changed else "改写 " + "、".join(changed)))
    if added:
        print(f"登记：{len(added)} 个新地址写进 structured/permalinks.yml，从此不能再改")
    return status


def _permalinks(args: argparse.Namespace) -> int:
    from .publishing.address_register.against_earlier import against

    held, problems = against(root(), args.against)
    status = _say(problems)
    print(f"地址：{args.against} 登记过 {held} 个，" + (f"有 {len(problems)} 个没有守住" if problems else "都还守着"))
    return status


def _rename(args: argparse.Namespace) -> int:
    from .moving.moving import rename

    return _moved(rename(root(), args.kind, args.old, args.new, args.today))


def _withdraw(args: argparse.Namespace) -> int:
    from .moving.moving import withdraw

    return _moved(withdraw(root(), args.kind, args.old, args.reason, args.today))


def _moved(moved: Moved) -> int:
    status = _say(list(moved.problems))
    if status:
        print("什么也没有写")
    else:
        print(
            f"改了 {len(moved.written)} 个文件；{len(moved.addresses)} 个旧地址写明了去处。下一步：make check，看过 git diff 再提交"
        )
    return status


def _state(args: argparse.Namespace) -> int:
    from .reporting.state import as_json, state_of

    print(as_json(state_of(root())))
    return 0


def _report(args: argparse.Namespace) -> int:
    from .reporting.report import report

    text, problems = report(root(), args.base, args.head, args.most)
    if not problems:
        print(text)
    return _say(problems)


def _schema(args: argparse.Namespace) -> int:
    from .store.schemas import schema_files

    layout = Layout(root())
    written = [path.name for path, text in schema_files(layout).items() if write_atomically(path, text.encode())]
    print("模式：" + ("没有变化" if not written else "改写 " + "、".join(written)))
    return 0


def _evaluate(args: argparse.Namespace) -> int:
    from .evaluating import as_json, as_table, evaluate, total

    results = evaluate(root())
    print(as_table(total(results)))
    if args.write:
        path = Layout(root()).data / "evaluation.json"
        changed = write_atomically(path, as_json(results).encode())
        print("评测：" + ("改写 structured/evaluation.json" if changed else "与 structured/evaluation.json 一致"))
    return 0


def _bench_comparing() -> int:
    from .checks.checked_corpus import load_corpus
    from .comparing.counterparts.growth_bench import SIZES, bench

    corpus, problems = load_corpus(root())
    if corpus is None:
        return _say(problems)
    print(f"{'条目':>6} {'建索引/秒':>8} {'全部检索/秒':>8} {'毫秒/条':>6} {'与逐对算出的前十相同':>8}")
    for size in SIZES:
        (b,) = bench(corpus, [size])
        told = (
            f"{b['measures']:>8,} {b['index_seconds']:>10.2f} {b['search_seconds']:>12.2f} {b['ms_per_measure']:>9.2f}"
        )
        print(f"{told} {b['kept_of_exact']:>12.2%}", flush=True)
    return 0


def _bench_search() -> int:
    from .checks.checked_corpus import load_corpus
    from .comparing.counterparts.growth_bench import SIZES
    from .publishing.browser_data.search_index.size_bench import bench

    corpus, problems = load_corpus(root())
    if corpus is None:
        return _say(problems)
    print("首次查询从检索索引取多少（压缩后 KB，页面与脚本另计）")
    print(f"{'条目':>6} {'建索引/秒':>8} {'目录与字表':>8} {'中位':>6} {'95%':>8} {'最多':>6}")
    for size in SIZES:
        b = bench(corpus, size)
        kilobytes = [n / 1024 for n in (b.always, b.share(0.5), b.share(0.95), b.share(1))]
        print(f"{b.measures:>8,} {b.seconds:>10.1f} " + " ".join(f"{n:>10.0f}" for n in kilobytes), flush=True)
    return 0


def _bench(args: argparse.Namespace) -> int:
    if args.comparing:
        return _bench_comparing()
    if args.search:
        return _bench_search()
    from .benching import REFERENCE, bench_all

    print(f"{'文件':>6} {'字':>10} {'字/秒（单核）':>12}  为参照的倍数（参照：{REFERENCE}）")
    for b in bench_all(root()):
        print(f"{b.documents:>6} {b.characters:>10,} {b.rate:>12,.0f}  {b.ratio:.1f}", flush=True)
    return 0


def _build(args: argparse.Namespace) -> int:
    from .publishing.building import whole
    from .publishing.building.build import Refused
    from .publishing.building.engines import NoSite

    began = time.perf_counter()
    step = {"pages": whole.pages, "finish": whole.finish, "site": whole.site}[args.command]
    try:
        *remarks, told = step(root())
    except (Refused, NoSite) as stopped:
        print(stopped, file=sys.stderr)
        print("生成：失败，原因见上")
        return 1
    for remark in remarks:
        print(remark)
    print(f"生成：{told}，{time.perf_counter() - began:.1f} 秒")
    return 0


def main(arguments: list[str] | None = None) -> int:
    parser = argparse.ArgumentParser(prog="python -m build_scripts", description="政策对读：读取、检查、生成")
    commands = parser.add_subparsers(dest="command", required=True)
    extract = commands.add_parser("extract", help="读取 structured/sources/ 的原文，更新 extracted/ 与 records/")
    extract.add_argument("--stdout", metavar="FILE", help="只读一个文件，把结果以 corpus.json 的形状打印出来，不登记")
    place = "DOC[/REF][:FIELD]"
    extract.add_argument("--keep", action="append", default=[], metavar=place, help="stale-edit：保留记录里人的写法")
    extract.add_argument("--take", action="append", default=[], metavar=place, help="stale-edit：改用机器现在的读法")
    extract.add_argument(
        "--match",
        action="append",
        default=[],
        metavar="DOC/REF=REF",
        help="match-doubtful：这一条现在是哪一条，或 none",
    )
    extract.add_argument("--whole", action="append", default=[], metavar="DOC", help="record-unsealed：记录确实完整")
    extract.set_defaults(run=_extract)
    add = commands.add_parser("add", help="登记一份新文件（.txt、.docx、.html、.pdf）")
    add.add_argument("file", metavar="FILE")
    add.add_argument("--jurisdiction", metavar="ID", help="地区 id，见 vocabulary/jurisdictions.yml")
    add.add_argument("--id", metavar="ID", help="文件 id；默认取文件名。发布后不能改")
    add.add_argument("--again", action="store_true", help="登记过的文件，原文有更正：换成这一份")
    add.add_argument("--reason", metavar="TEXT", help="与 --again 同用：据什么、改了什么，写进记录")
    add.add_argument("--today", metavar="DATE", help="重新登记的日期，默认今天（YYYY-MM-DD）")
    add.add_argument("--in-doubt", action="store_true", help="读法有严重疑点也登记；先对照原文看过")
    add.set_defaults(run=_add)
    commands.add_parser("check", help="检查 structured/ 下的所有文件").set_defaults(run=_check)
    fix = commands.add_parser("fix", help="改正机械的毛病：YAML 的写法统一为规范形式，新页面的地址登记入册")
    fix.add_argument("--today", metavar="DATE", help="登记的日期，默认今天（YYYY-MM-DD）")
    fix.add_argument(
        "--in-doubt", action="append", default=[], metavar="DOC", help="这份文件有严重疑点，仍登记它的地址"
    )
    fix.set_defaults(run=_fix)
    permalinks = commands.add_parser("permalinks", help="与另一个版本的登记册对照：登记过的地址一个也不能少")
    permalinks.add_argument("--against", default="origin/main", metavar="REF", help="git 的版本，默认 origin/main")
    permalinks.set_defaults(run=_permalinks)
    for name, run, says in (("rename", _rename, "改 id"), ("withdraw", _withdraw, "撤下")):
        moving = commands.add_parser(name, help=f"一份文件、一个专题或一个单位{says}：处处跟着改，旧地址不丢")
        moving.add_argument("kind", choices=("document", "topic", "agency"), help="文件、专题、单位")
        moving.add_argument("old", metavar="ID")
        if name == "rename":
            moving.add_argument("new", metavar="NEW")
        else:
            moving.add_argument("--reason", required=True, metavar="TEXT", help="为什么撤，页面上照印")
        moving.add_argument("--today", metavar="DATE", help="日期，默认今天（YYYY-MM-DD）")
        moving.set_defaults(run=run)
    reported = commands.add_parser("report", help="一个合并请求改了什么：数据、地址、读法、检查的话")
    reported.add_argument("base", metavar="BASE", help="git 的版本，如 origin/main")
    reported.add_argument("head", metavar="HEAD", nargs="?", default="HEAD", help="git 的版本，默认 HEAD")
    reported.add_argument("--most", type=int, default=40, metavar="N", help="每一类至多列几行")
    reported.set_defaults(run=_report)
    commands.add_parser("state", help="report 所比较的全部内容（JSON）").set_defaults(run=_state)
    commands.add_parser("schema", help="由 model/ 生成 structured/schema/*.json").set_defaults(run=_schema)
    bench = commands.add_parser("bench", help="读取有多快：与同一次运行里的参照相比")
    bench.add_argument("--comparing", action="store_true", help="改量找对应条目有多快：129、2,000、20,000 条")
    bench.add_argument("--search", action="store_true", help="改量首次检索取多少：129、2,000、20,000 条")
    bench.set_defaults(run=_bench)
    evaluate = commands.add_parser("evaluate", help="对照 tests/golds/ 的人工标注，看读得准不准")
    evaluate.add_argument("--write", action="store_true", help="把结果写进 structured/evaluation.json")
    evaluate.set_defaults(run=_evaluate)
    commands.add_parser("pages", help="生成器之前：把页面与下载写进 docs/").set_defaults(run=_build)
    commands.add_parser("finish", help="生成器之后：补全 site/ 的页面、检索索引与清单").set_defaults(run=_build)
    commands.add_parser("site", help="两者之间加上生成器（ENGINE，默认 mkdocs）：整个站点").set_defaults(run=_build)
    args = parser.parse_args(arguments)
    status: int = args.run(args)
    return status


if __name__ == "__main__":
    sys.exit(main())
