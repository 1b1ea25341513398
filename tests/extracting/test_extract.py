"""extract: idempotent, all or nothing."""

from __future__ import annotations

from pathlib import Path

from build_scripts.extracting import extract


def test_reading_again_changes_nothing(copy: Path) -> None:
    """Where it does: the reading is another now, and ``python -m tests.renew_frozen`` takes it over."""
    done = extract(copy)
    assert (done.documents, done.measures, done.written, done.problems) == (5, 129, [], [])


def test_what_the_machine_reads_anew_reaches_untouched_records_only(copy: Path) -> None:
    name = "gansu-enclave-economy.yml"
    for folder in ("extracted", "records"):
        path = copy / "structured" / folder / name
        path.write_text(
            path.read_text(encoding="utf-8").replace(
                "{name: 兰州海关, role: responsible", "{name: 兰州海关, role: support"
            ),
            encoding="utf-8",
        )
    record = copy / "structured" / "records" / name
    record.write_text(
        record.read_text(encoding="utf-8").replace(
            "heading: 加强要素支撑", "heading: 加强要素支撑\n    note: 有人写了说明"
        ),
        encoding="utf-8",
    )
    extract(copy)
    text = record.read_text(encoding="utf-8")
    assert "{name: 兰州海关, role: support" not in text
    assert "有人写了说明" in text


def test_nothing_is_written_if_one_file_is_broken(copy: Path) -> None:
    broken = copy / "structured" / "records" / "zhangye-county-economy.yml"
    broken.write_text("id: [", encoding="utf-8")
    extracted = copy / "structured" / "extracted" / "gansu-enclave-economy.yml"
    extracted.write_text(
        extracted.read_text(encoding="utf-8").replace("role: responsible", "role: support"), encoding="utf-8"
    )
    before = extracted.read_bytes()
    done = extract(copy)
    assert [p.code for p in done.problems if p.severity == "error"] == ["yaml-syntax"]
    assert done.written == []
    assert extracted.read_bytes() == before
