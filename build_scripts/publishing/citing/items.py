"""What is cited, as CSL-JSON items: documents as ``report``, our pages as ``webpage``, the data as ``dataset``.

A page of ours is cited for the text it holds: its author and date are the document's. What the text does not state is
left out of the item and named in ``note``; a title an editor supplied stands in square brackets, as cataloguers do.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from build_scripts import addresses
from build_scripts.model import Document, Topic
from build_scripts.publishing.index.essays import Essay
from build_scripts.publishing.index.lookups import Entry
from build_scripts.publishing.settings import Site
from build_scripts.publishing.text.reading_form.form import told_form
from build_scripts.publishing.text.wording.loading import wording

Item = dict[str, Any]

_WORDS = wording("citing")
PLACE, EDITORS = _WORDS.place, _WORDS.editors

_WHERE = {"webpage": {"container-title": PLACE}, "dataset": {"publisher": PLACE}}
_SHOWN = frozenset({"title", "number", "note", "publisher"})
_INNER = str.maketrans("《》", "〈〉")
_LANGUAGES = {"zh-Hans": "zh-CN", "zh-Hant": "zh-Hant"}


def document(d: Document, site: Site) -> Item:
    """A document as a report with its 发文字号; the date is the 成文日期, else the 发布日期.

    Who issued it published it: this site only holds it, so it is no container of it.
    """
    return _item(
        d.id,
        "report",
        _title(d),
        genre=_WORDS.document_type,
        number=d.number,
        author=_names(d.issuers),
        publisher=_WORDS.between_issuers.join(d.issuers),
        issued=_date(d.date or d.published),
        url=site.absolute(addresses.document(d.id)),
        language=_LANGUAGES[d.lang],
        note=_note(site, _absent(d)),
    )


def measure(entry: Entry, site: Site) -> Item:
    """A measure's page: the document's title and number, then the entry as printed."""
    d = entry.document
    number = f"（{d.number}）" if d.number else "："
    return _item(
        entry.id,
        "webpage",
        _title(d) + number + provision(entry),
        author=_names(d.issuers),
        issued=_date(d.date or d.published),
        url=site.absolute(addresses.measure(entry.id)),
        language=_LANGUAGES[d.lang],
        note=_note(site, _absent(d)),
    )


def provision(entry: Entry) -> str:
    """An entry as one names it: its printed number and, where it has one, its heading."""
    return entry.printed + (entry.name if entry.name != entry.printed else "")


def topic(t: Topic, site: Site) -> Item:
    return page(f"topics/{t.id}", _WORDS("topic", topic=t.zh), addresses.topic(t.id), site)


def comparison(own: Document, other: Document, site: Site) -> Item:
    """Two documents article by article, in the order of the first."""
    address = addresses.compare_documents(own.id, other.id)
    return page(address.rstrip("/"), _WORDS("comparison", own=own.title, other=other.title), address, site)


def essay(e: Essay, site: Site) -> Item:
    """An essay by its title; it has a date of its own."""
    address = addresses.essay(e.slug)
    return page(address.rstrip("/"), e.title, address, site, e.dated)


def page(id: str, title: str, address: str, site: Site, day: str | None = None) -> Item:
    """A page of our own making (a topic, a comparison): ours is the authorship; its date is ``day``, else the data's."""
    return _item(
        id,
        "webpage",
        title,
        author=_names([EDITORS]),
        issued=_date(day or site.released),
        url=site.absolute(address),
        language="zh-CN",
        note=_note(site, []),
    )


def dataset_title(site: Site) -> str:
    """What the data are cited as: the edition's title, or a plain one where it has none."""
    return site.dataset or _WORDS.dataset


def dataset(site: Site) -> Item:
    return _item(
        "policy-in-parallel",
        "dataset",
        dataset_title(site),
        author=_names([EDITORS]),
        issued=_date(site.released),
        url=site.absolute(addresses.DATA),
        language="zh-CN",
        version=site.version or None,
    )


def legal(item: Item, d: Document | None = None, entry: Entry | None = None) -> Item:
    """The item as 法学引注手册 wants it: a document by its title and, of an entry, the provision.

    A title that begins with its issuer is not preceded by it again; 《》 inside a title become 〈〉.
    """
    held = {"container-title": PLACE}  # to the manual a source on the web is always held by its site
    if d is None:
        edition = {"annote": _WORDS("edition", version=item["version"])} if item.get("version") else {}
        return item | held | edition | {"title": item["title"].translate(_INNER)}
    told = any(d.title.startswith(name) for name in d.issuers)
    return _item(
        item["id"],
        "report",
        d.title.translate(_INNER),
        number=d.number,
        author=None if told else _names(d.issuers),
        issued=_date(d.date or d.published),
        status=_WORDS.dated if d.date else _WORDS.published,
        url=item["URL"],
        language=item["language"],
        section=entry.printed.rstrip("、") if entry else None,
        annote=_WORDS.title_supplied if d.title_basis == "editor" else None,
        **held,
    )


def as_read(item: Item) -> Item:
    """The item with its texts as they are read, a document's title in Simplified characters; as received, the title
    stands under CSL's ``original-title`` where it differs."""
    read = {k: told_form(v) if k in _SHOWN else v for k, v in item.items()}
    if "author" in item:
        read["author"] = [{"literal": told_form(n["literal"])} for n in item["author"]]
    return read | ({"original-title": item["title"]} if read["title"] != item["title"] else {})


def _item(id: str, type: str, title: str, *, url: str, **given: Any) -> Item:
    fields = {"id": id, "type": type, "title": _one_line(title), **_WHERE.get(type, {}), **given, "URL": url}
    return {k: _one_line(v) if isinstance(v, str) else v for k, v in fields.items() if v}


def _one_line(text: str) -> str:
    return " ".join(text.split())


def _title(d: Document) -> str:
    return f"[{d.title}]" if d.title_basis == "editor" else d.title


def _names(names: Iterable[str]) -> list[dict[str, str]]:
    return [{"literal": _one_line(n)} for n in names]


def _date(iso: str | None) -> dict[str, list[list[int]]] | None:
    parts = (iso or "").split("-")
    return {"date-parts": [[int(p) for p in parts]]} if all(p.isdigit() for p in parts) else None


def _absent(d: Document) -> list[str]:
    """What the text does not state, and what an editor supplied."""
    missing = [(_WORDS.issuers, d.issuers), (_WORDS.number, d.number), (_WORDS.date, d.date or d.published)]
    absent = "、".join(label for label, value in missing if not value)
    said = [_WORDS("unstated", what=absent)] if absent else []
    return said + ([_WORDS.title_supplied_unstated] if d.title_basis == "editor" else [])


def _note(site: Site, said: list[str]) -> str | None:
    version = [_WORDS("data_version", version=site.version)] if site.version else []
    return "；".join([*said, *version]) or None
