"""The document on a web page is read as a browser shows it; what stands around it is said."""

from __future__ import annotations

import pytest

from build_scripts.sources.formats import convert

BODY = "<p>一、总体要求</p><p>（一）完善设施。加强基础设施建设，支持各市州建设园区。</p>"
LINES = ["一、总体要求", "（一）完善设施。加强基础设施建设，支持各市州建设园区。"]


def page(body: str, head: str = "") -> bytes:
    return f"<!doctype html><html><head><title>题</title>{head}</head><body>{body}</body></html>".encode()


def lines(body: str, head: str = "") -> list[str]:
    text, _ = convert(page(body, head), ".html", "x.html")
    assert text is not None
    return text.splitlines()


def messages(body: str, head: str = "") -> str:
    text, problems = convert(page(body, head), ".html", "x.html")
    assert text is not None
    assert {q.severity for q in problems} <= {"warning"}
    return "\n".join(q.message for q in problems)


def test_a_plain_page_is_read_without_a_word() -> None:
    assert convert(page(BODY), ".html", "x") == ("\n".join(LINES) + "\n", [])


@pytest.mark.parametrize(
    ("body", "text"),
    [
        ("<p>面积10<sup>2</sup>亩</p>", "面积10²亩"),
        ("<p>浓度10<sup>-3</sup></p>", "浓度10⁻³"),
        ("<p>减排CO<sub>2</sub></p>", "减排CO₂"),
        ("<p>见注<sup>[1]</sup></p>", "见注[1]"),
        ("<p>A&amp;B&hellip;&#30465;</p>", "A&B…省"),
        ("<p>支持\n  各<b>市</b>州</p>", "支持 各市州"),
        ("<p>协<ins>同</ins>办理</p>", "协同办理"),
        ("<p>省<ruby>厅<rt>ting</rt></ruby></p>", "省厅"),
    ],
)
def test_characters(body: str, text: str) -> None:
    assert lines(body) == [text]
    assert "还有" not in messages(body)


@pytest.mark.parametrize(
    "body",
    [
        "甲<br>乙<br/>丙",
        "<div>甲<div>乙</div>丙</div>",
        "<p>甲<p>乙<p>丙",
        "<section>甲</section><center>乙</center><h2>丙</h2>",
        "<dl><dt>甲<dd>乙</dl>丙",
        "<pre>甲\n乙\n丙</pre>",
        "<ul><li>甲<li>乙</ul>丙",
        "<table><tr><td><p>甲</p><p>乙</p><p>丙</p></td></tr></table>",
    ],
)
def test_blocks_and_breaks_begin_lines(body: str) -> None:
    assert lines(body) == ["甲", "乙", "丙"]


class TestOrderedLists:
    @pytest.mark.parametrize(
        ("list_", "printed"),
        [
            ("<ol><li>甲<li>乙</ol>", ["1. 甲", "2. 乙"]),
            ("<ol start=3><li>甲<li>乙</ol>", ["3. 甲", "4. 乙"]),
            ("<ol type=a><li>甲<li>乙</ol>", ["a. 甲", "b. 乙"]),
            ("<ol type=I start=4><li>甲<li>乙</ol>", ["IV. 甲", "V. 乙"]),
            ("<ol reversed><li>甲<li>乙</ol>", ["2. 甲", "1. 乙"]),
            ("<ol><li>甲<li value=7>乙</ol>", ["1. 甲", "7. 乙"]),
            ('<ol style="list-style-type: cjk-ideographic"><li>甲<li>乙</ol>', ["一、甲", "二、乙"]),
            ('<ol style="list-style:none"><li>甲<li>乙</ol>', ["甲", "乙"]),
            ("<ol><li>甲<ol type=i><li>子</ol><li>乙</ol>", ["1. 甲", "i. 子", "2. 乙"]),
            ("<ol start=99999999999><li>甲</ol>", ["1. 甲"]),
        ],
    )
    def test_are_numbered_as_printed(self, list_: str, printed: list[str]) -> None:
        assert lines(list_) == printed

    @pytest.mark.parametrize("typed", ["1.建平台", "（一）建平台", "一、建平台", "第一条 建平台", "①建平台"])
    def test_keep_typed_numbers_alone(self, typed: str) -> None:
        assert lines(f"<ol><li>{typed}</ol>") == [typed]

    def test_are_said(self) -> None:
        assert messages("<ol><li>甲<li>乙</ol>") == "列表编号 2 处，已照浏览器的显示写进正文：1. 2."


