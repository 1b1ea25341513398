"""Regular expressions that people write into the vocabulary, held to a form that cannot run away.

Python's engine tries every way in which repetitions can share a text; a pattern such as ``(?:[一-龥]+)+@`` has more ways
than anybody can wait for. What is taken: alternatives, classes, options and repetitions with an upper bound, as long as
the ways in which they can share a text are few. The cost of a pattern counts these ways.
"""

from __future__ import annotations

import re
import warnings
from functools import lru_cache
from re import _parser as parser  # type: ignore[attr-defined]
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


def begins_with(pattern: str) -> frozenset[str] | None:
    """The characters of which a match has one at its beginning; None where it may begin with any, or hold none.

    >>> sorted(begins_with("(?:园|区)中园|共{0,1}建"))
    ['共', '区', '园', '建']
    >>> begins_with("[^。]园") is begins_with("甲?") is begins_with("(?i)a") is None
    True
    """
    parsed = parser.parse(pattern)
    if parsed.state.flags & (re.IGNORECASE | re.LOCALE | re.VERBOSE):
        return None
    found, whole = _begins(parsed)
    return frozenset(found) if found is not None and whole else None


def _begins(items: Any) -> tuple[set[str] | None, bool]:
    """With what a sequence begins, and whether it always holds a character."""
    found: set[str] = set()
    for operation, argument in items:
        first, whole = _begins_one(str(operation), argument)
        if first is None:
            return None, True
        found |= first
        if whole:
            return found, True
    return found, False


def _begins_one(operation: str, argument: Any) -> tuple[set[str] | None, bool]:
    if operation == "LITERAL":
        return {chr(argument)}, True
    if operation == "IN" and all(str(kind) == "LITERAL" for kind, _ in argument):
        return {chr(code) for _, code in argument}, True
    if operation in ("AT", "ASSERT", "ASSERT_NOT"):  # they hold no character: what follows them begins the match
        return set(), False
    if operation == "SUBPATTERN" and not argument[1] and not argument[2]:
        return _begins(argument[-1])
    if operation == "BRANCH":
        branches = [_begins(branch) for branch in argument[1]]
        if any(first is None for first, _ in branches):
            return None, True
        return set().union(*(first or () for first, _ in branches)), all(whole for _, whole in branches)
    if operation in ("MAX_REPEAT", "MIN_REPEAT", "POSSESSIVE_REPEAT"):
        first, whole = _begins(argument[2])
        return first, whole and argument[0] > 0
    return None, True


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
        return int((most - least + 1) * min(_ways(inner) ** max(most, 1), MOST_WAYS + 1))
    if operation == "SUBPATTERN":
        return _ways(argument[-1])
    if operation == "BRANCH":
        return max(_ways(branch) for branch in argument[1])
    if operation in ("ASSERT", "ASSERT_NOT"):
        return _ways(argument[1])
    if operation in ("GROUPREF", "GROUPREF_EXISTS"):
        raise _Unbounded("不用反向引用（\\1）")
    return 1
