"""Drafts to measures: who answers, what is aimed at, what is cited, how it is put."""

from __future__ import annotations

import re
from dataclasses import replace

from ...model import Basis, Citation, Measure, Modality, Responsibility, Role, Target, Vocabulary
from ...problems import Problem
from ...sources.folded_view import Stretch
from ..duties import clause_words as cw
from ..duties.agency_of_name import Bodies
from ..duties.clauses import Clause, clauses
from ..duties.in_text import duties
from ..lines.source_map import Printed
from ..outline.structure import Draft, Structure
from ..targets.targets_in_text import goals
from .citations import citations
from .modality import modality
from .suggested_topics import suggest


class MeasureReader:
    """Turns drafts into measures: clauses, inherited duties, citations, suggested topics."""

    def __init__(self, printed: Printed, found: Structure, bodies: Bodies, vocabulary: Vocabulary, path: str) -> None:
        self.printed, self.text, self.found = printed, printed.seen.text, found
        self.bodies, self.vocabulary, self.path = bodies, vocabulary, path
        self.problems: list[Problem] = []
        self.leads_from: tuple[int, str] | None = self._leads_rule()
        self.inherited: list[tuple[str | None, Responsibility]] = []

    def measures(self) -> tuple[Measure, ...]:
        return tuple(self._measure(d) for d in self.found.drafts)

    def _leads_rule(self) -> tuple[int, str] | None:
        """A sentence in running text that says the first of a list leads: it holds for the whole document."""
        pattern = re.compile(
            r"(?:责任单位|各项任务|各责任单位|牵头单位|任务分工)[^。;:、()\n]{0,20}(?:排|列)[^。;()\n]{0,8}(?:第一|首)[^。;()\n]{0,12}牵头[^。;()\n]{0,6}"
        )
        match = pattern.search(self.text)
        return (0, match[0]) if match else None

    def _measure(self, draft: Draft) -> Measure:
        text = self.text
        a, b = draft.text
        read = clauses(text, a, b)
        tails = tuple(Stretch(c.start, c.end) for c in read)
        bodies = (
            self._inherited(draft) + [r for c in read for r in self._clause(c, draft.ref)] + self._duties(a, b, tails)
        )
        self._remember(draft, a, b)
        heading, at = draft.heading.of(text), self.printed.span(draft.text)
        return Measure(
            draft.ref,
            self.printed.show(draft.heading) or None,
            at.of(self.printed.source),
            "context" if draft.context and not read else "measure",
            draft.section,
            draft.group,
            _order(bodies),
            self._targets(a, b, tails, draft.ref),
            self._citations(a, b),
            suggest(heading, text[a:b], self.vocabulary.topics),
            "rule",
            None,
            at,
            self._modality(a, b),
        )

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

    def _targets(self, a: int, b: int, tails: tuple[Stretch, ...], ref: str) -> tuple[Target, ...]:
        def shown(at: Stretch | None) -> str | None:
            return self.printed.show(at) if at else None

        found = []
        for goal in goals(self.text, a, b, tails):
            at = self.printed.span(goal.quote)
            found.append(
                Target(
                    shown(goal.quote) or "",
                    shown(goal.indicator),
                    goal.comparator,
                    goal.value,
                    shown(goal.unit_at) or goal.unit,
                    goal.deadline,
                    shown(goal.scope),
                    at,
                )
            )
            if goal.unknown:
                self.problems.append(
                    Problem(
                        self.path,
                        *self.printed.place(goal.quote.start),
                        "unit-unknown",
                        f"目标「{found[-1].quote}」的数字后面没有认识的单位或量词",
                        "若是新的单位，请提议加入单位表；若不是目标，请在记录里删去",
                        ref,
                        "warning",
                    )
                )
        return tuple(found)

    def _inherited(self, draft: Draft) -> list[Responsibility]:
        return [r for section, r in self.inherited if section == draft.section]

    def _remember(self, draft: Draft, a: int, b: int) -> None:
        """以下工作任务…均为责任主体: holds from the next measure to the end of the section."""
        for match in cw.INHERITED.finditer(self.text, a, b):
            start = match.start("names")
            for piece in re.finditer("[^、,和及]+", match["names"]):
                at = Stretch(start + piece.start(), start + piece.end())
                name = piece[0]
                self.inherited.append(
                    (
                        draft.section,
                        self._responsibility(
                            at, "responsible", cw.COLLECTIVE.matches(name), None, "inherited", draft.ref
                        ),
                    )
                )

    def _modality(self, a: int, b: int) -> Modality:
        return Modality(
            **{kind: tuple(self.printed.span(s) for s in spans) for kind, spans in modality(self.text, a, b).items()}
        )

    def _citations(self, a: int, b: int) -> tuple[Citation, ...]:
        return tuple(
            Citation(
                self.printed.show(c.title),
                self.printed.show(c.number) if c.number else None,
                None,
                self.printed.span(c.whole),
            )
            for c in citations(self.text, a, b)
        )


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
