"""What is searched: rows of text, and which results each row stands for."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from build_scripts.model import Span
from build_scripts.publishing.index.lookups import Entry, Index
from build_scripts.publishing.index.passages import Passage

Result = Entry | Passage


_INTO = 24  # characters of a measure's text that its line goes on into


@dataclass(frozen=True)
class HeadingRow:
    """A heading over the results from ``first`` up to ``last``, both counted in: a hit in it is a hit above them.

    Without ``last`` it is the line of one measure as printed, number and full stop included, into the text: what a reader
    copies from there is found, after what stands in headings and texts themselves.
    """

    text: str
    first: int
    last: int | None = None


def results(index: Index) -> list[Result]:
    """All that can be found: the measures, then what documents say outside them."""
    return [*index.entries.values(), *(p for passages in index.passages.values() for p in passages)]


def row(result: Result) -> str:
    """The text of a result that is searched: heading and text."""
    if isinstance(result, Passage):
        return result.text
    return f"{result.measure.heading or ''}\n{result.measure.text}"


def _lines(index: Index, found: Sequence[Result]) -> Iterator[HeadingRow]:
    starts = _starts(index, {"heading"})
    for number, result in enumerate(found):
        start = starts.get((result.document.id, result.measure.ref)) if isinstance(result, Entry) else None
        if start and isinstance(result, Entry) and result.measure.at:
            source = index.corpus.sources[result.document.id]
            at = result.measure.at
            yield HeadingRow(source[start.start : min(at.start + _INTO, at.end)], number)


def _starts(index: Index, kinds: set[str]) -> dict[tuple[str, str], Span]:
    """Where the nodes of some kinds stand, by document and ref."""
    return {
        (document, node.ref): node.at
        for document, nodes in index.corpus.nodes.items()
        for node in nodes
        if node.ref and node.kind in kinds
    }


def headings(index: Index, found: Sequence[Result]) -> list[HeadingRow]:
    """The lines of measures as printed; the headings of sections and groups, each over the measures under it."""
    lines = _starts(index, {"section", "group"})
    sources = index.corpus.sources
    named = {d: {s.ref: s.heading for s in document.sections} for d, document in index.documents.items()}
    above: dict[tuple[str, str], list[int]] = {}
    for number, result in enumerate(found):
        if isinstance(result, Entry):
            measure = result.measure
            for ref in dict.fromkeys((measure.section, measure.group, measure.ref)):
                heading = named[result.document.id].get(ref or "")
                if ref and heading and heading != measure.heading:
                    above.setdefault((result.document.id, ref), []).append(number)
    return [
        *_lines(index, found),
        *(
            HeadingRow(lines[key].of(sources[key[0]]) if key in lines else named[key[0]][key[1]], first, last)
            for key, numbers in above.items()
            for first, last in _runs(numbers)
        ),
    ]


def _runs(numbers: Sequence[int]) -> Iterator[tuple[int, int]]:
    """Ascending numbers as stretches without a break.

    >>> list(_runs([1, 2, 3, 7]))
    [(1, 3), (7, 7)]
    """
    breaks = [n for n, (a, b) in enumerate(pairwise(numbers), start=1) if b != a + 1]
    for start, stop in pairwise([0, *breaks, len(numbers)]):
        yield numbers[start], numbers[stop - 1]
