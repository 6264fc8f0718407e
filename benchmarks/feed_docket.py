"""A docket as large as one likes, for the benchmarks of feeds."""

import time
from datetime import UTC, datetime, timedelta
from pathlib import Path

from bot import calendars
from bot.calendars import feeds
from bot.calendars.events import write
from bot.clock import SystemClock
from bot.docket import cases, hearings, people
from bot.docket.desk import Desk
from bot.rulebook import load_rulebook
from storage.calendars import CalendarEvent, Detail
from storage.cases import Case
from storage.docket import Entry, EntryKind
from storage.store import Store


def open_desk(path: Path) -> Desk:
    store = Store.at(path)
    store.migrate()
    return Desk(store=store, clock=SystemClock(), book=load_rulebook(), followers=(calendars.follow,))


def filled(desk: Desk, events: int) -> tuple[str, int, float]:
    """Fill a docket; return a token, the id of a hearing, and how long icalendar took to write every event once."""
    with desk.change(by="U1") as change:
        people.joined(change.session, person_id="U1", channel_id="C1")
        case = cases.open_case(change, court="cand", docket_number="1", caption="សវនាការ v. Facebook", channel_id="C1")
        hearing = hearings.schedule(
            change, case=case, title="Oral argument", starts_at=datetime(2027, 3, 1, 17, tzinfo=UTC)
        )
        token = feeds.issue(change, person_id="U1").token
        began = time.perf_counter()
        rows = [event_of(case, number, change.now) for number in range(2, events + 1)]
        written = time.perf_counter() - began
        change.session.add_all(rows)
    return token, hearing.key, written


def event_of(case: Case, number: int, now: datetime) -> CalendarEvent:
    starts_at = datetime(2027, 1, 4, 17, tzinfo=UTC) + timedelta(hours=number)
    entry = Entry(
        case_id=case.key,
        kind=EntryKind.HEARING,
        letter="H",
        number=number,
        title=f"សវនាការលើបណ្តឹងឧទ្ធរណ៍ ចំពោះមុខតុលាការ {number}",
        on_date=starts_at.date(),
        starts_at=starts_at,
        zone="America/Los_Angeles",
        place="Courtroom A, 15th floor, 450 Golden Gate Avenue",
        note="Counsel shall appear in person; the interpreter is sworn.\n" * 3,
        created_at=now,
        created_by="U1",
        changed_at=now,
    )
    event = write(entry, case=case, court="Northern District of California", detail=Detail.FULL)
    return CalendarEvent(
        subject=entry.ref,
        detail=Detail.FULL,
        case_id=case.key,
        zone=event.when.zone,
        on_date=entry.on_date,
        edition=1,
        recipe="1",
        body=event.body,
    )
