"""One JSON file for each document, measure, body, topic, question, place and work cited: the entry of corpus.json with what
hangs on it, and what such a file looks like."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any

from build_scripts.publishing.dataset.corpus.corpus_schema import head
from build_scripts.publishing.dataset.json_files.lists import HEAD, KINDS, Kind
from build_scripts.publishing.dataset.shapes import ID, MEASURE_ID, Schema, listed, record, ref, text
from build_scripts.publishing.dataset.table_model import Data
from build_scripts.publishing.text.wording.loading import wording

Json = dict[str, Any]
_WORDS = wording("api")
_CORPUS = "../corpus.schema.json"


def json_files(data: Data) -> Iterator[tuple[str, Json]]:
    """(path below data/, content) of every single file."""
    told = {k: data.exported[k] for k in HEAD}
    hung = _Hung(data.exported)
    for kind in KINDS:
        more: Callable[[Json], Json] = getattr(hung, kind.one)
        for thing in data.exported[kind.name]:
            yield f"{kind.name}/{thing['id']}.json", told | {kind.one: thing} | more(thing)


class _Hung:
    """What goes along with an entry, by its kind."""

    def __init__(self, exported: Mapping[str, Any]) -> None:
        self.by_id = {kind.name: {t["id"]: t for t in exported[kind.name]} for kind in KINDS}
        self.pairs = _grouped((m, p) for p in exported["alignments"] for m in (p["a"], p["b"]))
        self.relations = _grouped(
            (m, r) for r in exported["relations"] for m in dict.fromkeys((r["from"], r["to"])) if m
        )
        self.asked = _grouped((p["topic"], p) for p in exported["points"])
        self.of_document = _grouped((m["document"], m) for m in exported["measures"])
        self.of_place = _grouped((d["jurisdiction"], d["id"]) for d in exported["documents"])
        self.cited = _grouped(
            (d, w) for w in exported["works"] for d in dict.fromkeys(c["document"] for c in w["cited_by"])
        )
        self.duties = _grouped(
            (r["agency"], {"measure": m["id"], **r})
            for m in exported["measures"]
            for r in m["responsibilities"]
            if r["agency"]
        )
        self.under = _grouped(
            (t["id"], {"measure": m["id"], "primary": t["primary"], "basis": t["basis"]})
            for m in exported["measures"]
            for t in m["topics"]
        )

    def document(self, thing: Json) -> Json:
        return {"measures": self.of_document[thing["id"]], "works": self.cited[thing["id"]]}

    def measure(self, thing: Json) -> Json:
        named = dict.fromkeys(r["agency"] for r in thing["responsibilities"] if r["agency"])
        return {
            "document": self.by_id["documents"][thing["document"]],
            "agencies": [self.by_id["agencies"][a] for a in named],
            "topics": [self.by_id["topics"][t["id"]] for t in thing["topics"]],
            "alignments": self.pairs[thing["id"]],
            "relations": self.relations[thing["id"]],
        }

    def agency(self, thing: Json) -> Json:
        return {"responsibilities": self.duties[thing["id"]]}

    def topic(self, thing: Json) -> Json:
        return {"measures": self.under[thing["id"]], "points": self.asked[thing["id"]]}

    def point(self, thing: Json) -> Json:
        return {"topic": self.by_id["topics"][thing["topic"]]}

    def jurisdiction(self, thing: Json) -> Json:
        return {"documents": self.of_place[thing["id"]]}

    def work(self, thing: Json) -> Json:
        return {}


def _grouped(found: Iterable[tuple[str, Any]]) -> dict[str, list[Any]]:
    groups: dict[str, list[Any]] = defaultdict(list)
    for key, value in found:
        groups[key].append(value)
    return groups


def entry_schema(kind: Kind, version: str) -> Schema:
    """What a single file looks like; its parts are those of corpus.json."""
    told = {"measure": text(pattern=MEASURE_ID)}
    duty = {"allOf": [{"type": "object", "required": ["measure"], "properties": told}], "description": _WORDS.duty}
    under = record(_WORDS.under, told | {"primary": {"type": "boolean"}, "basis": text()})
    more: dict[str, Schema] = {
        "document": {"measures": _all("measure"), "works": _all("work")},
        "measure": {
            "document": ref("document", _CORPUS),
            "agencies": _all("agency"),
            "topics": _all("topic"),
            "alignments": _all("alignment"),
            "relations": _all("relation"),
        },
        "agency": {"responsibilities": listed(duty)},
        "topic": {"measures": listed(under), "points": _all("point")},
        "point": {"topic": ref("topic", _CORPUS)},
        "jurisdiction": {"documents": listed(text(pattern=ID))},
        "work": {},
    }
    parts = head(version) | {kind.one: ref(kind.one, _CORPUS)} | more[kind.one]
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": f"{kind.name}/<id>.json",
        **record(_WORDS("one_of", kind=_WORDS.kinds[kind.name]), parts),
    }


def _all(thing: str) -> Schema:
    return listed(ref(thing, _CORPUS))
