"""A sixth document: registered, reported on, refused with the reason."""

from __future__ import annotations

import hashlib
import io
from pathlib import Path

import docx
import pytest

from build_scripts.adding import Allowed, add, again
from build_scripts.checks.checked_corpus import load_corpus
from build_scripts.extracting import extract
from build_scripts.fixing import fix
from build_scripts.model import Original
from build_scripts.moving.moving import rename
from build_scripts.problems import errors
from build_scripts.sources.formats import CONVERTERS
from build_scripts.sources.formats.convert import MAX_BYTES
from build_scripts.store.paths import MOST_OF_AN_ORIGINAL, ORIGINALS, Layout
from build_scripts.store.yaml_files_to_model import load_document, load_vocabulary

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


PLACE = TEXT.replace("河南省", "青海省").replace("省辖市", "市州").replace("豫政办", "青政办")


def test_an_unknown_place_is_refused_with_what_to_write(copy: Path) -> None:
    (copy / "park.txt").write_text(PLACE, encoding="utf-8")
    (problem,) = [p for p in add(copy, copy / "park.txt", "qinghai").problems if p.code == "jurisdiction-unknown"]
    assert "--new-place 青海省" in problem.tip
    assert not Layout(copy).record("park").exists()


def test_a_new_place_and_its_bodies_are_registered_with_the_document(copy: Path) -> None:
    (copy / "park.txt").write_text(PLACE, encoding="utf-8")
    added = add(copy, copy / "park.txt", "qinghai", allowed=Allowed(new_place="青海省", new_bodies=True))
    assert not errors(added.problems)
    vocabulary, _, found = load_vocabulary(Layout(copy))
    place = next(j for j in vocabulary.jurisdictions if j.id == "qinghai")
    assert (place.code, place.level, place.within, found) == ("630000", "province", "china", [])
    named = {n for a in vocabulary.agencies if a.jurisdiction == "qinghai" for n in a.names}
    assert named == {"省科技厅", "省财政厅", "省大数据局"}
    duties = [r for m in added.document.measures for r in m.responsibilities if not r.collective]
    assert duties and all(r.agency and r.agency.startswith("qinghai-") for r in duties)
    assert any(line.startswith("2.1 ") and "省科技厅、省财政厅" in line for line in added.report)
    fix(copy, "2026-11-26")
    assert not errors(load_corpus(copy)[1])


def test_a_place_whose_code_cannot_be_known_asks_for_it(copy: Path) -> None:
    (copy / "park.txt").write_text(PLACE, encoding="utf-8")
    added = add(copy, copy / "park.txt", "xining", allowed=Allowed(new_place="西宁市"))
    assert [p.code for p in errors(added.problems)] == ["jurisdiction-unknown"]
    added = add(copy, copy / "park.txt", "xining", allowed=Allowed(new_place="西宁市:630100"))
    assert not errors(added.problems)


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


POOR = (
    "河南省人民政府关于情况的通报\n"
    + "各部门要认真研究，加强协调，明确责任。\n" * 40
    + "一、提高认识。加强学习。\n二、抓好落实。明确分工。\n"
)


def test_a_text_in_grave_doubt_is_refused_and_nothing_written(copy: Path) -> None:
    (copy / "poor.txt").write_text(POOR, encoding="utf-8")

    added = add(copy, copy / "poor.txt", "henan")

    assert (added.document, added.written) == (None, [])
    assert {"doubt-little-text", "reading-in-doubt"} <= {p.code for p in added.problems}
    assert not (copy / "structured" / "records" / "poor.yml").exists()


def test_who_has_looked_may_add_it_and_its_addresses_wait(copy: Path) -> None:
    (copy / "poor.txt").write_text(POOR, encoding="utf-8")

    assert add(copy, copy / "poor.txt", "henan", allowed=Allowed(in_doubt=True)).document is not None
    register = (copy / "structured" / "permalinks.yml").read_text(encoding="utf-8")
    fix(copy, "2027-01-02")
    assert "/poor/" not in (copy / "structured" / "permalinks.yml").read_text(encoding="utf-8")
    fix(copy, "2027-01-02", ["poor"])
    assert "/documents/poor/" in (copy / "structured" / "permalinks.yml").read_text(encoding="utf-8")
    assert "/poor/" not in register


# ── the file that a text was taken from ──


def added(copy: Path, name: str, data: bytes) -> Path:
    (copy / name).write_bytes(data)
    assert add(copy, copy / name, "henan").document is not None
    return copy / "structured" / "sources" / name


def original(copy: Path, name: str = "park") -> Original | None:
    loaded, problems = load_document(Layout(copy), Layout(copy).record(name))
    assert loaded.value is not None and not problems
    return loaded.value.original


def of_originals(copy: Path) -> list[str]:
    return [p.code for p in load_corpus(copy)[1] if p.code.startswith("original-")]


def test_a_file_that_a_text_was_taken_from_is_registered_by_its_hash(copy: Path) -> None:
    data = word(TEXT)
    kept = added(copy, "park.docx", data)
    assert original(copy) == Original("park.docx", hashlib.sha256(data).hexdigest())
    assert of_originals(copy) == []
    kept.write_bytes(data + b"\0")
    assert of_originals(copy) == ["original-changed"]


def test_a_text_that_came_as_text_has_no_original(copy: Path) -> None:
    added(copy, "park.txt", TEXT.encode())
    assert original(copy) is None


def test_a_source_registered_anew_leaves_no_original_of_the_earlier_one(copy: Path) -> None:
    kept = added(copy, "park.docx", word(TEXT))
    page = web_page(TEXT.replace("支持企业发展", "扶持企业发展"))
    (copy / "park.html").write_bytes(page)
    assert not errors(again(copy, copy / "park.html", "据公报更正", "park", "2026-11-26").problems)
    assert original(copy) == Original("park.html", hashlib.sha256(page).hexdigest())
    assert not kept.exists() and of_originals(copy) == []


def test_a_new_reading_leaves_the_original_as_registered(copy: Path) -> None:
    added(copy, "park.docx", word(TEXT))
    before = original(copy)
    assert not errors(extract(copy).problems)
    assert before is not None and original(copy) == before


def test_a_renamed_document_takes_its_original_along(copy: Path) -> None:
    layout, name, data = Layout(copy), "gansu-enclave-economy", b"%PDF-1.4 as received"
    (layout.sources / f"{name}.pdf").write_bytes(data)
    line = f"original: {{file: {name}.pdf, sha256: {hashlib.sha256(data).hexdigest()}}}\nreading:"
    record = layout.record(name)
    record.write_text(record.read_text(encoding="utf-8").replace("reading:", line), encoding="utf-8")
    assert not rename(copy, "document", name, "enclave", "2026-11-26").problems
    found = original(copy, "enclave")
    assert found is not None and found.file == "enclave.pdf"
    assert of_originals(copy) == []


def test_what_may_lie_beside_a_source_is_what_can_be_read() -> None:
    assert set(ORIGINALS) == set(CONVERTERS) and MOST_OF_AN_ORIGINAL == MAX_BYTES
