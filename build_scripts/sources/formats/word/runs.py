"""The characters of a paragraph as Word shows them, whatever holds them."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field, replace

from lxml import etree

from ..outcome import LeftOut
from ..raised_figures import lowered, raised
from ..xml_parts import attribute, child, name
from .conversion_ledger import Ledger
from .raw_text import raw_text

_ON = (None, "1", "true", "on")
_PRIVATE = range(0xE000, 0xF900)


@dataclass(frozen=True)
class _Look:
    """How a run's characters are shown; ``place`` is superscript, subscript or None."""

    hidden: bool = False
    place: str | None = None


@dataclass
class Inline:
    """A paragraph gathered: its characters, and the text boxes anchored in it."""

    pieces: list[str] = field(default_factory=list)
    boxes: list[etree._Element] = field(default_factory=list)

    @property
    def text(self) -> str:
        return "".join(self.pieces)


@dataclass
class Runs:
    """Reads paragraphs in the order of the text, since a field may begin in one and end in another."""

    ledger: Ledger
    codes: list[bool] = field(default_factory=list)

    def read(self, elements: Iterable[etree._Element]) -> Inline:
        """The elements of a paragraph."""
        into = Inline()
        for element in elements:
            self._inline(element, into, _Look())
        return into

    def _inline(self, element: etree._Element, into: Inline, look: _Look) -> None:
        kind = name(element)
        if kind in _CHARACTERS:
            into.pieces.append(_CHARACTERS[kind])
        elif kind in _READ:
            _READ[kind](self, element, into, look)
        elif (opened := self.ledger.opened(element)) is not None:
            for part in opened:
                self._inline(part, into, look)

    def _run(self, element: etree._Element, into: Inline, look: _Look) -> None:
        properties = child(element, "w:rPr")
        vanish = child(properties, "w:vanish")
        hidden = vanish is not None and attribute(vanish, "val") in _ON
        place = attribute(child(properties, "w:vertAlign"), "val")
        look = replace(look, hidden=look.hidden or hidden, place=place or look.place)
        for part in element:
            self._inline(part, into, look)

    def _text(self, element: etree._Element, into: Inline, look: _Look) -> None:
        text = element.text or ""
        if any(self.codes):
            self.ledger.left_out.append(LeftOut("unshown", text))
        elif look.hidden:
            self.ledger.left_out.append(LeftOut("hidden", text))
        else:
            into.pieces.append(_shown(element, text, look))

    def _symbol(self, element: etree._Element, into: Inline, look: _Look) -> None:
        """A character by its number in a font: only outside the private area does the number say which it is."""
        try:
            number = int(attribute(element, "char") or "", 16)
        except ValueError:
            number = 0
        if 0x20 < number < 0xD800 and number not in _PRIVATE:
            into.pieces.append(chr(number))
            self.ledger.added.append(chr(number))
        else:
            self.ledger.symbols += 1

    def _field(self, element: etree._Element, into: Inline, look: _Look) -> None:
        """A field stands as code, then as its last result; the result is what is shown."""
        kind = attribute(element, "fldCharType")
        if kind == "begin":
            self.codes.append(True)
        elif kind == "separate" and self.codes:
            self.codes[-1] = False
        elif kind == "end" and self.codes:
            self.codes.pop()

    def _deleted(self, element: etree._Element, into: Inline, look: _Look) -> None:
        self.ledger.leave("deleted", element)

    def _ruby(self, element: etree._Element, into: Inline, look: _Look) -> None:
        self.ledger.leave("ruby", element)

    def _drawn(self, element: etree._Element, into: Inline, look: _Look) -> None:
        self.ledger.leave("drawing", element)

    def _box(self, element: etree._Element, into: Inline, look: _Look) -> None:
        into.boxes.append(element)

    def _picture(self, element: etree._Element, into: Inline, look: _Look) -> None:
        self.ledger.pictures += 1

    def _formula(self, element: etree._Element, into: Inline, look: _Look) -> None:
        self.ledger.formulas += 1
        into.pieces.append(raw_text(element))


def _shown(element: etree._Element, text: str, look: _Look) -> str:
    """Word trims white space around a run's text that does not ask to keep it, and takes breaks in it for spaces."""
    if element.get("{http://www.w3.org/XML/1998/namespace}space") != "preserve":
        text = text.strip(" \t\r\n")
    text = text.replace("\r", " ").replace("\n", " ")
    return raised(text) if look.place == "superscript" else lowered(text) if look.place == "subscript" else text


_CHARACTERS = {"w:tab": "\t", "w:ptab": "\t", "w:br": "\n", "w:cr": "\n", "w:noBreakHyphen": "-"}
_READ: dict[str, Callable[[Runs, etree._Element, Inline, _Look], None]] = {
    "w:r": Runs._run,
    "w:t": Runs._text,
    "w:delText": Runs._deleted,
    "w:sym": Runs._symbol,
    "w:fldChar": Runs._field,
    "w:rt": Runs._ruby,
    "w:txbxContent": Runs._box,
    "a:t": Runs._drawn,
    "pic:pic": Runs._picture,
    "v:imagedata": Runs._picture,
    "m:oMath": Runs._formula,
}
"""What has a way of its own; everything else is opened and its parts are read."""
