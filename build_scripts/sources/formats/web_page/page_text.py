"""A block of a page as lines, as a browser lays them out: blocks and breaks, rows of tables, numbers of lists."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field

from lxml import etree

from ..raised_figures import lowered, raised
from ..table_rows import SourceCell, SourceTable
from .ordered_lists import Ordered, ordered

_BLOCKS = frozenset(
    [
        "p",
        "div",
        "li",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "section",
        "article",
        "ul",
        "menu",
        "dl",
        "dd",
        "dt",
        "blockquote",
        "center",
        "header",
        "footer",
        "main",
        "aside",
        "form",
        "hr",
        "fieldset",
        "legend",
        "figure",
        "figcaption",
        "address",
        "details",
        "summary",
        "caption",
        "thead",
        "tbody",
        "tfoot",
        "body",
        "html",
        "pre",
        "tr",
        "td",
        "th",
    ]
)
_SPACE = re.compile(r"[ \t\r\n\f]+")
_SPACES = re.compile(r" {2,}")
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0e-\x1f\x7f]")
_NUMBER = re.compile(r"\s*(\d{1,4})\s*")

End = Callable[[], None]


@dataclass
class PageText:
    """The lines of a block; ``added`` are the numbers written, ``pictures`` counts what may hold text unread."""

    lines: tuple[str, ...] = ()
    added: list[str] = field(default_factory=list)
    pictures: int = 0


def page_text(root: etree._Element) -> PageText:
    """The text of ``root``; its elements may be nested to any depth."""
    writer = _Writer()
    ends: list[End | None] = []
    for event, element in etree.iterwalk(root, events=("start", "end")):
        if event == "start":
            ends.append(writer.start(element))
            writer.put(element.text)
        else:
            end = ends.pop()
            if end:
                end()
            writer.put(element.tail if element is not root else None)
    writer.found.lines = _lines(writer.sheets[0])
    return writer.found


def _lines(pieces: list[str]) -> tuple[str, ...]:
    rows = (_SPACES.sub(" ", row).strip(" ") for row in "".join(pieces).split("\n"))
    return tuple(row for row in rows if row.strip())


class _Writer:
    """Sheets are what characters are gathered on: one for the block, one more for each table cell that is open."""

    def __init__(self) -> None:
        self.found = PageText()
        self.sheets: list[list[str]] = [[]]
        self.tables: list[SourceTable] = []
        self.rows: list[list[SourceCell]] = []
        self.lists: list[Ordered | None] = []
        self.kept = 0

    def put(self, text: str | None) -> None:
        if text:
            clean = _CONTROL.sub("", text)
            self.sheets[-1].append(clean if self.kept else _SPACE.sub(" ", clean))

    def _break(self) -> None:
        self.sheets[-1].append("\n")

    def start(self, element: etree._Element) -> End | None:
        """Open an element; what is to be done at its end."""
        tag = element.tag if isinstance(element.tag, str) else ""
        if tag in ("br", "hr"):
            self._break()
            return None
        if tag == "img":
            self.found.pictures += 1
        if tag in ("sup", "sub"):
            return self._script(raised if tag == "sup" else lowered)
        if tag == "table":
            return self._table()
        if tag == "tr" and self.tables:
            return self._row()
        if tag in ("td", "th") and self.rows:
            return self._cell(element)
        if tag in ("ol", "ul", "menu"):
            return self._list(ordered(element) if tag == "ol" else None)
        return self._block(tag, element) if tag in _BLOCKS else None

    def _block(self, tag: str, element: etree._Element) -> End:
        self._break()
        if tag == "li":
            self._number(element)
        if tag != "pre":
            return self._break
        self.kept += 1
        return self._kept_end

    def _kept_end(self) -> None:
        self.kept -= 1
        self._break()

    def _script(self, form: Callable[[str], str]) -> End:
        sheet, mark = self.sheets[-1], len(self.sheets[-1])

        def end() -> None:
            sheet[mark:] = [form("".join(sheet[mark:]))]

        return end

    def _list(self, numbers: Ordered | None) -> End:
        self._break()
        self.lists.append(numbers)

        def end() -> None:
            self.lists.pop()
            self._break()

        return end

    def _number(self, item: etree._Element) -> None:
        numbers = self.lists[-1] if self.lists else None
        if numbers is not None:
            number = numbers.number(item)
            self.found.added.append(number)
            self.sheets[-1].append(number)

    def _table(self) -> End:
        self._break()
        self.tables.append(SourceTable())
        outer, self.rows = self.rows, []

        def end() -> None:
            self.tables.pop()
            self.rows = outer
            self._break()

        return end

    def _row(self) -> End:
        self.rows.append([])

        def end() -> None:
            for line in self.tables[-1].row(self.rows.pop()):
                self.sheets[-1].append(f"\n{line}\n")

        return end

    def _cell(self, element: etree._Element) -> End:
        sheet: list[str] = []
        self.sheets.append(sheet)

        def end() -> None:
            self.sheets.pop()
            self.rows[-1].append(SourceCell(_lines(sheet), _span(element, "colspan"), _span(element, "rowspan")))

        return end


def _span(element: etree._Element, name: str) -> int:
    found = _NUMBER.fullmatch(element.get(name) or "")
    return max(1, int(found[1])) if found else 1
