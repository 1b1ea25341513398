"""All that Word shows of a .docx is read; what is not read is said with its number and a sample."""

from __future__ import annotations

import io

import docx
import pytest

from build_scripts.problems import Problem
from build_scripts.sources.formats import convert

from .made_docx import cell, p, run, table, word_file


def lines(*blocks: str, **others: str) -> list[str]:
    text, _ = convert(word_file(*blocks, **others), ".docx", "x.docx")
    assert text is not None
    return [line for line in text.split("\n") if line]


def said(*blocks: str, **others: str) -> list[Problem]:
    """The warnings of a conversion."""
    text, problems = convert(word_file(*blocks, **others), ".docx", "x.docx")
    assert text is not None
    assert {q.severity for q in problems} <= {"warning"}
    return problems


def messages(*blocks: str, **others: str) -> str:
    return "\n".join(q.message for q in said(*blocks, **others))


def test_a_file_by_a_library_is_read_without_a_word() -> None:
    document = docx.Document()
    for text in ("一、总体要求", "（一）完善设施。加强基础设施建设。"):
        document.add_paragraph(text)
    data = io.BytesIO()
    document.save(data)
    assert convert(data.getvalue(), ".docx", "x") == ("一、总体要求\n（一）完善设施。加强基础设施建设。\n", [])


@pytest.mark.parametrize(
    ("held", "text"),
    [
        ("<w:sdt><w:sdtContent>" + run("牵头") + "</w:sdtContent></w:sdt>", "（一）应当牵头办理"),
        ('<w:ins w:author="x">' + run("牵头") + "</w:ins>", "（一）应当牵头办理"),
        ("<w:moveTo>" + run("牵头") + "</w:moveTo>", "（一）应当牵头办理"),
        ('<w:smartTag w:element="date">' + run("2025年") + "</w:smartTag>", "（一）应当2025年办理"),
        ("<w:hyperlink>" + run("依法") + "</w:hyperlink>", "（一）应当依法办理"),
        ("<w:fldSimple>" + run("5") + "</w:fldSimple>", "（一）应当5办理"),
        ("<w:r><w:tab/></w:r>", "（一）应当\t办理"),
        ("<w:r><w:noBreakHyphen/></w:r>", "（一）应当-办理"),
        (run("10") + run("2", '<w:vertAlign w:val="superscript"/>'), "（一）应当10²办理"),
        ("<m:oMath><m:r><m:t>a=b</m:t></m:r></m:oMath>", "（一）应当a=b办理"),
        ("<w:customXml><w:smartTag><w:sdt><w:sdtContent>" + run("都") + "</w:sdtContent></w:sdt></w:smartTag></w:customXml>", "（一）应当都办理"),
    ],
)  # fmt: skip
def test_characters_are_read_whatever_holds_them(held: str, text: str) -> None:
    assert lines(p("（一）应当", held, "办理")) == [text]


def test_a_block_of_a_content_control_is_read() -> None:
    assert lines("<w:sdt><w:sdtContent>" + p("一、目标") + p("二、任务") + "</w:sdtContent></w:sdt>") == [
        "一、目标",
        "二、任务",
    ]


def test_a_break_in_a_paragraph_begins_a_line() -> None:
    assert lines(p("一、目标", "<w:r><w:br/></w:r>", "二、任务")) == ["一、目标", "二、任务"]


def test_only_the_result_of_a_field_is_read() -> None:
    def mark(kind: str) -> str:
        return f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>'

    code = "<w:r><w:instrText>PAGEREF 标题</w:instrText></w:r>"
    assert lines(p("第", mark("begin"), code, mark("separate"), "7", mark("end"), "页")) == ["第7页"]


def test_a_deletion_is_left_out_and_an_insertion_read_and_both_are_said() -> None:
    deleted = "<w:del><w:r><w:delText>协助</w:delText></w:r></w:del>"
    block = p("应当", deleted, "<w:ins>" + run("牵头") + "</w:ins>", "办理")
    assert lines(block) == ["应当牵头办理"]
    assert "插入的 2 字已读入，例如「牵头」" in messages(block)
    assert "未读入修订中删去的文字：1 处，2 字，例如「协助」" in messages(block)


def test_a_paragraph_whose_mark_is_deleted_goes_on_in_the_next() -> None:
    joined = p("支持各市州", properties="<w:rPr><w:del/></w:rPr>")
    assert lines(joined, p("建设园区。")) == ["支持各市州建设园区。"]


