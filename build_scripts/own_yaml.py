"""Tables of our own beside the code, read by libyaml where it is there. What contributors write: store/yaml_reading."""

from __future__ import annotations

from typing import Any

import yaml

_VALUES = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_STRINGS = getattr(yaml, "CBaseLoader", yaml.BaseLoader)


def values(text: str | bytes) -> Any:
    """What a file says, numbers and truth values among it. Raises yaml.YAMLError."""
    return yaml.load(text, _VALUES)


def strings(text: str) -> Any:
    """The same, every scalar a string as it is written."""
    return yaml.load(text, _STRINGS)
