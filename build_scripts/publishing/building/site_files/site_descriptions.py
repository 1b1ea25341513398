"""What the site says of itself at its root: opensearch.xml for browsers, llms.txt for those who read with a language model."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from lxml import etree
from lxml.builder import ElementMaker

from build_scripts import addresses
from build_scripts.publishing.citing.citations import cite_dataset
from build_scripts.publishing.dataset import about
from build_scripts.publishing.dataset.papers.metadata_of_data import dcat
from build_scripts.publishing.index.lookups import Index
from build_scripts.publishing.settings import Site
from build_scripts.publishing.text.json_text import for_people
from build_scripts.publishing.text.markdown_text import escape
from build_scripts.publishing.text.reading_form.form import told_form
from build_scripts.publishing.text.wording.loading import wording
from build_scripts.store.edition import Edition
from build_scripts.store.paths import write_atomically

_FORMS, _WORDS, _CITING = wording("forms"), wording("llms"), wording("citing")
NAMESPACE = "http://a9.com/-/spec/opensearch/1.1/"
_E = ElementMaker(namespace=NAMESPACE, nsmap={None: NAMESPACE})


def opensearch(site: Site) -> bytes:
    """How a browser searches the site (OpenSearch 1.1)."""
    described = _E.OpenSearchDescription(
        _E.ShortName(_FORMS.search),
        _E.Description(_FORMS.search_note),
        _E.InputEncoding("UTF-8"),
        _E.Language("zh-CN"),
        _E.Image(site.absolute("assets/images/favicon.png"), height="48", width="48", type="image/png"),
        _E.Url(type="text/html", method="get", template=site.absolute(addresses.SEARCH) + "?q={searchTerms}"),
        _E.Url(type="application/opensearchdescription+xml", rel="self", template=site.absolute(addresses.OPENSEARCH)),
    )
    return bytes(etree.tostring(described, xml_declaration=True, encoding="UTF-8", pretty_print=True))


def llms(index: Index, site: Site) -> str:
    """What is where and how it is cited, as https://llmstxt.org has it: a title, a quotation, lists of links."""
    cited = cite_dataset(site).words[0]
    documents = [
        _line(
            site,
            addresses.page_markdown(addresses.document(d.id)),
            told_form(d.title),
            _told(told_form(d.number or ""), d.date),
        )
        for d in index.documents.values()
    ]
    topics = [
        _line(site, addresses.page_markdown(addresses.topic(t.id)), t.zh, t.definition) for t in index.topics.values()
    ]
    pages = [_line(site, addresses.page_markdown(to), name, note) for to, name, note in _pairs(_WORDS.pages)]
    data = [_line(site, to, name, note) for to, name, note in _pairs(_WORDS.data)]
    text: str = _WORDS(
        "text",
        title=about.TITLE,
        sentence=about.sentence(index.corpus),
        cite=f"{cited.before}{_CITING.accessed}{cited.after}",
        example=site.absolute(addresses.sentence(next(iter(index.entries), ""), 1)),
        version=site.version,
        documents="\n".join(documents),
        topics="\n".join(topics),
        pages="\n".join(pages),
        data="\n".join(data),
    )
    return text


def _pairs(held: Mapping[str, Mapping[str, str]]) -> list[tuple[str, str, str]]:
    """(address, name, note) of each."""
    return [(to, words["name"], words["note"]) for to, words in held.items()]


def _told(*facts: str | None) -> str:
    return str(_WORDS.between).join(f for f in facts if f)


def _line(site: Site, to: str, name: str, note: str = "") -> str:
    link = f"- [{escape(name)}]({site.absolute(to)})"
    return f"{link}: {escape(note)}" if note else link


def write_descriptions(index: Index, site: Site, docs_dir: Path) -> None:
    """Write them below docs/, with the catalogue of the data: all that names the site by its whole address."""
    catalogue = dcat(index, Edition(site.version, site.released, site.dataset), site)
    write_atomically(docs_dir / addresses.OPENSEARCH, opensearch(site))
    write_atomically(docs_dir / addresses.LLMS, llms(index, site).encode())
    write_atomically(docs_dir / addresses.DATA / about.DCAT, for_people(catalogue))
