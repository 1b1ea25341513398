"""Built pages read the way a browser reads them: character references become their code points, all of them."""

from __future__ import annotations

import functools
import json
from collections.abc import Iterator
from dataclasses import dataclass, field
from html.parser import HTMLParser

from build_scripts.publishing.text.reading_form.patch import patched

APART = {"button", "script", "style"}
VOID = {"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"}


@dataclass
class Element:
    """An element; ``children`` are elements and strings."""

    tag: str
    attrs: dict[str, str | None] = field(default_factory=dict)
    children: list[Element | str] = field(default_factory=list)

    @property
    def text(self) -> str:
        return "".join(c if isinstance(c, str) else c.text for c in self.children)

    @property
    def classes(self) -> list[str]:
        return (self.attrs.get("class") or "").split()

    def all(self, tag: str | None = None, cls: str | None = None) -> Iterator[Element]:
        """Descendants by tag and class, in order."""
        for child in self.children:
            if isinstance(child, Element):
                if tag in (None, child.tag) and (cls is None or cls in child.classes):
                    yield child
                yield from child.all(tag, cls)


class _Builder(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=False)
        self.root = Element("")
        self.stack = [self.root]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        element = Element(tag, dict(attrs))
        self.stack[-1].children.append(element)
        if tag not in VOID:
            self.stack.append(element)

    def handle_endtag(self, tag: str) -> None:
        assert self.stack[-1].tag == tag, f"</{tag}> closes <{self.stack[-1].tag}>"
        self.stack.pop()

    def handle_data(self, data: str) -> None:
        self.stack[-1].children.append(data)

    def handle_charref(self, name: str) -> None:
        self.stack[-1].children.append(chr(int(name[1:], 16) if name[0] in "xX" else int(name)))

    def handle_entityref(self, name: str) -> None:
        self.stack[-1].children.append({"amp": "&", "lt": "<", "gt": ">", "quot": '"', "nbsp": "\u00a0"}[name])


def received(page: Element) -> Element:
    """The page in 原貌, as docs/assets/js/shared/form.js shows it; the page itself is changed."""
    for element in page.all():
        if "data-received" in element.attrs:
            words = list(patched(_spoken(element), str(element.attrs.pop("data-received"))))
            _lay(element, iter(words))
        if "data-hant" in element.attrs:
            element.attrs["lang"] = "zh-Hant"
    return page


def received_record(record: dict) -> dict:
    """A record of a file for the browser in 原貌, as ``inForm`` of form.js gives it."""
    record = json.loads(json.dumps(record))
    for path, steps in record.pop("received", {}).items():
        *keys, last = [int(k) if k.isdigit() else k for k in path.split(".")]
        holder = functools.reduce(lambda at, key: at[key], keys, record)
        holder[last] = patched(holder[last], steps)
    return record


def _spoken(element: Element) -> str:
    """What an element says, buttons, scripts and styles left out."""
    parts = (
        c if isinstance(c, str) else _spoken(c) for c in element.children if isinstance(c, str) or c.tag not in APART
    )
    return "".join(parts)


def _lay(element: Element, words: Iterator[str]) -> None:
    for n, child in enumerate(element.children):
        if isinstance(child, str):
            element.children[n] = "".join(next(words) for _ in child)
        elif child.tag not in APART:
            _lay(child, words)


def parse(html: str) -> Element:
    """The tree of a page; an element closed out of turn fails the test."""
    builder = _Builder()
    builder.feed(html)
    builder.close()
    assert [e.tag for e in builder.stack] == [""], "elements left open"
    return builder.root
