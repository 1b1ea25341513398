"""What the commands points and suggest print, line by line."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from textwrap import indent

from ..model import JUDGED, STATES, Corpus, TopicPoints
from ..store.yaml_writing.yaml_dump import dump
from .agreement_on_judgements import Agreed
from .recall import Recall
from .scoring import Scorer
from .sentences import Said
from .sentences_used import Coverage, coverage
from .suggestions import BEST, Suggestion, Unasked, as_answer, passed_over, suggestions, unasked


def place(said: Said) -> str:
    """Where a sentence stands, as an editor looks it up."""
    if said.measure is not None:
        return f"{said.measure}#s{said.n}"
    return " ".join(filter(None, (said.document, said.passage, said.ref)))


def overview(corpus: Corpus) -> Iterator[str]:
    """A line for each topic: questions, cells by state, evidence, coverage; then the sum."""
    found = coverage(corpus)
    documents = [d.id for d in corpus.documents]
    yield "问题\t" + "\t".join(STATES.values()) + "\t证据\t句子\t作证据\t（本专题的）\t覆盖\t专题"
    for topic in corpus.points:
        yield _row(topic, documents, found[topic.topic])


def _row(topic: TopicPoints, documents: list[str], found: Coverage) -> str:
    states = [sum(p.state(d) == state for p in topic.points for d in documents) for state in STATES]
    pieces = sum(len(a.evidence) for p in topic.points for a in p.answers)
    rate = "—" if found.rate is None else f"{found.rate:.0%}"
    figures = (len(topic.points), *states, pieces, len(found.sentences), len(found.served), len(found.own), rate)
    return "\t".join(map(str, (*figures, topic.topic)))


def unused(found: Coverage) -> Iterator[str]:
    """The sentences of a topic that are evidence for nothing."""
    yield f"{found.topic}：{len(found.sentences)} 句，{len(found.served)} 句作了证据，下面 {len(found.unused)} 句没有"
    for said in found.unused:
        yield f"{place(said)}\t{_line(said.text)}"


def silences(corpus: Corpus, topic: str | None) -> Iterator[str]:
    """Each silence with the sentence passed over, the likeliest answer first."""
    yield "分数\t问题\t文件\t最像的一句"
    for p in passed_over(corpus, topic):
        yield f"{p.best.score:.2f}\t{p.topic}/{p.point.id}\t{place(p.best.said)}\t{_line(p.best.said.text)}"


def suggested(corpus: Corpus, document: str, topic: str | None, best: int) -> Iterator[str]:
    """For each question that a document has not been read for its likeliest sentences; then what no question asks for."""
    scorer = Scorer(corpus)
    asked = [s for s in suggestions(corpus, document, scorer, best) if topic in (None, s.topic)]
    unread = [s for s in asked if s.state == "unread"]
    yield f"{len(asked)} 个问题，{document} 还没有读的 {len(unread)} 个（分数只是线索，不是判断）"
    for found in unread:
        yield from _question(document, found)
    if topic is None:
        yield "没有作证据的句子，各附最近的题："
        yield from map(_unasked, unasked(corpus, document, scorer))


def recalled(found: Mapping[str, Recall]) -> str:
    """How far suggestions can be trusted, in a line."""
    total = sum(found.values(), Recall(BEST))
    rate = "—" if total.rate is None else f"{total.rate:.3f}"
    return f"suggest 前 {total.at} 句：{total.answers} 个回答里列出了 {total.answers_hit} 个的证据句，{rate}"


def _question(document: str, found: Suggestion) -> Iterator[str]:
    """A question with an answer to paste into its file: the best sentence as evidence, ``says`` left to the editor."""
    yield f"{found.topic}/{found.point.id}\t{found.point.question}\t（{found.point.scope}）"
    if not found.best:
        yield "  没有像的句子；读完全文仍没有，写进 silent"
    for n, scored in enumerate(found.best):
        yield f"  {scored.score:.2f}\t{place(scored.said)}\t{_line(scored.said.text)}"
        if n == 0:
            yield from _pasted(dump((as_answer(document, scored.said),)))
    yield ""


def _pasted(text: str) -> Iterable[str]:
    return indent(text, " " * 6).splitlines()


def _unasked(found: Unasked) -> str:
    near = f"{found.topic}/{found.point.id} {found.point.question}" if found.point else "—"
    return f"  {found.score:.2f}\t{place(found.said)}\t{_line(found.said.text)}\t{near}"


def _line(text: str) -> str:
    return " ".join(text.split())


def twice(readings: Iterable[Agreed]) -> str:
    """How far both readings of each kind of judgement agree, a line for each."""
    lines = ["格\t相同\tκ\t分歧率\t大处\t细处\t从一\t从二\t另定\t未定\t漏看/抽\t读了两遍的"]
    for a in readings:
        kappa = "—" if a.kappa is None else f"{a.kappa:.2f}"
        figures = (a.cells, f"{a.agreement:.1%}", kappa, f"{a.divergence:.1%}", a.main, a.detail)
        settled = (a.settled.get(name, 0) for name in ("first", "second", "new"))
        lines.append("\t".join(map(str, (*figures, *settled, a.open, f"{a.found}/{a.passed}", JUDGED[a.of]))))
    return "\n".join(lines)
