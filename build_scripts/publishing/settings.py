"""What the pages must know of the place they are published at."""

from __future__ import annotations

import os
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path
from urllib.parse import urlsplit

from build_scripts import addresses
from build_scripts.git import day_of_commit
from build_scripts.store.edition import load_edition
from build_scripts.store.paths import Layout

LONGEST = 240_000
"""With the frame around it and what is told of the text as received, such a page stays below 300 KB."""


@dataclass(frozen=True)
class Site:
    """``url`` ends in a slash; ``repo`` is the repository's web address, or empty; ``contact`` the mail address of those who
    answer for the data, or empty: then none is shown.

    ``version`` of the data and the day it was ``released`` (ISO 8601) are those of structured/edition.yml, or empty.
    ``dataset`` is what the data are cited as, empty where the edition does not say. ``today`` is the day of the build (ISO 8601), by which a deadline has passed or not.
    ``longest`` is how many bytes of its own HTML a page may have before its lists go on on further pages (further_pages.py).
    """

    url: str = "http://127.0.0.1:8000/"
    repo: str = ""
    edit: str = "edit/main/"
    version: str = ""
    released: str = ""
    dataset: str = ""
    today: str = "2026-01-01"
    contact: str = ""
    longest: int = LONGEST

    def absolute(self, address: str) -> str:
        return self.url.rstrip("/") + "/" + address

    def subscribed(self, address: str) -> str | None:
        """Where a calendar program subscribes to a calendar (the scheme is no standard, but all know it); None where the site has
        no public address.

        >>> Site(url="https://example.org/policy/").subscribed("targets/deadlines.ics")
        'webcal://example.org/policy/targets/deadlines.ics'
        """
        return None if is_local(self.url) else "webcal:" + self.absolute(address).partition(":")[2]

    def correct(self, document_id: str, line: int | None = None) -> str | None:
        """Where a record is edited in the browser, at a line counted from 1; None without a repository."""
        path = addresses.record_path(document_id) + (f"#L{line}" if line else "")
        return f"{self.repo.rstrip('/')}/{self.edit}{path}" if self.repo else None


def read_site(root: Path, url: str | None = None, repo: str | None = None) -> Site:
    """What a build of the tree at ``root`` is published as: the one place where settings are made.

    ``url`` and ``repo`` are those of ``SITE_URL`` and ``REPO_URL`` where they are not given, ``contact`` is that of
    ``CONTACT``; an address without its last slash gets one.
    """
    edition, _ = load_edition(Layout(root))
    return Site(
        site_url(url),
        repo or os.environ.get("REPO_URL") or "",
        version=edition.version if edition else "",
        released=edition.released if edition else "",
        dataset=edition.title if edition else "",
        today=build_day(root),
        contact=os.environ.get("CONTACT", "").strip(),
    )


def site_url(url: str | None = None) -> str:
    """The address of the site with its last slash: the one given, that of ``SITE_URL``, or this machine's."""
    return (url or os.environ.get("SITE_URL") or Site.url).rstrip("/") + "/"


def is_local(url: str) -> bool:
    """Whether an address leads nowhere but to the machine it is used on.

    >>> is_local("http://127.0.0.1:8000/"), is_local("https://example.org/")
    (True, False)
    """
    host = urlsplit(url).hostname or ""
    return host in ("localhost", "::1") or host.startswith("127.")


def build_day(root: Path) -> str:
    """The day of the build: of ``SOURCE_DATE_EPOCH``, else of the commit checked out, else today; the same sources and
    commit give the same pages."""
    epoch = os.environ.get("SOURCE_DATE_EPOCH", "")
    if epoch.isdigit():
        return datetime.fromtimestamp(int(epoch), UTC).date().isoformat()
    return day_of_commit(root) or date.today().isoformat()
