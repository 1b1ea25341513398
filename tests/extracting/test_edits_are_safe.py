"""Whatever happens, in whatever order: a person's edit stands where it was made, or its loss is told.

Random edits, random new readings, stops at every write, files lost, cut, left in conflict or committed one without the
other. After each step that runs to its end: what a person wrote stands in the measure with the words it was written
for, or a message names it; a second run says the same and changes nothing; a run with an error changes nothing at all.
"""

from __future__ import annotations

import os
import random
from collections import Counter
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from build_scripts.checks.all_checks import run_checks
from build_scripts.locating.loading import load
from build_scripts.model import Document
from build_scripts.problems import Problem, errors
from build_scripts.store.transaction import is_unfinished
from build_scripts.store.yaml_writing.yaml_dump import dump

from .machine import Killed, Repository, _duties, killed_at, token

SEQUENCES = int(os.environ.get("EDIT_SEQUENCES", "60"))
STEPS = 12
ONCE = {"reading-rebuilt", "reading-unlike", "reading-lost", "measure-moved", "write-taken-back"}
Edits = dict[tuple[str, str], object]


class Story:
    """One sequence of mishaps, and what the person wrote so far: (token of the measure, field) to value."""

    def __init__(self, root: Path, seed: int) -> None:
        self.chance = random.Random(seed)
        self.repository = Repository.made(root)
        self.edits: Edits = {}
        self.committed = [(self.repository.bytes(), dict(self.edits))]
        self.told: list[str] = []
        self.stops = 0

    def edit(self) -> None:
        """A person changes a field of a measure in the record."""
        document = self.repository.document()
        if document is None or not document.measures:
            return
        i = self.chance.randrange(len(document.measures))
        field = self.chance.choice(("note", "responsibilities", "topics", "heading"))
        value = {
            "note": f"说明{self.chance.randint(0, 99)}",
            "responsibilities": _duties(self.chance),
            "topics": (f"topic-{self.chance.randint(0, 9)}",),
            "heading": f"人定的标题{self.chance.randint(0, 9)}",
        }[field]
        changed = replace(document.measures[i], **{field: value})
        if field == "topics":
            changed = replace(changed, topics_basis="editor")
        self.edits[(token(changed), field)] = value
        self.write(replace(document, measures=(*document.measures[:i], changed, *document.measures[i + 1 :])))

    def write(self, document: Document) -> None:
        self.repository.record.write_text(dump(document), encoding="utf-8")

    def new_reading(self) -> None:
        self.repository.machine = self.repository.machine.changed(self.chance)

    def extract(self) -> None:
        before = self.repository.bytes()
        done = self.repository.extract()
        if errors(done.problems):
            assert self.repository.bytes() == before, "a run with an error wrote something"
        self.all_edits_stand_or_are_told(done.problems)
        again = self.repository.extract()
        assert again.written == [], "the second run wrote something"
        assert lasting(again.problems) == lasting(done.problems)
        self.settle(done.problems)
        if not errors(done.problems):
            self.commit()

    def killed_extract(self) -> None:
        """The machine stops at a random write; then a person may go on editing before the next run."""
        with killed_at(self.chance.randint(0, 14)):
            try:
                self.repository.extract()
            except Killed:
                self.stops += 1
        if self.chance.random() < 0.4:
            self.edit()
        self.extract()
        assert not is_unfinished(self.repository.layout) or self.told[-1:] == ["write-torn"]

    def lose_reading(self) -> None:
        self.repository.extracted.unlink(missing_ok=True)

    def lose_record(self) -> None:
        self.repository.record.unlink(missing_ok=True)
        done = self.repository.extract()
        assert {"record-missing", "source-unregistered"} & {p.code for p in errors(done.problems)}
        files, edits = self.committed[-1]
        self.edits = dict(edits)
        for path, data in files.items():
            (self.repository.root / path).write_bytes(data)

    def cut(self, path: Path) -> None:
        data = path.read_bytes()
        path.write_bytes(data[: self.chance.randrange(1, len(data) - 20)])

    def cut_record(self) -> None:
        whole = self.repository.record.read_bytes()
        self.cut(self.repository.record)
        assert errors(self.repository.extract().problems), "a record cut short was merged"
        self.repository.record.write_bytes(whole)

    def cut_reading(self) -> None:
        if self.repository.extracted.exists():
            self.cut(self.repository.extracted)

    def conflict(self) -> None:
        """A merge of two branches was left with its markers in one of the files."""
        path = self.chance.choice([p for p in (self.repository.record, self.repository.extracted) if p.exists()])
        whole = path.read_bytes()
        lines = whole.decode(errors="replace").splitlines(keepends=True)
        i = self.chance.randrange(len(lines))
        marked = [*lines[:i], "<<<<<<< HEAD\n", lines[i], "=======\n", lines[i], ">>>>>>> theirs\n", *lines[i + 1 :]]
        path.write_text("".join(marked), encoding="utf-8")
        assert errors(self.repository.extract().problems), "a file with conflict markers was merged"
        path.write_bytes(whole)

    def duplicate(self) -> None:
        document = self.repository.document()
        if document is None or not document.measures:
            return
        whole = self.repository.record.read_bytes()
        self.write(replace(document, measures=(*document.measures, document.measures[0])))
        assert errors(self.repository.extract().problems), "a ref that stands twice was merged"
        self.repository.record.write_bytes(whole)

    def reading_of_another_commit(self) -> None:
        """Somebody commits, or takes back, the reading without the record."""
        files, _ = self.chance.choice(self.committed)
        self.repository.extracted.write_bytes(files["structured/extracted/park.yml"])

    def record_of_another_commit(self) -> None:
        files, edits = self.chance.choice(self.committed)
        self.repository.record.write_bytes(files["structured/records/park.yml"])
        self.edits = dict(edits)

    def all_edits_stand_or_are_told(self, problems: list[Problem]) -> None:
        self.told = [p.code for p in problems]
        document = self.repository.document()
        if document is None or errors(problems):
            return
        held = {token(m): m for m in document.measures}
        for (sign, field), value in self.edits.items():
            stands = sign in held and getattr(held[sign], field) == value
            assert stands, f"{field} of {sign} was {value!r}, is {held.get(sign)}, told {self.told}"

    def settle(self, problems: list[Problem]) -> None:
        """Where the machine asks which measure is which, the person looks at the words."""
        asked = [p for p in problems if p.code == "match-doubtful"]
        document = self.repository.document()
        if not asked or document is None:
            return
        with self.repository.reading():
            now = {token(m): str(i) for i, m in enumerate(self.repository.machine.measures, 1)}
        signs = {m.ref: token(m) for m in document.measures}
        answers = {p.record: now.get(signs[p.record]) for p in asked}
        for ref, to in answers.items():
            if to is None:
                self.edits = {k: v for k, v in self.edits.items() if k[0] != signs[ref]}
        from build_scripts.extracting import Decisions

        done = self.repository.extract(Decisions(matches={"park": answers}))
        self.all_edits_stand_or_are_told(done.problems)

    def commit(self) -> None:
        self.committed.append((self.repository.bytes(), dict(self.edits)))


