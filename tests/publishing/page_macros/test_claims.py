"""What an essay says of a whole document: carried by the records, or the page is not made."""

from __future__ import annotations

from dataclasses import replace

import pytest

from build_scripts.model import Corpus, Limit, Point, Target, TopicPoints
from build_scripts.publishing.index.lookups import Index
from build_scripts.publishing.page_macros import claims
from build_scripts.publishing.page_macros.quotations import UnknownQuotation
from tests.publishing.html import parse

GANSU, HENAN = "gansu-enclave-economy", "henan-industrial-clusters"
ASKED = "enclave-parks/sharing"


@pytest.fixture(scope="module")
def index(corpus: Corpus) -> Index:
    """The small corpus with one question, on which Henan is silent and Gansu is not read yet; Gansu has some numbers."""
    point = Point("sharing", "收益<怎么>分？", "分利。", silent=(HENAN,))
    goals = (Target("达到10个", value=10), Target("大幅提升", comparator=None, deadline="2026"))
    documents = tuple(
        replace(d, measures=(replace(d.measures[0], targets=goals, limits=(Limit("10亿元以上", "threshold"),)),))
        if d.id == GANSU
        else d
        for d in corpus.documents
    )
    return Index(replace(corpus, documents=documents, points=(TopicPoints("enclave-parks", (point,)),)))


def test_silence_leads_to_the_question_it_was_read_for(index: Index) -> None:
    (link,) = parse(claims.silence(index, ASKED, (HENAN,), "analysis/x/")).all("a")
    assert link.text == "未写" and link.attrs["title"] == "收益<怎么>分？"
    assert link.attrs["href"] == "../../topics/enclave-parks/#q-sharing"


@pytest.mark.parametrize(
    ("question", "documents", "says"),
    [
        (ASKED, (HENAN, GANSU), GANSU),
        (ASKED, ("nowhere",), "nowhere"),
        (ASKED, (), ASKED),
        ("enclave-parks/none", (HENAN,), "enclave-parks/none"),
    ],
)
def test_what_is_not_on_record_as_silent_cannot_be_called_so(
    question: str, documents: tuple[str, ...], says: str, index: Index
) -> None:
    with pytest.raises(UnknownQuotation, match=says):
        claims.silence(index, question, documents, "analysis/x/")


def test_goals_and_limits_are_counted_from_the_record(index: Index) -> None:
    found = {what: claims.counted(index, GANSU, what) for what in ("numbers", "words", "limits", "deadlines")}
    assert found == {"numbers": 1, "words": 1, "limits": 1, "deadlines": 1}


@pytest.mark.parametrize(("document", "what"), [("nowhere", "numbers"), (GANSU, "pages")])
def test_what_cannot_be_counted_is_told(document: str, what: str, index: Index) -> None:
    with pytest.raises(UnknownQuotation, match=r"nowhere|pages"):
        claims.counted(index, document, what)
