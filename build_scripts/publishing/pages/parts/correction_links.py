"""From a page to a correction: an issue with the form filled in, the record in the web editor, a mail."""

from __future__ import annotations

from dataclasses import dataclass
from urllib.parse import quote, urlencode

from build_scripts.publishing.settings import Site
from build_scripts.publishing.text.wording.loading import wording

_WORDS = wording("doors")

FORM = "correction.yml"
"""The form in .github/ISSUE_TEMPLATE/ that is filled in; where and what are these fields of it."""
WHERE, PRINTED = "where", "printed"

MOST_IN_ISSUE = 150
"""Characters of the text that go into an address, nine bytes each: every page carries them. A sentence comes whole."""
MOST_IN_MAIL = 60
"""The same for mail, of whose addresses some programs take two thousand bytes."""


@dataclass(frozen=True)
class Doors:
    """The ways to correct what a page shows, None where there is none; ``line`` is that of the record (0: its top)."""

    issue: str | None
    record: str | None
    line: int
    mail: str | None


def doors(site: Site, address: str, name: str, document_id: str, printed: str, line: int = 0) -> Doors:
    """Where a reader of the page at ``address`` may go; ``name`` is what the page is about, ``printed`` its text."""
    here = site.absolute(address)
    title = _WORDS("title", name=name)
    return Doors(
        _issue(site.repo, title, here, printed) if site.repo else None,
        site.correct(document_id, line),
        line,
        _mail(site.contact, title, here, printed) if site.contact else None,
    )


def _issue(repo: str, title: str, here: str, printed: str) -> str:
    filled = {"template": FORM, "title": title, WHERE: here, PRINTED: shortened(printed, MOST_IN_ISSUE)}
    return f"{repo.rstrip('/')}/issues/new?{urlencode(filled, quote_via=quote)}"


def _mail(contact: str, title: str, here: str, printed: str) -> str:
    body = _WORDS("mail", where=here, printed=shortened(printed, MOST_IN_MAIL)).replace("\n", "\r\n")
    return f"mailto:{quote(contact, safe='@')}?{urlencode({'subject': title, 'body': body}, quote_via=quote)}"


def shortened(text: str, most: int) -> str:
    """A text whole where it is short, else its beginning and an ellipsis."""
    text = text.strip()
    return text if len(text) <= most else text[:most] + _WORDS.more
