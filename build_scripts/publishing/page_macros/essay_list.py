"""What the page of all essays says of them."""

from __future__ import annotations

from collections.abc import Iterable

from markupsafe import Markup

from build_scripts import addresses
from build_scripts.publishing.index.essays import Essay
from build_scripts.publishing.pages.rendering import render


def listed_essays(essays: Iterable[Essay], here: str) -> str:
    """A list: every essay with what it is about; links as from the page at ``here``."""

    def href(to: str) -> Markup:
        return Markup(addresses.relative(to, here))

    return render("essay_list.html.j2", essays=essays, href=href).replace("\n", "")
