"""The same text in another dress gives the same entries: encodings, widths, scripts, line breaks, furniture, numbering."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache

import opencc
import pytest

from build_scripts.reading.lines.numerals import chinese
from build_scripts.reading.reader import Reading, read
from build_scripts.sources.decode import decode
from build_scripts.sources.fold import fold
from tests import places

SOURCES = {p.stem: p.read_bytes().decode() for p in places.SOURCES}
FULL = {ord(c): chr(ord(c) + 0xFEE0) for c in "(),:;0123456789.+"}
ENCLOSED = {f"({c})": chr(0x3220 + i) for i, c in enumerate("一二三四五六七八九十")}


def entries(reading: Reading) -> list[tuple[str, str, list[tuple[str, str, bool]]]]:
    """Ref, heading and stated duties of every measure, in one script and width."""
    return [
        (
            m.ref,
            fold(m.heading or ""),
            [(fold(r.name), r.role, r.collective) for r in m.responsibilities if r.basis == "stated"],
        )
        for m in reading.measures
    ]


@cache
def plain(name: str) -> list[tuple[str, str, list[tuple[str, str, bool]]]]:
    """The entries of a source as it stands."""
    return entries(read(SOURCES[name]))


def convert(config: str) -> Callable[[str], str]:
    return lambda text: opencc.OpenCC(config).convert(text)


def wrap(width: int, indent: str = "") -> Callable[[str], str]:
    def wrapped(text: str) -> str:
        return "\n".join(
            indent * (i == 0) + line[i : i + width]
            for line in text.split("\n")
            if line.strip()
            for i in range(0, len(line), width)
        )

    return wrapped


def join(separator: str) -> Callable[[str], str]:
    return lambda text: separator.join(line.strip() for line in text.split("\n") if line.strip())


def tails_on_their_own_line(text: str) -> str:
    return re.sub(r"。(\((?:责任单位|实施主体|[^()]{2,80}牵头)[^()]*\))$", r"。\n\1", text, flags=re.M)


def furniture(text: str) -> str:
    return (
        "首页 > 政务公开 > 政策文件\n当前位置:首页\n【字体:大 中 小】 打印本页\n来源:省政府办公厅 浏览次数:128\n"
        + text
        + "\n扫一扫在手机打开当前页\n上一篇:关于其他事项的通知\n下一篇:无\n主办:省人民政府办公厅 京ICP备05070218号\n网站地图 | 联系我们\n"
    )


VARIANTS: dict[str, Callable[[str], str]] = {
    "full width": lambda t: t.translate(FULL),
    "Traditional": convert("s2t"),
    "Traditional of Taiwan": convert("s2tw"),
    "Traditional of Hong Kong": convert("s2hk"),
    "Simplified": convert("t2s"),
    "CRLF": lambda t: t.replace("\n", "\r\n"),
    "CR": lambda t: t.replace("\n", "\r"),
    "blank lines between": lambda t: t.replace("\n", "\n\n"),
    "indented": lambda t: re.sub(r"^(?=\S)", "　　", t, flags=re.M),
    "no-break spaces": lambda t: re.sub(r"^(?=\S)", "\u00a0\u00a0 ", t, flags=re.M),
    "trailing spaces": lambda t: re.sub(r"$", "  ", t, flags=re.M),
    "zero-width spaces": lambda t: re.sub(r"(.{7})", "\\1\u200b", t),
    "byte order mark inside": lambda t: "\ufeff" + t,
    "hard-wrapped at 38": wrap(38),
    "hard-wrapped at 60": wrap(60),
    "wrapped with indentation": wrap(40, "　　"),
    "one line": join(""),
    "one line with spaces": join(" "),
    "one line with wide spaces": join("　　"),
    "tails on their own line": tails_on_their_own_line,
    "web furniture": furniture,
    "enclosed numerals": lambda t: re.sub(
        r"^(\s*)(\([一二三四五六七八九十]\))", lambda m: m[1] + ENCLOSED[m[2]], t, flags=re.M
    ),
    "full stop after numeral": lambda t: re.sub(r"^(\s*[一二三四五六七八九十]+)、", r"\1.", t, flags=re.M),
    "Markdown headings": lambda t: re.sub(r"^\s*([一二三四五六七八九十]+、)", r"## \1", t, flags=re.M),
    "square brackets round tails": lambda t: re.sub(r"\(((?:责任单位|实施主体)[^()]*)\)", r"〔\1〕", t),
}


@pytest.mark.parametrize("variant", VARIANTS)
@pytest.mark.parametrize("name", SOURCES)
def test_another_dress_same_entries(name: str, variant: str) -> None:
    changed = VARIANTS[variant](SOURCES[name])
    reading = read(changed)
    assert "".join(n.at.of(changed) for n in reading.nodes) == changed
    assert [e[0] for e in entries(reading)] == [e[0] for e in plain(name)]
    assert entries(reading) == plain(name)


@pytest.mark.parametrize("encoding", ["gb18030", "gbk", "utf-16", "utf-8-sig", "utf-16-be"])
@pytest.mark.parametrize("name", SOURCES)
def test_another_encoding_same_entries(name: str, encoding: str) -> None:
    data = SOURCES[name].encode(encoding, "replace" if encoding == "gbk" else "strict")
    decoded, problems = decode(data, "x.txt")
    assert not problems
    assert entries(read(decoded.text)) == plain(name)


def _restart(text: str) -> str:
    """Number the （一） anew in every section."""
    count = 0

    def renumber(match: re.Match[str]) -> str:
        nonlocal count
        if match[2]:
            count = 0
            return match[0]
        count += 1
        return f"{match[1]}({'十' if count > 10 else ''}{'一二三四五六七八九十'[(count - 1) % 10]})"

    return re.sub(r"^(\s*)(?:([一二三四五六七八九十]+、)|\([一二三四五六七八九十]+\))", renumber, text, flags=re.M)


@pytest.mark.parametrize("name", SOURCES)
def test_numbering_that_restarts_keeps_headings_and_duties(name: str) -> None:
    restarted = entries(read(_restart(SOURCES[name])))
    assert [e[1:] for e in restarted] == [e[1:] for e in plain(name)]
    assert [e[0].split(".")[0] for e in restarted] == [e[0].split(".")[0] for e in plain(name)]


@pytest.mark.parametrize(("style", "ref"), [("{}.", "{}"), ("{}、", "{}"), ("({})", "{}")])
def test_a_plan_of_45_points_without_sections(style: str, ref: str) -> None:
    """1.–45. running on, no section above."""
    text = "关于加强园区建设的若干措施\n为加强建设,制定以下措施。\n" + "\n".join(
        f"{style.format(n)}加强第{n}项工作。推进园区发展。" for n in range(1, 46)
    )
    reading = read(text)
    assert [m.ref for m in reading.measures] == [ref.format(n) for n in range(1, 46)]


def test_numerals() -> None:
    assert [chinese(t) for t in ("十", "二十一", "一百零三", "二〇二三", "三千五百", "甲")] == [
        10,
        21,
        103,
        2023,
        3500,
        None,
    ]
