"""LICENSE.txt of the download: what of it is whose, and under which terms; there is no code in it."""

from __future__ import annotations

from build_scripts.publishing.dataset import about
from build_scripts.publishing.text.wording.loading import wording
from build_scripts.store.edition import Edition

_WORDS = wording("dataset")


def licence(edition: Edition) -> bytes:
    """The text, in Chinese and in English."""
    return _WORDS(
        "licence_file", title=about.title(edition), editors=about.EDITORS, name=about.LICENCE, url=about.LICENCE_URL
    ).encode()
