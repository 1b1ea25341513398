"""Draw ``variants/drawn.txt`` anew from the Unicode Character Database: python -m build_scripts.sources.draw_variants FOLDER.

FOLDER holds EquivalentUnifiedIdeograph.txt and Unihan_Variants.txt, as Unicode publishes them (Debian: unicode-data).
A character is common if GB 2312, the character set of Simplified Chinese, has it; of the others, those whose variants
lead to one common character and no other are taken. Readings come in this order: what Japanese simplifies (OpenCC),
kZVariant, kTraditionalVariant and kSimplifiedVariant, kSemanticVariant; then the same in two steps.
"""

from __future__ import annotations

import sys
from collections import defaultdict
from collections.abc import Iterator, Mapping
from pathlib import Path

import opencc

from .fold import in_gb2312, script_table
from .variants.table import HERE

Variants = Mapping[str, Mapping[str, set[str]]]
STEPS = (
    ("kZVariant", "<kZVariant"),
    ("kTraditionalVariant", "kSimplifiedVariant"),
    ("kSemanticVariant",),
    ("<kSemanticVariant",),
)
TWO_STEPS = tuple(field for step in STEPS for field in step)
IDEOGRAPHS = range(0x3400, 0xA000)
HEAD = """# Drawn by build_scripts/sources/draw_variants.py from the Unicode Character Database (EquivalentUnifiedIdeograph.txt,
# Unihan_Variants.txt; Unicode License) and OpenCC's table of Japanese characters (Apache License 2.0). Not for editing.
"""


def _character(code: str) -> str:
    return chr(int(code.removeprefix("U+"), 16))


def variants_in(text: str) -> Variants:
    """By property, then by character: its variants. ``<`` before a property's name: the other way round."""
    found: dict[str, dict[str, set[str]]] = defaultdict(lambda: defaultdict(set))
    for line in text.splitlines():
        if line.startswith("U+"):
            code, field, values = line.split("\t")
            for value in values.split():
                one, other = _character(code), _character(value.partition("<")[0])
                found[field][one].add(other)
                found[f"<{field}"][other].add(one)
    return found


def radicals_in(text: str) -> Iterator[tuple[str, str]]:
    """Radicals and strokes, each with its ideograph."""
    for line in text.splitlines():
        codes, _, rest = line.partition("#")[0].partition(";")
        if rest.strip():
            low, _, high = codes.strip().partition("..")
            for code in range(int(low, 16), int(high or low, 16) + 1):
                yield chr(code), _character(rest.strip())


def _folded(character: str) -> str:
    return script_table().get(character, character)


def _common(characters: set[str]) -> set[str]:
    return {_folded(c) for c in characters if in_gb2312(_folded(c))}


def common_shape(character: str, variants: Variants, japanese: Mapping[str, str]) -> str | None:
    """The one common character that ``character`` is a variant of, or None."""
    old = japanese.get(character, character)
    if old != character and in_gb2312(_folded(old)):
        return _folded(old)
    own = {character, _folded(character)}
    for fields in STEPS:
        found = _common({v for f in fields for c in own for v in variants[f][c]})
        if found:
            return found.pop() if len(found) == 1 else None
    near = {v for f in TWO_STEPS for c in own for v in variants[f][c]}
    far = {v for f in TWO_STEPS for c in near for v in variants[f][c]} | {japanese.get(c, c) for c in near}
    found = _common(far | near)
    return found.pop() if len(found) == 1 else None


def draw(folder: Path) -> str:
    """The text of drawn.txt."""
    variants = variants_in((folder / "Unihan_Variants.txt").read_text("utf-8"))
    converter = opencc.OpenCC("jp2t")
    chars = [chr(c) for c in IDEOGRAPHS]
    japanese = {c: old for c in chars if len(old := converter.convert(c)) == 1}
    pairs = dict(radicals_in((folder / "EquivalentUnifiedIdeograph.txt").read_text("utf-8")))
    for character in chars:
        if not in_gb2312(_folded(character)):
            shape = common_shape(character, variants, japanese)
            if shape:
                pairs[character] = shape
    words = [a + b for a, b in sorted(pairs.items())]
    return HEAD + "".join(" ".join(words[n : n + 30]) + "\n" for n in range(0, len(words), 30))


if __name__ == "__main__":
    (HERE / "drawn.txt").write_text(draw(Path(sys.argv[1])), "utf-8")
