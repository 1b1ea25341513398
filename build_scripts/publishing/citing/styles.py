"""Items through the CSL processor (citeproc-py) into the entry of a reference list, or a note.

The styles are CSL files of this project, each for the three kinds of thing cited here: PyPI's package of CSL styles has
no GB/T 7714-2025 and, through this processor, prints these kinds wrongly in 法学引注手册 and APA (no author: the title
twice). When that changes, a style is replaced by naming another file here.
"""

from __future__ import annotations

import json
import re
import warnings
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path
from typing import Any

from citeproc import Citation, CitationItem, CitationStylesBibliography, CitationStylesStyle
from citeproc.formatter import plain
from citeproc.source.json import CiteProcJSON

from build_scripts.publishing.citing.items import Item
from build_scripts.publishing.text.wording.loading import wording

FOLDER = Path(__file__).parent / "styles"
ACCESSED = "\ue000"
"""In the output: where the reader's access date goes."""

# Characters that the processor takes for its own (markup, typographic quotes, spaces before marks) pass through it as
# private ones.
_OWN = "<>&\"'`\\.,;:!?()[]{}"
_AWAY = {ord(c): chr(0xE100 + n) for n, c in enumerate(_OWN)}
_BACK = {ord(private): chr(c) for c, private in _AWAY.items()}


@dataclass(frozen=True)
class Style:
    """A way to cite: ``note`` styles give a footnote, the others an entry of a reference list."""

    id: str
    name: str
    file: str
    note: bool = False


STYLES = (
    Style("gb", "GB/T 7714—2025", "gb-t-7714-2025"),
    Style("law", wording("citing").legal_style, "legal-citation-manual-2020", note=True),
    Style("apa", "APA", "apa-7"),
)


@cache
def _processor(file: str) -> CitationStylesStyle:
    return CitationStylesStyle(str(FOLDER / f"{file}.csl"), validate=False)


def render(item: Item, style: Style) -> str:
    """``item`` as plain text in ``style``; every character of its fields comes out as it went in.

    The processor looks at which fields there are and at dates, never into texts. So each combination goes through it once,
    with a character in place of each text.
    """
    texts: list[str] = []
    shape = {k: v if k in _LOOKED_AT else _emptied(v, texts) for k, v in item.items() if k != "id"}
    return _PLACE.sub(lambda place: texts[ord(place[0]) - _FIRST], _shaped(json.dumps(shape, sort_keys=True), style))


_LOOKED_AT = frozenset({"type", "language", "issued"})
_FIRST = 0xF0000
_PLACE = re.compile(f"[{chr(_FIRST)}-{chr(_FIRST + 0xFF)}]")


def _emptied(value: Any, texts: list[str]) -> Any:
    """A value with a character in place of each text, which goes to ``texts``."""
    if isinstance(value, str):
        texts.append(value)
        return chr(_FIRST + len(texts) - 1)
    if isinstance(value, list):
        return [_emptied(v, texts) for v in value]
    return {k: _emptied(v, texts) for k, v in value.items()} if isinstance(value, dict) else value


@lru_cache(maxsize=4096)
def _shaped(shape: str, style: Style) -> str:
    return processed(json.loads(shape), style)


def processed(item: Item, style: Style) -> str:
    """``item`` through the processor itself."""
    guarded = {k: _guard(v) for k, v in item.items()} | {"id": "x"}
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # of variables that CSL-JSON has and the processor does not know
        source = CiteProcJSON([guarded])
    bibliography = CitationStylesBibliography(_processor(style.file), source, plain)
    cited = Citation([CitationItem("x")])
    bibliography.register(cited)
    text = bibliography.cite(cited, lambda _: None) if style.note else bibliography.bibliography()[0]
    return str(text).translate(_BACK)


def _guard(value: object) -> object:
    if isinstance(value, str):
        return value.translate(_AWAY)
    if isinstance(value, list):
        return [_guard(v) for v in value]
    if isinstance(value, dict):
        return {k: _guard(v) for k, v in value.items()}
    return value
