"""The questions: how much of the texts they cover, what was passed over, and what a new document may answer.

What these print needs no sound data, only data that can be read: a document is looked through before it is accounted for.
"""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Iterable
from typing import TYPE_CHECKING

from ..problems import Problem, errors
from ..store.paths import root
from .command import Command, option, say

if TYPE_CHECKING:
    from ..model import Corpus


def _points(args: argparse.Namespace) -> int:
    from ..answering import printed_by_commands
    from ..answering.sentences_used import coverage

    corpus, problems = _read(topic=args.unused or args.silent or None)
    if corpus is None:
        return say(problems)
    if args.unused:
        return _print(printed_by_commands.unused(coverage(corpus)[args.unused]))
    if args.silent is not None:
        return _print(printed_by_commands.silences(corpus, args.silent or None))
    return _print(printed_by_commands.overview(corpus))


def _suggest(args: argparse.Namespace) -> int:
    from ..answering import printed_by_commands

    corpus, problems = _read(args.topic, args.document)
    if corpus is None:
        return say(problems)
    return _print(printed_by_commands.suggested(corpus, args.document, args.topic, args.best))


def _read(topic: str | None = None, document: str | None = None) -> tuple[Corpus | None, list[Problem]]:
    """The corpus, if its files can be read and have what the command names; else why not."""
    from ..locating.loading import corpus_of, load

    loading = load(root())
    problems, shown = errors(loading.problems), loading.layout.shown(loading.layout.data)
    topics = [t.id for t in loading.vocabulary.topics]
    if topic is not None and topic not in topics:
        problems.append(Problem(shown, 0, 0, "topic-unknown", f"没有 {topic} 这个专题", "可用的：" + "、".join(topics)))
    if document is not None and document not in loading.documents:
        tip = "可用的：" + "、".join(loading.documents)
        problems.append(Problem(shown, 0, 0, "document-unknown", f"没有 {document} 这份文件", tip))
    return (None, problems) if problems else (corpus_of(loading), [])


def _print(lines: Iterable[str]) -> int:
    try:
        for line in lines:
            print(line)
        sys.stdout.flush()
    except BrokenPipeError:  # the reader has seen enough (``| head``); what is left to flush at exit goes nowhere
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    return 0


COMMANDS = (
    Command(
        "points",
        "问题：各专题答了多少、证据盖住多少句子；没有用上的句子、被放过的句子",
        _points,
        (
            option("--unused", metavar="TOPIC", help="这个专题里没有作证据的句子"),
            option(
                "--silent", nargs="?", const="", metavar="TOPIC", help="每个未写被放过的最像的一句（一个专题，或全部）"
            ),
        ),
    ),
    Command(
        "suggest",
        "一份文件的每一句可能回答哪个问题，附分数和可以粘贴的写法",
        _suggest,
        (
            option("document", metavar="DOCUMENT", help="文件 id"),
            option("--topic", metavar="TOPIC", help="只看一个专题"),
            option("--best", type=int, default=5, metavar="N", help="每个问题列几句，默认 5"),
        ),
    ),
)
