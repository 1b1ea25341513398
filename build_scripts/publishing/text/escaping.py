"""Text into Markdown pages, so that it comes out as the same text: never markup, never run.

Pages are Markdown files whose content stands in raw HTML blocks. Every character that HTML, Markdown, its
extensions or a template engine could take for its own is written as a character reference, and so are line
ends and tabs (Markdown would tidy them); a browser reads back exactly the code points that went in. (C1
controls stand as they are: HTML reads references to them as Windows-1252.)
"""

from __future__ import annotations

import re
from typing import Any

from markupsafe import Markup

_SPECIAL = "&<>\"'`*_{}[]#|~$\\^=@!\t\n\r\u2028\u2029"
_TABLE = {ord(c): f"&#{ord(c)};" for c in _SPECIAL} | {c: f"&#{c};" for c in range(1, 32)}
_ANY = re.compile(f"[{re.escape(_SPECIAL)}\\x01-\\x1f]")
_ILLEGAL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff\ud800-\udfff]")


def legal(text: str) -> str:
    r"""``text`` as XML 1.0 can hold it: characters that it forbids become U+FFFD.

    >>> legal("a\x02b")
    'a�b'
    """
    return _ILLEGAL.sub("\ufffd", text)


def encode(text: str) -> Markup:
    """``text`` with every special character as a numeric character reference.

    >>> encode("<b> {{ x }}")
    Markup('&#60;b&#62; &#123;&#123; x &#125;&#125;')
    """
    return Markup(_encoded(text))


def _encoded(text: str) -> str:
    return text.translate(_TABLE) if _ANY.search(text) else text


def finalize(value: Any) -> str:
    """Jinja's ``finalize``: everything a template prints is encoded, unless it is markup already."""
    if isinstance(value, str):
        return value if isinstance(value, Markup) else _encoded(value)
    return str(value.__html__()) if hasattr(value, "__html__") else _encoded(str(value))
