"""Regular expressions that people write into the vocabulary, held to a form that cannot run away.

Python's engine tries every way in which repetitions can share a text; a pattern such as ``(?:[一-龥]+)+@`` has more ways
than anybody can wait for. What is taken: alternatives, classes, options and repetitions with an upper bound, as long as
the ways in which they can share a text are few. The cost of a pattern counts these ways.
"""

from __future__ import annotations

import re
import warnings
from functools import lru_cache
from re import _parser as parser  # the engine's own reading of a pattern
from typing import Any

MOST_CHARACTERS = 300
MOST_WAYS = 5_000
NEVER = re.compile("(?!)")


@lru_cache(maxsize=4096)
def refusal(pattern: str) -> str | None:
    """Why a pattern is not taken, in Chinese; None for one that is.

    >>> [refusal(p) is None for p in ("产业(?:园|集群)", "共建[^。]{0,8}园", "(?<!丝绸之路)经济带", "20\\\\d\\\\d年")]
    [True, True, True, True]
    >>> [refusal(p) is None for p in ("(?:[一-龥]+)+@", "甲.*乙", "(?:a{0,9}){0,9}", "(", "(甲)\\\\1")]
    [False, False, False, False, False]
    """
    if len(pattern) > MOST_CHARACTERS:
        return f"超过 {MOST_CHARACTERS} 个字，拆成几条"
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("error")
            ways = _ways(parser.parse(pattern))
            re.compile(pattern)
    except _Unbounded as found:
        return str(found)
    except (re.error, RecursionError, OverflowError, Warning) as error:
        return f"正则式有误：{error}"
    return None if ways <= MOST_WAYS else "重复太多、太长，匹配起来没有尽头：把 {m,n} 写小，或拆成几条"


def compiled(pattern: str) -> re.Pattern[str]:
    """The pattern, or one that never matches where it is not taken: the check reports it."""
    return NEVER if refusal(pattern) else re.compile(pattern)


class _Unbounded(ValueError):
    """A repetition without an upper bound, or a construct that is not ours."""


def _ways(items: Any) -> int:
    """In how many ways a sequence can share a text, at most."""
    total = 1
    for operation, argument in items:
        total = min(total * _of_one(str(operation), argument), MOST_WAYS + 1)
    return total


def _of_one(operation: str, argument: Any) -> int:
    if operation in ("MAX_REPEAT", "MIN_REPEAT", "POSSESSIVE_REPEAT"):
        least, most, inner = argument
        if most == parser.MAXREPEAT:
            raise _Unbounded("不用 * 和 +：写出最多几个字，如 [^。]{0,12}")
        return (most - least + 1) * min(_ways(inner) ** max(most, 1), MOST_WAYS + 1)
    if operation == "SUBPATTERN":
        return _ways(argument[-1])
    if operation == "BRANCH":
        return max(_ways(branch) for branch in argument[1])
    if operation in ("ASSERT", "ASSERT_NOT"):
        return _ways(argument[1])
    if operation in ("GROUPREF", "GROUPREF_EXISTS"):
        raise _Unbounded("不用反向引用（\\1）")
    return 1
