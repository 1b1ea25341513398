"""Quotations in hand-written pages, the hook's refusal, the doctests."""

from __future__ import annotations

import doctest
import importlib
from collections.abc import Callable
from pathlib import Path
from types import SimpleNamespace

import pytest
from mkdocs.exceptions import PluginError

from build_scripts.model import Corpus
from build_scripts.problems import Problem
from build_scripts.publishing import hook
from build_scripts.publishing.building import held_build
from build_scripts.publishing.building.build_inputs import Build, Refused
from build_scripts.publishing.index.lookups import Index
from build_scripts.publishing.page_macros import macros, quotations
from build_scripts.publishing.settings import Site
from tests.publishing.conftest import made_up
from tests.publishing.html import Element, parse


def test_a_sentence_is_quoted_verbatim_with_its_permalink(index: Index) -> None:
    quote = parse(quotations.quotation(index, "gansu-enclave-economy/3.3", 1, "method/"))
    assert (
        next(quote.all("p")).text == "积极推动甘陕宁蒙、甘新藏青、甘陕青川省际交界区域协作,探索建立省际交界经济合作区。"
    )
    assert next(quote.all("a")).attrs["href"] == "../measures/gansu-enclave-economy/3.3/#s1"


def test_a_whole_hostile_measure_is_quoted_verbatim(index: Index) -> None:
    quote = quotations.quotation(index, "hostile/1.1", None, "method/")
    assert "\n" not in quote and "{{" not in quote
    assert next(parse(quote).all("p")).text == index.entries["hostile/1.1"].measure.text


@pytest.mark.parametrize(
    ("measure", "s", "says"),
    [
        ("gansu-enclave-economy/3.33", None, "是否 'gansu-enclave-economy/3.3'"),
        ("gansu-enclave-economy/3.3", 99, "没有第 99 句"),
    ],
)
def test_what_does_not_exist_names_page_and_line(
    measure: str, s: int | None, says: str, corpus: Corpus, tmp_path: Path
) -> None:
    page = tmp_path / "essay.md"
    page.write_text(
        f'---\nrender_macros: true\n---\n\n{{{{ quote("gansu-enclave-economy/3.3", s=1) }}}}\n\n{{{{ quote("{measure}", s={s}) }}}}\n',
        "utf-8",
    )
    found: dict[str, Callable[..., object]] = {}
    env = SimpleNamespace(
        macro=lambda f: found.setdefault(f.__name__, f),
        page=SimpleNamespace(url="essay/", file=SimpleNamespace(abs_src_path=str(page), src_uri="essay.md")),
    )
    macros.define_env(env)
    held_build.keep(made_up(tmp_path, corpus))
    with pytest.raises(quotations.UnknownQuotation) as error:
        found["quote"](measure, s)
    assert str(error.value).startswith("docs/essay.md:7: ") and says in str(error.value)
    assert found["count"]("documents") == 3


def test_the_method_page_quotes(page_at: Callable[[str], Element]) -> None:
    (quote,) = page_at("method").all("blockquote")
    assert "积极推动甘陕宁蒙" in quote.text


def test_broken_records_stop_the_build_with_every_problem(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    problems = [
        Problem("structured/records/a.yml", 3, 5, "x", "甲"),
        Problem("structured/records/b.yml", 1, 1, "y", "乙"),
    ]

    def refuse(root: Path, site: Site) -> Build:
        raise Refused("记录有误", problems)

    monkeypatch.setattr(hook, "read_build", refuse)
    docs = tmp_path / "docs"
    config = SimpleNamespace(
        config_file_path=str(tmp_path / "mkdocs.yml"), docs_dir=str(docs), site_url="", repo_url="", extra={}
    )
    with pytest.raises(PluginError, match=r"(?s)a\.yml:3:5.*b\.yml:1:1"):
        hook.on_pre_build(config)
    assert not docs.exists()


@pytest.mark.parametrize(
    "module",
    [
        "addresses",
        "publishing.text.escaping",
        "publishing.text.labels",
        "publishing.pages.parts.overlapping_spans",
        "locating.distinguishing_names",
        "model.dates",
    ],
)
def test_examples_in_docstrings_hold(module: str) -> None:
    results = doctest.testmod(importlib.import_module(f"build_scripts.{module}"))
    assert results.attempted and not results.failed
