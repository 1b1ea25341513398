"""What the pages must know of the place they are published at."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import yaml

from build_scripts.publishing import addresses


@dataclass(frozen=True)
class Site:
    """``url`` ends in a slash; ``repo`` is the repository's web address, or empty.

    ``version`` of the data and the day it was ``released`` (ISO 8601) are those of CITATION.cff, or empty.
    """

    url: str = "http://127.0.0.1:8000/"
    repo: str = ""
    edit: str = "edit/main/"
    version: str = ""
    released: str = ""

    def absolute(self, address: str) -> str:
        return self.url.rstrip("/") + "/" + address

    def correct(self, document_id: str) -> str | None:
        """Where a record is edited in the browser; None without a repository."""
        path = addresses.record_path(document_id)
        return f"{self.repo.rstrip('/')}/{self.edit}{path}" if self.repo else None


def released(root: Path) -> tuple[str, str]:
    """The version of the data and the day of its release, from CITATION.cff; empty where there is none."""
    path = root / "CITATION.cff"
    told = yaml.safe_load(path.read_text("utf-8")) if path.is_file() else {}
    return str(told.get("version", "")), str(told.get("date-released", ""))
