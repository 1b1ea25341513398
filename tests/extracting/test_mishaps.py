"""The ordinary mishaps of contributors, each on a copy of the data: what was written stays, and a word is said."""

from __future__ import annotations

import hashlib
import shutil
from pathlib import Path

from build_scripts.adding import again
from build_scripts.checks.all_checks import run_checks
from build_scripts.extracting import Decisions, extract
from build_scripts.extracting.settling_stale_fields import RecordField
from build_scripts.locating.loading import load
from build_scripts.problems import Problem, errors
from build_scripts.store.paths import Layout
from build_scripts.store.yaml_files_to_model import load_document

NAME = "gansu-enclave-economy"
ROLE, OTHER_ROLE = "{name: 兰州海关, role: responsible", "{name: 兰州海关, role: support"


def change(path: Path, old: str, new: str) -> None:
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")


def edited(copy: Path) -> Path:
    """The record with a note and a role that a person changed."""
    record = Layout(copy).record(NAME)
    change(record, "    heading: 加强要素支撑\n", "    heading: 加强要素支撑\n    note: 有人写了说明\n")
    change(record, ROLE, OTHER_ROLE)
    return record


def codes(problems: list[Problem]) -> set[str]:
    return {p.code for p in problems}


def stands(record: Path) -> bool:
    text = record.read_text(encoding="utf-8")
    return "有人写了说明" in text and OTHER_ROLE in text


def check(copy: Path) -> list[Problem]:
    loading = load(copy)
    return sorted(loading.problems + run_checks(loading))


def test_the_last_reading_was_deleted(copy: Path) -> None:
    record = edited(copy)
    Layout(copy).extracted_file(NAME).unlink()

    assert "reading-missing" in codes(errors(check(copy)))
    done = extract(copy)

    assert errors(done.problems) == []
    assert stands(record)
    (told,) = [p for p in done.problems if p.code == "reading-rebuilt"]
    assert "responsibilities" in told.message
    assert errors(check(copy)) == []


def test_the_last_reading_was_left_in_conflict(copy: Path) -> None:
    record = edited(copy)
    extracted = Layout(copy).extracted_file(NAME)
    extracted.write_text("<<<<<<< HEAD\n" + extracted.read_text(encoding="utf-8"), encoding="utf-8")

    done = extract(copy)

    assert {"yaml-syntax", "reading-unreadable"} <= codes(errors(done.problems))
    assert done.written == []
    assert stands(record)
    assert "yaml-syntax" in codes(errors(check(copy)))


def test_only_the_reading_was_committed_after_the_machine_changed(copy: Path) -> None:
    """The record still holds what the machine read before. That is no edit, and is not taken for one in silence."""
    record, extracted = Layout(copy).record(NAME), Layout(copy).extracted_file(NAME)
    change(extracted, ROLE, OTHER_ROLE)

    assert "reading-unlike" in codes(errors(check(copy)))
    done = extract(copy)

    assert "reading-rebuilt" in codes(done.problems)
    assert ROLE in record.read_text(encoding="utf-8")


def test_the_record_names_a_reading_that_nobody_has(copy: Path) -> None:
    record = edited(copy)
    Layout(copy).extracted_file(NAME).unlink()
    text = record.read_text(encoding="utf-8")
    record.write_text(text[: text.rindex("reading:")] + "reading: 0123456789abcdef\n", encoding="utf-8")

    done = extract(copy)

    assert stands(record)
    assert codes(done.problems) == {"reading-lost", "stale-edit"}
    assert codes(check(copy)) == {"stale-edit"}


def test_a_ref_stands_twice(copy: Path) -> None:
    record = edited(copy)
    text = record.read_text(encoding="utf-8")
    start, end = text.index("  - ref: '3.2'"), text.index("  - ref: '3.3'")
    doubled = text[:end] + text[start:end] + text[end:]
    record.write_text(doubled, encoding="utf-8")

    done = extract(copy)

    assert [(p.code, p.record) for p in errors(done.problems)] == [("ref-duplicate", "3.2")]
    assert record.read_text(encoding="utf-8") == doubled


def test_a_record_cut_short_is_not_merged(copy: Path) -> None:
    record = edited(copy)
    text = record.read_text(encoding="utf-8")
    cut = text[: text.index("  - ref: '4.15'")]
    record.write_text(cut, encoding="utf-8")

    done = extract(copy)

    assert {"ref-missing", "record-unsealed"} <= codes(errors(done.problems))
    assert record.read_text(encoding="utf-8") == cut
    assert {"ref-missing", "record-unsealed"} <= codes(check(copy))


def test_the_record_was_deleted(copy: Path) -> None:
    record = Layout(copy).record(NAME)
    record.unlink()

    assert "record-missing" in codes(errors(check(copy)))
    assert "record-missing" in codes(errors(extract(copy).problems))
    assert not record.exists()


def test_the_source_changed_in_silence(copy: Path) -> None:
    layout = Layout(copy)
    before = layout.record(NAME).read_bytes(), layout.extracted_file(NAME).read_bytes()
    change(layout.source(NAME), "飞地", "飞 地")

    assert "source-changed" in codes(errors(check(copy)))
    done = extract(copy)

    assert codes(errors(done.problems)) == {"source-changed"}
    assert (layout.record(NAME).read_bytes(), layout.extracted_file(NAME).read_bytes()) == before


