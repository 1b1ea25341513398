"""A finished page as Markdown: its text with headings, lists, tables, quotations and links, without what is there to be clicked.

Of a page that has one wording for the screen and one for paper, that for paper is taken. A table whose cells hold more than a
line is told row by row. (On the 297 pages of five documents this takes 0.65 s; markdownify 1.2.3 takes 4.7 s, and what is to be
left out would have to be taken out before.)
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import cache
from urllib.parse import urljoin

from lxml import etree

from build_scripts.publishing.text.markdown_text import beginning, within

_INLINE = frozenset(
    {
        *("a", "abbr", "b", "bdi", "br", "cite", "code", "data", "em", "i", "kbd", "mark", "q", "rp"),
        *("rt", "ruby", "s", "small", "span", "strong", "sub", "sup", "time", "u", "var", "wbr"),
    }
)
_DROPPED = frozenset(
    {
        *("audio", "button", "canvas", "colgroup", "datalist", "form", "img", "input", "label"),
        *("link", "meta", "nav", "noscript", "script", "select", "style", "svg", "template", "video"),
    }
)
_CLICKED = frozenset(
    {
        *("pp-addline", "pp-besideline", "pp-beside", "pp-cite", "pp-copy", "pp-filterbar"),
        *("pp-filterbox", "pp-form", "pp-get", "pp-go", "pp-nojs", "pp-screen", "pp-tapline"),
        "pp-vh",
    }
)
"""Classes of what is no text of a page: what is clicked, what is for the screen alone, citations (told in the head)."""
_MAIN = re.compile(r'<div\b[^>]* class="pp[" ]')
_UP = re.compile(r"(?:\.\./)+(?=[^./])")
_SPACE = re.compile(r"[ \t\r\n\f]+")

Element = etree._Element  # not those of lxml.html: each of them is looked up in Python


def markdown_of(html: str, url: str) -> str:
    """The text of the page at ``url``, empty where it has none; links are whole addresses."""
    begins = _MAIN.search(html)
    if begins is None:
        return ""
    body = next(parsed(html[begins.start() :]).iter("div"))
    return "\n\n".join(_Page(url).blocks(body)) + "\n"


def parsed(html: str) -> Element:
    """A page's tree, whatever its head says of its encoding."""
    return etree.fromstring(html.encode(), etree.HTMLParser(encoding="utf-8"))


def kept(element: Element) -> bool:
    """Whether an element is text of the page."""
    if not isinstance(element.tag, str) or element.tag in _DROPPED:
        return False
    told = element.get
    if told("hidden") is not None or told("aria-hidden") == "true" or told("role") == "alert":
        return False
    return not _clicked(told("class"))


@cache
def _clicked(classes: str | None) -> bool:
    return not _CLICKED.isdisjoint((classes or "").split())


def _said(element: Element) -> str:
    return str(element.xpath("string()"))


