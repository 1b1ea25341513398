"""The sheet 问题对照: a question a row, a document a column, in each cell what the document answers and where."""

from __future__ import annotations

from collections.abc import Iterator

from build_scripts.locating.evidence import document_of
from build_scripts.model import STATES, Answer, Evidence
from build_scripts.publishing.dataset.table_files.printed_sheet import Head, Linked, Value
from build_scripts.publishing.dataset.table_model import Data
from build_scripts.publishing.dataset.tables.documents import PASSAGES
from build_scripts.publishing.index.lookups import Index
from build_scripts.publishing.index.points import Question
from build_scripts.publishing.text import labels
from build_scripts.publishing.text.wording.loading import wording

_WORDS = wording("workbook").points
TITLE: str = _WORDS["title"]
_SAID = 32  # characters of half width: in a column of answers


def heads(index: Index) -> list[Head]:
    """A column for every document, by the short name that differences use."""
    documents = [Head(index.short_names[d.id], _SAID) for d in index.corpus.documents]
    words = _WORDS["heads"]
    return [
        Head(words["topic"], 16),
        Head(words["question"], 22),
        *documents,
        Head(words["difference"], 36),
        Head(words["caution"], 36),
        Head(words["address"], 40, printed=False),
    ]


def rows(data: Data, index: Index) -> Iterator[list[Value]]:
    """The questions in the order of the topics, each leading to its place on its topic's page."""
    for question in index.questions.values():
        cells = [cell(question, d.id) for d in index.corpus.documents]
        point = question.point
        to = data.site.absolute(question.address)
        asked = Linked(point.question, to)
        yield [question.topic.zh, asked, *cells, point.difference, point.caution, Linked(to, to)]


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
