"""What fix will register is said before, by check, and after, in the same number; ids that were made up are left out of it."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from build_scripts.__main__ import main
from build_scripts.adding import Allowed, add
from build_scripts.checks.checked_corpus import load_corpus
from build_scripts.commands import check_and_fix
from build_scripts.fixing import fix
from build_scripts.store.paths import Layout
from build_scripts.store.yaml_files_to_model import load_permalinks

TEXT = """张掖市人民政府办公室关于加强园区建设的意见
张政办发〔2020〕8号
根据《国务院办公厅关于促进开发区改革和创新发展的若干意见》（国办发〔2017〕7号），提出以下意见。
一、总体要求
到2025年，建成园区10个。
二、主要措施
（一）完善设施。加强基础设施建设。（责任单位：市财政局、市观星台）
（二）优化服务。支持企业发展。（市商务局牵头，各县区配合）
张掖市人民政府办公室
2020年3月1日
"""


@pytest.fixture
def added(copy: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(check_and_fix, "root", lambda: copy)
    main(["fix"])  # whatever the frozen register lacks
    source = copy.parent / "zhangye-parks.txt"
    source.write_text(TEXT, encoding="utf-8")
    made = add(copy, source, "张掖市", None, Allowed(new_bodies=True))
    assert made.document is not None, made.problems
    assert made.document.jurisdiction == "zhangye"
    return copy


def addresses(copy: Path) -> set[str]:
    return {e.address for e in load_permalinks(Layout(copy))[0].value or ()}


def named(copy: Path, id: str) -> str:
    """The made-up id replaced by ``id`` wherever it stands; the id that it was."""
    (made_up,) = set(
        re.findall(r"zhangye-body-[0-9a-f]{6}", (Layout(copy).vocabulary / "agencies.yml").read_text("utf-8"))
    )
    for path in (*Layout(copy).records.glob("*.yml"), *Layout(copy).vocabulary.glob("*.yml")):
        path.write_text(path.read_text(encoding="utf-8").replace(made_up, id), encoding="utf-8")
    return made_up


def test_check_and_fix_say_the_number_that_the_register_grows_by(
    added: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    named(added, "zhangye-observatory")
    before = addresses(added)
    capsys.readouterr()
    assert main(["check"]) == 1
    said_before = re.search(r"登记：make fix 会把 (\d+) 个新地址", capsys.readouterr().out)
    main(["fix"])
    said_after = re.search(r"登记：(\d+) 个新地址", capsys.readouterr().out)
    assert said_before and said_after
    grown = len(addresses(added) - before)
    assert int(said_after[1]) == grown > 5
    assert int(said_before[1]) == grown
    assert load_corpus(added)[0] is not None


def test_a_made_up_id_waits_until_it_can_be_read(added: Path) -> None:
    fix(added, "2026-11-27")
    assert not [a for a in addresses(added) if "zhangye-body" in a]
    assert "/documents/zhangye-parks/" in addresses(added)
    told = load_corpus(added)[1]
    assert [p.code for p in told if p.severity == "error"] == ["id-guessed"]
    made_up = named(added, "zhangye-observatory")
    fix(added, "2026-11-27")
    assert "/agencies/zhangye-observatory/" in addresses(added)
    assert not [a for a in addresses(added) if made_up in a]
    assert load_corpus(added)[0] is not None


def test_an_editor_may_keep_it(added: Path) -> None:
    agencies = Layout(added).vocabulary / "agencies.yml"
    text = agencies.read_text(encoding="utf-8")
    at = text.index("zhangye-body-")
    agencies.write_text(text[:at] + text[at:].replace("note: ", "note: id 保留；", 1), encoding="utf-8")
    fix(added, "2026-11-27")
    assert [a for a in addresses(added) if "zhangye-body" in a]
    assert load_corpus(added)[0] is not None


@pytest.mark.parametrize("said", ["张掖市", "张掖", "620700", "zhangye"])
def test_a_new_place_that_is_known_is_told_its_id(said: str, copy: Path) -> None:
    source = copy.parent / "zhangye-parks.txt"
    source.write_text(TEXT, encoding="utf-8")
    for made in (
        add(copy, source, said, None, Allowed(new_place="张掖市:620700")),
        add(copy, source, "zhangye-city", None, Allowed(new_place=said)),
    ):
        assert made.document is None and made.written == []
        (told,) = made.problems
        assert (told.code, told.message) == ("jurisdiction-known", "张掖市已经登记过，id 是 zhangye")
