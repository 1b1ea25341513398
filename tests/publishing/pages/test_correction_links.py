"""From a page to a correction: the issue's form, the record's line, a mail; what is not set up is not shown."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import yaml

from build_scripts.checks.checked_corpus import load_corpus
from build_scripts.publishing.pages.parts import correction_links as ours
from build_scripts.publishing.pages.parts.correction_links import Doors, doors
from build_scripts.publishing.settings import Site
from tests.places import ROOT
from tests.publishing.html import Element

HERE = "measures/a/3.3/"
SITE = Site("https://policy.example.test/sub/", "https://code.example.test/x/y/", contact="数据@example.test")


def opened(printed: str = "加大力度\n积极推动 100%&更多。", site: Site = SITE) -> Doors:
    return doors(site, HERE, "甘办发〔2023〕15号三、（三）", "a", printed, 40)


def filled(address: str | None) -> dict[str, str]:
    return {key: value for key, (value,) in parse_qs(urlsplit(address or "").query, strict_parsing=True).items()}


def test_the_issue_has_where_and_what_in_the_fields_of_the_form_that_stands_there() -> None:
    form = yaml.safe_load((ROOT / ".github" / "ISSUE_TEMPLATE" / ours.FORM).read_text("utf-8"))
    issue = opened().issue or ""
    assert issue.startswith("https://code.example.test/x/y/issues/new?")
    found = filled(issue)
    assert found.pop("template") == ours.FORM
    assert found.pop("title").startswith(form["title"])
    assert found.keys() <= {field["id"] for field in form["body"]}
    assert found["where"] == "https://policy.example.test/sub/measures/a/3.3/"
    assert found["printed"] == "加大力度\n积极推动 100%&更多。"


def test_a_long_text_keeps_the_addresses_short() -> None:
    long = opened("字" * 5000)
    assert filled(long.issue)["printed"] == "字" * 150 + "……"
    assert len(long.issue or "") < 2500 and len(long.mail or "") < 2000


def test_the_record_opens_at_its_line() -> None:
    assert opened().record == "https://code.example.test/x/y/edit/main/structured/records/a.yml#L40"


def test_the_mail_says_where_and_what_in_lines() -> None:
    mail = opened().mail or ""
    assert mail.startswith("mailto:%E6%95%B0%E6%8D%AE@example.test?subject=")
    assert "+" not in mail, "a mail program reads a plus as a plus"
    assert "https://policy.example.test/sub/measures/a/3.3/\r\n" in filled(mail)["body"]


def test_what_is_not_set_up_is_no_door() -> None:
    assert opened(site=Site()) == Doors(None, None, 40, None)


def test_the_page_of_a_measure_offers_what_is_set_up(page_at: Callable[[str], Element]) -> None:
    (line,) = page_at("measures/gansu-enclave-economy/3.3/").all("p", "pp-doors")
    issue, record, how = line.all("a")
    assert "data-report" in issue.attrs and "12" in record.text and "contribute" in (how.attrs["href"] or "")
    assert "mailto:" not in str(line)
    assert filled(issue.attrs["href"])["where"] == "http://example.test/sub/measures/gansu-enclave-economy/3.3/"


def test_a_hostile_text_fills_the_form_as_it_stands(page_at: Callable[[str], Element]) -> None:
    (line,) = page_at("measures/hostile/1.1/").all("p", "pp-doors")
    assert "<script>alert(1)</script>{{ 7*7 }}" in filled(next(line.all("a")).attrs["href"])["printed"]


def test_the_line_is_the_one_on_which_the_measure_begins(copy: Path) -> None:
    corpus, _ = load_corpus(copy)
    assert corpus is not None
    for measure in corpus.documents[0].measures[:3]:
        document = corpus.documents[0].id
        lines = (copy / "structured" / "records" / f"{document}.yml").read_text("utf-8").splitlines()
        assert measure.ref in lines[corpus.lines[f"{document}/{measure.ref}"] - 1]
