"""Two documents article by article as a Word document: an entry a row, beside it what an editor found to answer it.

A pair that only the program found is named, without its text. Each entry has its address in a footnote.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from build_scripts import addresses
from build_scripts.publishing.citing.citations import cite_comparison
from build_scripts.publishing.index.lookups import Entry, Index
from build_scripts.publishing.pages.views.compare import Counterpart, Line, Side, lines_of
from build_scripts.publishing.pages.word.around import closing, paper, place, read
from build_scripts.publishing.pages.word.paper import (
    WIDTH,
    Notes,
    Paper,
    Paragraph,
    Piece,
    Text,
    WordCell,
    WordRow,
    WordTable,
    head,
    plain,
)
from build_scripts.publishing.settings import Site
from build_scripts.publishing.text import labels
from build_scripts.publishing.text.wording.loading import wording

_WORDS, _TABLE, _PARTS = wording("word"), wording("table_read"), wording("parts")


def article_paper(index: Index, side: Side, site: Site) -> Paper:
    own, other = index.short_names[side.own.id], index.short_names[side.other.id]
    lines, notes = lines_of(index, side), Notes()
    answered = sum(line.answered for line in lines)
    counted = _TABLE("answered", own=own, other=other, n=len(lines), answered=answered, rest=len(lines) - answered)
    silent = _TABLE("none_beside", place=index.places[side.other.jurisdiction].short)
    rows = tuple(WordRow((_own(line.entry, notes, site), _others(line, silent, notes, site))) for line in lines)
    papers = _WORDS.articles["papers"].format(own=_titled(index, side.own.id), other=_titled(index, side.other.id))
    blocks: list[Paragraph | WordTable] = [
        plain(papers, "Lede"),
        plain(counted, "Small"),
        WordTable((WIDTH // 2, WIDTH // 2), head([own, other]), rows),
    ]
    blocks.append(plain(_TABLE("lacking", own=own, other=other), "Heading1"))
    blocks += _lacking(side.lacking, own, other, notes, site)
    title = _WORDS.articles["title"].format(own=own, other=other)
    blocks += closing(cite_comparison(side.own, side.other, site), site)
    return paper(title, addresses.compare_documents(side.own.id, side.other.id), site, blocks, notes)


def _titled(index: Index, document: str) -> str:
    d = index.documents[document]
    supplied = _PARTS.title_supplied if d.title_basis == "editor" else ""
    number = read(d.number, d) if d.number else ""
    return str(_WORDS.articles["paper"]).format(title=read(d.title, d), supplied=supplied, number=number)


def _own(entry: Entry, notes: Notes, site: Site) -> WordCell:
    return WordCell((_named(entry, notes, site), *_text(entry)))


def _others(line: Line, silent: str, notes: Notes, site: Site) -> WordCell:
    held: list[Paragraph] = []
    for match in line.matches:
        if match.pair.basis == "editor":
            strength = labels.strength(match.pair.strength or "")
            judged = _WORDS.articles["judged"].format(strength=strength, why=match.pair.why or "")
            held += [_named(match.entry, notes, site), plain(judged, "Small"), *_text(match.entry)]
    possible = [m for m in line.matches if m.pair.basis != "editor"]
    if not line.answered:
        held.append(plain(silent))
    if possible:
        held.append(_possible(possible, notes, site))
    return WordCell(tuple(held))


def _possible(matches: Sequence[Counterpart], notes: Notes, site: Site) -> Paragraph:
    before, after = _WORDS.articles["possible"].split("{entries}")
    pieces: list[Piece] = [Text(before)]
    for n, match in enumerate(matches):
        between = _WORDS.articles["between"] if n else ""
        pieces += [Text(between + read(match.entry.titled, match.entry.document)), place(notes, match.entry, site)]
    return Paragraph((*pieces, Text(after)), "Small")


def _named(entry: Entry, notes: Notes, site: Site) -> Paragraph:
    return Paragraph((Text(read(entry.titled, entry.document), strong=True), place(notes, entry, site)))


def _text(entry: Entry) -> Iterator[Paragraph]:
    return (plain(read(line, entry.document)) for line in entry.measure.text.split("\n") if line.strip())


def _lacking(entries: Sequence[Entry], own: str, other: str, notes: Notes, site: Site) -> Iterator[Paragraph]:
    """What only the other document has."""
    if not entries:
        yield plain(_TABLE("none_lacking", other=other))
        return
    yield plain(_TABLE("lacking_here", own=own, other=other, n=len(entries)))
    yield from (_named(entry, notes, site) for entry in entries)
