"""The style sheet as browsers need it: without what is said to whoever edits it."""

from __future__ import annotations

import re
from pathlib import Path

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
