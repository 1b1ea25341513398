"""Broken and hostile variants of the files of structured/ and of sources: made by kind, from a seed."""

from __future__ import annotations

import os
import random
import re
import socket
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

# How often a hostile source repeats itself.
PIECES = int(os.environ.get("HOSTILE_PIECES", "4000"))

# What somebody may put where a value stands: (what it is, its YAML).
VALUES: tuple[tuple[str, str], ...] = (
    ("nothing", "''"),
    ("a space", "' '"),
    ("null", "null"),
    ("a list", "[甲, 乙]"),
    ("a mapping", "{a: b}"),
    ("a truth", "true"),
    ("infinity", ".inf"),
    ("no number", ".nan"),
    ("a time", "1:30.5"),
    ("a negative number", "-1"),
    ("an octal", "0o17"),
    ("thousands of digits", "9" * 5_000),
    ("a huge exponent", "1e999"),
    ("a day that is none", "2023-02-30"),
    ("a nul", '"甲\\0乙"'),
    ("an escape", '"\\e[31m甲"'),
    ("a turn of direction", '"甲\\u202E乙"'),
    ("a zero-width space", '"甲\\u200B乙"'),
    ("a way up", "../../etc/passwd"),
    ("markup", "'<script>alert(1)</script>'"),
    ("a template", "'{{ 7*7 }}{% raw %}'"),
    ("a formula", "'=1+1'"),
    ("a device", "con"),
    ("a long word", "甲" * 20_000),
    ("a runaway pattern", "'(?:[一-龥]+)+@'"),
    ("an anchor", "&a 甲"),
    ("an alias", "*a"),
    ("a tag", "!!python/object/apply:os.system [id]"),
    ("a comment", "甲 # 说明"),
    ("an open bracket", "["),
    ("an open quote", "'甲"),
    ("a lone surrogate", '"\\uD800"'),
)

# What is never right, in whatever field it stands.
NEVER_RIGHT = frozenset(
    {
        *("a nul", "an escape", "a turn of direction", "a zero-width space", "an anchor", "an alias", "a tag"),
        *("a comment", "an open bracket", "an open quote", "a lone surrogate"),
    }
)

_SCALAR = re.compile(r"^(?P<head>\s*(?:- )?(?P<key>[a-z_]+): )(?P<value>[^|>\n{\[][^\n]*)$", re.M)
_IN_FLOW = re.compile(r"(?P<head>[{,] ?(?P<key>[a-z_]+): )(?P<value>[^,{}\[\]\n]+)")


@dataclass(frozen=True)
class Variant:
    """One broken file: what was done to it, and the doing. ``refused`` where no reading of it can be right."""

    name: str
    apply: Callable[[Path], None]
    refused: bool = False


def of_fields(text: str, chance: random.Random, number: int) -> Iterator[Variant]:
    """Variants of a YAML file in which one value is another."""
    places = [*_SCALAR.finditer(text), *_IN_FLOW.finditer(text)]
    for _ in range(number if places else 0):
        place, (what, value) = chance.choice(places), chance.choice(VALUES)
        broken = text[: place.start("value")] + value + text[place.end("value") :]
        yield Variant(f"{place['key']}: {what}", _writing(broken.encode("utf-8", "surrogatepass")), what in NEVER_RIGHT)


def of_files(data: bytes, chance: random.Random) -> Iterator[Variant]:
    """Variants of a file as a whole: cut, doubled, in other encodings, no file at all."""
    text = data.decode()
    lines = text.splitlines(keepends=True)
    at = chance.randrange(len(lines))
    half = chance.randrange(1, max(2, len(data) - 1))
    yield Variant("cut", _writing(data[:half]))
    yield Variant("a line twice", _writing("".join([*lines[:at], lines[at], *lines[at:]]).encode()))
    yield Variant("a line lost", _writing("".join([*lines[:at], *lines[at + 1 :]]).encode()))
    yield Variant("left in conflict", _writing(("<<<<<<< HEAD\n" + text + "=======\n>>>>>>> a\n").encode()), True)
    yield Variant("tabs", _writing(text.replace("  ", "\t").encode()))
    yield Variant("empty", _writing(b""), True)
    yield Variant("only space", _writing(b" \n\n"), True)
    yield Variant("two documents", _writing((text + "---\n" + text).encode()), True)
    yield Variant("UTF-16", _writing(text.encode("utf-16")), True)
    yield Variant("GB18030", _writing(text.encode("gb18030")), not _is_utf8(text.encode("gb18030")))
    yield Variant("nuls", _writing(data[:half] + b"\0" * 9 + data[half:]), True)
    yield Variant("deep lists", _writing(b"- " * 100_000), True)
    yield Variant("deep brackets", _writing(b"[" * 200_000), True)
    yield Variant("deep mappings", _writing(b"{a: " * 50_000), True)
    yield Variant("a bomb of aliases", _writing(_BOMB), True)
    yield Variant("six megabytes", _writing(b"# " + b"a" * 6_000_000), True)
    yield Variant("another encoding's sign", _writing(b"\xef\xbb\xbf" + data))
    yield Variant("CRLF", _writing(text.replace("\n", "\r\n").encode()))
    yield Variant("lost", Path.unlink, True)
    yield Variant("a folder", _folder, True)
    yield Variant("a pipe", _pipe, True)
    yield Variant("a socket", _socket, True)
    yield Variant("a link into nothing", _dangling, True)


