"""Folding keeps length, so that offsets carry over."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from build_scripts.sources.fold import fold, is_traditional, to_simplified
from build_scripts.sources.folded_view import view


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
