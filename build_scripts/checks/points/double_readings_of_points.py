"""Rules of structured/points/readings/: both readings of a topic and the cells in which they differ belong together.

What the readings say is kept as it was and held against no text: only the points that were settled from them are.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from ...locating.loading import Loading
from ...problems import Problem
from ...store.yaml_files_to_model import READINGS
from ..walking import Check, near, problem


def names(loading: Loading) -> Iterator[Problem]:
    """A folder is of a topic, and its files say which topic and which reading they are."""
    known = {t.id for t in loading.vocabulary.topics}
    for topic, files in loading.point_readings.items():
        for name, loaded in files.items():
            if loaded.value is None:
                continue
            if topic not in known:
                message, tip = f"没有 {topic} 这个专题，这一遍读法没有人读", near(topic, known) or "文件夹名写专题 id"
                yield problem(loaded, ("topic",), "topic-unknown", message, tip, topic)
            if loaded.value.topic != topic or getattr(loaded.value, "reading", name) != name:
                message = f"这里是 readings/{topic}/{name}.yml，里面写的不是"
                tip = "topic 写文件夹名，reading 写文件名（" + "、".join(n for n in READINGS if n != "settled") + "）"
                yield problem(loaded, ("topic",), "points-topic", message, tip, topic)


def cells(loading: Loading) -> Iterator[Problem]:
    """Each cell that was settled is one that both readings have, and is settled once."""
    for files in loading.point_readings.values():
        values: list[Any] = [files[name].value for name in READINGS]
        if any(value is None for value in values):
            continue
        first, second, settled = values
        read = [{(p.id, d) for p in reading.points for d in p.accounted} for reading in (first, second)]
        seen: set[tuple[str, str]] = set()
        for i, cell in enumerate(settled.cells):
            whole = (cell.point, cell.document)
            if whole in seen or any(whole not in cells for cells in read):
                message = f"{cell.point} × {cell.document} 这一格定了两次，或两遍里没有都读过"
                tip = "point 和 document 照两遍读法里的写，一格只定一次"
                yield problem(files["settled"], ("cells", i), "settled-cell", message, tip, cell.point)
            seen.add(whole)


CHECKS: tuple[Check, ...] = (names, cells)
