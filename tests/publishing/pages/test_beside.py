"""What others say, beside a measure in the full text."""

from __future__ import annotations

from build_scripts.comparing.comparison_of_corpus import Comparison
from build_scripts.model import Corpus
from build_scripts.publishing.index.lookups import Index
from build_scripts.publishing.pages.parts.beside_full_text import SHOWN, beside
from build_scripts.publishing.pages.views.documents import partners


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
    held = partners(index, compared, index.documents["henan-industrial-clusters"])
    assert [short for _, _, short, _, _ in held] and "河南2017" not in [short for _, _, short, _, _ in held]
    assert [(strong, partial) for *_, strong, partial in held] == sorted(((s, p) for *_, s, p in held), reverse=True)
