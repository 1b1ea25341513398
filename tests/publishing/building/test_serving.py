"""make serve while somebody edits: a broken edit is said in the page, and the page recovers by itself."""

from __future__ import annotations

from types import SimpleNamespace

import pytest
from mkdocs.exceptions import PluginError

from build_scripts.problems import Problem
from build_scripts.publishing import hook
from build_scripts.publishing.building.build_inputs import Refused

PROBLEM = Problem("structured/records/a.yml", 7, 3, "topic-unknown", "没有 x 这个专题", "可用的专题见 topics.yml")


@pytest.fixture
def config(monkeypatch: pytest.MonkeyPatch, tmp_path) -> SimpleNamespace:
    """A generator's settings; reading and writing are left out, so that the test says what reading finds."""
    monkeypatch.setattr(hook, "write_before", lambda build, docs: None)
    monkeypatch.setattr(hook.held_build, "_held", [])
    monkeypatch.setattr(hook, "read_site", lambda *told: None)
    return SimpleNamespace(
        config_file_path=str(tmp_path / "mkdocs.yml"), docs_dir=str(tmp_path), site_url="", repo_url="", extra={}
    )


def broken(*told: object) -> None:
    raise Refused("记录有误", [PROBLEM])


def test_a_broken_edit_is_said_on_the_pages_that_stood_before_and_goes_when_it_is_mended(config, monkeypatch) -> None:
    hook.on_startup("serve", False)
    monkeypatch.setattr(hook, "read_build", lambda *told: "a build")
    hook.on_pre_build(config)
    assert config.extra["broken"] == []

    monkeypatch.setattr(hook, "read_build", broken)
    hook.on_pre_build(config)
    assert config.extra["broken"] == [str(PROBLEM)]
    assert hook.held_build.held() == "a build"

    monkeypatch.setattr(hook, "read_build", lambda *told: "the next build")
    hook.on_pre_build(config)
    assert config.extra["broken"] == []
    assert hook.held_build.held() == "the next build"


@pytest.mark.parametrize("command", ["build", "serve"])
def test_without_pages_that_stood_before_a_broken_edit_stops_the_generator(command: str, config, monkeypatch) -> None:
    hook.on_startup(command, False)
    monkeypatch.setattr(hook, "read_build", broken)
    with pytest.raises(PluginError, match="topic-unknown"):
        hook.on_pre_build(config)


def test_a_build_that_is_no_serving_always_stops(config, monkeypatch) -> None:
    hook.on_startup("build", False)
    monkeypatch.setattr(hook.held_build, "_held", ["a build"])
    monkeypatch.setattr(hook, "read_build", broken)
    with pytest.raises(PluginError):
        hook.on_pre_build(config)
