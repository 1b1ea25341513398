"""A sixth document: registered, reported on, refused with the reason."""

from __future__ import annotations

import io
from pathlib import Path

import docx
import pytest

from build_scripts.adding import add
from build_scripts.checks.checked_corpus import load_corpus
from build_scripts.fixing import fix

TEXT = """河南省人民政府办公厅关于加强园区建设的意见
豫政办〔2020〕8号
各省辖市人民政府:
为加强园区建设,提出以下意见。
一、总体要求
到2025年,建成园区10个。
二、主要措施
(一)完善设施。加强基础设施建设。(责任单位:省科技厅、省财政厅)
(二)优化服务。支持企业发展。(省大数据局牵头,各县区配合)
河南省人民政府办公厅
2020年3月1日
"""


def word(text: str) -> bytes:
    document = docx.Document()
    for line in text.splitlines():
        document.add_paragraph(line)
    data = io.BytesIO()
    document.save(data)
    return data.getvalue()


def web_page(text: str) -> bytes:
    body = "".join(f"<p>&emsp;{line}</p>" for line in text.splitlines())
    return f"<!doctype html><html><head><title>x</title><script>var a='一、假的';</script></head><body><nav>首页</nav><div id='UCAP-CONTENT'>{body}</div></body></html>".encode()


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("park.txt", TEXT.encode()),
        ("park.txt", TEXT.encode("gb18030")),
        ("park.txt", TEXT.replace("\n", "\r\n").encode("utf-16")),
        ("park.docx", word(TEXT)),
        ("park.html", web_page(TEXT)),
    ],
    ids=["utf-8", "gb18030", "utf-16-crlf", "docx", "html"],
)
def test_a_sixth_document_in_any_format(name: str, data: bytes, copy: Path) -> None:
    file = copy / name
    file.write_bytes(data)

    added = add(copy, file, "henan")

    assert [m.ref for m in added.document.measures] == ["1", "2.1", "2.2"]
    assert added.document.title == "河南省人民政府办公厅关于加强园区建设的意见"
    assert (added.document.number, added.document.date) == ("豫政办〔2020〕8号", "2020-03-01")
    sources = copy / "structured" / "sources"
    kept = sources / name if not name.endswith(".txt") else sources / "park.txt"
    assert kept.read_bytes() == data
    assert "不认得「省大数据局」" in "\n".join(added.report)


def test_an_unknown_body_becomes_a_problem_with_an_entry_to_paste(copy: Path) -> None:
    (copy / "park.txt").write_text(TEXT, encoding="utf-8")
    add(copy, copy / "park.txt", "henan")

    corpus, problems = load_corpus(copy)
    assert corpus is None
    assert {p.code for p in problems if p.severity == "error"} == {"agency-missing", "address-unregistered"}
    tips = {p.tip.partition("：")[2] for p in problems if "省科技厅" in p.message}
    assert (
        "{id: henan-science, name: 省科技厅, jurisdiction: henan, kind: government, line: science, names: [省科技厅]}"
        in "".join(tips)
    )

    vocabulary = copy / "structured" / "vocabulary" / "agencies.yml"
    entries = [
        "{id: henan-science, name: 省科技厅, jurisdiction: henan, kind: government, line: science, names: [省科技厅]}",
        "{id: henan-finance, name: 省财政厅, jurisdiction: henan, kind: government, line: finance, names: [省财政厅]}",
        "{id: henan-big-data, name: 省大数据局, jurisdiction: henan, kind: government, line: industry, names: [省大数据局]}",
    ]
    vocabulary.write_text(
        vocabulary.read_text(encoding="utf-8") + "".join(f"- {e}\n" for e in entries), encoding="utf-8"
    )
    from build_scripts.extracting import extract

    extract(copy)
    fix(copy)
    corpus, problems = load_corpus(copy)
    assert [str(p) for p in problems if p.severity == "error"] == []
    assert len(corpus.documents) == 6


@pytest.mark.parametrize(
    ("name", "data", "jurisdiction", "code"),
    [
        ("park.txt", b"", "henan", "source-empty"),
        ("park.txt", bytes(range(256)) * 9, "henan", "source-encoding"),
        ("park.txt", "首页\n政务公开\n联系我们\n网站地图\n".encode(), "henan", "source-no-numbering"),
        ("park.docx", b"not a zip", "henan", "source-format"),
        ("CON.txt", TEXT.encode(), "henan", "id-form"),
        ("con.txt", TEXT.encode(), "henan", "id-form"),
        ("Park.txt", TEXT.encode(), "henan", "id-form"),
        ("gansu-enclave-economy.txt", TEXT.encode(), "gansu", "id-duplicate"),
        ("park.txt", TEXT.encode(), "hunan", "jurisdiction-unknown"),
    ],
)
def test_refused_and_nothing_written(name: str, data: bytes, jurisdiction: str, code: str, copy: Path) -> None:
    (copy / name).write_bytes(data)
    before = {p: p.read_bytes() for p in (copy / "structured").rglob("*") if p.is_file()}
    added = add(copy, copy / name, jurisdiction)
    assert added.document is None
    assert code in {p.code for p in added.problems}
    assert {p: p.read_bytes() for p in (copy / "structured").rglob("*") if p.is_file()} == before


def test_a_file_that_is_not_there(copy: Path) -> None:
    assert {p.code for p in add(copy, copy / "none.txt", "henan").problems} == {"source-missing"}
