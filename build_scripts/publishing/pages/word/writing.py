"""The Word documents of a built site, each beside the page that it prints."""

from __future__ import annotations

from pathlib import Path

from build_scripts import addresses
from build_scripts.comparing.comparison_of_corpus import Comparison
from build_scripts.model import Topic
from build_scripts.publishing.index.lookups import Index
from build_scripts.publishing.pages.views.compare import Side, sides
from build_scripts.publishing.pages.word.article_tables import article_paper
from build_scripts.publishing.pages.word.docx import docx_bytes
from build_scripts.publishing.pages.word.question_tables import question_paper
from build_scripts.publishing.settings import Site
from build_scripts.store.paths import write_atomically


def write_word(index: Index, found: Comparison, site: Site, site_dir: Path) -> int:
    """Write those of the topics that have questions, and of every two documents with a confirmed counterpart, in either
    order; how many."""
    files = [
        *(question_files(index, topic, site) for topic in index.topics.values()),
        *(article_files(index, side, site) for side in sides(found, index)),
    ]
    for path, content in (item for held in files for item in held.items()):
        write_atomically(site_dir / path, content)
    return sum(map(len, files))


def question_files(index: Index, topic: Topic, site: Site) -> dict[str, bytes]:
    """The Word document of a topic's questions, by its path below the site; none where it has no questions."""
    if not index.questions_of_topic.get(topic.id):
        return {}
    return {addresses.questions_in_word(topic.id): docx_bytes(question_paper(index, topic, site))}


def article_files(index: Index, side: Side, site: Site) -> dict[str, bytes]:
    """That of two documents, one beside the other; none where no counterpart is confirmed."""
    if not side.read:
        return {}
    return {addresses.table_in_word(side.own.id, side.other.id): docx_bytes(article_paper(index, side, site))}
