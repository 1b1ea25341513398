"""Deadlines as calendars: one of all and one a place, valid, in the text's own words; a correction moves an event, never doubles it."""

from __future__ import annotations

from dataclasses import replace

import pytest
from icalendar import Calendar

from build_scripts.model import Corpus, Document, Span, Target
from build_scripts.publishing.dataset.calendar_file import calendars
from build_scripts.publishing.index.lookups import Index
from build_scripts.publishing.pages.views.targets import targets
from tests.publishing.conftest import SITE

DAY = "2015-01-01"
HERE = replace(SITE, today=DAY)
ALL = "targets/deadlines.ics"


def events(corpus: Corpus, address: str = ALL) -> dict[str, dict[str, str]]:
    """By UID what each event says."""
    calendar = Calendar.from_ical(calendars(Index(corpus), HERE)[address])
    return {
        str(e["uid"]): {
            "day": e["dtstart"].to_ical().decode(),
            "says": str(e["summary"]),
            "note": str(e["description"]),
        }
        for e in calendar.walk("VEVENT")
    }


def test_every_place_has_its_own_and_together_they_are_all(five_texts: Corpus) -> None:
    found = calendars(Index(five_texts), HERE)
    assert set(found) == {ALL, *(f"targets/{p.id}.ics" for p in Index(five_texts).speaking_places)}
    each = [events(five_texts, address) for address in found if address != ALL]
    assert events(five_texts) == {uid: told for held in each for uid, told in held.items()}
    assert sum(map(len, each)) == len(events(five_texts))


def test_a_calendar_is_as_rfc_5545_has_it(five_texts: Corpus) -> None:
    for content in calendars(Index(five_texts), HERE).values():
        assert content.endswith(b"END:VCALENDAR\r\n") and b"\n" not in content.replace(b"\r\n", b"")
        assert all(len(line) <= 75 for line in content.split(b"\r\n"))
        calendar = Calendar.from_ical(content)
        assert calendar["version"] == "2.0" and calendar["prodid"] and calendar.subcomponents
        for event in calendar.walk("VEVENT"):
            assert {"UID", "DTSTAMP", "DTSTART", "DTEND", "SUMMARY", "URL"} <= set(event)
            assert event["dtend"].dt > event["dtstart"].dt and list(event.walk("VALARM"))


def test_a_place_without_deadlines_to_come_has_a_calendar_that_programs_can_read(five_texts: Corpus) -> None:
    late = replace(SITE, today="2099-01-01")
    for content in calendars(Index(five_texts), late).values():
        calendar = Calendar.from_ical(content)
        assert calendar.subcomponents and not list(calendar.walk("VEVENT"))


def corrected(corpus: Corpus, made: Target) -> Corpus:
    """The corpus with the first dated target put otherwise."""
    document = next(d for d in corpus.documents if any(t.deadline for m in d.measures for t in m.targets))
    measure = next(m for m in document.measures if any(t.deadline for t in m.targets))
    n = next(i for i, t in enumerate(measure.targets) if t.deadline)
    put = replace(measure.targets[n], **{k: v for k, v in vars(made).items() if v})
    now = replace(measure, targets=(*measure.targets[:n], put, *measure.targets[n + 1 :]))
    changed = replace(document, measures=tuple(now if m is measure else m for m in document.measures))
    return replace(corpus, documents=tuple(changed if d is document else d for d in corpus.documents))


@pytest.mark.parametrize(
    "made",
    [
        Target("换了说法"),
        Target("", indicator="别的指标"),
        Target("", deadline="2077"),
        Target("", unit="户", value=3.0),
    ],
)
def test_a_correction_changes_an_event_and_keeps_its_name(five_texts: Corpus, made: Target) -> None:
    before, after = events(five_texts), events(corrected(five_texts, made))
    assert before.keys() == after.keys()
    assert sum(before[uid] != after[uid] for uid in before) <= 1


def test_two_deadlines_of_a_sentence_have_two_names() -> None:
    from tests.publishing.dataset.test_documents import as_data

    text = "关于某事的意见\n一、目标\n到2026年建成十个,到2030年建成二十个。\n"
    data, document = as_data(text)
    corpus = replace(data.corpus, vocabulary=_vocabulary(), documents=(_dated(document),))
    assert [uid.rpartition("/")[2] for uid in sorted(events(corpus))] == [
        "1@policy-in-parallel",
        "2@policy-in-parallel",
    ]


def _vocabulary():
    from build_scripts.model import Jurisdiction, Vocabulary

    return Vocabulary((Jurisdiction("gansu", "620000", "甘肃省", "甘肃", "province"),))


def _dated(document: Document) -> Document:
    measure = document.measures[0]
    at = measure.text.index
    start = measure.at.start if measure.at else 0

    def target(words: str, deadline: str) -> Target:
        place = Span(start + at(words), start + at(words) + len(words))
        return Target(words, "个数", deadline=deadline, at=place)

    found = (target("到2026年建成十个", "2026"), target("到2030年建成二十个", "2030"))
    return replace(document, measures=(replace(measure, targets=found),))


def test_a_deadline_is_told_in_the_words_of_the_text(five_texts: Corpus) -> None:
    index = Index(five_texts)
    quoted = [t for e in index.entries.values() for t in e.measure.targets if t.deadline]
    notes = [told["note"] for told in events(five_texts).values()]
    assert all(any((t.deadline_quote or t.quote) in note for note in notes) for t in quoted)


def test_the_page_leads_to_every_calendar_twice(five_texts: Corpus) -> None:
    index = Index(five_texts)
    text = targets(index, HERE).text
    for place in index.speaking_places:
        assert f'href="webcal://example.test/sub/targets/{place.id}.ics"' in text
        assert f'href="{place.id}.ics"' in text
