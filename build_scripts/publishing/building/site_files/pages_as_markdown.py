"""Every finished page as Markdown beside it: ``index.md``, with a head that says what it is, where it stands, how it is cited."""

from __future__ import annotations

import re
from html import unescape
from pathlib import Path

from build_scripts import addresses
from build_scripts.publishing.citing import items
from build_scripts.publishing.citing.styles import ACCESSED, STYLES, render
from build_scripts.publishing.dataset.about import LICENCE_URL
from build_scripts.publishing.settings import Site
from build_scripts.publishing.text.html_to_markdown import markdown_of
from build_scripts.publishing.text.wording.loading import wording
from build_scripts.store.paths import write_atomically
from build_scripts.store.yaml_writing.yaml_dump import dump

_WORDS, _CITING = wording("forms"), wording("citing")
_TITLE = re.compile(r'<meta property="og:title" content="([^"]*)">')
_CITED = re.compile(r'class="pp-cite__text"[^>]*>(.*?)</dd>', re.S)
_SENTENCE = re.compile(r'class="pp-s" id="s(\d+)"')
_JSON = re.compile(r'<link rel="alternate" type="application/json" [^>]*href="([^"]+)"')
_TAG = re.compile(r"<[^>]+>")


def write_markdown_pages(site: Site, site_dir: Path) -> int:
    """Write the Markdown of every page below a built site; how many there are."""
    count = 0
    for path in sorted(site_dir.rglob("index.html")):
        folder = path.parent.relative_to(site_dir).as_posix()
        address = "" if folder == "." else f"{folder}/"
        made = page_markdown(path.read_text("utf-8"), address, site)
        if made:
            write_atomically(site_dir / addresses.page_markdown(address), made.encode())
            count += 1
    return count


def page_markdown(html: str, address: str, site: Site) -> str:
    """The Markdown of the page at an address; empty where it is no page of its own (moved, gone, not found)."""
    title = _TITLE.search(html)
    text = markdown_of(html, site.absolute(address)) if title else ""
    if title is None or not text:
        return ""
    named = " ".join(unescape(title[1]).split())
    data = _JSON.search(html)
    document = addresses.document_of(address)
    last = max(map(int, _SENTENCE.findall(html)), default=0)
    facts = {
        "title": named,
        "url": site.absolute(address),
        "cite": _citation(html, named, address, site),
        "data_version": site.version,
        "license": LICENCE_URL,
        "rights": _WORDS.licence,
        "form": _WORDS.reading_form if "data-form-line" in html else "",
        "received": site.absolute(addresses.source_text(document)) if document else "",
        "sentences": _WORDS("sentences", n=last) if last else "",
        "json": site.absolute(_below(data[1], address)) if data else "",
    }
    return f"---\n{dump({k: v for k, v in facts.items() if v})}---\n\n{text}"


def _citation(html: str, title: str, address: str, site: Site) -> str:
    """As the page itself says it, else as any page of ours is cited: by GB/T 7714."""
    told = _CITED.search(html)
    if told:
        return " ".join(unescape(_TAG.sub("", told[1])).split())
    item = items.page(address.rstrip("/") or "home", title, address, site)
    return render(item, STYLES[0]).replace(ACCESSED, _CITING.accessed)


def _below(link: str, address: str) -> str:
    """The path below the site's root of a link that climbs there from the page at ``address``."""
    return link.removeprefix("../" * address.count("/"))
