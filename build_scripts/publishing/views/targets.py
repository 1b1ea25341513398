"""Every number and deadline in one table."""

from __future__ import annotations

from build_scripts.publishing import addresses
from build_scripts.publishing.index import Index
from build_scripts.publishing.rendering import Page, page


def targets(index: Index) -> Page:
    found = [(e, t) for e in index.entries.values() for t in e.measure.targets]
    meta = {
        "title": "指标",
        "description": f"各地文件写下的 {len(found)} 个数字与期限，逐个可回到原句。",
        "kind": "targets",
    }
    return page("targets.md.j2", addresses.TARGETS, meta, targets=found, places=index.speaking_places)
