"""The queries behind the sweep, on both databases."""

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from sqlalchemy import event
from sqlmodel import Session, select

from storage.reminders import (
    Reminder,
    ReminderState,
    anything_due,
    claim,
    claimed,
    in_trouble,
    next_try,
    plan,
    planned,
    rest_channel,
)
from storage.store import Store

NOON = datetime(2018, 5, 7, 12, tzinfo=UTC)
LEASE = timedelta(minutes=3)
HOUR = timedelta(hours=1)


def row(subject: str = "D1", *, at: datetime = NOON, step: str = "7d", channel_id: str = "C1") -> dict[str, object]:
    target = NOON + timedelta(days=7)
    return planned(subject=subject, channel_id=channel_id, step=step, target=target, due_at=at)


def planning(store: Store, *rows: dict[str, object]) -> None:
    with store.writing() as session:
        plan(session, rows)


def taken(store: Store, by: str, *, now: datetime = NOON, limit: int = 50) -> list[tuple[str, str]]:
    with store.writing() as session:
        return [(row.subject, row.step) for row in claim(session, by=by, now=now, lease=LEASE, limit=limit)]


def test_a_row_that_exists_is_not_planned_twice_and_keeps_its_id(store: Store) -> None:
    planning(store, row())
    with store.reading() as session:
        uid = session.exec(select(Reminder.uid)).one()
    planning(store, row(), row(step="3d"))
    with store.reading() as session:
        rows = session.exec(select(Reminder)).all()
    assert {reminder.step: reminder.uid == uid for reminder in rows} == {"7d": True, "3d": False}


def test_planning_nothing_asks_the_database_nothing(store: Store) -> None:
    planning(store)
    with store.reading() as session:
        assert session.exec(select(Reminder)).all() == []


def test_what_is_due_is_claimed_oldest_first_and_only_once(store: Store) -> None:
    planning(store, row("D1"), row("D2", at=NOON - HOUR), row("D3", at=NOON + HOUR))
    assert taken(store, "one") == [("D2", "7d"), ("D1", "7d")]
    assert taken(store, "two") == []


def test_the_late_steps_of_one_subject_are_claimed_together(store: Store) -> None:
    planning(store, row(step="7d", at=NOON - HOUR), row(step="3d"), row("D2"), row(step="1d", at=NOON + HOUR))
    assert taken(store, "one", limit=1) == [("D1", "7d"), ("D1", "3d")]
    assert taken(store, "two") == [("D2", "7d")]


def test_channels_do_not_wait_for_each_other(store: Store) -> None:
    planning(store, row(), row(channel_id="C2"))
    assert taken(store, "one", limit=1) == [("D1", "7d")]
    assert taken(store, "two", limit=1) == [("D1", "7d")]


def test_a_later_step_waits_behind_one_that_is_claimed(store: Store) -> None:
    planning(store, row(step="7d"), row(step="3d", at=NOON + timedelta(minutes=1)))
    assert taken(store, "one") == [("D1", "7d")]
    assert taken(store, "two", now=NOON + timedelta(minutes=2)) == []


def test_when_the_lease_ends_the_row_comes_back_in_doubt_and_the_first_claim_holds_it_no_more(store: Store) -> None:
    planning(store, row())
    with store.writing() as session:
        [first] = claim(session, by="one", now=NOON, lease=LEASE, limit=1)
        assert (first.in_doubt, first.attempts, first.state) == (False, 1, ReminderState.CLAIMED)
    with store.writing() as session:
        [second] = claim(session, by="two", now=NOON + LEASE, lease=LEASE, limit=1)
        assert (second.in_doubt, second.attempts) == (True, 2)
    with store.writing() as session:
        assert claimed(session, by="one", ids=[first.key]) == []
        assert [reminder.key for reminder in claimed(session, by="two", ids=[first.key])] == [first.key]


def test_two_transactions_at_once_claim_different_rows(postgres_store: Store) -> None:
    planning(postgres_store, row("D1"), row("D2"))
    with postgres_store.writing() as one, postgres_store.writing() as two:
        first = claim(one, by="one", now=NOON, lease=LEASE, limit=1)
        second = claim(two, by="two", now=NOON, lease=LEASE, limit=5)
    assert [[reminder.subject for reminder in rows] for rows in (first, second)] == [["D1"], ["D2"]]


def test_a_step_is_not_taken_from_under_a_claim_that_is_not_committed_yet(postgres_store: Store) -> None:
    planning(postgres_store, row(step="7d", at=NOON - HOUR), row(step="3d"))
    with postgres_store.writing() as one, postgres_store.writing() as two:
        assert len(claim(one, by="one", now=NOON, lease=LEASE, limit=1)) == 2
        assert claim(two, by="two", now=NOON, lease=LEASE, limit=5) == []


def test_a_channel_rests_but_what_others_hold_is_left_alone(store: Store) -> None:
    planning(store, row("D1"), row("D2"), row("D3", channel_id="C2"), row("D4", at=NOON + 3 * HOUR))
    assert taken(store, "one", limit=1) == [("D1", "7d")]
    with store.writing() as session:
        rest_channel(session, channel_id="C1", until=NOON + HOUR)
    with store.reading() as session:
        waits = {reminder.subject: reminder.not_before - NOON for reminder in session.exec(select(Reminder))}
    assert waits == {"D1": LEASE, "D2": HOUR, "D3": timedelta(), "D4": 3 * HOUR}


def test_whether_anything_is_due_and_when_the_next_is(store: Store) -> None:
    planning(store, row("D1"), row("D2", at=NOON + HOUR))
    with store.reading() as session:
        assert anything_due(session, NOON)
        assert not anything_due(session, NOON - HOUR)
        assert next_try(session, after=NOON) == NOON + HOUR
        assert next_try(session, after=NOON + HOUR) is None


def test_what_is_in_trouble_is_listed(store: Store) -> None:
    planning(store, row("D1"), row("D2"))
    with store.writing() as session:
        claim(session, by="one", now=NOON, lease=LEASE, limit=1)[0].trouble = "is_archived"
    with store.reading() as session:
        assert [(reminder.subject, reminder.trouble) for reminder in in_trouble(session)] == [("D1", "is_archived")]


def test_a_row_that_was_never_saved_has_no_key() -> None:
    with pytest.raises(LookupError):
        _ = Reminder(subject="D1", channel_id="C1", step="7d", target=NOON, due_at=NOON, not_before=NOON).key


@pytest.mark.parametrize("question", [anything_due, next_try])
def test_an_idle_sweep_reads_the_index_of_what_waits_and_not_the_table(sqlite_store: Store, question: Any) -> None:
    asked: list[tuple[str, Any]] = []
    event.listen(sqlite_store.engine, "before_cursor_execute", lambda *said: asked.append((said[2], said[3])))
    with sqlite_store.reading() as session:
        _ask(question, session)
        sql, values = asked[-1]
        steps = session.connection().exec_driver_sql(f"EXPLAIN QUERY PLAN {sql}", values).all()
    assert any("ix_reminder_waiting" in step[3] for step in steps)


def _ask(question: Any, session: Session) -> None:
    if question is next_try:
        next_try(session, after=NOON)
    else:
        anything_due(session, NOON)
