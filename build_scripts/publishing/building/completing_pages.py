"""What a page gets once it is HTML, whichever generator made it: the same for all of them.

The templates of docs/overrides/ leave a mark where something is still to come, and end marks where it may go over what
stands there. A page without marks is complete and stays as it is.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from html import unescape
from pathlib import Path

from markupsafe import Markup

from build_scripts import addresses
from build_scripts.publishing.building.shielding_raw_links import unshielded
from build_scripts.publishing.citing.citations import cite_essay
from build_scripts.publishing.dataset.about import UNSAID, Scope
from build_scripts.publishing.index.essays import Essay
from build_scripts.publishing.pages import metadata
from build_scripts.publishing.pages.module_preloads import imports_of
from build_scripts.publishing.pages.other_forms import Link
from build_scripts.publishing.pages.rendering import environment, render, scrolling_tables
from build_scripts.publishing.settings import Site
from build_scripts.publishing.text.reading_form.form import Changes
from build_scripts.publishing.text.reading_form.in_html import in_reading_form
from build_scripts.store.paths import write_atomically

_HEAD, _DATA = "<!-- to come: head -->", "<!-- to come: data -->"
_LINKS = "<!-- to come: links -->"
_MODULES = "<!-- to come: modules -->"
_ESSAY, _END = "<!-- to come: essay -->", "<!-- prose ends -->"
_PROSE = re.compile("<!-- to come: prose -->(.*?)<!-- prose ends -->", re.S)
_SAID = re.compile(r'<meta (?:name|property)="(og:title|description)" content="([^"]*)">')
_MODULE = re.compile(re.escape(_MODULES) + r'\s*<script type="module" src="([^"]+)">')

_TITLED = re.compile(r"<header\b[^>]* class=\"pp-(?:head|hero)\".*?</header>|</h1\b[^>]*>", re.S)
_INSIDE, _OUTSIDE, _BLANK = 'class="pp ', "</main>", re.compile(r"\s*\n\s*")
_MAIN, _FOOT = 'class="pp-main"', 'class="pp-footer"'
_KEPT_OFF = re.compile(f"&#({'|'.join(str(ord(c)) for c in '*_[]#|~$^=@!')});")
_DRAWN, _FORM = " data-drawn", " data-form-line"

Read = Callable[[str], str]
"""The text of a file of the built site, by its path below it."""


Forms = Callable[[str], Iterable[Link]]
"""What the page at an address leads to in its head."""


def complete_pages(
    site: Site,
    site_dir: Path,
    essays: Iterable[Essay] = (),
    scope: Scope = UNSAID,
    forms: Forms = lambda address: (),
) -> int:
    """Complete every page below a built site, whose data are of a ``scope``; how many had something to come."""
    count = 0
    written = {addresses.essay(e.slug): e for e in essays}
    for path in sorted(site_dir.rglob("*.html")):
        html = path.read_text("utf-8")
        address = path.parent.relative_to(site_dir).as_posix() + "/"
        here = "" if address == "./" else address
        essay = written.get(here)
        done = completed(html, here, site, lambda p: (site_dir / p).read_text("utf-8"), essay, scope, forms)
        count += done != html and write_atomically(path, done.encode())
    return count


def completed(
    html: str,
    address: str,
    site: Site,
    read: Read,
    essay: Essay | None = None,
    scope: Scope = UNSAID,
    forms: Forms = lambda address: (),
) -> str:
    """The page at ``address`` with all that was to come; ``essay`` is the one that stands there."""
    signed = _with_links(_with_essay(unshielded(html), essay, site), address, site, forms)
    headed = _with_head(_with_modules(_with_prose(signed), address, read), address, site, essay, scope)
    whole = _tight(_plain(headed))
    if _FORM in whole:
        return whole
    before, inside, after = _parted(whole)
    shown, changes = in_reading_form(inside, _stretch)
    return before + _with_form(shown, changes, address) + after


def _with_essay(html: str, essay: Essay | None, site: Site) -> str:
    """An essay says below its title who wrote it and when, and at its end how it is cited."""
    title = _TITLED.search(html)
    if essay is None or title is None or _ESSAY not in html:
        return html
    here = addresses.essay(essay.slug)

    def part(template: str) -> str:
        return render(template, essay=essay, site=site, cite=cite_essay(essay, site), href=href)

    def href(to: str) -> Markup:
        return Markup(addresses.relative(to, here))

    signed = html[: title.end()] + "\n" + part("essay_line.html.j2") + html[title.end() :]
    return signed.replace(_ESSAY, "", 1).replace(_END, part("essay_cite.html.j2") + _END, 1)


def _with_head(html: str, address: str, site: Site, essay: Essay | None, scope: Scope) -> str:
    """What the head of a page says that brings none of its own, from its title and its description."""
    if _HEAD not in html:
        return html
    said = {name: unescape(content) for name, content in _SAID.findall(html)}
    title, description = said.get("og:title", ""), said.get("description", "")
    meta = metadata.of_essay(essay, site) if essay else metadata.of_page(address, title, description, site, scope)
    *head, data = _lines("page_head.html.j2", meta=meta)
    return html.replace(_HEAD, "".join(head), 1).replace(_DATA, data, 1)


def _with_links(html: str, address: str, site: Site, forms: Forms) -> str:
    """What the head of a page leads to: its other forms, its feeds, the address by which it is cited."""
    if _LINKS not in html:
        return html
    told = {"cite_as": site.absolute(addresses.first_page(address)), "links": forms(address)}
    lines = _lines("page_links.html.j2", **told, href=lambda to: addresses.relative(to, address))
    return html.replace(_LINKS, "".join(lines), 1)


def _with_modules(html: str, address: str, read: Read) -> str:
    """What the script of a page will import, asked for at once instead of link by link."""
    match = _MODULE.search(html)
    if match is None:
        return html
    module = _below(address, match[1])
    links = [addresses.relative(path, address) for path in imports_of(module, read)]
    return html.replace(_MODULES, "".join(_lines("module_preloads.html.j2", links=links)), 1)


def _below(address: str, link: str) -> str:
    """The path below the site's root of a link that climbs there from the page at ``address``."""
    return link.removeprefix("../" * address.count("/"))


