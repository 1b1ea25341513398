"""What people would have judged of made-up documents: counterparts, and answers to the questions of the real ones."""

from __future__ import annotations

import random
import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Literal

from ..checks.points.answers import out_of_form
from ..checks.points.questions import LONGEST
from ..checks.unproven_words import added_words
from ..model import Alignment, Answer, Document, Evidence, Measure, Point, TopicPoints, Vocabulary, measure_id
from ..reading.measures.sentences import sentences
from ..sources.fold import fold, to_simplified
from ..sources.words_in_text import SoughtWords
from .made_up_places import words
from .texts import Text

PAIRS = 8
"""About how many counterparts an editor confirmed or rejected for each document."""
MOST_PAIRS = 20_000
"""How many at most: a file of 5 MB holds some 37,000 of them, and nobody judges so many."""
READ = 30
"""How many documents at most were read for a question: nobody reads a thousand for each."""
_CLAUSE = re.compile(r"[^,，;；。、:：()（）“”‘’<>{}|*`\\\n\[\]#]+")


def alignments(texts: Sequence[Text], documents: Mapping[str, Document], seed: int) -> tuple[Alignment, ...]:
    """Pairs of measures made like the same real one, most of them confirmed, some rejected."""
    chance = random.Random(f"pairs {seed}")
    alike: dict[str, list[str]] = defaultdict(list)
    for text in texts:
        for heading, measure in zip(text.like, documents[text.id].measures):
            if heading:
                alike[fold(heading)].append(measure_id(text.id, measure.ref))
    said = words()["why"]
    found: dict[tuple[str, str], Alignment] = {}
    groups = [held for held in alike.values() if len(held) > 1]
    for _ in range(min(PAIRS * len(texts), MOST_PAIRS) if groups else 0):
        a, b = sorted(chance.sample(chance.choice(groups), 2))
        if a.partition("/")[0] == b.partition("/")[0]:
            continue
        strength: Literal["strong", "partial"] | None = chance.choice(("strong", "partial", None))
        if strength is None:
            found.setdefault((a, b), Alignment(a, b, "rejected", why=said["rejected"]))
        else:
            found.setdefault((a, b), Alignment(a, b, "confirmed", strength, said["confirmed"]))
    return tuple(found[pair] for pair in sorted(found))


def points(
    asked: Sequence[TopicPoints], documents: Sequence[Document], vocabulary: Vocabulary, seed: int
) -> Iterator[TopicPoints]:
    """The questions with answers out of ``READ`` documents at most, each proven by the sentence that it is a part of."""
    bodies = SoughtWords(fold(name) for agency in vocabulary.agencies for name in (agency.name, *agency.names))
    for topic in asked:
        chance = random.Random(f"points {seed} {topic.topic}")
        read = chance.sample(list(documents), min(READ, len(documents)))
        yield replace(topic, points=tuple(_point(p, topic.topic, read, bodies, chance) for p in topic.points))


def _point(point: Point, topic: str, read: Sequence[Document], bodies: SoughtWords, chance: random.Random) -> Point:
    answers, silent = [], []
    for document in read:
        fitting = [m for m in document.measures if topic in m.topics]
        answer = (
            _answer(document, chance.choice(fitting), bodies, chance) if fitting and chance.random() < 0.5 else None
        )
        if answer:
            answers.append(answer)
        elif chance.random() < 0.8:
            silent.append(document.id)
    said = words()["difference"] if answers else None
    return Point(
        point.id,
        point.question,
        point.scope,
        tuple(sorted(answers, key=lambda a: a.document)),
        tuple(sorted(silent)),
        difference=said,
    )


def _answer(document: Document, measure: Measure, bodies: SoughtWords, chance: random.Random) -> Answer | None:
    """A clause of one of its sentences that says no more than the sentence does; None where none is fit."""
    told = [s.at.of(measure.text) for s in sentences(measure.text)]
    told = [t for t in told if t.endswith("。")]
    if not told:
        return None
    quote = chance.choice(told).removesuffix("。")
    for clause in sorted((m[0].strip() for m in _CLAUSE.finditer(quote)), key=len, reverse=True):
        says = to_simplified(clause)
        if 6 <= len(says) <= LONGEST["says"] and not out_of_form(says) and not added_words(says, quote, bodies):
            return Answer(document.id, says, (Evidence(measure_id(document.id, measure.ref), quote=quote),))
    return None
