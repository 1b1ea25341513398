"""The file in which the repository's host looks up whom to ask about a change, made from the owners of places."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

HEAD = "# 以下由 make fix 写，出自 structured/vocabulary/jurisdictions.yml 的 owners；上面的行由人写，不动。"

_OWNER = re.compile(
    r"@[A-Za-z0-9](?:-?[A-Za-z0-9]){0,38}(?:/[A-Za-z0-9](?:[._-]?[A-Za-z0-9])*)?|[\w.+-]+@[\w-]+(?:\.[\w-]+)+", re.A
)


def valid_owner(text: str) -> bool:
    """``@name``, ``@organisation/team`` or a mail address, as the host takes them."""
    return bool(_OWNER.fullmatch(text))


def code_owners(written: str, places: Iterable[tuple[str, str]], owners: Mapping[str, tuple[str, ...]]) -> str:
    """The file as it ought to stand, empty where it should not be there.

    ``written`` is what stands in it, ``places`` are id and place of each document, ``owners`` those of each place. What a
    person wrote above our part stays; a document whose place has no owner has no line.

    >>> code_owners("", [("park", "jia"), ("road", "yi")], {"jia": ("@a", "@b/c")}).splitlines()[1:]
    ['/structured/*/park.* @a @b/c']
    """
    above = written.partition(HEAD)[0].rstrip()
    lines = [f"/structured/*/{name}.* {' '.join(owners[place])}" for name, place in sorted(places) if owners.get(place)]
    ours = "\n".join([HEAD, *lines]) if lines else ""
    return "\n\n".join(filter(None, [above, ours])) + "\n" if above or ours else ""
