"""The ways to reach those who made the site."""

from __future__ import annotations

from build_scripts.publishing.pages.rendering import render
from build_scripts.publishing.settings import Site


def ways_to_us(site: Site) -> str:
    """Those that are set up, as a list in HTML on one line."""
    return render("ways.html.j2", site=site).replace("\n", "")
