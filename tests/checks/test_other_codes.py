"""The codes that a broken file of text is not enough to provoke: of commands, of sources, of bytes, of a write cut short.

Each row is what it takes on a copy of the frozen corpus, and hands back what was told.
"""

from __future__ import annotations

import json
import subprocess
from collections.abc import Callable
from pathlib import Path
from unittest import mock

import pytest

from build_scripts.adding import Allowed, add, again
from build_scripts.benching.synthesizing import synthesize
from build_scripts.checks.checked_corpus import load_corpus
from build_scripts.extracting import Decisions, extract
from build_scripts.extracting.settling_stale_fields import RecordField
from build_scripts.moving.moving import rename, withdraw
from build_scripts.problems import Problem
from build_scripts.publishing.address_register.against_earlier import against
from build_scripts.publishing.building.build_inputs import unfit_settings
from build_scripts.publishing.index.essays import read_essays
from build_scripts.publishing.settings import Site
from build_scripts.reading.reader import read
from build_scripts.reporting.pull_request_report import report
from build_scripts.sources.formats import CONVERTERS
from build_scripts.sources.formats.archive import MAX_PARTS
from build_scripts.sources.formats.outcome import Converted
from build_scripts.store.paths import Layout
from build_scripts.store.read_bytes import MAX_BYTES
from build_scripts.store.yaml_tree import parse
from tests.reading.doubts.poorly_read import POORLY_READ
from tests.sources.made_docx import p, word_file
from tests.sources.test_hostile_files import OLE, with_body, zipped

NAME = "gansu-enclave-economy"
PARK = "关于加强园区建设的意见\n一、总体\n（一）完善设施。推进建设。\n（二）优化服务。支持发展。\n"

Told = Callable[[Path], list[Problem]]
ROWS: list[tuple[str, Told]] = []
PROVOKED: set[str] = set()


def provokes(*codes: str) -> Callable[[Told], Told]:
    """Each code is one that the row must be told, among whatever else."""

    def kept(row: Told) -> Told:
        ROWS.extend((code, row) for code in codes)
        PROVOKED.update(codes)
        return row

    return kept


@pytest.mark.parametrize(("code", "row"), ROWS, ids=[code for code, _ in ROWS])
def test_it_is_told_with_a_mend(code: str, row: Told, copy: Path) -> None:
    found = [p for p in row(copy) if p.code == code]
    assert found
    assert all(p.message and p.tip for p in found)


def checked(copy: Path) -> list[Problem]:
    return load_corpus(copy)[1]


def changed(path: Path, old: str, new: str) -> None:
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")


def put(copy: Path, name: str, data: bytes) -> Path:
    (copy / name).write_bytes(data)
    return copy / name


@provokes("file-kind")
def a_folder_in_place_of_a_file(copy: Path) -> list[Problem]:
    Layout(copy).alignments.unlink()
    Layout(copy).alignments.mkdir()
    return checked(copy)


@provokes("file-unreadable")
def a_link_to_itself(copy: Path) -> list[Problem]:
    Layout(copy).alignments.unlink()
    Layout(copy).alignments.symlink_to("alignments.yml")
    return checked(copy)


@provokes("file-too-large")
def five_megabytes_and_one(copy: Path) -> list[Problem]:
    Layout(copy).errata.write_bytes(b"-" * (MAX_BYTES + 1))
    return checked(copy)


@provokes("yaml-too-large")
def a_text_of_more_than_five_megabytes(copy: Path) -> list[Problem]:
    return parse("a: " + "x" * MAX_BYTES, "x.yml")[1]


@provokes("yaml-encoding")
def a_file_of_gbk(copy: Path) -> list[Problem]:
    Layout(copy).errata.write_bytes("- id: 更正".encode("gbk"))
    return checked(copy)


@provokes("source-encoding")
def bytes_of_no_encoding(copy: Path) -> list[Problem]:
    Layout(copy).source(NAME).write_bytes(bytes(range(256)) * 9)
    return checked(copy)


@provokes("source-too-large")
def a_source_of_six_megabytes(copy: Path) -> list[Problem]:
    Layout(copy).source(NAME).write_bytes("字".encode() * 2_000_000)
    return checked(copy)


