"""What a built site gets after the generator: pages completed, files for the browser, lists of what there is."""

from __future__ import annotations

import shutil
from pathlib import Path

from build_scripts import addresses
from build_scripts.publishing.address_register import departed, register
from build_scripts.publishing.browser_data import check, desk, questions_for_search_and_desk
from build_scripts.publishing.browser_data.compare import write_compare_files
from build_scripts.publishing.browser_data.search_index.writing import write_search_index
from build_scripts.publishing.building import completing_pages
from build_scripts.publishing.building.build_inputs import Build
from build_scripts.publishing.building.build_step import Writer, write
from build_scripts.publishing.building.site_files import pages_as_markdown, sitemap
from build_scripts.publishing.dataset import about
from build_scripts.publishing.dataset.calendar_file import write_calendars
from build_scripts.publishing.dataset.writing import write_markdown
from build_scripts.publishing.pages.article_by_article_downloads import write_side_tables
from build_scripts.publishing.pages.other_forms import links
from build_scripts.publishing.pages.word.writing import write_word
from build_scripts.publishing.pages.writing import write_robots

UNUSED = ("assets/javascripts", "assets/stylesheets", "assets/external", "search.json", "objects.inv")
"""What a theme or a generator ships and no page of ours asks for; without it the site stays small."""


def _unused(build: Build, site_dir: Path) -> None:
    for name in UNUSED:
        path = site_dir / name
        shutil.rmtree(path) if path.is_dir() else path.unlink(missing_ok=True)


def _sheets(build: Build, site_dir: Path) -> None:
    completing_pages.lighten_sheets(site_dir)


def _completed(build: Build, site_dir: Path) -> None:
    index = build.index
    completing_pages.complete_pages(
        build.site, site_dir, build.essays, about.scope(index), lambda address: links(index, address)
    )


def _markdown_pages(build: Build, site_dir: Path) -> None:
    pages_as_markdown.write_markdown_pages(build.site, site_dir)


def _search(build: Build, site_dir: Path) -> None:
    write_search_index(build.index, site_dir)


def _points(build: Build, site_dir: Path) -> None:
    questions_for_search_and_desk.write_points(build.index, site_dir)


def _check(build: Build, site_dir: Path) -> None:
    check.write_texts(build.index, site_dir)


def _desk(build: Build, site_dir: Path) -> None:
    desk.write_desk(build.index, site_dir)


def _compare(build: Build, site_dir: Path) -> None:
    write_compare_files(build.index, build.comparison, site_dir)


def _calendar(build: Build, site_dir: Path) -> None:
    write_calendars(build.index, build.site, site_dir)


def _tables(build: Build, site_dir: Path) -> None:
    write_side_tables(build.index, build.comparison, build.site, site_dir)


def _word(build: Build, site_dir: Path) -> None:
    write_word(build.index, build.comparison, build.site, site_dir)


def _markdown(build: Build, site_dir: Path) -> None:
    write_markdown(build.index.corpus, site_dir, build.root)


def _robots(build: Build, site_dir: Path) -> None:
    write_robots(build.site, site_dir)


def _sitemap(build: Build, site_dir: Path) -> None:
    sitemap.write_sitemap(build, register.published(build.root / "docs"), site_dir)


def _departed(build: Build, site_dir: Path) -> None:
    departed.write_departed(build.index.corpus, site_dir, build.site)


_LEFT_BEHIND = (
    *("**/index.html", "**/index.md", f"{addresses.DATA}**"),
    *(f"{addresses.COMPARE}*/*/table.*", addresses.questions_in_word("*")),
)

AFTER = (
    Writer("unused", (), tuple(f"{name}**" for name in UNUSED), _unused),
    Writer("style sheets", (), (f"{completing_pages.SHEETS}/*.css",), _sheets),
    Writer("completed pages", ("index", "site", "essays"), ("**.html",), _completed),
    Writer("markdown of pages", ("site",), ("index.md", "**/index.md"), _markdown_pages),
    Writer("search", ("index",), ("assets/search/**",), _search),
    Writer("points", ("index",), (questions_for_search_and_desk.FILE,), _points),
    Writer("check", ("index",), (f"{check.FOLDER}/*.json",), _check),
    Writer("desk", ("index",), (f"{desk.FOLDER}/*.json",), _desk),
    Writer("compare", ("index", "comparison"), ("assets/compare/**",), _compare),
    Writer("calendars", ("index", "site"), (f"{addresses.TARGETS}*.ics",), _calendar),
    Writer(
        "tables",
        ("index", "comparison", "site"),
        (f"{addresses.COMPARE}*/*/table.csv", f"{addresses.COMPARE}*/*/table.xlsx"),
        _tables,
    ),
    Writer(
        "word",
        ("index", "comparison", "site"),
        (addresses.questions_in_word("*"), addresses.table_in_word("*", "*")),
        _word,
    ),
    Writer("markdown", ("index", "root"), ("data/markdown/*.md",), _markdown),
    Writer("robots", ("site",), ("robots.txt",), _robots),
    Writer("sitemap", ("index", "site", "history", "root"), ("sitemap.xml", "sitemap.xml.gz"), _sitemap),
    Writer("departed", ("index", "site"), _LEFT_BEHIND, _departed),
)


def write_after(build: Build, site_dir: Path) -> None:
    write(AFTER, build, site_dir)
