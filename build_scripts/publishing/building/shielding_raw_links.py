"""Links in the raw HTML of a page are as a browser reads them, and stay so.

Zensical takes them for links between source files and makes other links of them. A Markdown extension (mkdocs.yml)
gives them a scheme that no generator touches; when a page is completed it is taken away again. Links that are written
in Markdown are the generator's, as ever.
"""

from __future__ import annotations

import re
from typing import Any

from markdown import Markdown
from markdown.extensions import Extension
from markdown.postprocessors import Postprocessor

_SCHEME = "as-written:"
_LINK = re.compile(r"""(?<=\s)((?:href|src|action)=["'])(?![a-zA-Z][a-zA-Z0-9+.-]*:|//)""")
_BEFORE_RAW_HTML = 40  # Python-Markdown puts raw HTML back at 30


def shielded(html: str) -> str:
    """Raw HTML with its relative links out of a generator's reach.

    >>> shielded('<a href="../x/">x</a><a href="https://y.test/">y</a>')
    '<a href="as-written:../x/">x</a><a href="https://y.test/">y</a>'
    """
    return _LINK.sub(rf"\g<1>{_SCHEME}", html)


def unshielded(html: str) -> str:
    """The links again as they were written."""
    return html.replace(f'="{_SCHEME}', '="').replace(f"='{_SCHEME}", "='")


class _Shield(Postprocessor):
    def run(self, text: str) -> str:
        stash = self.md.htmlStash
        stash.rawHtmlBlocks = [shielded(b) if isinstance(b, str) else b for b in stash.rawHtmlBlocks]
        return text


class RawLinks(Extension):
    def extendMarkdown(self, md: Markdown) -> None:
        md.postprocessors.register(_Shield(md), "raw_links", _BEFORE_RAW_HTML)


def makeExtension(**settings: Any) -> RawLinks:
    """What Python-Markdown calls by this name."""
    return RawLinks(**settings)
