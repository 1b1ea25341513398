"""YAML in the canonical form that ``yaml_dump.py`` writes, read by a few regular expressions: several times as fast as a parser.

A subset so small that its meaning is beyond doubt: keys of small letters, block mappings and lists indented by two,
lists and mappings on one line, plain and single-quoted values on one line, ``|-`` texts. Whatever is not of it, from a
comment to a key that stands twice, is left to the parser, which says what is wrong; what is of it, the parser would read
to the same values (tests/store/test_yaml_canonical.py holds the two against each other).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache

from .events import MAX_VALUES, Path, Scalar, tag_of_plain

_STRING = "tag:yaml.org,2002:str"
_NOT_OURS = re.compile("[^\n\x20-\x7e\xa0-\u2027\u202a-\ud7ff\ue000-\ufefe\uff00-\ufffd\U00010000-\U0010ffff]")
_KEY = r"([a-z][a-z0-9_]{0,63}):"
_FIRST = r"""(?:[^\s\-?:,\[\]{}\#&*!|>'"%@`]|-(?=\d))"""  # how a plain value may begin
_QUOTED = r"'((?:[^'\n]|'')*)'"
_PLAIN_IN_BLOCK = re.compile(rf"{_FIRST}(?:[^\n:\#]|:(?=[^\s]))*(?<! )")
_PLAIN_IN_LINE = rf"({_FIRST}[^\n:?\#,\[\]{{}}]*(?<! ))"
_ONE = re.compile(rf"(?:{_PLAIN_IN_LINE}|{_QUOTED})(?:, |(\]))")
_PAIR = re.compile(rf"{_KEY} (?:{_PLAIN_IN_LINE}|{_QUOTED})(?:, |(\}}))")
_PAIR_OF_MORE = re.compile(rf"{_KEY} (?=[\[{{])")
_WHOLE_QUOTED = re.compile(_QUOTED)
_DEEPEST = 6
"""How deep lists and mappings may be nested, far below what the parser allows."""
_ENTRY = [re.compile(rf" {{{2 * depth}}}{_KEY}(?: ([^\n]+))?\n") for depth in range(_DEEPEST)]
_NEXT_ITEM = [re.compile(rf" {{{2 * depth}}}- ") for depth in range(_DEEPEST)]
_ENTRY_OF_ITEM = re.compile(rf"{_KEY}(?: ([^\n]+))?\n")
_TEXT = [
    re.compile(rf" {{{2 * depth}}}\S[^\n]*\n(?:(?: {{{2 * depth}}}[^\n]*\n|\n)* {{{2 * depth}}}[^\n]*\n)?")
    for depth in range(_DEEPEST)
]
_LINE_OF_SPACES = re.compile(r"\n[^\S\n]+\n")


@dataclass(frozen=True)
class Canonical:
    """The value, and the places (line and column, counted from 1) of the outermost entries: those of a mapping and of the
    lists right in it, or those of a list."""

    value: object
    places: Mapping[Path, tuple[int, int]]


class _Other(Exception):
    """The text is not of the canonical form."""


def read_canonical(text: str) -> Canonical | None:
    """What a text in the canonical form holds; None for any other text, right or wrong."""
    if not text.endswith("\n") or _NOT_OURS.search(text) or _most_values(text) > MAX_VALUES:
        return None
    reading = _Reading(text)
    try:
        value = reading.block(0, 0, ())
    except _Other:
        return None
    return Canonical(value, dict(_places(text, reading.starts))) if reading.at == len(text) else None


def _places(text: str, starts: Mapping[Path, int]) -> Iterator[tuple[Path, tuple[int, int]]]:
    """Offsets, in rising order, as lines and columns."""
    line, at = 1, 0
    for path, start in starts.items():
        line += text.count("\n", at, start)
        at = start
        yield path, (line, start - text.rfind("\n", 0, start))


def _most_values(text: str) -> int:
    """No fewer than the parser would count: each value and each beginning and end of a list stands behind one of these."""
    return 4 * text.count("\n") + 2 * sum(map(text.count, ":,[{"))


@lru_cache(1 << 16)
def _plain(text: str) -> Scalar:
    return Scalar(text, tag_of_plain(text))


def _quoted(inner: str) -> Scalar:
    return Scalar(inner.replace("''", "'"), _STRING)


class _Reading:
    """A text read from ``at`` onward."""

    def __init__(self, text: str) -> None:
        self.text, self.at = text, 0
        self.starts: dict[Path, int] = {}

    def block(self, depth: int, start: int, path: Path) -> object:
        """The list or the mapping that begins here at the start of a line."""
        if depth >= _DEEPEST:
            raise _Other
        if self.text.startswith("- ", self.at + 2 * depth):
            return self._list(depth, path)
        return self._mapping(depth, _ENTRY[depth], path)

    def _list(self, depth: int, path: Path) -> list[object]:
        found: list[object] = []
        noted = len(path) < 2
        while item := _NEXT_ITEM[depth].match(self.text, self.at):
            self.at = item.end()
            if noted:
                self.starts[(*path, len(found))] = self.at
            if depth + 1 < _DEEPEST and _ENTRY_OF_ITEM.match(self.text, self.at):
                found.append(self._mapping(depth + 1, _ENTRY_OF_ITEM, (*path, len(found))))
                continue
            end = self.text.index("\n", self.at)
            found.append(self._on_line(self.text[self.at : end]))
            self.at = end + 1
        if not found:
            raise _Other
        return found

    def _mapping(self, depth: int, first: re.Pattern[str], path: Path) -> dict[str, object]:
        found: dict[str, object] = {}
        entry = first.match(self.text, self.at)
        if not entry:
            raise _Other
        following, noted = _ENTRY[depth], not path
        while entry:
            key, rest = entry.groups()
            if key in found:
                raise _Other
            if noted:
                self.starts[(key,)] = entry.start(1)
            self.at = entry.end()
            if rest is None:
                found[key] = self.block(depth + 1, self.at, (*path, key))
            elif rest == "|-":
                found[key] = self._text(depth + 1)
            else:
                found[key] = self._on_line(rest)
            entry = following.match(self.text, self.at)
        return found

    def _text(self, depth: int) -> Scalar:
        lines = _TEXT[depth].match(self.text, self.at) if depth < _DEEPEST else None
        if not lines or _LINE_OF_SPACES.search(lines[0]):
            raise _Other
        self.at = lines.end()
        indent = 2 * depth
        return Scalar(lines[0][indent:-1].replace("\n" + " " * indent, "\n"), _STRING)

    @staticmethod
    def _on_line(rest: str) -> object:
        if rest[:1] in ("[", "{"):
            value, at = _flow(rest, 0, 0)
            if at != len(rest):
                raise _Other
            return value
        if rest[:1] == "'":
            quoted = _WHOLE_QUOTED.fullmatch(rest)
            if not quoted:
                raise _Other
            return _quoted(quoted[1])
        if not _PLAIN_IN_BLOCK.fullmatch(rest):
            raise _Other
        return _plain(rest)


def _flow(line: str, at: int, depth: int) -> tuple[object, int]:
    """The list or mapping on one line that begins at ``at``, and where it ends."""
    if depth >= _DEEPEST:
        raise _Other
    if line[at] == "[":
        return _flow_list(line, at + 1, depth)
    return _flow_mapping(line, at + 1, depth)


def _flow_list(line: str, at: int, depth: int) -> tuple[list[object], int]:
    found: list[object] = []
    if line.startswith("]", at):
        return found, at + 1
    while True:
        one = _ONE.match(line, at)
        if one:
            plain, quoted, closed = one.groups()
            found.append(_plain(plain) if plain is not None else _quoted(quoted))
            at = one.end()
        elif line[at : at + 1] in ("[", "{"):
            held, at = _flow(line, at, depth + 1)
            found.append(held)
            at, closed = _after(line, at, "]")
        else:
            raise _Other
        if closed:
            return found, at


def _flow_mapping(line: str, at: int, depth: int) -> tuple[dict[str, object], int]:
    found: dict[str, object] = {}
    if line.startswith("}", at):
        return found, at + 1
    while True:
        pair = _PAIR.match(line, at)
        if pair:
            key, plain, quoted, closed = pair.groups()
            value: object = _plain(plain) if plain is not None else _quoted(quoted)
            at = pair.end()
        elif more := _PAIR_OF_MORE.match(line, at):
            key = more[1]
            value, at = _flow(line, more.end(), depth + 1)
            at, closed = _after(line, at, "}")
        else:
            raise _Other
        if key in found:
            raise _Other
        found[key] = value
        if closed:
            return found, at


def _after(line: str, at: int, end: str) -> tuple[int, str | None]:
    """Where the next thing begins, and the sign that closes where nothing more comes."""
    if line.startswith(end, at):
        return at + 1, end
    if line.startswith(", ", at):
        return at + 2, None
    raise _Other
