"""The whole generator: a corpus in, pages out. Pure: it reads and writes no file but its templates."""

from __future__ import annotations

from collections.abc import Iterator

from build_scripts.model import Corpus
from build_scripts.publishing.index import Index
from build_scripts.publishing.rendering import Page
from build_scripts.publishing.settings import Site
from build_scripts.publishing.views.agencies import agencies
from build_scripts.publishing.views.documents import documents
from build_scripts.publishing.views.home import home
from build_scripts.publishing.views.measures import measures
from build_scripts.publishing.views.targets import targets
from build_scripts.publishing.views.topics import topics

LOCAL = Site()


def pages(corpus: Corpus, computed: object = None, site: Site = LOCAL) -> Iterator[Page]:
    """Every generated page. ``computed`` is what comparing found; no page shows any of it yet."""
    index = Index(corpus)
    yield home(index)
    yield from documents(index, site)
    yield from measures(index, site)
    yield from agencies(index)
    yield from topics(index)
    yield targets(index)
