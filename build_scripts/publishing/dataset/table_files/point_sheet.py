"""The sheet 问题对照: a question a row, a document a column, in each cell what the document answers and where."""

from __future__ import annotations

from collections.abc import Iterator

from build_scripts.locating.evidence import document_of
from build_scripts.model import STATES, Answer, Evidence
from build_scripts.publishing.dataset.table_model import Data
from build_scripts.publishing.dataset.tables.documents import PASSAGES
from build_scripts.publishing.index.lookups import Index
from build_scripts.publishing.index.points import Question
from build_scripts.publishing.text import labels
from build_scripts.publishing.text.wording.loading import wording

_WORDS = wording("workbook").points
TITLE: str = _WORDS["title"]
_WIDE, _NARROW = 40, 14


def heads(data: Data) -> list[tuple[str, int]]:
    """The headings with their widths in characters: every document by the short name that differences use."""
    names = Index(data.corpus).short_names
    documents = [(names[d.id], _WIDE) for d in data.corpus.documents]
    words = _WORDS["heads"]
    return [
        (words["topic"], _NARROW),
        (words["question"], _WIDE // 2),
        *documents,
        (words["difference"], _WIDE),
        (words["caution"], _WIDE),
        (words["id"], _WIDE // 2),
    ]


def rows(data: Data) -> Iterator[list[str | None]]:
    """The questions in the order of the topics."""
    for question in Index(data.corpus).questions.values():
        cells = [cell(question, d.id) for d in data.corpus.documents]
        point = question.point
        yield [question.topic.zh, point.question, *cells, point.difference, point.caution, question.id]


def cell(question: Question, document: str) -> str:
    """What stands for a document: its answer with the places of its evidence, else how it stands to the question."""
    answer = question.answer(document)
    if answer is not None:
        return f"{answer.says}{_WORDS['places'].format(places='、'.join(_places(answer)))}"
    why = next((n.why for n in question.point.not_applicable if n.document == document), None)
    return STATES[question.state(document)] + (f"：{why}" if why else "")


def _places(answer: Answer) -> list[str]:
    return list(dict.fromkeys(_place(e) for e in answer.evidence))


def _place(evidence: Evidence) -> str:
    if evidence.measure is not None:
        return labels.printed(evidence.measure.removeprefix(f"{document_of(evidence)}/"))
    return PASSAGES[evidence.passage or ""]
