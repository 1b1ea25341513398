"""Folding keeps length, so that offsets carry over."""

from __future__ import annotations

import re
import unicodedata

from hypothesis import given
from hypothesis import strategies as st

from build_scripts.sources.fold import fold, is_traditional, to_simplified
from build_scripts.sources.folded_view import view
from build_scripts.sources.ignorable import CONTROLS, IGNORABLE


def test_script_and_width() -> None:
    assert fold("關于促進產業集聚區（試行），著力１２３％") == "关于促进产业集聚区(试行),着力123%"


@given(st.text(max_size=200))
def test_length_is_kept_and_folding_twice_changes_nothing(text: str) -> None:
    assert len(fold(text)) == len(text)
    assert fold(fold(text)) == fold(text)


@given(st.text(alphabet="产業\u200b\ufeff（）\r\n a", max_size=80))
def test_a_view_leads_back_to_the_printed_characters(text: str) -> None:
    seen = view(text)
    assert "".join(fold(text[seen.offset(i)]).replace("\r", "\n") for i in range(len(seen.text))) == seen.text


def test_script_of_a_text() -> None:
    assert is_traditional("關于促進產業集聚區") and not is_traditional("关于促进产业集聚区")
    assert to_simplified("顯著提高，著力培育") == "显著提高，着力培育"


def test_radicals_variants_and_old_shapes_become_the_common_character() -> None:
    assert (
        fold("⼈才 ⻋⼾ 衞生 汚染 説明 靑年 羣众 発展 峯会 戶籍") == "人才 车户 卫生 污染 说明 青年 群众 发展 峰会 户籍"
    )


def test_what_both_scripts_have_as_characters_of_their_own_stays() -> None:
    assert fold("份分 像象 唯惟 帐账 作做 做作 藉口") == "份分 像象 唯惟 帐账 作做 做作 藉口"


def test_every_kangxi_radical_is_an_ideograph() -> None:
    assert not [c for c in map(chr, range(0x2F00, 0x2FD6)) if fold(c) == c]


def test_what_nobody_sees_is_ignorable() -> None:
    """Unicode's Default_Ignorable_Code_Point, by what unicodedata can tell of it: formats and variation selectors."""
    ignorable = re.compile(f"[{IGNORABLE}{CONTROLS}]")
    formats = [c for c in map(chr, range(0x110000)) if unicodedata.category(c) == "Cf"]
    missed = [unicodedata.name(c) for c in formats if not ignorable.fullmatch(c)]
    assert not [name for name in missed if not name.startswith(("ARABIC", "SYRIAC", "KAITHI", "EGYPTIAN"))]
    assert all(map(ignorable.fullmatch, "\u00ad\u200e\u202a\u202e\ufe0f\u180e\u3164\ufeff\u2060\U000e0001\x00"))
    assert not any(map(ignorable.fullmatch, " \n\t\u3000甲a，。①\u0301"))
