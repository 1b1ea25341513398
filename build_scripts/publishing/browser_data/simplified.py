"""What the browser needs to show Traditional texts in Simplified characters: ``assets/generated/simplified.json``.

Characters one to one, and the few words in which OpenCC's phrase conversion says otherwise (顯著 → 显著). Both keep a
text's length, so that links, anchors and marks stay where they are and the way back is exact.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from build_scripts.publishing.index.lookups import Index
from build_scripts.sources.fold import is_traditional, script_table, to_simplified
from build_scripts.store.paths import write_atomically

FILE = "assets/generated/simplified.json"
_LONGEST = 6


@dataclass(frozen=True)
class Conversion:
    """``words`` go before ``characters``, the longest first."""

    characters: Mapping[str, str]
    words: Mapping[str, str]

    def __call__(self, text: str) -> str:
        """As the browser converts (docs/assets/js/reading/convert.js)."""
        lengths = sorted({len(w) for w in self.words}, reverse=True)
        out: list[str] = []
        at = 0
        while at < len(text):
            word = next((text[at : at + n] for n in lengths if text[at : at + n] in self.words), None)
            out.append(self.words[word] if word else self.characters.get(text[at], text[at]))
            at += len(word) if word else 1
        return "".join(out)


def conversion(texts: Iterable[str]) -> Conversion:
    """The least table that converts these texts as OpenCC does; a line that would change its length goes by characters."""
    table = script_table()
    lines = sorted({line for text in texts for line in text.split("\n")})
    characters = {c: table[c] for c in sorted(set("".join(lines))) if c in table}
    words: dict[str, str] = {}
    for line in lines:
        plain, wanted = "".join(characters.get(c, c) for c in line), to_simplified(line)
        if len(plain) == len(wanted):
            for at in (n for n, (a, b) in enumerate(zip(plain, wanted)) if a != b):
                words |= _word(line, wanted, at)
    return Conversion(characters, words)


def _word(line: str, wanted: str, at: int) -> dict[str, str]:
    """The shortest word around ``at`` that converts, by itself, as it does in its line."""
    for size in range(1, _LONGEST + 1):
        for start in range(max(0, at - size + 1), min(at, len(line) - size) + 1):
            word = line[start : start + size]
            if to_simplified(word) == wanted[start : start + size]:
                return {word: wanted[start : start + size]}
    return {}


def of_corpus(index: Index) -> Conversion:
    """For every Traditional document: its text, and what stands in its record beside it; names of bodies as printed."""
    documents = [d for d in index.documents.values() if d.lang == "zh-Hant"]
    texts = [index.corpus.sources[d.id] for d in documents]
    texts += [d.title for d in documents]
    texts += [t.indicator or "" for d in documents for m in d.measures for t in m.targets]
    texts += [name for a in index.agencies.values() for name in a.names if is_traditional(name)]
    return conversion(texts)


def write_simplified(index: Index, site_dir: Path) -> int:
    """Write the table; returns its bytes."""
    found = of_corpus(index)
    value = {"characters": found.characters, "words": found.words}
    data = json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode()
    write_atomically(site_dir / FILE, data)
    return len(data)
