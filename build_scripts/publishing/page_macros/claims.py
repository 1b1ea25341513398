"""What an essay may say of a whole document, from the records alone: that it is silent, and how many of a kind it has."""

from __future__ import annotations

from markupsafe import Markup

from build_scripts import addresses
from build_scripts.publishing.index.lookups import Index
from build_scripts.publishing.page_macros.quotations import UnknownQuotation
from build_scripts.publishing.pages.rendering import render
from build_scripts.publishing.text import labels
from build_scripts.publishing.text.wording.loading import wording

_PROBLEMS = wording("problems")


def silence(index: Index, question_id: str, documents: tuple[str, ...], here: str) -> str:
    """The word for silence, linked to the question for which all these documents were read whole in vain."""
    question = index.questions.get(question_id)
    if question is None:
        raise UnknownQuotation(_PROBLEMS("no_question", question=question_id))
    speaking = [d for d in documents if d not in index.documents or question.state(d) != "silent"]
    if speaking or not documents:
        told = {"question": question_id, "documents": labels.listed(speaking or documents)}
        raise UnknownQuotation(_PROBLEMS("not_silent", **told))

    def href(to: str) -> Markup:
        return Markup(addresses.relative(to, here))

    return render("silence.html.j2", question=question, href=href).replace("\n", "")


def counted(index: Index, document_id: str, what: str) -> int:
    """How many of a kind the record of a document has: goals with a number (``numbers``) or without one (``words``),
    limits and thresholds (``limits``), goals with a deadline (``deadlines``)."""
    if document_id not in index.documents:
        raise UnknownQuotation(_PROBLEMS("no_document", document=document_id))
    measures = [e.measure for e in index.entries.values() if e.document.id == document_id]
    targets = [t for m in measures for t in m.targets]
    kinds = {
        "numbers": sum(t.value is not None for t in targets),
        "words": sum(t.value is None for t in targets),
        "limits": sum(len(m.limits) for m in measures),
        "deadlines": sum(t.deadline is not None for t in targets),
    }
    if what not in kinds:
        raise UnknownQuotation(_PROBLEMS("no_kind", what=what, kinds=labels.listed(kinds)))
    return kinds[what]
