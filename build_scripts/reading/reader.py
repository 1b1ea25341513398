"""A source to what can be read off it: the one way in to this stage."""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass, replace

from ..model import Citation, Measure, Modality, Node, Responsibility, Section, Span, Target, Vocabulary
from ..problems import Problem
from ..sources.view import View, view
from . import duty_words as dw
from .bodies import Bodies
from .citations import citations
from .clauses import Clause, clauses
from .duties import duties
from .facts import Facts, facts
from .layout import unwrap
from .modality import modality
from .structure import Draft, Structure, structure
from .targets import goals
from .topics import suggest

_INVISIBLE = re.compile("[\\s\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff\u00ad]+")

_NONE = Vocabulary()


@dataclass(frozen=True)
class Reading:
    """Everything read off one source.

    ``nodes`` cover the source completely and in order. ``title`` and the other facts are None or empty
    where the text does not state them. All spans are offsets into the source as decoded.
    """

    nodes: tuple[Node, ...]
    sections: tuple[Section, ...]
    measures: tuple[Measure, ...]
    title: str | None = None
    number: str | None = None
    issuers: tuple[str, ...] = ()
    date: str | None = None
    published: str | None = None
    problems: tuple[Problem, ...] = ()


def read(source: str, path: str = "", vocabulary: Vocabulary = _NONE, jurisdiction: str | None = None) -> Reading:
    """Read a decoded source.

    A text without any numbering gives no measures and the problem ``source-no-numbering``; numbering that
    repeats or leaves gaps, brackets without end and clauses that cannot be read are reported and read as far as they go.
    """
    seen = unwrap(view(source))
    found = structure(seen)
    stated = facts(seen.text, found)
    nodes = _nodes(source, seen, found)
    reader = _MeasureReader(source, seen, found, Bodies(vocabulary, jurisdiction), vocabulary, path)
    measures = reader.measures()
    problems = [
        Problem(
            path,
            *_place(source, seen.offset(at)),
            "source-numbering",
            what,
            "若原文如此，不必改动；若是录入差错，请核对原件",
            severity="warning",
        )
        for at, what in found.irregular
    ]
    if not found.drafts:
        problems.append(
            Problem(
                path,
                1,
                1,
                "source-no-numbering",
                "没有找到任何编号（一、（一）1. 第一条…），读不出措施",
                "请确认这是政策正文，而不是网页导航或目录",
            )
        )
    return Reading(
        nodes,
        tuple(Section(h.ref, _show(source, seen.span(*h.heading)), seen.span(*h.heading)) for h in found.sections),
        measures,
        _joined(source, seen, stated),
        _show(source, seen.span(*stated.number)) if stated.number else None,
        tuple(_show(source, seen.span(*s)) for s in stated.issuers),
        stated.date,
        stated.published,
        tuple(problems + reader.problems),
    )


def _joined(source: str, seen: View, stated: Facts) -> str | None:
    return "".join(_show(source, seen.span(*s)).lstrip("#>") for s in stated.title) or None


def _show(source: str, span: Span) -> str:
    """Printed characters less the white space and invisible characters that wrapping put among them."""
    return _INVISIBLE.sub("", span.of(source))


def _place(source: str, offset: int) -> tuple[int, int]:
    line = source.count("\n", 0, offset) + 1
    return line, offset - (source.rfind("\n", 0, offset) + 1) + 1


def _nodes(source: str, seen: View, found: Structure) -> tuple[Node, ...]:
    """Pieces to nodes that cover the source: what is printed between two pieces goes with the one before."""
    pieces = sorted(found.pieces, key=lambda p: p[1])
    starts = [seen.offset(p[1]) for p in pieces]
    if not pieces:
        return (Node("furniture", Span(0, len(source))),) if source else ()
    starts[0] = 0
    ends = [*starts[1:], len(source)]
    return tuple(Node(p[0], Span(a, b), p[3]) for p, a, b in zip(pieces, starts, ends) if b > a)


