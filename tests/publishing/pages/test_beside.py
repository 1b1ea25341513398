"""What others say, beside a measure in the full text."""

from __future__ import annotations

from build_scripts.comparing.comparison_of_corpus import Comparison
from build_scripts.model import Corpus
from build_scripts.publishing.index.lookups import Index
from build_scripts.publishing.pages.parts.beside_full_text import SHOWN, beside
from build_scripts.publishing.pages.views.compare import neighbours


def test_close_counterparts_of_other_places_come_first_and_the_rest_is_counted(
    five_texts: Corpus, compared: Comparison
) -> None:
    index = Index(five_texts)
    for entry in index.entries.values():
        confirmed = [p for p in compared.pairs_of.get(entry.id, ()) if p.status == "confirmed"]
        asked = {q.question.id for q in index.quoted_of_measure.get(entry.id, ())}
        found = beside(index, compared, entry)
        if found is None:
            assert not confirmed and not asked
            continue
        ranks = [(o.pair.strength != "strong", o.entry.place == entry.place) for o in found.others]
        assert ranks == sorted(ranks) and len(found.others) <= SHOWN and len(found.questions) <= SHOWN
        assert found.more == len(confirmed) - len(found.others) + len(asked) - len(found.questions)
        assert all(o.sentence in o.entry.measure.text for o in found.others)


def test_only_what_an_editor_found_stands_there(five_texts: Corpus, compared: Comparison) -> None:
    index = Index(five_texts)
    shown = [o for e in index.entries.values() if (b := beside(index, compared, e)) for o in b.others]
    assert shown and all(o.pair.basis == "editor" for o in shown)


def test_a_document_leads_to_its_tables_those_with_most_in_common_first(
    five_texts: Corpus, compared: Comparison
) -> None:
    index = Index(five_texts)
    held = neighbours(index, compared, index.documents["henan-industrial-clusters"])
    shorts = [n.named.short for n in held]
    assert shorts and "河南2017" not in shorts
    counts = [(n.strong, n.partial) for n in held]
    assert counts == sorted(counts, reverse=True)
    assert all(n.tabled and n.address == f"compare/henan-industrial-clusters/{n.named.document.id}/" for n in held)