@provokes("source-format")
def a_word_file_that_is_none(copy: Path) -> list[Problem]:
    return add(copy, put(copy, "park.docx", b"not a zip"), "henan").problems


def registered(copy: Path, name: str, data: bytes) -> list[Problem]:
    return add(copy, put(copy, name, data), "henan").problems


@provokes("source-archive")
def a_word_file_of_thousands_of_parts(copy: Path) -> list[Problem]:
    return registered(copy, "park.docx", zipped([f"{i}.xml" for i in range(MAX_PARTS + 1)]))


@provokes("source-encrypted")
def a_word_file_with_a_password(copy: Path) -> list[Problem]:
    return registered(copy, "park.docx", OLE + b"\0" * 600 + "EncryptedPackage".encode("utf-16-le"))


@provokes("source-xml")
def a_word_file_that_ends_too_soon(copy: Path) -> list[Problem]:
    return registered(copy, "park.docx", with_body(b"<a><b></a>"))


@provokes("source-no-text")
def a_word_file_without_a_word(copy: Path) -> list[Problem]:
    return registered(copy, "park.docx", word_file(p("")))


@provokes("source-control")
def a_text_with_an_escape(copy: Path) -> list[Problem]:
    return registered(copy, "park.txt", PARK.replace("推", "推\x1b").encode())


@provokes("source-revision", "source-left-out")
def a_word_file_with_changes_tracked(copy: Path) -> list[Problem]:
    kept = '<w:ins w:id="1"><w:r><w:t>应当</w:t></w:r></w:ins>'
    gone = '<w:del w:id="2"><w:r><w:delText>可以</w:delText></w:r></w:del>'
    return registered(copy, "park.docx", word_file(*(p(line) for line in PARK.splitlines()), p(kept, gone, "办理。")))


@provokes("source-numbers")
def a_web_page_whose_browser_counts(copy: Path) -> list[Problem]:
    lines = "".join(f"<p>{line}</p>" for line in PARK.splitlines())
    return registered(copy, "park.html", f"<html><body>{lines}<ol><li>做好</li></ol></body></html>".encode())


@provokes("source-count")
def a_file_of_which_a_word_was_not_read(copy: Path) -> list[Problem]:
    with mock.patch.dict(CONVERTERS, {".html": lambda data: Converted(PARK, PARK + "少读的话")}):
        return registered(copy, "park.html", b"<html></html>")


@provokes("source-no-numbering")
def a_list_of_links(copy: Path) -> list[Problem]:
    return add(copy, put(copy, "park.txt", "首页\n政务公开\n联系我们\n".encode()), "henan").problems


@provokes("source-taken")
def a_source_without_record_under_the_same_name(copy: Path) -> list[Problem]:
    Layout(copy).source("park").write_text("另一份意见\n", encoding="utf-8")
    return add(copy, put(copy, "park.txt", PARK.encode()), "henan").problems


@provokes("source-same")
def the_same_source_again(copy: Path) -> list[Problem]:
    return again(copy, Layout(copy).source(NAME), "据公报更正", NAME).problems


@provokes("source-numbering")
def numbers_that_jump(copy: Path) -> list[Problem]:
    return list(read(PARK.replace("（二）", "（四）")).problems)


@provokes("clause-unread")
def a_label_that_nobody_knows(copy: Path) -> list[Problem]:
    return list(read(PARK.replace("推进建设。", "推进建设。（责任单位：市科技局；挂钩板块：甲）")).problems)


@provokes("unit-unknown")
def a_unit_that_nobody_knows(copy: Path) -> list[Problem]:
    return list(read(PARK.replace("推进建设。", "到2027年，新增绿地达到90垧以上。")).problems)


@provokes("document-unknown", "settle-nothing")
def decisions_that_meet_nothing(copy: Path) -> list[Problem]:
    return extract(
        copy, Decisions(keep=(RecordField.read(f"{NAME}/3.2:targets"),), whole=("no-such-document",))
    ).problems


@provokes("topic-unknown")
def a_topic_that_is_not_there_renamed(copy: Path) -> list[Problem]:
    return list(rename(copy, "topic", "no-such-topic", "another", "2026-11-26").problems)


