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