def lasting(problems: list[Problem]) -> Counter[tuple[str, str]]:
    """What each further run must say again."""
    return Counter((p.code, p.record) for p in problems if p.code not in ONCE)


MISHAPS: tuple[tuple[Callable[[Story], None], int], ...] = (
    (Story.edit, 6),
    (Story.new_reading, 4),
    (Story.extract, 4),
    (Story.killed_extract, 4),
    (Story.lose_reading, 1),
    (Story.lose_record, 1),
    (Story.cut_record, 1),
    (Story.cut_reading, 1),
    (Story.conflict, 1),
    (Story.duplicate, 1),
    (Story.reading_of_another_commit, 2),
    (Story.record_of_another_commit, 1),
)


def test_without_a_mishap_nothing_stands_in_the_way(tmp_path: Path) -> None:
    """So that what is tried below is tried on runs that come to their end."""
    repository = Repository.made(tmp_path)
    repository.machine = repository.machine.changed(random.Random(0))
    done = repository.extract()
    assert errors(done.problems) == []
    assert done.written


@pytest.mark.parametrize("seed", range(SEQUENCES))
def test_no_sequence_of_mishaps_loses_or_moves_an_edit(seed: int, tmp_path: Path) -> None:
    story = Story(tmp_path, seed)
    steps = story.chance.choices([m for m, _ in MISHAPS], [n for _, n in MISHAPS], k=STEPS)
    for step in (*steps, Story.extract):
        step(story)


def test_a_stop_at_every_single_write_leaves_what_a_finished_run_leaves(tmp_path: Path) -> None:
    """One edit, one new reading with a shifted number; stopped at each write in turn, then run again."""

    def story(at: int) -> tuple[dict[str, bytes], bool]:
        repository = Repository.made(tmp_path / str(at))
        document = repository.document()
        assert document is not None
        edited = (replace(document.measures[1], note="改过"), *document.measures[2:])
        repository.record.write_text(
            dump(replace(document, measures=(document.measures[0], *edited))), encoding="utf-8"
        )
        repository.machine = replace(repository.machine, measures=tuple(reversed(repository.machine.measures)))
        with killed_at(at):
            try:
                repository.extract()
                stopped = False
            except Killed:
                stopped = True
        repository.extract()
        return repository.bytes(), stopped

    finished, stopped = story(1000)
    assert not stopped
    points = 0
    while True:
        left, stopped = story(points)
        if not stopped:
            break
        assert left == finished, f"stopped at write {points}"
        points += 1
    assert points > 10


def test_the_check_tells_of_a_write_that_was_stopped(tmp_path: Path) -> None:
    repository = Repository.made(tmp_path)
    repository.machine = replace(repository.machine, title="另一个题")
    for at in range(100):
        with killed_at(at):
            try:
                repository.extract()
                break
            except Killed:
                if is_unfinished(repository.layout):
                    assert "write-unfinished" in {p.code for p in run_checks(load(tmp_path))}
                    return
    pytest.fail("no stop left a write unfinished")
