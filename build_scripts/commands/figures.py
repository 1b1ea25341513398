"""Figures: how fast it is, how often the reading errs."""

from __future__ import annotations

import argparse

from ..store.paths import Layout, root, write_atomically
from .command import Command, option, say


def _bench(args: argparse.Namespace) -> int:
    if args.comparing:
        return _bench_comparing()
    if args.search:
        return _bench_search()
    from ..benching import REFERENCE, bench_all

    print(f"{'文件':>6} {'字':>10} {'字/秒（单核）':>12}  为参照的倍数（参照：{REFERENCE}）")
    for b in bench_all(root()):
        print(f"{b.documents:>6} {b.characters:>10,} {b.rate:>12,.0f}  {b.ratio:.1f}", flush=True)
    return 0


def _bench_comparing() -> int:
    from ..checks.checked_corpus import load_corpus
    from ..comparing.counterparts.growth_bench import SIZES, bench

    corpus, problems = load_corpus(root())
    if corpus is None:
        return say(problems)
    print(f"{'条目':>6} {'建索引/秒':>8} {'全部检索/秒':>8} {'毫秒/条':>6} {'与逐对算出的前十相同':>8}")
    for size in SIZES:
        (b,) = bench(corpus, [size])
        told = (
            f"{b['measures']:>8,} {b['index_seconds']:>10.2f} {b['search_seconds']:>12.2f} {b['ms_per_measure']:>9.2f}"
        )
        print(f"{told} {b['kept_of_exact']:>12.2%}", flush=True)
    return 0


def _bench_search() -> int:
    from ..checks.checked_corpus import load_corpus
    from ..comparing.counterparts.growth_bench import SIZES
    from ..publishing.browser_data.search_index.size_bench import bench

    corpus, problems = load_corpus(root())
    if corpus is None:
        return say(problems)
    print("首次查询从检索索引取多少（压缩后 KB，页面与脚本另计）")
    print(f"{'条目':>6} {'建索引/秒':>8} {'目录与字表':>8} {'中位':>6} {'95%':>8} {'最多':>6}")
    for size in SIZES:
        b = bench(corpus, size)
        kilobytes = [n / 1024 for n in (b.always, b.share(0.5), b.share(0.95), b.share(1))]
        print(f"{b.measures:>8,} {b.seconds:>10.1f} " + " ".join(f"{n:>10.0f}" for n in kilobytes), flush=True)
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


COMMANDS = (
    Command(
        "bench",
        "读取有多快：与同一次运行里的参照相比",
        _bench,
        (
            option("--comparing", action="store_true", help="改量找对应条目有多快：129、2,000、20,000 条"),
            option("--search", action="store_true", help="改量首次检索取多少：129、2,000、20,000 条"),
        ),
    ),
    Command(
        "evaluate",
        "对照 tests/golds/ 里编者的标注，看读得准不准；suggest 列得全不全",
        _evaluate,
        (option("--write", action="store_true", help="把结果写进 structured/evaluation.json"),),
    ),
)
