"""CSL-JSON items as RIS records, as Zotero, EndNote and NoteExpress read them.

RIS has no escaping: a value is the rest of its line. Line breaks and control characters become spaces; a comma in a
body's name, which RIS takes for the end of a surname, becomes a full-width one. Lines end in CR LF.
"""

from __future__ import annotations

import re

from build_scripts.publishing.citing.items import Item

_TYPES = {"report": "RPRT", "webpage": "ELEC", "dataset": "DATA"}
_CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029]+")


def line(tag: str, value: str) -> str:
    r"""One line of a record.

    >>> line("TI", "a\nER  - b")
    'TI  - a ER - b\r\n'
    """
    return f"{tag}  - {' '.join(_CONTROL.sub(' ', value).split())}\r\n"


def record(item: Item) -> str:
    """One record, from its type to its end."""
    parts = item.get("issued", {"date-parts": [[]]})["date-parts"][0]
    names = [n["literal"].replace(",", "，") for n in item.get("author", ())]
    lines = [
        ("TY", _TYPES[item["type"]]),
        *(("AU", n) for n in names),
        ("TI", item["title"]),
        ("OP", item.get("original-title", "")),
    ]
    if item["type"] == "report":
        lines += [("PB", item.get("publisher", "")), ("SN", item.get("number", "")), ("M3", item.get("genre", ""))]
    else:
        lines += [("T2", item.get("container-title", "")), ("PB", item.get("publisher", ""))]
        lines += [("ET", item.get("version", ""))]
    lines += [
        ("PY", str(parts[0]) if parts else ""),
        ("DA", "/".join(f"{p:02}" for p in parts) + "/" * (3 - len(parts)) if parts else ""),
        ("LA", item.get("language", "")),
        ("UR", item["URL"]),
        ("ID", item["id"]),
        ("N1", item.get("note", "")),
    ]
    return "".join(line(tag, value) for tag, value in lines if value) + "ER  - \r\n"
