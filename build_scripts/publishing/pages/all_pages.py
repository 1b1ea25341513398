"""Every generated page: what they are made of comes in, pages go out. Pure: no file is read but templates."""

from __future__ import annotations

from collections.abc import Iterator

from build_scripts import addresses
from build_scripts.comparing.comparison_of_corpus import Comparison
from build_scripts.model import Corpus
from build_scripts.publishing.history.days import DocumentDay
from build_scripts.publishing.index.essays import Essay
from build_scripts.publishing.index.lookups import Index
from build_scripts.publishing.pages.rendering import Page, later
from build_scripts.publishing.pages.views.agencies import agencies
from build_scripts.publishing.pages.views.all_questions import questions
from build_scripts.publishing.pages.views.compare import compare
from build_scripts.publishing.pages.views.dictionary import dictionary
from build_scripts.publishing.pages.views.documents import documents
from build_scripts.publishing.pages.views.history.changes import changes
from build_scripts.publishing.pages.views.history.errata import errata
from build_scripts.publishing.pages.views.home import home
from build_scripts.publishing.pages.views.lineage.cited_works import works
from build_scripts.publishing.pages.views.lineage.relations import relations
from build_scripts.publishing.pages.views.measures import measures
from build_scripts.publishing.pages.views.targets import targets
from build_scripts.publishing.pages.views.topics import topics
from build_scripts.publishing.settings import Site

LOCAL = Site()


def pages(
    corpus: Corpus,
    computed: Comparison | None = None,
    site: Site = LOCAL,
    history: tuple[DocumentDay, ...] | None = None,
) -> Iterator[Page]:
    """Every generated page, none of them rendered yet: ``path`` costs nothing, ``text`` does.

    ``computed`` is what comparing found in the same corpus; made here where it is not given. ``history`` is what git
    tells of the records; None where it tells nothing.
    """
    return pages_of(Index(corpus), computed or Comparison(corpus), site, history)


def pages_of(
    index: Index,
    found: Comparison,
    site: Site = LOCAL,
    history: tuple[DocumentDay, ...] | None = None,
    essays: tuple[Essay, ...] = (),
) -> Iterator[Page]:
    """The same, from what is there already."""
    yield later(addresses.HOME, home, index, site)
    yield from documents(index, found, site)
    yield from measures(index, found, site)
    yield from agencies(index, found)
    yield from topics(index, found, site, essays)
    yield later(addresses.QUESTIONS, questions, index)
    yield later(addresses.TARGETS, targets, index, site)
    yield from compare(index, found, site)
    yield from relations(index, found)
    yield from works(index)
    yield later(addresses.ERRATA, errata, index)
    yield later(addresses.CHANGES, changes, index, history)
    yield later(addresses.DICTIONARY, dictionary, index)
