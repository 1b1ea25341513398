"""What is refused in a YAML file, each with its line, its column and a tip."""

from __future__ import annotations

import pytest

from build_scripts.store.yaml_tree import parse

REFUSED = [
    ("a: [1, 2", "yaml-syntax", 1),
    ("a: 1\n b: 2\n", "yaml-syntax", 2),
    ("a:\n\tb: 1", "yaml-syntax", 2),
    ("a: 1\nb: 2\na: 3\n", "yaml-duplicate-key", 3),
    ("a: &x 1\nb: *x\n", "yaml-anchor", 1),
    ("a: 1\nb: !!python/object/apply:os.system [ls]\n", "yaml-tag", 2),
    ("a: !secret x\n", "yaml-tag", 1),
    ("a: 1\n# why\nb: 2\n", "yaml-comment", 2),
    ("a: 1 # why\n", "yaml-comment", 1),
    ("a: 1\n---\nb: 2\n", "yaml-documents", 2),
    ("", "yaml-empty", 1),
    ("? [a]\n: 1\n", "yaml-key", 1),
    ("a: " + "x" * (5 * 1024 * 1024), "yaml-too-large", 0),
]


@pytest.mark.parametrize(("text", "code", "line"), REFUSED, ids=[f"{c}-{i}" for i, (_, c, _) in enumerate(REFUSED)])
def test_refused(text: str, code: str, line: int) -> None:
    tree, problems = parse(text, "records/x.yml")
    assert tree is None
    assert [(p.code, p.line) for p in problems] == [(code, line)]
    assert problems[0].message and problems[0].tip


@pytest.mark.parametrize("text", ["a: '# not a comment'\n", "a: |-\n  # a text\n  b\n", "a: b#c\n", 'a: "x # y"\n'])
def test_a_hash_inside_a_value_is_no_comment(text: str) -> None:
    assert parse(text, "x.yml")[1] == []


def test_places_are_those_of_the_file() -> None:
    tree, _ = parse("id: x\nmeasures:\n  - ref: '1'\n    topics: [a, b]\n", "x.yml")
    assert tree.place(("measures", 0, "topics", 1)) == (4, 17)
    assert tree.place(("measures", 0, "missing")) == (3, 5)
