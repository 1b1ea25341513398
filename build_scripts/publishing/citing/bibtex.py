r"""CSL-JSON items as BibTeX entries: ``techreport`` for documents, ``misc`` for pages and the data.

Values stand in braces, titles and bodies in two (no style may change their case or take a body's name apart). What TeX or
BibTeX takes for its own is spelled as a command that holds no lone brace, since BibTeX counts braces before TeX sees a
backslash.
"""

from __future__ import annotations

from build_scripts.publishing.citing.items import Item
from build_scripts.publishing.text.wording.loading import wording

_WORDS = wording("citing")

_SPELLED = str.maketrans(
    {
        "\\": r"\textbackslash{}",
        "{": r"\textbraceleft{}",
        "}": r"\textbraceright{}",
        "~": r"\textasciitilde{}",
        "^": r"\textasciicircum{}",
        "<": r"\textless{}",
        ">": r"\textgreater{}",
        "|": r"\textbar{}",
        '"': r"\textquotedbl{}",
    }
    | {c: f"\\{c}" for c in "&%$#_"}
)
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_KEY = str.maketrans({"/": ":"})


def escape(text: str) -> str:
    r"""Text as TeX prints it.

    >>> escape("50% of {A}_1")
    '50\\% of \\textbraceleft{}A\\textbraceright{}\\_1'
    """
    return " ".join(text.split()).translate(_SPELLED)


def entry(item: Item) -> str:
    """One entry, ending in a line break."""
    report = item["type"] == "report"
    names = [escape(n["literal"]) for n in item.get("author", ())]
    day = [*item.get("issued", {"date-parts": [[]]})["date-parts"][0], None, None, None]
    fields = {
        "author": " and ".join(f"{{{n}}}" for n in names),
        "title": f"{{{escape(item['title'])}}}",
        "origtitle": f"{{{escape(item['original-title'])}}}" if "original-title" in item else "",
        "institution": "，".join(names) if report else "",
        "type": _WORDS.document_type if report else "",
        "number": escape(item.get("number", "")),
        "howpublished": "" if report else escape(item.get("container-title", "")),
        "version": escape(item.get("version", "")),
        "year": str(day[0] or ""),
        "day": str(day[2] or ""),
        "language": item.get("language", ""),
        "url": item["URL"],
        "note": escape(item.get("note", "")),
    }
    lines = [f"  {key} = {{{value}}}" for key, value in fields.items() if value]
    if day[1]:
        lines.append(f"  month = {_MONTHS[day[1] - 1]}")
    return f"@{'techreport' if report else 'misc'}{{{item['id'].translate(_KEY)},\n" + ",\n".join(lines) + "\n}\n"
