"""The body of a Word file as lines: paragraphs with their numbers, rows of tables, text boxes after their paragraph."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from lxml import etree

from ..table_rows import SourceCell, SourceTable
from ..xml_parts import attribute, child, name
from .conversion_ledger import Ledger
from .lists import Lists
from .raw_text import raw_text
from .runs import Inline, Runs
from .styles import integer


@dataclass
class Body:
    """Reads blocks in the order of the text."""

    lists: Lists
    ledger: Ledger
    runs: Runs
    carried: str = ""

    def lines(self, parent: etree._Element) -> list[str]:
        """The lines of a container: the body, a cell, a text box, a content control."""
        found: list[str] = []
        for element in parent:
            kind = name(element)
            if kind == "w:p":
                found += self._paragraph(element)
            elif kind == "w:tbl":
                table = SourceTable()
                for row in self._parts(element, "w:tr"):
                    found += table.row(self._cells(row))
            elif kind in ("w:r", "w:hyperlink", "w:fldSimple"):
                found += self._finished("", self.runs.read([element]))
            elif (opened := self.ledger.opened(element)) is not None:
                found += self.lines(opened)
        return found

    def _paragraph(self, element: etree._Element) -> list[str]:
        """Where the mark at its end is deleted, a paragraph goes on in the next, whose number it takes."""
        ends = child(child(child(element, "w:pPr"), "w:rPr"), "w:del") is None
        number = self.lists.before(element) if ends else ""
        if number:
            self.ledger.added.append(number)
        inline = self.runs.read(element)
        if not ends:
            self.carried += inline.text
            return self._boxes(inline)
        return self._finished(number, inline)

    def _finished(self, number: str, inline: Inline) -> list[str]:
        text = number + self.carried + inline.text
        self.carried = ""
        return [*text.split("\n"), *self._boxes(inline)]

    def _boxes(self, inline: Inline) -> list[str]:
        return [line for box in inline.boxes for line in self.lines(box)]

    def _parts(self, parent: etree._Element, wanted: str) -> Iterator[etree._Element]:
        """The rows of a table or the cells of a row, out of whatever wraps them."""
        for element in parent:
            if name(element) == wanted:
                yield element
            elif (opened := self.ledger.opened(element)) is not None:
                yield from self._parts(opened, wanted)

    def _cells(self, row: etree._Element) -> list[SourceCell]:
        properties = child(row, "w:trPr")
        if child(properties, "w:del") is not None:
            self.ledger.leave("deleted", row)
            return []
        before = integer(child(properties, "w:gridBefore")) or 0
        return [
            *([SourceCell(columns=before)] if before > 0 else []),
            *(self._cell(c) for c in self._parts(row, "w:tc")),
        ]

    def _cell(self, element: etree._Element) -> SourceCell:
        properties = child(element, "w:tcPr")
        merges = (child(properties, "w:vMerge"), child(properties, "w:hMerge"))
        columns = max(1, integer(child(properties, "w:gridSpan")) or 1)
        if any(m is not None and attribute(m, "val") != "restart" for m in merges):
            if raw_text(element).strip():
                self.ledger.leave("merged", element)
            return SourceCell(columns=columns)
        return SourceCell(tuple(line for line in self.lines(element) if line.strip()), columns)
