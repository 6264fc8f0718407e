"""What the database counts of the alarm, on SQLite and on PostgreSQL."""

from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest
from sqlalchemy import text
from sqlmodel import Session

from bot.docket.desk import Desk
from bot.reminders import follow
from bot.rulebook import Rulebook
from storage.beats import FORGOTTEN_AFTER, Beat, beating_since, keep_beat, last_beat
from storage.lateness import Backlog, Delivered, backlog, delivered, last_lateness, troubles, unwatched
from storage.reminders import Reminder, ReminderState
from storage.store import Store
from tests.reminders.conftest import MONDAY_MORNING
from tests.reminders.fakes import StillClock
from tests.reminders.office import Office

NOW = datetime(2018, 5, 7, 16, tzinfo=UTC)
MINUTE = timedelta(minutes=1)


def row(number: int, due_at: datetime, **columns: Any) -> Reminder:
    facts: dict[str, Any] = {
        "subject": f"D{number}",
        "channel_id": "C1",
        "step": "7",
        "target": NOW,
        "not_before": due_at,
        **columns,
    }
    return Reminder(due_at=due_at, **facts)


def said(number: int, due_at: datetime, late: timedelta) -> Reminder:
    return row(number, due_at, state=ReminderState.SENT, sent_at=due_at + late)


def keep(store: Store, *rows: Reminder) -> None:
    with store.writing() as session:
        session.add_all(rows)


def test_an_empty_docket_owes_nothing(store: Store) -> None:
    with store.reading() as session:
        assert backlog(session, NOW) == Backlog()
        assert delivered(session, [1, 60]) == Delivered(count=0, within=(0, 0), seconds=0)
        assert last_lateness(session) is None
        assert troubles(session) == {}
        assert last_beat(session) is None


def test_what_waits_is_told_apart_by_whether_its_time_has_come_and_whether_it_may_be_tried(store: Store) -> None:
    keep(
        store,
        row(1, NOW + MINUTE),
        row(2, NOW),  # at this very moment
        row(3, NOW - 2 * MINUTE),
        row(4, NOW - 9 * MINUTE, not_before=NOW + MINUTE),
        row(5, NOW - MINUTE, not_before=NOW + MINUTE, state=ReminderState.CLAIMED),
        row(6, NOW - timedelta(days=9), state=ReminderState.CANCELLED),
        said(7, NOW - timedelta(days=9), MINUTE),
    )
    with store.reading() as session:
        assert backlog(session, NOW) == Backlog(planned=1, due=2, held=1, claimed=1, oldest=NOW - 9 * MINUTE)


def test_what_is_to_come_is_not_old(store: Store) -> None:
    keep(store, row(1, NOW + MINUTE))
    with store.reading() as session:
        assert backlog(session, NOW).oldest is None


def test_lateness_is_counted_to_the_second_and_earliness_is_none(store: Store) -> None:
    due = NOW - timedelta(days=1)
    keep(store, said(1, due, timedelta(seconds=-5)), said(2, due, MINUTE), said(3, due, timedelta(seconds=61)))
    with store.reading() as session:
        found = delivered(session, [0, 60.01, 3600])
    assert (found.count, found.within) == (3, (1, 2, 3))
    assert found.seconds == pytest.approx(121, abs=0.01)


def test_the_last_one_said_is_the_one_that_arrived_last(store: Store) -> None:
    keep(store, said(1, NOW - timedelta(days=2), timedelta(days=1)), said(2, NOW - timedelta(days=3), MINUTE))
    with store.reading() as session:
        assert last_lateness(session) == timedelta(days=1)


def test_troubles_are_those_of_what_still_waits(store: Store) -> None:
    keep(
        store,
        row(1, NOW, trouble="archived"),
        row(2, NOW, trouble="archived"),
        row(3, NOW),
        row(4, NOW, trouble="asleep", state=ReminderState.CANCELLED),
    )
    with store.reading() as session:
        assert troubles(session) == {"archived": 2}


def beat(session: Session, process: str, at: datetime, **facts: Any) -> None:
    keep_beat(session, Beat(process=process, began_at=NOW - timedelta(days=30), at=at, **facts))


def test_the_newest_beat_of_any_process_counts_and_the_dead_are_forgotten(store: Store) -> None:
    with store.writing() as session:
        beat(session, "old", NOW - FORGOTTEN_AFTER - MINUTE)
        beat(session, "first", NOW - 9 * MINUTE)
        beat(session, "second", NOW - MINUTE)
    with store.writing() as session:
        beat(session, "first", NOW, reached_slack=False)
    with store.reading() as session:
        newest = last_beat(session)
        assert newest
        assert (newest.process, newest.at, newest.reached_slack) == ("first", NOW, False)
        assert beating_since(session, NOW - 2 * MINUTE) == 2
        assert beating_since(session, NOW - timedelta(days=60)) == 2


def test_an_open_deadline_that_no_reminder_waits_for_is_counted(store: Store, book: Rulebook) -> None:
    desk = Desk(store=store, clock=StillClock(MONDAY_MORNING), book=book, followers=(follow,))
    office = Office.opened(desk, StillClock(MONDAY_MORNING))
    office.files(office.owes(date(2018, 5, 18)))
    office.owes(date(2018, 5, 18))
    with store.reading() as session:
        assert unwatched(session) == 0
    with store.writing() as session:
        session.execute(text("UPDATE reminder SET state = 'cancelled'"))
    with store.reading() as session:
        assert unwatched(session) == 1
