"""Figures: how fast it is, how often the reading errs."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Mapping, Sequence
from datetime import date
from pathlib import Path

from ..store.paths import Layout, root, write_atomically
from .command import Command, option, positive, say


def _bench(args: argparse.Namespace) -> int:
    if args.comparing:
        return _bench_comparing(args.write)
    if args.search:
        return _bench_search(args.write)
    from ..benching.growth import Size, as_json, growth, table
    from ..checks.checked_corpus import load_corpus

    corpus, problems = load_corpus(root())
    if corpus is None:
        return say(problems)
    rows: list[Size] = []
    for row in growth(root(), corpus, args.sizes, args.stages):
        rows.append(row)
        print(f"量过 {row.documents} 份文件", file=sys.stderr, flush=True)
    print("处理器秒数（括号里是同样大小的参照的倍数；参照 fold：把全部原文折成简体十遍）；幂：随文件数增长的次方")
    for line in table(rows):
        print(line)
    if args.json:
        write_atomically(Path(args.json), as_json(rows).encode())
    return 1 if any(row.failed for row in rows) else 0


def _sizes(text: str) -> tuple[int, ...]:
    return tuple(sorted({positive(part) for part in text.split(",")}))


def _stages(text: str) -> tuple[str, ...]:
    from ..benching.stages import STAGES

    named = tuple(text.split(","))
    if not set(named) <= set(STAGES):
        raise argparse.ArgumentTypeError("可用的：" + ",".join(STAGES))
    return tuple(dict.fromkeys(("reading", *named)))  # the reference is taken there


def _bench_comparing(write: bool) -> int:
    from ..checks.checked_corpus import load_corpus
    from ..comparing.counterparts.growth_bench import SIZES, bench

    corpus, problems = load_corpus(root())
    if corpus is None:
        return say(problems)
    rows = []
    print(f"{'条目':>6} {'建索引/秒':>8} {'全部检索/秒':>8} {'毫秒/条':>6} {'与逐对算出的前十相同':>8}")
    for size in SIZES:
        (b,) = bench(corpus, [size])
        rows.append(b)
        told = (
            f"{b['measures']:>8,} {b['index_seconds']:>10.2f} {b['search_seconds']:>12.2f} {b['ms_per_measure']:>9.2f}"
        )
        print(f"{told} {b['kept_of_exact']:>12.2%}", flush=True)
    return _record("comparing", rows) if write else 0


def _bench_search(write: bool) -> int:
    from ..checks.checked_corpus import load_corpus
    from ..comparing.counterparts.growth_bench import SIZES
    from ..publishing.browser_data.search_index.size_bench import bench

    corpus, problems = load_corpus(root())
    if corpus is None:
        return say(problems)
    print("首次查询从检索索引取多少（压缩后 KB，页面与脚本另计）")
    rows = []
    print(f"{'条目':>6} {'建索引/秒':>8} {'目录与字表':>8} {'中位':>6} {'95%':>8} {'最多':>6}")
    for size in SIZES:
        b = bench(corpus, size)
        loads = {"always": b.always, "median": b.share(0.5), "most_of_95": b.share(0.95), "most": b.share(1)}
        rows.append({"measures": b.measures, **loads})
        kilobytes = " ".join(f"{n / 1024:>10.0f}" for n in loads.values())
        print(f"{b.measures:>8,} {b.seconds:>10.1f} {kilobytes}", flush=True)
    return _record("search", rows) if write else 0


def _record(of: str, rows: Sequence[Mapping[str, float]]) -> int:
    from ..benching.recorded import record

    changed = record(root(), of, rows, date.today().isoformat())
    print("记下：" + ("改写 structured/bench.json" if changed else "与 structured/bench.json 一致"))
    return 0


def _evaluate(args: argparse.Namespace) -> int:
    from ..answering.printed_by_commands import recalled, twice
    from ..evaluating.against_golds import evaluate, total
    from ..evaluating.doubting import rates
    from ..evaluating.figures import as_json, as_table, evaluate_doubt, evaluate_readings, evaluate_suggestions

    results, suggested = evaluate(root()), evaluate_suggestions(root())
    readings, doubted = evaluate_readings(root()), evaluate_doubt(root())
    poor, sound = rates(doubted)
    print(as_table(total(results)))
    print(
        f"疑点：读坏的 {poor.readings} 次里 {poor.doubted} 次有严重疑点，读好的 {sound.readings} 次里 {sound.doubted} 次"
    )
    print(recalled(suggested))
    print(twice(readings))
    if args.write:
        path = Layout(root()).data / "evaluation.json"
        changed = write_atomically(path, as_json(results, suggested, readings, doubted).encode())
        print("评测：" + ("改写 structured/evaluation.json" if changed else "与 structured/evaluation.json 一致"))
    return 0


def _synthesize(args: argparse.Namespace) -> int:
    from ..benching.synthesizing import synthesize
    from ..checks.checked_corpus import load_corpus

    corpus, problems = load_corpus(root())
    if corpus is None:
        return say(problems)
    done = synthesize(root(), corpus, Path(args.out), args.number, args.seed)
    status = say(done.problems)
    if not status:
        print(
            f"造出：{done.documents} 份文件，{done.measures} 条措施，{done.places} 个地方，{done.bodies} 个单位，"
            f"放在 {args.out}；在那里运行 python -m build_scripts check，生成站点之前先运行 fix"
        )
    return status


COMMANDS = (
    Command(
        "bench",
        "每一步有多快、怎样随文件数增长：在造出来的语料上，与同一次运行里的参照相比",
        _bench,
        (
            option("--sizes", type=_sizes, default=(5, 20, 40), metavar="N,N", help="多少份文件，默认 5,20,40"),
            option(
                "--stages",
                type=_stages,
                default=("reading", "check", "compare", "data", "index", "site", "floor"),
                metavar="STAGE,STAGE",
                help="只量几步：reading、check、compare、nearest（只找 300 条的对应）、data、index（检索索引）、site、floor（光用生成器）",
            ),
            option("--json", metavar="FILE", help="把结果也写成 JSON"),
            option("--comparing", action="store_true", help="改量找对应条目有多快：129、2,000、20,000 条"),
            option("--search", action="store_true", help="改量首次检索取多少：129、2,000、20,000 条"),
            option("--write", action="store_true", help="把 --comparing、--search 的结果记进 structured/bench.json"),
        ),
    ),
    Command(
        "synthesize",
        "造出任意多份仿真的文件（连同地方、单位、判断），放在仓库以外，供量快慢",
        _synthesize,
        (
            option("number", metavar="N", type=positive, help="多少份文件"),
            option("--out", metavar="DIR", required=True, help="一个空的或还没有的文件夹，在仓库以外"),
            option("--seed", metavar="SEED", type=int, default=1, help="同一个数造出同样的文件，默认 1"),
        ),
    ),
    Command(
        "evaluate",
        "对照 tests/golds/ 里编者的标注，看读得准不准；suggest 列得全不全",
        _evaluate,
        (option("--write", action="store_true", help="把结果写进 structured/evaluation.json"),),
    ),
)