class TestTables:
    def test_a_row_is_a_line(self) -> None:
        rows = "<table><tr><th>序号<th>任务<tr><td>1<td><p>建平台。</p><p>完机制。</p></table>"
        assert lines(rows) == ["序号\t任务", "1\t建平台。 完机制。"]

    def test_merged_cells_stand_once_and_keep_their_columns(self) -> None:
        rows = "<table><tr><td rowspan=2>数字<td>甲<td>乙<tr><td colspan=2>丙<tr><td>丁<td>戊<td>己</table>"
        assert lines(rows) == ["数字\t甲\t乙", "\t丙\t", "丁\t戊\t己"]

    def test_a_page_laid_out_by_a_table_keeps_its_paragraphs(self) -> None:
        body = "".join(f"<p>第{i}段</p>" for i in range(1, 20))
        assert lines(f"<table><tr><td>边栏</td><td>{body}</td></tr></table>") == [
            "边栏",
            *(f"第{i}段" for i in range(1, 20)),
        ]

    def test_a_table_in_a_cell_is_read(self) -> None:
        assert lines("<table><tr><td><table><tr><td>甲<td>乙</table></td></tr></table>") == ["甲\t乙"]

    def test_cells_and_rows_without_a_table_are_read(self) -> None:
        assert lines("<td>甲</td><tr><td>乙</td></tr>") == ["甲", "乙"]


class TestWhatIsNotTheDocument:
    def test_a_page_within_one_form_is_read(self) -> None:
        assert lines(f"<form id=aspnetForm><input type=hidden value=x>{BODY}</form>") == LINES

    def test_a_small_form_is_left_out_and_said(self) -> None:
        body = f"<form>检索<input></form>{BODY}"
        assert lines(body) == LINES
        assert "未读入表单里的文字：1 处，2 字，例如「检索」" in messages(body)

    @pytest.mark.parametrize(
        ("hiding", "head"),
        [
            ('class=content style="display: none"', ""),
            ('class=content style="visibility:hidden"', ""),
            ('class=content style="font-size:0"', ""),
            ("class=content hidden", ""),
            ('class="content old"', "<style>.new{color:red} p.x, .old{display:none}</style>"),
            ('class=content id="old"', "<style>#old { display : none !important }</style>"),
        ],
    )
    def test_a_hidden_block_does_not_win(self, hiding: str, head: str) -> None:
        body = f"<div {hiding}>{'<p>（九）旧的一段很长的措施。</p>' * 9}</div><div class=content>{BODY}</div>"
        assert lines(body, head) == LINES
        assert "未读入隐藏的文字：1 处" in messages(body, head)

    @pytest.mark.parametrize(
        "head", ["<style>@media print{.a{display:none}}</style>", "<style>.a .b{display:none}</style>"]
    )
    def test_what_a_sheet_hides_elsewhere_only_is_read(self, head: str) -> None:
        assert lines(f"<div class=a>{BODY}</div>", head) == LINES

    def test_what_stands_beside_the_document_is_said_the_longest_line_as_sample(self) -> None:
        body = f"<h1>关于建设园区的意见</h1><p>字号</p><div id=zoom>{BODY}</div><p>打印</p>"
        assert lines(body) == LINES
        assert "未读入正文块以外的文字：3 处，13 字，例如「关于建设园区的意见」" in messages(body)

    def test_navigation_is_left_out_and_said(self) -> None:
        assert lines(f"<nav>首页</nav>{BODY}") == LINES
        assert "未读入导航栏：1 处，2 字，例如「首页」" in messages(f"<nav>首页</nav>{BODY}")

    def test_scripts_and_comments_are_none_of_its_text(self) -> None:
        body = f"<script>var a='<p>假</p>';</script><!-- 注 --><noscript>请开</noscript>{BODY}<template>样</template>"
        assert lines(body) == LINES
        assert messages(body) == ""

    def test_pictures_are_said(self) -> None:
        assert messages(f"{BODY}<img src=x.png>") == "图片 1 处，里面的字没有读入"


class TestEncodings:
    @pytest.mark.parametrize(
        ("declared", "encoding"),
        [
            ("gb2312", "gbk"),
            ("GBK", "gb18030"),
            ("utf-8", "utf-8"),
            ("big5", "big5"),
            ("gb2312", "utf-8"),
            ("utf-8", "gbk"),
            ("utf-7", "gbk"),
            ("x", "utf-16"),
        ],
    )
    def test_are_told_by_the_bytes_before_what_is_declared(self, declared: str, encoding: str) -> None:
        page = f"<html><head><meta charset={declared}></head><body><p>一、要求。</p><p>建立机制。</p></body></html>"
        assert convert(page.encode(encoding), ".html", "x")[0] == "一、要求。\n建立机制。\n"

    def test_a_byte_that_is_lost_is_said(self) -> None:
        broken = page(BODY * 20).replace("园区".encode(), "园".encode() + b"\xff", 1)
        text, [problem] = convert(broken, ".html", "x")
        assert "园\ufffd。" in (text or "")
        assert problem.message == "有 1 处字节读不成字，写成了 U+FFFD"
