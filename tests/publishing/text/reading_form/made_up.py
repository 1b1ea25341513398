"""Texts of nobody's: what a policy document is made of, thrown together."""

from __future__ import annotations

from hypothesis import strategies as st

PIECES = [
    *"甲乙產業集聚區着著乾干里裏后後于於顯显帳账𠮷一〇",
    *",;:?!.，；：。？！、()（）[]［］〔〕<>《》〈〉\"'“”‘’「」『』｢｣＂-—…·",
    *"0159aZ%％Ａ５．﹐﹔｡､ \u3000\u00a0\t\n\r\u200b&é",
    "著力",
    "顯著",
    "推進「飛地經濟」",
    "国办发[2014]54号",
    "10:30",
    "1,000",
    "2.5G",
    "P2P",
    "http://a.cn/",
    "--",
    "討論著",
]


def chinese(max_size: int = 30) -> st.SearchStrategy[str]:
    """Texts in either script with all kinds of marks, now and then with anything that Unicode has."""
    return st.lists(st.sampled_from(PIECES) | st.text(max_size=3), max_size=max_size).map("".join)
