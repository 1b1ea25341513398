"""Values as JSON: the one way in which files of the site are written."""

from __future__ import annotations

import json
from typing import Any


def for_people(value: Any) -> bytes:
    r"""Indented, with a line break at the end: for files that are downloaded, read and compared.

    >>> for_people({"a": "飞地"}).decode()
    '{\n "a": "飞地"\n}\n'
    """
    return (json.dumps(value, ensure_ascii=False, indent=1) + "\n").encode()


def for_scripts(value: Any) -> bytes:
    """As short as it can be: for files that the browser loads.

    >>> for_scripts({"a": ["飞地", None]}).decode()
    '{"a":["飞地",null]}'
    """
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode()
