"""Page numbers that a copied page left inside a sentence: 市科技局、 / — 5 — / 市财政局."""

from __future__ import annotations

import re

from ...sources.folded_view import View

_NUMBER = re.compile(r"\n+ *[-—–]+ ?\d{1,4} ?[-—–]+ *\n+ *(?=[\u4e00-\u9fff(])")


def without_page_numbers(view: View) -> View:
    """The view without page numbers that part a sentence, and without the line breaks around them.

    A page number between sentences stays: it is web furniture.
    """
    found = [m.span() for m in _NUMBER.finditer(view.text) if _goes_on(view.text, m.start())]
    return view.without({i for span in found for i in range(*span)})


def _goes_on(text: str, end: int) -> bool:
    """Whether the line that ends here breaks off: behind 、 or a comma, or inside a bracket."""
    line = text[text.rfind("\n", 0, end) + 1 : end].rstrip(" ")
    return line.endswith(("、", ",")) or line.rfind("(") > line.rfind(")")
