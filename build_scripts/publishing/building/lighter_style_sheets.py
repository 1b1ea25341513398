"""The style sheet as browsers need it: without what is said to whoever edits it."""

from __future__ import annotations

import re
from pathlib import Path

SHEETS = "assets/css"

# A string, which stays as it is; a comment; white space around a line break.
_TOKEN = re.compile(r"""("(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*')|/\*.*?\*/|\s*\n\s*""", re.DOTALL)


def lightened(css: str) -> str:
    r"""A sheet without comments, indentation and empty lines; lines stay lines.

    >>> lightened('/* a */\n@media print {\n  p::before { content: "/* b */"; } /* c */\n\n  a { color: red; }\n}\n')
    '@media print {\np::before { content: "/* b */"; }\na { color: red; }\n}\n'
    """
    bare = _TOKEN.sub(lambda m: m[1] or ("" if m[0].startswith("/*") else "\n"), css)
    return re.sub(r" *\n+", "\n", bare).lstrip("\n")


def lighten_sheets(site_dir: Path) -> None:
    """Every style sheet of the built site, in its place."""
    for path in sorted((site_dir / SHEETS).glob("*.css")):
        path.write_text(lightened(path.read_text("utf-8")), "utf-8")
