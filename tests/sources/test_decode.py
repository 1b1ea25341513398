"""Sources in any encoding are read and named; what is no text is refused with the reason."""

from __future__ import annotations

import pytest

from build_scripts.sources.decode import decode

TEXT = "关于加强园区建设的意见\n一、总体要求\n(一)推动产业发展。支持各市州建设园区。(责任单位:省发展改革委)\n"
TRADITIONAL = "關於加強產業集聚區建設的實施意見\n一、總體要求\n(一)推動產業發展。鼓勵各縣建設園區，完善機制。\n"


@pytest.mark.parametrize(
    ("data", "encoding", "text"),
    [
        (TEXT.encode(), "utf-8", TEXT),
        (b"\xef\xbb\xbf" + TEXT.encode(), "utf-8", TEXT),
        (TEXT.encode("gb18030"), "gb18030", TEXT),
        (TEXT.encode("gbk"), "gb18030", TEXT),
        (TEXT.encode("utf-16"), "utf-16-le", TEXT),
        (TEXT.encode("utf-16-be"), "utf-16-be", TEXT),
        (b"\xfe\xff" + TEXT.encode("utf-16-be"), "utf-16-be", TEXT),
        (TRADITIONAL.encode("big5hkscs"), "big5hkscs", TRADITIONAL),
        (TRADITIONAL.encode("gb18030"), "gb18030", TRADITIONAL),
        (TEXT.replace("\n", "\r\n").encode(), "utf-8", TEXT.replace("\n", "\r\n")),
        (TEXT.replace("\n", "\r").encode("gbk"), "gb18030", TEXT.replace("\n", "\r")),
    ],
)
def test_read(data: bytes, encoding: str, text: str) -> None:
    decoded, problems = decode(data, "x.txt")
    assert problems == []
    assert (decoded.encoding, decoded.text) == (encoding, text)


def test_what_was_noticed_is_said() -> None:
    assert decode(TEXT.replace("\n", "\r\n").encode("gbk"), "x")[0].notes == ("编码为 GB18030", "换行为 CRLF")
    assert decode(b"\xef\xbb\xbf" + TEXT.encode(), "x")[0].notes == ("带字节顺序标记（BOM）",)


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"", "source-empty"),
        (b" \n\n ", "source-empty"),
        (b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 20, "source-encoding"),
        (b"\xd0\xcf\x11\xe0" + b"\x00\x01" * 500, "source-binary"),
        (b"<!DOCTYPE html><html><body>" + TEXT.encode() + b"</body></html>", "source-html"),
        (("<div>" + TEXT + "</div>").encode() * 12, "source-html"),
        (b"plain English only, no numbering", "source-no-han"),
        ("字".encode() * 2_000_000, "source-too-large"),
    ],
)
def test_refused(data: bytes, code: str) -> None:
    decoded, problems = decode(data, "x.txt")
    assert decoded is None
    assert [p.code for p in problems] == [code]
    assert problems[0].tip


GARBLED = TEXT.encode().decode("gb18030", "replace")


@pytest.mark.parametrize(
    ("data", "code", "line", "word"),
    [
        (TEXT.encode() + TEXT.encode("gbk"), "source-encoding", 4, "两种编码"),
        (TEXT.encode("gbk") + TEXT.encode(), "source-encoding", 1, "两种编码"),
        (TEXT.encode().replace("推".encode(), b"\xe6\x8e\xff"), "source-encoding", 3, "坏字节"),
        (TEXT.encode() + b"\xed\xa0\x80", "source-encoding", 4, "坏字节"),
        (TEXT.encode("utf-16") + b"\x00\xd8" + TEXT.encode("utf-16-le"), "source-encoding", 0, "不是可识别"),
        (TEXT.encode("utf-16") + b"x", "source-encoding", 0, "不是可识别"),
        (b"\xff\xfe" + TEXT.encode("utf-16-be"), "source-encoding", 0, "不是可识别"),
        (b"\xef\xbb\xbf" + TEXT.encode("gbk"), "source-encoding", 0, "不是可识别"),
        (GARBLED.encode(), "source-encoding", 0, "乱码"),
        (TEXT.encode("utf-7"), "source-no-han", 0, "没有汉字"),
        (TEXT.replace("推", "推\0").encode(), "source-control", 3, "U+0000"),
        (TEXT.replace("推", "推\x1b").encode("gbk"), "source-control", 3, "U+001B"),
        (TEXT.replace("\n", "\r").replace("推", "推\x85\x9f").encode(), "source-control", 3, "U+009F"),
        ((TEXT * 600 + "\0\0\0\0").encode(), "source-control", 1801, "U+0000"),
        (b"\xef\xbb\xbf", "source-empty", 0, "空"),
        (b"\xff\xfe\r\x00", "source-empty", 0, "空"),
        ("\u3000\n".encode(), "source-empty", 0, "空"),
        (b"<a " * 1_700_000, "source-no-han", 0, "没有汉字"),
    ],
)
def test_hostile_bytes_are_refused_with_the_line_where_one_shows_it(
    data: bytes, code: str, line: int, word: str
) -> None:
    decoded, [problem] = decode(data, "x.txt")
    assert decoded is None
    assert (problem.code, problem.line) == (code, line)
    assert word in problem.message


@pytest.mark.parametrize(
    ("data", "text"),
    [
        (b"\xef\xbb\xbf" * 2 + TEXT.encode(), "\ufeff" + TEXT),
        (b"\x84\x31\x95\x33" + TEXT.encode("gb18030"), TEXT),
        (TEXT.encode("utf-32"), TEXT),
        ("字".encode() * 1_700_000, "字" * 1_700_000),
        (("<a " * 500_000 + "字").encode(), "<a " * 500_000 + "字"),
        ("联通\n".encode("gbk") + TEXT.encode("gbk"), "联通\n" + TEXT),
    ],
    ids=["two marks", "mark of gb18030", "utf-32", "one character", "tags without end", "gbk that looks like utf-8"],
)
def test_odd_bytes_are_read(data: bytes, text: str) -> None:
    decoded, problems = decode(data, "x.txt")
    assert problems == []
    assert decoded.text == text


def test_lost_characters_and_changed_directions_are_noticed() -> None:
    assert decode(TEXT.replace("园", "\ufffd").encode(), "x")[0].notes == ("含 2 个丢失的字 U+FFFD",)
    assert decode(TEXT.replace("园", "\u202e园").encode(), "x")[0].notes == ("含 2 个改变书写方向的控制符 U+202E",)