@provokes("point-unknown")
def a_question_that_is_not_there_renamed(copy: Path) -> list[Problem]:
    return list(rename(copy, "point", "enclave-parks/no-such-question", "another", "2026-11-26").problems)


@provokes("agency-unknown")
def a_body_that_is_not_there_withdrawn(copy: Path) -> list[Problem]:
    return list(withdraw(copy, "agency", "no-such-body", "重复", "2026-11-26").problems)


@provokes("reading-unreadable")
def a_reading_left_in_conflict(copy: Path) -> list[Problem]:
    changed(Layout(copy).extracted_file(NAME), "id: ", "<<<<<<< HEAD\nid: ")
    return extract(copy).problems


@provokes("reading-rebuilt")
def a_reading_deleted(copy: Path) -> list[Problem]:
    Layout(copy).extracted_file(NAME).unlink()
    return extract(copy).problems


@provokes("reading-lost")
def a_record_that_names_a_reading_nobody_has(copy: Path) -> list[Problem]:
    record = Layout(copy).record(NAME)
    Layout(copy).extracted_file(NAME).unlink()
    text = record.read_text(encoding="utf-8")
    record.write_text(text[: text.rindex("reading:")] + "reading: 0123456789abcdef\n", encoding="utf-8")
    return extract(copy).problems


def _registered_park(copy: Path) -> Path:
    added = add(copy, put(copy, "park.txt", PARK.encode()), "henan")
    assert added.document is not None
    return Layout(copy).record("park")


def _again(copy: Path, text: str) -> list[Problem]:
    return again(copy, put(copy, "park.txt", text.encode()), "据公报更正", "park", "2026-11-26").problems


@provokes("measure-moved")
def a_point_put_in_before_one_that_has_a_note(copy: Path) -> list[Problem]:
    changed(_registered_park(copy), "heading: 优化服务", "heading: 优化服务\n    note: 有人写了说明")
    return _again(copy, PARK.replace("（二）优化", "（二）健全机制。定期会商。\n（三）优化"))


@provokes("merge-gone")
def a_point_that_is_no_longer_read_and_has_a_note(copy: Path) -> list[Problem]:
    changed(_registered_park(copy), "heading: 优化服务", "heading: 优化服务\n    note: 有人写了说明")
    return _again(copy, PARK.replace("（二）优化服务。支持发展。\n", ""))


@provokes("match-doubtful")
def a_point_with_a_note_that_now_says_something_else(copy: Path) -> list[Problem]:
    changed(_registered_park(copy), "heading: 优化服务", "heading: 优化服务\n    note: 有人写了说明")
    return _again(copy, PARK.replace("优化服务。支持发展。", "严格准入。能耗须达到先进水平，连续两年末位的退出。"))


def _stopped(copy: Path, *moved: bool) -> None:
    """A write of records that was decided and cut short, some already ``moved``; each has been edited since."""
    layout = Layout(copy)
    layout.unfinished.mkdir()
    records = sorted(layout.records.glob("*.yml"))
    rows = [{"path": layout.shown(r), "before": "1" * 64, "after": "0" * 64} for r, _ in zip(records, moved)]
    journal = {"direction": "forward", "files": rows}
    (layout.unfinished / "journal.json").write_text(json.dumps(journal), encoding="utf-8")
    for number, gone in enumerate(moved):
        if not gone:
            (layout.unfinished / f"{number}.new").write_text("new", encoding="utf-8")


@provokes("write-taken-back")
def a_file_edited_before_a_stopped_write_came_to_it(copy: Path) -> list[Problem]:
    _stopped(copy, False)
    return extract(copy).problems


@provokes("write-torn")
def files_edited_on_both_sides_of_a_stopped_write(copy: Path) -> list[Problem]:
    _stopped(copy, True, False)
    return extract(copy).problems


def _committed(copy: Path) -> None:
    def git(*arguments: str) -> None:
        identity = ("-c", "user.name=x", "-c", "user.email=x@example.test")
        subprocess.run(["git", "-C", str(copy), *identity, *arguments], check=True, capture_output=True)

    git("init", "--quiet", "--initial-branch", "main")
    git("add", ".")
    git("commit", "--quiet", "-m", "x")


