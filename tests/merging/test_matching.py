"""Which measure is which: by ref and text together."""

from __future__ import annotations

from build_scripts.merging import match
from build_scripts.model import Measure


def measures(**texts: str) -> list[Measure]:
    """Measures ``1``, ``2``, … from a1=…, a2=…."""
    return [Measure(ref.removeprefix("a"), None, text) for ref, text in texts.items()]


ROADS, SERVICE, TALENT = "加强道路供水供电建设。", "一次办好企业开办事项。", "给予高层次人才住房便利。"


def test_what_stayed_is_itself() -> None:
    found = match(measures(a1=ROADS, a2=SERVICE), measures(a1=ROADS, a2=SERVICE))
    assert (found.found, found.doubtful, found.moved) == ({"1": "1", "2": "2"}, {}, {})


def test_the_same_words_under_another_number_moved() -> None:
    found = match(measures(a1=ROADS, a2=SERVICE), measures(a1=TALENT, a2=ROADS, a3=SERVICE))
    assert found.moved == {"1": "2", "2": "3"}


def test_two_that_changed_places_are_told_apart() -> None:
    assert match(measures(a1=ROADS, a2=SERVICE), measures(a1=SERVICE, a2=ROADS)).moved == {"1": "2", "2": "1"}


def test_a_corrected_word_leaves_a_measure_what_it_is() -> None:
    found = match(measures(a1=ROADS), measures(a1="加强道路供水供热建设。"))
    assert found.found == {"1": "1"}


def test_words_that_stand_twice_do_not_move_by_words_alone() -> None:
    twice = "按有关规定执行。"
    found = match(measures(a1=twice, a2=twice), measures(a1=twice, a2=twice, a3=twice))
    assert found.found == {"1": "1", "2": "2"}


def test_white_space_is_no_difference() -> None:
    assert match(measures(a1="加强 道路 建设。"), measures(a2="加强道路建设。")).moved == {"1": "2"}


def test_two_equally_like_are_doubtful() -> None:
    found = match(measures(a1=ROADS + SERVICE), measures(a2=ROADS, a3=SERVICE))
    assert found.found == {}
    assert set(found.doubtful["1"]) == {"2", "3"}


def test_nothing_like_it_is_neither_found_nor_doubtful() -> None:
    found = match(measures(a1=ROADS), measures(a2=TALENT))
    assert (found.found, found.doubtful) == ({}, {})


def test_a_person_decides() -> None:
    found = match(measures(a1=ROADS, a2=SERVICE), measures(a1=ROADS, a2=SERVICE), {"1": "2", "2": None})
    assert found.found == {"1": "2", "2": None}
