"""The Word documents of a built site, each beside the page that it prints."""

from __future__ import annotations

from pathlib import Path

from build_scripts import addresses
from build_scripts.comparing.comparison_of_corpus import Comparison
from build_scripts.publishing.index.lookups import Index
from build_scripts.publishing.pages.views.compare import has_paper, lines_of, sides
from build_scripts.publishing.pages.word.article_tables import article_paper
from build_scripts.publishing.pages.word.docx import docx_bytes
from build_scripts.publishing.pages.word.question_tables import question_paper
from build_scripts.publishing.settings import Site
from build_scripts.store.paths import write_atomically


def write_word(index: Index, found: Comparison, site: Site, site_dir: Path) -> int:
    """Write those of the topics that have questions, and of every two documents with a confirmed counterpart, in either
    order; how many."""
    topics = [t for t in index.topics.values() if index.questions_of_topic.get(t.id)]
    for topic in topics:
        write_atomically(
            site_dir / addresses.questions_in_word(topic.id), docx_bytes(question_paper(index, topic, site))
        )
    printed = [side for side in sides(found, index) if has_paper(lines_of(index, side))]
    for side in printed:
        content = docx_bytes(article_paper(index, side, site))
        write_atomically(site_dir / addresses.table_in_word(side.own.id, side.other.id), content)
    return len(topics) + len(printed)