@provokes("register-changed")
def an_address_taken_out_of_the_register(copy: Path) -> list[Problem]:
    _committed(copy)
    register = Layout(copy).permalinks
    lines = register.read_text(encoding="utf-8").splitlines(keepends=True)
    register.write_text("".join(x for x in lines if "/topics/talent/" not in x), encoding="utf-8")
    return against(copy, "main")[1]


@provokes("ref-unknown")
def a_version_that_git_has_not(copy: Path) -> list[Problem]:
    _committed(copy)
    return against(copy, "nowhere")[1]


@provokes("contact-form")
def a_contact_that_is_no_mail_address(copy: Path) -> list[Problem]:
    return unfit_settings(Site(contact="javascript:alert(1)"))


def essay_told(copy: Path, head: str) -> list[Problem]:
    corpus, _ = load_corpus(copy)
    assert corpus is not None
    folder = copy / "docs" / "analysis"
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "made-up.md").write_text(head + "\n# 题 {: #top }\n", encoding="utf-8")
    return read_essays(copy, {t.id: t for t in corpus.vocabulary.topics})[1]


HEAD = "---\ntitle: 题\ndescription: 说。\ndate: '{}'\n{}topics: [{}]\nrender_macros: true\n---\n"


@provokes("essay-head")
def an_essay_without_a_head(copy: Path) -> list[Problem]:
    return essay_told(copy, "")


@provokes("essay-date")
def an_essay_revised_before_it_was_written(copy: Path) -> list[Problem]:
    assert "essay-date" in {p.code for p in essay_told(copy, HEAD.format("2026-13-01", "", "talent"))}
    return essay_told(copy, HEAD.format("2026-11-26", "revised: '2026-11-25'\n", "talent"))


@provokes("essay-topic")
def an_essay_on_a_topic_that_is_none(copy: Path) -> list[Problem]:
    assert "essay-topic" in {p.code for p in essay_told(copy, HEAD.format("2026-11-26", "", ""))}
    (told,) = (p for p in essay_told(copy, HEAD.format("2026-11-26", "", "talent, nowhere")) if p.record == "")
    assert told.line == 5
    return [told]


@provokes("report-state")
def a_commit_without_the_program(copy: Path) -> list[Problem]:
    _committed(copy)
    return report(copy, "main", "main")[1]


@provokes("source-odd-character")
def a_character_that_no_font_shows(copy: Path) -> list[Problem]:
    return list(read(PARK.replace("（二）", "\ue004（二）")).problems)


@provokes("reading-in-doubt")
def a_text_read_poorly(copy: Path) -> list[Problem]:
    (copy / "poor.txt").write_text(POORLY_READ["doubt-little-text"], encoding="utf-8")
    return add(copy, copy / "poor.txt", "gansu").problems


@provokes("synthesize-inside", "synthesize-taken")
def made_up_documents_where_they_must_not_go(copy: Path) -> list[Problem]:
    corpus, _ = load_corpus(copy)
    assert corpus is not None
    taken = copy.parent / f"{copy.name}-taken"
    taken.mkdir()
    (taken / "x").touch()
    places = (copy / "made-up", copy.parent, taken)
    return [p for out in places for p in synthesize(copy, corpus, out, 1).problems]


for doubt_code, poorly_read in POORLY_READ.items():
    provokes(doubt_code)(lambda copy, text=poorly_read: list(read(text).doubts))


@provokes("rest-waits")
def an_unknown_key_in_a_record(copy: Path) -> list[Problem]:
    record = Layout(copy).record(NAME)
    record.write_text(record.read_text("utf-8").replace("\nissuers:", "\nissuer:"), "utf-8")
    return load_corpus(copy)[1]


@provokes("jurisdiction-known")
def a_new_place_that_is_known(copy: Path) -> list[Problem]:
    (copy / "park.txt").write_text(PARK, encoding="utf-8")
    return add(copy, copy / "park.txt", "zhangye-city", None, Allowed(new_place="张掖市:620700")).problems
