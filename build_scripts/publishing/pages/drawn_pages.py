"""A page as it is published: drawn, and cut into further pages where it is too long."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from build_scripts import addresses
from build_scripts.publishing.pages.parts.further_pages import ROOM, Heading, cut
from build_scripts.publishing.pages.rendering import Drawn, Page, render
from build_scripts.publishing.text.wording.loading import wording

_WORDS = wording("further")
_OF_ALL = ("title", "description", "kind", "module", "fetches")
"""What a further page says in its head as the first does; the rest is told of the first alone."""


def drawn(page: Page, longest: int) -> Iterator[tuple[str, Drawn]]:
    """The page with its path, then the further ones with theirs, each of ``longest`` bytes at most."""
    first = page.draw()
    address = addresses.published_at(page.path)
    bodies = cut(first.body, address, longest, _Words(address, longest // ROOM))
    yield page.path, Drawn(first.head, bodies[0])
    for n, body in enumerate(bodies[1:], 2):
        head = {k: first.head[k] for k in _OF_ALL if k in first.head}
        head |= {"title": _WORDS("title", title=head["title"], n=n, count=len(bodies)), "part": str(n)}
        yield addresses.page_path(addresses.further(address, n)), Drawn(head, body)


class _Words:
    """What stands at the marks of the page at an address, in as many bytes as there is ``room`` for where it can be less."""

    def __init__(self, address: str, room: int) -> None:
        self._address, self._room = address, room

    def pages(self, n: int, count: int, moved: Sequence[Heading]) -> str:
        if n > 1:
            return self._part("turn", n=n, count=count)
        for held in (moved, [h for h in moved if h.level == 2], _firsts(moved), []):
            told = self._part("first", count=count, moved=held)
            if len(told.encode()) <= self._room:
                break
        return told

    def more(self, to: int) -> str:
        return self._part("more", page=to)

    def foot(self, n: int, count: int) -> str:
        return self._part("turn", n=n, count=count)

    def _part(self, part: str, **told: object) -> str:
        # Links as from the first page: those of a further one are made of them.
        def href(n: int) -> str:
            return addresses.relative(addresses.further(self._address, n), self._address)

        script = addresses.relative("assets/js/shared/further.js", self._address)
        return render("further_pages.html.j2", part=part, href=href, script=script, **told)


def _firsts(moved: Sequence[Heading]) -> list[Heading]:
    """The first heading of each page."""
    return list({h.page: h for h in reversed(moved)}.values())[::-1]
