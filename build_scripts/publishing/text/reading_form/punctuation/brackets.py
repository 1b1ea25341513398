"""Brackets, which go in pairs: each pair by what stands before, within and after it."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from .chinese_text import BEGINS, ENDS, HAN, HAN_CHARACTER


@dataclass(frozen=True)
class Brackets:
    """A pair that becomes another pair where ``when(before, within, after)`` says so."""

    name: str
    opening: str
    closing: str
    to: tuple[str, str]
    when: Callable[[str, str, str], bool]
    takes: tuple[tuple[str, str], ...]
    leaves: tuple[str, ...]

    def applied(self, text: str) -> str:
        if self.opening not in text:
            return text
        out = list(text)
        for start, end in _pairs(text, self.opening, self.closing):
            if self.when(text[:start], text[start + 1 : end], text[end + 1 :]):
                out[start], out[end] = self.to
        return "".join(out)


def _pairs(text: str, opening: str, closing: str) -> Iterator[tuple[int, int]]:
    """Where brackets of a kind open and close, inner ones first; one without a partner is left out."""
    open_: list[int] = []
    for found in re.finditer(f"[{re.escape(opening + closing)}]", text):
        if found[0] == opening:
            open_.append(found.start())
        elif open_:
            yield open_.pop(), found.start()


def _chinese_around(before: str, within: str, after: str) -> bool:
    touching = re.search(f"[{ENDS}]$", before) or re.match(f"[{BEGINS}，。、；：]", after)
    return bool(HAN_CHARACTER.search(within) or (within.strip() and touching))


def _year_of_a_number(before: str, within: str, after: str) -> bool:
    return bool(re.search(rf"[{HAN}]$", before) and re.fullmatch(r"\d{4}", within) and re.match(r"(?:第)?\d+号", after))


def _title_within_a_title(before: str, within: str, after: str) -> bool:
    return bool(re.fullmatch(rf"[{HAN}“”（）]+", within)) and before.count("《") > before.count("》")


BRACKETS = (
    Brackets(
        "round brackets in Chinese",
        "(",
        ")",
        ("（", "）"),
        _chinese_around,
        (
            ("(一)总体要求。", "（一）总体要求。"),
            ("各市(州)", "各市（州）"),
            ("甲(A)乙", "甲（A）乙"),
            ("增长(10%)，", "增长（10%），"),
        ),
        ("f(x)", "(1) one", "P2P(B2B) model", "没有开头)", "(没有结尾"),
    ),
    Brackets(
        "the year in the number of a document",
        "[",
        "]",
        ("〔", "〕"),
        _year_of_a_number,
        (("国办发[2014]54号", "国办发〔2014〕54号"),),
        ("见注[2014]", "[1]", "数组[2014]"),
    ),
    Brackets(
        "the year in the number of a document, full-width",
        "［",
        "］",
        ("〔", "〕"),
        _year_of_a_number,
        (("国办发［2014］54号", "国办发〔2014〕54号"),),
        ("［注］",),
    ),
    Brackets(
        "a title within a title",
        "<",
        ">",
        ("〈", "〉"),
        _title_within_a_title,
        (("《关于贯彻<土地管理法>的通知》", "《关于贯彻〈土地管理法〉的通知》"),),
        ("<b>", "a<b>c", "<土地管理法>"),
    ),
)
