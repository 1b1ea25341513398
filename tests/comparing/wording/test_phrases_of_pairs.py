"""The wording of many pairs: the same by several processes as pair by pair."""

from __future__ import annotations

import pytest

from build_scripts.comparing.comparison_of_corpus import Comparison
from build_scripts.comparing.counterparts.pairs import shown
from build_scripts.comparing.wording import phrases_of_pairs


@pytest.mark.parametrize("processes", ["1", "2"])
def test_what_every_pair_shares(compared: Comparison, processes: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PROCESSES", processes)
    monkeypatch.setattr(phrases_of_pairs, "MANY", 2)
    phrases = Comparison(compared.corpus).phrases_of_pairs()
    pairs = [(p.a, p.b) for p in shown(compared.pairs)]
    assert sum(map(len, phrases.values())) == len(pairs)
    for a, b in pairs:
        assert phrases[a][b] == tuple(p.printed for p in compared.shared(a, b) if not p.genre)
