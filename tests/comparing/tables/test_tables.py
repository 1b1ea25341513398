"""The tables pages are made of: matrix, glance, lines, two documents article by article."""

from __future__ import annotations

from dataclasses import replace

from build_scripts.comparing.comparison_of_corpus import Comparison
from build_scripts.comparing.counterparts.pairs import Pair
from build_scripts.comparing.tables.article_by_article import DocPair, DocRow, doc_pairs, partners
from build_scripts.comparing.tables.functional_lines import edges, line_table
from build_scripts.comparing.tables.topic_matrix import matrix
from build_scripts.model import Corpus, Document

from ..made_up import CITY, CITY_TEXT, CORPUS, NORTH, NORTH_TEXT, SOUTH, SOUTH_TEXT

FOUND = Comparison(CORPUS)


def test_the_matrix_counts_what_is_about_a_topic_and_what_touches_on_it() -> None:
    rows = {row.topic.id: row for row in matrix(CORPUS)}
    assert [c.place for c in rows["talent"].cells] == ["north", "city", "south"], "in the vocabulary's order"
    assert [len(c.primary) for c in rows["investment"].cells] == [1, 1, 1]
    assert [len(c.other) for c in rows["investment"].cells] == [1, 0, 0]
    assert rows["talent"].silent == ("south",)
    assert rows["sea"].silent == ("north", "city")
    assert all(c.absent for c in rows["sea"].cells[:2])


def test_at_a_glance_leaders_stand_on_one_line_across_places() -> None:
    glance = FOUND.glances["investment"]
    (row,) = glance.leads
    assert row.line.id == "commerce", "finance only supports, and is no leader"
    assert [[body.agency.id for body in cell] for cell in row.cells] == [
        ["north-commerce"],
        ["city-commerce"],
        ["south-commerce"],
    ]


def test_who_answers_counts_as_leading_where_no_leader_is_named() -> None:
    glance = FOUND.glances["talent"]
    assert {row.line.id for row in glance.leads} == {"commerce", "finance"}


def test_targets_of_one_unit_stand_beside_each_other() -> None:
    rows = FOUND.glances["investment"].goals
    assert rows[0].unit == "个", "the unit most places use comes first"
    assert [[g.target.value for g in cell] for cell in rows[0].cells] == [[100], [], [50]]
    assert [r.unit for r in rows] == ["个", "億元"]


def test_wording_is_counted_beside_the_length_it_stands_in() -> None:
    north = FOUND.glances["investment"].wordings[0]
    assert (north.mandatory, north.encouraging, north.exploratory) == (2, 1, 0)
    assert north.characters == len(NORTH_TEXT.measures[0].text)


def test_what_only_one_place_has_is_what_no_editor_matched_elsewhere() -> None:
    glance = FOUND.glances["land"]
    assert [[e.id for e in cell] for cell in glance.only_here] == [[f"{NORTH}/1.3"], [], [f"{SOUTH}/2"]]
    assert FOUND.glances["investment"].only_here == ((), (), ())
    assert FOUND.glances["sea"].silent == ("north", "city")


def test_lines_show_who_is_whose_counterpart_and_leave_idle_bodies_out() -> None:
    rows = line_table(CORPUS)
    assert [row.line.id for row in rows] == ["commerce", "finance"], "the line that speaks in most places first"
    (north,) = rows[0].cells[0]
    assert north.count("lead") == 1 and north.count("responsible") == 1 and north.count("support") == 0
    assert [e.id for e in north.entries] == [f"{NORTH}/1.1", f"{NORTH}/1.2"]


def test_bodies_named_together_work_together() -> None:
    (edge,) = edges(CORPUS)
    assert (edge.a, edge.b, edge.count) == ("north-commerce", "north-finance", 2)
    assert edges(CORPUS, place="south") == ()
    assert edges(CORPUS, least=3) == ()


def table_of(a: Document, b: Document) -> DocPair:
    (table,) = doc_pairs(replace(CORPUS, documents=(a, b)), FOUND.pairs)
    return table


def unanswered(rows: tuple[DocRow, ...]) -> list[str]:
    """The refs of measures that an editor found no counterpart for."""
    return [r.measure.ref for r in rows if not r.confirmed]


def test_two_documents_article_by_article_both_ways() -> None:
    table = table_of(NORTH_TEXT, SOUTH_TEXT)
    first = table.forward[0]
    assert [(m.measure.ref, m.pair.strength) for m in first.matches] == [("1", "strong")]
    assert unanswered(table.forward) == ["1.2", "1.3"], "a suggestion does not fill a gap"
    assert [m.pair.basis for m in table.forward[2].matches] == ["computed"], "but it is shown as one"
    assert unanswered(table.backward) == ["2", "3"]


def test_a_pair_reads_the_same_from_either_document() -> None:
    table = table_of(CITY_TEXT, NORTH_TEXT)
    assert table.forward[0].matches[0].measure is NORTH_TEXT.measures[0]
    assert table.backward[0].matches[0].measure is CITY_TEXT.measures[0]
    assert table.forward[1].matches == (), "what an editor rejected is not shown"
    assert FOUND.pairs_of[f"{CITY}/1"][0].other(f"{CITY}/1") == f"{NORTH}/1.1"


STRANGERS = tuple(replace(NORTH_TEXT, id=f"stranger-{n:02}") for n in range(30))
MANY = replace(CORPUS, documents=(NORTH_TEXT, SOUTH_TEXT, CITY_TEXT, *STRANGERS))


def test_of_few_documents_every_two_have_a_table_of_many_those_an_editor_joined() -> None:
    assert len(doc_pairs(MANY, FOUND.pairs, every_two=33)) == 33 * 32 / 2
    tables = {(t.a.id, t.b.id) for t in doc_pairs(MANY, FOUND.pairs)}
    assert tables == {(NORTH, SOUTH), (NORTH, CITY)}


def test_a_table_that_was_published_stays_where_the_documents_do() -> None:
    kept = {frozenset(("stranger-07", "stranger-29")), frozenset(("stranger-07", "gone"))}
    assert doc_pairs(MANY, FOUND.pairs, kept)[-1].b.id == "stranger-29"
    assert len(doc_pairs(MANY, FOUND.pairs, kept)) == len(doc_pairs(MANY, FOUND.pairs)) + 1


def test_beside_a_document_stand_those_it_has_a_table_with_then_the_nearest() -> None:
    near = tuple(
        Pair(f"{NORTH}/1.1", f"stranger-{n:02}/1.1", 0.3 + n / 100, "computed", "suggested") for n in range(20)
    )
    held = partners(MANY, (*FOUND.pairs, *near), doc_pairs(MANY, FOUND.pairs), nearest=3)
    assert [(p.document, p.tabled) for p in held[NORTH]][:2] == [(SOUTH, True), (CITY, True)]
    assert [p.document for p in held[NORTH] if not p.tabled] == [
        "stranger-19",
        "stranger-18",
    ], "one of the nearest three has a table"
    assert [(p.document, p.tabled) for p in held["stranger-00"]] == [(NORTH, False)]
    assert "stranger-29" not in held, "nothing is near to it"


def test_the_real_corpus_fills_every_table(corpus: Corpus) -> None:
    found = Comparison(corpus)
    assert len(found.doc_pairs()) == 10
    assert sum(len(c.primary) for row in found.matrix for c in row.cells) == sum(
        len(d.measures) for d in corpus.documents
    )
    assert set(found.glances) == {t.id for t in corpus.vocabulary.topics}
    assert sum(1 for row in found.lines if row.places >= 2) >= 5
    assert found.edges[0].count > 10
