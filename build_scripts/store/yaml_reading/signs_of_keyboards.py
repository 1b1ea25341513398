"""What a Chinese keyboard puts where YAML wants its own signs: found near the place where a parser stumbles, and said how to
mend it."""

from __future__ import annotations

import re
from dataclasses import dataclass

_KEY = "[a-z][a-z0-9_]*"


@dataclass(frozen=True)
class Sign:
    """Lines in which ``pattern`` is found are likely wrong by it; ``mend`` says what to do. ``takes`` and ``leaves`` are lines."""

    pattern: re.Pattern[str]
    mend: str
    takes: tuple[str, ...]
    leaves: tuple[str, ...]


# The first that is found has it.
SIGNS: tuple[Sign, ...] = (
    Sign(
        re.compile(rf"(?:^|[{{,，｛])\s*(?:- )?(?:{_KEY})(：)"),
        "键后面是全角冒号“：”，改成半角冒号加一个空格，如 role: lead",
        ("role：lead", "  - name：省商务厅", "- {name: 省商务厅, role：lead}", "- {name：省商务厅，role：lead}"),
        ("note: 依据：原件第 4 页", "says: 两处都写了：一是园区", "role: lead"),
    ),
    Sign(
        re.compile(rf"(，)\s*{_KEY}[:：]"),
        "两个键之间是全角逗号“，”，改成半角逗号加一个空格",
        ("- {name: 省商务厅，role: lead}", "- {name: 省商务厅， role: lead}"),
        ("note: 省里写了，市里没有写", "- {name: 省商务厅, role: lead}"),
    ),
    Sign(
        re.compile(r"(?::|：|,|^\s*-)\s*([［｛【])|([］｝】])\s*$"),
        "括号是全角的“［］｛｝【】”，改成半角的 [ ] 和 { }",
        ("topics: ［enclave-parks］", "- ｛name: 省商务厅, role: lead｝", "topics: [enclave-parks】", "topics: 【a】"),
        ("topics: [enclave-parks]", "title: 关于【飞地】的意见"),
    ),
    Sign(
        re.compile(r"(?:[:：,\[{]|^\s*-)\s*([“”‘’][^“”‘’]*[“”‘’])\s*(?:[,，\]}]|$)"),
        "整个值用的是中文引号“ ”，YAML 不认：改成半角单引号 ' '，或删去",
        ("ref: “3.4”", "topics: [“enclave-parks”, opening-up]", "date: ‘2022-03-01’"),
        ("title: 关于促进“飞地经济”发展的意见", "ref: '3.4'"),
    ),
    Sign(
        re.compile(rf"\{{[^{{}}]*?{_KEY}: [^,{{}}\[\]'\"\s]+( )\s*{_KEY}: "),
        "一行里的两个键之间少了逗号：{甲: …, 乙: …}",
        ("- {name: 省商务厅 role: lead}", "- {name: 省商务厅, role: lead agency: gansu-commerce}"),
        ("- {name: 省商务厅, role: lead}", "- {quote: '到2025年 value: 3', value: 3}", "note: 甲 乙"),
    ),
    Sign(
        re.compile(rf"^\s*(?:- )?{_KEY}: (?![\'\"\[{{|>])[^\'\"]*?\S(: )"),
        "值里面有半角冒号加空格，YAML 会当成另一个键：给整个值加半角引号，如 note: '依据: 原件第 4 页'",
        ("note: 依据: 原件第 4 页", "  note: see: page 4"),
        ("note: '依据: 原件'", "note: 依据：原件", "note: 10:30 开会", "- {name: 省商务厅, role: lead}"),
    ),
)


@dataclass(frozen=True)
class Stumbled:
    """Line and column, counted from 1, of a sign, and what to do about it."""

    line: int
    column: int
    mend: str


def sign_near(text: str, line: int) -> Stumbled | None:
    """The sign on the line where a parser stumbled, or on the line before: it often sees the fault one line later.

    >>> sign_near("id: a\\nrole：lead\\nname: 甲\\n", 3)
    Stumbled(line=2, column=5, mend='键后面是全角冒号“：”，改成半角冒号加一个空格，如 role: lead')
    >>> sign_near("id: a\\n", 1) is None
    True
    """
    lines = text.split("\n")
    before = next((n for n in range(line - 1, 0, -1) if n <= len(lines) and lines[n - 1].strip()), 0)
    for n in (line, before):
        if 1 <= n <= len(lines):
            for sign in SIGNS:
                if found := sign.pattern.search(lines[n - 1]):
                    at = next(i for i, group in enumerate(found.groups(), 1) if group is not None)
                    return Stumbled(n, found.start(at) + 1, sign.mend)
    return None
