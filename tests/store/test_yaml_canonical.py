"""The reader of the canonical form holds what the parser gives, and leaves to it whatever it does not know."""

from __future__ import annotations

import random

import pytest
import yaml

from build_scripts.store import yaml_tree
from build_scripts.store.yaml_reading.canonical import read_canonical
from build_scripts.store.yaml_reading.events import EventReader
from build_scripts.store.yaml_tree import Tree, parse
from tests.places import FROZEN

FILES = sorted((FROZEN / "structured").rglob("*.yml"))
SMALL = """\
id: gansu-1
title: 关于“飞地”的意见
sha256: '0123'
value: -5
note: 见 https://a.cn/b
issuers: [甘肃省人民政府, '12', 'it''s']
gone:
  was: x
  on: '2020-01-01'
sections:
  - {ref: '1', heading: 总体要求, more: [甲, 乙], of: {}}
measures:
  - ref: '1.1'
    heading: null
    text: |-
      第一行 # 不是注释

        - 第二行: [a
    targets: []
    topics: [a-b, c]
  - ref: 1.2
    text: |-
      末行
"""
STRANGE = [
    *":#-'\"[]{},&*!|>%@`?~=<\\ \n\t\r",
    *("\x85", "\u2028", "\ufeff", "\u3000", "\xa0", "\x00", "\U0001f600", "é", "一", "0", "a", "_"),
    *(
        ": ",
        " #",
        "- ",
        "? ",
        "|-",
        ">-",
        "|2-",
        "|+",
        "''",
        "---\n",
        "...\n",
        "\n\n",
        "  ",
        "{}",
        "[]",
        "a: b\n",
        ", ",
    ),
]


def parsed(text: str) -> EventReader:
    reading = EventReader()
    for event in yaml.parse(text, Loader=yaml.SafeLoader):
        reading.take(event)
    return reading


def hold_against_the_parser(text: str) -> bool:
    """Whether a text is read as canonical; then the parser reads the same, at the same places, and refuses nothing."""
    canonical = read_canonical(text)
    if canonical is None:
        return False
    for loader in {yaml.SafeLoader, yaml_tree._LOADER}:
        reading = EventReader()
        for event in yaml.parse(text, Loader=loader):
            reading.take(event)
        assert reading.value == canonical.value
        assert reading.twice is None
        assert reading.documents == 1
        assert yaml_tree._comment(text, reading.spans) is None
        assert canonical.places == {path: reading.places[path] for path in canonical.places}
        assert Tree(text, canonical.value, canonical.places).places == reading.places
    return True


def test_the_small_example_has_all_that_the_form_has() -> None:
    assert hold_against_the_parser(SMALL)


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.relative_to(FROZEN / "structured").as_posix())
def test_every_file_is_read_as_the_parser_reads_it(path) -> None:
    text = path.read_text("utf-8")
    canonical = hold_against_the_parser(text)
    assert canonical or path.name in ("permalinks.yml", "errata.yml")


def spoilt(text: str, chance: random.Random) -> str:
    """A text with one to three small changes: characters that come, go or change, lines that move, go or change their indent."""
    for _ in range(chance.randint(1, 3)):
        at = chance.randrange(len(text) + 1)
        lines = text.split("\n")
        n = chance.randrange(len(lines))
        kind = chance.randrange(8)
        if kind < 3:
            text = text[:at] + chance.choice(STRANGE) + text[at + chance.randint(0, 2) :]
        elif kind == 3:
            text = text[:at] + text[at + chance.randint(1, 3) :]
        elif kind == 4:
            lines[n] = chance.choice((" ", "  ", "    ")) + lines[n]
            text = "\n".join(lines)
        elif kind == 5:
            lines[n] = lines[n][chance.randint(1, 4) :]
            text = "\n".join(lines)
        elif kind == 6:
            lines.insert(chance.randrange(len(lines)), lines[n])
            text = "\n".join(lines)
        else:
            del lines[n]
            text = "\n".join(lines)
    return text


@pytest.mark.parametrize("seed", range(8))
def test_what_is_spoilt_is_read_as_the_parser_reads_it_or_left_to_it(seed: int) -> None:
    chance = random.Random(seed)
    read = sum(hold_against_the_parser(spoilt(SMALL, chance)) for _ in range(250))
    assert 0 < read < 250


@pytest.mark.parametrize(
    "text",
    [
        "a: 1",
        "a: 1\na: 2\n",
        "a: [b: c]\n",
        "a: b # c\n",
        "a: {b: c, b: d}\n",
        "a:\n",
        "a:\n- b\n",
        "a: |-\n\n  b\n",
        "a: |-\n  b\n\n",
        'a: "b"\n',
        "a: &b c\n",
        "a: b\n  c\n",
        "a: '1\n",
        "A: b\n",
        "a: b:\n",
        "a: b \n",
        "a: " + "[" * 40 + "]" * 40 + "\n",
        "- " * 40 + "a\n",
        "",
        "\n",
    ],
)
def test_what_is_not_of_the_form_is_left_to_the_parser(text: str) -> None:
    assert read_canonical(text) is None


def test_more_values_than_the_parser_takes_are_left_to_it() -> None:
    text = "a: [" + ", ".join("b" * 300_000) + "]\n"
    assert read_canonical(text) is None
    tree, problems = parse("a: [" + ", ".join("b" * 510_000) + "]\n", "x.yml")
    assert tree is None
    assert [p.code for p in problems] == ["yaml-too-large"]


def test_a_tree_without_its_value_reads_it_again() -> None:
    tree, _ = parse(SMALL, "x.yml")
    light = tree.without_value()
    assert light.place(("measures", 1)) == (21, 5)
    assert light.value == tree.value
    assert light.place(("measures", 0, "topics", 1)) == tree.place(("measures", 0, "topics", 1)) == (20, 19)
