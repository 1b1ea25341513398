"""One JSON file per measure, agency and topic: the entry of corpus.json with all that hangs on it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from typing import Any

from build_scripts.publishing.dataset.table_model import Data

Json = dict[str, Any]


def json_files(data: Data) -> Iterator[tuple[str, Json]]:
    """(path below data/, content) of every single file."""
    exported = data.exported
    head = {k: exported[k] for k in ("schema_version", "data_version", "generated_from")}
    documents = {d["id"]: d for d in exported["documents"]}
    agencies = {a["id"]: a for a in exported["agencies"]}
    topics = {t["id"]: t for t in exported["topics"]}
    pairs, duties, under = _by_measure(exported), _by_agency(exported), _by_topic(exported)

    asked: dict[str, list[Json]] = defaultdict(list)
    for point in exported["points"]:
        asked[point["topic"]].append(point)

    for measure in exported["measures"]:
        named = dict.fromkeys(r["agency"] for r in measure["responsibilities"] if r["agency"])
        yield (
            f"measures/{measure['id']}.json",
            head
            | {
                "measure": measure,
                "document": documents[measure["document"]],
                "agencies": [agencies[a] for a in named],
                "topics": [topics[t["id"]] for t in measure["topics"]],
                "alignments": pairs[measure["id"]],
            },
        )
    for agency in exported["agencies"]:
        yield f"agencies/{agency['id']}.json", head | {"agency": agency, "responsibilities": duties[agency["id"]]}
    for topic in exported["topics"]:
        yield (
            f"topics/{topic['id']}.json",
            head | {"topic": topic, "measures": under[topic["id"]], "points": asked[topic["id"]]},
        )


def _by_measure(exported: Mapping[str, Any]) -> dict[str, list[Json]]:
    found: dict[str, list[Json]] = defaultdict(list)
    for pair in exported["alignments"]:
        found[pair["a"]].append(pair)
        found[pair["b"]].append(pair)
    return found


def _by_agency(exported: Mapping[str, Any]) -> dict[str, list[Json]]:
    found: dict[str, list[Json]] = defaultdict(list)
    for measure in exported["measures"]:
        for duty in measure["responsibilities"]:
            if duty["agency"]:
                found[duty["agency"]].append({"measure": measure["id"], **duty})
    return found


def _by_topic(exported: Mapping[str, Any]) -> dict[str, list[Json]]:
    found: dict[str, list[Json]] = defaultdict(list)
    for measure in exported["measures"]:
        for topic in measure["topics"]:
            entry = {"measure": measure["id"], "primary": topic["primary"], "basis": topic["basis"]}
            found[topic["id"]].append(entry)
    return found