def _with_prose(html: str) -> str:
    """A hand-written page: wide tables scroll by themselves."""
    return _PROSE.sub(lambda prose: scrolling_tables(prose[1]), html)


def _plain(html: str) -> str:
    """A page with characters themselves where a reference kept Markdown and templates off them: to HTML they mean nothing
    in text or in a quoted value, and here nothing but a browser reads them any more."""
    return _KEPT_OFF.sub(lambda reference: chr(int(reference[1])), html)


def _tight(html: str) -> str:
    """A page without the blank lines and indents of the theme's frame; what stands inside it is left."""
    before, inside, rest = html.partition(_INSIDE)
    within, end, after = rest.partition(_OUTSIDE)
    return _BLANK.sub("\n", before) + inside + within + end + _BLANK.sub("\n", after) if end else html


def _parted(html: str) -> tuple[str, str, str]:
    """What a page shows of texts, between its head with its sections and its foot: those are our own words, as they are read."""
    start, end = (html.rfind("<", 0, max(0, at)) for at in (html.find(_MAIN), html.rfind(_FOOT)))
    return (html[:start], html[start:end], html[end:]) if 0 <= start < end else ("", html, "")


def _stretch(steps: str, words: str) -> str:
    return environment().get_template("received_stretch.html.j2").render(steps=steps, words=words)


def _with_form(html: str, changes: Changes, address: str) -> str:
    """A page in the reading form says so below its title, and leads to the text as received: with scripts in place,
    without to the source of its document, or to where all sources are."""
    drawn = _DRAWN in html
    title = _TITLED.search(html)
    if title is None or not (changes or drawn):
        return html
    document = addresses.document_of(address)
    source = addresses.relative(addresses.source_text(document) if document else addresses.DATA, address)
    line = render("form_line.html.j2", changes=changes, drawn=drawn, source=source)
    return html[: title.end()] + "\n" + line + html[title.end() :]


def _lines(template: str, **context: object) -> list[str]:
    """Elements one by one, set apart as the generators' own loops do."""
    return [f"\n    {line}\n  " for line in render(template, **context).splitlines()]


SHEETS = "assets/css"

# A string, which stays as it is; a comment; white space around a line break; around a mark, and after a colon.
_TOKEN = re.compile(r"""("(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*')|/\*.*?\*/|(\s*\n\s*)| *([{};,]) *|(:) +""", re.DOTALL)


def lightened(css: str) -> str:
    r"""A sheet without comments, indentation, empty lines and blanks that part nothing; lines stay lines.

    >>> lightened('/* a */\n@media print {\n  p::before { content: "/* b, */"; } /* c */\n\n  a, b :is(i) { color: red; }\n}\n')
    '@media print{\np::before{content:"/* b, */";}\na,b :is(i){color:red;}\n}\n'
    """
    bare = _TOKEN.sub(lambda m: m[1] or ("\n" if m[2] else m[3] or m[4] or ""), css)
    return re.sub(r" *\n+", "\n", bare).lstrip("\n")


def lighten_sheets(site_dir: Path) -> None:
    """Every style sheet of the built site, in its place."""
    for path in sorted((site_dir / SHEETS).glob("*.css")):
        path.write_text(lightened(path.read_text("utf-8")), "utf-8")
