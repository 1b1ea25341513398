"""What a Word document of ours holds: paragraphs and tables, with footnotes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

WIDTH = 14_798
"""Twentieths of a point across a landscape A4 page between its margins."""


@dataclass(frozen=True)
class Text:
    """A run of text, in the bolder face where it is ``strong``, as high as marks where it is ``raised``; with a ``url`` it
    leads there."""

    text: str
    url: str = ""
    strong: bool = False
    raised: bool = False


@dataclass(frozen=True)
class Mark:
    """The mark of a footnote: ``note`` is its number, from 1."""

    note: int


Piece = Text | Mark


@dataclass(frozen=True)
class Paragraph:
    """``style`` is the id of a paragraph style of parts/styles.xml, empty for the ordinary one."""

    pieces: tuple[Piece, ...]
    style: str = ""


@dataclass(frozen=True)
class WordCell:
    """``span`` counts the columns that it takes; ``shaded`` is the colour behind it, as six hexadecimal digits."""

    paragraphs: tuple[Paragraph, ...]
    span: int = 1
    shaded: str = ""


@dataclass(frozen=True)
class WordRow:
    """A ``whole`` row does not go over to the next page in its middle."""

    cells: tuple[WordCell, ...]
    whole: bool = False


@dataclass(frozen=True)
class WordTable:
    """``widths`` in twentieths of a point; the head stands on every page."""

    widths: tuple[int, ...]
    head: WordRow
    rows: tuple[WordRow, ...]


@dataclass(frozen=True)
class Paper:
    """A document: ``foot`` stands at the foot of every page, ``url`` is where the page stands that it prints, ``day`` (ISO
    8601) is that of its properties."""

    title: str
    creator: str
    url: str
    day: str
    foot: str
    blocks: tuple[Paragraph | WordTable, ...]
    notes: tuple[tuple[Text, ...], ...] = ()


@dataclass
class Notes:
    """The footnotes of a document while it is made, in the order of their marks."""

    held: list[tuple[Text, ...]] = field(default_factory=list)

    def mark(self, *pieces: Text) -> Mark:
        self.held.append(pieces)
        return Mark(len(self.held))


def marked(marks: Iterable[Mark], between: str) -> Iterator[Piece]:
    """Marks behind one another, told apart: 5、6."""
    for n, mark in enumerate(marks):
        if n:
            yield Text(between, raised=True)
        yield mark


def plain(text: str, style: str = "") -> Paragraph:
    return Paragraph((Text(text),), style)


def head(texts: Iterable[str], shaded: str = "E8EDF2") -> WordRow:
    """The head of a table."""
    return WordRow(tuple(WordCell((plain(text, "Head"),), shaded=shaded) for text in texts), whole=True)


def widths(first: int, others: int) -> tuple[int, ...]:
    """A first column of a width, and so many others that share the rest of the page evenly.

    >>> sum(widths(2000, 3)) == WIDTH
    True
    """
    share = (WIDTH - first) // others
    return (WIDTH - share * others, *([share] * others))
