"""Deadlines to come as an iCalendar file (RFC 5545): one all-day event a target, on the last day of its deadline.

What has passed is left out: it would only fill a calendar. A reminder comes a month before.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

from icalendar import Alarm, Calendar, Event

from build_scripts import addresses
from build_scripts.publishing.index.lookups import Index
from build_scripts.publishing.index.targets import Goal, goals
from build_scripts.publishing.settings import Site
from build_scripts.publishing.text import labels
from build_scripts.publishing.text.wording.loading import wording
from build_scripts.store.paths import write_atomically

_WORDS = wording("dataset")

REMINDED = timedelta(days=30)


def calendar_bytes(all_goals: Iterable[Goal], site: Site) -> bytes:
    """The same targets on the same day of build give the same bytes."""
    calendar = Calendar()
    calendar.add("prodid", "-//Policy in Parallel//targets//ZH")
    calendar.add("version", "2.0")
    calendar.add("x-wr-calname", _WORDS.calendar)
    for goal in all_goals:
        if goal.last_day and not goal.passed:
            calendar.add_component(_event(goal, site))
    made: bytes = calendar.to_ical()
    return made


def _event(goal: Goal, site: Site) -> Event:
    day = date.fromisoformat(goal.last_day or "")
    url = site.absolute(goal.address)
    event = Event()
    event.add("uid", f"{_name(goal)}@policy-in-parallel")
    event.add("dtstamp", datetime.combine(date.fromisoformat(site.today), datetime.min.time(), UTC))
    event.add("dtstart", day)
    event.add("dtend", day + timedelta(days=1))
    event.add("transp", "TRANSPARENT")
    event.add("summary", _WORDS("calendar_event", place=goal.entry.place.short, quote=goal.target.quote))
    printed, title = labels.date(goal.target.deadline or ""), goal.entry.document.title
    note = _WORDS("calendar_note", printed=printed, title=title, number=goal.entry.printed, url=url)
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


def _name(goal: Goal) -> str:
    """Stable while the measure, its wording and its deadline are."""
    target = goal.target
    told = "\n".join((goal.entry.id, target.quote, target.indicator or "", target.deadline or ""))
    return hashlib.sha256(told.encode()).hexdigest()[:24]


def write_calendar(index: Index, site: Site, site_dir: Path) -> None:
    write_atomically(site_dir / addresses.TARGETS_CALENDAR, calendar_bytes(goals(index, site.today), site))
