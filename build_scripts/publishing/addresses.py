"""Where things are: addresses within the site (no leading slash), fragments, and relative links between them."""

from __future__ import annotations

import posixpath

HOME = ""
SEARCH = "search/"
DATA = "data/"
METHOD = "method/"
CONTRIBUTE = "contribute/"
TARGETS = "targets/"


def document(document_id: str) -> str:
    return f"documents/{document_id}/"


def measure(measure_id: str) -> str:
    return f"measures/{measure_id}/"


def agency(agency_id: str) -> str:
    return f"agencies/{agency_id}/"


def topic(topic_id: str) -> str:
    return f"topics/{topic_id}/"


def measure_anchor(ref: str) -> str:
    """The id of a measure on its document's page: ``m-3-4`` for ``3.4``."""
    return "m-" + ref.replace(".", "-")


def section_anchor(ref: str) -> str:
    return "sec-" + ref.replace(".", "-")


def sentence_anchor(n: int) -> str:
    return f"s{n}"


def in_document(document_id: str, ref: str) -> str:
    """A measure's place in the full text of its document."""
    return f"{document(document_id)}#{measure_anchor(ref)}"


def source_text(document_id: str) -> str:
    """The source as received, byte for byte, among the downloads."""
    return f"data/sources/{document_id}.txt"


def record_path(document_id: str) -> str:
    """The file of the repository in which a person corrects this document."""
    return f"structured/records/{document_id}.yml"


def page_path(address: str) -> str:
    """The Markdown file, below docs/, that mkdocs publishes at ``address``.

    >>> page_path("measures/a/3.4/")
    'measures/a/3.4.md'
    """
    if address == HOME or address in {"documents/", "agencies/", "topics/"}:
        return f"{address}index.md"
    return f"{address.rstrip('/')}.md"


def relative(to: str, here: str) -> str:
    """The link from the page at ``here`` to the address ``to``; both are relative to the site's root.

    >>> relative("measures/a/3.4/#s1", "topics/green/")
    '../../measures/a/3.4/#s1'
    """
    path, mark, fragment = to.partition("#")
    if mark and path == here:
        return f"#{fragment}"
    path, question, query = path.partition("?")
    link = posixpath.relpath(path or ".", here or ".")
    if path == HOME or path.endswith("/"):
        link += "/"
    return link + question + query + mark + fragment
