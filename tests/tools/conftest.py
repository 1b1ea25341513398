"""The built site over HTTP, tools that must be there, and examples run word for word in an empty folder."""

from __future__ import annotations

import functools
import http.server
import json
import os
import shutil
import subprocess
import threading
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.places import ROOT, SITE

EXAMPLES = ROOT / "docs" / "data" / "examples"
TIMEOUT = 240  # seconds
MENDS = {
    "Rscript": "Debian、Ubuntu：sudo apt install r-base-core r-cran-readr r-cran-jsonlite",
    "node": "需要 Node 18 以上。Debian、Ubuntu：sudo apt install nodejs",
    "datasette": "pipx install datasette，或装进任何一个环境后把它的 bin 放进 PATH",
    "soffice": "Debian、Ubuntu：sudo apt install libreoffice-calc libreoffice-writer fonts-noto-cjk",
    "curl": "Debian、Ubuntu：sudo apt install curl",
    "bibtool": "Debian、Ubuntu：sudo apt install bibtool",
    "biber": "Debian、Ubuntu：sudo apt install biber",
    "pandoc": "Debian、Ubuntu：sudo apt install pandoc",
}


class Quiet(http.server.SimpleHTTPRequestHandler):
    """Serves files and tells nobody."""

    def log_message(self, format: str, *args: Any) -> None:
        pass


def needed(*tools: str) -> None:
    """Fail where a tool is not there, and say how it is installed."""
    missing = [f"没有 {tool}。{MENDS[tool]}" for tool in tools if shutil.which(tool) is None]
    if missing:
        pytest.fail("\n".join(missing), pytrace=False)


@pytest.fixture(scope="session")
def url() -> Iterator[str]:
    """Where the built site is served, without a last slash."""
    if not (SITE / "index.html").is_file():
        pytest.fail("还没有生成站点：先运行 make site", pytrace=False)
    handler = functools.partial(Quiet, directory=str(SITE))
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_address[1]}"
        server.shutdown()


@pytest.fixture(scope="session")
def corpus() -> dict[str, Any]:
    """corpus.json of the built site."""
    return json.loads((SITE / "data" / "corpus.json").read_text("utf-8"))


@pytest.fixture
def ran(url: str, tmp_path: Path) -> Callable[..., str]:
    """``ran(example, *command)``: what the command prints that runs an example, in ``tmp_path``."""

    def run(example: str, *command: str) -> str:
        return output([*command, str(EXAMPLES / example)], tmp_path, SITE=url)

    return run


def output(command: list[str], folder: Path, **variables: str) -> str:
    """What a command prints; it must succeed."""
    env = os.environ | {"LC_ALL": "C.UTF-8", "HOME": str(folder)} | variables
    done = subprocess.run(command, cwd=folder, env=env, capture_output=True, text=True, timeout=TIMEOUT, check=False)
    assert done.returncode == 0, f"{' '.join(command)}\n{done.stdout[-2000:]}\n{done.stderr[-2000:]}"
    return done.stdout
