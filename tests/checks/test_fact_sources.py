"""Sources of facts: what a source must say, and where it is said to be wrong."""

from __future__ import annotations

from pathlib import Path

import pytest

from build_scripts.checks.checked_corpus import load_corpus

SEEN = "          seen: '2026-11-26'\n"


@pytest.mark.parametrize(
    ("find", "replace", "code", "mend"),
    [
        (SEEN, "", "record-missing-key", "见到它的那一天，YYYY-MM-DD"),
        (SEEN, SEEN.replace("-26", ""), "date-form", "写见到它的那一天"),
        ("          kind: secondary\n", "          kind: hearsay\n", "record-unknown-value", "primary、secondary"),
        (
            "        - title: gswhly.com.cn 公司动态栏2018年11月1日消息（存本）\n",
            "        - title: ' '\n",
            "field-empty",
            "题名",
        ),
        ("          url: http://www.gswhly", "          url: http://\n          # ", "yaml-comment", "note"),
    ],
)
def test_a_source_that_says_too_little_is_told_with_its_line_and_mend(
    find: str, replace: str, code: str, mend: str, copy: Path
) -> None:
    path = copy / "structured" / "vocabulary" / "agencies.yml"
    text = path.read_text(encoding="utf-8")
    at = text.index(find)
    path.write_text(text[:at] + replace + text[at + len(find) :], encoding="utf-8")
    told = [p for p in load_corpus(copy)[1] if p.code == code]
    assert told and mend in told[0].message + told[0].tip
    first = text[:at].count("\n") + 1
    assert abs(told[0].line - first) <= 3, "near what was changed"
