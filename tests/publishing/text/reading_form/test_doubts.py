"""What of a text the reading form is not sure of: told line by line, and shown as received."""

from __future__ import annotations

import pytest
from hypothesis import given, settings

from build_scripts.model import Corpus
from build_scripts.publishing.text.reading_form import traditional_to_simplified
from build_scripts.publishing.text.reading_form.doubts import Doubt, by_kind, doubts, simplified_only
from build_scripts.publishing.text.reading_form.form import reading_form
from build_scripts.sources.fold import to_simplified, traditional_only
from tests.publishing.text.reading_form.made_up import chinese


@pytest.mark.parametrize(
    ("text", "lang", "found"),
    [
        # a Simplified text with Traditional words
        ("推进产业\n推進產業,推進", "zh-Hans", (Doubt("mixed", 2, "進產業"),)),
        ("甲\n億\n乙億", "zh-Hans", (Doubt("mixed", 2, "億"), Doubt("mixed", 3, "億"))),
        # a Traditional text with Simplified words
        ("推進產業\n推进产业", "zh-Hant", (Doubt("mixed", 2, "进产业"),)),
        # not: titles in the script they were given in; characters of both scripts; Hong Kong's
        ("依据《關於推進的意見》,推进", "zh-Hans", ()),
        ("依據《关于推进的意见》,推進", "zh-Hant", ()),
        ("显著、乾坤、王后、公里、台面、准备", "zh-Hans", ()),
        ("著力、公里、台面、不低于、皇后", "zh-Hant", ()),
        ("沿着", "zh-Hant", ()),
        ("瞭望塔", "zh-Hant", ()),
        ("", "zh-Hant", ()),
    ],
)
def test_a_text_of_two_scripts(text: str, lang: str, found: tuple[Doubt, ...]) -> None:
    assert doubts(text, lang) == found


def test_a_title_that_does_not_end_is_no_title() -> None:
    assert doubts("依据《關於\n推进》", "zh-Hans") == (Doubt("mixed", 1, "關"),)


def test_what_is_doubtful_in_a_simplified_text_is_shown_as_received() -> None:
    assert reading_form("推進產業,推进", "zh-Hans") == "推進產業，推进"


class TestConversionsThatFail:
    def test_a_character_that_nothing_knows(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(
            traditional_to_simplified, "to_simplified", lambda line: to_simplified(line).replace("亿", "億")
        )
        assert doubts("推進\n億元,百億", "zh-Hant") == (Doubt("unknown", 2, "億"),)
        assert reading_form("億元", "zh-Hant") == "億元"

    def test_a_line_that_would_grow(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(
            traditional_to_simplified, "to_simplified", lambda line: to_simplified(line).replace("计算机", "电脑")
        )
        assert doubts("推進\n計算機", "zh-Hant") == (Doubt("outgrown", 2),)

    def test_a_simplified_text_is_not_converted_at_all(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(traditional_to_simplified, "to_simplified", lambda line: "")
        assert doubts("计算机", "zh-Hans") == ()


def test_they_are_put_together_kind_by_kind() -> None:
    held = (Doubt("mixed", 1, "产"), Doubt("outgrown", 2), Doubt("mixed", 4, "业"))
    assert dict(by_kind(held)) == {"mixed": (held[0], held[2]), "outgrown": (held[1],)}


def test_no_character_is_of_one_script_only_in_both() -> None:
    assert simplified_only().isdisjoint(traditional_only())


def test_the_five_texts_give_none(five_texts: Corpus) -> None:
    assert [(d.id, doubts(five_texts.sources[d.id], d.lang)) for d in five_texts.documents] == [
        (d.id, ()) for d in five_texts.documents
    ]


@settings(deadline=None)
@given(chinese())
def test_any_text_can_be_asked(text: str) -> None:
    for lang in ("zh-Hans", "zh-Hant"):
        assert all(1 <= d.line <= text.count("\n") + 1 for d in doubts(text, lang))
