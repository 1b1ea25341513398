"""Drafts to measures: who answers, what is aimed at, what is cited, how it is put."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace

from ...model import Basis, Measure, Modality, Responsibility, Role, Vocabulary
from ...problems import Problem
from ...sources.fold import fold
from ...sources.folded_view import Stretch, stretch
from ..duties import clause_words as cw
from ..duties.agency_as_heading import answers
from ..duties.agency_of_name import Bodies
from ..duties.clauses import Clause, clauses
from ..duties.in_text import duties
from ..duties.in_text_words import in_full
from ..duties.name_lists import names
from ..lines.source_map import Printed
from ..outline.read_outline import Draft, Structure
from ..outline.table_heads import Column
from ..outline.tables import TaskRow
from .modality import modality
from .suggested_topics import suggest
from .target_reader import TargetReader
from .text_outside_measures import cited_as


class MeasureReader:
    """Turns drafts into measures: clauses, inherited duties, citations, suggested topics."""

    def __init__(
        self, printed: Printed, found: Structure, bodies: Bodies, vocabulary: Vocabulary, targets: TargetReader
    ) -> None:
        self.printed, self.text, self.found = printed, printed.seen.text, found
        self.bodies, self.vocabulary, self.targets, self.path = bodies, vocabulary, targets, targets.path
        self.problems: list[Problem] = []
        self.leads_from: tuple[int, str] | None = self._leads_rule()
        self.inherited: list[tuple[bool, str | None, Responsibility]] = []

    def measures(self) -> tuple[Measure, ...]:
        return tuple(self._measure(d) for d in self.found.drafts)

    def _leads_rule(self) -> tuple[int, str] | None:
        """A sentence in running text that says the first of a list leads: it holds for the whole document."""
        match = cw.FIRST_LEADS_EVERYWHERE.regex.search(self.text)
        return (0, match[0]) if match else None

    def _measure(self, draft: Draft) -> Measure:
        text = self.text
        a, b = draft.text
        read = clauses(text, a, b) if draft.row is None else _of_row(text, draft.row)
        tails = tuple(Stretch(c.start, c.end) for c in read)
        stated = [r for c in read for r in self._clause(c, draft.ref)] or self._of_heading(draft)
        bodies = self._inherited(draft) + stated + [_as_stated(d, stated) for d in self._duties(a, b, tails)]
        self._remember(draft, a, b)
        aims = self.targets.read(draft, tails)
        self.problems += aims.problems
        heading, at = draft.heading.of(text), self.printed.span(draft.text)
        return Measure(
            draft.ref,
            self.printed.show(draft.heading) or None,
            at.of(self.printed.source),
            "context" if draft.context and not read else "measure",
            draft.section,
            draft.group,
            _order(bodies),
            aims.targets,
            tuple(cited_as(self.printed, a, b)),
            suggest(heading, text[a:b], self.vocabulary.topics),
            "rule",
            None,
            at,
            self._modality(a, b),
            (),
            aims.limits,
        )

    def _of_heading(self, draft: Draft) -> list[Responsibility]:
        """The body that the heading is, where no clause says who answers."""
        heading, text = draft.heading.of(self.text), draft.text.of(self.text)
        acts = answers(heading, text, lambda name: self.bodies.find(name) is not None)
        return [self._responsibility(draft.heading, "responsible", False, None)] if acts else []

    def _clause(self, clause: Clause, ref: str) -> list[Responsibility]:
        if clause.first_leads and self.leads_from is None:
            self.leads_from = (clause.start, clause.first_leads)
        for at in clause.unknown:
            self.problems.append(
                Problem(
                    self.path,
                    *self.printed.place(at.start),
                    "clause-unread",
                    f"责任括注里有读不懂的部分：「{at.of(self.text)}」",
                    "若是新的标签或角色词，请提议加入词表；若是单位名称，请加入 vocabulary/agencies.yml",
                    ref,
                    "warning",
                )
            )
        found = list(clause.found)
        first = next((i for i, f in enumerate(found) if not f.collective), None)
        if (
            self.leads_from
            and clause.start >= self.leads_from[0]
            and first is not None
            and all(f.role == "responsible" for f in found)
        ):
            found[first] = replace(found[first], role="lead", rule=self.leads_from[1])
        return [self._responsibility(Stretch(f.start, f.end), f.role, f.collective, f.rule) for f in found]

    def _responsibility(
        self,
        at: Stretch,
        role: Role,
        collective: bool,
        rule: str | None,
        basis: Basis = "stated",
        origin: str | None = None,
    ) -> Responsibility:
        name = self.printed.show(at)
        agency = self.bodies.find(name)
        if agency is not None:
            collective = False
        return Responsibility(
            name,
            role,
            agency.id if agency and not collective else None,
            basis,
            collective,
            origin,
            rule,
            self.printed.span(at),
        )

    def _duties(self, a: int, b: int, tails: tuple[Stretch, ...]) -> list[Responsibility]:
        found = duties(self.text, a, b, tails, lambda name: self.bodies.find(name) is not None)
        return [self._responsibility(Stretch(d.start, d.end), d.role, d.collective, None, "in-text") for d in found]

    def _inherited(self, draft: Draft) -> list[Responsibility]:
        return [r for everywhere, section, r in self.inherited if everywhere or section == draft.section]

    def _remember(self, draft: Draft, a: int, b: int) -> None:
        """以下工作任务…均为责任主体: holds from the next measure to the end of the section; 以下均涉及…: of the text."""
        for match in cw.INHERITED.finditer(self.text, a, b):
            group = next(g for g in ("names", "others", "each") if match[g])
            pieces = re.compile("[^、,和及]+") if group == "names" else re.compile(".+")
            for piece in pieces.finditer(self.text, *match.span(group)):
                collective = cw.COLLECTIVE.matches(piece[0])
                duty = self._responsibility(stretch(piece), "responsible", collective, None, "inherited", draft.ref)
                self.inherited.append((group != "names", draft.section, duty))

    def _modality(self, a: int, b: int) -> Modality:
        return Modality(
            **{kind: tuple(self.printed.span(s) for s in spans) for kind, spans in modality(self.text, a, b).items()}
        )


def _as_stated(duty: Responsibility, stated: list[Responsibility]) -> Responsibility:
    """A duty of a body called by its field alone (工商), with the agency of the full name in the clause (省工商局)."""
    if duty.agency or duty.collective:
        return duty
    full = in_full(fold(duty.name))
    agency = next((s.agency for s in stated if s.agency and full.fullmatch(fold(s.name))), None)
    return replace(duty, agency=agency) if agency else duty


_ROLES: Mapping[Column, Role | None] = {
    "lead": "lead",
    "support": "support",
    "responsible": "responsible",
    "implementer": "implementer",
}


def _of_row(text: str, row: TaskRow) -> list[Clause]:
    """The cells of a table's row that name who answers, as clauses whose roles its heads give."""
    read = []
    for column, at in row.cells:
        role = _ROLES.get(column)
        if role is not None:
            said = names(text, *at, role)
            read.append(Clause(*at, said.found, said.unknown, said.rule))
    return read


def _order(duties: list[Responsibility]) -> tuple[Responsibility, ...]:
    """Stated first, each body once per role and basis."""
    seen: set[tuple[str, str, str]] = set()
    kept = []
    for duty in sorted(duties, key=lambda d: ("stated", "in-text", "inherited").index(d.basis)):
        key = (duty.name, duty.role, duty.basis)
        if key not in seen:
            seen.add(key)
            kept.append(duty)
    return tuple(kept)