class TestTextBoxes:
    BOX = "<w:txbxContent>" + p("专栏1 重点工程") + "</w:txbxContent>"

    def test_stand_after_their_paragraph(self) -> None:
        assert lines(p("一、总体要求", f"<w:r><w:pict><v:shape>{self.BOX}</v:shape></w:pict></w:r>")) == [
            "一、总体要求",
            "专栏1 重点工程",
        ]

    def test_in_two_versions_are_read_once(self) -> None:
        both = (
            f"<w:r><mc:AlternateContent><mc:Choice><w:drawing><wps:txbx>{self.BOX}</wps:txbx></w:drawing></mc:Choice>"
            f"<mc:Fallback><w:pict>{self.BOX}</w:pict></mc:Fallback></mc:AlternateContent></w:r>"
        )
        assert lines(p("一、总体要求", both)) == ["一、总体要求", "专栏1 重点工程"]
        assert said(p("一、总体要求", both)) == []


class TestTables:
    def test_a_row_is_a_line_and_cells_are_separated_by_tabs(self) -> None:
        rows = table(cell("序号") + cell("任务"), cell("1") + cell("建设平台。", "完善机制。"))
        assert lines(rows) == ["序号\t任务", "1\t建设平台。 完善机制。"]

    def test_a_merged_cell_stands_once_and_keeps_its_columns(self) -> None:
        down = cell("数字经济", properties='<w:vMerge w:val="restart"/>') + cell("建平台")
        assert lines(table(down, cell(properties="<w:vMerge/>") + cell("育企业"))) == [
            "数字经济\t建平台",
            "\t育企业",
        ]
        across = cell("合计", properties='<w:gridSpan w:val="2"/>') + cell("10")
        assert lines(table(across)) == ["合计\t\t10"]

    def test_a_table_of_one_cell_is_a_frame_around_paragraphs(self) -> None:
        assert lines(table(cell("一、总体要求", "二、主要措施"))) == ["一、总体要求", "二、主要措施"]

    def test_a_table_in_a_cell_is_read(self) -> None:
        assert lines(table(cell("外") + cell("说明", table(cell("内一") + cell("内二"))))) == ["外\t说明 内一 内二"]
        assert lines(table(cell("说明", table(cell("内一") + cell("内二"))))) == ["说明", "内一\t内二"]

    def test_rows_and_cells_in_content_controls_are_read(self) -> None:
        wrapped = "<w:sdt><w:sdtContent>" + cell("省科技厅") + "</w:sdtContent></w:sdt>"
        row = f"<w:sdt><w:sdtContent><w:tr>{cell('1')}{wrapped}</w:tr></w:sdtContent></w:sdt>"
        assert lines(f"<w:tbl>{row}</w:tbl>") == ["1\t省科技厅"]

    def test_a_deleted_row_is_said(self) -> None:
        row = f"<w:tr><w:trPr><w:del/></w:trPr>{cell('旧任务')}{cell('省科技厅')}</w:tr>"
        assert "修订中删去的文字：1 处，7 字" in messages(p("一、目标"), f"<w:tbl>{row}</w:tbl>")


@pytest.mark.parametrize(
    ("block", "others", "message"),
    [
        (p("正文"), {"header": p("内部资料")}, "未读入页眉：1 处，4 字，例如「内部资料」"),
        (p("正文"), {"footer": p("第1页")}, "未读入页脚：1 处，3 字，例如「第1页」"),
        (p("正文"), {"footnotes": "<w:footnote>" + p("见原件") + "</w:footnote>"}, "未读入脚注：1 处，3 字"),
        (p("正文"), {"endnotes": "<w:endnote>" + p("见附件") + "</w:endnote>"}, "未读入尾注：1 处，3 字"),
        (p("正文"), {"comments": "<w:comment>" + p("再议") + "</w:comment>"}, "未读入批注：1 处，2 字"),
        (p("正文", run("密", "<w:vanish/>")), {}, "未读入隐藏的文字：1 处，1 字，例如「密」"),
        (p("正文", "<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>" + run("单击此处") + "</w:sdtContent></w:sdt>"), {}, "没有填写的提示语：1 处，4 字"),
        (p("正文", "<w:r><w:drawing><pic:pic/></w:drawing></w:r>"), {}, "图片 1 处，里面的字没有读入"),
        (p("正文", '<w:r><w:sym w:font="Wingdings" w:char="F0FE"/></w:r>'), {}, "符号字体的字符 1 处，没有读入"),
        (p("正文", "<w:r><w:drawing><a:p><a:t>图中字</a:t></a:p></w:drawing></w:r>"), {}, "未读入图形里的文字：1 处，3 字"),
    ],
)  # fmt: skip
def test_what_is_not_read_is_said(block: str, others: dict[str, str], message: str) -> None:
    assert lines(block, **others) == ["正文"]
    [problem] = said(block, **others)
    assert message in problem.message and problem.tip


def test_characters_that_nobody_accounts_for_are_said() -> None:
    unknown = '<x:odd xmlns:x="urn:x">失落</x:odd>'
    assert "原件有 4 字，读入 2 字，说明了未读入 0 字，还有 2 字没有读到：失落" in messages(p("正文"), unknown)
