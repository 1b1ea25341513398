"""Deadlines to come as iCalendar files (RFC 5545), all and place by place: one all-day event a target, on the last day of its
deadline.

What has passed is left out: it would only fill a calendar. A reminder comes a month before.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

from icalendar import Alarm, Calendar, Component, Event, Timezone

from build_scripts import addresses
from build_scripts.publishing.dataset import about
from build_scripts.publishing.index.lookups import Index
from build_scripts.publishing.index.targets import Goal, goals
from build_scripts.publishing.settings import Site
from build_scripts.publishing.text import labels
from build_scripts.publishing.text.wording.loading import wording
from build_scripts.store.paths import write_atomically

_WORDS = wording("dataset")

REMINDED = timedelta(days=30)
_REFRESHED = timedelta(days=7)


def calendars(index: Index, site: Site) -> dict[str, bytes]:
    """By address below the site's root: one calendar of all, and one of each place that has documents."""
    held = goals(index, site.today)
    found = {addresses.TARGETS_CALENDAR: calendar_bytes(held, site)}
    for place in index.speaking_places:
        here = [g for g in held if g.entry.place.id == place.id]
        found[addresses.calendar(place.id)] = calendar_bytes(here, site, place.name)
    return found


def calendar_bytes(all_goals: Iterable[Goal], site: Site, place: str = "") -> bytes:
    """The same targets on the same day of build give the same bytes; ``place`` stands in the calendar's name."""
    name = _WORDS("calendar_of", name=place) if place else _WORDS.calendar
    calendar = Calendar()
    calendar.add("prodid", "-//Policy in Parallel//targets//ZH")
    calendar.add("version", "2.0")
    calendar.add("method", "PUBLISH")
    calendar.add("name", name)  # RFC 7986 §5.1; what older programs read stands below it
    calendar.add("x-wr-calname", name)
    calendar.add("refresh-interval", _REFRESHED, parameters={"VALUE": "DURATION"})
    calendar.add("x-published-ttl", f"P{_REFRESHED.days}D")
    coming: list[Component] = [
        _event(goal, uid, site) for goal, uid in _named(all_goals) if goal.last_day and not goal.passed
    ]
    for component in coming or [Timezone.from_tzid("Asia/Shanghai")]:  # §3.6: a calendar has one component at least
        calendar.add_component(component)
    made: bytes = calendar.to_ical()
    return made


def _named(all_goals: Iterable[Goal]) -> Iterator[tuple[Goal, str]]:
    """Every goal with what its event is called for good: by its sentence, and its place among the dated goals there.

    A source never changes, and so its sentences do not; wording, indicator and deadline may be corrected, and the event with
    them.
    """
    counted: Counter[str] = Counter()
    dated = [g for g in all_goals if g.target.deadline]
    for goal in sorted(dated, key=lambda g: (g.entry.id, g.target.at.start if g.target.at else -1)):
        sentence = goal.address.rpartition("#")[2] if "#" in goal.address else addresses.sentence_anchor(0)
        counted[f"{goal.entry.id}/{sentence}"] += 1
        yield goal, f"{goal.entry.id}/{sentence}/{counted[f'{goal.entry.id}/{sentence}']}@{about.NAME}"


def _event(goal: Goal, uid: str, site: Site) -> Event:
    day = date.fromisoformat(goal.last_day or "")
    url = site.absolute(goal.address)
    event = Event()
    event.add("uid", uid)
    event.add("dtstamp", datetime.combine(date.fromisoformat(site.today), datetime.min.time(), UTC))
    event.add("dtstart", day)
    event.add("dtend", day + timedelta(days=1))
    event.add("transp", "TRANSPARENT")
    event.add("summary", _WORDS("calendar_event", place=goal.entry.place.short, quote=goal.target.quote))
    note = _WORDS(
        "calendar_note",
        quote=goal.target.deadline_quote or goal.target.quote,
        day=labels.date(goal.last_day or ""),
        title=goal.entry.document.title,
        number=goal.entry.printed,
        url=url,
    )
    event.add("description", note)
    event.add("url", url)
    if goal.family:
        event.add("categories", [goal.family.zh])
    event.add_component(_reminder(goal))
    return event


def _reminder(goal: Goal) -> Alarm:
    alarm = Alarm()
    alarm.add("action", "DISPLAY")
    alarm.add("trigger", -REMINDED)
    alarm.add("description", _WORDS("calendar_event", place=goal.entry.place.short, quote=goal.target.quote))
    return alarm


def write_calendars(index: Index, site: Site, site_dir: Path) -> None:
    """Write them; a calendar of a place that has no targets any more goes."""
    found = calendars(index, site)
    for address, content in found.items():
        write_atomically(site_dir / address, content)
    for path in (site_dir / addresses.TARGETS).glob("*.ics"):
        if path.relative_to(site_dir).as_posix() not in found:
            path.unlink()
