"""What people send, written as they would write it: the check has nothing against any of it.

Each is applied to a copy of the frozen corpus, in whatever order of keys and quoting comes to hand; then the check
runs as in continuous integration. The commands used are those that the contribute page and structured/README.md name.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest

from build_scripts.adding import add, again
from build_scripts.checks.checked_corpus import load_corpus
from build_scripts.extracting import extract
from build_scripts.fixing import fix
from build_scripts.model import Corpus
from build_scripts.moving.moving import rename, withdraw
from build_scripts.problems import errors
from build_scripts.store.paths import Layout
from build_scripts.store.yaml_files_to_model import load_document

DAY = "2026-11-26"
NAME = "gansu-enclave-economy"
TEXT = """{place}人民政府办公厅关于加强园区建设的意见
{number}
一、总体要求
到2025年，建成园区10个以上。
二、主要措施
（一）完善设施。加强园区道路、供水等基础设施建设。（责任单位：省科技厅、省财政厅）
（二）优化服务。企业开办一次办好，支持企业发展。（省商务厅牵头，各县区配合）
{place}人民政府办公厅
2020年3月1日
"""


def sound(copy: Path) -> Corpus:
    """The corpus as the check lets it through; what it would only remark is no matter."""
    corpus, problems = load_corpus(copy)
    assert corpus is not None, "\n".join(str(p) for p in errors(problems)[:5])
    return corpus


def change(path: Path, pattern: str, new: str) -> None:
    text = path.read_text(encoding="utf-8")
    changed, n = re.subn(pattern, new, text, count=1, flags=re.S)
    assert n == 1, pattern
    path.write_text(changed, encoding="utf-8")


def paste_unknown_bodies(copy: Path, added_problems: list) -> None:
    """Put the entries that the check offers at the end of agencies.yml, as they are, and let the reading find them."""
    agencies = Layout(copy).vocabulary / "agencies.yml"
    for _ in range(9):
        _, problems = load_corpus(copy)
        offered = [p.tip.partition("：- ")[2] for p in problems if p.code == "agency-missing"]
        if not offered:
            break
        agencies.write_text(agencies.read_text(encoding="utf-8") + f"- {offered[0]}\n", encoding="utf-8")
    assert not errors(extract(copy).problems)


def a_role_by_hand(copy: Path) -> None:
    """Another role, keys in another order, in quotes."""
    change(
        Layout(copy).record(NAME),
        r"\{name: 兰州海关, role: responsible, agency: (\S+)\}",
        r'{"agency": "\1", "role": "support", name: "兰州海关"}',
    )


def a_role_in_block_style(copy: Path) -> None:
    change(
        Layout(copy).record(NAME),
        r"      - \{name: 兰州海关, role: responsible, agency: (\S+)\}",
        "      - name: 兰州海关\n        agency: \\1\n        role: support",
    )


def a_topic(copy: Path) -> None:
    change(
        Layout(copy).record(NAME),
        r"topics: \[[^\]]+\]\n    topics_basis: editor",
        "topics_basis: editor\n    topics:\n      - enclave-parks\n      - talent",
    )


def a_note(copy: Path) -> None:
    change(Layout(copy).record(NAME), r"(    heading: 加强要素支撑\n)", "    note: 依据原件第4页核对\n\\1")


def a_new_body(copy: Path) -> None:
    agencies = Layout(copy).vocabulary / "agencies.yml"
    entry = "- names: [省数据局]\n  id: gansu-data\n  name: '甘肃省数据局'\n  kind: government\n  line: data\n  jurisdiction: gansu\n"
    agencies.write_text(agencies.read_text(encoding="utf-8") + entry, encoding="utf-8")
    fix(copy, DAY)


def a_document_of_an_old_place(copy: Path) -> None:
    file = copy / "henan-parks.txt"
    file.write_text(TEXT.format(place="河南省", number="豫政办〔2020〕8号"), encoding="utf-8")
    added = add(copy, file, "henan")
    assert not errors(added.problems)
    paste_unknown_bodies(copy, added.problems)
    fix(copy, DAY)


def a_document_of_a_new_place(copy: Path) -> None:
    places = Layout(copy).vocabulary / "jurisdictions.yml"
    entry = "- {id: shaanxi, code: '610000', name: 陕西省, short: 陕西, level: province}\n"
    places.write_text(places.read_text(encoding="utf-8") + entry, encoding="utf-8")
    file = copy / "shaanxi-parks.txt"
    file.write_text(TEXT.format(place="陕西省", number="陕政办发〔2020〕8号"), encoding="utf-8")
    added = add(copy, file, "shaanxi")
    assert not errors(added.problems)
    paste_unknown_bodies(copy, added.problems)
    fix(copy, DAY)


def a_rejected_pair(copy: Path) -> None:
    change(
        Layout(copy).alignments,
        r"\A",
        "- why: 一条讲人才，一条讲用地\n  b: henan-industrial-clusters/10.4\n  status: rejected\n  a: gansu-enclave-economy/3.2\n",
    )


def a_renamed_topic(copy: Path) -> None:
    assert rename(copy, "topic", "talent", "people", DAY).problems == ()


def a_renamed_document(copy: Path) -> None:
    assert rename(copy, "document", NAME, "gansu-enclaves-2023", DAY).problems == ()


def a_withdrawn_document(copy: Path) -> None:
    assert withdraw(copy, "document", "gansu-regional-coordination", "应发文机关要求", DAY).problems == ()


def a_corrected_source(copy: Path) -> None:
    """A word that the gazette has otherwise; the measure's text follows, and errata.yml says so."""
    layout = Layout(copy)
    before = layout.source(NAME).read_text(encoding="utf-8")
    file = copy / f"{NAME}.txt"
    file.write_text(before.replace("加强要素支撑。", "加强要素保障。", 1), encoding="utf-8")
    added = again(copy, file, "据省政府公报更正", NAME, DAY)
    assert not errors(added.problems), added.problems


