"""How alike two texts are: by the pairs of characters that they share."""

from __future__ import annotations

import pytest

from build_scripts.merging.likeness import likeness, pairs


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("完善设施", {"完善": 1, "善设": 1, "设施": 1}),
        ("完 善\n", {"完善": 1}),
        ("好好好", {"好好": 2}),
        ("完", {"完": 1}),
        (" ", {}),
    ],
)
def test_pairs_of_neighbours_white_space_left_out(text: str, found: dict[str, int]) -> None:
    assert pairs(text) == found


@pytest.mark.parametrize(
    ("a", "b", "alike"),
    [
        ("完善设施", "完善设施", 1),
        ("完善设施", "完善服务", 1 / 3),
        ("完善设施", "优化服务", 0),
        ("", "", 0),
        ("完善", "", 0),
    ],
)
def test_a_third_of_the_pairs_in_common_is_a_third(a: str, b: str, alike: float) -> None:
    assert likeness(pairs(a), pairs(b)) == alike
