"""Dates by which something is to be reached, as ISO 8601 of the precision printed.

``2025`` for 到2025年, ``2020-12`` for 2020年底前, ``2025-06`` for 2025年6月底前. A five-year plan ends with its
last year (“十四五”末 → 2025); 本世纪中叶 is read as 2050.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from ..lines.numerals import chinese
from .target_words import VERBS

_YEAR = r"(?:(?P<{0}y>20\d{{2}})|(?P<{0}cy>二[〇○零]二?[一二三四五六七八九〇○零]{{1,2}}))年"


@dataclass(frozen=True)
class Form:
    """One way to print a deadline. ``lead`` says that it counts only where it opens a clause."""

    pattern: str
    iso: Callable[[re.Match[str]], str]
    examples: tuple[tuple[str, str], ...]
    lead: bool = False


def _year(match: re.Match[str], name: str) -> str:
    return match[f"{name}y"] or str(chinese(match[f"{name}cy"]))


def _month(match: re.Match[str], name: str) -> str:
    return f"{_year(match, name)}-{int(match[f'{name}m']):02d}"


FORMS: tuple[Form, ...] = (
    Form(
        r"(?:到|至)?" + _YEAR.format("a") + r"(?P<am>1[0-2]|[1-9])月(?P<ad>\d{1,2})日(?:之?前|以前)",
        lambda m: f"{_month(m, 'a')}-{int(m['ad']):02d}",
        (("2025年6月30日前", "2025-06-30"),),
    ),
    Form(
        r"(?:到|至)?" + _YEAR.format("b") + r"(?P<bm>1[0-2]|[1-9])月(?:底|末|份)?(?:之?前|以前)",
        lambda m: _month(m, "b"),
        (("2025年12月底前", "2025-12"), ("2024年6月前", "2024-06")),
    ),
    Form(
        r"(?:到|至)" + _YEAR.format("c") + r"(?P<cm>1[0-2]|[1-9])月(?:底|末)?",
        lambda m: _month(m, "c"),
        (("到2025年6月底", "2025-06"), ("到2026年3月", "2026-03")),
    ),
    Form(
        r"(?:到|至)?" + _YEAR.format("d") + r"上半年", lambda m: f"{_year(m, 'd')}-06", (("2024年上半年", "2024-06"),)
    ),
    Form(
        r"(?:到|至|在|于)?" + _YEAR.format("e") + r"年?[底末](?:之?前|以前)?",
        lambda m: f"{_year(m, 'e')}-12",
        (("2020年底前", "2020-12"), ("到2027年底", "2027-12"), ("2025年年底前", "2025-12")),
    ),
    Form(
        r"(?:到|至)" + _YEAR.format("f"),
        lambda m: _year(m, "f"),
        (("到2025年", "2025"), ("到二〇三五年", "2035")),
        lead=True,
    ),
    Form(
        _YEAR.format("g") + r"(?:之前|以前|前)", lambda m: _year(m, "g"), (("2030年前", "2030"), ("2025年以前", "2025"))
    ),
    Form(
        r"20\d{2}年?[-—~至到]+" + _YEAR.format("h"),
        lambda m: _year(m, "h"),
        (("2026-2027年", "2027"), ("2024年至2026年", "2026")),
        lead=True,
    ),
    Form(
        r"(?:到|至)?[“\"]?十(?P<plan>[三四五六七八])五[”\"]?(?:规划)?(?:期?末|期间|时期|收官|结束)",
        lambda m: str(1955 + 5 * (10 + (chinese(m["plan"]) or 0))),
        (("“十四五”末", "2025"), ("十五五期间", "2030"), ("到“十四五”期末", "2025")),
    ),
    Form(r"到?(?:本|21|二十一)世纪中叶", lambda m: "2050", (("到本世纪中叶", "2050"), ("本世纪中叶", "2050"))),
    Form(
        _YEAR.format("k")
        + "(?=,?(?:(?:全[省市县区州国]|[我本][省市县])?"
        + "(?:力争|实现|确保|完成|建成|全面|基本|新增|新建|培育|引进|创建|打造|改造|年内)|[^,;。]{2,24}?(?:达到|突破|超过)"
        + rf"|(?:{VERBS.pattern})[^,;。]{{0,16}}?\d))",
        lambda m: _year(m, "k"),
        (("2025年", "2025"),),
        lead=True,
    ),
)

_ANY = re.compile("|".join(f"(?P<form{i}>{f.pattern})" for i, f in enumerate(FORMS)))
_LEAD = re.compile(
    r"(?:(?:力争|确保|争取|努力|计划|预计|目标(?:是|为)?|在|于|其中|同时|并|要|通过努力|经过努力|自\d{4}年(?:起|开始)|截至)*(?:用\d年时间)?)"
)
_NOT_BEFORE = re.compile(
    "(?:自|从|截|截至|截止|有效期|有效|执行|施行|延续|延长|期限|期|持续|推迟|征集|时间为)(?:至|到|为|于|的)?$"
)
_NOT_AFTER = re.compile(" ?(?:起|开始|以来|以后|后|度|版|发布|公布|印发|修订|的(?!目标)|已)")
_FURTHER = re.compile(r"[、和及](?:到)?(?P<y>20\d{2})年")
PERIOD = re.compile(
    r"(?:力争|争取|计划|通过|经过)?[用在]?(?:未来|今后)?(?:的)?[\d一二两三四五六七八九十]{1,2}(?:[至到-][\d一二两三四五六七八九十]{1,2})?年"
    r"(?:左右)?(?:内|之内|以内|(?:左右)?(?:的)?(?:时间|努力))"
)
"""How a sentence opens that sets targets for a time counted from nowhere stated (5年内, 力争用3年时间): no date can be told."""
HINT = re.compile(r"20\d\d年|二[〇○零]|十[三四五六七八]五|世纪中叶")


_AHEAD = 60
"""How far behind a clause the words may stand that make a date of its year."""


@dataclass(frozen=True)
class Deadline:
    """View positions of the printed date with the words that lead up to it, and its ISO form."""

    start: int
    end: int
    iso: str


def deadlines(text: str, start: int, end: int, until: int | None = None) -> list[Deadline]:
    """The deadlines printed in one clause ``text[start:end]`` of a sentence that ends at ``until``."""
    found = []
    lead = _LEAD.match(text, start, end)
    opening = lead.end() if lead else start
    for match in _ANY.finditer(text, start, min(until or end, end + _AHEAD)):
        if match.end() > end:
            break
        form = FORMS[next(i for i in range(len(FORMS)) if match[f"form{i}"] is not None)]
        leads = match.start() <= opening
        if form.lead and not leads:
            continue
        if _NOT_BEFORE.search(text, max(start, match.start() - 8), match.start()) or _NOT_AFTER.match(
            text, match.end(), end
        ):
            continue
        found.append(Deadline(start if leads else match.start(), match.end(), form.iso(match)))
        at = match.end()
        while (further := _FURTHER.match(text, at, end)) is not None:
            at = further.end()
            found.append(Deadline(further.start("y"), at, further["y"]))
    return found


_ROW = re.compile(
    r"(?P<y>20\d{2}) ?[年.\-/](?: ?(?P<m>1[0-2]|0?[1-9])(?: ?[月.\-/] ?(?P<d>3[01]|[12]\d|0?[1-9])(?!\d)| ?(?:月|$|[.\-/底末前]))"
    r"| ?(?P<end>年?[底末]))?"
)


def row_deadline(cell: str) -> str | None:
    """The deadline of a cell or clause under 完成时限, where every date is one; None for 长期坚持 and the like.

    >>> [row_deadline(c) for c in ("2026年12月", "2026年底前", "2026.6", "2026年", "长期坚持", "2025年3月至2026年6月")]
    ['2026-12', '2026-12', '2026-06', '2026', None, '2026-06']
    >>> row_deadline("2025年12月31日前"), row_deadline("2026.6.30")
    ('2025-12-31', '2026-06-30')
    """
    found = list(_ROW.finditer(cell))
    if not found:
        return None
    last = found[-1]
    month = int(last["m"]) if last["m"] else 12 if last["end"] else None
    day = f"-{int(last['d']):02d}" if last["d"] else ""
    return last["y"] + (f"-{month:02d}{day}" if month else "")
