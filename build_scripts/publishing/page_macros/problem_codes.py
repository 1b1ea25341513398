"""What the check may say, as the page that explains it: from the list that the check itself is held to."""

from __future__ import annotations

from collections.abc import Sequence

from build_scripts.checks.codes import Group
from build_scripts.publishing.pages.rendering import render


def explained(groups: Sequence[Group]) -> str:
    """Every code under its group, with an anchor of its own name, in one block that Markdown leaves alone."""
    return render("problem_codes.html.j2", groups=groups).replace("\n", "")
