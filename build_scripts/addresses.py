"""Where things are: addresses within the site (no leading slash), fragments, and relative links between them."""

from __future__ import annotations

import posixpath

HOME = ""
SEARCH = "search/"
DATA = "data/"
METHOD = "method/"
CONTRIBUTE = "contribute/"
TARGETS = "targets/"
TARGETS_CALENDAR = "targets/deadlines.ics"
COMPARE = "compare/"
LINES = "agencies/lines/"
ANALYSIS = "analysis/"
PROVINCE_TO_CITY = "relations/zhangye-gansu/"
OVER_TIME = "relations/gansu-2015-2023/"
COUNTERPARTS_METHOD = "method/#counterparts"
CHECK = "check/"
ERRATA = "errata/"
CHANGES = "changes/"
DICTIONARY = "data/dictionary/"
VERSIONS = "data/changes/"
FEEDS = "data/feeds/"


def document(document_id: str) -> str:
    return f"documents/{document_id}/"


def measure(measure_id: str) -> str:
    return f"measures/{measure_id}/"


def agency(agency_id: str) -> str:
    return f"agencies/{agency_id}/"


def topic(topic_id: str) -> str:
    return f"topics/{topic_id}/"


def compare(*measure_ids: str) -> str:
    """The free comparison of measures, whose whole state is its address.

    >>> compare("a/1", "b/2.3")
    'compare/?m=a/1&m=b/2.3'
    """
    return COMPARE + "?" + "&".join(f"m={m}" for m in measure_ids)


def compare_documents(own: str, other: str) -> str:
    """One document article by article against another, in the order of the first."""
    return f"{COMPARE}{own}/{other}/"


def sentence(measure_id: str, n: int) -> str:
    return f"{measure(measure_id)}#{sentence_anchor(n)}"


def measure_anchor(ref: str) -> str:
    """The id of a measure on its document's page: ``m-3-4`` for ``3.4``."""
    return "m-" + ref.replace(".", "-")


def section_anchor(ref: str) -> str:
    return "sec-" + ref.replace(".", "-")


def passage_anchor(name: str, n: int = 1) -> str:
    """The id of a stretch outside the measures on its document's page: its kind and ref; ``n`` counts namesakes.

    >>> passage_anchor("preamble"), passage_anchor("leadin-2"), passage_anchor("date", 2)
    ('p-preamble', 'p-leadin-2', 'p-date-2')
    """
    return f"p-{name.replace('.', '-')}" + (f"-{n}" if n > 1 else "")


def sentence_anchor(n: int) -> str:
    return f"s{n}"


def in_document(document_id: str, ref: str) -> str:
    """A measure's place in the full text of its document."""
    return f"{document(document_id)}#{measure_anchor(ref)}"


def source_text(document_id: str) -> str:
    """The source as received, byte for byte, among the downloads."""
    return f"data/sources/{document_id}.txt"


def download(folder: str, document_id: str, ending: str) -> str:
    """A document in another form: ``akn`` xml, ``text`` txt, ``markdown`` md."""
    return f"{DATA}{folder}/{document_id}.{ending}"


def feed(name: str) -> str:
    """An Atom feed: ``new``, ``corrections``, or a place's id."""
    return f"{FEEDS}{name}.xml"


def topic_feed(topic_id: str) -> str:
    return feed(f"topic-{topic_id}")


def record_path(document_id: str) -> str:
    """The file of the repository in which a person corrects this document."""
    return f"structured/records/{document_id}.yml"


def page_path(address: str) -> str:
    """The Markdown file, below docs/, that mkdocs publishes at ``address``.

    >>> page_path("measures/a/3.4/")
    'measures/a/3.4.md'
    """
    if address == HOME or address in {"documents/", "agencies/", "topics/", COMPARE}:
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
