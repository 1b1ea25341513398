"""The one tie to mkdocs beside mkdocs.yml: pages and downloads before a build, the search index after it."""

from __future__ import annotations

import logging
import sys
from pathlib import Path
from typing import Any

from mkdocs.exceptions import PluginError
from mkdocs.structure.files import Files

sys.path[:0] = [p for p in [str(Path(__file__).resolve().parents[2])] if p not in sys.path]

from build_scripts import addresses  # noqa: E402
from build_scripts.git import last_days  # noqa: E402
from build_scripts.publishing import snapshot  # noqa: E402
from build_scripts.publishing.address_register import departed, register  # noqa: E402
from build_scripts.publishing.history.days import read_history  # noqa: E402
from build_scripts.publishing.history.last_changes import last_changes  # noqa: E402
from build_scripts.publishing.pages import metadata  # noqa: E402
from build_scripts.publishing.pages.all_pages import pages  # noqa: E402
from build_scripts.publishing.pages.module_preloads import imports_of  # noqa: E402
from build_scripts.publishing.pages.rendering import scrolling_tables, switched  # noqa: E402
from build_scripts.publishing.pages.writing import copy_sources, write_pages, write_robots  # noqa: E402
from build_scripts.publishing.settings import Site, build_day, released  # noqa: E402

log = logging.getLogger("mkdocs.hooks.pages")

# Parts of the theme that our templates do not use; left out, the site stays small.
_UNUSED = ("assets/javascripts/", "assets/stylesheets/", "assets/images/favicon.png")

_built: list[Site] = []  # what the build that is running is published as
_changed: dict[str, str] = {}  # the day of the last change: by address, or by path of what is hand-written
_command: list[str] = []  # what mkdocs was called for: build, serve


def on_startup(command: str, dirty: bool) -> None:
    """Remember what mkdocs was called for."""
    _command[:] = [command]


def on_config(config: Any) -> Any:
    """Tell the templates whether mkdocs will put its reloading script into the pages."""
    config.extra["live"] = _command == ["serve"]
    return config


def on_pre_build(config: Any) -> None:
    """Load the corpus, write the pages that changed and the downloads."""
    from build_scripts.git import commit_of
    from build_scripts.publishing.citing.citation_files import write_citations
    from build_scripts.publishing.dataset.writing import write_data
    from build_scripts.publishing.history.feeds import write_feeds

    root = Path(config.config_file_path).parent
    try:
        corpus = snapshot.take(root)
    except snapshot.Broken as broken:
        raise PluginError(f"记录有误，没有生成页面：\n{broken}") from broken
    docs_dir = Path(config.docs_dir)
    site, history = _site(config), read_history(root)
    _built[:] = [site]
    written = write_pages(pages(corpus, snapshot.compared(), site, history), docs_dir)
    write_data(corpus, docs_dir, commit_of(root), root, snapshot.compared())
    write_feeds(snapshot.held(), history, site, docs_dir)
    _changed.clear()
    _changed.update(last_days(root, "docs") | last_changes(snapshot.held(), history or ()))
    config.extra["data_version"] = site.version
    write_citations(snapshot.held(), docs_dir, site)
    copy_sources(corpus, root, docs_dir)
    log.info("页面 %d 个：改写 %d，删除 %d", written.count, written.changed, written.removed)


def _site(config: Any) -> Site:
    root = Path(config.config_file_path).parent
    version, day = released(root)
    return Site(
        config.site_url or Site.url, config.repo_url or "", version=version, released=day, today=build_day(root)
    )


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
    here = [addresses.rooted(addresses.published_at(f.src_uri)) for f in files.documentation_pages()]
    problems = register.unkept(snapshot.held().corpus, here)
    if problems:
        raise PluginError("地址登记册与页面不符：\n" + "\n".join(str(p) for p in sorted(problems)))


def on_env(env: Any, config: Any, files: Files) -> None:
    """What the sitemap says of each page's last change (docs/overrides/sitemap.xml); mkdocs has the day of the build."""
    for file in files.documentation_pages():
        address = addresses.published_at(file.src_uri)
        file.page.meta["lastmod"] = _changed.get(address) or _changed.get(f"docs/{file.src_uri}") or ""
        file.page.update_date = _built[-1].today


def on_page_content(html: str, page: Any, config: Any, files: Files) -> str:
    """A hand-written page: wide tables scroll by themselves, by keyboard too; quotations can be read in either script."""
    return html if page.meta.get("kind") else switched(scrolling_tables(html), page.url)


def on_page_context(context: Any, page: Any, config: Any, nav: Any) -> None:
    """What the head of a page says that brings none of its own; what its script will import."""
    if "module" in page.meta:
        docs_dir = Path(config.docs_dir)
        page.meta["modules"] = imports_of(page.meta["module"], lambda path: (docs_dir / path).read_text("utf-8"))
    if "head" not in page.meta:
        address = "" if page.url in {"", "./"} else page.url
        described = page.meta.get("description") or config.site_description
        page.meta.update(metadata.of_page(address, page.title, described, _built[-1]))


def on_post_build(config: Any) -> None:
    """Index the corpus for search; put a word where pages have gone."""
    from build_scripts.publishing.browser_data.check import write_texts
    from build_scripts.publishing.browser_data.compare import write_compare_files
    from build_scripts.publishing.browser_data.search_index.writing import write_search_index
    from build_scripts.publishing.browser_data.simplified import write_simplified
    from build_scripts.publishing.dataset.calendar_file import write_calendar
    from build_scripts.publishing.dataset.writing import write_markdown
    from build_scripts.publishing.pages.compare_tables import write_side_tables

    indexed = write_search_index(snapshot.held().corpus, Path(config.site_dir))
    write_texts(snapshot.held(), Path(config.site_dir))
    write_simplified(snapshot.held(), Path(config.site_dir))
    write_compare_files(snapshot.held(), snapshot.compared(), Path(config.site_dir))
    write_calendar(snapshot.held(), _site(config), Path(config.site_dir))
    write_side_tables(snapshot.held(), snapshot.compared(), _site(config), Path(config.site_dir))
    write_markdown(snapshot.held().corpus, Path(config.site_dir), Path(config.config_file_path).parent)
    write_robots(_site(config), Path(config.site_dir))
    departed.write_departed(snapshot.held().corpus, Path(config.site_dir), _built[-1])
    log.info("检索索引 %d 条：%d KB", indexed.results, indexed.bytes // 1024)
