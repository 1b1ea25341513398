"""The shared vectors of tests/cases: readable cases in YAML, the same with offsets in JSON for the browser's twin.

``python -m tests.comparing.vectors`` rewrites the JSON: the readable cases, and texts recombined by a seeded generator.
"""

from __future__ import annotations

import json
import random
from pathlib import Path
from typing import Any

from build_scripts.comparing.wording.shared_phrases import SharedPhrase, shared_wording
from build_scripts.own_yaml import values

CASES = Path(__file__).resolve().parents[1] / "cases"
READABLE = CASES / "shared-wording.yml"
VECTORS = CASES / "shared-wording.json"
PIECES = [
    "建设",
    "产业",
    "园区",
    "产业园区",
    "招商",
    "引资",
    "的",
    "和",
    "，",
    "。",
    "、",
    "發展",
    "发展",
    "“飞地",
    "经济”",
    "2025年",
    "GDP",
    "ＧＤＰ",
    "\n",
    "𠀋",
    "高质量",
    "人才",
    "与",
    "推进",
    "融合",
]


def readable() -> list[dict[str, Any]]:
    return values(READABLE.read_text(encoding="utf-8"))


def made_up(count: int = 60, seed: int = 4) -> list[dict[str, Any]]:
    """Texts of two to four, dense with repetition, overlap and punctuation."""
    chance = random.Random(seed)
    cases = []
    for n in range(count):
        texts = ["".join(chance.choices(PIECES, k=chance.randint(0, 40))) for _ in range(chance.randint(2, 4))]
        skip = [[[3, 9]] if chance.random() < 0.2 else [] for _ in texts]
        cases.append({"name": f"随机 {n + 1}", "texts": texts, "genre": ["高质量发展", "产业园区"], "skip": skip})
    return cases


def found(case: dict[str, Any]) -> tuple[SharedPhrase, ...]:
    skipped = [tuple((start, end) for start, end in spans) for spans in case.get("skip", ())]
    return shared_wording(case["texts"], case.get("genre", ()), skipped)


def plain(phrase: SharedPhrase) -> dict[str, Any]:
    spans = [[[s.start, s.end] for s in places] for places in phrase.spans]
    return {
        "text": phrase.text,
        "printed": phrase.printed,
        "spans": spans,
        "genre": phrase.genre,
        "number": phrase.number,
    }


def vectors() -> str:
    """The text of shared-wording.json, a case to a line."""
    rows = [
        {
            "name": case["name"],
            "texts": case["texts"],
            "genre": case.get("genre", []),
            "skip": case.get("skip", []),
            "phrases": [plain(p) for p in found(case)],
        }
        for case in (*readable(), *made_up())
    ]
    return "[\n" + ",\n".join(json.dumps(row, ensure_ascii=False) for row in rows) + "\n]\n"


if __name__ == "__main__":
    VECTORS.write_text(vectors(), encoding="utf-8")
