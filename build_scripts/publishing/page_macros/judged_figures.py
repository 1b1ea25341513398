"""How far both readings of topics, pairs, relations and bodies agreed, for the method page and the page about the project."""

from __future__ import annotations

from build_scripts.answering.judged_twice import READINGS_CAVEAT, Agreed, agreed
from build_scripts.model import Corpus
from build_scripts.publishing.pages.rendering import render


def judged_figures(corpus: Corpus) -> str:
    """A sentence for each kind, and a table to open; nothing where nothing was read twice."""
    rows = [a for a in agreed(corpus.judged) if a.cells]
    if not rows:
        return ""
    return render("judged_figures.html.j2", rows=rows, caveat=READINGS_CAVEAT).replace("\n", "")


def judged_divergence(corpus: Corpus, of: str) -> str:
    """Of a hundred cells of a kind, how many differ: rounded; no figure where it was not read twice."""
    found = [_percent(a) for a in agreed(corpus.judged) if a.of == of and a.cells]
    return found[0] if found else ""


def _percent(a: Agreed) -> str:
    return str(round(100 * a.divergence))
