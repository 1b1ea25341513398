"""For whom a clause of a text holds, in words that a reason may not leave out: 新引进企业, 投资额10亿元以上.

A table: how a limiter is printed (folded), how a reason may name it, a clause that it takes and one that it leaves.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from ..unproven_words import folded

_SENTENCE = re.compile("[;；。\n]")
_JOINING = set("的和与及")  # what joins words says nothing of what is spoken of
_RUN = 3  # characters in a row that a reason has from what a limiter governs: 增值税


@dataclass(frozen=True)
class Limiter:
    printed: re.Pattern[str]
    named: re.Pattern[str]
    takes: str
    leaves: str


def _limiter(printed: str, named: str, takes: str, leaves: str) -> Limiter:
    return Limiter(re.compile(printed), re.compile(named), takes, leaves)


LIMITERS = (
    _limiter("新引进企业", "新引进", "实施新引进企业缴纳增值税市级分享部分全部留成县区政策", "引进企业后落实政策"),
    _limiter("新认定的", "新认定", "对于新认定的国、省级开发区优先支持", "认定为省级开发区"),
    _limiter(
        r"总?投资额\d+[百千万]*亿?(?:美)?元以[上下]",
        r"\d亿|\d+万|限额|重大",
        "对投资额10亿元以上的重大飞地项目分担能耗总量",
        "总投资23亿元的项目",
    ),
    _limiter("[一二三四五]星级及以上", "星级", "以二星级及以上具有一定规模的产业集聚区为重点", "争创二星级集聚区"),
)


def left_out(why: str, text: str) -> Iterator[str]:
    """The limiters of a text that a reason leaves out, though it speaks of what they limit: it has three characters in a
    row from the rest of the limiter's sentence that stand nowhere else in the text.

    >>> list(left_out("市把增值税留给县区", "实施新引进企业缴纳增值税市级分享部分全部留成县区政策。加大补贴。"))
    ['新引进企业']
    >>> list(left_out("市把新引进企业的增值税留给县区", "实施新引进企业缴纳增值税市级分享部分全部留成县区政策。"))
    []
    >>> list(left_out("张掖2022加大补贴", "实施新引进企业增值税留成县区政策(2021-2025年)。加大补贴。"))
    []
    >>> list(left_out("市加大补贴", "实施新引进企业缴纳增值税市级分享部分全部留成县区政策。加大补贴。"))
    []
    """
    limited = _limited(text)
    said = folded(why) if limited else ""
    for limiter, words, governed in limited:
        if not limiter.named.search(said) and _speaks_of(said, governed, folded(text)):
            yield words


@lru_cache(8192)
def _limited(text: str) -> tuple[tuple[Limiter, str, str], ...]:
    """The limiters of a text, each as it is printed and with what it governs; asked for with each reason that speaks of it."""
    return tuple(
        (limiter, found[0], sentence[found.end() :])
        for sentence in _SENTENCE.split(folded(text))
        for limiter in LIMITERS
        if (found := limiter.printed.search(sentence))
    )


def _speaks_of(said: str, governed: str, text: str) -> bool:
    """Whether a reason has a run of characters from what is governed that stands nowhere else in the text; part of a year
    (张掖2022) is none."""
    runs = {governed[i : i + _RUN] for i in range(len(governed) - _RUN + 1)}
    told = (run for run in runs if run.isalnum() and not run.isdecimal() and not set(run) & _JOINING and run in said)
    return any(text.count(run) == governed.count(run) for run in told)
