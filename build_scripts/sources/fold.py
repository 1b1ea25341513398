"""One script, one width, same length: the form in which texts are matched, never the form shown.

``fold`` maps every code point to exactly one code point, so an offset into the folded text is an offset
into the text. Traditional goes to Simplified by OpenCC's ``tw2s`` applied to single characters (``t2s``
leaves 著力 in the Henan text; phrase rules would change lengths and depend on context). A few words come
out odd (顯著 → 显着); since queries pass through the same table, they still meet. Radicals (⼈) and variants (衞, 汚)
become the common character (variants/).
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache

import opencc

from .variants.table import variant_table

_CJK = ((0x3400, 0x9FFF), (0xF900, 0xFAFF))
_ASTRAL = ((0x20000, 0x2EBEF),)

# Punctuation that the same text is met with in either width, and look-alikes of brackets and quotes.
_WIDTH: dict[str, str] = (
    {chr(c): chr(c - 0xFEE0) for c in range(0xFF01, 0xFF5F)}
    | {chr(c): " " for c in (*range(0x2000, 0x200B), 0x202F, 0x205F)}
    | {
        "\u3000": " ",
        "\u00a0": " ",
        "\t": " ",
        "〔": "[",
        "〕": "]",
        "［": "[",
        "］": "]",
        "【": "[",
        "】": "]",
        "「": "“",
        "」": "”",
        "『": "‘",
        "』": "’",
        "〈": "<",
        "〉": ">",
        "﹙": "(",
        "﹚": ")",
        "﹐": ",",
        "﹑": "、",
        "﹒": ".",
        "﹔": ";",
        "﹕": ":",
        "｡": "。",
        "､": "、",
        "·": "·",
        "•": "·",
        "・": "·",
        "–": "-",
        "‐": "-",
        "‑": "-",
        "－": "-",
    }
)


def _script_table(ranges: tuple[tuple[int, int], ...]) -> dict[str, str]:
    chars = [chr(c) for low, high in ranges for c in range(low, high + 1)]
    simplified = opencc.OpenCC("tw2s").convert("\n".join(chars)).split("\n")
    return {a: b for a, b in zip(chars, simplified, strict=True) if a != b and len(b) == 1}


@cache
def script_table() -> Mapping[str, str]:
    """Traditional to Simplified, one character to one character, Basic Multilingual Plane."""
    return _script_table(_CJK)


@cache
def traditional_only() -> frozenset[str]:
    """What only a Traditional text has. Some characters that fold away are Simplified too (著 in 显著, 乾 in 乾坤):
    those of GB 2312, the character set of Simplified Chinese.

    >>> "億" in traditional_only(), "著" in traditional_only()
    (True, False)
    """
    return frozenset(c for c in script_table() if not in_gb2312(c))


def in_gb2312(character: str) -> bool:
    """Whether the character set of Simplified Chinese has it."""
    try:
        return bool(character.encode("gb2312"))
    except UnicodeEncodeError:
        return False


@cache
def width_table() -> Mapping[str, str]:
    """Full-width forms and look-alike punctuation to one form each."""
    return dict(_WIDTH)


@cache
def matching_table() -> Mapping[str, str]:
    """All that matching folds: script, width, radicals and variants.

    What one table puts is looked up in the others, so that folding twice is folding once (麼 → 么 → 幺).
    """
    table = {**_script_table(_CJK + _ASTRAL), **_WIDTH, **variant_table()}
    settled = {c: _settled(c, table) for c in table}
    return {c: end for c, end in settled.items() if end != c}


def _settled(character: str, table: Mapping[str, str]) -> str:
    met = {character}
    while (onward := table.get(character, character)) not in met:
        met.add(onward)
        character = onward
    return character


@cache
def folding() -> Mapping[int, str]:
    """What ``fold`` puts for each code point that it changes."""
    return {ord(a): b for a, b in matching_table().items()}


def fold(text: str) -> str:
    """``text`` in Simplified characters and one width; same length, so offsets carry over.

    >>> fold("產業集聚區（試行）")
    '产业集聚区(试行)'
    """
    return text.translate(folding())


@cache
def _phrase_converter() -> opencc.OpenCC:
    return opencc.OpenCC("tw2s")


def to_simplified(text: str) -> str:
    """For reading, not matching: OpenCC's phrase conversion (顯著 → 显著). The length may change."""
    return str(_phrase_converter().convert(text))


_HAN = re.compile("[\u3400-\u9fff]+")


def is_traditional(text: str) -> bool:
    """Whether a text is mainly in Traditional characters: at least one in fifty Han characters folds away."""
    table = script_table()
    han = sum(map(len, _HAN.findall(text)))
    return han > 0 and sum(map(table.__contains__, text)) * 50 >= han