class _MeasureReader:
    """Turns drafts into measures: clauses, inherited duties, citations, suggested topics."""

    def __init__(
        self, source: str, seen: View, found: Structure, bodies: Bodies, vocabulary: Vocabulary, path: str
    ) -> None:
        self.source, self.seen, self.found = source, seen, found
        self.bodies, self.vocabulary, self.path = bodies, vocabulary, path
        self.problems: list[Problem] = []
        self.leads_from: tuple[int, str] | None = self._leads_rule()
        self.inherited: list[tuple[str | None, Responsibility]] = []

    def measures(self) -> tuple[Measure, ...]:
        return tuple(self._measure(d) for d in self.found.drafts)

    def _leads_rule(self) -> tuple[int, str] | None:
        """A sentence in running text that says the first of a list leads: it holds for the whole document."""
        pattern = re.compile(
            r"(?:责任单位|各项任务|各责任单位|牵头单位|任务分工)[^。;()\n]{0,20}(?:排|列)[^。;()\n]{0,8}(?:第一|首)[^。;()\n]{0,12}牵头[^。;()\n]{0,6}"
        )
        match = pattern.search(self.seen.text)
        return (0, match[0]) if match else None

    def _measure(self, draft: Draft) -> Measure:
        text = self.seen.text
        a, b = draft.text
        read = clauses(text, a, b)
        tails = tuple((c.start, c.end) for c in read)
        bodies = (
            self._inherited(draft) + [r for c in read for r in self._clause(c, draft.ref)] + self._duties(a, b, tails)
        )
        self._remember(draft, a, b)
        heading, at = text[slice(*draft.heading)], self.seen.span(a, b)
        printed = Span(at.start, at.end)
        return Measure(
            draft.ref,
            _show(self.source, self.seen.span(*draft.heading)) or None,
            printed.of(self.source),
            "context" if draft.context and not read else "measure",
            draft.section,
            draft.group,
            _order(bodies),
            self._targets(a, b, tails, draft.ref),
            self._citations(a, b),
            suggest(heading, text[a:b], self.vocabulary.topics),
            "rule",
            None,
            printed,
            self._modality(a, b),
        )

    def _clause(self, clause: Clause, ref: str) -> list[Responsibility]:
        if clause.first_leads and self.leads_from is None:
            self.leads_from = (clause.start, clause.first_leads)
        for start, end in clause.unknown:
            self.problems.append(
                Problem(
                    self.path,
                    *_place(self.source, self.seen.offset(start)),
                    "clause-unread",
                    f"责任括注里有读不懂的部分：「{self.seen.text[start:end]}」",
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
        return [self._responsibility(self.seen.span(f.start, f.end), f.role, f.collective, f.rule) for f in found]

    def _responsibility(
        self,
        span: Span,
        role: str,
        collective: bool,
        rule: str | None,
        basis: str = "stated",
        origin: str | None = None,
    ) -> Responsibility:
        name = _show(self.source, span)
        agency = self.bodies.find(name)
        if agency is not None:
            collective = False
        return Responsibility(
            name, role, agency.id if agency and not collective else None, basis, collective, origin, rule, span
        )

    def _duties(self, a: int, b: int, tails: tuple[tuple[int, int], ...]) -> list[Responsibility]:
        found = duties(self.seen.text, a, b, tails, lambda name: self.bodies.find(name) is not None)
        return [
            self._responsibility(self.seen.span(d.start, d.end), d.role, d.collective, None, "in-text") for d in found
        ]

    def _targets(self, a: int, b: int, tails: tuple[tuple[int, int], ...], ref: str) -> tuple[Target, ...]:
        def shown(at: tuple[int, int] | None) -> str | None:
            return _show(self.source, self.seen.span(*at)) if at else None

        found = []
        for goal in goals(self.seen.text, a, b, tails):
            at = self.seen.span(*goal.quote)
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
                        *_place(self.source, at.start),
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
        for match in dw.INHERITED.finditer(self.seen.text, a, b):
            start = match.start("names")
            for piece in re.finditer("[^、,和及]+", match["names"]):
                span = self.seen.span(start + piece.start(), start + piece.end())
                name = piece[0]
                self.inherited.append(
                    (
                        draft.section,
                        self._responsibility(
                            span, "responsible", dw.COLLECTIVE.matches(name), None, "inherited", draft.ref
                        ),
                    )
                )

    def _modality(self, a: int, b: int) -> Modality:
        return Modality(
            **{kind: tuple(self.seen.span(*s) for s in spans) for kind, spans in modality(self.seen.text, a, b).items()}
        )

    def _citations(self, a: int, b: int) -> tuple[Citation, ...]:
        return tuple(
            Citation(
                _show(self.source, self.seen.span(*c.title)),
                _show(self.source, self.seen.span(*c.number)) if c.number else None,
                None,
                self.seen.span(*c.whole),
            )
            for c in citations(self.seen.text, a, b)
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


def node_at(nodes: tuple[Node, ...], offset: int) -> Node:
    """The node that holds an offset."""
    i = bisect_left([n.at.end for n in nodes], offset + 1)
    return nodes[min(i, len(nodes) - 1)]
