"""What a build says of texts whose reading form it is not sure of: one line per document."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from types import SimpleNamespace
from typing import Any, cast

import pytest

from build_scripts.commands import site as command
from build_scripts.model import Corpus
from build_scripts.publishing.building import before_all_after
from build_scripts.publishing.building.build_inputs import Build


def build(corpus: Corpus, **sources: str) -> Build:
    """A build of nothing but its texts, some of them others."""
    told = {name.replace("_", "-"): text for name, text in sources.items()}
    changed = replace(corpus, sources={**corpus.sources, **told})
    return cast(Build, SimpleNamespace(index=SimpleNamespace(corpus=changed)))


def test_good_texts_give_nothing_to_say(five_texts: Corpus) -> None:
    assert before_all_after.doubtful(build(five_texts)) == []


def test_a_document_has_one_line_however_much_there_is(five_texts: Corpus) -> None:
    told = before_all_after.doubtful(
        build(
            five_texts,
            henan_industrial_clusters="推進产業\n推進\n业\n为\n亿\n",
            gansu_etdz_upgrade="推进產業",
        )
    )
    assert told == [
        "阅读版：gansu-etdz-upgrade：繁简混排（第 1 行“產業”）；照收到的显示，请核对原文",
        "阅读版：henan-industrial-clusters：繁简混排（第 1 行“产”、第 3 行“业”、第 4 行“为”等 4 行）；照收到的显示，请核对原文",
    ]


def test_the_command_says_it_before_what_was_done(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def site(root: Path, fresh: bool, told: object, load: object) -> list[str]:
        return ["阅读版：甲", "阅读版：乙", "做完"]

    monkeypatch.setenv("SITE_URL", "https://policy.example/")
    monkeypatch.setattr(before_all_after, "site", site)
    assert command._build(cast(Any, SimpleNamespace(command="site", fresh=False))) == 0
    first, second, last = capsys.readouterr().out.splitlines()
    assert (first, second) == ("阅读版：甲", "阅读版：乙") and last.startswith("生成：做完，")
