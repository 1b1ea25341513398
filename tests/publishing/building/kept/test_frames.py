"""The theme's templates are compiled once a process, and anew when one of them is another."""

from __future__ import annotations

from typing import Any

import pytest
from jinja2 import DictLoader, Environment

from build_scripts.publishing.building.kept.mkdocs_frames import _remembering


def test_a_template_is_compiled_again_only_when_its_source_is_another(monkeypatch: pytest.MonkeyPatch) -> None:
    templates = {"of-this-test.html": "甲"}
    compiled: list[str] = []

    def counting(self: Environment, source: Any, *given: Any, compile: Any = Environment.compile, **named: Any) -> Any:
        compiled.append(source)
        return compile(self, source, *given, **named)

    def shown() -> str:
        return _remembering(Environment(loader=DictLoader(templates))).get_template("of-this-test.html").render()

    monkeypatch.setattr(Environment, "compile", counting)
    assert (shown(), shown()) == ("甲", "甲") and compiled == ["甲"]
    templates["of-this-test.html"] = "乙"
    assert shown() == "乙" and compiled == ["甲", "乙"]
