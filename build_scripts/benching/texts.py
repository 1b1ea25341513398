"""A made-up document as it would be printed: title, number, preamble, sections, items with bodies and goals, signature."""

from __future__ import annotations

import random
import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from ..model import Lang
from .made_up_places import MadePlace, words
from .taken_apart import Item, Parts

_ONES = "零一二三四五六七八九"
_NUMBER = re.compile(r"(?<![\d.])[1-9]\d{0,3}(?=(?:亿元|万元|个|家|户|%|億元|萬元|個))")
FEW, MANY = 2, 6
"""Sections of an ordinary document, and items of a section, between these."""


@dataclass(frozen=True)
class Text:
    """A document's id, place, script and text, and which item each measure was made like, in the order printed."""

    id: str
    jurisdiction: str
    lang: Lang
    text: str
    like: tuple[str, ...]


def numeral(n: int) -> str:
    """
    >>> [numeral(n) for n in (3, 10, 14, 30, 42)]
    ['三', '十', '十四', '三十', '四十二']
    """
    tens, ones = divmod(n, 10)
    return ("" if tens == 0 else "十" if tens == 1 else f"{_ONES[tens]}十") + (_ONES[ones] if ones else "")


class TextWriter:
    """Writes one document after another; the same seed and number, the same document, whatever else is written."""

    def __init__(self, parts: Mapping[Lang, Parts], to_traditional: Mapping[int, str], seed: int) -> None:
        self._parts, self._table, self._seed = parts, to_traditional, seed

    def text(self, n: int, place: MadePlace) -> Text:
        """Document ``n``, counted from 0, of a place: one in five in Traditional where there are such parts."""
        chance = random.Random(f"text {self._seed} {n}")
        lang: Lang = "zh-Hant" if n % 5 == 4 and "zh-Hant" in self._parts else min(self._parts)
        year, said = chance.randint(2012, 2025), words()
        level = said["levels"][place.place.level]
        serial = n // 2 + 1  # no two of a place and a year alike
        subject = chance.choice(self._parts[lang].items).heading
        like: list[str] = []
        told = {"about": subject, "place": place.place.name, "short": place.place.short, "year": year, "n": serial}
        printed = self._in(lang)
        lines = [
            printed(said["title"].format(kind=chance.choice(said["kinds"]), **told)),
            printed(said["number"].format(**told)),
            printed(level["addressees"]),
            printed(said["preamble"].format(own=level["own"], **told)),
            *self._body(chance, lang, place, like),
            printed(said["signature"].format(**told)),
            printed(said["date"].format(year=year, month=chance.randint(1, 12), day=chance.randint(1, 28))),
        ]
        text = "\n".join(lines) + "\n"
        return Text(f"{place.place.id}-{year}-{serial}", place.place.id, lang, _at_home(text, level), tuple(like))

    def _in(self, lang: Lang) -> Callable[[str], str]:
        """Words of ours in the script of a document."""
        table = self._table if lang == "zh-Hant" else {}
        return lambda text: text.translate(table)

    def _body(self, chance: random.Random, lang: Lang, place: MadePlace, like: list[str]) -> Iterator[str]:
        parts, printed, said = self._parts[lang], self._in(lang), words()
        headings = [printed(said["first_section"]), *chance.sample(parts.sections, chance.randint(FEW + 1, MANY))]
        headings = [*dict.fromkeys(headings), printed(said["last_section"])]
        runs_on, number = chance.random() < 0.4, 0
        for s, heading in enumerate(headings, 1):
            yield f"{numeral(s)}、{heading}"
            number = number if runs_on else 0
            for i in range(chance.randint(FEW, MANY)):
                number += 1
                item = chance.choice(parts.items)
                goals = s == 1 and i == 0
                like.append("" if goals else item.heading)
                title = printed(said["goals"]) if goals else item.heading
                told = self._goals(chance, parts) if goals else self._sentences(chance, parts, item)
                yield f"({numeral(number)}){title}。{told}{printed(self._duties(chance, place))}"

    @staticmethod
    def _sentences(chance: random.Random, parts: Parts, item: Item) -> str:
        """Most of what the item says, in its order, between what others say, and now and then a goal."""
        own = [s for s in item.sentences if chance.random() < 0.7]
        others = [chance.choice(chance.choice(parts.items).sentences) for _ in range(chance.randint(1, 3))]
        goal = [_varied(chance, chance.choice(parts.goals))] if chance.random() < 0.25 else []
        return "".join(dict.fromkeys([*own, *others, *goal]))

    @staticmethod
    def _goals(chance: random.Random, parts: Parts) -> str:
        return "".join(_varied(chance, g) for g in chance.sample(parts.goals, min(3, len(parts.goals))))

    @staticmethod
    def _duties(chance: random.Random, place: MadePlace) -> str:
        if chance.random() < 0.25 or len(place.bodies) < 2:
            return ""
        bodies = chance.sample(place.bodies, chance.randint(2, min(4, len(place.bodies))))
        names, between = [b.names[0] for b in bodies], words()["between"]
        form: str = chance.choice(words()["duties"])
        return form.format(all=between.join(names), first=names[0], others=between.join(names[1:]))


def _varied(chance: random.Random, goal: str) -> str:
    """A goal with other numbers before its units; a percentage stays one."""
    return _NUMBER.sub(lambda m: str(max(1, round(int(m[0]) * chance.uniform(0.6, 1.0)))), goal)


def _at_home(text: str, level: Mapping[str, str]) -> str:
    """A city speaks of the city where a province speaks of the province."""
    province = words()["levels"]["province"]
    return text.replace(province["whole"], level["whole"]).replace(province["own"], level["own"])
