"""The one place where addresses have their shape: pages, downloads, fragments, and relative links between them.

An address is written from the site's root without a leading slash, so that a link can be made relative to any page.
The register and the dataset write it with one: ``rooted``.
"""

from __future__ import annotations

import re

HOME = ""
DOCUMENTS = "documents/"
MEASURES = "measures/"
AGENCIES = "agencies/"
TOPICS = "topics/"
SEARCH = "search/"
ANALYSIS = "analysis/"
QUESTIONS = "questions/"
WORKS = "works/"
DATA = "data/"
METHOD = "method/"
ABOUT = "about/"
CONTRIBUTE = "contribute/"
TARGETS = "targets/"
TARGETS_CALENDAR = "targets/deadlines.ics"
COMPARE = "compare/"
LINES = "agencies/lines/"
RELATIONS = "relations/"
COUNTERPARTS_METHOD = "method/#counterparts"
POINTS_METHOD = "method/#points"
WHO_JUDGED = "method/#who"
CHECK = "check/"
ERRATA = "errata/"
PROBLEMS = "problems/"
CHANGES = "changes/"
DICTIONARY = "data/dictionary/"
VERSIONS = "data/changes/"
FEEDS = "data/feeds/"
CITATIONS = "data/cite/"
USE = "data/use/"
OPENSEARCH = "opensearch.xml"
LLMS = "llms.txt"
TABLE_IN_WORD = "table.docx"

_FURTHER = re.compile(r"(?<=/)p\.[0-9]+/\Z")
_ROOTED = re.compile(r"/(?:[a-z0-9][a-z0-9.-]*/)*")
_POINT = re.compile(r"/topics/[a-z0-9][a-z0-9-]*/#q-[a-z0-9][a-z0-9-]*")


def rooted(address: str) -> str:
    """An address as the register and the dataset write it: with the slash of the site's root."""
    return f"/{address}"


def unrooted(rooted_address: str) -> str:
    """An address as links are made from, of one of the register."""
    return rooted_address.removeprefix("/")


def valid_address(rooted_address: str) -> bool:
    """From the site's root, with a slash at both ends, lower case, nothing that climbs; a point's ends in its anchor.

    >>> [valid_address(a) for a in ("/", "/measures/a/art.5/", "/measures/a", "/A/", "/../", "//x/")]
    [True, True, False, False, False, False]
    >>> [valid_address(a) for a in ("/topics/a/#q-b", "/topics/a/#s1", "/measures/a/1/#q-b")]
    [True, False, False]
    """
    whole = _ROOTED.fullmatch(rooted_address) or _POINT.fullmatch(rooted_address)
    return bool(whole) and ".." not in rooted_address


def document(document_id: str) -> str:
    return f"{DOCUMENTS}{document_id}/"


def measure(measure_id: str) -> str:
    return f"{MEASURES}{measure_id}/"


def further(address: str, n: int) -> str:
    """The page with a number of a list that goes on; no id has a dot, so none is taken for one.

    >>> further("documents/", 1), further("documents/", 2)
    ('documents/', 'documents/p.2/')
    """
    return address if n == 1 else f"{address}p.{n}/"


def first_page(address: str) -> str:
    """``further`` undone: where the list begins that the page at ``address`` goes on with; any other address as it is.

    >>> first_page("agencies/gansu-drc/p.12/"), first_page("agencies/gansu-drc/")
    ('agencies/gansu-drc/', 'agencies/gansu-drc/')
    """
    return _FURTHER.sub("", address)


def document_of(address: str) -> str | None:
    """The id of the document whose page, or the page of whose measure, stands at an address; None where neither does.

    >>> document_of("documents/a/"), document_of("measures/a/3.4/"), document_of("documents/p.2/"), document_of("topics/a/")
    ('a', 'a', None, None)
    """
    folder, _, rest = first_page(address).partition("/")
    return rest.partition("/")[0] or None if f"{folder}/" in (DOCUMENTS, MEASURES) else None


def agency(agency_id: str) -> str:
    return f"{AGENCIES}{agency_id}/"


def topic(topic_id: str) -> str:
    return f"{TOPICS}{topic_id}/"


def essay(slug: str) -> str:
    return f"{ANALYSIS}{slug}/"


def point_anchor(point: str) -> str:
    """The id of a question on its topic's page."""
    return f"q-{point}"


def point(topic_id: str, point: str) -> str:
    """
    >>> point("enclave-parks", "forms")
    'topics/enclave-parks/#q-forms'
    """
    return f"{topic(topic_id)}#{point_anchor(point)}"


def work(work_id: str) -> str:
    """A document that is cited, whether it is here or not."""
    return f"{WORKS}{work_id}/"


def study(slug: str) -> str:
    return f"{RELATIONS}{slug}/"


def page_of(id: str) -> str:
    """The page of a document or, where the id has a slash, of a measure.

    >>> page_of("a"), page_of("a/3.4")
    ('documents/a/', 'measures/a/3.4/')
    """
    return measure(id) if "/" in id else document(id)


def compare(*measure_ids: str) -> str:
    """The free comparison of measures, whose whole state is its address.

    >>> compare("a/1", "b/2.3")
    'compare/?m=a/1&m=b/2.3'
    """
    return COMPARE + "?" + "&".join(f"m={m}" for m in measure_ids)


