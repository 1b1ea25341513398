"""A record for the browser in the reading form, with the way back to the text as received (docs/assets/js/shared/form.js)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from build_scripts.publishing.text.reading_form.form import reading_form
from build_scripts.publishing.text.reading_form.patch import patch

RECEIVED = "received"


def in_reading_form(record: Mapping[str, Any], lang: str, but: frozenset[str] = frozenset()) -> dict[str, Any]:
    """``record`` with every text in it as it is read, those of the fields named in ``but`` left as they are.

    Under ``received`` stand the patches to what was received, by the path of each text that changed.

    >>> in_reading_form({"id": "a", "name": "推進", "targets": [{"quote": "甲,乙"}]}, "zh-Hant")
    {'id': 'a', 'name': '推进', 'targets': [{'quote': '甲，乙'}], 'received': {'name': '1進', 'targets.0.quote': '1,'}}
    """
    read: dict[str, Any] = {k: v if k in but else _read(v, lang) for k, v in record.items()}
    back = {
        path: patch(shown, received)
        for (path, received), (_, shown) in zip(_texts(record), _texts(read), strict=True)
        if received != shown
    }
    return read | ({RECEIVED: back} if back else {})


def _read(value: Any, lang: str) -> Any:
    if isinstance(value, str):
        return reading_form(value, lang)
    if isinstance(value, Mapping):
        return {k: _read(v, lang) for k, v in value.items()}
    if isinstance(value, list | tuple):
        return [_read(v, lang) for v in value]
    return value


def _texts(value: Any, path: str = "") -> Iterator[tuple[str, str]]:
    if isinstance(value, str):
        yield path, value
    elif isinstance(value, Mapping):
        for key, held in value.items():
            yield from _texts(held, f"{path}.{key}" if path else key)
    elif isinstance(value, list | tuple):
        for n, held in enumerate(value):
            yield from _texts(held, f"{path}.{n}" if path else str(n))
