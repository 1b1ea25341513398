"""The page that stands in for a measure while indexing. Tokens are letters and digits, so nothing needs escaping."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from jinja2 import Template

from build_scripts.publishing.index import Entry, Index
from build_scripts.publishing.search_index.tokens import singles, tokens


def shadow_page(entry: Entry, index: Index) -> str:
    """The HTML indexed for ``entry``: heading and text in one row, then its characters; its section's headings as metadata.

    A hit in the row has a place in it, a hit in the metadata has none: that is how the search page tells a hit in
    the measure from one in the heading above it.
    """
    measure = entry.measure
    row = f"{measure.heading or ''}\n{measure.text}"
    above = " ".join(" ".join(tokens(h)) for h in headings_above(entry, index))
    return _template().render(above=above, row=" ".join(tokens(row)), characters=" ".join(singles(row)))


@cache
def _template() -> Template:
    return Template((Path(__file__).parent / "shadow.html.j2").read_text(encoding="utf-8"), autoescape=True)


def headings_above(entry: Entry, index: Index) -> list[str]:
    """The headings of the section and group a measure stands in, or of the section that it is."""
    refs = dict.fromkeys((entry.measure.section, entry.measure.group, entry.measure.ref))
    headings = (index.section_heading(entry.document, ref) for ref in refs)
    return [h for h in headings if h and h != entry.measure.heading]
