"""Usual values to YAML, written directly: what PyYAML's emitter writes of them to the letter, in an eighth of its time.

Most of what stands in structured/ is short and harmless. Whatever is not surely so is left to PyYAML (``Unusual``): a
character that must be escaped, a line break outside a text, a list in a list, a line of many thousand characters.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from typing import Any

import yaml

from .styles import Block, Flow, FlowList

_LONGEST = 100_000  # PyYAML begins a new line where one is too long
_SHOWN = "!-~\xa1-\u2027\u202a-\ud7ff\ue000-\ufefe\uff00-\ufffd\U00010000-\U0010fffe"  # what may stand unescaped
_SAFE = re.compile(f"[ {_SHOWN}]*")
_TEXT = re.compile(f"[{_SHOWN}](?:[ {_SHOWN}]*[{_SHOWN}])?(?:\n[{_SHOWN}](?:[ {_SHOWN}]*[{_SHOWN}])?)*")
_AT_ITS_BEGINNING = r"""(?![-?:](?: |$)|---|\.\.\.|[ #,\[\]{}&*!|>'"%@`])"""
_PLAIN = {
    "block": re.compile(rf"{_AT_ITS_BEGINNING}(?:[^:# ]|:(?! |$)| (?! *$)(?! *#)|(?<! )\#)+"),
    "flow": re.compile(rf"{_AT_ITS_BEGINNING}(?:[^:# ,?\[\]{{}}]| (?! *$)(?! *#)|(?<! )\#)+"),
}
_RESOLVERS: Mapping[str | None, Sequence[tuple[str, re.Pattern[str]]]] = yaml.SafeDumper.yaml_implicit_resolvers


class Unusual(Exception):
    """What is left to PyYAML."""


def written(value: Any) -> str:
    """The YAML of a mapping or a list in block style, as styled.

    >>> print(written({"id": "a", "n": 3, "measures": [Flow(ref="3.10", note="甲, 乙")], "text": Block("一\\n二")}), end="")
    id: a
    n: 3
    measures:
      - {ref: '3.10', note: '甲, 乙'}
    text: |-
      一
      二
    """
    if isinstance(value, dict) and value and not isinstance(value, Flow):
        return "".join(_mapping(value, "", ""))
    if isinstance(value, list) and value and not isinstance(value, FlowList):
        return "".join(_items(value, ""))
    raise Unusual


def _mapping(value: Mapping[Any, Any], first: str, pad: str) -> Iterator[str]:
    """The lines of a mapping: the first after what stands before it in its line, the others below its beginning."""
    before = first
    for key, held in value.items():
        yield f"{before}{_key(key, 'block')}:"
        before = pad
        if isinstance(held, Block):
            yield _text(held, pad + "  ")
        elif _stands_in_a_line(held):
            yield f" {_in_line(held, 'block')}\n"
        elif isinstance(held, dict):
            yield "\n"
            yield from _mapping(held, pad + "  ", pad + "  ")
        else:
            yield "\n"
            yield from _items(held, pad + "  ")


def _items(value: Sequence[Any], pad: str) -> Iterator[str]:
    for held in value:
        if isinstance(held, Block):
            raise Unusual
        if _stands_in_a_line(held):
            yield f"{pad}- {_in_line(held, 'block')}\n"
        elif isinstance(held, dict):
            yield from _mapping(held, pad + "- ", pad + "  ")
        else:
            raise Unusual


def _stands_in_a_line(value: Any) -> bool:
    return not isinstance(value, dict | list) or isinstance(value, Flow | FlowList) or not value


def _text(value: str, pad: str) -> str:
    if len(value) > _LONGEST or not _TEXT.fullmatch(value):
        raise Unusual
    return " |-\n" + pad + value.replace("\n", f"\n{pad}") + "\n"


def _in_line(value: Any, where: str) -> str:
    """A scalar, or a collection in one line; ``where`` is "flow" inside such a collection, else "block"."""
    if isinstance(value, str):
        return _string(value, where)
    if isinstance(value, dict):
        held = ", ".join(f"{_key(key, 'flow')}: {_in_line(item, 'flow')}" for key, item in value.items())
        line = f"{{{held}}}"
    elif isinstance(value, list):
        line = f"[{', '.join(_in_line(item, 'flow') for item in value)}]"
    elif value is None or isinstance(value, bool):
        return "null" if value is None else str(value).lower()
    elif type(value) is int:
        return str(value)
    else:
        raise Unusual
    if len(line) > _LONGEST:
        raise Unusual
    return line


@lru_cache(1024)
def _key(key: Any, where: str) -> str:
    if not isinstance(key, str) or not key.isidentifier() or len(key) > 100 or _string(key, where) != key:
        raise Unusual
    return key


def _string(value: str, where: str) -> str:
    """As it is where it is read as the same string again, else in single quotes."""
    if len(value) > _LONGEST or not _SAFE.fullmatch(value):
        raise Unusual
    if _PLAIN[where].fullmatch(value) and not _is_read_as_something_else(value):
        return value
    return "'" + value.replace("'", "''") + "'"


def _is_read_as_something_else(value: str) -> bool:
    """Whether a plain scalar would be a number, a date, a truth or nothing."""
    return any(pattern.match(value) for first in (value[0], None) for _, pattern in _RESOLVERS.get(first, ()))
