"""From one form to the other and back: short, for any two texts of one length, and the same in the browser's words."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from build_scripts.publishing.text.reading_form.patch import DIGITS, patch, patched
from tests.publishing.text.reading_form.made_up import chinese


@st.composite
def two_forms(draw: st.DrawFn) -> tuple[str, str]:
    """Texts of as many code points, alike for long stretches."""
    shown = draw(st.lists(chinese(5) | st.integers(0, 200).map(lambda n: "同" * n), max_size=6).map("".join))
    wanted = list(shown)
    for at in draw(st.lists(st.integers(0, max(0, len(shown) - 1)), max_size=8)):
        if shown:
            wanted[at] = draw(st.characters(exclude_categories=["Cs"]))
    return shown, "".join(wanted)


@settings(deadline=None)
@given(two_forms())
def test_there_and_back(forms: tuple[str, str]) -> None:
    shown, wanted = forms
    assert patched(shown, patch(shown, wanted)) == wanted
    assert patched(wanted, patch(wanted, shown)) == shown
    assert (patch(shown, wanted) == "") == (shown == wanted)


@pytest.mark.parametrize("gap", [0, 1, 9, 10, 35, 36, 61, 62, 63, 123, 124, 125, 1000])
def test_a_gap_of_any_length(gap: int) -> None:
    shown, wanted = "同" * gap + "后", "同" * gap + "後"
    far, near = divmod(gap, 62)
    assert patch(shown, wanted) == "." * far + DIGITS[near] + "後"
    assert patched(shown, patch(shown, wanted)) == wanted


@pytest.mark.parametrize(
    ("shown", "wanted"), [("𠮷同a", "吉同𠮷"), (".0", "0."), ("a", "."), ("0", "1"), ("🈚\n", "\r\n")]
)
def test_what_looks_like_a_step_and_what_is_two_units_in_a_browser(shown: str, wanted: str) -> None:
    assert patched(shown, patch(shown, wanted)) == wanted


def test_texts_of_two_lengths_have_no_patch() -> None:
    with pytest.raises(ValueError, match="1 and 2 code points"):
        patch("甲", "甲乙")
