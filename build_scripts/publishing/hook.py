"""The one tie to mkdocs beside mkdocs.yml: ``mkdocs serve`` and ``mkdocs build`` do both halves of a build themselves."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

from mkdocs.exceptions import PluginError

sys.path[:0] = [p for p in [str(Path(__file__).resolve().parents[2])] if p not in sys.path]

from build_scripts.publishing.building import held_build  # noqa: E402
from build_scripts.publishing.building.after_generator import write_after  # noqa: E402
from build_scripts.publishing.building.before_generator import write_before  # noqa: E402
from build_scripts.publishing.building.build_inputs import Refused, read_build  # noqa: E402
from build_scripts.publishing.settings import read_site  # noqa: E402

_command: list[str] = []  # what mkdocs was called for: build, serve


def on_startup(command: str, dirty: bool) -> None:
    """Remember what mkdocs was called for."""
    _command[:] = [command]


def on_config(config: Any) -> Any:
    """Tell the templates whether mkdocs will put its reloading script into the pages."""
    config.extra["live"] = _command == ["serve"]
    return config


def on_pre_build(config: Any) -> None:
    """The first half; with ``serve``, at the address that mkdocs serves at."""
    root = Path(config.config_file_path).parent
    config.extra["broken"] = []
    try:
        held_build.keep(read_build(root, read_site(root, config.site_url, config.repo_url)))
        write_before(held_build.held(), Path(config.docs_dir))
    except Refused as refused:
        if _command != ["serve"] or not held_build.is_held():
            raise PluginError(str(refused)) from refused
        # While somebody edits: the pages stay as they were last, and each says what is wrong, until it is mended.
        config.extra["broken"] = [str(problem) for problem in refused.problems]


def on_post_build(config: Any) -> None:
    """The second half."""
    write_after(held_build.held(), Path(config.site_dir))