_BOMB = b"a: &a [1,1,1,1,1,1,1,1,1]\n" + b"".join(
    b"%c: &%c [*%c,*%c,*%c,*%c,*%c,*%c,*%c]\n" % (b + 1, b + 1, b, b, b, b, b, b, b) for b in range(97, 110)
)


def of_sources() -> Iterator[tuple[str, bytes]]:
    """Sources that nobody should send: (what it is, its bytes)."""
    good = "某省人民政府办公厅关于加强园区建设的意见\n一、总体要求\n加强建设。\n二、主要措施\n（一）完善设施。加强建设。（责任单位：省科技厅）\n"
    for name, piece in {
        "brackets": "（",
        "closed brackets": "（）",
        "works": "《",
        "clauses": "（责任单位：",
        "nested clauses": "（责任单位：省科技厅（牵头",
        "sections": "一、",
        "items": "（一）",
        "articles": "第一条 ",
        "decimals": "1.1.",
        "digits": "9",
        "numerals": "一",
        "bodies": "省科技厅、",
        "joined bodies": "省科技厅",
        "goals": "到2025年达到9家以上，",
        "percent": "90%",
        "years": "2025年",
        "quotes": "“",
        "tabs": "1\t甲\t乙\n",
        "signatures": "某省人民政府\n2020年1月1日\n",
        "lines": "\n",
        "spaces": " ",
        "ideographic spaces": "　",
        "dots": "…",
        "leads": "由省科技厅牵头，",
        "colons": "：",
    }.items():
        for where, text in (
            ("alone", piece * PIECES),
            ("inside", good + piece * PIECES + "。\n（二）优化服务。做好。\n"),
        ):
            yield f"{name}, {where}", text.encode()
    for encoding in ("utf-16", "utf-16-le", "utf-32", "gb18030", "big5", "utf-7", "shift_jis", "koi8-r"):
        yield f"in {encoding}", good.encode(encoding, "replace")
    yield "empty", b""
    yield "nuls", b"\0" * 1_000
    yield "bytes", bytes(range(256)) * 40
    yield "controls", good.replace("。", "。\x1b[31m\x07").encode()
    yield "lone surrogates", good.encode() + b"\xed\xa0\x80"
    yield "bidi", good.replace("加强", "\u202e加强\u202c").encode()
    yield "private use", ("\ue004" + good).encode()
    yield "five megabytes", ("一、甲。\n" * 450_000).encode()
    yield "six megabytes", ("一、甲。\n" * 600_000).encode()
    yield "html", b"<html><body>" + b"<div>" * 5_000 + good.encode() + b"</div>" * 5_000
    yield "a script", (good + "<script>alert(1)</script>").encode()
    yield "a template", (good + "{{ 7*7 }}{% for x in y %}").encode()
    yield "one line", good.replace("\n", "").encode() * 50
    yield "no Han", b"1. first\n2. second\n"


def _is_utf8(data: bytes) -> bool:
    try:
        data.decode()
    except UnicodeDecodeError:
        return False
    return True


def _writing(data: bytes) -> Callable[[Path], None]:
    def write(path: Path) -> None:
        path.write_bytes(data)

    return write


def _folder(path: Path) -> None:
    path.unlink()
    path.mkdir()


def _pipe(path: Path) -> None:
    path.unlink()
    os.mkfifo(path)


def _socket(path: Path) -> None:
    path.unlink()
    here = Path.cwd()
    with socket.socket(socket.AF_UNIX) as held:  # its path may hold 100 bytes at most
        os.chdir(path.parent)
        try:
            held.bind(path.name)
        finally:
            os.chdir(here)


def _dangling(path: Path) -> None:
    path.unlink()
    path.symlink_to("nowhere")
