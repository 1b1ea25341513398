"""What is read off the five texts, against what a person read."""

from __future__ import annotations

from pathlib import Path

import pytest

from build_scripts.model import Corpus
from build_scripts.own_yaml import values
from build_scripts.reading.reader import read

ENTRIES = {
    "gansu-enclave-economy": ["1", "2", *(f"3.{i}" for i in range(1, 13)), "4.13", "4.14", "4.15"],
    "gansu-etdz-upgrade": [
        "1.1",
        "1.2",
        "1.3",
        "2.4",
        "2.5",
        "2.6",
        "3.7",
        "3.8",
        "3.9",
        *(f"4.{i}" for i in range(10, 17)),
        "5.17",
        "5.18",
        "5.19",
        *(f"6.{i}" for i in range(20, 25)),
    ],
    "zhangye-county-economy": [
        "1",
        *(f"2.{i}" for i in range(1, 7)),
        "3.7",
        "3.8",
        "3.9",
        "4.10",
        "4.11",
        *(f"5.{i}" for i in range(12, 18)),
        *(f"6.{i}" for i in range(18, 23)),
        "7.23",
        "7.24",
        "7.25",
        "8.26",
        "8.27",
        "8.28",
    ],
    "gansu-regional-coordination": [
        "1",
        "2.1",
        "2.2",
        "3.3",
        "3.4",
        "3.5",
        "4.6",
        "4.7",
        "4.8",
        "4.9",
        "5.10",
        "5.11",
        "5.12",
        "6.13",
        "6.14",
        "6.15",
        "7.16",
        "7.17",
        "7.18",
        "8.19",
        "8.20",
        "8.21",
        "9.22",
        "9.23",
        "9.24",
    ],
    "henan-industrial-clusters": [
        "1.1",
        "1.2",
        "1.3",
        "2.1",
        "2.2",
        *(f"3.{i}" for i in range(1, 5)),
        *(f"4.{i}" for i in range(1, 5)),
        *(f"5.{i}" for i in range(1, 5)),
        "6.1",
        "6.2",
        "6.3",
        "7.1",
        "7.2",
        "7.3",
        "8.1",
        "8.2",
        "8.3",
        *(f"9.{i}" for i in range(1, 5)),
        *(f"10.{i}" for i in range(1, 5)),
    ],
}

FACTS = {
    "gansu-enclave-economy": ("关于促进“飞地经济”发展的指导意见", "甘办发〔2023〕15号", (), None, None),
    "gansu-etdz-upgrade": (
        "甘肃省人民政府办公厅关于促进国家级经济技术开发区转型升级创新发展的实施意见",
        None,
        ("甘肃省人民政府办公厅",),
        "2015-01-27",
        "2015-03-13",
    ),
    "zhangye-county-economy": (None, "市委发〔2022〕4号", ("中共张掖市委", "张掖市人民政府"), "2022-03-01", None),
    "gansu-regional-coordination": (None, None, (), None, None),
    "henan-industrial-clusters": (
        "河南省人民政府辦公廳關于促進產業集聚區和開發區改革創新發展的實施意見",
        "豫政辦〔2017〕159號",
        ("河南省人民政府辦公廳",),
        "2017-12-12",
        None,
    ),
}


def test_there_are_129_entries() -> None:
    assert sum(map(len, ENTRIES.values())) == 129


@pytest.mark.parametrize("name", ENTRIES)
def test_every_entry_is_found_under_its_printed_number(name: str, corpus: Corpus) -> None:
    reading = read(corpus.sources[name])
    assert [m.ref for m in reading.measures] == ENTRIES[name]
    assert all(m.heading for m in reading.measures)
    assert not reading.problems


@pytest.mark.parametrize("name", FACTS)
def test_a_document_says_of_itself_what_it_says_and_no_more(name: str, corpus: Corpus) -> None:
    r = read(corpus.sources[name])
    assert (r.title, r.number, r.issuers, r.date, r.published) == FACTS[name]


@pytest.mark.parametrize(
    ("name", "kinds"),
    [
        ("gansu-enclave-economy", ["number", "title", "preamble", "closing", "furniture"]),
        (
            "gansu-etdz-upgrade",
            ["title", "furniture", "addressees", "preamble", "closing", "signature", "date", "furniture"],
        ),
        ("zhangye-county-economy", ["number", "addressees", "preamble", "annex", "signature", "date"]),
        ("gansu-regional-coordination", ["furniture", "preamble"]),
        ("henan-industrial-clusters", ["title", "number", "addressees", "preamble", "signature", "date"]),
    ],
)
def test_what_stands_around_the_measures(name: str, kinds: list[str], corpus: Corpus) -> None:
    around = [n.kind for n in corpus.nodes[name] if n.kind not in ("section", "leadin", "heading", "body")]
    assert around == kinds


def test_every_body_in_the_trailing_parentheses_has_its_role(corpus: Corpus) -> None:
    """Against tests/golds/, read by a person: 329 names with role and agency."""
    wanted = set()
    for path in (Path(__file__).resolve().parents[1] / "golds").glob("*.yml"):
        gold = values(path.read_text(encoding="utf-8"))
        wanted |= {
            (gold["document"], r["ref"], r["name"], r["role"], r.get("collective", False), r.get("agency"))
            for r in gold["stated"]
        }
    inherited = {
        ("gansu-enclave-economy", "3.1", "各市州", "responsible", True, None),
        ("gansu-enclave-economy", "3.1", "兰州新区", "responsible", False, "gansu-lanzhou-new-area"),
    }
    found = {
        (d.id, m.ref, r.name, r.role, r.collective, r.agency)
        for d in corpus.documents
        for m in d.measures
        for r in m.responsibilities
        if r.basis == "stated"
    }
    assert found == wanted - inherited


def test_a_document_wide_sentence_makes_bodies_responsible_to_the_end_of_its_section(corpus: Corpus) -> None:
    """以下工作任务各市州、兰州新区均为责任主体,不再一一列出 (enclave 3.1): from 3.2 to 3.12."""
    enclave = next(d for d in corpus.documents if d.id == "gansu-enclave-economy")
    inherited = {
        m.ref: [
            (r.name, r.origin, r.at.of(corpus.sources[enclave.id]))
            for r in m.responsibilities
            if r.basis == "inherited"
        ]
        for m in enclave.measures
    }
    assert {ref for ref, names in inherited.items() if names} == {f"3.{i}" for i in range(2, 13)}
    assert inherited["3.7"] == [("各市州", "3.1", "各市州"), ("兰州新区", "3.1", "兰州新区")]


def test_a_misprint_is_kept_and_resolved(corpus: Corpus) -> None:
    """省发展改革牵头 (etdz 5.18) lacks its 委."""
    etdz = next(d for d in corpus.documents if d.id == "gansu-etdz-upgrade")
    lead = next(m for m in etdz.measures if m.ref == "5.18").responsibilities[0]
    assert (lead.name, lead.role, lead.agency) == ("省发展改革", "lead", "gansu-drc")
