"""Who works with whom, as an arc diagram: bodies down the page, an arc for every two that answer for the same entries."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from markupsafe import Markup

from build_scripts.comparing.tables.functional_lines import Edge
from build_scripts.model import Agency
from build_scripts.publishing.index.lookups import Place
from build_scripts.publishing.pages.pictures.drawing import Shape, arc, dot, group, link, picture, words
from build_scripts.publishing.text.wording.loading import wording

ROW, TOP, NAMES, WIDTH = 24, 16, 250, 720

Href = Callable[[str], str]


def partners(edges: Sequence[Edge], agencies: dict[str, Agency], place: Place, href: Href) -> Markup:
    """The picture of one place: bodies with the most partners on top, the stronger the bond the wider the arc."""
    weight: dict[str, int] = {}
    for edge in edges:
        for end in (edge.a, edge.b):
            weight[end] = weight.get(end, 0) + edge.count
    order = {a: n for n, a in enumerate(agencies)}
    names = sorted(weight, key=lambda a: (-weight[a], order[a]))
    at = {name: TOP + n * ROW for n, name in enumerate(names)}
    most = max(edge.count for edge in edges)
    arcs = [_arc(at[e.a], at[e.b], e.count / most, len(names)) for e in reversed(edges)]
    labels = [
        element
        for name, y in at.items()
        for element in (
            link(href(name), words(NAMES - 12, y + 4.5, agencies[name].name, "pp-svg-text", "end")),
            dot(NAMES, y, 3 + 4 * (weight[name] / max(weight.values())), "pp-svg-node"),
        )
    ]
    title = wording("lines")("picture", place=place.short, n=len(names))
    return picture(WIDTH, TOP + len(names) * ROW, title, group([f"pp-c{place.colour}"], *arcs, *labels))


def _arc(first: float, second: float, share: float, rows: int) -> Shape:
    top, bottom = sorted((first, second))
    tall = (bottom - top) / 2
    wide = min(tall, (WIDTH - NAMES - 12) * tall / max(tall, rows * ROW / 2))
    return arc(NAMES, top, bottom, round(wide, 1), round(tall, 1), round(1 + 5 * share, 1), "pp-svg-arc")
