"""A topic's questions as a Word document: a question a row, a place a column, the words that prove an answer in footnotes."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from build_scripts import addresses
from build_scripts.model import Topic
from build_scripts.publishing.citing.citations import cite_topic
from build_scripts.publishing.index.lookups import Index
from build_scripts.publishing.pages.parts.point_rows import PlaceCell, PointRow, Proof, ShownAnswer, point_rows
from build_scripts.publishing.pages.word.around import closing, paper, read, said_at
from build_scripts.publishing.pages.word.paper import (
    Mark,
    Notes,
    Paper,
    Paragraph,
    Text,
    WordCell,
    WordRow,
    WordTable,
    head,
    marked,
    plain,
    widths,
)
from build_scripts.publishing.settings import Site
from build_scripts.publishing.text.wording.loading import wording

_WORDS, _POINTS = wording("word"), wording("points")
_QUESTION = 2200  # width of the column of questions
PLACES = 6
"""Places beside each other; further ones stand in a table of their own below."""


def question_paper(index: Index, topic: Topic, site: Site) -> Paper:
    """The document of a topic that has questions."""
    rows, notes = point_rows(index, index.questions_of_topic[topic.id]), Notes()
    blocks: list[Paragraph | WordTable] = [
        plain(topic.definition, "Lede"),
        plain(_WORDS.questions["how"] + _POINTS.how_tones, "Small"),
    ]
    groups = range(0, len(index.speaking_places), PLACES)
    blocks += [_table(index, rows, first, first == groups[-1], notes, site) for first in groups]
    title = _WORDS.questions["title"].format(topic=topic.zh)
    return paper(title, addresses.topic(topic.id), site, [*blocks, *closing(cite_topic(topic, site), site)], notes)


def _table(index: Index, rows: Sequence[PointRow], first: int, last: bool, notes: Notes, site: Site) -> WordTable:
    """The table of the places from number ``first`` on; the last one says how the answers differ."""
    places = index.speaking_places[first : first + PLACES]
    held: list[WordRow] = []
    for row in rows:
        asked = Text(row.question.point.question, site.absolute(row.question.address), strong=True)
        cells = (_cell(c, notes, site) for c in row.cells[first : first + PLACES])
        held.append(WordRow((WordCell((Paragraph((asked,)),)), *cells), whole=True))
        under = tuple(_under(row)) if last else ()
        held += [WordRow((WordCell(under, span=len(places) + 1, shaded="F6F7F9"),), whole=True)] if under else []
    heads = head([_WORDS.questions["question"], *(p.short for p in places)])
    return WordTable(widths(_QUESTION, len(places)), heads, tuple(held))


def _under(row: PointRow) -> Iterator[Paragraph]:
    point = row.question.point
    for label, text in ((_POINTS.difference, point.difference), (_POINTS.caution, point.caution)):
        if text:
            yield plain(_WORDS.questions["under"].format(label=label, text=text))


def _cell(cell: PlaceCell, notes: Notes, site: Site) -> WordCell:
    answers = [_answer(a, cell.alone, notes, site) for a in cell.answers]
    return WordCell((*answers, *(plain(text) for text in _without(cell))))


def _answer(answer: ShownAnswer, alone: bool, notes: Notes, site: Site) -> Paragraph:
    named = () if alone else (Text(answer.short + _WORDS.colon, strong=True),)
    tones = "".join(_WORDS("tone", tone=_POINTS.tones[t]) for t in answer.tones)
    proofs = marked((_proof(answer, p, notes, site) for p in answer.proofs), _WORDS.between_marks)
    return Paragraph((*named, Text(answer.says + tones), *proofs))


def _proof(answer: ShownAnswer, proof: Proof, notes: Notes, site: Site) -> Mark:
    """A footnote: the words, where they stand, the address of their sentence."""
    url = site.absolute(proof.address)
    at = said_at(answer.short, proof.printed)
    return notes.mark(Text(f"{at}{read(proof.quote, proof.document)} "), Text(url, url))


def _without(cell: PlaceCell) -> Iterator[str]:
    """Which documents do not answer, and why, as the page says it."""
    silent, unread = cell.named("silent"), cell.named("unread")
    if silent:
        yield _POINTS.states["silent"] if cell.alone else _POINTS("silent_of", documents=_POINTS.comma.join(silent))
    if unread:
        yield _POINTS.states["unread"] if cell.alone else _POINTS("unread_of", documents=_POINTS.comma.join(unread))
    for other in cell.excused:
        yield _POINTS("excused_of", documents="" if cell.alone else other.short, why=other.why)
