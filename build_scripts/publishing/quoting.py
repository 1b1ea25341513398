"""Quotations and counts for hand-written pages: taken from the corpus, so that they cannot drift from it."""

from __future__ import annotations

import difflib
import re

from markupsafe import Markup

from build_scripts.publishing import addresses
from build_scripts.publishing.index import Index
from build_scripts.publishing.rendering import render
from build_scripts.reading.sentences import sentences


class UnknownQuotation(LookupError):
    """A quotation of a measure or sentence that does not exist."""


def quotation(index: Index, measure_id: str, s: int | None, here: str) -> str:
    """A block quotation of a measure, or of its sentence ``s``, with its permalink, for the page at ``here``."""
    entry = index.entries.get(measure_id)
    if entry is None:
        near = difflib.get_close_matches(measure_id, index.entries, 1)
        raise UnknownQuotation(f"没有条目 {measure_id!r}" + (f"；是否 {near[0]!r}？" if near else ""))
    text, anchor = entry.measure.text, ""
    if s is not None:
        found = {x.n: x for x in sentences(text)}
        if s not in found:
            raise UnknownQuotation(f"条目 {measure_id} 没有第 {s} 句（共 {len(found)} 句）")
        text, anchor = found[s].at.of(text), f"#{addresses.sentence_anchor(s)}"

    def href(to: str) -> Markup:
        return Markup(addresses.relative(to, here))

    return render("quote.html.j2", entry=entry, text=text, anchor=anchor, href=href, here=here).replace("\n", "")


def line_of_call(source: str, measure_id: str, s: int | None) -> int:
    """The line of a page's source in which it quotes this sentence; 0 if it is not found."""
    call = rf"quote\(\s*[\"']{re.escape(measure_id)}[\"']" + (r"\s*\)" if s is None else rf"\s*,\s*(?:s\s*=\s*)?{s}\b")
    match = re.search(call, source) or re.search(re.escape(measure_id), source)
    return source.count("\n", 0, match.start()) + 1 if match else 0


def counts(index: Index) -> dict[str, int]:
    """How many there are of everything, by a name that a page can use."""
    entries = index.entries.values()
    return {
        "documents": len(index.documents),
        "measures": len(index.entries),
        "agencies": len(index.agencies),
        "topics": len(index.topics),
        "places": len(index.speaking_places),
        "targets": sum(len(e.measure.targets) for e in entries),
        "citations": sum(len(e.measure.citations) for e in entries),
        "responsibilities": sum(len(e.measure.responsibilities) for e in entries),
    }
