"""The one tie to mkdocs beside mkdocs.yml: pages and downloads before a build, the search index after it."""

from __future__ import annotations

import logging
import sys
from pathlib import Path
from typing import Any

from mkdocs.exceptions import PluginError
from mkdocs.structure.files import Files

sys.path[:0] = [p for p in [str(Path(__file__).resolve().parents[2])] if p not in sys.path]

from build_scripts.publishing import permalinks, snapshot  # noqa: E402
from build_scripts.publishing.settings import Site, released  # noqa: E402
from build_scripts.publishing.site import pages  # noqa: E402
from build_scripts.publishing.writing import copy_sources, write_pages  # noqa: E402
from build_scripts.store.paths import Layout  # noqa: E402

log = logging.getLogger("mkdocs.hooks.pages")

# Parts of the theme that our templates do not use; left out, the site stays small.
_UNUSED = ("assets/javascripts/", "assets/stylesheets/", "assets/images/favicon.png")


def on_pre_build(config: Any) -> None:
    """Load the corpus, write the pages that changed and the downloads."""
    from build_scripts.publishing.export import commit_of, write_data

    root = Path(config.config_file_path).parent
    try:
        corpus = snapshot.take(root)
    except snapshot.Broken as broken:
        raise PluginError(f"记录有误，没有生成页面：\n{broken}") from broken
    docs_dir = Path(config.docs_dir)
    written = write_pages(pages(corpus, site=_site(config)), docs_dir)
    write_data(corpus, docs_dir, commit_of(root))
    copy_sources(corpus, root, docs_dir)
    log.info("页面 %d 个：改写 %d，删除 %d", written.count, written.changed, written.removed)


def _site(config: Any) -> Site:
    version, day = released(Path(config.config_file_path).parent)
    return Site(config.site_url or Site.url, config.repo_url or "", version=version, released=day)


def on_files(files: Files, config: Any) -> Files:
    """Leave out what the theme ships and no page asks for."""
    docs_dir = Path(config.docs_dir)
    _keep_addresses(files)
    for file in list(files):
        ours = file.abs_src_path and Path(file.abs_src_path).is_relative_to(docs_dir)
        if not ours and file.src_uri.startswith(_UNUSED):
            files.remove(file)
    return files


def _keep_addresses(files: Files) -> None:
    """No page of the register may be missing, and none that is here may be unregistered."""
    here = [permalinks.address_of(f.src_uri) for f in files.documentation_pages()]
    problems = permalinks.unkept(snapshot.held().corpus, here)
    if problems:
        raise PluginError("地址登记册与页面不符：\n" + "\n".join(str(p) for p in sorted(problems)))


def on_post_build(config: Any) -> None:
    """Index the corpus for search; put a word where pages have gone."""
    from build_scripts.publishing.citing.files import write_citations
    from build_scripts.publishing.search_index import read_synonyms, write_search_index

    vocabulary = Layout(Path(config.config_file_path).parent).vocabulary
    indexed = write_search_index(
        snapshot.held().corpus, Path(config.site_dir), read_synonyms(vocabulary / "synonyms.yml")
    )
    write_citations(snapshot.held(), Path(config.site_dir), _site(config))
    permalinks.write_departed(snapshot.held().corpus, Path(config.site_dir), _site(config))
    log.info("检索索引 %d 条：%d KB", indexed.pages, indexed.bytes // 1024)
