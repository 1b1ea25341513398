"""The register read by its lines is the register read by the YAML parser, with the same problems at the same lines."""

from __future__ import annotations

import pytest

from build_scripts.model import Permalink
from build_scripts.store.permalinks import read_register
from build_scripts.store.yaml_to_types import Reader
from build_scripts.store.yaml_tree import MAX_BYTES as MAX_BYTES_OF_A_RECORD
from build_scripts.store.yaml_tree import parse
from tests.places import FROZEN

WHOLE = (FROZEN / "structured" / "permalinks.yml").read_text("utf-8")
LINE = "- {address: /a/, kind: page, first: '2026-11-21'}\n"
MOVED = "- {address: /b/, kind: page, first: '2026-11-21', successor: /a/}\n"

TEXTS = {
    "the frozen register": WHOLE,
    "nothing": "",
    "an empty list": "[]\n",
    "a mapping": "address: /a/\n",
    "one that moved": LINE + MOVED + LINE,
    "another kind": LINE + "- {address: /c/, kind: pages, first: '2026-11-21'}\n",
    "a missing key": LINE + "- {address: /c/, kind: page}\n" + LINE,
    "a date that is none": "- {address: /c/, kind: page, first: '2026-13-99'}\n",
    "an unknown key": "- {address: /c/, kind: page, first: '2026-11-21', h: 1}\n" + LINE,
    "a comment": LINE + "# said\n",
    "a comment behind": LINE.rstrip() + " # said\n",
    "a block entry": LINE + "- address: /d/\n  kind: page\n  first: '2026-11-21'\n" + MOVED,
    "a broken line": LINE + "- {address: /d/, kind: page\n" + LINE,
    "a broken line at the end": LINE + LINE + "- {address: [\n",
    "a wrong indent": LINE + "  " + LINE,
    "a quotation over lines": "- 'said\n" + LINE + "  so'\n",
    "a placeholder": LINE + "- =\n",
    "placeholders alone": "- =\n- =\n",
    "a hash of digits": "- {address: /e/, kind: measure, first: '2026-11-21', hash: '2003823388012443'}\n",
    "two documents": LINE + "---\n" + LINE,
    "an anchor": LINE + "- &a {address: /e/, kind: page, first: '2026-11-21'}\n",
    "nested too deep": LINE + "- " + "[" * 40 + "]" * 40 + "\n",
}


@pytest.mark.parametrize("text", TEXTS.values(), ids=TEXTS.keys())
def test_it_reads_what_the_parser_reads(text: str) -> None:
    entries, tree, problems = read_register(text, "permalinks.yml")
    whole, expected = parse(text, "permalinks.yml")
    if whole is None:
        assert (entries, tree, problems) == (None, None, expected)
        return
    assert tree is not None
    if not isinstance(whole.value, list):
        assert entries is None and [p.code for p in problems] == ["record-shape"]
        return
    reader = Reader(whole, "permalinks.yml")
    read = tuple(reader.read(Permalink, (i,)) for i in range(len(whole.value)))
    assert problems == reader.problems
    assert entries == (read if not reader.problems else None)
    assert [tree.place((i,)) for i in range(len(read))] == [whole.place((i,)) for i in range(len(read))]


def lines(number: int) -> str:
    return "".join(
        f"- {{address: /measures/a/{n}/, kind: measure, first: '2026-11-21', hash: 0123456789abcdef}}\n"
        for n in range(number)
    )


def test_it_may_be_larger_than_a_record() -> None:
    text = lines(70_000)
    assert len(text) > MAX_BYTES_OF_A_RECORD
    entries, tree, problems = read_register(text, "permalinks.yml")
    assert entries is not None and tree is not None and not problems
    assert (len(entries), entries[-1].address, tree.place((69_999,))) == (70_000, "/measures/a/69999/", (70_000, 3))


def test_a_large_one_is_told_where_it_is_broken() -> None:
    _, _, problems = read_register(lines(70_000) + "- {address: [\n", "permalinks.yml")
    assert [(p.code, p.line) for p in problems] == [("yaml-syntax", 70_002)]
