"""mkdocs and its theme without their way through Markdown: around pages that are HTML already, and for those by hand.

The pages that the first half renders are HTML in which Markdown finds nothing to do (publishing/text/escaping.py); parsing
them again is most of what mkdocs does on a site of ours. Here the theme's template is put around them as they are; mkdocs
itself builds the pages that people write. The same bytes as by the long way, which a test holds (docs/decisions/kept-site.md).
"""

from __future__ import annotations

import logging
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from pathlib import Path, PurePath
from typing import Any

from jinja2 import BytecodeCache, Environment
from jinja2.bccache import Bucket
from mkdocs.commands.build import build, get_context
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import BasePlugin
from mkdocs.structure.files import File, Files, set_exclusions
from mkdocs.structure.nav import get_navigation
from mkdocs.structure.pages import Page

from build_scripts import addresses

_log = logging.getLogger("mkdocs.ready_pages")


class _Ready(File):
    """A file that stands in the built site without mkdocs: it can be linked to, and is neither read nor copied."""

    def __init__(self, path: str, config: MkDocsConfig) -> None:
        to = f"{addresses.published_at(path)}index.html" if path.endswith(".md") else path
        super().__init__(path, None, config.site_dir, config.use_directory_urls, dest_uri=to)

    def is_documentation_page(self) -> bool:
        return False

    def copy_file(self, dirty: bool = False) -> None:
        return None


class _Linkable(Files):
    """The files that mkdocs goes through, and those that are ``ready``, by path, which it meets only where one is linked to."""

    def __init__(self, files: Iterable[File], ready: Collection[str], config: MkDocsConfig) -> None:
        super().__init__(files)
        self._ready, self._config = ready, config
        self._met: dict[str, File] = {}

    def get_file_from_path(self, path: str) -> File | None:
        found = super().get_file_from_path(path)
        if found is not None:
            return found
        name = PurePath(path).as_posix()
        if name in self._ready and name not in self._met:
            self._met[name] = _Ready(name, self._config)
        return self._met.get(name)


class _Compiled(BytecodeCache):
    """Templates as this process compiled them, for as long as their source is the same."""

    def __init__(self) -> None:
        self._held: dict[tuple[str, str], Any] = {}

    def load_bytecode(self, bucket: Bucket) -> None:
        bucket.code = self._held.get((bucket.key, bucket.checksum))

    def dump_bytecode(self, bucket: Bucket) -> None:
        self._held[bucket.key, bucket.checksum] = bucket.code


_compiled = _Compiled()


def _remembering(theme: Environment) -> Environment:
    """The theme's templates, which are compiled once, though mkdocs begins anew for every edit and for the pages by hand."""
    theme.bytecode_cache = _compiled
    return theme


class Frames:
    """The theme's template around pages whose content is there; ``paths`` are all pages, below docs/. ``live`` ones are
    served where something is put into them."""

    def __init__(self, config_file: Path, paths: Iterable[str], live: bool = False) -> None:
        self._config = load_config(str(config_file), hooks=[], plugins=[])
        self._config.extra["live"] = live
        named = frozenset(_named(self._config.nav))
        files = Files([_Ready(path, self._config) for path in paths if path in named])
        set_exclusions(files, self._config)
        self._nav = get_navigation(files, self._config)
        self._in_nav = {page.file.src_uri: page for page in self._nav.pages}
        self._template = _remembering(self._config.theme.get_env()).get_template("main.html")

    def framed(self, path: str, head: Mapping[str, Any], body: str) -> str:
        """The page at ``path`` as mkdocs writes it; ``head`` is its front matter."""
        page = self._in_nav.get(path) or Page(None, _Ready(path, self._config), self._config)
        page.markdown, page.meta, page.content = "", dict(head), body.strip()
        page.active = True
        try:
            return str(self._template.render(get_context(self._nav, [], self._config, page)))
        finally:
            page.active, page.content = False, None


def _named(nav: Any) -> Iterator[str]:
    """The pages that a navigation names, below docs/."""
    if isinstance(nav, str):
        yield nav
    else:
        for part in nav.values() if isinstance(nav, dict) else nav or ():
            yield from _named(part)


def broken_notice(config_file: Path, problems: Sequence[str]) -> str:
    """What pages say of an edit that cannot be shown."""
    config = load_config(str(config_file), hooks=[], plugins=[])
    config.extra["broken"] = list(problems)
    return str(config.theme.get_env().get_template("partials/broken.html").render(config=config))


def build_hand_written(
    config_file: Path,
    folder: Path,
    written: Collection[str],
    made: Iterable[str],
    pages: Collection[str],
    has: Callable[[str, str], bool],
    live: bool = False,
) -> dict[str, Path]:
    """Let mkdocs build the pages that people write into ``folder``, with the theme's files; the other files by hand that
    belong into the site, by path.

    ``written`` are the files by hand below docs/; ``made`` and ``pages`` what can be linked to beside them, files and pages;
    ``has`` tells whether such a page has an anchor.
    """
    config = load_config(str(config_file), hooks=[], site_dir=str(folder))
    config.extra["live"] = live
    ours = _Ours(frozenset(written), frozenset(made), frozenset(pages), has)
    config.plugins["ready_pages"] = ours
    config.plugins.on_startup(command="build", dirty=False)
    try:
        build(config)
    finally:
        config.plugins.on_shutdown()
    return ours.copied


class _Ours(BasePlugin):  # type: ignore[type-arg, no-untyped-call]
    """Leaves mkdocs the pages by hand; what stands without it can be linked to."""

    def __init__(
        self, written: frozenset[str], made: frozenset[str], pages: frozenset[str], has: Callable[[str, str], bool]
    ) -> None:
        self._written, self._made, self._pages, self._has = written, made, pages, has
        self._files = Files([])
        self.copied: dict[str, Path] = {}

    def on_files(self, files: Files, /, *, config: MkDocsConfig) -> Files:
        for file in list(files):
            if file.src_dir != config.docs_dir:  # the theme's
                continue
            if file.src_uri not in self._written:
                files.remove(file)
            elif not file.is_documentation_page() and file.inclusion.is_included():  # type: ignore[no-untyped-call]
                self.copied[file.dest_uri] = Path(config.docs_dir, file.src_uri)
                files.remove(file)
        self._files = _Linkable(files, self._made | self._pages | self.copied.keys(), config)
        return self._files

    def on_env(self, env: Environment, /, *, config: MkDocsConfig, files: Files) -> Environment:
        return _remembering(env)

    def on_post_build(self, *, config: MkDocsConfig) -> None:
        """Anchors that pages by hand link to in the others: mkdocs knows only those of pages that it built."""
        for file in self._files.documentation_pages():
            links = (file.page and file.page.links_to_anchors) or {}
            for to, anchors in links.items():
                if to.src_uri not in self._pages:
                    continue
                for anchor, link in anchors.items():
                    if not self._has(to.src_uri, anchor):
                        _log.log(
                            config.validation.links.anchors,
                            f"Doc file '{file.src_uri}' contains a link '{link}', but the doc '{to.src_uri}' does not "
                            f"contain an anchor '#{anchor}'.",
                        )
