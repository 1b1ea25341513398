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


def test_what_a_person_decided_of_a_measure_that_is_not_there_is_passed_over() -> None:
    assert match(measures(a1=ROADS), measures(a1=ROADS), {"9": "1"}).found == {"1": "1"}


def test_short_texts_with_nothing_in_common_are_not_alike() -> None:
    found = match(measures(a1="道路"), measures(a2="人才"))
    assert (found.found, found.doubtful) == ({}, {})


def test_two_of_the_same_text_are_told_apart_by_their_headings() -> None:
    text = "按规定执行。"
    old = [Measure("1", "完善设施", text), Measure("2", "优化服务", text)]
    assert match(old, [Measure("1", "优化服务", text), Measure("2", "完善设施", text)]).moved == {"1": "2", "2": "1"}


def test_where_the_heading_ends_is_part_of_the_words() -> None:
    new = [Measure("2", "完善设施", "加强道路"), Measure("3", "完善", "设施加强道路")]
    assert match([Measure("1", "完善", "设施加强道路")], new).found == {"1": "3"}


def test_the_same_words_go_before_the_likest() -> None:
    long = ROADS + SERVICE
    for words in (long, long.replace("道路", " 道路 ")):
        assert match(measures(a1=words), measures(a2=long[:-1] + "等。", a3=long)).found == {"1": "3"}


def test_words_that_stand_twice_on_either_side_and_moved_are_doubtful() -> None:
    found = match(measures(a1=ROADS, a2=ROADS), measures(a3=ROADS, a4=ROADS))
    assert (found.found, found.doubtful) == ({}, {"1": ("3", "4"), "2": ("3", "4")})


def test_the_likest_is_offered_first_and_among_equals_the_same_number() -> None:
    found = match(measures(a1=ROADS + SERVICE[:-1]), measures(a2=SERVICE, a3=ROADS))
    assert found.doubtful == {"1": ("3", "2")}
    assert match(measures(a2=ROADS + SERVICE), measures(a1=ROADS, a2=SERVICE)).doubtful == {"2": ("2", "1")}


def test_from_six_tenths_on_it_is_sure_and_from_three_tenths_on_doubtful() -> None:
    """Eleven characters have ten pairs; of these, seven characters at the beginning are six, four are three."""
    old, other = "甲乙丙丁戊己庚辛壬癸子", "春夏秋冬东南西"
    assert match(measures(a1=old), measures(a2=old[:7] + other[:4])).found == {"1": "2"}
    assert match(measures(a1=old), measures(a2=old[:6] + other[:5])).doubtful == {"1": ("2",)}
    assert match(measures(a1=old), measures(a2=old[:4] + other)).doubtful == {"1": ("2",)}
    assert match(measures(a1=old), measures(a2=old[:3] + other + "中")).doubtful == {}
