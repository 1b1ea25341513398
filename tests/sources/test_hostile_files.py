"""Files made to hurt, damaged files and files that are something else: one refusal each, with its mend."""

from __future__ import annotations

import io
import zipfile

import pytest

from build_scripts.sources.formats import CONVERTERS, convert
from build_scripts.sources.formats.archive import MAX_PARTS

from .made_docx import p, package, parts, word_file

GOOD = word_file(p("一、总体要求"))
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


def refused(data: bytes, suffix: str = ".docx") -> tuple[str, str]:
    """Code and message of the one problem."""
    text, problems = convert(data, suffix, "x" + suffix)
    assert text is None
    [problem] = problems
    assert problem.severity == "error" and problem.tip and problem.path == "x" + suffix
    return problem.code, problem.message


def with_body(body: bytes, **others: bytes) -> bytes:
    return package(parts() | {"word/document.xml": body} | {f"word/{k}.xml": v for k, v in others.items()})


def zipped(names: list[str], content: bytes = b"") -> bytes:
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w", zipfile.ZIP_DEFLATED) as file:
        for name in names:
            file.writestr(name, content)
    return data.getvalue()


class TestArchives:
    def test_a_part_packed_a_thousandfold(self) -> None:
        assert refused(zipped(["word/document.xml"], b"\0" * 5_000_000))[0] == "source-archive"

    def test_too_many_parts(self) -> None:
        assert refused(zipped([f"{i}.xml" for i in range(MAX_PARTS + 1)]))[0] == "source-archive"

    def test_too_large_in_all_whatever_the_ratio(self) -> None:
        declared = zipped(["a", "b"], b"x")
        entry = declared.index(b"PK\x01\x02")
        size = (300 * 1024 * 1024).to_bytes(4, "little")
        lying = declared[: entry + 20] + size + size + declared[entry + 28 :]
        assert refused(lying)[0] == "source-archive"

    def test_two_parts_of_one_name(self) -> None:
        with pytest.warns(UserWarning, match="Duplicate name"):
            twice = zipped(["word/document.xml", "word/document.xml"])
        assert refused(twice) == ("source-archive", "压缩包里有同名的部件")

    def test_a_password(self) -> None:
        entry = GOOD.index(b"PK\x01\x02")
        locked = GOOD[: entry + 8] + b"\x01" + GOOD[entry + 9 :]
        assert refused(locked) == ("source-encrypted", "文件加了密码")

    @pytest.mark.parametrize("kept", [4, 60, len(GOOD) // 2, len(GOOD) - 10])
    def test_cut_off(self, kept: int) -> None:
        assert refused(GOOD[:kept])[0] == "source-format"

    def test_bytes_of_a_part_changed(self) -> None:
        stored = io.BytesIO()
        with zipfile.ZipFile(stored, "w") as file:
            for name, content in parts(p("一、总体要求")).items():
                file.writestr(name, content)
        changed = stored.getvalue().replace("总体".encode(), "总休".encode())
        assert refused(changed)[0] == "source-format"


class TestXml:
    def test_entities_that_multiply(self) -> None:
        entities = b"".join(b'<!ENTITY e%d "%s">' % (i, b"&e%d;" % (i - 1) * 10) for i in range(1, 9))
        bomb = b'<!DOCTYPE d [<!ENTITY e0 "lol">' + entities + b"]><d>&e8;</d>"
        assert refused(with_body(bomb))[0] == "source-xml"

    def test_an_entity_that_fetches_a_file(self) -> None:
        fetching = b'<!DOCTYPE d [<!ENTITY e SYSTEM "file:///etc/passwd">]><d>&e;</d>'
        assert refused(with_body(fetching)) == ("source-xml", "word/document.xml 带 DTD 或实体定义，不读")

    def test_broken(self) -> None:
        assert refused(with_body(b"<a>\n<b></a>")) == ("source-xml", "word/document.xml 第 2 行起不是完整的 XML")
        assert refused(with_body(b""))[0] == "source-xml"

    def test_nested_five_thousand_deep(self) -> None:
        assert refused(with_body(b"<a>" * 5_000 + b"</a>" * 5_000)) == (
            "source-xml",
            "word/document.xml 标签嵌套太深",
        )

    def test_a_huge_attribute(self) -> None:
        body = parts(p("一"))["word/document.xml"].replace(
            b"<w:body>", b'<w:body x="' + b"abcdefgh" * 1_500_000 + b'">'
        )
        stored = io.BytesIO()
        with zipfile.ZipFile(stored, "w") as file:
            for name, content in (parts() | {"word/document.xml": body}).items():
                file.writestr(name, content)
        assert refused(stored.getvalue())[0] == "source-xml"

    def test_nested_as_deep_as_xml_may_be_is_read(self) -> None:
        inner = "<w:smartTag>" * 240 + "<w:r><w:t>深</w:t></w:r>" + "</w:smartTag>" * 240
        text, _ = convert(word_file(p(inner)), ".docx", "x")
        assert text == "深\n"

    def test_lists_and_styles_that_go_round_in_circles(self) -> None:
        styles = (
            '<w:style w:type="paragraph" w:styleId="A"><w:basedOn w:val="B"/></w:style>'
            '<w:style w:type="paragraph" w:styleId="B"><w:basedOn w:val="A"/></w:style>'
        )
        numbering = (
            '<w:abstractNum w:abstractNumId="0"><w:numStyleLink w:val="A"/></w:abstractNum>'
            '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
        )
        listed = p("正文", properties='<w:pStyle w:val="A"/><w:numPr><w:numId w:val="1"/></w:numPr>')
        assert convert(word_file(listed, styles=styles, numbering=numbering), ".docx", "x")[0] == "正文\n"


class TestSomethingElse:
    @pytest.mark.parametrize(
        ("data", "code", "word"),
        [
            (OLE + b"\0" * 600, "source-format", ".doc"),
            (OLE + b"\0" * 600 + "EncryptedPackage".encode("utf-16-le"), "source-encrypted", "密码"),
            (b"<html><body>x</body></html>", "source-format", "网页"),
            (b"\xef\xbb\xbf\n<?xml version='1.0'?>", "source-format", "网页或 XML"),
            (b"%PDF-1.7", "source-format", "PDF"),
            (b"{\\rtf1", "source-format", "RTF"),
            ("一、总体要求".encode(), "source-format", "不是 .docx"),
            (zipped(["xl/workbook.xml"]), "source-format", "不是 Word 文件"),
            (zipped(["a.txt"]), "source-format", "不是 Word 文件"),
            (with_body(b"<worksheet/>"), "source-format", "不是 Word 文件"),
            (word_file(p("")), "source-no-text", "没有读得出的文字"),
        ],
    )
    def test_by_the_name_of_a_word_file(self, data: bytes, code: str, word: str) -> None:
        found, message = refused(data)
        assert found == code and word in message

    @pytest.mark.parametrize("suffix", CONVERTERS)
    @pytest.mark.parametrize("data", [b"", b"  \n", b"\0" * 100])
    def test_nothing_at_all(self, suffix: str, data: bytes) -> None:
        assert refused(data, suffix)[0] == "source-empty"

    def test_an_ending_that_nobody_knows(self) -> None:
        assert refused(b"x", ".xls") == ("source-format", "不认得的格式：.xls")

    @pytest.mark.parametrize(
        "data", [b"<html></html>", b"<frameset><frame src=x></frameset>", b"<script>write('x')</script>", b"<!--"]
    )
    def test_a_page_without_text(self, data: bytes) -> None:
        assert refused(data, ".html")[0] == "source-no-text"

    def test_a_page_that_is_no_text(self) -> None:
        assert refused(bytes(range(128, 256)) * 90, ".html")[0] == "source-encoding"


class TestPages:
    def test_nested_two_thousand_deep_is_read(self) -> None:
        body = "<div>" * 2_000 + "一、总体要求" + "</div>" * 2_000
        assert convert(body.encode(), ".html", "x")[0] == "一、总体要求\n"

    @pytest.mark.parametrize("tag", ["div", "table><tr><td", "ol><li", "b"])
    def test_nested_five_thousand_deep_is_refused_not_cut(self, tag: str) -> None:
        assert refused(f"<p>前文</p>{f'<{tag}>' * 5_000}一、总体要求".encode(), ".html")[0] == "source-format"

    @pytest.mark.parametrize(
        "body",
        [
            "<p x='" + "y" * 3_000_000 + "'>文</p>",
            "<p " + "x=1 " * 300_000 + ">文</p>",
            "文" + "<a " * 400_000,
            "文" + '<a "' * 300_000,
            "文" + "<!--" * 300_000,
            "文" + "<![" * 300_000,
            "文" + "</" * 300_000,
            "文" + "<script>" * 100_000,
            "文" + "&" * 500_000,
            "文<style>" + "{" * 300_000 + "</style>",
            "文<style>" + "a," * 300_000 + "{display:none}</style>",
            "<table>" + "<tr><td rowspan=9999 colspan=9999>" * 3_000 + "文",
            "<p>文</p>" * 100_000,
        ],
        ids=lambda b: b[:12],
    )
    def test_tags_without_end_are_read_without_hanging(self, body: str) -> None:
        text, _ = convert(body.encode(), ".html", "x")
        assert "文" in (text or "")

    def test_characters_that_no_text_may_hold_are_left_out_of_it(self) -> None:
        body = "<p hidden>密</p>&#1;<div id=zoom>一\0、\x01要&#xD800;求&#0;</div>&#2;"
        text, _ = convert(body.encode(), ".html", "x")
        assert text is not None
        assert text.encode().decode() == text
        assert not set(text) & set("\0\x01")
