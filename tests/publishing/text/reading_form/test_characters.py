"""Traditional characters as they are read: OpenCC's words, its errors mended, never longer or shorter."""

from __future__ import annotations

import pytest
from hypothesis import given, settings

from build_scripts.publishing.text.reading_form import traditional_to_simplified
from build_scripts.publishing.text.reading_form.traditional_to_simplified import Mend, mends, outgrown, simplified
from build_scripts.sources.fold import to_simplified
from tests.publishing.text.reading_form.made_up import chinese

EVERY = [pytest.param(m, id=m.right) for m in mends()]


@pytest.mark.parametrize("mend", EVERY)
def test_a_mend_is_needed_and_mends(mend: Mend) -> None:
    assert mend.converted in to_simplified(mend.example), "OpenCC alone would be right"
    assert mend.converted not in simplified(mend.example) and mend.right in simplified(mend.example)
    assert len(simplified(mend.example)) == len(mend.example) and len(mend.converted) == len(mend.right)
    assert mend.why


@pytest.mark.parametrize("mend", EVERY)
def test_what_is_right_stays_right(mend: Mend) -> None:
    """Also in a text that is Simplified already."""
    assert simplified(mend.right) == mend.right


@pytest.mark.parametrize("mend", [m for m in EVERY if m.values[0].not_after or m.values[0].not_before])
def test_beside_some_characters_it_is_another_word(mend: Mend) -> None:
    for before in mend.not_after:
        assert mend.converted in traditional_to_simplified._mending()[0].sub("×", f"甲{before}{mend.converted}")
    for after in mend.not_before:
        assert mend.converted in traditional_to_simplified._mending()[0].sub("×", f"甲{mend.converted}{after}")


def test_no_word_is_mended_twice() -> None:
    words = [m.converted for m in mends()]
    assert len(words) == len(set(words))


@pytest.mark.parametrize(
    ("received", "read"),
    [
        ("著力推進,效果顯著", "着力推进,效果显著"),
        ("沿著這條道路,圍繞著中心", "沿着这条道路,围绕着中心"),
        ("著名、著作、著稱、名著", "著名、著作、著称、名著"),
        ("他的論著;他們討論著、談論著問題", "他的论著;他们讨论着、谈论着问题"),
        ("乾旱、乾淨、餅乾;乾隆、乾坤", "干旱、干净、饼干;乾隆、乾坤"),
        ("幹部、骨幹、主幹;若干、干涉", "干部、骨干、主干;若干、干涉"),
        ("裏面、這裡、城里、公里", "里面、这里、城里、公里"),
        ("以後、後來;皇后、太后", "以后、后来;皇后、太后"),
        ("於是、關於、位於;不低于", "于是、关于、位于;不低于"),
        ("覆蓋、答覆;恢復、重複、復雜", "覆盖、答复;恢复、重复、复杂"),
        ("憑藉、藉口;慰藉", "凭借、借口;慰藉"),
        ("瞭解;瞭望", "了解;瞭望"),
        ("制度、製造;系統、關係、聯繫", "制度、制造;系统、关系、联系"),
        ("準備、批准、標準", "准备、批准、标准"),
        ("徵收、特徵;象征", "征收、特征;象征"),
        ("搭入帳篷;款項入帳", "搭入帐篷;款项入账"),
        ("儘快、盡力;採取、風采", "尽快、尽力;采取、风采"),
        ("臺灣、平臺、颱風、檯燈", "台湾、平台、台风、台灯"),
        ("", ""),
    ],
)
def test_words_come_out_as_they_are_written(received: str, read: str) -> None:
    assert simplified(received) == read


def test_a_word_is_a_word_across_no_line() -> None:
    assert simplified("顯\n著") == "显\n着"


@settings(deadline=None)
@given(chinese())
def test_any_text_keeps_its_length_and_its_lines(text: str) -> None:
    done = simplified(text)
    assert len(done) == len(text) and [len(x) for x in done.split("\n")] == [len(x) for x in text.split("\n")]


class TestALineThatWouldGrow:
    """OpenCC's tables change no length as they are; others might."""

    @pytest.fixture(autouse=True)
    def growing(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(
            traditional_to_simplified, "to_simplified", lambda line: to_simplified(line).replace("计算机", "电脑")
        )

    def test_goes_by_single_characters(self) -> None:
        assert simplified("發展計算機產業\n推進產業") == "发展计算机产业\n推进产业"

    def test_is_told(self) -> None:
        assert outgrown("發展產業\n發展計算機產業\n\n計算機") == (2, 4)