class _Page:
    def __init__(self, url: str) -> None:
        self.url = url
        self._above = [url]  # the folder that the page is, and those that it stands in
        while (above := urljoin(self._above[-1], "../")) != self._above[-1]:
            self._above.append(above)
        self._by_tag: dict[str, Callable[[Element], Iterator[str]]] = {
            "ul": self._list,
            "ol": self._list,
            "dl": self._terms,
            "table": self._table,
            "blockquote": self._quotation,
            "pre": self._code,
            "hr": lambda e: iter(["---"]),
        }

    def blocks(self, element: Element) -> list[str]:
        """What stands in an element, block by block."""
        return [b for b in self._blocks(element) if b.strip()]

    def line(self, element: Element) -> str:
        """What stands in an element, in one line."""
        return _SPACE.sub(" ", self._inline(element))

    def _blocks(self, element: Element) -> Iterator[str]:
        run = within(element.text or "")
        for child in element:
            if kept(child):
                if child.tag in _INLINE:
                    run += self._marked(child)
                else:
                    yield _paragraph(run)
                    run = ""
                    yield from self._block(child)
            run += within(child.tail or "")
        yield _paragraph(run)

    def _block(self, element: Element) -> Iterator[str]:
        tag = element.tag
        if len(tag) == 2 and tag[0] == "h" and tag[1].isdigit():
            yield f"{'#' * int(tag[1])} {self.line(element).strip()}"
        elif tag == "summary":
            yield f"**{self.line(element).strip()}**"
        else:
            yield from self._by_tag.get(tag, self._blocks)(element)

    def _inline(self, element: Element) -> str:
        text = within(element.text or "")
        for child in element:
            if kept(child):
                text += self._marked(child)
            text += within(child.tail or "")
        return text

    def _marked(self, element: Element) -> str:
        tag = element.tag
        if tag == "code":
            return _fenced(_said(element), "`")
        if tag == "br":
            return " "
        text = self._inline(element)
        if tag not in ("a", "b", "strong"):
            return text
        words = _SPACE.sub(" ", text).strip()
        if tag != "a":
            return f"**{words}**" if words else text
        link = element.get("href")
        return f"[{words}]({self._to(link)})" if words and link else text

    def _to(self, link: str) -> str:
        """The whole address of a link; one that climbs, as nearly all do, without taking it apart."""
        up = _UP.match(link)
        if up and up.end() // 3 < len(self._above):
            to = self._above[up.end() // 3] + link[up.end() :]
        else:
            to = urljoin(self.url, link)
        return to.replace("(", "%28").replace(")", "%29").replace(" ", "%20")

    def _list(self, element: Element) -> Iterator[str]:
        numbered = element.tag == "ol"
        items = [self.blocks(li) for li in element if kept(li)]
        marks = [f"{n}. " if numbered else "- " for n in range(1, len(items) + 1)]
        yield "\n".join(_hung(mark, item) for mark, item in zip(marks, items, strict=True) if item)

    def _terms(self, element: Element) -> Iterator[str]:
        lines = []
        for term in element.iter("dt"):
            name = f"**{self.line(term).strip()}**"
            told = [block for dd in _following(term) for block in self.blocks(dd)]
            lines.append(f"- {name} {told[0]}" if _lines(told) == 1 else _hung("- ", [name, *told]))
        yield "\n".join(lines)

    def _quotation(self, element: Element) -> Iterator[str]:
        yield "\n>\n".join("\n".join(f"> {line}" for line in b.split("\n")) for b in self.blocks(element))

    def _code(self, element: Element) -> Iterator[str]:
        text = _said(element)
        fence = _fence(text, "```")
        yield f"{fence}\n{text.strip(chr(10))}\n{fence}"

    def _table(self, element: Element) -> Iterator[str]:
        rows = [
            [c for c in row if c.tag in ("td", "th")] for row in element.iterfind(".//tr") if not _inner(row, element)
        ]
        if any(
            c.tag not in _INLINE and kept(c)
            for row in rows
            for cell in row
            for c in cell.iter()
            if c is not cell and isinstance(c.tag, str)
        ):
            yield from self._row_by_row(rows)
            return
        told = [[self.line(c).strip() for c in row] for row in rows]
        width = max(map(len, told), default=0)
        if width and told:
            head, *rest = [row + [""] * (width - len(row)) for row in told]
            yield "\n".join(f"| {' | '.join(row)} |" for row in [head, ["---"] * width, *rest])

    def _row_by_row(self, rows: list[list[Element]]) -> Iterator[str]:
        heads = [self.line(c).strip() for c in rows[0]] if rows and all(c.tag == "th" for c in rows[0]) else []
        for row in rows[1:] if heads else rows:
            for n, cell in enumerate(row):
                told = self.blocks(cell)
                label = heads[n] if len(heads) == len(row) else cell.get("data-l") or ""
                if cell.tag == "th":
                    yield f"**{' '.join(told)}**" if told else ""
                elif label and _lines(told) == 1:
                    yield f"- **{label}** {told[0]}"
                elif told:
                    yield _hung("- ", [f"**{label}**", *told] if label else told)


def _inner(row: Element, table: Element) -> bool:
    return next(row.iterancestors("table")) is not table


def _following(term: Element) -> Iterator[Element]:
    for sibling in term.itersiblings():
        if sibling.tag != "dd":
            return
        yield sibling


def _lines(blocks: list[str]) -> int:
    return sum(1 + block.count("\n") for block in blocks)


def _paragraph(run: str) -> str:
    return beginning(_SPACE.sub(" ", run).strip())


def _hung(mark: str, blocks: list[str]) -> str:
    """Blocks as an item of a list: the first at its mark, the others below it."""
    indent = " " * len(mark)
    return mark + f"\n\n{indent}".join(b.replace("\n", f"\n{indent}") for b in blocks)


def _fenced(text: str, fence: str) -> str:
    marks = _fence(text, fence)
    pad = " " if "`" in text else ""
    return f"{marks}{pad}{text}{pad}{marks}"


def _fence(text: str, fence: str) -> str:
    while fence in text:
        fence += "`"
    return fence
