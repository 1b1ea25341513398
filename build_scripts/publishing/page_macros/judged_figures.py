"""How far both readings of topics, pairs, relations and bodies agreed, for the method page and the page about the project."""

from __future__ import annotations

from build_scripts.answering.agreement_on_judgements import READINGS_CAVEAT, Agreed, agreed
from build_scripts.answering.errors_of_first_reading import moved
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


def direction_figures(corpus: Corpus) -> str:
    """The table of how many verdicts of the first reading were changed, and which way, to open."""
    rows = [m for m in moved(corpus.judged) if m.cells]
    return render("direction_figures.html.j2", rows=rows).replace("\n", "") if rows else ""


def changed(corpus: Corpus, of: str, way: str = "all") -> str:
    """How many of the first reading's verdicts of a kind were changed in settling: ``all``, or to ``less``, ``more``."""
    found = [m for m in moved(corpus.judged) if m.of == of]
    return str(getattr(found[0], way)) if found and way in _WAYS else ""


_WAYS = ("all", "less", "more", "other", "cells")


def _percent(a: Agreed) -> str:
    return str(round(100 * a.divergence))
