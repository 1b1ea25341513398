"""R reads the tables by the types that they say, and a single file."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from typing import Any

from tests.tools.conftest import needed


def test_r_counts_who_leads_as_the_corpus_does(ran: Callable[..., str], corpus: dict[str, Any]) -> None:
    needed("Rscript")
    *counted, last = [line.split("\t") for line in ran("read_with_r.R", "Rscript").splitlines()]
    bodies = {a["id"]: (a["jurisdiction"], a["name"]) for a in corpus["agencies"]}
    duties = [r for m in corpus["measures"] for r in m["responsibilities"]]
    lead = Counter(bodies[r["agency"]] for r in duties if r["role"] == "lead" and r["agency"])
    assert {(place, name): int(n) for place, name, n in counted} == lead
    measure = next(m for m in corpus["measures"] if m["id"] == "gansu-enclave-economy/3.10")
    assert last == ["3.10", measure["heading"]], "3.10 is no number"
