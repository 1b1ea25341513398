"""Views through templates into pages."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cache, cached_property
from pathlib import Path
from typing import Any

import yaml
from jinja2 import Environment, FileSystemLoader, StrictUndefined, Template
from markupsafe import Markup

from build_scripts import addresses
from build_scripts.publishing.index.recording import FILES, note
from build_scripts.publishing.pages.parts.further_pages import whole
from build_scripts.publishing.text import labels
from build_scripts.publishing.text.escaping import encode, finalize
from build_scripts.publishing.text.lean_templates import LeanEnvironment
from build_scripts.publishing.text.line_breaks import phrases
from build_scripts.publishing.text.reading_form.form import told_form
from build_scripts.publishing.text.template_words import template_wording
from build_scripts.publishing.text.traditional_runs import by_script

TEMPLATES = Path(__file__).parent / "templates"
COLUMNS = 8
"""So many places stand side by side; more are told closer, or one below the other."""

_READ = frozenset({"title", "description"})


@dataclass(frozen=True)
class Drawn:
    """A page that is rendered: its front matter, and what stands below it: HTML in which Markdown finds nothing to do, with
    the marks of further_pages.py."""

    head: Mapping[str, Any]
    body: str

    @property
    def text(self) -> str:
        """As a Markdown file."""
        return front_matter(self.head) + "\n" + self.body if self.head else self.body


@dataclass(frozen=True)
class Page:
    """A Markdown file: ``path`` below docs/, with forward slashes. It is rendered when it is first asked for.

    ``given`` is what its view was given, beside the corpus and its look-ups.
    """

    path: str
    draw: Callable[[], Drawn]
    given: tuple[Any, ...] = ()

    @cached_property
    def text(self) -> str:
        """All of it as one Markdown file, however long."""
        drawn = self.draw()
        return Drawn(drawn.head, whole(drawn.body)).text


class _Recorded(LeanEnvironment):
    """Templates that are used are recorded, those that they import or include among them."""

    def get_template(self, name: Any, parent: str | None = None, globals: Any = None) -> Template:
        note(FILES, str(TEMPLATES / str(name)))
        return super().get_template(name, parent, globals)


@cache
def environment() -> Environment:
    """Autoescape on, undefined names are errors, and every printed value is encoded for Markdown too."""
    env = _Recorded(
        loader=FileSystemLoader(TEMPLATES),
        autoescape=True,
        undefined=StrictUndefined,
        finalize=finalize,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=False,
    )
    env.globals.update(addresses=addresses, labels=labels, words=template_wording, COLUMNS=COLUMNS)
    env.filters["listed"] = labels.listed
    env.filters["figure"] = labels.figure
    env.filters["date"] = labels.date
    env.filters["unrooted"] = addresses.unrooted
    env.filters["by_script"] = by_script
    env.filters["phrases"] = phrases
    return env


def front_matter(meta: Mapping[str, Any]) -> str:
    """A YAML head whose values are quoted strings, or lists of them, whatever they hold."""
    body = yaml.safe_dump(dict(meta), allow_unicode=True, default_style='"', sort_keys=False, width=10**9)
    return f"---\n{body}---\n"


def render(template: str, **context: Any) -> str:
    """A template's output, without the blank lines that its control structure leaves."""
    text = environment().get_template(template).render(**context)
    return "\n".join(line for line in text.split("\n") if line.strip()) + "\n"


def page(template: str, address: str, meta: Mapping[str, Any], **context: Any) -> Page:
    """The page at ``address``. In templates ``href(to)`` links from it to any other address.

    Its title and description stand as they are read; the texts of the page are brought into that form at the end.
    """
    head = {k: told_form(v) if k in _READ else v for k, v in meta.items()}

    def href(to: str) -> Markup:
        return encode(addresses.relative(to, address))

    def draw() -> Drawn:
        return Drawn(head, render(template, href=href, here=address, **context))

    return Page(addresses.page_path(address), draw)


def later(address: str, view: Callable[..., Page], *given: Any) -> Page:
    """The page at ``address`` before anything is known of it but that: ``view(*given)`` is asked when it is rendered."""
    return Page(addresses.page_path(address), lambda: view(*given).draw(), given)


_TABLE = re.compile(r"<table\b.*?</table\s*>", re.S)
_HEADING = re.compile(r"<h[1-6]\b[^>]*\bid=\"([^\"]+)\"")
_UNSCOPED = re.compile(r"(?<=<th)(?![^>]*\bscope=)(?=[\s>])")


def scrolling_tables(html: str) -> str:
    """Every table of a rendered page in a group of its own that scrolls, and that the keyboard reaches.

    The heading above names it. Markdown has no headers but those of columns.
    """
    template = environment().get_template("scrolling_table.html.j2")

    def scrolling(table: re.Match[str]) -> str:
        above = _HEADING.findall(html, 0, table.start())
        scoped = _UNSCOPED.sub(' scope="col"', table[0])
        return template.render(table=Markup(scoped), heading=above[-1] if above else None)

    return _TABLE.sub(scrolling, html)
