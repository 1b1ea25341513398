"""A document's short name tells it from every other, and says no more than that takes."""

from __future__ import annotations

import pytest

from build_scripts.locating.distinguishing_names import short_names, words
from build_scripts.model import Corpus, Document, Jurisdiction
from build_scripts.publishing.index.lookups import Index

PLACES = {"gansu": Jurisdiction("gansu", "620000", "甘肃省", "甘肃", "province")}


def document(
    id_: str, number: str | None = None, date: str | None = None, title: str = "关于支持产业发展的意见"
) -> Document:
    return Document(id_, title, "gansu", "zh-Hans", f"{id_}.txt", "0" * 64, number, date=date)


def named(*documents: Document) -> list[str]:
    return list(short_names(documents, PLACES).values())


def test_the_five_texts(five_texts: Corpus) -> None:
    assert Index(five_texts).short_names == {
        "gansu-etdz-upgrade": "甘肃2015",
        "gansu-enclave-economy": "甘肃2023",
        "gansu-regional-coordination": "甘肃·区域协调",
        "henan-industrial-clusters": "河南2017",
        "zhangye-county-economy": "张掖2022",
    }


def test_the_year_is_that_of_the_date_or_else_of_the_number() -> None:
    assert named(document("a", "甘政发〔2019〕3号", "2020-01-05"), document("b", "甘政发〔2019〕9号")) == [
        "甘肃2020",
        "甘肃2019",
    ]


def test_a_place_with_one_undated_document_needs_no_more_than_its_name() -> None:
    assert named(document("a")) == ["甘肃"]


def test_two_of_one_year_are_told_apart_by_their_numbers_and_a_third_keeps_its_plain_name() -> None:
    assert named(
        document("a", "甘政发〔2023〕3号"), document("b", "甘办发〔2023〕15号"), document("c", date="2021-02-03")
    ) == ["甘肃2023·3号", "甘肃2023·15号", "甘肃2021"]


def test_the_same_number_of_two_issuers() -> None:
    assert named(document("a", "甘政发〔2023〕3号"), document("b", "甘办发〔2023〕3号")) == [
        "甘肃2023·甘政发3号",
        "甘肃2023·甘办发3号",
    ]


def test_without_numbers_the_titles_tell_and_in_the_end_the_ids() -> None:
    skills = document("a", date="2023", title="关于加强技能人才培养的通知")
    assert named(skills, document("b", date="2023")) == ["甘肃2023·技能人才", "甘肃2023·产业发展"]
    assert named(document("a", date="2023"), document("b", date="2023")) == ["甘肃2023·a", "甘肃2023·b"]


@pytest.mark.parametrize("title", ["", "意见", "《》", "<b>{{ 1 }}</b>", "关于关于的的意见"])
def test_any_title_will_do(title: str) -> None:
    assert len(set(named(document("a", title=title), document("b", title=title), document("c")))) == 3
    assert "<" not in words(title, "甘肃省")
