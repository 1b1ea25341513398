"""Model objects to YAML in one canonical form: block style, short records on one line, texts as |- blocks."""

from __future__ import annotations

from typing import Any

import yaml

from ...model import Document, Measure, Permalink
from ..yaml_to_types import plain
from .styles import Block, Flow, FlowList
from .written_directly import Unusual, written

ALWAYS = {Measure: ("responsibilities", "targets", "citations", "topics"), Document: ("issuers",)}
_SHORT = {"responsibilities", "citations", "targets", "limits", "sections", "evidence", "not_applicable", "judgements"}
_ONE_A_LINE = {"patterns", "examples", "caveats"}  # lists of strings, each on a line
_ONE_LINE = (Permalink,)  # of which a file holds a list, one to a line


class _Dumper(yaml.SafeDumper):
    def increase_indent(self, flow: bool = False, indentless: bool = False) -> None:
        return super().increase_indent(flow, False)


_Dumper.add_representer(Flow, lambda d, v: d.represent_mapping("tag:yaml.org,2002:map", v, flow_style=True))
_Dumper.add_representer(FlowList, lambda d, v: d.represent_sequence("tag:yaml.org,2002:seq", v, flow_style=True))
_Dumper.add_representer(Block, lambda d, v: d.represent_scalar("tag:yaml.org,2002:str", v, style="|"))


def styled(value: Any, key: str = "") -> Any:
    """Plain values with the way each is written; ``key`` is the one they stand at."""
    if isinstance(value, dict):
        return {k: styled(v, k) for k, v in value.items()}
    if isinstance(value, list):
        if key in _SHORT:
            return [Flow(item) if isinstance(item, dict) else item for item in value]
        if all(isinstance(item, str) for item in value) and key not in _ONE_A_LINE:
            return FlowList(value)
        return [styled(item, key) for item in value]
    return Block(value) if key == "text" and isinstance(value, str) and value else value


def dump(value: Any) -> str:
    """The canonical YAML of a model object or a tuple of them; parsing it gives the same object again."""
    shaped = styled(plain(value, ALWAYS))
    if isinstance(value, tuple) and any(isinstance(item, _ONE_LINE) for item in value):
        shaped = [Flow(item) for item in shaped]
    try:
        return written(shaped)
    except Unusual:
        return emitted(shaped)


def emitted(value: Any) -> str:
    """The YAML of styled values by PyYAML's emitter, which decides what canonical is."""
    text: str = yaml.dump(
        value,
        Dumper=_Dumper,
        allow_unicode=True,
        sort_keys=False,
        width=1_000_000,
        default_flow_style=False,
    )
    return text