def compare_documents(own: str, other: str) -> str:
    """One document article by article against another, in the order of the first."""
    return f"{COMPARE}{own}/{other}/"


def compare_in_browser(*document_ids: str) -> str:
    """The same of any two documents, drawn in the browser, in the order of the first; of one, for another to be chosen.

    >>> compare_in_browser("a", "b")
    'compare/?d=a&d=b'
    """
    return COMPARE + "?" + "&".join(f"d={d}" for d in document_ids)


def questions_in_word(topic_id: str) -> str:
    """A topic's questions as a Word document, beside its page."""
    return f"{topic(topic_id)}questions.docx"


def table_in_word(own: str, other: str) -> str:
    """Two documents article by article as a Word document, beside their page."""
    return f"{compare_documents(own, other)}{TABLE_IN_WORD}"


def sentence(measure_id: str, n: int) -> str:
    return f"{measure(measure_id)}#{sentence_anchor(n)}"


def measure_anchor(ref: str) -> str:
    """The id of a measure on its document's page: ``m-3-4`` for ``3.4``."""
    return "m-" + ref.replace(".", "-")


def section_anchor(ref: str) -> str:
    return "sec-" + ref.replace(".", "-")


def correction_anchor(version: str, kind: str) -> str:
    """Where the page of errata tells that a kind of judgements was gone over.

    >>> correction_anchor("2026.2", "topics")
    'v2026-2-topics'
    """
    return f"v{version.replace('.', '-')}-{kind}"


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
    return f"{DATA}sources/{document_id}.txt"


def download(folder: str, document_id: str, ending: str) -> str:
    """A document in another form: ``akn`` xml, ``text`` txt, ``markdown`` md."""
    return f"{DATA}{folder}/{document_id}.{ending}"


def entry_json(kind: str, id: str) -> str:
    """An entry of the data by itself, as JSON; ``kind`` is its list in corpus.json.

    >>> entry_json("measures", "a/3.4")
    'data/measures/a/3.4.json'
    """
    return f"{DATA}{kind}/{id}.json"


def list_json(kind: str) -> str:
    """All entries of a kind, each with its address."""
    return f"{DATA}{kind}.json"


def example(file: str) -> str:
    """A file that shows how the data are used, to be run."""
    return f"{DATA}examples/{file}"


def entry_page(kind: str, id: str) -> str:
    """The page of an entry of the data, which stands under the name of its list.

    >>> entry_page("measures", "a/3.4")
    'measures/a/3.4/'
    """
    return f"{kind}/{id}/"


def page_markdown(address: str) -> str:
    """The text of the page at an address, as Markdown, beside it."""
    return f"{address}index.md"


def calendar(place_id: str) -> str:
    """The deadlines of a place."""
    return f"{TARGETS}{place_id}.ics"


def citation(item_id: str, ending: str) -> str:
    """A citation as a file for reference managers: ``bib``, ``ris``, ``json``."""
    return f"{CITATIONS}{item_id}.{ending}"


def feed(name: str) -> str:
    """An Atom feed: ``new``, ``corrections``, or a place's id."""
    return f"{FEEDS}{name}.xml"


def topic_feed(topic_id: str) -> str:
    return feed(f"topic-{topic_id}")


def record_path(document_id: str) -> str:
    """The file of the repository in which a person corrects this document."""
    return f"structured/records/{document_id}.yml"


def problem_page(code: str) -> str:
    """Where a problem's code is explained."""
    return f"{PROBLEMS}#{code}"


def page_path(address: str) -> str:
    """The Markdown file, below docs/, that mkdocs publishes at ``address``.

    >>> page_path("measures/a/3.4/")
    'measures/a/3.4.md'
    """
    if address == HOME or address in {DOCUMENTS, AGENCIES, TOPICS, COMPARE, WORKS, RELATIONS}:
        return f"{address}index.md"
    return f"{address.rstrip('/')}.md"


def published_at(page_path: str) -> str:
    """The address at which a Markdown file of docs/ is published: ``page_path`` undone.

    >>> published_at("measures/a/3.4.md"), published_at("topics/index.md"), published_at("index.md")
    ('measures/a/3.4/', 'topics/', '')
    """
    path = page_path.removesuffix(".md")
    path = "" if path == "index" else path.removesuffix("/index")
    return f"{path}/" if path else HOME


def relative(to: str, here: str) -> str:
    """The link from the page at ``here`` to the address ``to``; both are relative to the site's root.

    >>> relative("measures/a/3.4/#s1", "topics/green/")
    '../../measures/a/3.4/#s1'
    """
    path, mark, fragment = to.partition("#")
    if mark and path == here:
        return f"#{fragment}"
    path, question, query = path.partition("?")
    there, stand = path.split("/"), here.split("/")  # the last part of an address is empty, or a file's name
    shared = 0
    while shared < min(len(there), len(stand)) - 1 and there[shared] == stand[shared]:
        shared += 1
    link = "../" * (len(stand) - 1 - shared) + "/".join(there[shared:])
    return (link or "./") + question + query + mark + fragment
