"""Where a quoted sentence comes from, in the words that stand behind it."""

from __future__ import annotations

from build_scripts.model import Document
from build_scripts.publishing.index.lookups import Place
from build_scripts.publishing.text.wording.loading import wording

_WORDS = wording("citing")


def attribution(document: Document, place: Place) -> str:
    """Issuer (else the place), title and number; what the text does not state is left out, a supplied title is marked.

    The entry's number and its address follow where a sentence is copied (docs/assets/js/reading/sentences.js).
    """
    who = "、".join(document.issuers) or place.name
    supplied = any(s.field == "title" for s in document.supplied)
    title = _WORDS("supplied_behind" if supplied else "titled", title=document.title)
    return "，".join(part for part in (who, title, document.number) if part)
