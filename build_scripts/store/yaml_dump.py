"""Model objects to YAML in one canonical form: block style, short records on one line, texts as |- blocks."""

from __future__ import annotations

from typing import Any

import yaml

from ..model import Document, Measure, Permalink
from .yaml_to_types import plain

ALWAYS = {Measure: ("responsibilities", "targets", "citations", "topics"), Document: ("issuers",)}
_SHORT = {"responsibilities", "citations", "targets", "limits", "sections", "evidence", "not_applicable", "judgements"}
_ONE_A_LINE = {"patterns", "examples", "caveats"}  # lists of strings, each on a line
_ONE_LINE = (Permalink,)  # of which a file holds a list, one to a line


class _Flow(dict[str, Any]):
    """A mapping written on one line."""


class _FlowList(list[str]):
    """A list written on one line."""


class _Block(str):
    """A string written as a literal block."""


class _Dumper(yaml.SafeDumper):
    def increase_indent(self, flow: bool = False, indentless: bool = False) -> None:
        return super().increase_indent(flow, False)


_Dumper.add_representer(_Flow, lambda d, v: d.represent_mapping("tag:yaml.org,2002:map", v, flow_style=True))
_Dumper.add_representer(_FlowList, lambda d, v: d.represent_sequence("tag:yaml.org,2002:seq", v, flow_style=True))
_Dumper.add_representer(_Block, lambda d, v: d.represent_scalar("tag:yaml.org,2002:str", v, style="|"))


def _styled(value: Any, key: str = "") -> Any:
    if isinstance(value, dict):
        return {k: _styled(v, k) for k, v in value.items()}
    if isinstance(value, list):
        if key in _SHORT:
            return [_Flow(item) if isinstance(item, dict) else item for item in value]
        if all(isinstance(item, str) for item in value) and key not in _ONE_A_LINE:
            return _FlowList(value)
        return [_styled(item, key) for item in value]
    return _Block(value) if key == "text" and isinstance(value, str) and value else value


def dump(value: Any) -> str:
    """The canonical YAML of a model object or a tuple of them; parsing it gives the same object again."""
    styled = _styled(plain(value, ALWAYS))
    if isinstance(value, tuple) and any(isinstance(item, _ONE_LINE) for item in value):
        styled = [_Flow(item) for item in styled]
    return yaml.dump(
        styled,
        Dumper=_Dumper,
        allow_unicode=True,
        sort_keys=False,
        width=1_000_000,
        default_flow_style=False,
    )
