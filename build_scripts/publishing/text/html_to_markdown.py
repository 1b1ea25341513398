"""A finished page as Markdown: its text with headings, lists, tables, quotations and links, without what is there to be clicked.

Of a page that has one wording for the screen and one for paper, that for paper is taken. A table whose cells hold more than a
line is told row by row. (markdownify 1.2.3 takes more than seven times as long, and what is to be left out would have to be
taken out before.)
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterator, Mapping
from functools import cache, lru_cache
from urllib.parse import urljoin

from build_scripts.publishing.text.html_tree import Element, tree
from build_scripts.publishing.text.markdown_text import beginning, within

_INLINE = frozenset(
    {
        *("a", "abbr", "b", "bdi", "br", "cite", "code", "data", "em", "i", "kbd", "mark", "q", "rp"),
        *("rt", "ruby", "s", "small", "span", "strong", "sub", "sup", "time", "u", "var", "wbr"),
    }
)
_THIN = _INLINE - {"a", "b", "br", "code", "strong"}
"""Elements that mean nothing to Markdown but what is inside."""
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
_HEADINGS = tuple(f"h{n}" for n in range(1, 7))
_ROWS = frozenset({"thead", "tbody", "tfoot"})


def markdown_of(html: str, url: str) -> str:
    """The text of the page at ``url``, empty where it has none; links are whole addresses."""
    begins = _MAIN.search(html)
    if begins is None:
        return ""
    body, *_ = tree(html[begins.start() :], kept, _THIN).elements
    return "\n\n".join(_Page(url).blocks(body)) + "\n"


def kept(tag: str, attributes: Mapping[str, str]) -> bool:
    """Whether an element is text of the page."""
    if tag in _DROPPED:
        return False
    if not attributes or tag in _ROWS:  # a head of a table that is heard, not seen, is text all the same
        return True
    told = attributes.get
    if told("hidden") is not None or told("aria-hidden") == "true" or told("role") == "alert":
        return False
    return not _clicked(told("class"))


@cache
def _clicked(classes: str | None) -> bool:
    return not _CLICKED.isdisjoint((classes or "").split())


@lru_cache(maxsize=1024)
def _and_above(folder: str) -> tuple[str, ...]:
    """A folder and those that it stands in, innermost first."""
    above = urljoin(folder, "../")
    return (folder,) if above == folder else (folder, *_and_above(above))


class _Page:
    def __init__(self, url: str) -> None:
        self.url = url
        self._folders = _and_above(url)
        self._by_tag: dict[str, Callable[[Element], list[str]]] = {
            "ul": self._list,
            "ol": self._list,
            "dl": self._terms,
            "table": self._table,
            "blockquote": self._quotation,
            "pre": self._code,
            "summary": self._summary,
            "hr": lambda e: ["---"],
            **dict.fromkeys(_HEADINGS, self._heading),
        }

    def blocks(self, element: Element) -> list[str]:
        """What stands in an element, block by block."""
        blocks, run = [], ""
        for child in element.inside:
            if isinstance(child, str):
                run += child if child.isspace() else within(child)
            elif child.tag in _INLINE:
                run += self._marked(child)
            else:
                blocks += _paragraph(run)
                blocks += self._by_tag.get(child.tag, self.blocks)(child)
                run = ""
        return blocks + _paragraph(run)

    def line(self, element: Element) -> str:
        """What stands in an element, in one line."""
        return _one_line(self._inline(element))

    def _heading(self, element: Element) -> list[str]:
        return [f"{'#' * int(element.tag[1])} {self.line(element)}"]

    def _summary(self, element: Element) -> list[str]:
        return [f"**{self.line(element)}**"]

    def _inline(self, element: Element) -> str:
        return "".join([within(c) if isinstance(c, str) else self._marked(c) for c in element.inside])

    def _marked(self, element: Element) -> str:
        tag = element.tag
        if tag == "code":
            return _fenced("".join(element.texts()), "`")
        if tag == "br":
            return " "
        text = self._inline(element)
        if tag not in ("a", "b", "strong"):
            return text
        words = _one_line(text)
        if tag != "a":
            return f"**{words}**" if words else text
        link = element.attributes.get("href")
        return f"[{words}]({self._to(link)})" if words and link else text

    def _to(self, link: str) -> str:
        """The whole address of a link; one that climbs, as nearly all do, without taking it apart."""
        up = _UP.match(link)
        if up and up.end() // 3 < len(self._folders):
            to = self._folders[up.end() // 3] + link[up.end() :]
        else:
            to = urljoin(self.url, link)
        return to.replace("(", "%28").replace(")", "%29").replace(" ", "%20")

    def _list(self, element: Element) -> list[str]:
        numbered = element.tag == "ol"
        items = [self.blocks(li) for li in element.elements]
        marks = [f"{n}. " if numbered else "- " for n in range(1, len(items) + 1)]
        return _some("\n".join(_hung(mark, item) for mark, item in zip(marks, items, strict=True) if item))

    def _terms(self, element: Element) -> list[str]:
        terms: list[tuple[Element, list[str]]] = []
        for child in _unwrapped(element, {"div"}):
            if child.tag == "dt":
                terms.append((child, []))
            elif terms:
                terms[-1][1].extend(self.blocks(child))
        lines = []
        for term, told in terms:
            name = f"**{self.line(term)}**"
            lines.append(f"- {name} {told[0]}" if _lines(told) == 1 else _hung("- ", [name, *told]))
        return _some("\n".join(lines))

    def _quotation(self, element: Element) -> list[str]:
        return _some("\n>\n".join("\n".join(f"> {line}" for line in b.split("\n")) for b in self.blocks(element)))

    def _code(self, element: Element) -> list[str]:
        text = "".join(element.texts())
        fence = _fence(text, "```")
        return [f"{fence}\n{text.strip(chr(10))}\n{fence}"]

    def _table(self, element: Element) -> list[str]:
        rows = [row.elements for row in _unwrapped(element, _ROWS) if row.tag == "tr"]
        if any(_has_blocks(cell) for row in rows for cell in row):
            return list(self._row_by_row(rows))
        told = [[self.line(cell) for cell in row] for row in rows]
        width = max(map(len, told), default=0)
        if not width:
            return []
        head, *rest = [row + [""] * (width - len(row)) for row in told]
        return ["\n".join(f"| {' | '.join(row)} |" for row in [head, ["---"] * width, *rest])]

    def _row_by_row(self, rows: list[list[Element]]) -> Iterator[str]:
        heads = [self.line(c) for c in rows[0]] if rows and all(c.tag == "th" for c in rows[0]) else []
        for row in rows[1:] if heads else rows:
            for n, cell in enumerate(row):
                told = self.blocks(cell)
                label = heads[n] if len(heads) == len(row) else cell.attributes.get("data-l") or ""
                if not told:
                    continue
                if cell.tag == "th":
                    yield f"**{' '.join(told)}**"
                elif label and _lines(told) == 1:
                    yield f"- **{label}** {told[0]}"
                else:
                    yield _hung("- ", [f"**{label}**", *told] if label else told)


def _unwrapped(element: Element, wrappers: Collection[str]) -> Iterator[Element]:
    """The elements in an element, those in a wrapper in its place."""
    for child in element.elements:
        if child.tag in wrappers:
            yield from child.elements
        else:
            yield child


def _has_blocks(element: Element) -> bool:
    return any(child.tag not in _INLINE or _has_blocks(child) for child in element.elements)


def _lines(blocks: list[str]) -> int:
    return sum(1 + block.count("\n") for block in blocks)


def _paragraph(run: str) -> list[str]:
    return [beginning(_one_line(run))] if run and not run.isspace() else []


def _one_line(text: str) -> str:
    return _SPACE.sub(" ", text).strip()


def _some(block: str) -> list[str]:
    return [block] if block else []


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
