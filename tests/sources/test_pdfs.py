"""The text layer of a PDF is read: paragraphs put together, page furniture left out and said."""

from __future__ import annotations

import pytest

from build_scripts.reading.reader import read
from build_scripts.sources.formats import convert
from build_scripts.sources.formats.outcome import Refusal
from build_scripts.sources.formats.pdf.pages_by_child_process import read_pages

from .made_pdf import SIZE, Put, pdf

LEFT, FULL = 80, 27


def typeset(paragraphs: list[str], top: float = 700) -> list[Put]:
    """Paragraphs wrapped at ``FULL`` characters, each with its first line indented by two."""
    placed: list[Put] = []
    for paragraph in paragraphs:
        rest, indent = paragraph, 2
        while rest:
            line, rest = rest[: FULL - indent], rest[FULL - indent :]
            placed.append(Put(LEFT + indent * SIZE, top - 28 * len(placed), line))
            indent = 0
    return placed


FIRST = "（一）完善设施。加强基础设施建设，支持各市州建设园区，鼓励社会资本参与，到2025年建成园区10个。（责任单位：省发展改革委）"
SECOND = "（二）优化服务。支持企业发展，推动政务服务事项全程网上办理，压缩办理时限，降低企业成本，提高办事效率，完善考核机制。"


def text_of(*pages: list[Put]) -> str:
    text, _ = convert(pdf(pages), ".pdf", "x.pdf")
    assert text is not None
    return text


def test_wrapped_lines_are_put_together_and_indents_kept() -> None:
    assert text_of(typeset(["一、总体要求", FIRST, SECOND])).splitlines() == [
        "　　一、总体要求",
        "　　" + FIRST,
        "　　" + SECOND,
    ]


def test_a_text_set_in_from_its_heading_is_put_together_too() -> None:
    placed = [Put(LEFT - 2 * SIZE, 730, "总则"), *typeset([FIRST, SECOND])]
    assert [line.strip("　") for line in text_of(placed).splitlines()] == ["总则", FIRST, SECOND]


def test_a_paragraph_goes_on_over_the_page() -> None:
    lines = typeset([FIRST, SECOND])
    second_page = [Put(line.x, 700 - 28 * i, line.text) for i, line in enumerate(lines[4:])]
    assert text_of(lines[:4], second_page).splitlines() == ["　　" + FIRST, "　　" + SECOND]


def test_entries_at_the_margin_stay_apart_even_after_a_full_line() -> None:
    full = "一" * (FULL - 1) + "。"
    lines = [full, "（二）优化服务", full, "（三）强化监管", full]
    placed = [Put(LEFT, 700 - 28 * i, line) for i, line in enumerate(lines)]
    assert "\n（二）优化服务\n" in text_of(placed)


def test_what_is_read_of_it_is_what_is_read_of_the_text() -> None:
    reading = read(text_of(typeset(["一、主要措施", FIRST, SECOND])))
    assert [m.heading for m in reading.measures] == ["完善设施", "优化服务"]
    assert "\n" not in reading.measures[0].text


def test_names_of_one_length_are_lines_of_their_own() -> None:
    names = ["甘肃省人民政府办公厅", "甘肃省财政厅农业农村处", "2025"]
    assert text_of(typeset(names)).replace("　", "").split() == names


def test_size_and_place_are_those_that_the_file_states() -> None:
    """And no measure of a font: one that is not in the file is the machine's own, another on each."""
    pages = read_pages(pdf([[Put(80, 700, "2025"), Put(80, 650, "总则")]]))
    assert not isinstance(pages, Refusal)
    assert [(line.em, line.left, line.baseline) for line in pages[0].lines] == [(SIZE, 80, 700), (SIZE, 80, 650)]


class TestFurniture:
    def pages(self, number: str) -> bytes:
        def page(n: int) -> list[Put]:
            head, foot = Put(230, 800, "工作简报"), Put(270, 40, number.format(n))
            return [head, *typeset([f"{'一二三'[n - 1]}、总体要求", "2025"]), foot]

        return pdf([page(n) for n in (1, 2, 3)])

    @pytest.mark.parametrize("number", ["— {} —", "-{}-", "第{}页 共3页", "{}/3", "{}"])
    def test_is_left_out_and_said(self, number: str) -> None:
        text, problems = convert(self.pages(number), ".pdf", "x")
        assert (text or "").replace("　", "").split() == [
            "一、总体要求",
            "2025",
            "二、总体要求",
            "2025",
            "三、总体要求",
            "2025",
        ]
        said = "\n".join(p.message for p in problems)
        assert "未读入每页重复的页眉页脚：3 处，12 字，例如「工作简报」" in said
        assert "未读入页码：3 处" in said
        assert len(problems) == 2

    def test_is_nothing_that_stands_once(self) -> None:
        assert text_of([Put(230, 800, "甘肃省人民政府文件"), *typeset([FIRST]), Put(80, 40, "2025")]).split() == [
            "甘肃省人民政府文件",
            FIRST,
            "2025",
        ]


def test_a_page_without_any_text_is_refused_with_the_mend() -> None:
    text, [problem] = convert(pdf([[], []]), ".pdf", "x")
    assert text is None
    assert (problem.code, problem.message) == ("source-no-text", "PDF 没有文字层")
    assert "OCR" in problem.tip


def test_a_text_layer_of_private_characters_is_refused() -> None:
    text, [problem] = convert(pdf([[Put(80, 700, "\ue001\ue002\ue003")]]), ".pdf", "x")
    assert text is None
    assert problem.code == "source-no-text" and "乱码" in problem.message


def test_a_password_is_asked_for_by_one_problem() -> None:
    locked = "/Encrypt << /Filter /Standard /V 1 /R 2 /P -4 /O <{0}> /U <{0}> >> /ID [<00> <00>]".format("41" * 32)
    text, [problem] = convert(pdf([typeset([FIRST])], locked), ".pdf", "x")
    assert text is None
    assert problem.code == "source-encrypted"


@pytest.mark.parametrize(
    "data",
    [
        b"%PDF-1.4\n",
        b"%PDF-1.4\n%%EOF",
        b"%PDF-1.7\n1 0 obj\n<< /Type /Catalog /Pages 1 0 R >>\nendobj\ntrailer << /Root 1 0 R >>",
        b"not a pdf",
        b"PK\x03\x04",
    ],
)
def test_what_is_no_whole_pdf_is_refused(data: bytes) -> None:
    text, [problem] = convert(data, ".pdf", "x")
    assert text is None
    assert problem.code in ("source-format", "source-no-text")


def test_a_pdf_that_takes_too_long_is_given_up() -> None:
    given_up = read_pages(pdf([typeset([FIRST])]), seconds=0)
    assert isinstance(given_up, Refusal)
    assert "没有读完" in given_up.message
