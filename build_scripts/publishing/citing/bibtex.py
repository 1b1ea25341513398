r"""CSL-JSON items as biblatex entries, which gbt7714 reads too: ``report``, ``online``, ``dataset``.

Values stand in braces, titles and bodies in two (no style may change their case or take a body's name apart). What TeX or
BibTeX takes for its own is spelled as a command that holds no lone brace, since BibTeX counts braces before TeX sees a
backslash.
"""

from __future__ import annotations

from build_scripts.publishing.citing.items import Item

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
_TYPES = {"report": "report", "webpage": "online", "dataset": "dataset"}
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
    day = item.get("issued", {"date-parts": [[]]})["date-parts"][0]
    publisher = escape(item.get("publisher", ""))
    fields = {
        "author": " and ".join(f"{{{n}}}" for n in names),
        "title": f"{{{escape(item['title'])}}}",
        "origtitle": f"{{{escape(item['original-title'])}}}" if "original-title" in item else "",
        "institution": publisher if report else "",
        "publisher": "" if report else publisher,
        "organization": escape(item.get("container-title", "")),
        "type": escape(item.get("genre", "")),
        "number": escape(item.get("number", "")),
        "version": escape(item.get("version", "")),
        "date": "-".join(f"{part:02}" for part in day),
        "language": item.get("language", ""),
        "url": item["URL"],
        "note": escape(item.get("note", "")),
    }
    lines = [f"  {key} = {{{value}}}" for key, value in fields.items() if value]
    return f"@{_TYPES[item['type']]}{{{item['id'].translate(_KEY)},\n" + ",\n".join(lines) + "\n}\n"