CONTRIBUTIONS: tuple[Callable[[Path], None], ...] = (
    *(a_role_by_hand, a_role_in_block_style, a_topic, a_note, a_new_body),
    *(a_document_of_an_old_place, a_document_of_a_new_place, a_rejected_pair),
    *(a_renamed_topic, a_renamed_document, a_withdrawn_document, a_corrected_source),
)


@pytest.mark.parametrize("contribution", CONTRIBUTIONS, ids=lambda c: c.__name__)
def test_a_sound_contribution_passes_the_check(contribution: Callable[[Path], None], copy: Path) -> None:
    contribution(copy)
    sound(copy)


@pytest.mark.parametrize(
    "contribution", [a_role_by_hand, a_role_in_block_style, a_topic, a_note], ids=lambda c: c.__name__
)
def test_fix_writes_a_contribution_in_the_canonical_form_and_changes_nothing_of_it(
    contribution: Callable[[Path], None], copy: Path
) -> None:
    contribution(copy)
    record = Layout(copy).record(NAME)
    before = load_document(Layout(copy), record)[0].value
    changed, problems = fix(copy, DAY)
    assert not errors(problems)
    assert changed == ["structured/records/gansu-enclave-economy.yml"]
    assert load_document(Layout(copy), record)[0].value == before
    assert fix(copy, DAY)[0] == []


def test_the_example_of_the_contribute_page_is_sound(copy: Path, root: Path) -> None:
    """The YAML printed there, put in place of the measure it is about, passes as it is typed."""
    page = (root / "docs" / "contribute.md").read_text(encoding="utf-8")
    example = re.search(r"        - ref: .*?\n\n", page, re.S)
    assert example
    typed = "".join(line[6:] if line.strip() else line for line in example[0].splitlines(keepends=True))
    record = Layout(copy).record(NAME)
    ref = re.search(r"ref: [\"']([\d.]+)[\"']", typed)
    assert ref
    text = record.read_text(encoding="utf-8")
    start = text.index(f"  - ref: '{ref[1]}'")
    end = text.index("  - ref:", start + 1)
    kept = re.search(r"    text: \|-\n(?:      .*\n)+", text[start:end])
    assert kept
    record.write_text(text[:start] + typed.rstrip() + "\n" + kept[0] + text[end:], encoding="utf-8")
    corpus, problems = load_corpus(copy)
    assert corpus is not None, "\n".join(map(str, errors(problems)[:4]))