def test_a_hash_is_not_changed_by_hand(copy: Path) -> None:
    layout = Layout(copy)
    change(layout.source(NAME), "飞地", "飞 地")
    record = layout.record(NAME)
    old = load_document(layout, record)[0].value.sha256
    change(record, old, hashlib.sha256(layout.source(NAME).read_bytes()).hexdigest())
    assert "source-rehashed" in codes(errors(check(copy)))


def test_a_source_is_registered_anew_with_date_and_reason(copy: Path) -> None:
    layout = Layout(copy)
    record = edited(copy)
    old = load_document(layout, record)[0].value.sha256
    change(layout.source(NAME), "加强要素支撑。", "加强要素支撑。依法依规")

    refused = again(copy, layout.source(NAME), "", NAME)
    assert codes(errors(refused.problems)) == {"replaced-form"}
    added = again(copy, layout.source(NAME), "据省政府公报更正漏字", NAME, "2026-11-26")

    assert errors(added.problems) == []
    document = load_document(layout, record)[0].value
    (earlier,) = document.replaced
    assert (earlier.sha256, earlier.date, earlier.reason) == (old, "2026-11-26", "据省政府公报更正漏字")
    assert stands(record)
    assert "source-changed" not in codes(check(copy))


def points(layout: Layout) -> list[str]:
    """The lines of all files of points and of their readings."""
    files = sorted(layout.points.rglob("*.yml"))
    return [line for file in files for line in file.read_text(encoding="utf-8").splitlines()]


def test_numbers_that_shift_take_what_people_wrote_along(copy: Path) -> None:
    """A point is put in before 十四: everything after it counts one more, in the record and in the pairs that cite it."""
    layout = Layout(copy)
    record = edited(copy)
    change(record, "note: 有人写了说明", "note: 有人写了说明二")
    heading = next(m.heading for m in load_document(layout, record)[0].value.measures if m.ref == "4.14")
    source = layout.source(NAME).read_text(encoding="utf-8")
    for new, old, number in (("十六", "十五", 15), ("十五", "十四", 14)):
        assert source.count(f"({old})") == 1, number
        source = source.replace(f"({old})", f"({new})")
    at = source.index("(十五)")
    source = source[:at] + "(十四)健全工作专班。建立重点事项清单和定期会商制度。\n" + source[at:]
    layout.source(NAME).write_text(source, encoding="utf-8")
    cited = layout.alignments.read_text(encoding="utf-8").count(f"{NAME}/4.15\n")
    proven = sum(f"{NAME}/4.15," in x for x in points(layout))

    added = again(copy, layout.source(NAME), "据公报补上漏排的一条", NAME)

    assert errors(added.problems) == []
    assert {(p.record, p.code) for p in added.problems} >= {("4.14", "measure-moved"), ("4.15", "measure-moved")}
    now = {m.ref: m for m in load_document(layout, record)[0].value.measures}
    assert (now["4.14"].heading, now["4.15"].heading) == ("健全工作专班", heading)
    assert now["4.14"].topics_basis == "rule"
    assert now["4.15"].topics_basis == "editor"
    assert layout.alignments.read_text(encoding="utf-8").count(f"{NAME}/4.16\n") == cited
    assert proven and sum(f"{NAME}/4.16," in x for x in points(layout)) == proven
    assert not [p for p in run_checks(load(copy)) if p.code in ("measure-unknown", "quote-not-in-text")]


def test_person_and_machine_differ_until_somebody_settles_it(copy: Path) -> None:
    layout = Layout(copy)
    record = edited(copy)
    change(layout.extracted_file(NAME), ROLE, "{name: 兰州海关, role: lead")
    text = record.read_text(encoding="utf-8")
    record.write_text(text[: text.rindex("reading:")], encoding="utf-8")
    done = extract(copy, Decisions(whole=(NAME,)))
    (told,) = [p for p in done.problems if p.code == "stale-edit"]
    place = f"{NAME}/{told.record}:responsibilities"
    assert place in told.tip

    for _ in range(2):
        assert [(p.code, p.record) for p in check(copy)] == [("stale-edit", told.record)]
        assert check(copy)[0].line > 1
        assert [p.code for p in extract(copy).problems] == ["stale-edit"]

    kept = shutil.copytree(copy, copy.parent / "kept")
    extract(kept, Decisions(keep=(RecordField.read(place),)))
    assert stands(Layout(kept).record(NAME))
    assert check(kept) == []

    extract(copy, Decisions(take=(RecordField.read(place),)))
    assert ROLE in record.read_text(encoding="utf-8")
    assert check(copy) == []


def test_a_decision_that_meets_nothing_is_refused(copy: Path) -> None:
    done = extract(copy, Decisions(keep=(RecordField.read(f"{NAME}/3.2:targets"),), whole=("no-such-document",)))
    assert codes(errors(done.problems)) == {"settle-nothing", "document-unknown"}
    assert done.written == []


def test_what_the_machine_reads_anew_waits_to_be_taken_over(copy: Path) -> None:
    """A build writes neither reading nor record; the check says what differs and the command that takes it over."""
    layout = Layout(copy)
    agencies = layout.vocabulary / "agencies.yml"
    agencies.write_text(agencies.read_text(encoding="utf-8").replace("兰州海关", "兰州海关本部"), encoding="utf-8")
    before = {p: p.read_bytes() for p in (*layout.records.iterdir(), *layout.extracted.iterdir())}

    told = [p for p in check(copy) if p.code == "reading-behind"]

    assert told and told[0].severity == "warning"
    assert "make extract" in told[0].tip
    assert {p: p.read_bytes() for p in before} == before
